import type { Command } from "$app/commands.svelte";
import { evidenceRoute, router } from "$app/router.svelte";
import { adding } from "./adding/adding.svelte";
import { leadOn } from "./adding/arrival";
import { formatIcon } from "./formats";
import { searchEvidence } from "./search";

/** So many pieces are offered beside everything else that is found. */
const MOST = 8;

/** Returns the pieces of evidence that a query finds, for the command palette. */
export async function evidenceCommands(query: string): Promise<Command[]> {
  if (query.trim() === "") return [];
  const rows = await searchEvidence(query, MOST);
  return rows.map((row) => ({
    id: `evidence-${row.id}`,
    group: "evidence",
    reference: row.id,
    label: row.title,
    icon: formatIcon(row.file?.format),
    run: () => router.go(evidenceRoute(row.id)),
  }));
}

/** Lets the person choose files from any room, and shows them among the evidence. */
export async function addEvidence(): Promise<void> {
  router.go(evidenceRoute(null));
  const lead = leadOn();
  lead(await adding.choose());
}

/** Lets the person choose files, adds them as evidence, and returns their numbers. */
export function chooseEvidence(): Promise<string[]> {
  return adding.choose();
}
