import type { FieldChange } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";

/** Returns what changes did to a management review that came or went as a whole; null otherwise. */
export function wholeReview(changes: readonly FieldChange[]): string | null {
  const whole = changes.find(
    ({ record, field, before, after }) =>
      record === "review" && field === "title" && (before === null || after === null),
  );
  if (whole === undefined) return null;
  return t(whole.before === null ? "history.review-added" : "history.review-gone", {
    title: words(whole.before ?? whole.after),
  });
}

/** Returns what a change did to one field of a management review; null where it is of something else. */
export function reviewSentence(change: FieldChange): string | null {
  if (change.record !== "review") return null;
  switch (change.field) {
    case "planned_on":
      return t("history.review-day", { day: longDate(words(change.after)) });
    case "held_on":
      return change.after === null
        ? t("history.review-not-held")
        : t("history.review-held", { day: longDate(words(change.after)) });
    case "agenda":
      return t("history.review-agenda");
    case "decisions":
      return t("history.review-decisions");
    case "approval":
      return t(change.after === null ? "history.review-reopened" : "history.review-approved");
    case "cancellation":
      return t(change.after === null ? "history.review-on" : "history.review-cancelled");
    default:
      return t("history.review-changed");
  }
}

/** Returns a few words for changes to a management review; null where they are to other things. */
export function reviewWords(changes: readonly FieldChange[]): string | null {
  const one = changes.find(({ record }) => record === "review");
  return one === undefined ? null : t("history.of-review", { id: one.id });
}

function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}
