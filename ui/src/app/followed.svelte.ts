import { Failed, type Progress, type Waiting } from "$host";

/** Long work that the person follows and may stop: its value, how far it is, and how it ended. */
export class Followed<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<Failed | null>(null);
  progress = $state.raw<Progress | null>(null);
  pending = $state(false);
  stopped = $state(false);

  #run: AbortController | null = null;
  readonly #ask: (waiting: Waiting) => Promise<T>;

  constructor(ask: (waiting: Waiting) => Promise<T>) {
    this.#ask = ask;
  }

  /** Asks anew; what is still under way is given up, and what came before stays until then. Never rejects. */
  async load(): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.pending = true;
    this.stopped = false;
    this.progress = null;
    try {
      const value = await this.#ask({
        signal: run.signal,
        onprogress: (progress) => {
          if (this.#run === run) this.progress = progress;
        },
      });
      if (this.#run !== run) return;
      this.value = value;
      this.failure = null;
    } catch (reason) {
      if (this.#run !== run) return;
      if (run.signal.aborted) this.stopped = true;
      else this.failure = Failed.from(reason);
    }
    this.pending = false;
  }

  /** Stops what is under way; what came before stays. */
  stop(): void {
    this.#run?.abort();
  }

  /** Gives up what is under way and forgets what came before. */
  forget(): void {
    this.#run?.abort();
    this.#run = null;
    this.value = null;
    this.failure = null;
    this.progress = null;
    this.pending = false;
    this.stopped = false;
  }
}
