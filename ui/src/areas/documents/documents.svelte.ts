import { SvelteMap } from "svelte/reactivity";
import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import {
  call,
  type Arguments,
  type ControlledDocument,
  type DocumentDetails,
  type DocumentRow,
  type DraftKey,
  type DraftSummary,
} from "$host";

type Fields = Omit<Arguments<"document.set">, "id">;

/** The controlled documents and the drafts as the core has them, and what can be done with them. */
class Documents {
  readonly list = new Awaited<DocumentRow[]>(() => call("document.list", {}));
  readonly drafts = new Awaited<DraftSummary[]>(() => call("draft.list", {}));
  readonly #shown = new SvelteMap<string, DocumentDetails>();

  /** The drafts that have not become a document yet. */
  get notBegun(): readonly DraftSummary[] {
    return (this.drafts.value ?? []).filter((draft) => draft.document === null);
  }

  /** Returns a document that was opened before. */
  get(id: string): DocumentDetails | undefined {
    return this.#shown.get(id);
  }

  /** Returns a draft by its name. */
  draft(key: string | null): DraftSummary | undefined {
    return this.drafts.value?.find((draft) => draft.key === key);
  }

  /** Everybody who owns or approves a document. */
  get people(): string[] {
    const named = (this.list.value ?? []).flatMap(({ document }) => [document.owner, document.approver]);
    return [...new Set(named.filter((name) => name !== ""))];
  }

  async load(): Promise<void> {
    await Promise.all([this.list.load(), this.drafts.load()]);
  }

  async show(id: string): Promise<DocumentDetails> {
    const details = await call("document.show", { id });
    this.#shown.set(id, details);
    return details;
  }

  async begin(draft: DraftKey): Promise<ControlledDocument> {
    return change("document.add", { draft });
  }

  async add(fields: Arguments<"document.add">): Promise<ControlledDocument> {
    return change("document.add", fields);
  }

  async set(id: string, fields: Fields): Promise<void> {
    this.#merge(await change("document.set", { id, ...fields }));
  }

  async decide(id: string, decision: string, answer: string | null): Promise<void> {
    this.#merge(await change("document.decide", { id, decision, answer }));
  }

  async submit(id: string): Promise<void> {
    this.#merge(await change("document.submit", { id }));
  }

  async recall(id: string): Promise<void> {
    this.#merge(await change("document.recall", { id }));
  }

  async approve(approve: Arguments<"document.approve">): Promise<ControlledDocument> {
    const approved = await change("document.approve", approve);
    this.#merge(approved);
    return approved;
  }

  async newVersion(id: string): Promise<void> {
    this.#merge(await change("document.new-version", { id }));
  }

  async withdraw(id: string, why: string): Promise<void> {
    this.#merge(await change("document.withdraw", { id, why }));
  }

  forget(): void {
    this.list.forget();
    this.drafts.forget();
    this.#shown.clear();
  }

  /** Takes in what the core answered, before the document is asked for again. */
  #merge(changed: ControlledDocument): void {
    const before = this.#shown.get(changed.id);
    if (before !== undefined) this.#shown.set(changed.id, { ...before, document: changed });
  }
}

export const documents = new Documents();
