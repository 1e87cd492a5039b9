import type { Control, Group } from "$host";
import { overdue, ownerless, standing, unproved } from "./status";

/** A question that a control answers with yes or no; a chip over the table asks it. */
export const facets = [
  "undecided",
  "unfinished",
  "no-owner",
  "no-evidence",
  "overdue",
  "in-progress",
  "implemented",
  "planned",
  "not-started",
  "excluded",
  "own",
] as const;
export type Facet = (typeof facets)[number];

/** What the table is narrowed to. Several facets together show what answers any of them. */
export interface Filter {
  text: string;
  facets: readonly Facet[];
}

export interface Sort {
  by: "number" | "status";
  descending: boolean;
}

/** Rows under one heading. A part of A.6 stands under its parent's heading too. */
export interface Section {
  id: string;
  /** The heading's number and title; null where rows stand without one. */
  group: Group | null;
  parent: Group | null;
  own: boolean;
  controls: Control[];
}

/** Returns whether a control answers a facet. */
export function answers(control: Control, facet: Facet, unfinished: ReadonlySet<string>): boolean {
  switch (facet) {
    case "undecided":
    case "excluded":
      return control.decision === facet;
    case "unfinished":
      return unfinished.has(control.id);
    case "no-owner":
      return ownerless(control);
    case "no-evidence":
      return unproved(control);
    case "overdue":
      return overdue(control);
    case "own":
      return control.origin === "own";
    case "not-started":
    case "planned":
    case "in-progress":
    case "implemented":
      return control.decision === "applicable" && control.status === facet;
  }
}

/** Returns whether a control holds every word: in its number, title, owner, source or texts. */
export function matches(control: Control, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const own = control.origin === "own" ? control.source : "";
  const justification = control.decision === "undecided" ? "" : control.justification;
  const all = [control.id, control.title, control.owner, own, justification, control.how, control.notes]
    .join("\n")
    .toLowerCase();
  return words.every((word) => all.includes(word));
}

/** Returns the controls that the filter lets through, in their order. */
export function filtered(
  controls: readonly Control[],
  filter: Filter,
  unfinished: ReadonlySet<string>,
): readonly Control[] {
  return controls.filter(
    (control) =>
      matches(control, filter.text) &&
      (filter.facets.length === 0 || filter.facets.some((facet) => answers(control, facet, unfinished))),
  );
}

/** Returns how many controls answer each facet. */
export function counts(controls: readonly Control[], unfinished: ReadonlySet<string>): Record<Facet, number> {
  const count = (facet: Facet): number =>
    controls.filter((control) => answers(control, facet, unfinished)).length;
  return Object.fromEntries(facets.map((facet) => [facet, count(facet)])) as Record<Facet, number>;
}

const order = ["undecided", "none", "planned", "progress", "done", "excluded"];

/**
 * Returns the rows under their headings.
 *
 * By number they stand in Annex A's groups with the company's own last; by status they stand in one run.
 */
export function arranged(controls: readonly Control[], groups: readonly Group[], sort: Sort): Section[] {
  const turned = <T>(rows: T[]): T[] => (sort.descending ? rows.reverse() : rows);
  if (sort.by === "status") {
    const rank = (control: Control): number => order.indexOf(standing(control).mark);
    const rows = turned([...controls].sort((a, b) => rank(a) - rank(b)));
    return rows.length === 0 ? [] : [{ id: "all", group: null, parent: null, own: false, controls: rows }];
  }

  const byGroup = new Map<string, Control[]>();
  const own: Control[] = [];
  for (const control of controls) {
    if (control.origin === "own") own.push(control);
    else byGroup.set(control.group, [...(byGroup.get(control.group) ?? []), control]);
  }
  const sections = groups
    .filter((group) => byGroup.has(group.id))
    .map((group) => ({
      id: group.id,
      group,
      parent: groups.find((each) => each.id === group.parent) ?? null,
      own: false,
      controls: turned(byGroup.get(group.id) ?? []),
    }));
  const known = new Set(groups.map((group) => group.id));
  const strays = [...byGroup].filter(([id]) => !known.has(id)).flatMap(([, rows]) => rows);
  const last = [...own, ...strays];
  const ownSection = { id: "own", group: null, parent: null, own: true, controls: turned(last) };
  return turned(last.length === 0 ? sections : [...sections, ownSection]);
}
