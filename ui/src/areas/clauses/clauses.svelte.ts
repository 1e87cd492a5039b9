import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { call, type Arguments, type AssessedClause } from "$host";

/** All clauses that can be assessed, as the core has them. */
class ClausesStore {
  readonly list = new Awaited<AssessedClause[]>(() => call("clause.list", {}));

  readonly #byId = $derived(new Map((this.list.value ?? []).map((clause) => [clause.id, clause])));

  get all(): readonly AssessedClause[] {
    return this.list.value ?? [];
  }

  get(id: string): AssessedClause | undefined {
    return this.#byId.get(id);
  }

  /** Everybody who answers for a clause, by name. */
  get owners(): string[] {
    const names = new Set(this.all.map((clause) => clause.owner.trim()).filter((owner) => owner !== ""));
    return [...names].sort((a, b) => a.localeCompare(b));
  }

  async set(ids: readonly string[], fields: Omit<Arguments<"clause.set">, "clauses">): Promise<void> {
    const changed = await change("clause.set", { clauses: [...ids], ...fields });
    const byId = new Map(changed.map((clause) => [clause.id, clause]));
    this.list.value = this.all.map((clause) => byId.get(clause.id) ?? clause);
  }
}

export const clauses = new ClausesStore();
