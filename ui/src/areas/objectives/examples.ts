import type { MeasureGoal } from "$host";
import { t } from "$i18n";

const names = ["seen", "trained", "answered"] as const;

/** An objective to begin from. */
export interface Example {
  name: (typeof names)[number];
  title: string;
  purpose: string;
  what: string;
  unit: string;
  goal: MeasureGoal;
}

const goals: Record<Example["name"], MeasureGoal> = {
  seen: { direction: "at-least", value: "98" },
  trained: { direction: "at-least", value: "95" },
  answered: { direction: "at-most", value: "14" },
};

/** Returns objectives that many companies could have. */
export function examples(): readonly Example[] {
  return names.map((name) => ({
    name,
    title: t(`objectives.example.${name}`),
    purpose: t(`objectives.example.${name}.purpose`),
    what: t(`objectives.example.${name}.what`),
    unit: t(`objectives.example.${name}.unit`),
    goal: goals[name],
  }));
}

/** The example that the next new objective begins with. */
let taken: Example | null = null;

export function take(example: Example): void {
  taken = example;
}

/** Returns the example that was taken, once. */
export function taking(): Example | null {
  const example = taken;
  taken = null;
  return example;
}
