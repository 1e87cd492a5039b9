import type {
  Covered,
  Framework,
  FrameworkOverview,
  FrameworkView,
  LawFact,
  LawToday,
  RelatedRequirement,
} from "$host";
import { fail, type HandlersOf } from "./handlers";

const names: Record<Framework, string> = {
  "eu-ai-act": "EU AI Act",
  "nist-ai-rmf": "NIST AI RMF",
  "iso-27001": "ISO/IEC 27001:2022",
};

/** Other frameworks, a few places of each. */
export class FakeFrameworks {
  held: readonly Framework[] = [];
  readonly views: FrameworkView[] = [
    this.#view("eu-ai-act", "Art. 17", "Quality management system", {
      related: [
        related("A.2.2", "AI policy", { coverage: "in-place", evidence: 2, main: true }),
        related("A.2.3", "Alignment with other organizational policies", { agreement: "single-source" }),
        {
          ...related("5.2", "AI policy", { coverage: "under-way" }),
          requirement: { to: "clause", id: "5.2" },
        },
      ],
      leaves_open: "Thirteen elements for each system.",
      sources: ["K"],
    }),
    this.#view("eu-ai-act", "Art. 71", "EU database", { related: [related("A.10.3", "Suppliers", {})] }),
    this.#view("nist-ai-rmf", "GOVERN 1.1", "Legal requirements understood", {
      related: [related("A.2.2", "AI policy", { coverage: "in-place", evidence: 1 })],
    }),
    this.#view("iso-27001", "A.5.1", "Policies for information security", {
      related: [related("A.2.2", "AI policy", { coverage: "excluded" })],
    }),
  ];
  law: LawToday = {
    today: "2026-10-12",
    checked_on: "2026-10-01",
    stale: false,
    not_harmonised: "ISO/IEC 42001 is not a harmonised standard.",
    no_advice: "This is no legal advice.",
    backings: { several: "Several independent sources say so", one: "One source says so" },
    act_roles: [],
    facts: [
      fact("transparency", "The duties of transparency apply", {
        day: "2026-08-02",
        timing: "past",
        days: -71,
        roles: ["provider", "deployer"],
        places: ["Art. 17"],
      }),
      fact("prohibitions", "New prohibitions apply", { day: "2026-12-02", timing: "next", days: 51 }),
      fact("harmonised", "EN 18286 is not cited", {
        subject: "standards",
        kind: "stands",
        backing: "one",
        roles: ["provider"],
      }),
    ],
  };

  readonly handlers: HandlersOf<"framework"> = {
    "framework.list": () => this.#overviews(),
    "framework.place": ({ reference }) => {
      const found = this.views.find((view) => view.reference === reference);
      if (found === undefined)
        throw fail(
          "unknown-place",
          `There is no place “${reference}”`,
          "Choose one of the list.",
          "reference",
        );
      return { ...found, held: this.held.includes(found.framework) };
    },
    "framework.law": () => this.law,
  };

  #overviews(): FrameworkOverview[] {
    return (["eu-ai-act", "nist-ai-rmf", "iso-27001"] as const).map((framework) => ({
      framework,
      name: names[framework],
      held: this.held.includes(framework),
      places: this.views
        .filter((view) => view.framework === framework)
        .map(({ reference, title, covered, leaves_open }) => ({
          reference,
          title,
          covered,
          leaves_open: leaves_open !== null,
        })),
    }));
  }

  #view(
    framework: Framework,
    reference: string,
    title: string,
    { related, leaves_open = null, sources = [] }: Pick<FrameworkView, "related"> & Partial<FrameworkView>,
  ): FrameworkView {
    const name = names[framework];
    return {
      framework,
      name,
      held: false,
      reference,
      title,
      covered: count(related),
      related,
      leaves_open,
      sources,
    };
  }
}

function count(rows: readonly RelatedRequirement[]): Covered {
  const of = (coverage: RelatedRequirement["coverage"]): number =>
    rows.filter((row) => row.coverage === coverage).length;
  return {
    related: rows.length,
    in_place: of("in-place"),
    unproven: of("unproven"),
    under_way: of("under-way"),
    open: of("open"),
    excluded: of("excluded"),
  };
}

function related(id: string, title: string, said: Partial<RelatedRequirement>): RelatedRequirement {
  return {
    requirement: { to: "control", id },
    title,
    main: false,
    agreement: "agreed",
    sources: ["K", "U"],
    note: null,
    decision: "undecided",
    status: "not-started",
    evidence: 0,
    coverage: "open",
    ...said,
  };
}

function fact(key: string, title: string, said: Partial<LawFact>): LawFact {
  return {
    key,
    subject: "law",
    kind: "applies",
    day: null,
    timing: "undated",
    days: null,
    title,
    meaning: `What ${key} means.`,
    roles: [],
    concerns_us: false,
    places: [],
    backing: "several",
    ...said,
  };
}
