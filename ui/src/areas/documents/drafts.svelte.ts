import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { dateFrom } from "$app/typed-date";
import { longDate } from "$i18n/dates";
import { documents } from "./documents.svelte";

type TextPart = "title" | "number" | "version" | "owner" | "approver" | "changes" | "working_file";

/** What is being written about one document; each answer to a decision is a draft of its own. */
export interface DocumentDraft extends Record<TextPart | "next_review", Draft> {
  answer: (decision: string) => Draft;
}

/** All that is being written, document by document. It outlives the panel, the page and the room. */
class Drafts {
  readonly #drafts = new Map<string, { draft: DocumentDraft; parts: Map<string, Draft> }>();
  readonly #unsaved = new SvelteMap<string, SvelteSet<string>>();

  /** Numbers of the documents that hold something the core does not have. */
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

  /** Returns the draft of a document; the same one each time. */
  of(id: string): DocumentDraft {
    let kept = this.#drafts.get(id);
    if (kept === undefined) {
      kept = this.#made(id);
      this.#drafts.set(id, kept);
    }
    return kept.draft;
  }

  /** Sends all that can be sent about a document. */
  async settle(id: string): Promise<void> {
    for (const part of this.#drafts.get(id)?.parts.values() ?? []) await part.settle();
  }

  drop(): void {
    for (const { parts } of this.#drafts.values()) for (const part of parts.values()) part.discard();
    this.#drafts.clear();
    this.#unsaved.clear();
  }

  #made(id: string): { draft: DocumentDraft; parts: Map<string, Draft> } {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- which drafts there are is nothing that a page shows
    const parts = new Map<string, Draft>();
    const recorded = (part: TextPart): string => documents.get(id)?.document[part] ?? "";
    const part = (
      name: string,
      recordedAs: () => string,
      send: (typed: string) => Promise<unknown>,
    ): Draft => {
      const draft = new Draft({
        recorded: recordedAs,
        send,
        onunsaved: (unsaved) => this.#mark(id, name, unsaved),
      });
      parts.set(name, draft);
      return draft;
    };
    const text = (name: TextPart): Draft =>
      part(
        name,
        () => recorded(name),
        (typed) => documents.set(id, { [name]: typed }),
      );
    const draft: DocumentDraft = {
      title: text("title"),
      number: text("number"),
      version: text("version"),
      owner: text("owner"),
      approver: text("approver"),
      changes: text("changes"),
      working_file: text("working_file"),
      next_review: part(
        "next_review",
        () => longDate(documents.get(id)?.document.next_review ?? ""),
        async (typed) => documents.set(id, { next_review: dateFrom(typed, "next_review") }),
      ),
      answer: (decision) =>
        parts.get(`answer:${decision}`) ??
        part(
          `answer:${decision}`,
          () => documents.get(id)?.document.answers[decision] ?? "",
          (typed) => documents.decide(id, decision, typed === "" ? null : typed),
        ),
    };
    return { draft, parts };
  }

  #mark(id: string, part: string, unsaved: boolean): void {
    const parts = this.#unsaved.get(id);
    if (unsaved && parts === undefined) this.#unsaved.set(id, new SvelteSet([part]));
    else if (unsaved) parts?.add(part);
    else parts?.delete(part);
  }
}

export const drafts = new Drafts();
