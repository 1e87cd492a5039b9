import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { history } from "$areas/history";
import { call, type Arguments, type CaseDetails, type CaseRow, type Name, type Result } from "$host";

type Writes = Extract<Name, `case.${string}`>;

/** The concerns, complaints and incidents, as the core has them. */
class Cases {
  readonly list = new Awaited<CaseRow[]>(() => call("case.list", {}));
  /** The case whose page is open. */
  readonly shown = new Awaited<CaseDetails>(() => call("case.show", { id: this.#id }));

  #id = $state("");

  /** How many are not closed. */
  readonly open: number = $derived((this.list.value ?? []).filter(({ closed }) => !closed).length);

  /** Those that can be named anywhere: a confidential one stays out of lists to search through. */
  readonly named: readonly CaseRow[] = $derived(
    (this.list.value ?? []).filter(({ confidential }) => !confidential),
  );

  /** Returns the title of a case; nothing where it is not known, or confidential. */
  titleOf(id: string): string | undefined {
    return this.named.find((row) => row.id === id)?.title;
  }

  /** Asks for a case, and forgets the one before. */
  show(id: string): void {
    if (id !== this.#id) {
      this.shown.forget();
      this.#id = id;
    }
    void this.shown.load();
  }

  forget(): void {
    this.list.forget();
    this.shown.forget();
    this.#id = "";
  }
}

export const cases = new Cases();

/** Forgets the cases of the workspace that is left. */
export function forgetCases(): void {
  cases.forget();
}

/** Changes something, and says what was done with the way back beside it. */
export async function act<N extends Writes>(name: N, args: Arguments<N>, said: string): Promise<Result<N>> {
  const before = await history.last();
  const result = await change(name, args);
  void history.tell(said, before);
  return result;
}
