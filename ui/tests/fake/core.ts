import type {
  Arguments,
  Catalogue,
  Control,
  Door,
  EvidenceLink,
  Failure,
  FindingDetails,
  Home,
  LedgerEntry,
  Name,
  Notice,
  Organisation,
  PickRequest,
  Preferences,
  Progress,
  Recent,
  Result,
  SoaCheck,
  SoaDetails,
  Verification,
  Workspace,
} from "$host";
import type { Failed } from "$host";
import type { Decision } from "../../src/areas/controls/decision";
import { FakeBackups } from "./backups";
import { FakeCalendar } from "./calendar";
import { smallCatalogue } from "./catalogue";
import { changesBetween, type State } from "./changes";
import { FakeDocuments } from "./documents";
import { clauseHandlers, untouchedClauses } from "./clauses";
import { FakeEvidence, noEvidence } from "./evidence";
import { FakeFindings, noFindings } from "./findings";
import { FakeAudits, noAudits, type Asked } from "./audits";
import { FakeCases, noCases } from "./cases";
import { FakeReviews, noReviews } from "./reviews";
import { FakeObjectives, noObjectives } from "./objectives";
import { FakeGuide } from "./guide";
import { FakeFrameworks } from "./frameworks";
import { fail, type Handlers } from "./handlers";
import { FakeReadiness, readinessOf } from "./readiness";
import { home } from "./home";
import { FakeOrganisation, noRegisters, organisationOf } from "./organisation";
import { FakeStart } from "./start";
import { FakeWatched } from "./watched";

/** A core in memory, faithful in what the window sees of it. For tests and for looking at pages in a browser. */
export class FakeCore implements Door {
  readonly evidence = new FakeEvidence({
    state: () => this.#state.evidence,
    write: (operation, how) => this.#write(operation, (state) => how(state.evidence)),
    now: () => this.now,
    targets: () => this.#targets(),
    shows: (id) => this.findings.shownBy(id),
    history: (id) => this.#historyOf(id),
  });
  readonly findings = new FakeFindings({
    state: () => this.#state.findings,
    write: (operation, how) => this.#write(operation, (state) => how(state.findings)),
    now: () => this.now,
    targets: () => this.#targets(),
    history: (id) => this.#historyOf(id),
  });
  readonly cases = new FakeCases({
    state: () => this.#state.cases,
    write: (operation, how) => this.#write(operation, (state) => how(state.cases)),
    now: () => this.now,
    history: (id) => this.#historyOf(id),
    findings: (id) => this.findings.thatCameFrom(id),
  });
  readonly audits = new FakeAudits({
    state: () => this.#state.audits,
    write: (operation, how) => this.#write(operation, (state) => how(state.audits)),
    now: () => this.now,
    history: (id) => this.#historyOf(id),
    findings: (id) => this.findings.thatCameFrom(id),
    find: (finding) => this.findings.handlers["finding.add"](finding) as FindingDetails,
    asked: () => this.#asked(),
    titleOf: (id) => this.#state.evidence.pieces.find((piece) => piece.id === id)?.title ?? "",
  });
  readonly reviews = new FakeReviews({
    state: () => this.#state.reviews,
    write: (operation, how) => this.#write(operation, (state) => how(state.reviews)),
    now: () => this.now,
    history: (id) => this.#historyOf(id),
    actions: (id) => this.findings.actionsOfReview(id),
    plan: (planned) =>
      this.#write("review.act", ({ findings: { actions } }) => {
        actions.push({ ...planned, id: `A-${actions.length + 1}`, due_changes: [], done: null });
      }),
  });
  readonly objectives = new FakeObjectives({
    state: () => this.#state.objectives,
    write: (operation, how) => this.#write(operation, (state) => how(state.objectives)),
    now: () => this.now,
    targets: () => this.#targets(),
    history: (id) => this.#historyOf(id),
    actions: (objective) => this.findings.actionsOf(objective),
    findings: (measure) => this.findings.thatCameFrom(measure),
  });
  readonly registers = new FakeOrganisation({
    state: () => this.#state.registers,
    organisation: () => this.#state.organisation,
    write: (operation, how) => this.#write(operation, (state) => how(state.registers)),
    today: () => this.now.toISOString().slice(0, 10),
    linked: (id) => this.evidence.countOf(id, "system"),
    unlink: (id) => {
      for (const piece of this.#state.evidence.pieces)
        piece.links = piece.links.filter((link) => link.to !== "system" || link.id !== id);
    },
    history: (id) => this.#historyOf(id),
  });
  readonly watched = new FakeWatched((operation) => this.#write(operation, () => undefined, true));
  readonly documents = new FakeDocuments((operation) => this.#write(operation, () => undefined, true));
  readonly backups = new FakeBackups();
  readonly guide = new FakeGuide({
    today: () => this.now.toISOString().slice(0, 10),
    scope: () => this.#state.organisation.scope,
    write: (operation) => this.#write(operation, () => undefined, true),
  });
  readonly calendar = new FakeCalendar();
  readonly readiness = new FakeReadiness({
    readiness: () =>
      readinessOf({
        catalogue: this.#catalogue,
        clauses: this.#state.clauses,
        controls: this.#state.controls,
        scope: this.#state.organisation.scope,
      }),
    today: () => this.now.toISOString().slice(0, 10),
    write: (operation) => this.#write(operation, () => undefined, true),
  });
  readonly frameworks = new FakeFrameworks();
  readonly start = new FakeStart();
  readonly calls: { name: Name; args: unknown }[] = [];
  readonly picks: PickRequest[] = [];
  /** What the system's dialog answers, in order. */
  readonly picked: (string | string[] | null)[] = [];
  /** What was opened in its own program. */
  readonly opened: { id: string; version: number | null }[] = [];
  /** The notifications that were shown. */
  readonly notified: { title: string; body: string }[] = [];
  /** The picture in the system's clipboard. */
  clipboard: string | null = null;
  /** What was answered to whether the window may be closed. */
  readonly closings: boolean[] = [];
  /** Tells the window what happens outside it. */
  tell: (notice: Notice) => void = () => undefined;
  /** What the next call of an operation fails with. */
  readonly failures = new Map<Name, Failed>();
  /** Operations that wait for something before they answer. */
  readonly held = new Map<Name, Promise<void>>();
  /** The operations that were asked to stop. */
  readonly stopped: Name[] = [];
  recents: Recent[] = [];
  folder: string | null = null;
  canWrite = true;
  now = new Date("2026-10-12T08:41:00Z");
  pdf = "";
  /** What a check of the workspace finds, where it is not that all is well. */
  verification: Verification | null = null;
  /** What the first page says, where it is not what follows from the rest. */
  attention: Home | null = null;

  #state: State;
  #ledger: LedgerEntry[] = [];
  #undos: { before: State; after: State; entry: LedgerEntry }[] = [];
  #redos: { before: State; after: State; entry: LedgerEntry }[] = [];
  readonly #names = new Map<number, Name>();
  readonly #broken = new Map<Name, Failed>();
  #preferences: Preferences = {
    theme: "system",
    reminders: { on: false, days_ahead: 3, quiet: { from: "18:00", until: "08:00" } },
    me: [],
  };
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue = smallCatalogue()) {
    this.#catalogue = catalogue;
    this.#state = this.#empty({ name: "Saltmarsh Claims", roles: ["user"] });
  }

  /** Opens a workspace with nothing decided. */
  withWorkspace(folder = "/home/person/Documents/Saltmarsh"): this {
    this.folder = folder;
    return this;
  }

  control(id: string): Control {
    const control = this.#state.controls.find((each) => each.id === id);
    if (control === undefined) throw unknownControl(id);
    return { ...control, evidence: this.evidence.countOf(id) };
  }

  /** Lets an operation fail until it is healed. */
  failAlways(name: Name, message: string): void {
    this.#broken.set(name, fail("broken", message, null, null));
  }

  heal(name: Name): void {
    this.#broken.delete(name);
  }

  called(name: Name): unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.args);
  }

  async call<N extends Name>(
    name: N,
    args: Arguments<N>,
    id: number,
    onprogress: (progress: Progress) => void,
  ): Promise<Result<N>> {
    this.calls.push({ name, args: structuredClone(args) });
    this.#names.set(id, name);
    await Promise.resolve();
    await this.held.get(name);
    const broken = this.#broken.get(name);
    if (broken !== undefined) throw broken;
    const failure = this.failures.get(name);
    if (failure !== undefined) {
      this.failures.delete(name);
      throw failure;
    }
    this.evidence.onprogress = onprogress;
    if (name === "soa.preview") onprogress({ done: 1, total: null, what: "pages" });
    const handler = this.#handlers[name] as (args: Arguments<N>) => Result<N> | Promise<Result<N>>;
    return structuredClone(await handler(structuredClone(args)));
  }

  cancel(id: number): Promise<void> {
    const name = this.#names.get(id);
    if (name !== undefined) this.stopped.push(name);
    this.evidence.stop();
    return Promise.resolve();
  }

  pick(request: PickRequest): Promise<string[]> {
    this.picks.push(request);
    const picked = this.picked.shift() ?? [];
    return Promise.resolve(typeof picked === "string" ? [picked] : picked);
  }

  openCopy(id: string, version: number | null): Promise<void> {
    this.opened.push({ id, version });
    return Promise.resolve();
  }

  notify(title: string, body: string): Promise<void> {
    this.notified.push({ title, body });
    return Promise.resolve();
  }

  clipboardPicture(): Promise<string | null> {
    return Promise.resolve(this.clipboard);
  }

  answerClosing(leave: boolean): Promise<void> {
    this.closings.push(leave);
    return Promise.resolve();
  }

  listen(onnotice: (notice: Notice) => void): Promise<void> {
    this.tell = onnotice;
    return Promise.resolve();
  }

  readonly #handlers: Handlers = {
    ...this.evidence.handlers,
    ...this.findings.handlers,
    ...this.cases.handlers,
    ...this.audits.handlers,
    ...this.reviews.handlers,
    ...this.objectives.handlers,
    ...this.watched.handlers,
    ...this.documents.handlers,
    ...this.backups.handlers,
    ...this.guide.handlers,
    ...this.calendar.handlers,
    ...this.readiness.handlers,
    ...clauseHandlers({
      clauses: () => this.#state.clauses,
      write: (operation, how) =>
        this.#write(operation, (state) => {
          state.clauses = how(state.clauses);
        }),
      evidence: (id) => this.evidence.countOf(id),
      history: (id) => this.#historyOf(id),
    }),
    ...this.frameworks.handlers,
    ...this.registers.handlers,
    ...this.start.handlers,
    "app.about": () => ({ version: "0.1.0", standard: "ISO/IEC 42001:2023" }),
    "preferences.show": () => this.#preferences,
    "preferences.set": (args) => {
      const days = args.reminders?.days_ahead ?? 0;
      if (days > 60)
        throw fail("out-of-range", `${days} days ahead are too many; expected 0 to 60`, null, "days_ahead");
      return (this.#preferences = { ...this.#preferences, ...(args as Partial<Preferences>) });
    },
    "catalogue.show": () => this.#catalogue,
    "workspace.recent": () => this.recents,
    "workspace.forget": ({ folder }) =>
      (this.recents = this.recents.filter((recent) => recent.folder !== folder)),
    "workspace.create": ({ folder, organisation }) => {
      if (!folder.startsWith("/"))
        throw fail(
          "not-a-path",
          "That is no whole path",
          "Begin with a slash, as in /home/you/Documents.",
          "folder",
        );
      this.#state = this.#empty(organisation);
      this.#forgetHistory();
      this.start.answers = null;
      return this.#open(folder);
    },
    "workspace.sample": () => this.#open("/home/person/.local/share/annexe/sample"),
    "workspace.open": ({ folder }) => {
      if (folder.includes("missing"))
        throw fail(
          "no-workspace",
          `There is no workspace in “${folder}”`,
          "Choose a folder that holds annexe.db.",
          null,
        );
      return this.#open(folder);
    },
    "workspace.close": () => {
      this.folder = null;
      return null;
    },
    "workspace.current": () => (this.folder === null ? null : this.#workspace(this.folder)),
    "workspace.verify": ({ sample }) => {
      const verification = this.verification ?? whole();
      return sample === undefined
        ? verification
        : { ...verification, files: Math.min(sample, verification.files) };
    },
    "backup.restore": ({ file, folder, passphrase }) => {
      const { organisation } = this.backups.opened(file, passphrase);
      if (!folder.startsWith("/") || folder.includes("full"))
        throw fail(
          "folder-not-empty",
          `The folder ${folder} is not empty`,
          "Choose an empty folder.",
          "folder",
        );
      this.#state = this.#empty({ name: organisation, roles: ["user"] });
      this.#forgetHistory();
      return this.#open(folder);
    },
    "home.show": async () =>
      this.attention ??
      home({
        controls: this.#state.controls,
        target: this.#state.organisation.target,
        next: this.guide.next(3),
        evidence: (await this.evidence.handlers["evidence.list"]({})).all,
        inbox: this.watched.open,
        backups: this.backups.status,
        today: this.now.toISOString().slice(0, 10),
      }),
    "organisation.show": () => this.#state.organisation,
    "organisation.set": (args) => {
      if (args.name?.trim() === "") throw fail("name-missing", "The organisation needs a name", null, "name");
      this.#write("organisation.set", (state) => {
        state.organisation = { ...state.organisation, ...(args as Partial<Organisation>) };
      });
      return this.#state.organisation;
    },
    "control.list": () => this.#state.controls.map((control) => this.control(control.id)),
    "control.show": ({ id }) => this.control(id),
    "control.decide": ({ controls, ...decided }) => {
      const decision = decided as Decision;
      check(decision);
      return this.#change("control.decide", controls, (control) => {
        const { id, title, status, target, how, owner, notes, evidence } = control;
        const origin =
          control.origin === "own"
            ? { origin: control.origin, source: control.source }
            : { origin: control.origin, group: control.group };
        return { id, title, status, target, how, owner, notes, evidence, ...origin, ...decision };
      });
    },
    "control.set": ({ controls, ...fields }) => {
      if (fields.owner !== undefined && fields.owner.length > 200)
        throw fail("too-long", "The owner is longer than 200 characters", "Shorten it.", "owner");
      return this.#change("control.set", controls, (control) => ({ ...control, ...fields }));
    },
    "control.add": ({ id, title, source }) => {
      if (this.#state.controls.some((control) => control.id === id))
        throw fail("control-exists", `There is already a control ${id}`, "Choose another number.", "id");
      this.#write("control.add", (state) => {
        state.controls.push({ ...untouched(id, title), origin: "own", source });
      });
      return this.control(id);
    },
    "control.edit": ({ id, ...fields }) => {
      const changed = this.#change("control.edit", [id], (control) => ({ ...control, ...fields }));
      return changed[0] ?? this.control(id);
    },
    "control.remove": ({ id }) => {
      this.control(id);
      this.#write("control.remove", (state) => {
        state.controls = state.controls.filter((control) => control.id !== id);
      });
      return null;
    },
    "control.history": ({ id }) => this.#historyOf(id),
    "history.list": () => [...this.#ledger].reverse(),
    "history.state": () => ({ undo: step(this.#undos), redo: step(this.#redos) }),
    "history.undo": () => {
      const last = this.#undos.pop();
      if (last === undefined) throw fail("nothing-to-undo", "There is nothing to undo", null, null);
      this.#redos.push(last);
      return this.#record("history.undo", last.after, last.before, { undoes: last.entry.seq });
    },
    "history.redo": () => {
      const last = this.#redos.pop();
      if (last === undefined) throw fail("nothing-to-redo", "There is nothing to redo", null, null);
      this.#undos.push(last);
      return this.#record("history.redo", last.before, last.after, { redoes: last.entry.seq });
    },
    "soa.show": () => this.#state.soa,
    "soa.set": (args) => {
      this.#write("soa.set", (state) => {
        state.soa = { ...state.soa, ...(args as Partial<SoaDetails>) };
      });
      return this.#state.soa;
    },
    "soa.check": () => this.#check(),
    "soa.preview": () => ({ pdf: this.pdf, pages: 1, warnings: [] }),
    "soa.export": ({ file }) => {
      if (file.startsWith("/readonly"))
        throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
      return { file, bytes: 90_000, pages: 11, sha256: "0".repeat(64), warnings: [] };
    },
  };

  #empty(organisation: Partial<Organisation>): State {
    return {
      organisation: organisationOf(organisation),
      registers: noRegisters(),
      soa: { number: "SoA-01", version: "0.1", owner: "" },
      controls: this.#catalogue.controls.map(({ id, title, group }) => ({
        ...untouched(id, title),
        origin: "annex-a",
        group,
      })),
      clauses: untouchedClauses(this.#catalogue),
      evidence: noEvidence(),
      findings: noFindings(),
      cases: noCases(),
      audits: noAudits(),
      reviews: noReviews(),
      objectives: noObjectives(),
    };
  }

  #asked(): Asked[] {
    const clauses = this.#catalogue.clauses.filter(({ assessable }) => assessable);
    const applicable = this.#state.controls.filter(({ decision }) => decision === "applicable");
    return [
      ...clauses.map(({ id, title, auditor_question, evidence }) => ({
        link: { to: "clause" as const, id },
        title,
        question: auditor_question,
        expected: evidence,
        heading: id.split(".")[0] ?? null,
        owner: this.#state.clauses.find((clause) => clause.id === id)?.owner ?? "",
      })),
      ...applicable.map(({ id, title, owner }) => ({
        link: { to: "control" as const, id },
        title,
        question: this.#catalogue.controls.find((control) => control.id === id)?.auditor_question ?? title,
        expected: [],
        heading: id.split(".").slice(0, 2).join("."),
        owner,
      })),
    ];
  }

  #targets(): EvidenceLink[] {
    return [
      ...this.#catalogue.clauses.map(({ id }) => ({ to: "clause" as const, id })),
      ...this.#state.controls.map(({ id }) => ({ to: "control" as const, id })),
      ...this.#state.registers.systems.map(({ id }) => ({ to: "system" as const, id })),
    ];
  }

  #open(folder: string): Workspace {
    this.folder = folder;
    const name = this.#state.organisation.name;
    const opened = { folder, name, opened: this.now.toISOString(), found: true };
    this.recents = [opened, ...this.recents.filter((recent) => recent.folder !== folder)];
    return this.#workspace(folder);
  }

  #workspace(folder: string): Workspace {
    return {
      folder,
      organisation: this.#state.organisation,
      can_write: this.canWrite,
      read_only_because: this.#why(),
      sample: false,
    };
  }

  #why(): Failure | null {
    if (this.canWrite) return null;
    const message = "Another Annexe is writing to this workspace";
    return { code: "locked", message, hint: "Close the other one.", field: null };
  }

  #change(operation: string, ids: readonly string[], how: (control: Control) => Control): Control[] {
    for (const id of ids) this.control(id);
    this.#write(operation, (state) => {
      state.controls = state.controls.map((control) => (ids.includes(control.id) ? how(control) : control));
    });
    return ids.map((id) => this.control(id));
  }

  /** What changes nothing leaves no entry, unless what it changes is kept elsewhere. */
  #write(operation: string, how: (state: State) => void, elsewhere = false): void {
    if (!this.canWrite)
      throw fail("read-only", "This workspace is open for reading only", "Close the other one.", null);
    const before = this.#state;
    const after = structuredClone(before);
    how(after);
    if (!elsewhere && changesBetween(before, after).length === 0) return;
    const entry = this.#record(operation, before, after, {});
    this.#undos.push({ before, after, entry });
    this.#redos = [];
  }

  #record(
    operation: string,
    before: State,
    after: State,
    step: { undoes?: number; redoes?: number },
  ): LedgerEntry {
    this.#state = after;
    const entry: LedgerEntry = {
      seq: this.#ledger.length + 1,
      at: this.now.toISOString(),
      actor: "Quality manager",
      operation,
      changes: changesBetween(before, after),
      undoes: step.undoes ?? null,
      redoes: step.redoes ?? null,
      hash: "",
    };
    this.#ledger.push(entry);
    return entry;
  }

  #historyOf(id: string): LedgerEntry[] {
    return this.#ledger.filter((entry) => entry.changes.some((change) => change.id === id)).reverse();
  }

  #forgetHistory(): void {
    this.#ledger = [];
    this.#undos = [];
    this.#redos = [];
  }

  #check(): SoaCheck {
    const { controls, organisation, soa } = this.#state;
    const ids = (which: (control: Control) => boolean): string[] =>
      controls.filter(which).map((control) => control.id);
    const checks: [string, boolean, boolean, string[]][] = [
      ["scope-missing", organisation.scope === "", true, []],
      ["document-owner-missing", soa.owner === "", true, []],
      ...listCheck(
        "undecided",
        ids((control) => control.decision === "undecided"),
        true,
      ),
      ...listCheck(
        "owner-missing",
        ids((control) => control.decision === "applicable" && control.owner === ""),
        true,
      ),
      ...listCheck(
        "target-missing",
        ids((control) => control.status === "planned" && control.target === null),
        false,
      ),
    ];
    const findings = checks
      .filter(([, found]) => found)
      .map(([name, , obstacle, on]) => ({ check: name, obstacle, controls: on }));
    const passed = checks.filter(([, found]) => !found).map(([name]) => name);
    return { findings, passed } as SoaCheck;
  }
}

/** Returns what a check says where all is well. */
export function whole(): Verification {
  const names = ["database", "references", "schema", "ledger", "records", "vault", "evidence"];
  const checks = names.map((check) => ({ check, passed: true, faults: [] }));
  return { ok: true, checks, damaged: [], files: 3, bytes: 12_300_000 };
}

function listCheck(name: string, ids: string[], obstacle: boolean): [string, boolean, boolean, string[]][] {
  return [[name, ids.length > 0, obstacle, ids]];
}

function untouched(
  id: string,
  title: string,
): Pick<Control, "id" | "title" | "status" | "target" | "how" | "owner" | "notes" | "evidence"> & {
  decision: "undecided";
} {
  return {
    id,
    title,
    status: "not-started",
    target: null,
    how: "",
    owner: "",
    notes: "",
    evidence: 0,
    decision: "undecided",
  };
}

function check(decision: Decision): void {
  if (decision.decision === "undecided") return;
  if (decision.justification.trim() === "")
    throw fail("justification-missing", "The justification is empty", "Say why.", "justification");
  if (/^not applicable\.?$/i.test(decision.justification.trim()))
    throw fail(
      "justification-thin",
      `“${decision.justification.trim()}” does not say why`,
      "Name a fact an auditor can check.",
      "justification",
    );
}

function step(
  stack: readonly { entry: LedgerEntry }[],
): { seq: number; operation: string; ids: string[] } | null {
  const last = stack[stack.length - 1];
  if (last === undefined) return null;
  const ids = [...new Set(last.entry.changes.map((change) => change.id))];
  return { seq: last.entry.seq, operation: last.entry.operation, ids };
}

function unknownControl(id: string): Failed {
  return fail("unknown-control", `There is no control ${id}`, "Look it up in the list of controls.", "id");
}
