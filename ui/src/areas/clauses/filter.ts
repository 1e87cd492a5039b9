import type { AssessedClause, Clause } from "$host";
import { isoDate } from "$i18n/dates";

/** A question that a clause answers with yes or no; a chip over the table asks it. */
export const facets = [
  "unfinished",
  "no-owner",
  "no-evidence",
  "overdue",
  "not-started",
  "planned",
  "in-progress",
  "implemented",
] as const;
export type Facet = (typeof facets)[number];

/** What the table is narrowed to. Several facets together show what answers any of them. */
export interface Filter {
  text: string;
  facets: readonly Facet[];
}

/** Clauses under one heading of the standard. */
export interface Section {
  id: string;
  title: string;
  clauses: readonly AssessedClause[];
}

/** Returns whether a clause should have been met before today. */
export function overdue(clause: AssessedClause, today: string = isoDate(new Date())): boolean {
  return clause.status !== "implemented" && clause.target !== null && clause.target < today;
}

/** Returns whether a clause is said to be met and nothing shows it. */
export function unproved(clause: AssessedClause): boolean {
  return clause.status === "implemented" && clause.evidence === 0;
}

/** Returns whether a clause that is begun has nobody who answers for it. */
export function ownerless(clause: AssessedClause): boolean {
  return clause.owner.trim() === "";
}

/** Returns whether a clause answers a facet. */
export function answers(clause: AssessedClause, facet: Facet, unfinished: ReadonlySet<string>): boolean {
  switch (facet) {
    case "unfinished":
      return unfinished.has(clause.id);
    case "no-owner":
      return ownerless(clause);
    case "no-evidence":
      return unproved(clause);
    case "overdue":
      return overdue(clause);
    case "not-started":
    case "planned":
    case "in-progress":
    case "implemented":
      return clause.status === facet;
  }
}

/** Returns whether a clause holds every word: in its number, title, owner or texts. */
export function matches(clause: AssessedClause, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [clause.id, clause.title, clause.owner, clause.how, clause.notes].join("\n").toLowerCase();
  return words.every((word) => all.includes(word));
}

/** Returns the clauses that the filter lets through, in their order. */
export function filtered(
  clauses: readonly AssessedClause[],
  filter: Filter,
  unfinished: ReadonlySet<string>,
): readonly AssessedClause[] {
  return clauses.filter(
    (clause) =>
      matches(clause, filter.text) &&
      (filter.facets.length === 0 || filter.facets.some((facet) => answers(clause, facet, unfinished))),
  );
}

/** Returns how many clauses answer each facet. */
export function counts(
  clauses: readonly AssessedClause[],
  unfinished: ReadonlySet<string>,
): Record<Facet, number> {
  const count = (facet: Facet): number =>
    clauses.filter((clause) => answers(clause, facet, unfinished)).length;
  return Object.fromEntries(facets.map((facet) => [facet, count(facet)])) as Record<Facet, number>;
}

/** Returns the clauses under the headings 4 to 10. */
export function arranged(clauses: readonly AssessedClause[], headings: readonly Clause[]): Section[] {
  const top = (id: string): string => id.split(".")[0] ?? id;
  const ids = [...new Set(clauses.map((clause) => top(clause.id)))];
  return ids.map((id) => ({
    id,
    title: headings.find((heading) => heading.id === id)?.title ?? "",
    clauses: clauses.filter((clause) => top(clause.id) === id),
  }));
}
