import { Draft } from "./draft.svelte";
import { holds } from "./leaving.svelte";

interface Ways {
  /** What the core has in a field of a record. */
  recorded: (id: string, field: string) => string;
  /** Sends what was typed there, and rejects where the core refuses it. */
  send: (id: string, field: string, text: string) => Promise<unknown>;
}

/** What is being written about the records of a list, field by field. It outlives the page. */
export class RecordDrafts {
  readonly #drafts = new Map<string, Map<string, Draft>>();
  readonly #ways: Ways;

  constructor(ways: Ways) {
    this.#ways = ways;
    holds({
      settle: async () => {
        await Promise.all([...this.#drafts.keys()].map((id) => this.settle(id)));
      },
      unsaved: () => this.#all().filter((draft) => draft.unsaved).length,
      drop: () => {
        for (const draft of this.#all()) draft.discard();
        this.#drafts.clear();
      },
    });
  }

  /** Returns the draft of a field; the same one each time. */
  of(id: string, field: string): Draft {
    const fields = this.#drafts.get(id) ?? new Map<string, Draft>();
    this.#drafts.set(id, fields);
    const known = fields.get(field);
    if (known !== undefined) return known;
    const draft = new Draft({
      recorded: () => this.#ways.recorded(id, field),
      send: (text) => this.#ways.send(id, field, text),
    });
    fields.set(field, draft);
    return draft;
  }

  /** Sends what was typed about a record, one field after the other: each may be a part of the same list. */
  async settle(id: string): Promise<void> {
    for (const draft of this.#drafts.get(id)?.values() ?? []) await draft.settle();
  }

  /** Forgets what was typed about a record that is gone, or whose parts have moved. */
  forget(id: string): void {
    for (const draft of this.#drafts.get(id)?.values() ?? []) draft.discard();
    this.#drafts.delete(id);
  }

  #all(): Draft[] {
    return [...this.#drafts.values()].flatMap((fields) => [...fields.values()]);
  }
}
