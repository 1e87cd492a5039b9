import type { FieldChange } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";

type Kind = "objective" | "measure" | "reading";

const kinds: readonly Kind[] = ["objective", "measure", "reading"];

function kindOf(change: FieldChange): Kind | null {
  return kinds.find((kind) => kind === change.record) ?? null;
}

/** Returns what changes did to objectives, measures or readings that came or went as a whole; null otherwise. */
export function wholeObjective(changes: readonly FieldChange[]): string | null {
  const whole = (kind: Kind, field: string): FieldChange | undefined =>
    changes.find(
      (change) =>
        change.record === kind && change.field === field && (change.before === null || change.after === null),
    );
  const objective = whole("objective", "title");
  if (objective !== undefined)
    return t(objective.before === null ? "history.objective-added" : "history.objective-gone", {
      title: words(objective.before ?? objective.after),
    });
  const measure = whole("measure", "what");
  if (measure !== undefined)
    return t(measure.before === null ? "history.measure-added" : "history.measure-gone", {
      what: words(measure.before ?? measure.after),
    });
  const readings = changes.filter(({ record, field }) => record === "reading" && field === "value");
  if (readings.length > 1) return t("history.readings", { n: readings.length });
  const [reading] = readings;
  if (reading === undefined) return null;
  const day = longDate(reading.id.split("/")[1] ?? "");
  if (reading.after === null) return t("history.reading-gone", { day });
  const value = words(reading.after);
  return reading.before === null
    ? t("history.reading-added", { day, value })
    : t("history.reading-changed", { day, value, before: words(reading.before) });
}

/** Returns what a change did to one field of an objective, a measure or a reading; null where it is of another. */
export function objectiveSentence(change: FieldChange): string | null {
  const kind = kindOf(change);
  if (kind === null) return null;
  if (change.field === "evaluation") {
    if (change.after === null) return t("history.objective-resumed");
    return t(isReached(change.after) ? "history.objective-reached" : "history.objective-missed");
  }
  if (change.field === "ended")
    return change.after === null
      ? t("history.measure-goes-on")
      : t("history.measure-ended", { day: longDate(words(change.after)) });
  if (kind === "objective" && change.field === "target")
    return change.after === null
      ? t("history.objective-no-day")
      : t("history.objective-day", { day: longDate(words(change.after)) });
  return kind === "reading" ? t("history.reading-noted") : t(`history.${kind}-changed`);
}

/** Returns a few words for changes to objectives, measures or readings; null where they are to other things. */
export function objectiveWords(changes: readonly FieldChange[]): string | null {
  const kind = changes.map(kindOf).find((each) => each !== null);
  return kind === undefined ? null : t(`history.of-${kind}`);
}

function isReached(value: unknown): boolean {
  return typeof value === "object" && value !== null && "reached" in value && value.reached === true;
}

function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}
