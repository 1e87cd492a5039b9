import type { Mark } from "$design";
import type { Readiness, ReadinessFigure, ReadinessItem, Worth } from "$host";
import { t, type Key } from "$i18n";

/** By what the figures are laid out. */
export type View = "themes" | "clauses" | "groups";

/** A figure as the table shows it, with the requirements that it is made of. */
export interface ShownFigure {
  key: string;
  title: string;
  figure: ReadinessFigure;
  items: ReadinessItem[];
}

const emptyFigure: ReadinessFigure = { percent: 0, met: 0, under_way: 0, total: 0 };

/** Returns the figures of a view, each with the requirements that it is made of. */
export function shownFigures(readiness: Readiness, view: View): ShownFigure[] {
  const { items } = readiness;
  switch (view) {
    case "themes":
      return readiness.themes.map((of) => ({
        key: of.theme,
        title: t(`readiness.theme.${of.theme}`),
        figure: of,
        items: items.filter((item) => item.theme === of.theme),
      }));
    case "clauses":
      return readiness.clauses.map((of) => ({
        key: of.clause,
        title: `${of.clause} ${of.title}`,
        figure: of,
        items: items.filter((item) => item.heading === of.clause),
      }));
    case "groups": {
      const groups = readiness.groups.map((of) => ({
        key: of.group,
        title: `${of.group} ${of.title}`,
        figure: of,
        items: items.filter((item) => item.heading === of.group),
      }));
      const own = items.filter((item) => item.kind === "control" && item.heading === null);
      if (own.length === 0) return groups;
      const beside = {
        key: "own",
        title: t("readiness.own"),
        figure: readiness.own ?? emptyFigure,
        items: own,
      };
      return [...groups, beside];
    }
  }
}

const marks: Record<Worth, Mark> = {
  "left-out": "excluded",
  "excluded-thinly": "warning",
  undecided: "undecided",
  "not-started": "none",
  planned: "planned",
  "in-progress": "progress",
  unproven: "warning",
  nonconforming: "danger",
  proven: "done",
  verified: "done",
};

/** Returns what a requirement is worth, as a shape and a word. */
export function worthMark(worth: Worth): { mark: Mark; word: string } {
  return { mark: marks[worth], word: t(`readiness.worth.${worth}`) };
}

/** Returns what is said of the evidence for a requirement. */
export function evidenceWords(item: ReadinessItem): string {
  if (item.evidence === 0) return t("readiness.evidence.none");
  const key: Key = item.current ? "readiness.evidence.holds" : "readiness.evidence.lapsed";
  return t(key, { n: item.evidence });
}

/** Returns what part of a whole something is, for a bar. */
export function share(part: number, whole: number): string {
  return `${whole === 0 ? 0 : (100 * part) / whole}%`;
}
