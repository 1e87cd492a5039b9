import type {
  AssessedClause,
  Catalogue,
  Control,
  Maturity,
  Name,
  Readiness,
  ReadinessFigure,
  ReadinessGate,
  ReadinessItem,
  ReadinessPoint,
  Status,
  Worth,
  WorkTheme,
} from "$host";
import { fail, type HandlersOf } from "./handlers";

const themes: readonly WorkTheme[] = [
  "leadership",
  "planning",
  "support",
  "operation",
  "performance-evaluation",
  "continual-improvement",
];

const percents: Record<Worth, number | null> = {
  "left-out": null,
  "excluded-thinly": 0,
  undecided: 0,
  "not-started": 0,
  planned: 10,
  "in-progress": 50,
  unproven: 70,
  nonconforming: 50,
  proven: 90,
  verified: 100,
};

interface Shown {
  catalogue: Catalogue;
  clauses: readonly AssessedClause[];
  controls: readonly Control[];
  scope: string;
}

function worth(status: Status, evidence: number): Worth {
  if (status !== "implemented") return status;
  return evidence > 0 ? "proven" : "unproven";
}

function controlWorth(control: Control): Worth {
  if (control.decision === "undecided") return "undecided";
  return control.decision === "excluded" ? "left-out" : worth(control.status, control.evidence);
}

type Said = Pick<ReadinessItem, "status" | "evidence" | "owner" | "target">;

function item(said: Said, of: Pick<ReadinessItem, "title" | "theme" | "heading" | "worth">): ReadinessItem {
  const { status, evidence, owner, target } = said;
  const next = of.worth === "left-out" || of.worth === "proven" ? null : "plan";
  return {
    ...of,
    kind: "clause",
    id: "",
    weight: 1,
    percent: percents[of.worth],
    status,
    evidence,
    current: evidence > 0,
    nonconformities: [],
    owner,
    target,
    next,
  };
}

function figure(items: readonly ReadinessItem[]): ReadinessFigure {
  const counted = items.filter(({ percent }) => percent !== null);
  const sum = counted.reduce((all, { percent }) => all + (percent ?? 0), 0);
  const underWay: Worth[] = ["planned", "in-progress", "unproven"];
  return {
    percent: counted.length === 0 ? 0 : Math.round((10 * sum) / counted.length) / 10,
    met: counted.filter((each) => each.worth === "proven").length,
    under_way: counted.filter((each) => underWay.includes(each.worth)).length,
    total: counted.length,
  };
}

/** Returns how ready the company is, as the core would derive it, as far as tests ask. */
export function readinessOf({ catalogue, clauses, controls, scope }: Shown): Readiness {
  const ofClauses = clauses.map((clause): ReadinessItem => ({
    ...item(clause, {
      title: clause.title,
      theme: clause.theme,
      heading: clause.id.split(".")[0] ?? null,
      worth: worth(clause.status, clause.evidence),
    }),
    id: clause.id,
  }));
  const ofControls = controls.map((control): ReadinessItem => ({
    ...item(control, {
      title: control.title,
      theme: control.origin === "own" ? null : "operation",
      heading: control.origin === "own" ? null : control.id.split(".").slice(0, 2).join("."),
      worth: controlWorth(control),
    }),
    kind: "control",
    id: control.id,
  }));
  const items = [...ofClauses, ...ofControls];
  const under = (heading: string): ReadinessFigure =>
    figure(items.filter((each) => each.heading === heading));
  const gates: ReadinessGate[] = [
    { gate: "scope", missing: scope === "" ? [{ lacks: "scope-text" }] : [] },
    { gate: "policy", missing: [{ lacks: "policy", clause: "5.2" }] },
    {
      gate: "statement",
      missing: [{ lacks: "obstacles", checks: ["undecided"] }, { lacks: "not-exported" }],
    },
    {
      gate: "impact-assessments",
      missing: [
        { lacks: "screening", system: "S-1", name: "Triage" },
        { lacks: "impact-assessment", system: "S-2", name: "Fraud hint", clause: "8.4" },
      ],
    },
  ];
  const all = figure(items);
  const [clausesAlone, controlsAlone] = [figure(ofClauses), figure(ofControls)];
  const percent = Math.min(79, all.percent);
  return {
    overall: {
      ...all,
      percent,
      uncapped: all.percent,
      clauses: clausesAlone.percent,
      controls: controlsAlone.total === 0 ? null : controlsAlone.percent,
      cap: "gate-missing",
      most: 79,
      band: percent < 40 ? "starting" : percent < 70 ? "building" : "nearly-ready",
    },
    themes: themes.map((theme) => ({ theme, ...figure(items.filter((each) => each.theme === theme)) })),
    clauses: catalogue.clauses
      .filter(({ parent }) => parent === null)
      .map(({ id, title }) => ({ clause: id, title, ...under(id) })),
    groups: catalogue.groups
      .filter(({ parent }) => parent === null)
      .map(({ id, title }) => ({ group: id, title, ...under(id) })),
    own: ofControls.some(({ heading }) => heading === null)
      ? figure(ofControls.filter(({ heading }) => heading === null))
      : null,
    gates,
    nonconformities: [],
    items,
  };
}

interface Told {
  readiness: () => Readiness;
  today: () => string;
  write: (operation: Name) => void;
}

/** Readiness, how it went, and the maturity that the company says. */
export class FakeReadiness {
  /** How it went on the days before today. */
  before: ReadinessPoint[] = [];
  maturity: Maturity[] = themes.map((theme) => ({ theme, now: null, goal: null }));

  readonly handlers: HandlersOf<"readiness" | "maturity" | "report">;

  constructor({ readiness, today, write }: Told) {
    this.handlers = {
      "readiness.show": readiness,
      "readiness.status": () => {
        throw fail("internal", "The window does not ask for it", null, null);
      },
      "readiness.history": () => {
        const { percent, uncapped, met, total } = readiness().overall;
        return [...this.before, { day: today(), overall: percent, uncapped, met, total }];
      },
      "maturity.list": () => this.maturity,
      "maturity.set": ({ theme, now, goal }) => {
        this.maturity = this.maturity.map((of) =>
          of.theme === theme
            ? {
                theme,
                now: now === undefined ? of.now : now,
                goal: goal === undefined ? of.goal : goal,
              }
            : of,
        );
        write("maturity.set");
        return this.maturity;
      },
      "report.audit": ({ file }) => {
        if (file.startsWith("/readonly"))
          throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
        return { file, bytes: 80_000, pages: 9, sha256: "0".repeat(64), warnings: [] };
      },
      "report.gap": ({ file }) => {
        if (file.startsWith("/readonly"))
          throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
        return { file, bytes: 90_000, pages: 21, sha256: "0".repeat(64), warnings: [] };
      },
      "report.findings": ({ file }) => {
        if (file.startsWith("/readonly"))
          throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
        const pages = file.endsWith(".pdf") ? 9 : null;
        return { file, bytes: 40_000, pages, findings: 2, sha256: "0".repeat(64), warnings: [] };
      },
      "report.review": ({ file }) => {
        if (file.startsWith("/readonly"))
          throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
        return { file, bytes: 60_000, pages: 7, draft: true, sha256: "0".repeat(64), warnings: [] };
      },
    };
  }
}
