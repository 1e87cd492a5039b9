import type {
  Action,
  ActionOrigin,
  ActionRow,
  ActionState,
  EvidenceLink,
  EvidenceShows,
  FindingDetails,
  FindingNeed,
  FindingRow,
  FindingStage,
  FindingStep,
  LedgerEntry,
} from "$host";
import { isoDate } from "$i18n/dates";
import { fail, type HandlersOf } from "./handlers";

/** A finding as it is kept, without what follows from it. */
type Finding = Omit<
  FindingDetails,
  "stage" | "needs" | "road" | "actions" | "overdue" | "repeats" | "came_from"
>;

/** What the ledger keeps of findings and actions. */
export interface FindingsState {
  findings: Finding[];
  actions: Action[];
}

export function noFindings(): FindingsState {
  return { findings: [], actions: [] };
}

/** What the findings need of the core that they are part of. */
interface Core {
  state: () => FindingsState;
  write: (operation: string, how: (state: FindingsState) => void) => void;
  now: () => Date;
  targets: () => EvidenceLink[];
  history: (id: string) => LedgerEntry[];
}

const days = { major: 60, minor: 90, ofi: 180 };
const actor = "Quality manager";

const roads: { nonconformity: [FindingStage, FindingNeed[]][]; ofi: [FindingStage, FindingNeed[]][] } = {
  nonconformity: [
    ["reported", []],
    ["contained", ["containment"]],
    ["cause-found", ["similar-cases", "cause"]],
    ["action-planned", ["action", "criterion"]],
    ["action-done", ["actions-done"]],
    ["effect-checked", ["effective-check"]],
    ["closed", ["closing"]],
  ],
  ofi: [
    ["reported", []],
    ["action-planned", ["action"]],
    ["action-done", ["actions-done"]],
    ["closed", ["closing"]],
  ],
};

/** The findings of a core in memory, with the gates that the window shows. */
export class FakeFindings {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  get #today(): string {
    return isoDate(this.#core.now());
  }

  readonly handlers: HandlersOf<"finding"> & HandlersOf<"action"> = {
    "finding.list": ({ requirement, open }) =>
      [...this.#core.state().findings]
        .reverse()
        .map((finding) => this.#row(finding))
        .filter(
          (row) =>
            requirement === undefined ||
            row.requirements.some((link) => `${link.to}:${link.id}` === requirement),
        )
        .filter((row) => open === undefined || (row.stage !== "closed" && row.stage !== "refused") === open),
    "finding.show": ({ id }) => this.#details(id),
    "finding.history": ({ id }) => {
      const actions = this.#actions(id).flatMap((action) => this.#core.history(action.id));
      const all = [...this.#core.history(id), ...actions];
      return [...new Map(all.map((entry) => [entry.seq, entry])).values()].sort((a, b) => b.seq - a.seq);
    },
    "finding.add": ({ title, requirements, grade, found, source, origin, evidence }) => {
      if (title.trim() === "")
        throw fail("finding-lacks-something", "The title is missing", "Say it.", "title");
      if (requirements.length === 0)
        throw fail(
          "finding-lacks-something",
          "The finding names no requirement",
          "Name one.",
          "requirements",
        );
      const id = `F-${this.#core.state().findings.length + 1}`;
      this.#core.write("finding.add", (state) => {
        state.findings.push({
          id,
          title,
          grade,
          source: source ?? "self-assessment",
          origin: origin ?? null,
          found_on: this.#today,
          found_by: actor,
          requirements: requirements.map((target) => this.#link(target)),
          found: found ?? "",
          evidence: evidence ?? [],
          effect: "",
          owner: "",
          due: later(this.#today, days[grade]),
          due_changes: [],
          containment: null,
          similar: "",
          cause: null,
          plan_approval: null,
          criterion: null,
          round: 1,
          checks: [],
          closing: null,
          refusal: null,
          reopened: [],
          follow_ups: [],
          notes: "",
        });
      });
      return this.#details(id);
    },
    "finding.set": ({ id, requirements, due, why, ...fields }) =>
      this.#change("finding.set", id, (finding) => {
        Object.assign(finding, fields);
        if (requirements !== undefined) finding.requirements = requirements.map((one) => this.#link(one));
        if (due === undefined || due === finding.due) return;
        finding.due_changes.push(this.#moved(finding.due, due, why ?? ""));
        finding.due = due;
      }),
    "finding.contain": ({ id, text, correction, by, on }) => {
      needed(text, "What was done", "text");
      return this.#change("finding.contain", id, (finding) => {
        const who = by === undefined || by === "" ? actor : by;
        finding.containment = { text, correction: correction ?? "", by: who, on: on ?? this.#today };
      });
    },
    "finding.similar": ({ id, text }) => {
      needed(text, "What was seen", "text");
      return this.#change("finding.similar", id, (finding) => (finding.similar = text));
    },
    "finding.cause": ({ id, text, whys, branches }) => {
      const answers = (whys ?? []).filter((why) => why !== "");
      const said = text === undefined || text === "" ? (answers[answers.length - 1] ?? "") : text;
      needed(said, "The cause", "text");
      const bones = branches ?? [];
      const method = answers.length > 0 ? "five-whys" : bones.length > 0 ? "fishbone" : "text";
      return this.#change("finding.cause", id, (finding) => {
        finding.cause = { method, text: said, kind: null, whys: answers, branches: bones };
      });
    },
    "finding.approve-plan": ({ id, by }) =>
      this.#change("finding.approve-plan", id, (finding) => {
        finding.plan_approval = { by, on: this.#today };
      }),
    "finding.criterion": ({ id, text, check_on }) => {
      needed(text, "The criterion", "text");
      return this.#change("finding.criterion", id, (finding) => (finding.criterion = { text, check_on }));
    },
    "finding.check": ({ id, by, result, note }) => {
      needed(by, "The name", "by");
      if (this.#actions(id).some((action) => action.owner.toLowerCase() === by.toLowerCase()))
        throw fail(
          "checks-own-work",
          `${id} can't be checked by ${by}, who owns one of its actions`,
          "Let somebody look who carried out none of the actions.",
          "by",
        );
      return this.#change("finding.check", id, (finding) => {
        const { round, criterion } = finding;
        const text = criterion?.text ?? "";
        finding.checks.push({ round, criterion: text, by, on: this.#today, result, note: note ?? "" });
        if (result === "effective") return;
        finding.round += 1;
        finding.criterion = null;
      });
    },
    "finding.close": ({ id, by }) => {
      needed(by, "The name", "by");
      if (this.#details(id).needs.some((need) => need !== "closing"))
        throw fail("finding-not-yet", `${id} can't be closed yet`, "Record what is missing.", null);
      return this.#change("finding.close", id, (finding) => (finding.closing = { by, on: this.#today }));
    },
    "finding.refuse": ({ id, why }) => {
      needed(why, "The reason", "why");
      return this.#change("finding.refuse", id, (finding) => {
        finding.refusal = { why, by: actor, on: this.#today };
      });
    },
    "finding.reopen": ({ id, why }) => {
      needed(why, "The reason", "why");
      return this.#change("finding.reopen", id, (finding) => {
        const { closing, refusal } = finding;
        finding.reopened.push({ why, by: actor, on: this.#today, closing, refusal });
        finding.closing = null;
        finding.refusal = null;
        if (closing === null) return;
        finding.round += 1;
        finding.criterion = null;
      });
    },
    "finding.follow-up": ({ id, follow_ups }) =>
      this.#change("finding.follow-up", id, (finding) => {
        finding.follow_ups = follow_ups.map((each) => ({ ...each, done_on: each.done_on ?? null }));
      }),
    "action.list": ({ open }) => {
      const all = this.#core.state().actions.map((action) => this.#actionRow(action));
      const toDo = ({ state }: ActionRow) => state === "planned" || state === "overdue";
      return {
        actions: all
          .filter((row) => open === undefined || toDo(row) === open)
          .sort((one, other) => one.due.localeCompare(other.due)),
        total: all.length,
      };
    },
    "action.burn-down": () => {
      const all = this.#core.state().actions.map((action) => this.#actionRow(action));
      if (all.length === 0) return [];
      const open = all.filter(({ state }) => state === "planned" || state === "overdue").length;
      return [
        { day: later(this.#today, -7), open: all.length, planned: all.length, done: 0 },
        { day: this.#today, open, planned: 0, done: all.length - open },
      ];
    },
    "action.add": ({ finding, objective, text, owner, due }) => {
      needed(text, "What will be done", "text");
      needed(owner, "The owner", "owner");
      const id = `A-${this.#core.state().actions.length + 1}`;
      const origin: ActionOrigin =
        finding === undefined
          ? objective === undefined
            ? { from: "own" }
            : { from: "objective", id: objective }
          : { from: "finding", id: finding, round: this.#finding(finding).round };
      const action = { id, origin, text, owner, due, due_changes: [], done: null };
      this.#core.write("action.add", (state) => state.actions.push(action));
      return action;
    },
    "action.set": ({ ids, text, owner }) => {
      if (owner !== undefined) needed(owner, "The owner", "owner");
      return this.#changeActions("action.set", ids, (action) => {
        action.text = text ?? action.text;
        action.owner = owner ?? action.owner;
      });
    },
    "action.move": ({ ids, due, why }) => {
      needed(why, "The reason", "why");
      return this.#changeActions("action.move", ids, (action) => {
        action.due_changes.push(this.#moved(action.due, due, why));
        action.due = due;
      });
    },
    "action.finish": ({ id, proof, note }) => {
      if (proof.length === 0)
        throw fail("finding-lacks-something", "The proof is missing", "Add what shows it.", "proof");
      return this.#changeAction("action.finish", id, (action) => {
        action.done = { on: this.#today, proof, note: note ?? "" };
      });
    },
    "action.reopen": ({ id }) => this.#changeAction("action.reopen", id, (action) => (action.done = null)),
    "action.remove": ({ id }) => {
      this.#core.write("action.remove", (state) => {
        state.actions = state.actions.filter((action) => action.id !== id);
      });
      return null;
    },
  };

  /** Returns the actions in the plan of an objective. */
  actionsOf(objective: string): ActionRow[] {
    return this.#core
      .state()
      .actions.filter(({ origin }) => origin.from === "objective" && origin.id === objective)
      .map((action) => this.#actionRow(action));
  }

  /** Returns the findings that come from a measure, the newest first. */
  thatCameFrom(measure: string): FindingRow[] {
    return this.#core
      .state()
      .findings.filter(({ origin }) => origin?.id === measure)
      .map((finding) => this.#row(finding))
      .reverse();
  }

  /** Returns the findings and actions that a piece is the evidence of. */
  shownBy(piece: string): EvidenceShows[] {
    const { findings, actions } = this.#core.state();
    return [
      ...findings
        .filter(({ evidence }) => evidence.includes(piece))
        .map(({ id, title }) => ({ what: "finding" as const, id, title })),
      ...actions
        .filter(({ done }) => done?.proof.includes(piece) === true)
        .map((action) => ({
          what: "action" as const,
          id: action.id,
          text: action.text,
          finding: findingOf(action),
        })),
    ];
  }

  #link(target: string): EvidenceLink {
    const found = this.#core.targets().find(({ to, id }) => target === id || target === `${to}:${id}`);
    if (found === undefined)
      throw fail("unknown-link", `There is no clause or control “${target}”`, null, "requirements");
    return found;
  }

  #finding(id: string): Finding {
    const finding = this.#core.state().findings.find((each) => each.id === id);
    if (finding === undefined) throw fail("unknown-finding", `There is no finding ${id}`);
    return finding;
  }

  #actions(id: string): Action[] {
    return this.#core.state().actions.filter((action) => findingOf(action) === id);
  }

  #change(operation: string, id: string, how: (finding: Finding) => unknown): FindingDetails {
    this.#finding(id);
    this.#core.write(operation, (state) => {
      for (const finding of state.findings) if (finding.id === id) how(finding);
    });
    return this.#details(id);
  }

  #changeActions(operation: string, ids: readonly string[], how: (action: Action) => unknown): Action[] {
    this.#core.write(operation, (state) => {
      for (const action of state.actions) if (ids.includes(action.id)) how(action);
    });
    return this.#core.state().actions.filter((action) => ids.includes(action.id));
  }

  #changeAction(operation: string, id: string, how: (action: Action) => unknown): Action {
    const [action] = this.#changeActions(operation, [id], how);
    if (action === undefined) throw fail("unknown-action", `There is no action ${id}`);
    return action;
  }

  /** Returns the actions that the decisions of a review became. */
  actionsOfReview(review: string): ActionRow[] {
    return this.#core
      .state()
      .actions.filter(({ origin }) => origin.from === "review" && origin.id === review)
      .map((action) => this.#actionRow(action));
  }

  #moved(from: string, to: string, why: string): Finding["due_changes"][number] {
    needed(why, "The reason", "why");
    return { from, to, why, by: actor, at: this.#core.now().toISOString() };
  }

  #actionRow(action: Action): ActionRow {
    const finding = findingOf(action);
    const of = finding === null ? null : this.#finding(finding);
    return { ...action, of: of?.title ?? null, state: this.#state(action, of) };
  }

  #state(action: Action, of: Finding | null): ActionState {
    if (action.done !== null) return "done";
    if (of !== null && (of.closing !== null || of.refusal !== null)) return "dropped";
    return action.due < this.#today ? "overdue" : "planned";
  }

  #counted(finding: Finding): Action[] {
    return this.#actions(finding.id).filter(
      ({ origin, done }) => done === null || (origin.from === "finding" && origin.round === finding.round),
    );
  }

  #lacks(finding: Finding, need: FindingNeed): boolean {
    const counted = this.#counted(finding);
    const last = finding.checks.filter((check) => check.round === finding.round).pop();
    switch (need) {
      case "containment":
        return finding.containment === null;
      case "similar-cases":
        return finding.similar === "";
      case "cause":
        return finding.cause === null;
      case "action":
        return counted.length === 0;
      case "criterion":
        return finding.criterion === null;
      case "actions-done":
        return counted.length === 0 || counted.some((action) => action.done === null);
      case "effective-check":
        return last?.result !== "effective";
      case "closing":
        return finding.closing === null;
    }
  }

  #road(finding: Finding): FindingStep[] {
    let before = true;
    return roads[finding.grade === "ofi" ? "ofi" : "nonconformity"].map(([stage, needs]) => {
      const open = needs.filter((need) => this.#lacks(finding, need));
      const met = needs.filter((need) => !open.includes(need));
      const done = before && open.length === 0;
      const state = done ? "done" : before && finding.refusal === null ? "now" : "shut";
      before = done;
      const on = stage === "reported" ? finding.found_on : null;
      return { stage, state, met, open, on, due: !done && stage === "closed" ? finding.due : null };
    });
  }

  #stage(finding: Finding): FindingStage {
    if (finding.refusal !== null) return "refused";
    const done = this.#road(finding).filter(({ state }) => state === "done");
    return done[done.length - 1]?.stage ?? "reported";
  }

  #row(finding: Finding): FindingRow {
    const { id, title, grade, source, found_on, requirements, owner, due } = finding;
    const stage = this.#stage(finding);
    const counted = this.#counted(finding);
    const over = stage === "closed" || stage === "refused";
    const open = counted.filter((action) => action.done === null);
    return {
      ...{ id, title, grade, source, found_on, requirements, owner, due, stage },
      overdue: !over && due < this.#today,
      actions: counted.length,
      open_actions: open.length,
      overdue_actions: over ? 0 : open.filter((action) => action.due < this.#today).length,
      reopened: finding.reopened.length,
    };
  }

  #details(id: string): FindingDetails {
    const finding = this.#finding(id);
    const road = this.#road(finding);
    const { stage, overdue } = this.#row(finding);
    const actions = this.#actions(id).map((action) => this.#actionRow(action));
    const needs = road.flatMap(({ open }) => open);
    return { ...finding, stage, needs, road, actions, overdue, repeats: null, came_from: null };
  }
}

function findingOf({ origin }: Action): string | null {
  return origin.from === "finding" ? origin.id : null;
}

function needed(text: string, what: string, field: string): void {
  if (text.trim() === "") throw fail("finding-lacks-something", `${what} is missing`, "Say it.", field);
}

function later(date: string, by: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return isoDate(new Date(year, month - 1, day + by));
}
