import { Awaited } from "$app/awaited.svelte";
import { call, type AnnexC, type Catalogue, type CatalogueControl, type Clause, type Group } from "$host";

/** The catalogue, asked for once: it never changes while the window is open. */
class CatalogueStore {
  readonly whole = new Awaited<Catalogue>(() => call("catalogue.show", {}));

  readonly #controls = $derived(byId<CatalogueControl>(this.whole.value?.controls));
  readonly #groups = $derived(byId<Group>(this.whole.value?.groups));
  readonly #clauses = $derived(byId<Clause>(this.whole.value?.clauses));
  readonly #annexC = $derived(
    byId<AnnexC>([...(this.whole.value?.objectives ?? []), ...(this.whole.value?.risk_sources ?? [])]),
  );

  async load(): Promise<void> {
    if (this.whole.value === null) await this.whole.load();
  }

  control(id: string): CatalogueControl | undefined {
    return this.#controls.get(id);
  }

  group(id: string): Group | undefined {
    return this.#groups.get(id);
  }

  clause(id: string): Clause | undefined {
    return this.#clauses.get(id);
  }

  /** An objective or a source of risk of Annex C. */
  annexC(id: string): AnnexC | undefined {
    return this.#annexC.get(id);
  }

  /** The groups in their order; A.6 stands before its two parts. */
  get groups(): readonly Group[] {
    return this.whole.value?.groups ?? [];
  }
}

function byId<T extends { id: string }>(rows: readonly T[] | undefined): Map<string, T> {
  return new Map((rows ?? []).map((row) => [row.id, row]));
}

export const catalogue = new CatalogueStore();
