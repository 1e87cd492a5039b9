import type { Mark } from "$design";
import type { InboxFile, InboxItem, InboxWhat } from "$host";
import { t } from "$i18n";

/** What can have happened to a file, in the order in which the page offers them. */
export const sorts: readonly InboxWhat[] = ["new", "changed", "vanished"];

const marks: Record<InboxWhat, Mark> = { new: "info", changed: "warning", vanished: "excluded" };

/** Returns the shape and word of what happened to a file. */
export function whatMark(what: InboxWhat): { mark: Mark; word: string } {
  return { mark: marks[what], word: t(`inbox.what.${what}`) };
}

/** Returns by what a page tells an item from the others. */
export function keyOf({ folder, path }: InboxFile): string {
  return JSON.stringify([folder, path]);
}

/** Returns how an operation names an item. */
export function fileOf({ folder, path }: InboxFile): InboxFile {
  return { folder, path };
}

/** Returns the name of a file and the folders that it lies in, from the watched one on. */
export function placeOf(item: Pick<InboxItem, "folder" | "shown">): { name: string; place: string } {
  const parts = item.shown.split("/").filter((part) => part !== "");
  const name = parts.pop() ?? item.shown;
  return { name, place: [lastPart(item.folder), ...parts].join(" › ") };
}

/** Returns the last part of a path: the name of the folder or file. */
export function lastPart(path: string): string {
  return (
    path
      .split(/[\\/]+/)
      .filter((part) => part !== "")
      .pop() ?? path
  );
}
