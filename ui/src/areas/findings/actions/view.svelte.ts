import { Selection } from "$app/selection.svelte";
import type { ActionRow } from "$host";
import { findingOf, isToDo } from "../words";
import { me } from "./me.svelte";

/** How the actions are put together: by how they stand, by the week in which they are due, or by person. */
export type Grouping = "state" | "week" | "person";

/** Below each other, or side by side. */
export type Layout = "list" | "board";

/** How the person looks at the actions. It stays while they are in other rooms. */
class View {
  words = $state("");
  done = $state(false);
  overdue = $state(false);
  mine = $state(false);
  owner = $state<string | null>(null);
  grouping = $state<Grouping>("week");
  layout = $state<Layout>("list");
  readonly selection = new Selection();

  showAll(): void {
    this.words = "";
    this.done = true;
    this.overdue = false;
    this.mine = false;
    this.owner = null;
  }

  /** Begins anew, as in another workspace. */
  forget(): void {
    this.showAll();
    this.done = false;
    this.grouping = "week";
    this.layout = "list";
    this.selection.clear();
  }

  /** Whether what is done is looked at as well: the board by state has a column for it. */
  readonly ended: boolean = $derived(this.done || (this.layout === "board" && this.grouping === "state"));

  /** Returns whether an action is among those that are asked for. */
  shows(row: ActionRow): boolean {
    if (!this.done && !isToDo(row) && !(this.ended && row.state === "done")) return false;
    if (this.overdue && row.state !== "overdue") return false;
    if (this.mine && !me.is(row.owner)) return false;
    if (this.owner !== null && row.owner !== this.owner) return false;
    const said = [row.id, row.text, row.owner, findingOf(row) ?? "", row.of ?? ""].join(" ").toLowerCase();
    return this.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word));
  }
}

export const actionView = new View();
