import { change } from "$app/change.svelte";
import { toasts } from "$app/toasts.svelte";
import { history } from "$areas/history";
import {
  Failed,
  type InboxFile,
  type InboxItem,
  type KnownFile,
  type Particulars,
  type Progress,
  type RefusedFile,
  type TakenFiles,
} from "$host";
import { t } from "$i18n";
import { inbox } from "./inbox.svelte";
import { fileOf, keyOf } from "./items";

/** Dealing with files of the inbox: taking them in, passing them over, asking about them again. */
class Deal {
  /** What is being taken in; null where nothing is. */
  run = $state.raw<AbortController | null>(null);
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failed | null>(null);
  /** Files that could not be taken in, with the reasons. */
  refused = $state.raw<readonly RefusedFile[]>([]);
  /** Files that are in the evidence already, and which. */
  known = $state.raw<readonly { known: KnownFile; file: InboxFile | null }[]>([]);

  /** Takes files in: new ones as pieces of evidence, changed ones as new versions. Never rejects. */
  async take(items: readonly InboxItem[], about: Particulars = {}): Promise<boolean> {
    const wanted = items.filter((item) => item.what !== "vanished");
    if (this.run !== null || wanted.length === 0) return false;
    const run = new AbortController();
    this.#begin();
    this.run = run;
    try {
      const before = await history.last();
      const taken = await change(
        "watch.take",
        { files: wanted.map(fileOf), about },
        { signal: run.signal, onprogress: (progress) => (this.progress = progress) },
      );
      this.#tell(taken, wanted, before);
      return true;
    } catch (reason) {
      this.#failed(reason);
      return false;
    } finally {
      this.run = null;
      this.progress = null;
    }
  }

  /** Passes files over: they are not asked about again. Never rejects. */
  async pass(files: readonly InboxFile[]): Promise<boolean> {
    this.#begin();
    try {
      const before = await history.last();
      const { passed } = await change("watch.pass", { files: files.map(fileOf) });
      inbox.selection.remove(files.map(keyOf));
      void history.tell(t("inbox.passed", { n: passed }), before);
      return true;
    } catch (reason) {
      this.#failed(reason);
      return false;
    }
  }

  /** Asks again about files that were passed over. Never rejects. */
  async recall(files: readonly InboxFile[]): Promise<boolean> {
    this.#begin();
    try {
      const before = await history.last();
      await change("watch.recall", { files: files.map(fileOf) });
      void history.tell(t("inbox.recalled", { n: files.length }), before);
      return true;
    } catch (reason) {
      this.#failed(reason);
      return false;
    }
  }

  /** Takes away what was said of the last deed. */
  clear(): void {
    this.failure = null;
    this.refused = [];
    this.known = [];
  }

  #begin(): void {
    this.clear();
    this.progress = null;
  }

  #failed(reason: unknown): void {
    const failure = Failed.from(reason);
    if (failure.code === "stopped") toasts.tell(t("inbox.take.stopped-first"));
    else this.failure = failure;
    // What is in the inbox may be other than what is shown.
    void inbox.refresh();
  }

  #tell(
    { added, versions, known, refused, stopped }: TakenFiles,
    items: readonly InboxItem[],
    before: number | null,
  ): void {
    inbox.selection.remove(items.map(keyOf));
    this.refused = refused;
    this.known = known.map((one) => {
      const path = one.file.replaceAll("\\", "/");
      const item = items.find(
        ({ folder, shown }) => one.file.startsWith(folder) && path.endsWith(`/${shown}`),
      );
      return { known: one, file: item === undefined ? null : fileOf(item) };
    });
    const n = added.length + versions.length;
    if (stopped) toasts.tell(t("inbox.take.stopped", { n }), { warning: true });
    else if (n > 0) {
      const said =
        versions.length === 0
          ? t("inbox.taken.new", { n })
          : added.length === 0
            ? t("inbox.taken.versions", { n })
            : t("inbox.taken.both", { n: added.length, versions: versions.length });
      void history.tell(said, before);
    }
  }
}

export const deal = new Deal();
