import type { ActionRow } from "$host";
import { t } from "$i18n";
import { fromIso, isoDate, longDate } from "$i18n/dates";
import type { Grouping } from "./view.svelte";

/** Actions under one heading. */
export interface ActionGroup {
  key: string;
  title: string;
  rows: readonly ActionRow[];
  /** How many there are, of which these are the first. */
  total: number;
}

/** The headings that stand on the board also where nothing stands below them, in their order. */
const always = ["overdue", "this-week", "later", "done"] as const;

/** Returns the Monday of the week of a date; what is no date comes back as it is. */
export function mondayOf(date: string): string {
  const day = fromIso(date);
  if (day === null) return date;
  return isoDate(new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7)));
}

/** Puts actions under their headings; each keeps its place among the others of its group. */
export function grouped(rows: readonly ActionRow[], by: Grouping, now: Date = new Date()): ActionGroup[] {
  const groups = new Map<string, ActionRow[]>(by === "state" ? always.map((key) => [key, []]) : []);
  for (const row of rows) {
    const key = keyOf(row, by, now);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = [...groups].map(([key, each]) => ({
    key,
    title: titleOf(key, by),
    rows: each,
    total: each.length,
  }));
  return by === "person" ? all.sort((one, other) => one.title.localeCompare(other.title)) : all;
}

/** Returns the first rows of all groups together; a group of which nothing is left is left out. */
export function firstOf(groups: readonly ActionGroup[], most: number): ActionGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

function keyOf(row: ActionRow, by: Grouping, now: Date): string {
  if (by === "person") return row.owner;
  if (row.state !== "planned") return row.state;
  if (by === "week") return mondayOf(row.due);
  return mondayOf(row.due) <= mondayOf(isoDate(now)) ? "this-week" : "later";
}

function titleOf(key: string, by: Grouping): string {
  if (by === "person") return key;
  switch (key) {
    case "overdue":
    case "done":
    case "dropped":
      return t(`actions.state.${key}`);
    case "this-week":
    case "later":
      return t(`actions.due.${key}`);
    default:
      return t("actions.week", { date: longDate(key) });
  }
}
