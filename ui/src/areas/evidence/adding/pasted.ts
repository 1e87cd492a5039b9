import { t } from "$i18n";
import { isoDate } from "$i18n/dates";

/** The most bytes that are pasted; what is larger is a file that can be dropped. */
export const LARGEST = 64_000_000;

const endings: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/bmp": "bmp",
};

/** Returns the files that a clipboard holds. */
export function filesIn(clipboard: DataTransfer | null): File[] {
  if (clipboard === null) return [];
  const files = [...clipboard.files];
  if (files.length > 0) return files;
  return [...clipboard.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.getAsFile())
    .filter((file) => file !== null);
}

/** Returns whether a file is a picture of a screen and no file that somebody named. */
export function isScreenshot(file: File): boolean {
  return file.type in endings && /^(image|unknown)?(\.\w+)?$/i.test(file.name);
}

/** Returns the name for what was pasted: its own, or one that says when. */
export function nameOf(file: File): string {
  return isScreenshot(file) ? screenshotName(endings[file.type] ?? "png") : file.name;
}

/** Returns a name for a picture of a screen, which says when it was pasted. */
export function screenshotName(ending: string): string {
  const now = new Date();
  const pad = (n: number): string => String(n).padStart(2, "0");
  const time = `${pad(now.getHours())}.${pad(now.getMinutes())}`;
  return t("evidence.paste.name", { date: isoDate(now), time, ending });
}
