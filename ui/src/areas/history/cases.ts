import type { FieldChange } from "$host";
import { t } from "$i18n";

/** Returns what changes did to a case that came or went as a whole; null otherwise. What it says stays in its room. */
export function wholeCase(changes: readonly FieldChange[]): string | null {
  const whole = changes.find(
    ({ record, field, before, after }) =>
      record === "case" && field === "title" && (before === null || after === null),
  );
  if (whole === undefined) return null;
  return t(whole.before === null ? "history.case-added" : "history.case-gone", { id: whole.id });
}

/** Returns what a change did to one field of a case; null where it is of something else. */
export function caseSentence(change: FieldChange): string | null {
  if (change.record !== "case") return null;
  switch (change.field) {
    case "told":
      return t("history.case-told");
    case "rulings":
      return t("history.case-duty");
    case "closing":
      return t(change.after === null ? "history.case-opened" : "history.case-closed");
    case "reopened":
      return null;
    default:
      return t("history.case-changed");
  }
}

/** Returns a few words for changes to a case; null where they are to other things. */
export function caseWords(changes: readonly FieldChange[]): string | null {
  const one = changes.find(({ record }) => record === "case");
  return one === undefined ? null : t("history.of-case", { id: one.id });
}
