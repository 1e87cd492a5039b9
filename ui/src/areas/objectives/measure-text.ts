import { dateFrom } from "$app/typed-date";
import { Failed, type Arguments, type EvidenceLink, type MeasureRhythm, type MeasureRow } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";
import { emptyGoal, goalOf, goalText, type GoalText } from "./goal-text";

/** A measure as somebody types it. */
export interface MeasureText {
  what: string;
  unit: string;
  method: string;
  by: string;
  every: string;
  rhythm: MeasureRhythm["unit"];
  goal: GoalText;
  start: string;
  since: string;
  about: readonly EvidenceLink[];
}

export function measureText(measure: MeasureRow | null): MeasureText {
  if (measure === null)
    return {
      what: "",
      unit: "",
      method: "",
      by: "",
      every: "1",
      rhythm: "months",
      goal: emptyGoal,
      start: "",
      since: "",
      about: [],
    };
  const { what, unit, method, by, rhythm, goal, start, since, about } = measure;
  return {
    what,
    unit,
    method,
    by,
    every: String(rhythm.every),
    rhythm: rhythm.unit,
    goal: goalText(goal),
    start: start ?? "",
    since: longDate(since),
    about,
  };
}

/** Returns what the core is to be told of a measure. Throws {@link Failed} at a field that makes no sense. */
export function measureOf(text: MeasureText): Omit<Arguments<"measure.add">, "objective" | "start"> {
  const every = Number(text.every);
  if (!Number.isInteger(every) || every < 1)
    throw new Failed({
      code: "no-rhythm",
      message: t("measures.rhythm.wrong"),
      hint: null,
      field: "rhythm",
    });
  const since = dateFrom(text.since, "since");
  return {
    what: text.what,
    unit: text.unit,
    method: text.method,
    by: text.by,
    rhythm: { every, unit: text.rhythm },
    goal: goalOf(text.goal),
    about: text.about.map(({ to, id }) => `${to}:${id}`),
    ...(since === null ? {} : { since }),
  };
}
