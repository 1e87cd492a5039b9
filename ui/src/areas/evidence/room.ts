import { counts } from "./counts.svelte";
import { drafts } from "./drafts.svelte";
import { evidenceList } from "./list.svelte";
import { pieces } from "./pieces.svelte";
import { view } from "./view.svelte";

/** Forgets the evidence of the workspace that is left. */
export function forgetEvidence(): void {
  evidenceList.forget();
  counts.forget();
  pieces.forget();
  view.showAll();
  view.selection.clear();
}

/** Returns the numbers of the pieces about which something written is not recorded yet. */
export function unfinishedEvidence(): string[] {
  return [...drafts.unfinished];
}

/** Returns the title of a piece that was opened; nothing where it is not known. */
export function titleOfEvidence(id: string): string | undefined {
  return pieces.get(id)?.title;
}

/** Narrows the list to what expires soon, or to what has expired. */
export function showEvidence(state: "expires-soon" | "expired"): void {
  view.showOnly(state);
}
