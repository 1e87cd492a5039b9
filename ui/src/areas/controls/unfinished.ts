import { drafts } from "./drafts.svelte";

/** Returns the numbers of the controls about which something written is not recorded yet. */
export function unfinishedControls(): string[] {
  return [...drafts.unfinished];
}
