import { SvelteMap } from "svelte/reactivity";
import { change } from "$app/change.svelte";
import { call, type Arguments, type Evidence, type EvidenceDetails, type RemovedEvidence } from "$host";

type Fields = Omit<Arguments<"evidence.set">, "ids">;

/** The pieces of evidence that were opened, as the core has them, and what can be done with evidence. */
class Pieces {
  readonly #shown = new SvelteMap<string, EvidenceDetails>();

  /** Returns a piece that was opened before. */
  get(id: string): EvidenceDetails | undefined {
    return this.#shown.get(id);
  }

  async show(id: string): Promise<EvidenceDetails> {
    const piece = await call("evidence.show", { id });
    this.#shown.set(id, piece);
    return piece;
  }

  async set(ids: readonly string[], fields: Fields): Promise<void> {
    this.#merge(await change("evidence.set", { ids: [...ids], ...fields }));
  }

  async link(ids: readonly string[], targets: readonly string[]): Promise<void> {
    this.#merge(await change("evidence.link", { ids: [...ids], targets: [...targets] }));
  }

  async unlink(ids: readonly string[], targets: readonly string[]): Promise<void> {
    this.#merge(await change("evidence.unlink", { ids: [...ids], targets: [...targets] }));
  }

  async remove(ids: readonly string[], why: string): Promise<RemovedEvidence[]> {
    return change("evidence.remove", { ids: [...ids], why });
  }

  forget(): void {
    this.#shown.clear();
  }

  /** Takes in what the core answered, before the piece is asked for again. */
  #merge(changed: readonly Evidence[]): void {
    for (const piece of changed) {
      const before = this.#shown.get(piece.id);
      if (before !== undefined) this.#shown.set(piece.id, { ...before, ...piece });
    }
  }
}

export const pieces = new Pieces();
