import type {
  Arguments,
  EvidenceLink,
  FindingRow,
  LedgerEntry,
  MeasureDetails,
  MeasureGoal,
  MeasureReading,
  MeasureRow,
  MeasureState,
  ObjectiveDetails,
  ObjectiveRow,
  ObjectiveState,
  ActionRow,
  ImportPreview,
} from "$host";
import { isoDate } from "$i18n/dates";
import { fail, type HandlersOf } from "./handlers";

type Objective = Omit<ObjectiveDetails, "state" | "overdue" | "measures" | "actions">;
type Measure = Omit<MeasureRow, "of" | "last" | "state" | "due" | "overdue">;

/** What the ledger keeps of objectives, measures and readings. */
export interface ObjectivesState {
  objectives: Objective[];
  measures: Measure[];
  readings: (MeasureReading & { id: string })[];
}

export function noObjectives(): ObjectivesState {
  return { objectives: [], measures: [], readings: [] };
}

/** What the objectives need of the core that they are part of. */
interface Core {
  state: () => ObjectivesState;
  write: (operation: string, how: (state: ObjectivesState) => void) => void;
  now: () => Date;
  targets: () => EvidenceLink[];
  history: (id: string) => LedgerEntry[];
  actions: (objective: string) => ActionRow[];
  findings: (measure: string) => FindingRow[];
}

const actor = "Quality manager";
const pressing: readonly ObjectiveState[] = ["off-target", "reading-overdue", "no-reading", "on-target"];

/** The objectives of a core in memory, as the window shows them. */
export class FakeObjectives {
  /** What the next file holds that somebody looks at. */
  file: ImportPreview | null = null;

  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  get #today(): string {
    return isoDate(this.#core.now());
  }

  readonly handlers: HandlersOf<"objective"> & HandlersOf<"measure"> = {
    "objective.list": () => this.#core.state().objectives.map((each) => this.#row(each)),
    "objective.show": ({ id }) => this.#details(id),
    "objective.history": ({ id }) => this.#core.history(id),
    "objective.add": ({ title, about, measure, ...said }) => {
      if (title.trim() === "")
        throw fail("objective-incomplete", "The title is missing", "Say it in a line.", "title");
      const first = measure ?? null;
      if (first !== null) measured(first.what);
      const id = `O-${this.#core.state().objectives.length + 1}`;
      this.#core.write("objective.add", (state) => {
        state.objectives.push({
          id,
          title,
          purpose: said.purpose ?? "",
          about: (about ?? []).map((target) => this.#link(target)),
          owner: said.owner ?? "",
          plan: said.plan ?? "",
          resources: said.resources ?? "",
          target: said.target ?? null,
          judged_by: said.judged_by ?? "",
          evaluation: null,
          notes: "",
        });
        if (first !== null)
          state.measures.push(this.#measure({ objective: id, by: said.owner ?? "", ...first }));
      });
      return this.#details(id);
    },
    "objective.set": ({ id, about, ...said }) =>
      this.#change("objective.set", id, (objective) => {
        Object.assign(objective, said);
        if (about !== undefined) objective.about = about.map((target) => this.#link(target));
      }),
    "objective.evaluate": ({ id, reached, text, by, on }) => {
      if (text === "") throw fail("objective-incomplete", "The judgement is missing", "Say it.", "text");
      return this.#change("objective.evaluate", id, (objective) => {
        objective.evaluation = { reached, text, by: by ?? actor, on: on ?? this.#today };
      });
    },
    "objective.resume": ({ id }) =>
      this.#change("objective.resume", id, (objective) => (objective.evaluation = null)),
    "objective.remove": ({ id }) => {
      this.#core.write("objective.remove", (state) => {
        state.objectives = state.objectives.filter((each) => each.id !== id);
        state.measures = state.measures.filter(({ objective }) => objective !== id);
      });
      return null;
    },
    "measure.list": () => this.#core.state().measures.map((each) => this.#measureRow(each)),
    "measure.show": ({ id }) => this.#measureDetails(id),
    "measure.history": ({ id }) => this.#core.history(id),
    "measure.add": (said) => {
      measured(said.what);
      const measure = this.#measure(said);
      this.#core.write("measure.add", (state) => state.measures.push(measure));
      return this.#measureDetails(measure.id);
    },
    "measure.set": ({ id, about, ...said }) => {
      this.#core.write("measure.set", (state) => {
        for (const measure of state.measures) {
          if (measure.id !== id) continue;
          Object.assign(measure, said);
          if (about !== undefined) measure.about = about.map((target) => this.#link(target));
        }
      });
      return this.#measureDetails(id);
    },
    "measure.remove": ({ id }) => {
      this.#core.write("measure.remove", (state) => {
        state.measures = state.measures.filter((each) => each.id !== id);
        state.readings = state.readings.filter(({ measure }) => measure !== id);
      });
      return null;
    },
    "measure.read": ({ id, value, day, note, by, evidence, replace }) => {
      if (!/^-?\d+(\.\d+)?$/.test(value))
        throw fail("wrong-arguments", `“${value}” is no number`, "Write it as 92.5.", "value");
      const on = day ?? this.#today;
      const here = this.#readings(id).find((each) => each.day === on);
      if (here !== undefined && replace !== true)
        throw fail(
          "reading-taken",
          `${id} has a reading of ${on} already: ${here.value}`,
          "Take another day, or say that the reading is to be replaced.",
          "day",
        );
      this.#core.write("measure.read", (state) => {
        state.readings = state.readings.filter((each) => each.measure !== id || each.day !== on);
        state.readings.push({
          id: `${id}/${on}`,
          measure: id,
          day: on,
          value,
          note: note ?? "",
          by: by ?? actor,
          evidence: evidence ?? [],
        });
      });
      return this.#measureDetails(id);
    },
    "measure.remove-reading": ({ id, day }) => {
      this.#core.write("measure.remove-reading", (state) => {
        state.readings = state.readings.filter((each) => each.measure !== id || each.day !== day);
      });
      return this.#measureDetails(id);
    },
    "measure.preview": () => {
      if (this.file === null) throw fail("readings-empty", "The file holds no readings", null, "file");
      return this.file;
    },
    "measure.import": ({ id }) => {
      const readings = this.file?.readings ?? [];
      this.#core.write("measure.import", (state) => {
        for (const { day, value, note } of readings)
          state.readings.push({
            id: `${id}/${day}`,
            measure: id,
            day,
            value,
            note,
            by: actor,
            evidence: [],
          });
      });
      return { added: readings.length, replaced: 0 };
    },
  };

  #measure({ objective, about, what, goal, ...said }: Arguments<"measure.add">): Measure {
    return {
      id: `M-${this.#core.state().measures.length + 1}`,
      objective: objective ?? null,
      about: (about ?? []).map((target) => this.#link(target)),
      what,
      unit: said.unit ?? "",
      method: said.method ?? "",
      by: said.by ?? "",
      rhythm: said.rhythm ?? { every: 1, unit: "months" },
      goal,
      start: said.start ?? null,
      since: said.since ?? this.#today,
      ended: null,
    };
  }

  #link(target: string): EvidenceLink {
    const found = this.#core.targets().find(({ to, id }) => target === id || target === `${to}:${id}`);
    if (found === undefined) throw fail("unknown-requirement", `There is no “${target}”`, null, "about");
    return found;
  }

  #readings(measure: string): MeasureReading[] {
    return this.#core
      .state()
      .readings.filter((each) => each.measure === measure)
      .sort((one, other) => one.day.localeCompare(other.day))
      .map(({ day, value, note, by, evidence }) => ({ measure, day, value, note, by, evidence }));
  }

  #objective(id: string): Objective {
    const objective = this.#core.state().objectives.find((each) => each.id === id);
    if (objective === undefined) throw fail("unknown-objective", `There is no objective ${id}`);
    return objective;
  }

  #change(operation: string, id: string, how: (objective: Objective) => unknown): ObjectiveDetails {
    this.#core.write(operation, (state) => {
      for (const objective of state.objectives) if (objective.id === id) how(objective);
    });
    return this.#details(id);
  }

  #measureRow(measure: Measure): MeasureRow {
    const objective = measure.objective === null ? null : this.#objective(measure.objective);
    const readings = this.#readings(measure.id);
    const last = readings[readings.length - 1] ?? null;
    const over = measure.ended !== null || (objective !== null && objective.evaluation !== null);
    const due = over ? null : later(last?.day ?? measure.since, measure.rhythm);
    const overdue = due !== null && due < this.#today;
    return { ...measure, of: objective?.title ?? null, last, due, overdue, state: stateOf() };

    function stateOf(): MeasureState {
      if (over) return "ended";
      if (last !== null && !meets(measure.goal, last.value)) return "off-target";
      if (overdue) return "reading-overdue";
      return last === null ? "no-reading" : "on-target";
    }
  }

  #measureDetails(id: string): MeasureDetails {
    const measure = this.#core.state().measures.find((each) => each.id === id);
    if (measure === undefined) throw fail("unknown-measure", `There is no measure ${id}`);
    const readings = this.#readings(id).map((each) => ({
      ...each,
      on_target: meets(measure.goal, each.value),
    }));
    return { ...this.#measureRow(measure), readings, findings: this.#core.findings(id) };
  }

  #row(objective: Objective): ObjectiveRow {
    const measures = this.#core
      .state()
      .measures.filter((each) => each.objective === objective.id)
      .map((each) => this.#measureRow(each));
    const { evaluation, target } = objective;
    const states: string[] = measures.map(({ state }) => state);
    const worst = pressing.find((state) => states.includes(state)) ?? "no-measure";
    const state = evaluation === null ? worst : evaluation.reached ? "reached" : "missed";
    const overdue = evaluation === null && target !== null && target < this.#today;
    return { ...objective, state, overdue, measures };
  }

  #details(id: string): ObjectiveDetails {
    const { measures, ...row } = this.#row(this.#objective(id));
    return {
      ...row,
      measures: measures.map((measure) => this.#measureDetails(measure.id)),
      actions: this.#core.actions(id),
    };
  }
}

function meets(goal: MeasureGoal, value: string): boolean {
  const figure = Number(value);
  switch (goal.direction) {
    case "at-least":
      return figure >= Number(goal.value);
    case "at-most":
      return figure <= Number(goal.value);
    case "between":
      return figure >= Number(goal.low) && figure <= Number(goal.high);
  }
}

function later(day: string, { every, unit }: MeasureRow["rhythm"]): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return isoDate(
    unit === "weeks" ? new Date(year, month - 1, date + 7 * every) : new Date(year, month - 1 + every, date),
  );
}

function measured(what: string): void {
  if (what.trim() === "")
    throw fail("objective-incomplete", "What is measured is missing", "Say it.", "what");
}
