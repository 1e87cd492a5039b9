import { closing, endsAtClosing } from "$app/closing.svelte";
import { call, Failed, type Progress, type Verification } from "$host";

/** How many files the check at the start reads. */
const SAMPLE = 100;

/** Whether the workspace is as it should be: the database, its history, and the files of the evidence. */
class Integrity {
  /** The check that the person asked for; null where none runs. */
  run = $state.raw<AbortController | null>(null);
  progress = $state.raw<Progress | null>(null);
  result = $state.raw<Verification | null>(null);
  failure = $state.raw<Failed | null>(null);
  /** Whether the result is of a few files only. */
  sampled = $state(false);

  #quiet: AbortController | null = null;
  #age = 0;

  constructor() {
    endsAtClosing(() => this.#stop());
  }

  /** Whether something is known to be wrong. */
  get wrong(): boolean {
    return this.failure !== null || this.result?.ok === false;
  }

  /** Checks everything. Never rejects. */
  async check(): Promise<void> {
    if (this.run !== null) return;
    this.#quiet?.abort();
    const run = new AbortController();
    const age = this.#age;
    this.run = run;
    this.progress = null;
    this.failure = null;
    try {
      // What was found stays until something newer is.
      const result = await call(
        "workspace.verify",
        {},
        { signal: run.signal, onprogress: (step) => (this.progress = step) },
      );
      if (age !== this.#age) return;
      this.result = result;
      this.sampled = false;
    } catch (reason) {
      if (age !== this.#age) return;
      if (run.signal.aborted) return;
      this.result = null;
      this.failure = Failed.from(reason);
    } finally {
      if (this.run === run) this.run = null;
    }
  }

  /** Checks the database and a few files, quietly: only what is wrong is told. Never rejects. */
  async sample(): Promise<void> {
    if (this.run !== null || closing.begun) return;
    const run = new AbortController();
    const age = this.#age;
    this.#quiet = run;
    try {
      const result = await call("workspace.verify", { sample: SAMPLE }, { signal: run.signal });
      if (age !== this.#age || run.signal.aborted || result.ok) return;
      this.result = result;
      this.sampled = true;
    } catch (reason) {
      if (age === this.#age && !run.signal.aborted) this.failure = Failed.from(reason);
    }
  }

  /** Forgets everything, as where another workspace is opened. */
  forget(): void {
    this.#age += 1;
    this.#stop();
    this.run = null;
    this.progress = null;
    this.result = null;
    this.failure = null;
  }

  #stop(): void {
    this.run?.abort();
    this.#quiet?.abort();
  }
}

export const integrity = new Integrity();
