import { Failed, type MeasureGoal } from "$host";
import { t } from "$i18n";

export const directions = ["at-least", "at-most", "between"] as const;

/** A goal as somebody types it. */
export interface GoalText {
  direction: MeasureGoal["direction"];
  value: string;
  high: string;
}

export const emptyGoal: GoalText = { direction: "at-least", value: "", high: "" };

export function goalText(goal: MeasureGoal): GoalText {
  return goal.direction === "between"
    ? { direction: "between", value: goal.low, high: goal.high }
    : { direction: goal.direction, value: goal.value, high: "" };
}

/** Returns the goal that was typed. Throws {@link Failed} at the field that is empty. */
export function goalOf({ direction, value, high }: GoalText): MeasureGoal {
  const figure = (typed: string, field: string): string => {
    if (typed.trim() !== "") return typed.trim();
    throw new Failed({ code: "no-figure", message: t("measures.no-figure"), hint: null, field });
  };
  if (direction === "between") return { direction, low: figure(value, "value"), high: figure(high, "high") };
  return { direction, value: figure(value, "value") };
}
