import { Awaited } from "$app/awaited.svelte";
import { call, type FrameworkOverview, type FrameworkPlaceRow, type LawToday } from "$host";

/** The frameworks with their places, and the law's dates, as the core has them. */
class FrameworksStore {
  readonly list = new Awaited<FrameworkOverview[]>(() => call("framework.list", {}));
  readonly law = new Awaited<LawToday>(() => call("framework.law", {}));

  readonly #places = $derived(
    new Map((this.list.value ?? []).flatMap(({ places }) => places.map((place) => [place.reference, place]))),
  );

  /** A place by its reference. */
  place(reference: string): FrameworkPlaceRow | undefined {
    return this.#places.get(reference);
  }

  async load(): Promise<void> {
    await Promise.all([this.list.load(), this.law.load()]);
  }

  forget(): void {
    this.list.forget();
    this.law.forget();
  }
}

export const frameworks = new FrameworksStore();
