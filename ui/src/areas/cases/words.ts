import type { Mark } from "$design";
import type { CaseDuty, CaseHarm, CaseKind, CaseRow } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";

export const kinds: readonly CaseKind[] = ["concern", "complaint", "incident"];

export const harms: readonly CaseHarm[] = [
  "death",
  "health",
  "rights",
  "property",
  "infrastructure",
  "widespread",
  "personal-data",
];

/** Returns how a case stands: closed, or whose time runs until when. */
export function caseMark({ closed, next_due, overdue }: CaseRow): { mark: Mark; word: string } {
  if (closed) return { mark: "done", word: t("cases.state.closed") };
  if (next_due === null) return { mark: "progress", word: t("cases.state.open") };
  const date = longDate(next_due);
  return overdue
    ? { mark: "danger", word: t("cases.state.overdue", { date }) }
    : { mark: "warning", word: t("cases.state.due", { date }) };
}

/** Returns how a duty stands. */
export function dutyMark(duty: CaseDuty): { mark: Mark; word: string } {
  const { standing } = duty;
  switch (standing.state) {
    case "told": {
      const date = longDate(standing.on);
      return standing.in_time
        ? { mark: "done", word: t("cases.duty.told", { date }) }
        : { mark: "warning", word: t("cases.duty.told-late", { date }) };
    }
    case "ruled-out":
      return { mark: "excluded", word: t("cases.duty.ruled-out") };
    case "open":
    case "undecided":
      return { mark: duty.overdue ? "danger" : "warning", word: timeWords(duty) };
  }
}

function timeWords({ days_left, due }: CaseDuty): string {
  const date = longDate(due);
  if (days_left < 0) return t("cases.duty.passed", { n: -days_left, date });
  if (days_left === 0) return t("cases.duty.today");
  return t("cases.duty.left", { n: days_left, date });
}
