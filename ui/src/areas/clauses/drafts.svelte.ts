import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { dateFrom } from "$app/typed-date";
import { longDate } from "$i18n/dates";
import { clauses } from "./clauses.svelte";

type TextField = "how" | "owner" | "notes";

/** What is being written about one clause. */
export class ClauseDraft {
  readonly how: Draft;
  readonly owner: Draft;
  readonly notes: Draft;
  readonly target: Draft;

  constructor(id: string, onunsaved: (part: string, unsaved: boolean) => void) {
    const text = (field: TextField): Draft =>
      new Draft({
        recorded: () => clauses.get(id)?.[field] ?? "",
        send: (value) => clauses.set([id], { [field]: value }),
        onunsaved: (unsaved) => onunsaved(field, unsaved),
      });
    this.how = text("how");
    this.owner = text("owner");
    this.notes = text("notes");
    this.target = new Draft({
      recorded: () => longDate(clauses.get(id)?.target ?? ""),
      send: (typed) => clauses.set([id], { target: dateFrom(typed, "target") }),
      onunsaved: (unsaved) => onunsaved("target", unsaved),
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
    return [this.how, this.owner, this.notes, this.target];
  }
}

/** All that is being written, clause by clause. It outlives the panel, the page and the room. */
class Drafts {
  readonly #drafts = new Map<string, ClauseDraft>();
  readonly #unsaved = new SvelteMap<string, SvelteSet<string>>();

  /** Numbers of the clauses that hold something the core does not have. */
  readonly unfinished: ReadonlySet<string> = $derived(
    new Set([...this.#unsaved].filter(([, parts]) => parts.size > 0).map(([id]) => id)),
  );

  constructor() {
    holds({
      settle: async () => {
        await Promise.all([...this.#drafts.values()].map((draft) => draft.settle()));
      },
      unsaved: () => this.unfinished.size,
      drop: () => this.drop(),
    });
  }

  /** Returns the draft of a clause; the same one each time. */
  of(id: string): ClauseDraft {
    let draft = this.#drafts.get(id);
    if (draft === undefined) {
      draft = new ClauseDraft(id, (part, unsaved) => this.#mark(id, part, unsaved));
      this.#drafts.set(id, draft);
    }
    return draft;
  }

  drop(): void {
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
