import { fromBase64 } from "$app/base64";
import { call, Failed, type Progress, type Warning } from "$host";

/** The statement's pages as they would be exported now. */
export class Preview {
  bytes = $state.raw<Uint8Array | null>(null);
  warnings = $state.raw<readonly Warning[]>([]);
  failure = $state.raw<Failed | null>(null);
  progress = $state.raw<Progress | null>(null);
  pending = $state(false);
  stopped = $state(false);

  #run: AbortController | null = null;

  /** Renders the pages anew; a rendering that is still under way is given up. */
  async load(): Promise<void> {
    this.#run?.abort();
    const run = new AbortController();
    this.#run = run;
    this.pending = true;
    this.stopped = false;
    this.progress = null;
    try {
      const preview = await call(
        "soa.preview",
        {},
        {
          signal: run.signal,
          onprogress: (progress) => {
            if (this.#run === run) this.progress = progress;
          },
        },
      );
      if (this.#run !== run) return;
      this.bytes = fromBase64(preview.pdf);
      this.warnings = preview.warnings;
      this.failure = null;
    } catch (reason) {
      if (this.#run !== run) return;
      if (run.signal.aborted) this.stopped = true;
      else this.failure = Failed.from(reason);
    }
    this.pending = false;
  }

  /** Stops the rendering; the pages shown before stay. */
  stop(): void {
    this.#run?.abort();
  }

  /** Gives up what is under way and what was shown. */
  forget(): void {
    this.#run?.abort();
    this.#run = null;
    this.bytes = null;
    this.warnings = [];
    this.failure = null;
    this.pending = false;
  }
}
