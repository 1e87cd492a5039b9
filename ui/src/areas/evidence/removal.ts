import { drafts } from "./drafts.svelte";
import { pieces } from "./pieces.svelte";
import { view } from "./view.svelte";

/** Removes pieces. What was written about them is given up once the core agreed, and not before. */
export async function removePieces(ids: readonly string[], why: string): Promise<void> {
  await pieces.remove(ids, why);
  for (const id of ids) drafts.discard(id);
  view.selection.remove(ids);
}
