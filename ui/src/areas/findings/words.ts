import {
  auditsRoute,
  casesRoute,
  findingsRoute,
  objectivesRoute,
  reviewsRoute,
  type Route,
} from "$app/router.svelte";
import { linkWords } from "$areas/evidence";
import type { Mark } from "$design";
import type {
  ActionRow,
  ActionState,
  CheckResult,
  EvidenceLink,
  FindingGrade,
  FindingNeed,
  FindingOrigin,
  FindingRow,
  FindingSource,
  FindingStage,
  FindingStepState,
} from "$host";
import { list, t } from "$i18n";

interface Marked {
  mark: Mark;
  word: string;
}

export const grades: readonly FindingGrade[] = ["major", "minor", "ofi"];
export const results: readonly CheckResult[] = ["effective", "partly", "not"];
export const stages: readonly FindingStage[] = [
  "reported",
  "contained",
  "cause-found",
  "action-planned",
  "action-done",
  "effect-checked",
  "closed",
  "refused",
];
export const sources: readonly FindingSource[] = [
  "internal-audit",
  "external-audit",
  "management-review",
  "incident",
  "complaint",
  "concern",
  "monitoring",
  "supplier",
  "self-assessment",
];

const gradeMarks: Record<FindingGrade, Mark> = { major: "danger", minor: "warning", ofi: "info" };
const resultMarks: Record<CheckResult, Mark> = { effective: "done", partly: "warning", not: "danger" };
const actionMarks: Record<ActionState, Mark> = {
  planned: "planned",
  overdue: "danger",
  done: "done",
  dropped: "excluded",
};
const stepMarks: Record<FindingStepState, Mark> = { done: "done", now: "progress", shut: "none" };

export function gradeMark(grade: FindingGrade): Marked {
  return { mark: gradeMarks[grade], word: t(`findings.grade.${grade}`) };
}

export function resultMark(result: CheckResult): Marked {
  return { mark: resultMarks[result], word: t(`findings.result.${result}`) };
}

export function stepMark(state: FindingStepState): Marked {
  return { mark: stepMarks[state], word: t(`findings.step.${state}`) };
}

/** Returns how far a finding has come. */
export function stageMark({ stage }: Pick<FindingRow, "stage">): Marked {
  const word = t(`findings.stage.${stage}`);
  switch (stage) {
    case "closed":
      return { mark: "done", word };
    case "refused":
      return { mark: "excluded", word };
    case "reported":
      return { mark: "none", word };
    case "action-planned":
      return { mark: "planned", word };
    case "contained":
    case "cause-found":
    case "action-done":
    case "effect-checked":
      return { mark: "progress", word };
  }
}

/** Returns how an action stands. */
export function actionMark({ state }: Pick<ActionRow, "state">): Marked {
  return { mark: actionMarks[state], word: t(`actions.state.${state}`) };
}

/** Returns whether somebody is to do an action. */
export function isToDo({ state }: Pick<ActionRow, "state">): boolean {
  return state === "planned" || state === "overdue";
}

/** Returns the finding that an action answers; null where it comes from elsewhere. */
export function findingOf({ origin }: Pick<ActionRow, "origin">): string | null {
  switch (origin.from) {
    case "finding":
      return origin.id;
    case "objective":
    case "review":
    case "own":
      return null;
  }
}

/** Returns what an action comes from, with the way there; null where it comes from nothing else. */
export function placeOf({ origin }: Pick<ActionRow, "origin">): { id: string; route: Route } | null {
  switch (origin.from) {
    case "finding":
      return { id: origin.id, route: findingsRoute(origin.id) };
    case "objective":
      return { id: origin.id, route: objectivesRoute(origin.id) };
    case "review":
      return { id: origin.id, route: reviewsRoute(origin.id) };
    case "own":
      return null;
  }
}

/** Returns whether an action was done in an earlier round of its finding, and counts no more. */
export function isEarlier({ origin, done }: Pick<ActionRow, "origin" | "done">, round: number): boolean {
  return origin.from === "finding" && origin.round < round && done !== null;
}

export function needWords(need: FindingNeed): string {
  return t(`findings.need.${need}`);
}

/** Returns requirements in one line: "A.9.3 and clause 8.1". */
export function requirementWords(links: readonly EvidenceLink[]): string {
  return list(links.map(linkWords));
}

/** Returns how many days a date lies before today. */
export function daysLate(due: string, today: Date = new Date()): number {
  const [year = 0, month = 1, day = 1] = due.split("-").map(Number);
  const from = Date.UTC(year, month - 1, day);
  return Math.round((Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()) - from) / 86_400_000);
}

/** Returns the place of what a finding comes from. */
export function originRoute(origin: FindingOrigin): Route {
  switch (origin.from) {
    case "measure":
      return objectivesRoute(origin.id);
    case "case":
      return casesRoute(origin.id);
    case "audit":
      return auditsRoute(origin.id);
  }
}
