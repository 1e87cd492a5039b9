import type { Mark } from "$design";
import type { MeasureGoal, MeasureRhythm, MeasureRow, MeasureState, ObjectiveState } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";

const marks: Record<ObjectiveState | MeasureState, Mark> = {
  "off-target": "danger",
  "reading-overdue": "warning",
  "no-reading": "none",
  "no-measure": "undecided",
  "on-target": "done",
  reached: "done",
  missed: "danger",
  ended: "excluded",
};

/** Returns how an objective or a measure stands. */
export function stateMark({ state }: { state: ObjectiveState | MeasureState }): { mark: Mark; word: string } {
  return { mark: marks[state], word: t(`objectives.state.${state}`) };
}

/** Returns a figure with its unit: "92.5 %". */
export function figureWords(value: string, unit: string): string {
  return unit === "" ? value : t("measures.figure", { value, unit });
}

/** Returns the figure that is wanted: "at least 95 %". */
export function goalWords(goal: MeasureGoal, unit: string): string {
  switch (goal.direction) {
    case "at-least":
    case "at-most":
      return t(`measures.goal.${goal.direction}.words`, { value: figureWords(goal.value, unit) });
    case "between":
      return t("measures.goal.between.words", { low: goal.low, high: figureWords(goal.high, unit) });
  }
}

/** Returns a rhythm: "every 2 weeks". */
export function rhythmWords({ every, unit }: MeasureRhythm): string {
  return t(`measures.every.${unit}`, { n: every });
}

/** Returns when a measure is to be read next, or null where it is read no more. */
export function dueWords({ due, overdue }: Pick<MeasureRow, "due" | "overdue">): string | null {
  if (due === null) return null;
  return t(overdue ? "measures.due.passed" : "measures.due", { date: longDate(due) });
}
