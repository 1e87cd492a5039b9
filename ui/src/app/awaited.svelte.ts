import { Failed } from "$host";

/**
 * Something that is asked for and awaited: its value, why it failed, and whether it is under way.
 *
 * Where it is asked for again before the first answer came, only the last answer counts.
 */
export class Awaited<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<Failed | null>(null);
  pending = $state(false);

  #asked = 0;
  readonly #ask: () => Promise<T>;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  /** Asks; never rejects, but keeps the failure. */
  async load(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    this.pending = true;
    try {
      const value = await this.#ask();
      if (mine !== this.#asked) return;
      this.value = value;
      this.failure = null;
    } catch (reason) {
      if (mine !== this.#asked) return;
      this.failure = Failed.from(reason);
    }
    this.pending = false;
  }

  /** Forgets what it holds, and any answer still on its way. */
  forget(): void {
    this.#asked += 1;
    this.value = null;
    this.failure = null;
    this.pending = false;
  }
}
