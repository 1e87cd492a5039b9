import type {
  DoneEntry,
  GuidePlan,
  GuideRoad,
  GuideStepDetails,
  GuideStepName,
  GuideStepSummary,
  GuideTheme,
  NextGuideStep,
  StepState,
} from "$host";
import { fail, type HandlersOf } from "./handlers";

/** What the steps of a core in memory look at. */
interface Facts {
  today: () => string;
  scope: () => string;
  write: (operation: string) => void;
}

interface Entry {
  id: string;
  text: string;
  /** What shows it; without, a person ticks it. */
  shown?: (facts: Facts) => boolean;
}

interface Content {
  id: string;
  title: string;
  theme: GuideTheme;
  why: string;
  minutes: number;
  after: string[];
  clauses: [string, string][];
  controls: [string, string][];
  tasks: [string, string, string | null][];
  done: Entry[];
  under: string | null;
  what: string;
  own: boolean;
}

interface Said {
  owner: string;
  due: string | null;
  planned: boolean;
  ticks: string[];
  note: string;
}

const themes: [GuideTheme, string, string][] = [
  ["before-you-start", "Before you start", "What you are about to build, and what it asks of you."],
  ["leadership", "Leadership", "Know your AI, your surroundings and your limits."],
  ["operation", "Operation", "Do it, day by day."],
];

function steps(): Content[] {
  const own = { under: null, what: "", own: false };
  return [
    {
      ...own,
      id: "what-the-standard-is",
      title: "Find out what ISO/IEC 42001 is",
      theme: "before-you-start",
      why: "It describes how a company runs a management system for AI. It says little about technology.",
      minutes: 45,
      after: [],
      clauses: [],
      controls: [],
      tasks: [
        ["learn-the-words", "Learn six words.", "An AIMS is not software."],
        ["tell-one-colleague", "Explain it to one colleague.", null],
      ],
      done: [{ id: "explained", text: "You can say what the standard asks" }],
    },
    {
      ...own,
      id: "get-a-copy",
      title: "Buy a copy of the standard",
      theme: "before-you-start",
      why: "An auditor works from the text itself. You need your own licensed copy.",
      minutes: 30,
      after: ["what-the-standard-is"],
      clauses: [],
      controls: [],
      tasks: [["buy-it", "Buy ISO/IEC 42001:2023.", null]],
      done: [{ id: "copy-at-hand", text: "A licensed copy is at hand" }],
    },
    {
      ...own,
      id: "set-the-scope",
      title: "Draw the boundary",
      theme: "leadership",
      why: "The scope says what the management system covers. Everything later is measured against it.",
      minutes: 120,
      after: [],
      clauses: [["4.3", "Determining the scope of the AI management system"]],
      controls: [],
      tasks: [["write-it", "Write three to six lines.", null]],
      done: [
        { id: "scope-written", text: "The scope is written", shown: (facts) => facts.scope() !== "" },
        { id: "adopted", text: "It is adopted, with date and name" },
      ],
    },
    {
      ...own,
      id: "keep-people-in-charge",
      title: "Keep people in charge",
      theme: "operation",
      why: "“A person looks at it” proves little where that person agrees each time. Decide what is checked.",
      minutes: 300,
      after: ["set-the-scope"],
      clauses: [],
      controls: [["A.9.3", "Objectives for responsible use of AI system"]],
      tasks: [["goals", "Choose two to four goals.", null]],
      done: [{ id: "goals-met", text: "Goals are set and followed", shown: () => false }],
    },
  ];
}

/** The road of a core in memory: a few steps of it. */
export class FakeGuide {
  #steps = steps();
  readonly #said = new Map<string, Said>();
  #lastOwn = 0;
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  get road(): GuideRoad {
    const all = this.#whole.map((step) => this.#summary(step));
    const over = (state: StepState) => all.filter((step) => step.state === state).length;
    return {
      themes: themes.map(([theme, title, about]) => {
        const own = all.filter((step) => step.theme === theme);
        const done = own.filter((step) => step.state === "done").length;
        return { theme, title, about, done, of: own.length, steps: own };
      }),
      done: over("done"),
      of: all.length,
      minutes_left: all.reduce((sum, step) => sum + step.minutes, 0),
      planned: all.some((step) => step.due !== null),
    };
  }

  /** Returns a step whole. */
  step(id: string): GuideStepDetails {
    const step = this.#find(id);
    const whole = step.under === null ? step : this.#find(step.under);
    const at = this.#whole.indexOf(whole);
    const inTheme = this.#whole.filter((each) => each.theme === step.theme);
    const said = this.#of(id);
    return {
      ...this.#summary(step),
      theme_title: themes.find(([theme]) => theme === step.theme)?.[1] ?? "",
      number: inTheme.indexOf(whole) + 1,
      of: inTheme.length,
      under: step.under === null ? null : name(whole),
      why: step.why,
      what: step.what,
      tasks: step.tasks.map(([id, text, hint]) => ({ id, text, hint, ticked: said.ticks.includes(id) })),
      done: this.#entries(step),
      ask: step.own ? [] : ["Could we say it in three sentences?"],
      evidence: step.own ? [] : ["Your notes"],
      questions: step.clauses.map(([about]) => ({ about, question: "Show me a system you left out." })),
      clauses: step.clauses.map(([id, title]) => ({ id, title })),
      controls: step.controls.map(([id, title]) => ({ id, title, excluded: false })),
      drafts: step.id === "set-the-scope" ? ["aims-scope"] : [],
      note: said.note,
      previous: this.#neighbour(at - 1),
      next: this.#neighbour(at + 1),
    };
  }

  get #whole(): Content[] {
    const order = themes.map(([theme]) => theme);
    return this.#steps
      .filter((step) => step.under === null)
      .sort((a, b) => order.indexOf(a.theme) - order.indexOf(b.theme));
  }

  #neighbour(at: number): GuideStepName | null {
    const step = at < 0 ? undefined : this.#whole[at];
    return step === undefined ? null : name(step);
  }

  #find(id: string): Content {
    const step = this.#steps.find((each) => each.id === id);
    if (step === undefined) throw fail("unknown-step", `There is no step “${id}”`, null, "step");
    return step;
  }

  #of(id: string): Said {
    return this.#said.get(id) ?? { owner: "", due: null, planned: false, ticks: [], note: "" };
  }

  #parts(step: Content): Content[] {
    return this.#steps.filter((each) => each.under === step.id);
  }

  #entries(step: Content): DoneEntry[] {
    const said = this.#of(step.id);
    const parts = this.#parts(step);
    const entries: DoneEntry[] = step.done
      .filter(() => !step.own || parts.length === 0)
      .map(({ id, text, shown }) => ({
        id,
        text,
        by: shown === undefined ? "hand" : "work",
        met: shown === undefined ? said.ticks.includes(id) : shown(this.#facts),
        have: null,
        need: null,
        places: shown === undefined ? [] : [{ at: "scope" }],
      }));
    if (parts.length === 0) return entries;
    const have = parts.filter((part) => this.#state(part) === "done").length;
    return [
      ...entries,
      {
        id: "parts",
        text: "Every part of it is done",
        by: "work",
        met: have === parts.length,
        have,
        need: parts.length,
        places: [],
      },
    ];
  }

  #state(step: Content): StepState {
    const entries = this.#entries(step);
    if (entries.every((entry) => entry.met)) return "done";
    const begun = entries.some((entry) => entry.met) || this.#of(step.id).ticks.length > 0;
    return begun ? "in-progress" : "not-started";
  }

  #summary(step: Content): GuideStepSummary {
    const { owner, due, planned } = this.#of(step.id);
    const entries = this.#entries(step);
    const state = this.#state(step);
    return {
      id: step.id,
      title: step.title,
      theme: step.theme,
      state,
      owner,
      due,
      planned,
      late: due !== null && due < this.#facts.today() && state !== "done",
      minutes: step.minutes,
      met: entries.filter((entry) => entry.met).length,
      entries: entries.length,
      own: step.own,
      roles: [],
      nonconformities: [],
      waits_for: step.after
        .map((id) => this.#find(id))
        .filter((before) => this.#state(before) !== "done")
        .map(name),
      parts: this.#parts(step).map((part) => this.#summary(part)),
    };
  }

  #say(id: string, change: Partial<Said>): void {
    this.#said.set(id, { ...this.#of(id), ...change });
  }

  #add(step: Partial<Content> & Pick<Content, "title" | "theme">): string {
    if (step.title.trim() === "")
      throw fail(
        "step-needs-title",
        "The step has no title",
        "Say in a few words what is to be done.",
        "title",
      );
    this.#lastOwn += 1;
    const id = `own-${this.#lastOwn}`;
    this.#steps.push({
      why: "",
      minutes: 60,
      after: [],
      clauses: [],
      controls: [],
      tasks: [],
      done: [{ id: "done", text: "It is done" }],
      under: null,
      what: "",
      own: true,
      ...step,
      id,
    });
    return id;
  }

  #plan(target: string | undefined, again = false): GuidePlan {
    if (target === undefined) throw fail("plan-needs-target", "There is no day", "Set the day.", "target");
    const today = this.#facts.today();
    if (target <= today)
      throw fail("target-passed", `${target} is not after today`, "Choose a later day.", "target");
    const open = this.#whole.filter((step) => this.#state(step) !== "done");
    const kept = (step: Content) => !again && this.#of(step.id).due !== null && !this.#of(step.id).planned;
    const short = target < "2026-12-01";
    return {
      today,
      target,
      weeks: short ? 4 : 37,
      minutes: 495,
      minutes_a_week: short ? 900 : 140,
      calm_target: short ? "2027-02-01" : null,
      kept: open.filter(kept).length,
      steps: open.map((step) => ({
        id: step.id,
        title: step.title,
        theme: step.theme,
        due: (kept(step) ? this.#of(step.id).due : null) ?? target,
        before: this.#of(step.id).due,
        kept: kept(step),
      })),
    };
  }

  /** Returns the next few steps: those that wait for nothing, then those that wait for these. */
  next(limit: number): NextGuideStep[] {
    const open = this.#whole.map((step) => this.step(step.id)).filter((step) => step.state !== "done");
    const free = open.filter((step) => step.waits_for.length === 0);
    const waiting = open.filter((step) => step.waits_for.length > 0);
    return [...free, ...waiting].slice(0, limit).map((step) => ({
      ...this.#summary(this.#find(step.id)),
      why: step.why,
      now:
        step.waits_for.length === 0
          ? { because: "next" }
          : { because: "after", titles: step.waits_for.map(({ title }) => title) },
      clauses: step.clauses.map(({ id }) => id),
      controls: step.controls.map(({ id }) => id),
    }));
  }

  readonly handlers: HandlersOf<"guide"> = {
    "guide.show": () => this.road,
    "guide.step": ({ step }) => this.step(step),
    "guide.next": ({ limit = 3 }) => this.next(limit),
    "guide.set": ({ step: id, tick = [], untick = [], owner, due, note, title, what, minutes }) => {
      const step = this.#find(id);
      const said = this.#of(id);
      const shown = step.done.filter((each) => each.shown !== undefined).map((each) => each.id);
      if ([...tick, ...untick].some((each) => shown.includes(each)))
        throw fail("shown-by-work", "The work shows whether it is done", null, "tick");
      this.#say(id, {
        owner: owner ?? said.owner,
        due: due === undefined ? said.due : due,
        planned: due === undefined ? said.planned : false,
        note: note ?? said.note,
        ticks: [...said.ticks, ...tick].filter((each) => !untick.includes(each)),
      });
      step.title = title ?? step.title;
      step.what = what ?? step.what;
      step.minutes = minutes ?? step.minutes;
      this.#facts.write("guide.set");
      return this.step(id);
    },
    "guide.add": ({ title, theme, what = "", owner = "", due = null, minutes = 60 }) => {
      const id = this.#add({ title, theme, what, minutes });
      this.#say(id, { owner, due });
      this.#facts.write("guide.add");
      return this.step(id);
    },
    "guide.split": ({ step, parts }) => {
      const { theme } = this.#find(step);
      for (const { title, owner = "", due = null } of parts)
        this.#say(this.#add({ title, theme, under: step }), { owner, due });
      this.#facts.write("guide.split");
      return this.step(step);
    },
    "guide.remove": ({ step }) => {
      this.#steps = this.#steps.filter((each) => each.id !== step && each.under !== step);
      this.#facts.write("guide.remove");
      return null;
    },
    "guide.plan-preview": ({ target, again }) => this.#plan(target, again),
    "guide.plan": ({ target, again }) => {
      const plan = this.#plan(target, again);
      for (const { id, due, kept } of plan.steps) if (!kept) this.#say(id, { due, planned: true });
      this.#facts.write("guide.plan");
      return plan;
    },
  };
}

function name({ id, title }: GuideStepName): GuideStepName {
  return { id, title };
}
