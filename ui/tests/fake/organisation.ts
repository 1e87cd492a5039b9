import type {
  AiSystem,
  AiSystemDetails,
  Answer,
  ContextIssue,
  HighImpact,
  InterestedParty,
  LedgerEntry,
  Organisation,
  Person,
  Scope,
  ScopeParts,
  ScopeVersion,
  ScreeningQuestion,
} from "$host";
import { fail, type HandlersOf } from "./handlers";

/** What the core keeps of the organisation's registers, its scope and its AI systems. */
export interface Registers {
  issues: ContextIssue[];
  parties: InterestedParty[];
  people: Person[];
  parts: ScopeParts;
  versions: ScopeVersion[];
  systems: AiSystem[];
}

export function noRegisters(): Registers {
  return {
    issues: [],
    parties: [],
    people: [],
    parts: { activities: [], units: [], places: [], outside: [], interfaces: [] },
    versions: [],
    systems: [],
  };
}

/** An organisation of which nothing is known but this. */
export function organisationOf(known: Partial<Organisation>): Organisation {
  return {
    name: "",
    roles: [],
    act_roles: [],
    headcount: null,
    places: "",
    activity: "",
    sectors: [],
    standards: [],
    climate: { answer: "not-answered" },
    in_charge: "",
    top_management: "",
    target: null,
    scope: "",
    ...known,
  };
}

/** What the registers need of the core that they are part of. */
interface Core {
  state: () => Registers;
  organisation: () => Organisation;
  write: (operation: string, how: (state: Registers) => void) => void;
  today: () => string;
  linked: (system: string) => number;
  unlink: (system: string) => void;
  history: (id: string) => LedgerEntry[];
}

type HandlersHere = HandlersOf<"context"> &
  HandlersOf<"party"> &
  HandlersOf<"person"> &
  HandlersOf<"scope"> &
  HandlersOf<"system">;

type Listed = "issues" | "parties" | "people" | "systems";

const alone: readonly ScreeningQuestion[] = ["vulnerable", "safety"];
const questions: readonly ScreeningQuestion[] = [
  "decisions",
  "vulnerable",
  "sensitive-data",
  "public-facing",
  "automatic",
  "irreversible",
  "safety",
  "many-people",
  "misuse",
];

/** The registers of a core in memory. */
export class FakeOrganisation {
  readonly #core: Core;
  readonly #given = new Map<Listed, number>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Adds an AI system as if it had been there long ago. */
  withSystem(name: string, known: Partial<AiSystem> = {}): string {
    const system = { ...blankSystem(this.#next("systems", "S"), name), ...known };
    this.#core.state().systems.push(system);
    return system.id;
  }

  readonly handlers: HandlersHere = {
    "context.list": () =>
      [...this.#core.state().issues].sort((a, b) => b.side.localeCompare(a.side) || a.id.localeCompare(b.id)),
    "context.add": ({ side, topic, meaning = "", response = "", reviewed = null }) =>
      this.#add("context.add", "issues", {
        id: this.#next("issues", "CI"),
        side,
        topic,
        meaning,
        response,
        reviewed,
      }),
    "context.set": (args) => this.#set("context.set", "issues", args),
    "context.remove": ({ id }) => this.#remove("context.remove", "issues", id),
    "party.list": () => this.#core.state().parties,
    "party.add": ({ name, kind = "other", needs = [] }) =>
      this.#add("party.add", "parties", {
        id: this.#next("parties", "IP"),
        name,
        kind,
        needs: needs.map(need),
      }),
    "party.set": (args) =>
      this.#set(
        "party.set",
        "parties",
        args.needs === undefined ? args : { ...args, needs: args.needs.map(need) },
      ),
    "party.remove": ({ id }) => this.#remove("party.remove", "parties", id),
    "person.list": () => this.#core.state().people,
    "person.add": ({ name, roles = [], authority = "", deputy = "", competences = [] }) =>
      this.#add("person.add", "people", {
        id: this.#next("people", "PE"),
        name,
        roles,
        authority,
        deputy,
        competences,
      }),
    "person.set": (args) => this.#set("person.set", "people", args),
    "person.remove": ({ id }) => this.#remove("person.remove", "people", id),
    "scope.show": () => this.#scope(),
    "scope.set": (args) => {
      this.#core.write("scope.set", (state) => {
        state.parts = { ...state.parts, ...args };
      });
      return this.#scope();
    },
    "scope.compose": (args) => ({
      text: this.#composed({ ...this.#core.state().parts, ...args }),
    }),
    "scope.adopt": ({ approved_by, change = "", day }) => {
      const { versions } = this.#core.state();
      const text = this.#core.organisation().scope;
      if (text === "") throw fail("scope-empty", "The scope says nothing yet", "Write it first.", "scope");
      if (approved_by.trim() === "")
        throw fail(
          "scope-needs-approver",
          "Nobody is named who approved the scope",
          "Name them.",
          "approved_by",
        );
      if (versions.length > 0 && change.trim() === "")
        throw fail("scope-needs-change", "It does not say what changed", "Say it in a line.", "change");
      const version = versions.length + 1;
      this.#core.write("scope.adopt", (state) => {
        state.versions = [
          { version, text, day: day ?? this.#core.today(), approved_by, change },
          ...state.versions,
        ];
      });
      return this.#scope();
    },
    "scope.versions": () => this.#core.state().versions,
    "system.list": () => this.#core.state().systems.map((system) => this.#details(system)),
    "system.show": ({ id }) => this.#details(this.#one("systems", id)),
    "system.add": ({ name, ...about }) => {
      this.#unlike(name, null);
      const system = { ...blankSystem(this.#next("systems", "S"), name), ...about };
      return this.#add("system.add", "systems", system);
    },
    "system.set": ({ screening, ...args }) => {
      if (args.name !== undefined) this.#unlike(args.name, args.id);
      if (args.judgement?.reason.trim() === "")
        throw fail("judgement-needs-reason", "The decision gives no reason", "Say why.", "judgement");
      const before = this.#one("systems", args.id).screening;
      const answers = Object.entries({ ...before, ...screening }).filter(
        ([, answer]) => answer !== "unknown",
      );
      const changed = { ...args, screening: Object.fromEntries(answers) };
      return this.#set("system.set", "systems", changed);
    },
    "system.remove": ({ id }) => {
      this.#core.unlink(id);
      return this.#remove("system.remove", "systems", id);
    },
    "system.history": ({ id }) => this.#core.history(id),
  };

  #next(list: Listed, letters: string): string {
    const number = (this.#given.get(list) ?? 0) + 1;
    this.#given.set(list, number);
    return `${letters}-${number}`;
  }

  #unlike(name: string, id: string | null): void {
    const other = this.#core
      .state()
      .systems.find((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase());
    if (other !== undefined)
      throw fail(
        "system-name-taken",
        `${other.id} is called “${name}” already`,
        "Choose another name.",
        "name",
      );
  }

  #one<L extends Listed>(list: L, id: string): Registers[L][number] {
    const found = (this.#core.state()[list] as Registers[L][number][]).find((each) => each.id === id);
    if (found === undefined) throw fail("unknown", `There is no ${id}`, "Look at the list again.", "id");
    return found;
  }

  #add<L extends Listed>(operation: string, list: L, record: Registers[L][number]): Registers[L][number] {
    const named = "topic" in record ? record.topic : record.name;
    const field = "topic" in record ? "topic" : "name";
    if (named.trim() === "") throw fail("needs-name", "It has no name", "Write it.", field);
    this.#core.write(operation, (state) => {
      (state[list] as Registers[L][number][]).push(record);
    });
    return record;
  }

  #set<L extends Listed>(operation: string, list: L, args: { id: string }): Registers[L][number] {
    const record = { ...this.#one(list, args.id), ...args };
    const named = "topic" in record ? record.topic : record.name;
    if (named.trim() === "")
      throw fail("needs-name", "It has no name", "Write it.", "topic" in record ? "topic" : "name");
    this.#core.write(operation, (state) => {
      const records = state[list] as Registers[L][number][];
      records.splice(
        records.findIndex((each) => each.id === args.id),
        1,
        record,
      );
    });
    return record;
  }

  #remove(operation: string, list: Listed, id: string): null {
    this.#one(list, id);
    this.#core.write(operation, (state) => {
      const records: { id: string }[] = state[list];
      records.splice(
        records.findIndex((each) => each.id === id),
        1,
      );
    });
    return null;
  }

  #details(system: AiSystem): AiSystemDetails {
    const evidence = this.#core.linked(system.id);
    return { ...system, high_impact: highImpact(system), evidence, holding: evidence };
  }

  #composed(parts: ScopeParts): string {
    const names = this.#core.state().systems.filter((each) => each.in_scope && each.stage !== "retired");
    const of = [...parts.activities, ...names.map((each) => each.name)].join(", ");
    return `The AI management system of ${this.#core.organisation().name} covers ${of || "AI systems"}.`;
  }

  #scope(): Scope {
    const { parts, versions } = this.#core.state();
    const text = this.#core.organisation().scope;
    const last = versions[0];
    const standing =
      text === ""
        ? "empty"
        : last === undefined
          ? "never-adopted"
          : last.text === text
            ? "adopted"
            : "changed";
    return { text, standing, parts, proposal: this.#composed(parts), versions };
  }
}

function need(
  given: Partial<InterestedParty["needs"][number]> & { need: string },
): InterestedParty["needs"][number] {
  return { source: "expectation", requirement: false, met_by: "", ...given };
}

function blankSystem(id: string, name: string): AiSystem {
  return {
    id,
    name,
    purpose: "",
    roles: [],
    act_roles: [],
    owner: "",
    supplier: "",
    stage: "in-use",
    in_scope: true,
    screening: {},
    legal: "unknown",
    judgement: null,
    personal_data: "unknown",
    affected: "",
    notes: "",
  };
}

function highImpact({ screening, legal, judgement }: AiSystem): HighImpact {
  if (judgement !== null)
    return { high: judgement.high ? "yes" : "no", outcome: { by: "judgement", reason: judgement.reason } };
  const answered = (wanted: Answer): ScreeningQuestion[] =>
    questions.filter((question) => (screening[question] ?? "unknown") === wanted);
  const [because, missing] = [answered("yes"), answered("unknown")];
  const byLaw = legal === "high" || legal === "prohibited";
  if (byLaw || because.length >= 2 || because.some((each) => alone.includes(each)))
    return { high: "yes", outcome: { by: "screening", because, legal: byLaw } };
  const tips = because.length + missing.length >= 2 || missing.some((each) => alone.includes(each));
  if (tips || legal === "unknown")
    return { high: "unknown", outcome: { by: "open", missing, legal: legal === "unknown" } };
  return { high: "no", outcome: { by: "screening", because, legal: false } };
}
