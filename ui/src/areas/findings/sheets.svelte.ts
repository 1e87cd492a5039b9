import { SvelteMap } from "svelte/reactivity";
import { holds } from "$app/leaving.svelte";

/**
 * What was typed into forms and not recorded yet, form by form. It outlives the form, the page and the room.
 *
 * A form is recorded as a whole, by its button: half of it would open a gate that is not meant yet.
 */
class Sheets {
  readonly #typed = new SvelteMap<string, object>();

  constructor() {
    holds({
      settle: () => Promise.resolve(),
      unsaved: () => this.#typed.size,
      drop: () => this.#typed.clear(),
    });
  }

  get(key: string): object | undefined {
    return this.#typed.get(key);
  }

  set(key: string, typed: object): void {
    this.#typed.set(key, typed);
  }

  delete(key: string): void {
    this.#typed.delete(key);
  }

  /** The findings and actions about which something is not recorded. */
  get keys(): string[] {
    return [...this.#typed.keys()];
  }
}

const sheets = new Sheets();

/** One form: what stands in its fields, which is what the core has until somebody types. */
export class Sheet<F extends object> {
  readonly #key: () => string;
  readonly #recorded: () => F;

  /** `key` names the form among all others: "F-1 contain". */
  constructor(key: () => string, recorded: () => F) {
    this.#key = key;
    this.#recorded = recorded;
  }

  get now(): F {
    return (sheets.get(this.#key()) as F | undefined) ?? this.#recorded();
  }

  /** Whether it holds something that is not recorded. */
  get unsaved(): boolean {
    return sheets.get(this.#key()) !== undefined;
  }

  /** Takes over what was typed into some of its fields. */
  set(fields: Partial<F>): void {
    const next = { ...this.now, ...fields };
    if (JSON.stringify(next) === JSON.stringify(this.#recorded())) sheets.delete(this.#key());
    else sheets.set(this.#key(), next);
  }

  /** Gives up what was typed, or lets go of it because it is recorded. */
  clear(): void {
    sheets.delete(this.#key());
  }
}

/** Returns the forms in which something written is not recorded yet. */
export function unfinishedFindings(): string[] {
  return sheets.keys;
}
