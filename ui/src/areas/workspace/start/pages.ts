import type { StartAnswers } from "$host";

/** The fields of the pages, as ids of theirs begin: `start-name`, `start-target`. */
export type StartField = Exclude<keyof StartAnswers, "furthest" | "folder_chosen">;

/** Returns the id of a field, for an error to lead to. */
export function fieldId(field: StartField, row: number | null = null): string {
  return row === null ? `start-${field}` : `start-${field}-${row}`;
}

/** Returns the lines that hold something, each without the space around it. */
export function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
