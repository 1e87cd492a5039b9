import type { Mark } from "$design";
import type {
  AgendaPoint,
  MeasureGoal,
  MeasureState,
  ObjectiveState,
  ReviewDecisionAbout,
  ReviewObstacle,
  ReviewRow,
  ReviewStage,
} from "$host";
import { list, t } from "$i18n";
import { longDate } from "$i18n/dates";

export const about: readonly ReviewDecisionAbout[] = ["improvement", "change", "resources"];

const stageMarks: Record<ReviewStage, Mark> = {
  planned: "planned",
  held: "progress",
  approved: "done",
  cancelled: "excluded",
};

/** Returns how a review stands. */
export function reviewMark({ stage, overdue }: Pick<ReviewRow, "stage" | "overdue">): {
  mark: Mark;
  word: string;
} {
  return overdue
    ? { mark: "danger", word: t("reviews.stage.overdue") }
    : { mark: stageMarks[stage], word: t(`reviews.stage.${stage}`) };
}

/** Returns what a point of an agenda is called. */
export function pointWords({ input, title }: Pick<AgendaPoint, "input" | "title">): string {
  return input === null ? title : t(`reviews.input.${input}`);
}

/** Returns what stands in the way of approving a review. */
export function obstacleWords(obstacle: ReviewObstacle, agenda: readonly AgendaPoint[]): string {
  switch (obstacle.lacks) {
    case "held":
    case "chair":
    case "present":
    case "decision":
      return t(`reviews.lacks.${obstacle.lacks}`);
    case "points": {
      const named = agenda.filter(({ number }) => obstacle.points.includes(number)).map(pointWords);
      return t("reviews.lacks.points", { n: named.length, points: list(named) });
    }
  }
}

const measureMarks: Record<MeasureState, Mark> = {
  "off-target": "danger",
  "reading-overdue": "warning",
  "no-reading": "none",
  "on-target": "done",
  ended: "excluded",
};

export function measureMark(state: MeasureState): { mark: Mark; word: string } {
  return { mark: measureMarks[state], word: t(`reviews.measured.${state}`) };
}

const objectiveMarks: Record<ObjectiveState, Mark> = {
  "off-target": "danger",
  "reading-overdue": "warning",
  "no-reading": "none",
  "no-measure": "none",
  "on-target": "done",
  reached: "done",
  missed: "danger",
};

export function objectiveMark(state: ObjectiveState): { mark: Mark; word: string } {
  return { mark: objectiveMarks[state], word: t(`reviews.pursued.${state}`) };
}

/** Returns a figure with its unit. */
export function figureWords(figure: string, unit: string): string {
  return unit === "" ? figure : `${figure} ${unit}`;
}

/** Returns what is wanted of a measure. */
export function goalWords(goal: MeasureGoal, unit: string): string {
  switch (goal.direction) {
    case "at-least":
    case "at-most":
      return t(`reviews.wanted.${goal.direction}`, { value: figureWords(goal.value, unit) });
    case "between":
      return t("reviews.wanted.between", { low: goal.low, high: figureWords(goal.high, unit) });
  }
}

/** Returns the period that a review looks back on. */
export function periodWords(since: string | null, until: string): string {
  return since === null
    ? t("reviews.period.start", { until: longDate(until) })
    : t("reviews.period.of", { since: longDate(since), until: longDate(until) });
}
