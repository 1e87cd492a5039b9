import { closing, endsAtClosing } from "$app/closing.svelte";
import { call } from "$host";
import { evidenceList } from "../list.svelte";

/** Reads files that are new for the words inside them, quietly. */
class Reading {
  #running: AbortController | null = null;
  #again = false;

  constructor() {
    endsAtClosing(() => this.stop());
  }

  /** Reads, where something is unread. */
  async begin(): Promise<void> {
    try {
      const { unread } = await call("evidence.list", { limit: 0 });
      if (unread > 0) await this.run();
    } catch {
      // The list says what is wrong, where somebody looks at it; here nobody waits for anything.
    }
  }

  /** Reads; once more at the end where it was asked for in between. Rejects never. */
  async run(): Promise<void> {
    if (closing.begun) return;
    if (this.#running !== null) {
      this.#again = true;
      return;
    }
    const run = new AbortController();
    this.#running = run;
    try {
      do {
        this.#again = false;
        const { read } = await call("evidence.read", {}, { signal: run.signal });
        // What is searched for may now be found inside.
        if (read > 0) await evidenceList.load();
      } while (this.#wanted(run));
    } catch {
      // What could not be read now is read the next time.
    }
    if (this.#running === run) this.#running = null;
  }

  /** Gives up what is under way, because the workspace is left. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.#again = false;
  }

  #wanted(run: AbortController): boolean {
    return this.#again && this.#running === run;
  }
}

export const reading = new Reading();
