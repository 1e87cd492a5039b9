import type { Mark } from "$design";
import type { Coverage, Covered, LawFact, LawTiming } from "$host";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";

const marks: Record<Coverage, Mark> = {
  "in-place": "done",
  unproven: "warning",
  "under-way": "progress",
  open: "none",
  excluded: "excluded",
};

/** Returns the shape and word of how a requirement counts. */
export function coverageMark(coverage: Coverage): { mark: Mark; word: string } {
  return { mark: marks[coverage], word: t(`coverage.${coverage}`) };
}

/** Returns the shape and words of how much of what relates to a place is in place. */
export function coveredMark(covered: Covered): { mark: Mark; word: string } {
  const word = t("frameworks.covered", { n: covered.in_place, of: covered.related });
  if (covered.in_place === covered.related) return { mark: "done", word };
  const begun = covered.in_place + covered.unproven + covered.under_way > 0;
  return { mark: begun ? "progress" : "none", word };
}

/** Returns how the requirements that relate to a place stand, each way that there is, the furthest first. */
export function parts(covered: Covered): { coverage: Coverage; n: number }[] {
  const all: { coverage: Coverage; n: number }[] = [
    { coverage: "in-place", n: covered.in_place },
    { coverage: "unproven", n: covered.unproven },
    { coverage: "under-way", n: covered.under_way },
    { coverage: "open", n: covered.open },
    { coverage: "excluded", n: covered.excluded },
  ];
  return all.filter(({ n }) => n > 0);
}

const timings: Record<LawTiming, Mark> = { past: "info", next: "warning", later: "planned", undated: "none" };

/** Returns the shape of a fact's timing, and its day in words: "Applies from 2 December 2026". */
export function timingMark(fact: LawFact): { mark: Mark; word: string } {
  return { mark: timings[fact.timing], word: dated(fact) };
}

function dated({ kind, day, timing }: LawFact): string {
  if (kind === "stands" || day === null) return t("law.stands");
  const date = longDate(day);
  return timing === "past" ? t(`law.past.${kind}`, { date }) : t(`law.to-come.${kind}`, { date });
}
