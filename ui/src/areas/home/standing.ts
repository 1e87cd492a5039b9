import type { Mark } from "$design";
import type { Standing } from "$host";
import { t } from "$i18n";

/** Every way in which a control can stand, in the order of the legend. */
export const standings: readonly Standing[] = [
  "implemented",
  "in-progress",
  "planned",
  "not-started",
  "excluded",
  "undecided",
  "overdue",
  "no-evidence",
  "nonconforming",
];

const marks: Record<Standing, Mark> = {
  implemented: "done",
  "in-progress": "progress",
  planned: "planned",
  "not-started": "none",
  excluded: "excluded",
  undecided: "undecided",
  overdue: "danger",
  "no-evidence": "warning",
  nonconforming: "danger",
};

/** Returns the shape and word of how a control stands. */
export function standingMark(standing: Standing): { mark: Mark; word: string } {
  return { mark: marks[standing], word: t(`home.standing.${standing}`) };
}
