import { change } from "$app/change.svelte";
import { history } from "$areas/history";
import { pick, type FolderState } from "$host";
import { t } from "$i18n";
import type { Mark } from "$design";
import { lastPart } from "./items";
import { inbox } from "./inbox.svelte";

/** Lets the person choose a folder and watches it from now on; does nothing where they chose none. */
export async function watchFolder(): Promise<void> {
  const folder = await pick({
    kind: "folder",
    title: t("folders.add.pick"),
    suggestion: null,
    extension: null,
  });
  if (folder === null) return;
  await change("watch.add", { folder });
  void inbox.look();
}

/** Watches a folder no longer. */
export async function unwatchFolder(folder: string): Promise<void> {
  const before = await history.last();
  await change("watch.remove", { folder });
  void history.tell(t("folders.removed", { folder: lastPart(folder) }), before);
}

/** Returns how a watched folder was found, in a shape and words. */
export function folderMark(state: FolderState): { mark: Mark; word: string } {
  if (state.problem !== null) return { mark: "danger", word: t("folders.problem") };
  if (!state.scanned) return { mark: "none", word: t("folders.not-yet") };
  if (state.moving > 0) return { mark: "progress", word: t("folders.moving", { n: state.moving }) };
  if (state.unreadable.length > 0)
    return { mark: "warning", word: t("folders.unreadable", { n: state.unreadable.length }) };
  return { mark: "done", word: t("folders.fine") };
}
