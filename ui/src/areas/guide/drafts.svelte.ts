import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { dateFrom } from "$app/typed-date";
import { longDate } from "$i18n/dates";
import { guide } from "./guide.svelte";

/** What is being written about one step. */
export class StepDraft {
  readonly owner: Draft;
  readonly due: Draft;
  readonly note: Draft;
  readonly title: Draft;
  readonly what: Draft;

  constructor(id: string, onunsaved: (part: string, unsaved: boolean) => void) {
    const text = (field: "owner" | "note" | "title" | "what"): Draft =>
      new Draft({
        recorded: () => guide.step(id).value?.[field] ?? "",
        send: (value) => guide.set(id, { [field]: value }),
        onunsaved: (unsaved) => onunsaved(field, unsaved),
      });
    this.owner = text("owner");
    this.note = text("note");
    this.title = text("title");
    this.what = text("what");
    this.due = new Draft({
      recorded: () => longDate(guide.step(id).value?.due ?? ""),
      send: (typed) => guide.set(id, { due: dateFrom(typed, "due") }),
      onunsaved: (unsaved) => onunsaved("due", unsaved),
    });
  }

  /** Sends all that can be sent. */
  async settle(): Promise<void> {
    for (const part of this.#parts()) await part.settle();
  }

  discard(): void {
    for (const part of this.#parts()) part.discard();
  }

  #parts(): Draft[] {
    return [this.owner, this.due, this.note, this.title, this.what];
  }
}

/** All that is being written, step by step. It outlives the page and the room. */
class Drafts {
  readonly #drafts = new Map<string, StepDraft>();
  readonly #unsaved = new SvelteMap<string, SvelteSet<string>>();

  constructor() {
    holds({
      settle: async () => {
        await Promise.all([...this.#drafts.values()].map((draft) => draft.settle()));
      },
      unsaved: () => [...this.#unsaved.values()].filter((parts) => parts.size > 0).length,
      drop: () => this.#drop(),
    });
  }

  /** Returns the draft of a step; the same one each time. */
  of(id: string): StepDraft {
    let draft = this.#drafts.get(id);
    if (draft === undefined) {
      draft = new StepDraft(id, (part, unsaved) => this.#mark(id, part, unsaved));
      this.#drafts.set(id, draft);
    }
    return draft;
  }

  #drop(): void {
    for (const draft of this.#drafts.values()) draft.discard();
    this.#drafts.clear();
    this.#unsaved.clear();
  }

  #mark(id: string, part: string, unsaved: boolean): void {
    const parts = this.#unsaved.get(id);
    if (unsaved && parts === undefined) this.#unsaved.set(id, new SvelteSet([part]));
    else if (unsaved) parts?.add(part);
    else parts?.delete(part);
  }
}

export const drafts = new Drafts();
