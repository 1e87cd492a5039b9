import { call, Failed, type Arguments, type EvidenceKind, type EvidenceRow, type EvidenceState } from "$host";

/** How many rows come at once. */
export const PAGE = 200;
/** The most that come at once where all are wanted. */
const LONGEST_PAGE = 1_000;
/** How long typing rests before it is asked for, in milliseconds. */
const REST = 120;

/** Which evidence is asked for. */
export interface Question {
  words: string;
  kind: EvidenceKind | null;
  tag: string | null;
  state: EvidenceState | null;
  unlinked: boolean;
}

export const everything: Question = { words: "", kind: null, tag: null, state: null, unlinked: false };

/**
 * The list of evidence, page by page: only what is near to what is seen is held.
 *
 * What was shown stays until the next answer is there, and only the last question counts.
 */
class EvidenceList {
  /** How many pieces answer the question; null before the first answer. */
  total = $state<number | null>(null);
  /** How many pieces there are. */
  all = $state(0);
  /** How many files were not read for their words yet. */
  unread = $state(0);
  /** The words that what is shown answers. */
  words = $state("");
  failure = $state.raw<Failed | null>(null);
  /** How many questions were answered. */
  answers = $state(0);
  pages = $state.raw<ReadonlyMap<number, readonly EvidenceRow[]>>(new Map());

  #question: Question = everything;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #near: readonly number[] = [0];
  #coming: readonly number[] = [];
  #rows = new Map<string, EvidenceRow>();

  readonly pageCount = $derived(Math.ceil((this.total ?? 0) / PAGE));
  readonly #places = $derived(
    new Map(
      [...this.pages].flatMap(([page, rows]) =>
        rows.map((row, index): [string, number] => [row.id, page * PAGE + index]),
      ),
    ),
  );

  /** Asks; what is typed is waited for a little. Rejects never. */
  ask(question: Question): void {
    clearTimeout(this.#timer);
    const typed = question.words !== this.#question.words;
    const anew = JSON.stringify(question) !== JSON.stringify(this.#question);
    const run = (): void => {
      this.#question = question;
      void this.#load(anew ? [0] : this.#near);
    };
    if (typed) this.#timer = setTimeout(run, REST);
    else run();
  }

  /** Asks the same again. */
  async load(): Promise<void> {
    await this.#load(this.#near);
  }

  async #load(wanted: readonly number[]): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    this.#coming = [];
    const { words } = this.#question;
    try {
      const pages = [...new Set([0, ...wanted])];
      const answers = await Promise.all(pages.map((page) => this.#page(page)));
      const [first] = answers;
      if (mine !== this.#asked || first === undefined) return;
      this.total = first.total;
      this.all = first.all;
      this.unread = first.unread;
      this.words = words;
      this.failure = null;
      this.#rows = new Map();
      this.#hold(new Map(), pages, answers);
      this.answers += 1;
    } catch (reason) {
      if (mine === this.#asked) this.failure = Failed.from(reason);
    }
  }

  /** Says which pages are near to what is seen; those that are not held yet are asked for. */
  async near(pages: readonly number[]): Promise<void> {
    this.#near = pages;
    const missing = pages.filter(
      (page) => page < this.pageCount && !this.pages.has(page) && !this.#coming.includes(page),
    );
    if (missing.length === 0) return;
    const mine = this.#asked;
    this.#coming = [...this.#coming, ...missing];
    try {
      const answers = await Promise.all(missing.map((page) => this.#page(page)));
      if (mine !== this.#asked) return;
      const kept = [...this.pages].filter(([page]) => page === 0 || this.#near.includes(page));
      this.#hold(new Map(kept), missing, answers);
    } catch (reason) {
      if (mine === this.#asked) this.failure = Failed.from(reason);
    }
    this.#coming = this.#coming.filter((page) => !missing.includes(page));
  }

  /** Returns the row of a piece that was shown. */
  get(id: string): EvidenceRow | undefined {
    return this.#rows.get(id);
  }

  /** The pieces on the pages that are held. */
  get held(): ReadonlySet<string> {
    return new Set(this.#places.keys());
  }

  /** Returns pieces as they are now, whether they are held or not. */
  async rowsOf(ids: readonly string[]): Promise<EvidenceRow[]> {
    if (!ids.every((id) => this.#places.has(id))) await this.ids(0, (this.total ?? 0) - 1);
    return ids.map((id) => this.#rows.get(id)).filter((row) => row !== undefined);
  }

  /** Returns the piece that comes after these, or else before them; null where none is held. */
  beside(ids: readonly string[]): string | null {
    const held = [...this.#places].sort(([, a], [, b]) => a - b).map(([id]) => id);
    const first = held.findIndex((id) => ids.includes(id));
    const others = [...held.slice(Math.max(0, first)), ...held.slice(0, Math.max(0, first)).reverse()];
    return others.find((id) => !ids.includes(id)) ?? null;
  }

  /** Returns the place of a piece among all that answer; -1 where it is not held. */
  indexOf(id: string): number {
    return this.#places.get(id) ?? -1;
  }

  /** Returns the piece at a place, once its page is there. */
  async idAt(index: number): Promise<string | null> {
    const page = Math.floor(index / PAGE);
    if (!this.pages.has(page)) await this.near([...new Set([...this.#near, page])]);
    return this.pages.get(page)?.[index % PAGE]?.id ?? null;
  }

  /** Returns the piece at a place where it is held. */
  heldAt(index: number): string | null {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE]?.id ?? null;
  }

  /** Returns all pieces from one place to another, whether they are held or not. */
  async ids(from: number, to: number): Promise<string[]> {
    const found: string[] = [];
    for (let offset = from; offset <= to; offset += LONGEST_PAGE) {
      const limit = Math.min(LONGEST_PAGE, to - offset + 1);
      const { rows } = await call("evidence.list", { ...this.#arguments(), offset, limit });
      for (const row of rows) this.#rows.set(row.id, row);
      found.push(...rows.map((row) => row.id));
    }
    return found;
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#question = everything;
    this.#near = [0];
    this.#rows = new Map();
    this.total = null;
    this.all = 0;
    this.unread = 0;
    this.words = "";
    this.failure = null;
    this.pages = new Map();
  }

  async #page(page: number): Promise<{ total: number; all: number; unread: number; rows: EvidenceRow[] }> {
    return call("evidence.list", { ...this.#arguments(), offset: page * PAGE, limit: PAGE });
  }

  #arguments(): Arguments<"evidence.list"> {
    const { words, kind, tag, state, unlinked } = this.#question;
    return {
      ...(words.trim() === "" ? {} : { words }),
      ...(kind === null ? {} : { kind }),
      ...(tag === null ? {} : { tag }),
      ...(state === null ? {} : { state }),
      ...(unlinked ? { unlinked } : {}),
    };
  }

  #hold(
    kept: Map<number, readonly EvidenceRow[]>,
    pages: readonly number[],
    answers: readonly { rows: EvidenceRow[] }[],
  ): void {
    answers.forEach(({ rows }, index) => {
      const page = pages[index];
      if (page === undefined) return;
      kept.set(page, rows);
      for (const row of rows) this.#rows.set(row.id, row);
    });
    this.pages = kept;
  }
}

export const evidenceList = new EvidenceList();
