import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { RecordDrafts } from "$app/record-drafts";
import { history } from "$areas/history";
import {
  call,
  type Arguments,
  type AuditCoverage,
  type AuditDetails,
  type AuditLine,
  type AuditProgramme,
  type AuditRow,
  type EvidenceLink,
  type Name,
  type Result,
} from "$host";

type Writes = Extract<Name, `audit.${string}`>;

/** The internal audits, as the core has them. */
class Audits {
  readonly list = new Awaited<AuditRow[]>(() => call("audit.list", {}));
  readonly programme = new Awaited<AuditProgramme>(() => call("audit.programme", {}));
  readonly coverage = new Awaited<AuditCoverage>(() => call("audit.coverage", {}));
  /** The audit whose page is open. */
  readonly shown = new Awaited<AuditDetails>(() => call("audit.show", { id: this.#id }));
  /** What is being written about requirements: the field is the requirement, so that each has its own. */
  readonly drafts = new RecordDrafts({
    recorded: (id, target) => this.line(id, target)?.answer?.seen ?? "",
    send: async (id, target, seen) => {
      this.took(await change("audit.answer", { id, requirement: target, seen }));
    },
  });

  #id = $state("");

  /** Returns the title of an audit; nothing where it is not known. */
  titleOf(id: string): string | undefined {
    return this.list.value?.find((row) => row.id === id)?.title;
  }

  /** Returns a line of the audit whose page is open. */
  line(id: string, target: string): AuditLine | undefined {
    const shown = this.shown.value;
    return shown?.id === id ? shown.lines.find((line) => targetOf(line.requirement) === target) : undefined;
  }

  /** Asks for an audit, and forgets the one before. */
  show(id: string): void {
    if (id !== this.#id) {
      this.shown.forget();
      this.#id = id;
    }
    void this.shown.load();
  }

  /** Takes over what the core says of the audit after a change, so that the page need not wait to ask again. */
  took(details: AuditDetails): void {
    if (details.id === this.#id) this.shown.value = details;
  }

  forget(): void {
    this.list.forget();
    this.programme.forget();
    this.coverage.forget();
    this.shown.forget();
    this.#id = "";
  }
}

export const audits = new Audits();

/** Forgets the audits of the workspace that is left. */
export function forgetAudits(): void {
  audits.forget();
}

/** Returns a requirement as the core is told of it. */
export function targetOf({ to, id }: EvidenceLink): string {
  return `${to}:${id}`;
}

/** Changes something, and says what was done with the way back beside it. */
export async function act<N extends Writes>(name: N, args: Arguments<N>, said: string): Promise<Result<N>> {
  const before = await history.last();
  const result = await change(name, args);
  void history.tell(said, before);
  return result;
}

/** Records what was found of a requirement. The page says how many are answered; nothing else is told. */
export async function answer(args: Arguments<"audit.answer">): Promise<void> {
  audits.took(await change("audit.answer", args));
}
