import type { CaseDetails, CaseDuty, CaseRow, FindingRow, LedgerEntry } from "$host";
import { isoDate } from "$i18n/dates";
import { fail, type HandlersOf } from "./handlers";

type Case = Omit<CaseDetails, "duties" | "duties_checked_on" | "findings">;

/** What the ledger keeps of cases. */
export interface CasesState {
  cases: Case[];
}

export function noCases(): CasesState {
  return { cases: [] };
}

/** What the cases need of the core that they are part of. */
interface Core {
  state: () => CasesState;
  write: (operation: string, how: (state: CasesState) => void) => void;
  now: () => Date;
  history: (id: string) => LedgerEntry[];
  findings: (id: string) => FindingRow[];
}

const actor = "Quality manager";

/** The concerns and incidents of a core in memory, with one duty: to tell of personal data within three days. */
export class FakeCases {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  get #today(): string {
    return isoDate(this.#core.now());
  }

  readonly handlers: HandlersOf<"case"> = {
    "case.list": () =>
      this.#core
        .state()
        .cases.map((each) => this.#row(each))
        .reverse(),
    "case.show": ({ id }) => this.#details(id),
    "case.history": ({ id }) => this.#core.history(id),
    "case.add": ({ title, kind, ...said }) => {
      needed(title, "The title", "title");
      const id = `C-${this.#core.state().cases.length + 1}`;
      this.#core.write("case.add", (state) => {
        state.cases.push({
          id,
          title,
          kind,
          what: said.what ?? "",
          occurred_on: said.occurred_on ?? null,
          known_since: said.known_since ?? this.#today,
          reported_by: said.reported_by ?? "",
          confidential: said.confidential ?? false,
          systems: said.systems ?? [],
          harms: said.harms ?? [],
          evidence: said.evidence ?? [],
          owner: said.owner ?? "",
          rulings: [],
          told: [],
          closing: null,
          reopened: [],
          notes: "",
        });
      });
      return this.#details(id);
    },
    "case.set": ({ id, title, ...said }) => {
      if (title !== undefined) needed(title, "The title", "title");
      return this.#change("case.set", id, (one) => {
        one.title = title ?? one.title;
        one.kind = said.kind ?? one.kind;
        one.what = said.what ?? one.what;
        one.harms = said.harms ?? one.harms;
        one.known_since = said.known_since ?? one.known_since;
        one.reported_by = said.reported_by ?? one.reported_by;
        one.confidential = said.confidential ?? one.confidential;
        one.owner = said.owner ?? one.owner;
      });
    },
    "case.tell": ({ id, whom, on, what, duty }) => {
      needed(whom, "Who was told", "whom");
      return this.#change("case.tell", id, (one) => {
        one.told.push({ whom, on: on ?? this.#today, what: what ?? "", duty: duty ?? null, by: actor });
      });
    },
    "case.rule": ({ id, duty, applies, why }) => {
      if (!applies) needed(why ?? "", "The reason", "why");
      return this.#change("case.rule", id, (one) => {
        one.rulings = [{ duty, applies, why: why ?? "", by: actor, on: this.#today }];
      });
    },
    "case.close": ({ id, outcome }) => {
      needed(outcome, "What came of it", "outcome");
      const open = this.#details(id).duties.filter(({ standing }) => isOpen(standing.state));
      if (open.length > 0)
        throw fail("duties-open", `${id} can't be closed yet`, "Record who was told and when.", "duty");
      return this.#change("case.close", id, (one) => {
        one.closing = { outcome, by: actor, on: this.#today };
      });
    },
    "case.reopen": ({ id, why }) => {
      needed(why, "The reason", "why");
      return this.#change("case.reopen", id, (one) => {
        if (one.closing === null) return;
        one.reopened.push({ why, by: actor, on: this.#today, closing: one.closing });
        one.closing = null;
      });
    },
  };

  #change(operation: string, id: string, how: (one: Case) => void): CaseDetails {
    this.#case(id);
    this.#core.write(operation, (state) => {
      const one = state.cases.find((each) => each.id === id);
      if (one !== undefined) how(one);
    });
    return this.#details(id);
  }

  #case(id: string): Case {
    const one = this.#core.state().cases.find((each) => each.id === id);
    if (one === undefined) throw fail("unknown-case", `There is no case ${id}`, null, "id");
    return one;
  }

  #details(id: string): CaseDetails {
    const one = this.#case(id);
    return {
      ...one,
      duties: this.#duties(one),
      duties_checked_on: "2026-11-26",
      findings: this.#core.findings(id),
    };
  }

  #row(one: Case): CaseRow {
    const open = one.closing === null ? this.#duties(one).filter((duty) => isOpen(duty.standing.state)) : [];
    const { id, kind, title, known_since, confidential, systems, owner } = one;
    return {
      id,
      kind,
      title,
      known_since,
      confidential,
      systems,
      owner,
      closed: one.closing !== null,
      next_due: open[0]?.due ?? null,
      overdue: open.some(({ overdue }) => overdue),
      findings: this.#core.findings(id).length,
    };
  }

  #duties(one: Case): CaseDuty[] {
    const ruling = one.rulings[0] ?? null;
    const told = one.told.find(({ duty }) => duty === "data-breach");
    if (!one.harms.includes("personal-data") && ruling === null && told === undefined) return [];
    const day = new Date(`${one.known_since}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 3);
    const due = day.toISOString().slice(0, 10);
    const standing: CaseDuty["standing"] =
      ruling?.applies === false
        ? { state: "ruled-out" }
        : told !== undefined
          ? { state: "told", on: told.on, in_time: told.on <= due }
          : { state: ruling === null ? "undecided" : "open" };
    const days_left = Math.round((Date.parse(due) - Date.parse(this.#today)) / 86_400_000);
    return [
      {
        key: "data-breach",
        title: "Tell the data protection authority: personal data",
        whom: "Data protection authority",
        meaning: "A breach of personal data is reported within 72 hours.",
        law: "GDPR, Art. 33",
        due,
        days_left,
        standing,
        overdue: isOpen(standing.state) && days_left < 0,
        ruling,
      },
    ];
  }
}

function isOpen(state: CaseDuty["standing"]["state"]): boolean {
  return state === "open" || state === "undecided";
}

function needed(text: string, what: string, field: string): void {
  if (text.trim() === "") throw fail("case-incomplete", `${what} is missing`, "Write it.", field);
}
