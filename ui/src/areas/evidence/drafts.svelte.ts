import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { dateFrom } from "$app/typed-date";
import { longDate } from "$i18n/dates";
import { pieces } from "./pieces.svelte";

type TextPart = "title" | "proves" | "source" | "notes";
type DatePart = "effective" | "collected" | "expires";

/** What is being written about one piece of evidence. */
export type PieceDraft = Record<TextPart | DatePart, Draft>;

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** All that is being written, piece by piece. It outlives the panel, the page and the room. */
class Drafts {
  readonly #drafts = new Map<string, PieceDraft>();
  readonly #unsaved = new SvelteMap<string, SvelteSet<string>>();

  /** Numbers of the pieces that hold something the core does not have. */
  readonly unfinished: ReadonlySet<string> = $derived(
    new Set([...this.#unsaved].filter(([, parts]) => parts.size > 0).map(([id]) => id)),
  );

  constructor() {
    holds({
      settle: async () => {
        await Promise.all([...this.#drafts.keys()].map((id) => this.settle(id)));
      },
      unsaved: () => this.unfinished.size,
      drop: () => this.drop(),
    });
  }

  /** Returns the draft of a piece; the same one each time. */
  of(id: string): PieceDraft {
    let draft = this.#drafts.get(id);
    if (draft === undefined) {
      draft = this.#made(id);
      this.#drafts.set(id, draft);
    }
    return draft;
  }

  /** Sends all that can be sent about a piece. */
  async settle(id: string): Promise<void> {
    for (const part of Object.values(this.#drafts.get(id) ?? {})) await part.settle();
  }

  /** Gives up what was written about one piece. */
  discard(id: string): void {
    for (const part of Object.values(this.#drafts.get(id) ?? {})) part.discard();
  }

  drop(): void {
    for (const id of this.#drafts.keys()) this.discard(id);
    this.#drafts.clear();
    this.#unsaved.clear();
  }

  #made(id: string): PieceDraft {
    const text = (part: TextPart): Draft =>
      new Draft({
        recorded: () => pieces.get(id)?.[part] ?? "",
        send: (value) => pieces.set([id], { [part]: part === "title" ? onOneLine(value) : value }),
        onunsaved: (unsaved) => this.#mark(id, part, unsaved),
      });
    const date = (part: DatePart): Draft =>
      new Draft({
        recorded: () => longDate(pieces.get(id)?.[part] ?? ""),
        send: async (typed) => pieces.set([id], { [part]: dateFrom(typed, part) }),
        onunsaved: (unsaved) => this.#mark(id, part, unsaved),
      });
    return {
      title: text("title"),
      proves: text("proves"),
      source: text("source"),
      notes: text("notes"),
      effective: date("effective"),
      collected: date("collected"),
      expires: date("expires"),
    };
  }

  #mark(id: string, part: string, unsaved: boolean): void {
    const parts = this.#unsaved.get(id);
    if (unsaved && parts === undefined) this.#unsaved.set(id, new SvelteSet([part]));
    else if (unsaved) parts?.add(part);
    else parts?.delete(part);
  }
}

export const drafts = new Drafts();
