import { change } from "$app/change.svelte";
import { toasts } from "$app/toasts.svelte";
import { history } from "$areas/history";
import {
  Failed,
  pick,
  pickFiles,
  type AddedEvidence,
  type Arguments,
  type KnownFile,
  type Progress,
  type Waiting,
} from "$host";
import { t } from "$i18n";
import { reading } from "./reading.svelte";

type About = NonNullable<Arguments<"evidence.add">["about"]>;

/** A file that was not added, and why. */
export interface NotAdded {
  file: string;
  message: string;
  hint: string | null;
}

/** What became of files, where there is more to tell than that they were added. */
export interface Outcome {
  added: number;
  known: readonly KnownFile[];
  refused: readonly NotAdded[];
  stopped: boolean;
}

/** The adding of files: one after the other, across rooms, with its progress and what became of it. */
class Adding {
  /** What is being added now. */
  label = $state<string | null>(null);
  progress = $state.raw<Progress | null>(null);
  /** How much more waits behind it. */
  waiting = $state(0);
  /** What is still to be read by the person, until they dismiss it. */
  outcome = $state.raw<Outcome | null>(null);

  #last: Promise<unknown> = Promise.resolve();
  #run = new AbortController();

  /** Adds files, and all in folders. `odd` are those whose names are no text. Returns what was added. */
  async files(files: readonly string[], about: About = {}, odd: readonly string[] = []): Promise<string[]> {
    const refused = odd.map((file) => ({ file, message: t("evidence.adding.odd"), hint: null }));
    if (files.length === 0) {
      if (refused.length > 0) this.outcome = { added: 0, known: [], refused, stopped: false };
      return [];
    }
    return this.#add(
      t("evidence.adding.files", { n: files.length }),
      (waiting) => change("evidence.add", { files: [...files], about }, waiting),
      files[0] ?? "",
      refused,
    );
  }

  /** Adds a file that is given as its bytes. */
  async pasted(name: string, bytes: string, about: About): Promise<string[]> {
    return this.#add(
      t("evidence.adding.pasted", { name }),
      (waiting) => change("evidence.paste", { name, bytes, about }, waiting),
      name,
      [],
    );
  }

  /** Adds a file as the next version of a piece. */
  async version(id: string, file: string): Promise<void> {
    await this.#queued(t("evidence.adding.version", { id }), async (waiting) => {
      try {
        const before = await history.last();
        const piece = await change("evidence.add-version", { id, file }, waiting);
        void history.tell(t("evidence.version.added", { id, n: piece.versions.length }), before);
        void reading.run();
      } catch (reason) {
        this.#failed(file, reason, []);
      }
    });
  }

  /** Lets the person choose files, and adds them. */
  async choose(about: About = {}): Promise<string[]> {
    const files = await this.#chosen(() => pickFiles(t("evidence.add.pick")));
    return files.length === 0 ? [] : this.files(files, about);
  }

  /** Lets the person choose a folder, and adds all files in it. */
  async chooseFolder(): Promise<string[]> {
    const folder = await this.#chosen(async () => {
      const title = t("evidence.add-folder.pick");
      const path = await pick({ kind: "folder", title, suggestion: null, extension: null });
      return path === null ? [] : [path];
    });
    return folder.length === 0 ? [] : this.files(folder);
  }

  /** Lets the person choose a file, and adds it as the next version. */
  async chooseVersion(id: string): Promise<void> {
    const [file] = await this.#chosen(async () => {
      const title = t("evidence.version.pick", { id });
      const path = await pick({ kind: "file", title, suggestion: null, extension: null });
      return path === null ? [] : [path];
    });
    if (file !== undefined) await this.version(id, file);
  }

  /** Stops what is being added, and what waits behind it. */
  stop(): void {
    this.#run.abort();
    this.#run = new AbortController();
  }

  dismiss(): void {
    this.outcome = null;
  }

  async #add(
    label: string,
    send: (waiting: Waiting) => Promise<AddedEvidence>,
    first: string,
    odd: readonly NotAdded[],
  ): Promise<string[]> {
    let added: string[] = [];
    await this.#queued(label, async (waiting) => {
      try {
        const before = await history.last();
        const result = await send(waiting);
        added = result.added;
        this.#tell(result, odd, before);
      } catch (reason) {
        this.#failed(first, reason, odd);
      }
    });
    return added;
  }

  async #queued(label: string, run: (waiting: Waiting) => Promise<void>): Promise<void> {
    const { signal } = this.#run;
    this.waiting += 1;
    const mine = this.#last.then(async () => {
      this.waiting -= 1;
      if (signal.aborted) return;
      this.label = label;
      this.progress = null;
      await run({ signal, onprogress: (progress) => (this.progress = progress) });
      this.label = null;
      this.progress = null;
    });
    this.#last = mine;
    await mine;
  }

  #tell(result: AddedEvidence, odd: readonly NotAdded[], before: number | null): void {
    const { added, known, stopped } = result;
    const refused = [...odd, ...result.refused];
    if (added.length > 0) void history.tell(t("evidence.added", { n: added.length }), before);
    if (known.length > 0 || refused.length > 0 || stopped)
      this.outcome = { added: added.length, known, refused, stopped };
    if (added.length > 0) void reading.run();
  }

  #failed(file: string, reason: unknown, odd: readonly NotAdded[]): void {
    const { code, message, hint } = Failed.from(reason);
    const stopped = code === "stopped";
    const refused = stopped ? odd : [...odd, { file, message, hint }];
    this.outcome = { added: 0, known: [], refused, stopped };
  }

  async #chosen(ask: () => Promise<string[]>): Promise<string[]> {
    try {
      return await ask();
    } catch (reason) {
      toasts.tell(Failed.from(reason).sentence, { warning: true });
      return [];
    }
  }
}

export const adding = new Adding();
