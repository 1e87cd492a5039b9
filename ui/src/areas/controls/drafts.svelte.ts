import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { dateFrom } from "$app/typed-date";
import { history } from "$areas/history";
import { t } from "$i18n";
import { longDate } from "$i18n/dates";
import { controls } from "./controls.svelte";
import { DecisionDraft } from "./decision-draft.svelte";

type TextField = "how" | "owner" | "notes";

/** What is being written about one control. */
export class ControlDraft {
  readonly id: string;
  readonly decision: DecisionDraft;
  readonly how: Draft;
  readonly owner: Draft;
  readonly notes: Draft;
  readonly target: Draft;
  readonly title: Draft;
  readonly source: Draft;

  constructor(id: string, onunsaved: (part: string, unsaved: boolean) => void) {
    this.id = id;
    this.decision = new DecisionDraft({
      recorded: () => controls.get(id) ?? { decision: "undecided" },
      send: async (decision) => {
        const last = await history.last();
        const before = controls.get(id)?.decision;
        await controls.decide([id], decision);
        if (before !== decision.decision)
          void history.tell(t(`controls.decided.${decision.decision}`, { id }), last);
      },
      onunsaved: (unsaved) => onunsaved("decision", unsaved),
    });
    const text = (field: TextField): Draft =>
      new Draft({
        recorded: () => controls.get(id)?.[field] ?? "",
        send: (value) => controls.set([id], { [field]: value }),
        onunsaved: (unsaved) => onunsaved(field, unsaved),
      });
    this.how = text("how");
    this.owner = text("owner");
    this.notes = text("notes");
    this.target = new Draft({
      recorded: () => longDate(controls.get(id)?.target ?? ""),
      send: (typed) => controls.set([id], { target: dateFrom(typed, "target") }),
      onunsaved: (unsaved) => onunsaved("target", unsaved),
    });
    this.title = new Draft({
      recorded: () => controls.get(id)?.title ?? "",
      send: (title) => controls.edit(id, { title }),
      onunsaved: (unsaved) => onunsaved("title", unsaved),
    });
    this.source = new Draft({
      recorded: () => sourceOf(id),
      send: (source) => controls.edit(id, { source }),
      onunsaved: (unsaved) => onunsaved("source", unsaved),
    });
  }

  /** Sends all that can be sent. */
  async settle(): Promise<void> {
    for (const part of this.#parts()) await part.settle();
  }

  discard(): void {
    for (const part of this.#parts()) part.discard();
  }

  #parts(): (Draft | DecisionDraft)[] {
    return [this.decision, this.how, this.owner, this.notes, this.target, this.title, this.source];
  }
}

function sourceOf(id: string): string {
  const control = controls.get(id);
  return control?.origin === "own" ? control.source : "";
}

/** All that is being written, control by control. It outlives the panel, the page and the room. */
class Drafts {
  readonly #drafts = new Map<string, ControlDraft>();
  readonly #unsaved = new SvelteMap<string, SvelteSet<string>>();

  /** Ids of the controls that hold something the core does not have. */
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

  /** Returns the draft of a control; the same one each time. */
  of(id: string): ControlDraft {
    let draft = this.#drafts.get(id);
    if (draft === undefined) {
      draft = new ControlDraft(id, (part, unsaved) => this.#mark(id, part, unsaved));
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
