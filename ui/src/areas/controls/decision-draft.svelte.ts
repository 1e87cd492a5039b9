import { REST } from "$app/draft.svelte";
import { Failed } from "$host";
import {
  complete,
  deciding,
  missing,
  same,
  withWords,
  type Deciding,
  type Decision,
  type Missing,
} from "./decision";

interface Ways {
  recorded: () => Decision;
  send: (decision: Decision) => Promise<unknown>;
  onunsaved: (unsaved: boolean) => void;
}

/**
 * A decision on its way to the core: sent as soon as it is complete, kept until then.
 */
export class DecisionDraft {
  failure = $state.raw<Failed | null>(null);
  sending = $state(false);

  #made = $state.raw<Deciding | null>(null);
  /** The words of the answer that is not given now, in case the person changes their mind again. */
  #kept = $state.raw<Deciding | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #ways: Ways;

  constructor(ways: Ways) {
    this.#ways = ways;
  }

  /** What the fields show. */
  get now(): Deciding {
    if (this.#made !== null) return this.#made;
    const recorded = deciding(this.#ways.recorded());
    return this.#kept === null ? recorded : withWords(recorded, this.#kept);
  }

  /** What is missing before it can be recorded; nothing where it is as recorded. */
  get missing(): Missing[] {
    return this.unsaved ? missing(this.now) : [];
  }

  /** Whether it says something that the core does not have. */
  get unsaved(): boolean {
    return this.#made !== null && !same(this.#made, deciding(this.#ways.recorded()));
  }

  /** Changes part of it. A choice is sent at once where it completes the decision, a text when typing rests. */
  set(part: Partial<Deciding>, { typing = false }: { typing?: boolean } = {}): void {
    this.#made = { ...this.now, ...part };
    this.failure = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), typing ? REST : 0);
    this.#tell();
  }

  /** Sends it where it is complete. Never rejects: a failure stays beside the fields. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running !== null) await this.#running;
    if (!this.unsaved) {
      this.#rest();
      this.#tell();
      return;
    }
    const made = this.now;
    const decision = complete(made);
    if (decision === null) return;
    const running = this.#send(made, decision);
    this.#running = running;
    await running;
    this.#running = null;
  }

  /** Gives up what is not recorded. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#made = null;
    this.#kept = null;
    this.failure = null;
    this.#tell();
  }

  /** Follows what is recorded again, and keeps the words. */
  #rest(): void {
    this.#kept = this.now;
    this.#made = null;
  }

  async #send(made: Deciding, decision: Decision): Promise<void> {
    this.sending = true;
    try {
      await this.#ways.send(decision);
      if (this.#made === made) this.#rest();
      this.failure = null;
    } catch (reason) {
      if (this.#made === made) this.failure = Failed.from(reason);
    } finally {
      this.sending = false;
    }
    this.#tell();
  }

  #tell(): void {
    this.#ways.onunsaved(this.unsaved);
  }
}
