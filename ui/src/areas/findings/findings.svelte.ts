import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { controls } from "$areas/controls";
import { history } from "$areas/history";
import {
  call,
  Failed,
  type ActionList,
  type Arguments,
  type FindingDetails,
  type FindingRow,
  type Name,
  type Result,
} from "$host";
import { actionView } from "./actions/view.svelte";
import { view } from "./view.svelte";

type Writes = Extract<Name, `finding.${string}` | `action.${string}`>;

/** The findings and the actions of the workspace, as the core has them. */
class Findings {
  readonly list = new Awaited<FindingRow[]>(() => call("finding.list", {}));
  /** The actions that somebody is to do, and how many there are in all. */
  readonly actions = new Awaited<ActionList>(() => call("action.list", { open: true }));
  /** Those that are done or needed no longer. With the years they are most of them: only who wants to see them asks. */
  readonly ended = new Awaited<ActionList>(() => call("action.list", { open: false }));
  /** The finding whose page is open. */
  readonly shown = new Awaited<FindingDetails>(() => call("finding.show", { id: this.#id }));

  #id = $state("");

  /** How many findings are neither closed nor refused. */
  readonly open: number = $derived((this.list.value ?? []).filter(({ stage }) => !isOver(stage)).length);

  /** Names that were given to findings, actions and controls, each once. */
  readonly owners: readonly string[] = $derived(
    [
      ...new Set(
        [
          ...controls.owners,
          ...(this.list.value ?? []).map(({ owner }) => owner),
          ...(this.actions.value?.actions ?? []).map(({ owner }) => owner),
        ].filter((owner) => owner !== ""),
      ),
    ].sort((one, other) => one.localeCompare(other)),
  );

  /** Returns the title of a finding; nothing where it is not known. */
  titleOf(id: string): string | undefined {
    return this.list.value?.find((row) => row.id === id)?.title;
  }

  /** Asks for a finding, and forgets the one before. */
  show(id: string): void {
    if (id !== this.#id) {
      this.shown.forget();
      this.#id = id;
    }
    void this.shown.load();
  }

  forget(): void {
    this.list.forget();
    this.actions.forget();
    this.ended.forget();
    this.shown.forget();
    this.#id = "";
  }
}

/** Returns whether nothing more is to be done about a finding. */
export function isOver(stage: FindingRow["stage"]): boolean {
  return stage === "closed" || stage === "refused";
}

export const findings = new Findings();

/** Forgets the findings of the workspace that is left. */
export function forgetFindings(): void {
  findings.forget();
  view.showAll();
  actionView.forget();
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

/** Work that was begun by a button: whether it runs, and why it failed. */
export class Attempt {
  busy = $state(false);
  failure = $state.raw<Failed | null>(null);

  /** Runs it once at a time; returns whether it was done. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await work();
      return true;
    } catch (reason) {
      this.failure = Failed.from(reason);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Why it failed, where that is about a field. */
  at(field: string): Failed | null {
    return this.failure?.field === field ? this.failure : null;
  }

  /** Why it failed, where that is about none of these fields. */
  beside(...fields: string[]): Failed | null {
    const at = this.failure?.field ?? null;
    return at !== null && fields.includes(at) ? null : this.failure;
  }
}
