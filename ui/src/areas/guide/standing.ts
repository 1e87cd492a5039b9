import type { Mark } from "$design";
import type { GuideStepSummary, StepState } from "$host";
import { t } from "$i18n";

const marks: Record<StepState, Mark> = {
  "not-started": "none",
  "in-progress": "progress",
  done: "done",
  "not-needed": "excluded",
};

/** Returns how a step stands, as a shape and a word; what is late goes before how far it is. */
export function standing(step: Pick<GuideStepSummary, "state" | "late">): { mark: Mark; word: string } {
  if (step.late) return { mark: "danger", word: t("guide.late") };
  return { mark: marks[step.state], word: t(`guide.state.${step.state}`) };
}

/** Returns how long something takes, as people say it. */
export function duration(minutes: number): string {
  return minutes < 90 ? t("guide.minutes", { n: minutes }) : t("guide.hours", { n: Math.ceil(minutes / 60) });
}
