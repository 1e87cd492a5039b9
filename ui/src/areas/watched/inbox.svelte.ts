import { closing, endsAtClosing } from "$app/closing.svelte";
import { Selection } from "$app/selection.svelte";
import {
  call,
  Failed,
  type Arguments,
  type FolderState,
  type InboxItem,
  type InboxPage,
  type InboxWhat,
} from "$host";
import { keyOf } from "./items";

/** How many items are asked for at a time. */
const PAGE = 500;

/** What the watched folders hold that nobody has dealt with: the part of it that was asked for so far. */
class Inbox {
  /** How each watched folder was found; null before the first answer. */
  folders = $state.raw<readonly FolderState[] | null>(null);
  items = $state.raw<readonly InboxItem[]>([]);
  /** How many items there are of the sort that is shown. */
  total = $state(0);
  counts = $state.raw<InboxPage["counts"]>({ new: 0, changed: 0, vanished: 0 });
  /** Of which sort items are shown; null for all. */
  what = $state.raw<InboxWhat | null>(null);
  /** Why the last look failed. */
  failure = $state.raw<Failed | null>(null);
  /** How many files a look under way has seen; null where none is. */
  looking = $state.raw<number | null>(null);
  /** Whether the person stopped the last look. */
  stopped = $state(false);
  readonly selection = new Selection();

  readonly #byKey = $derived(new Map(this.items.map((item) => [keyOf(item), item])));
  readonly keys: readonly string[] = $derived([...this.#byKey.keys()]);

  #run: AbortController | null = null;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Moves on where another workspace makes answers under way worthless. */
  #age = 0;
  #asked = 0;

  constructor() {
    endsAtClosing(() => this.stop());
  }

  /** How many files wait for a decision. What is only gone does not. */
  get open(): number {
    return this.counts.new + this.counts.changed;
  }

  get(key: string): InboxItem | undefined {
    return this.#byKey.get(key);
  }

  /** The chosen items, in the order in which they were chosen. */
  get chosen(): InboxItem[] {
    return [...this.selection.ids].map((key) => this.get(key)).filter((item) => item !== undefined);
  }

  /**
   * Looks through the watched folders. Never rejects, and never runs twice at once: where a look is under way, one
   * more follows it.
   */
  async look(): Promise<void> {
    if (closing.begun) return;
    if (this.#run !== null) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    const run = new AbortController();
    const [age, what] = [this.#age, this.what];
    this.#run = run;
    this.looking = 0;
    try {
      const page = await call("watch.scan", this.#range(), {
        signal: run.signal,
        onprogress: ({ done }) => {
          if (this.#run === run) this.looking = done;
        },
      });
      if (age === this.#age) {
        this.stopped = false;
        if (what === this.what) this.#show(page);
        else void this.refresh();
      }
    } catch (reason) {
      const failure = Failed.from(reason);
      if (age === this.#age) {
        this.stopped = failure.code === "stopped" || run.signal.aborted;
        this.failure = this.stopped ? null : failure;
        // Stopped before anything was seen: the folders are shown all the same, with the way to look again.
        if (this.stopped && this.folders === null) void this.refresh();
      }
    }
    if (this.#run !== run) return;
    this.#run = null;
    this.looking = null;
    if (this.#again) {
      this.#again = false;
      void this.look();
    }
  }

  /** Stops the look that is under way. */
  stop(): void {
    this.#again = false;
    this.#run?.abort();
  }

  /** Asks what the last look saw, as far as it is shown; looks where a folder was not looked through yet. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const [age, asked] = [this.#age, this.#asked];
    try {
      const page = await call("watch.inbox", this.#range());
      if (age !== this.#age || asked !== this.#asked) return;
      this.#show(page);
      const unseen = page.folders.some(({ scanned, problem }) => !scanned && problem === null);
      if (unseen && this.#run === null && !this.stopped) void this.look();
    } catch (reason) {
      if (age === this.#age) this.failure = Failed.from(reason);
    }
  }

  /** Asks for the next part, or for all that is left. */
  async more(all = false): Promise<void> {
    if (this.items.length >= this.total) return;
    const age = this.#age;
    const from = this.items;
    try {
      const page = await call("watch.inbox", {
        ...this.#sort(),
        offset: from.length,
        limit: all ? this.total : PAGE,
      });
      if (age !== this.#age || from !== this.items) return;
      const known = new Set(this.keys);
      this.items = [...from, ...page.items.filter((item) => !known.has(keyOf(item)))];
      this.total = page.total;
    } catch (reason) {
      if (age === this.#age) this.failure = Failed.from(reason);
    }
  }

  /** Shows only one sort, or all. */
  async narrow(what: InboxWhat | null): Promise<void> {
    this.what = what;
    this.items = [];
    this.total = 0;
    this.selection.clear();
    await this.refresh();
  }

  /** Forgets everything, as where another workspace is opened. */
  forget(): void {
    this.#age += 1;
    this.stop();
    this.#run = null;
    clearTimeout(this.#timer);
    this.folders = null;
    this.items = [];
    this.total = 0;
    this.counts = { new: 0, changed: 0, vanished: 0 };
    this.what = null;
    this.failure = null;
    this.looking = null;
    this.stopped = false;
    this.selection.clear();
  }

  #sort(): Pick<Arguments<"watch.inbox">, "what"> {
    return this.what === null ? {} : { what: this.what };
  }

  #range(): Arguments<"watch.inbox"> {
    return { ...this.#sort(), limit: Math.max(PAGE, this.items.length) };
  }

  #show(page: InboxPage): void {
    this.failure = null;
    this.folders = page.folders;
    this.counts = page.counts;
    this.total = page.total;
    this.items = page.items;
    this.selection.keepOnly(new Set(this.keys));
    clearTimeout(this.#timer);
    if (page.look_again_in !== null) this.#timer = setTimeout(() => void this.look(), page.look_again_in);
  }
}

export const inbox = new Inbox();
