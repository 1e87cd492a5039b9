import { Selection } from "$app/selection.svelte";
import { catalogue } from "$areas/catalogue";
import type { AssessedClause } from "$host";
import { clauses } from "./clauses.svelte";
import { drafts } from "./drafts.svelte";
import { arranged, counts, filtered, type Facet, type Section } from "./filter";

/** How the person looks at the clauses. It stays while they are in other rooms. */
class View {
  text = $state("");
  facets = $state.raw<readonly Facet[]>([]);
  readonly selection = new Selection();

  /** The rows as they stand on the screen. */
  readonly rows: readonly AssessedClause[] = $derived(
    filtered(clauses.all, { text: this.text, facets: this.facets }, drafts.unfinished),
  );
  readonly sections: readonly Section[] = $derived(arranged(this.rows, catalogue.whole.value?.clauses ?? []));
  readonly ids: readonly string[] = $derived(this.rows.map((clause) => clause.id));
  readonly counts = $derived(counts(clauses.all, drafts.unfinished));

  get narrowed(): boolean {
    return this.text.trim() !== "" || this.facets.length > 0;
  }

  toggle(facet: Facet): void {
    this.facets = this.facets.includes(facet)
      ? this.facets.filter((each) => each !== facet)
      : [...this.facets, facet];
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
