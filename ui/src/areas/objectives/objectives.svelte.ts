import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { history } from "$areas/history";
import {
  call,
  type Arguments,
  type MeasureDetails,
  type MeasureRow,
  type Name,
  type ObjectiveDetails,
  type ObjectiveRow,
  type Result,
} from "$host";

type Writes = Extract<Name, `objective.${string}` | `measure.${string}`>;

/** The objectives and the measures of the workspace, as the core has them. */
class Objectives {
  readonly list = new Awaited<ObjectiveRow[]>(() => call("objective.list", {}));
  readonly measures = new Awaited<MeasureRow[]>(() => call("measure.list", {}));
  /** The objective whose page is open. */
  readonly shown = new Awaited<ObjectiveDetails>(() => call("objective.show", { id: this.#id }));
  /** The measure that stands alone and whose page is open. */
  readonly measure = new Awaited<MeasureDetails>(() => call("measure.show", { id: this.#id }));

  #id = $state("");

  /** The measures that belong to no objective. */
  readonly alone: readonly MeasureRow[] = $derived(
    (this.measures.value ?? []).filter(({ objective }) => objective === null),
  );

  /** What has a page of its own, by number. */
  readonly named: readonly { id: string; title: string; owner: string }[] = $derived([
    ...(this.list.value ?? []).map(({ id, title, owner }) => ({ id, title, owner })),
    ...this.alone.map(({ id, what, by }) => ({ id, title: what, owner: by })),
  ]);

  /** Returns the title of an objective, or what a measure measures; nothing where it is not known. */
  titleOf(id: string): string | undefined {
    return this.named.find((each) => each.id === id)?.title;
  }

  async load(): Promise<void> {
    await Promise.all([this.list.load(), this.measures.load()]);
  }

  /** Asks for an objective or a measure, and forgets the one before. */
  show(id: string): void {
    if (id !== this.#id) {
      this.shown.forget();
      this.measure.forget();
      this.#id = id;
    }
    void (isMeasure(id) ? this.measure : this.shown).load();
  }

  forget(): void {
    this.list.forget();
    this.measures.forget();
    this.shown.forget();
    this.measure.forget();
    this.#id = "";
  }
}

/** Returns whether a number is that of a measure. */
export function isMeasure(id: string): boolean {
  return id.toUpperCase().startsWith("M-");
}

export const objectives = new Objectives();

/** Forgets the objectives of the workspace that is left. */
export function forgetObjectives(): void {
  objectives.forget();
}

/** Changes something, and says what was done with the way back beside it. */
export async function act<N extends Writes>(
  name: N,
  args: Arguments<N>,
  said: string | null = null,
): Promise<Result<N>> {
  const before = said === null ? null : await history.last();
  const result = await change(name, args);
  if (said !== null) void history.tell(said, before);
  return result;
}
