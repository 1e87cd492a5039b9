import { Awaited } from "$app/awaited.svelte";
import { RecordDrafts } from "$app/record-drafts";

interface Ways<Entry, Fields> {
  list: () => Promise<Entry[]>;
  set: (id: string, fields: Fields) => Promise<Entry>;
  remove: (id: string) => Promise<unknown>;
  /** Returns what a field of an entry shows. */
  text: (entry: Entry, field: string) => string;
  /** Returns what to change where a text was typed into a field. */
  fields: (entry: Entry, field: string, text: string) => Fields;
}

/** A register of the organisation as the core has it, and what is being written in it. */
export class Register<Entry extends { id: string }, Fields> {
  readonly list: Awaited<Entry[]>;
  readonly drafts: RecordDrafts;
  readonly #ways: Ways<Entry, Fields>;

  constructor(ways: Ways<Entry, Fields>) {
    this.#ways = ways;
    this.list = new Awaited(ways.list);
    this.drafts = new RecordDrafts({
      recorded: (id, field) => {
        const entry = this.get(id);
        return entry === undefined ? "" : ways.text(entry, field);
      },
      send: async (id, field, text) => {
        const entry = this.get(id);
        if (entry !== undefined) this.#take(await ways.set(id, ways.fields(entry, field, text)));
      },
    });
  }

  get all(): readonly Entry[] {
    return this.list.value ?? [];
  }

  get(id: string): Entry | undefined {
    return this.all.find((entry) => entry.id === id);
  }

  /** Changes an entry, after what was typed about it. */
  async set(id: string, fields: (entry: Entry) => Fields): Promise<void> {
    await this.drafts.settle(id);
    const entry = this.get(id);
    if (entry === undefined) return;
    this.#take(await this.#ways.set(id, fields(entry)));
  }

  /** Changes which parts an entry has, so that what was typed about them has its place no more. */
  async reshape(id: string, fields: (entry: Entry) => Fields): Promise<void> {
    await this.set(id, fields);
    this.drafts.forget(id);
  }

  /** Adds an entry and returns its number. */
  async add(adding: Promise<Entry>): Promise<string> {
    const entry = await adding;
    await this.list.load();
    return entry.id;
  }

  async remove(id: string): Promise<void> {
    await this.#ways.remove(id);
    this.drafts.forget(id);
    this.list.value = this.all.filter((entry) => entry.id !== id);
  }

  #take(changed: Entry): void {
    this.list.value = this.all.map((entry) => (entry.id === changed.id ? changed : entry));
  }
}
