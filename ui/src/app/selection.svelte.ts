import { SvelteSet } from "svelte/reactivity";

/** Which rows of a list are chosen for a change of many at once. */
export class Selection {
  readonly ids = new SvelteSet<string>();
  #anchor: string | null = null;

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Chooses a row, or gives it back. */
  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.#anchor = id;
  }

  /**
   * Brings all rows between the last one touched and this one to the state that this one gets.
   *
   * `rows` are the rows as they stand on the screen.
   */
  toggleTo(id: string, rows: readonly string[]): void {
    const from = this.#anchor === null ? -1 : rows.indexOf(this.#anchor);
    const to = rows.indexOf(id);
    if (from < 0 || to < 0) {
      this.toggle(id);
      return;
    }
    const choose = !this.ids.has(id);
    for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (choose) this.ids.add(each);
      else this.ids.delete(each);
    }
    this.#anchor = id;
  }

  /** Chooses all of these rows, or gives all of them back where all are chosen. */
  toggleAll(rows: readonly string[]): void {
    const all = rows.every((id) => this.ids.has(id));
    for (const id of rows) {
      if (all) this.ids.delete(id);
      else this.ids.add(id);
    }
  }

  /** Gives back what is not among these rows: what a change of many touches is always in sight. */
  keepOnly(rows: ReadonlySet<string>): void {
    for (const id of [...this.ids]) if (!rows.has(id)) this.ids.delete(id);
  }

  /** Gives these rows back. */
  remove(rows: readonly string[]): void {
    for (const id of rows) this.ids.delete(id);
  }

  clear(): void {
    this.ids.clear();
    this.#anchor = null;
  }
}
