import { folderName } from "$areas/workspace";
import type { BackupStatus, Progress } from "$host";
import { t } from "$i18n";
import { isoDate } from "$i18n/dates";
import { size } from "$i18n/sizes";

const DAY = 86_400_000;

/** After how many days a backup counts as old. */
const OLD = 7;

/** Returns a name for a backup that says whose it is and of which day: "Saltmarsh 2026-11-26.zip". */
export function backupName(organisation: string, sealed: boolean, now: Date = new Date()): string {
  return `${folderName(organisation)} ${isoDate(now)}.${sealed ? "zip.age" : "zip"}`;
}

/** Returns the last part of a path. */
export function lastPart(file: string): string {
  return file.split(/[\\/]/).pop() ?? file;
}

/** Returns how far work on a backup is, in words. */
export function farWords(progress: Progress | null): string {
  if (progress === null) return "";
  return progress.total === null
    ? size(progress.done)
    : t("progress.far", { done: size(progress.done), total: size(progress.total) });
}

/** Returns the day on which the next backup is due; null where none is made by itself, or one is due now. */
export function nextDue({ schedule, last, due }: BackupStatus): string | null {
  if (schedule === null || last === null || due) return null;
  return isoDate(new Date(new Date(last.at).getTime() + schedule.days * DAY));
}

/** Returns whether the last good backup is older than a week. */
export function isOld(at: string, now: Date = new Date()): boolean {
  return now.getTime() - new Date(at).getTime() > OLD * DAY;
}
