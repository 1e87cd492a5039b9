import { dateFrom } from "$app/typed-date";
import { catalogue } from "$areas/catalogue";
import type { Arguments, AuditCriteria, AuditDetails } from "$host";
import { t } from "$i18n";
import { isoDate, longDate } from "$i18n/dates";

/** What an audit is held against, as it is chosen. */
export type Choice = "everything" | "risk" | "parts";

/** What stands in the fields of an audit, as it is typed. */
export interface PlanText {
  title: string;
  planned: string;
  until: string;
  auditor: string;
  scope: string;
  methods: string;
  systems: readonly string[];
  choice: Choice;
  /** The headings and groups that are chosen, where parts are. */
  parts: readonly string[];
}

/** Returns what the fields begin with: an audit, or one four weeks from now. */
export function planText(of: AuditDetails | null, now: Date = new Date()): PlanText {
  const day = (text: string | null): string => (text === null ? "" : longDate(text));
  const weeks = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 28);
  return {
    title: of?.title ?? "",
    planned: day(of?.planned_for ?? isoDate(weeks)),
    until: day(of?.until ?? null),
    auditor: of?.auditor ?? "",
    scope: of?.scope ?? "",
    methods: of?.methods ?? "",
    systems: of?.systems ?? [],
    choice: "everything",
    parts: [],
  };
}

/** The parts of the standard that can be chosen: the headings of the clauses, and the groups of Annex A. */
export function allParts(): { value: string; label: string }[] {
  const whole = catalogue.whole.value;
  const clauses = (whole?.clauses ?? []).filter(({ parent }) => parent === null);
  const groups = (whole?.groups ?? []).filter(({ parent }) => parent === null);
  return [...clauses, ...groups].map(({ id, title }) => ({
    value: id,
    label: t("audits.part", { id, title }),
  }));
}

type Said = Pick<
  Arguments<"audit.add">,
  "title" | "planned_for" | "auditor" | "scope" | "methods" | "systems"
> & { until: string | null };

/** Returns what the core is told, but for the criteria; throws where a day can't be read. */
export function planOf(text: PlanText): Said {
  const planned = dateFrom(text.planned, "planned_for");
  return {
    title: text.title,
    planned_for: planned ?? isoDate(new Date()),
    until: dateFrom(text.until, "until"),
    auditor: text.auditor,
    scope: text.scope,
    methods: text.methods,
    systems: [...text.systems],
  };
}

/** Returns what an audit is held against. */
export function criteriaOf({ choice, parts }: PlanText): AuditCriteria[] {
  switch (choice) {
    case "everything":
      return [{ choose: "clauses" }, { choose: "controls" }];
    case "risk":
      return [{ choose: "risk" }];
    case "parts":
      return parts.map((id) => ({ choose: "under", id }));
  }
}
