import { Failed, pick, type Arguments, type Progress, type Waiting } from "$host";

/** A backup that is opened for some work: which file, its passphrase where it has one, and what became of it. */
export class Opening<R> {
  file = $state<string | null>(null);
  passphrase = $state("");
  /** Whether the file turned out to be sealed. */
  sealed = $state(false);
  run = $state.raw<AbortController | null>(null);
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failed | null>(null);
  result = $state.raw<R | null>(null);

  #left = false;
  readonly #work: (backup: Arguments<"backup.check">, waiting: Waiting) => Promise<R>;

  constructor(work: (backup: Arguments<"backup.check">, waiting: Waiting) => Promise<R>) {
    this.#work = work;
  }

  /** Lets the person choose a file and does the work on it. Never rejects. */
  async choose(title: string): Promise<void> {
    if (this.run !== null) return;
    try {
      const file = await pick({ kind: "file", title, suggestion: null, extension: null });
      if (file === null) return;
      this.file = file;
      this.passphrase = "";
      this.sealed = false;
    } catch (reason) {
      this.failure = Failed.from(reason);
      return;
    }
    await this.go();
  }

  /** Stops the work, and begins no other: the person has gone. */
  leave(): void {
    this.#left = true;
    this.run?.abort();
  }

  /** Does the work on the chosen file. Never rejects. */
  async go(): Promise<void> {
    if (this.run !== null || this.file === null || this.#left) return;
    const run = new AbortController();
    this.run = run;
    this.progress = null;
    this.failure = null;
    this.result = null;
    try {
      const sealed = this.sealed && this.passphrase !== "";
      this.result = await this.#work(
        { file: this.file, ...(sealed ? { passphrase: this.passphrase } : {}) },
        { signal: run.signal, onprogress: (progress) => (this.progress = progress) },
      );
      this.passphrase = "";
      this.sealed = false;
    } catch (reason) {
      const failure = Failed.from(reason);
      const asked = failure.code === "passphrase-needed";
      // The first time the question itself says what is missing.
      const first = asked && !this.sealed;
      if (asked || failure.code === "wrong-passphrase") this.sealed = true;
      if (failure.code !== "stopped" && !first) this.failure = failure;
    } finally {
      this.run = null;
      this.progress = null;
    }
  }
}
