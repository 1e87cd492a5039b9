import { Selection } from "$app/selection.svelte";
import { catalogue } from "$areas/catalogue";
import type { Control } from "$host";
import { controls } from "./controls.svelte";
import { drafts } from "./drafts.svelte";
import { arranged, counts, filtered, type Facet, type Section, type Sort } from "./filter";

/** How the person looks at the controls. It stays while they are in other rooms. */
class View {
  text = $state("");
  facets = $state.raw<readonly Facet[]>([]);
  sort = $state.raw<Sort>({ by: "number", descending: false });
  readonly selection = new Selection();

  readonly #filtered: readonly Control[] = $derived(
    filtered(controls.all, { text: this.text, facets: this.facets }, drafts.unfinished),
  );
  readonly sections: readonly Section[] = $derived(arranged(this.#filtered, catalogue.groups, this.sort));
  /** The rows as they stand on the screen. */
  readonly rows: readonly Control[] = $derived(this.sections.flatMap((section) => section.controls));
  readonly ids: readonly string[] = $derived(this.rows.map((control) => control.id));
  readonly counts = $derived(counts(controls.all, drafts.unfinished));

  get narrowed(): boolean {
    return this.text.trim() !== "" || this.facets.length > 0;
  }

  toggle(facet: Facet): void {
    this.facets = this.facets.includes(facet)
      ? this.facets.filter((each) => each !== facet)
      : [...this.facets, facet];
  }

  sortBy(by: Sort["by"]): void {
    this.sort = { by, descending: this.sort.by === by && !this.sort.descending };
  }

  showAll(): void {
    this.text = "";
    this.facets = [];
  }

  /** Returns the row so many steps from this one, or null where the list ends. */
  neighbour(id: string | null, steps: number): string | null {
    if (id === null) return this.ids[0] ?? null;
    const index = this.ids.indexOf(id);
    return index < 0 ? (this.ids[0] ?? null) : (this.ids[index + steps] ?? null);
  }
}

export const view = new View();
