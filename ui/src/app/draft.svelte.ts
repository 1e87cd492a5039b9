import { Failed } from "$host";

/** How long typing rests before what was typed is sent, in milliseconds. */
export const REST = 4_000;

interface Ways {
  /** What the core has. */
  recorded: () => string;
  /** Sends what was typed, and rejects where the core refuses it. */
  send: (text: string) => Promise<unknown>;
  /** Told whenever it begins or ceases to hold something that the core does not have. */
  onunsaved?: (unsaved: boolean) => void;
}

/**
 * The text of one field on its way to the core.
 *
 * What was typed stays here until the core has it, whatever becomes of the field on the screen.
 */
export class Draft {
  failure = $state.raw<Failed | null>(null);

  #typed = $state.raw<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  readonly #ways: Ways;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** What the field shows. */
  get text(): string {
    return this.#typed ?? this.#ways.recorded();
  }

  set text(text: string) {
    this.#typed = text;
    this.failure = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), REST);
    this.#tell();
  }

  /** Whether it holds something that the core does not have. */
  get unsaved(): boolean {
    return this.#typed !== null && this.#typed !== this.#ways.recorded();
  }

  /** Sends what was typed, where something was. Never rejects: a failure stays beside the field. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#sending !== null) await this.#sending;
    const typed = this.#typed;
    if (typed === null) return;
    if (typed === this.#ways.recorded()) {
      this.#typed = null;
      this.#tell();
      return;
    }
    const sending = this.#send(typed);
    this.#sending = sending;
    await sending;
    this.#sending = null;
  }

  /** Gives up what was typed. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
    this.failure = null;
    this.#tell();
  }

  async #send(typed: string): Promise<void> {
    try {
      await this.#ways.send(typed);
      if (this.#typed === typed) this.#typed = null;
      this.failure = null;
    } catch (reason) {
      if (this.#typed === typed) this.failure = Failed.from(reason);
    }
    this.#tell();
  }

  #tell(): void {
    this.#ways.onunsaved?.(this.unsaved);
  }
}
