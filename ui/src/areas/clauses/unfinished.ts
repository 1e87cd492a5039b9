import { drafts } from "./drafts.svelte";

/** Returns the numbers of the clauses about which something written is not recorded yet. */
export function unfinishedClauses(): string[] {
  return [...drafts.unfinished];
}
