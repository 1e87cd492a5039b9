import type {
  Action,
  ActionRow,
  AgendaPoint,
  LedgerEntry,
  ReviewDetails,
  ReviewInput,
  ReviewInputs,
  ReviewObstacle,
  ReviewRow,
} from "$host";
import { isoDate } from "$i18n/dates";
import { fail, type HandlersOf } from "./handlers";

type ManagementReview = Omit<ReviewDetails, "stage" | "overdue" | "inputs" | "actions" | "obstacles">;

/** What the ledger keeps of management reviews. */
export interface ReviewsState {
  reviews: ManagementReview[];
}

export function noReviews(): ReviewsState {
  return { reviews: [] };
}

/** What the reviews need of the core that they are part of. */
interface Core {
  state: () => ReviewsState;
  write: (operation: string, how: (state: ReviewsState) => void) => void;
  now: () => Date;
  history: (id: string) => LedgerEntry[];
  /** The actions that the decisions of a review became. */
  actions: (id: string) => ActionRow[];
  /** Plans the action that a decision becomes. */
  plan: (action: Omit<Action, "id" | "due_changes" | "done">) => void;
}

const kinds: readonly ReviewInput[] = [
  "actions",
  "issues",
  "parties",
  "nonconformities",
  "measurements",
  "audits",
  "objectives",
  "feedback",
  "risks",
  "standing",
  "improvements",
];

/** The management reviews of a core in memory, whose inputs are the same each day. */
export class FakeReviews {
  /** What the inputs say. */
  inputs: Omit<ReviewInputs, "as_on" | "since"> = fewInputs();

  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  get #today(): string {
    return isoDate(this.#core.now());
  }

  readonly handlers: HandlersOf<"review"> = {
    "review.list": () =>
      this.#core
        .state()
        .reviews.map((each) => this.#row(each))
        .reverse(),
    "review.show": ({ id }) => this.#details(id),
    "review.history": ({ id }) => this.#core.history(id),
    "review.add": ({ title, planned_on, since, chair, present }) => {
      needed(title, "The title", "title");
      const id = `MR-${this.#core.state().reviews.length + 1}`;
      const agenda = kinds.map((input, index): AgendaPoint => ({
        number: index + 1,
        input,
        title: "",
        said: "",
        noted: false,
      }));
      this.#core.write("review.add", (state) => {
        state.reviews.push({
          id,
          title,
          planned_on,
          since: since ?? null,
          chair: chair ?? "",
          present: present ?? [],
          agenda,
          held_on: null,
          decisions: [],
          no_decision: "",
          approval: null,
          cancellation: null,
          notes: "",
        });
      });
      return this.#details(id);
    },
    "review.set": ({ id, ...said }) =>
      this.#change("review.set", id, (one) => {
        one.title = said.title ?? one.title;
        one.planned_on = said.planned_on ?? one.planned_on;
        one.since = said.since === undefined ? one.since : said.since;
        one.chair = said.chair ?? one.chair;
        one.present = said.present ?? one.present;
        one.no_decision = said.no_decision ?? one.no_decision;
      }),
    "review.cancel": ({ id, why }) => {
      needed(why, "The reason", "why");
      return this.#change("review.cancel", id, (one) => {
        one.cancellation = { why, by: "Quality manager", on: this.#today };
      });
    },
    "review.hold": ({ id, on }) =>
      this.#change("review.hold", id, (one) => {
        one.held_on = on ?? this.#today;
      }),
    "review.remark": ({ id, point, said, noted }) =>
      this.#change("review.remark", id, ({ agenda }) => {
        const at = agenda.find(({ number }) => number === point);
        if (at === undefined) return;
        at.said = said ?? at.said;
        at.noted = noted ?? at.noted;
      }),
    "review.add-point": ({ id, title }) => {
      needed(title, "The title of the point", "title");
      return this.#change("review.add-point", id, ({ agenda }) => {
        const number = Math.max(...agenda.map((point) => point.number)) + 1;
        agenda.push({ number, input: null, title, said: "", noted: false });
      });
    },
    "review.move-point": ({ id, point, to }) =>
      this.#change("review.move-point", id, ({ agenda }) => {
        const from = agenda.findIndex(({ number }) => number === point);
        agenda.splice(to - 1, 0, ...agenda.splice(from, 1));
      }),
    "review.remove-point": ({ id, point }) =>
      this.#change("review.remove-point", id, (one) => {
        one.agenda = one.agenda.filter(({ number }) => number !== point);
      }),
    "review.decide": ({ id, about, text }) => {
      needed(text, "What was decided", "text");
      return this.#change("review.decide", id, ({ decisions }) => {
        decisions.push({ number: decisions.length + 1, about, text });
      });
    },
    "review.set-decision": ({ id, decision, about, text }) =>
      this.#change("review.set-decision", id, ({ decisions }) => {
        const one = decisions.find(({ number }) => number === decision);
        if (one === undefined) return;
        one.about = about ?? one.about;
        one.text = text ?? one.text;
      }),
    "review.remove-decision": ({ id, decision }) =>
      this.#change("review.remove-decision", id, (one) => {
        one.decisions = one.decisions.filter(({ number }) => number !== decision);
      }),
    "review.act": ({ id, decision, owner, due, text }) => {
      needed(owner, "The owner", "owner");
      const decided = this.#review(id).decisions.find(({ number }) => number === decision);
      this.#core.plan({
        origin: { from: "review", id, decision },
        text: text ?? decided?.text ?? "",
        owner,
        due,
      });
      return this.#details(id);
    },
    "review.approve": ({ id, by, on }) => {
      if (obstacles(this.#review(id)).length > 0)
        throw fail("review-not-ready", `${id} can't be approved yet`, "Record what is missing.", "id");
      needed(by, "Who approves it", "by");
      const { inputs } = this.#details(id);
      return this.#change("review.approve", id, (one) => {
        const frozen = { inputs, actions: [], organisation: "" };
        one.approval = { by, on: on ?? this.#today, frozen };
      });
    },
  };

  #change(operation: string, id: string, how: (one: ManagementReview) => void): ReviewDetails {
    if (this.#review(id).approval !== null)
      throw fail("review-approved", `${id} is approved; nothing of it changes any more`, null, "id");
    this.#core.write(operation, (state) => {
      const one = state.reviews.find((each) => each.id === id);
      if (one !== undefined) how(one);
    });
    return this.#details(id);
  }

  #review(id: string): ManagementReview {
    const one = this.#core.state().reviews.find((each) => each.id === id);
    if (one === undefined) throw fail("unknown-review", `There is no management review ${id}`, null, "id");
    return one;
  }

  #details(id: string): ReviewDetails {
    const one = this.#review(id);
    const { stage, overdue } = this.#row(one);
    return {
      ...one,
      stage,
      overdue,
      inputs: one.approval?.frozen.inputs ?? { ...this.inputs, as_on: this.#today, since: one.since },
      actions: this.#core.actions(id),
      obstacles: stage === "planned" || stage === "held" ? obstacles(one) : [],
    };
  }

  #row(one: ManagementReview): ReviewRow {
    const actions = this.#core.actions(one.id);
    const { id, title, chair, planned_on, held_on } = one;
    const stage =
      one.cancellation !== null
        ? "cancelled"
        : one.approval !== null
          ? "approved"
          : held_on !== null
            ? "held"
            : "planned";
    return {
      id,
      title,
      chair,
      planned_on,
      held_on,
      stage,
      overdue: stage === "planned" && planned_on < this.#today,
      decisions: one.decisions.length,
      actions: actions.length,
      open_actions: actions.filter(({ done }) => done === null).length,
    };
  }
}

function obstacles(one: ManagementReview): ReviewObstacle[] {
  const points = one.agenda.filter(({ said, noted }) => !noted && said === "").map(({ number }) => number);
  return [
    ...(one.held_on === null ? [{ lacks: "held" } as const] : []),
    ...(one.chair === "" ? [{ lacks: "chair" } as const] : []),
    ...(one.present.length === 0 ? [{ lacks: "present" } as const] : []),
    ...(points.length > 0 ? [{ lacks: "points", points } as const] : []),
    ...(one.decisions.length === 0 && one.no_decision === "" ? [{ lacks: "decision" } as const] : []),
  ];
}

function fewInputs(): Omit<ReviewInputs, "as_on" | "since"> {
  const grade = { found: 0, closed: 0, refused: 0, open: 0, overdue: 0 };
  return {
    actions: { open: 0, overdue: 0, done: 0, actions: [] },
    issues: { total: 2, looked_at: 1, changed: 0, changes: [] },
    parties: { total: 1, changed: 0, changes: [] },
    nonconformities: {
      grades: [
        { ...grade, grade: "major" },
        { ...grade, grade: "minor", found: 3, closed: 1, open: 2, overdue: 1 },
      ],
      repeats: 0,
      open: [
        { id: "F-1", title: "No log was kept", grade: "minor", due: "2026-03-02", overdue: true },
        { id: "F-2", title: "No owner is named", grade: "minor", due: "2099-03-02", overdue: false },
      ],
      actions: { before: 0, planned: 0, done: 0, open: 0, overdue: 0 },
    },
    measurements: {
      on_target: 0,
      off_target: 0,
      reading_overdue: 0,
      no_reading: 0,
      readings: 0,
      measures: [],
    },
    audits: [],
    objectives: { open: 0, off_target: 0, overdue: 0, reached: 0, missed: 0, objectives: [] },
    feedback: { kinds: [{ kind: "concern", reported: 1, closed: 0, open: 1 }], duties_overdue: 0 },
    standing: { percent: 42, met: 20, total: 60, gates: ["scope"], statement: null },
    improvements: { figures: { ...grade, grade: "ofi" }, open: [] },
  };
}

function needed(text: string, what: string, field: string): void {
  if (text.trim() === "") throw fail("review-incomplete", `${what} is missing`, "Write it.", field);
}
