import type { Catalogue, CatalogueControl, Clause, Group } from "$host";

/** Returns a catalogue of a few groups, complete in shape. */
export function smallCatalogue(): Catalogue {
  return {
    standard: "ISO/IEC 42001:2023",
    edition: "First edition",
    amendments: "none",
    compiled: "2026",
    title_rule: "Titles follow Annex A.",
    crosswalk_warning: "A row says that the two are related, not that one meets the other.",
    frameworks: { eu_ai_act: "EU AI Act", nist_ai_rmf: "NIST AI RMF", iso_27001: "ISO/IEC 27001:2022" },
    places: [
      {
        framework: "eu-ai-act",
        reference: "Art. 17",
        title: "Quality management system",
        main_clauses: [],
        main_controls: ["A.2.2"],
        sources: ["K"],
        leaves_open: "Thirteen elements for each system.",
      },
    ],
    sources: { K: "A library of controls", U: "A mapping of controls" },
    language: "en-GB",
    notice: "Numbers and titles are facts; all other wording is our own.",
    applicability_warning: "Hints start a discussion. The risk assessment decides.",
    levels: {
      expected: "Leaving it out would be hard to defend",
      usual: "Normally applies",
      partial: "Often applies in reduced form",
      "often-excluded": "Often excluded with a specific justification",
      conditional: "Depends on facts",
    },
    agreements: {
      agreed: "two or more sources",
      "agreed-weak": "one source and a coarse one",
      "single-source": "one source only",
      structural: "same clause number",
    },
    clauses: [
      clause("5", "Leadership", false),
      clause("5.2", "AI policy"),
      clause("5.3", "Roles, responsibilities and authorities"),
      clause("9", "Performance evaluation", false),
      clause("9.2.2", "Internal audit programme"),
    ],
    groups: [
      group("A.2", "Policies related to AI", ["A.2.2", "A.2.3"]),
      group("A.6", "AI system life cycle", []),
      group("A.6.1", "Management guidance for AI system development", ["A.6.1.2"], "A.6"),
      group("A.6.2", "AI system life cycle", ["A.6.2.6", "A.6.2.8"], "A.6"),
      group("A.10", "Third-party and customer relationships", ["A.10.3"]),
    ],
    controls: [
      control("A.2.2", "AI policy", "A.2"),
      control("A.2.3", "Alignment with other organizational policies", "A.2"),
      control("A.6.1.2", "Objectives for responsible development of AI system", "A.6.1"),
      control("A.6.2.6", "AI system operation and monitoring", "A.6.2"),
      control("A.6.2.8", "AI system recording of event logs", "A.6.2"),
      control("A.10.3", "Suppliers", "A.10"),
    ],
    objectives: [{ id: "C.2.1", title: "Accountability", meaning: "Someone answers for it." }],
    risk_sources: [{ id: "C.3.3", title: "Level of automation", meaning: "Fewer chances to catch errors." }],
    annex_d: {
      title: "Annex D",
      meaning: "Any sector.",
      shared: ["One management review"],
      apart: ["Criteria for AI risks"],
      standards: [{ reference: "ISO/IEC 27001", subject: "Information security" }],
    },
  };
}

function clause(id: string, title: string, assessable = true): Clause {
  const parent = id.split(".").slice(0, -1).join(".");
  return {
    id,
    title,
    parent: parent === "" ? null : parent,
    theme: id.startsWith("9") ? "performance-evaluation" : "leadership",
    assessable,
    requirement: assessable ? "Write down the company's position." : "",
    documented_information: assessable ? ["AI policy"] : [],
    documented_information_status: assessable ? "required" : null,
    evidence: [],
    steps: assessable ? ["Write one page"] : [],
    auditor_question: assessable ? "Where is the policy?" : "",
    common_gap: assessable ? "Nobody approved it." : "",
    controls: assessable ? ["A.2.2"] : [],
    crosswalk: { eu_ai_act: [], nist_ai_rmf: [], iso_27001: [], note: null },
  };
}

function group(id: string, title: string, controls: string[], parent: string | null = null): Group {
  return {
    id,
    title,
    parent,
    theme: "operation",
    has_objective: id !== "A.6",
    meaning: `What ${id} is for`,
    controls,
  };
}

function control(id: string, title: string, inGroup: string): CatalogueControl {
  return {
    id,
    title,
    group: inGroup,
    theme: "operation",
    meaning: `What ${id} asks for, in plain words`,
    steps: ["Make an inventory", "Write two pages"],
    evidence: ["An approved document"],
    auditor_question: "Which sentence would have stopped the last bad idea?",
    common_gap: "It is generic.",
    owner_hint: "Managing director",
    effort_hint: "1-2 days",
    review_cadence: "Yearly",
    hints: [
      {
        role: "user",
        serves: ["user", "customer"],
        level: "expected",
        reason: "A user still decides which AI may be used.",
        sources: [],
      },
      {
        role: "provider",
        serves: ["provider"],
        level: "usual",
        reason: "Customers ask for it.",
        sources: [],
      },
    ],
    clauses: ["5.2"],
    objectives: ["C.2.1"],
    risk_sources: ["C.3.3"],
    crosswalk: {
      eu_ai_act: [
        { reference: "Art. 17", title: "Quality management system", agreement: "agreed", sources: [] },
      ],
      nist_ai_rmf: [
        {
          reference: "GOVERN 1.1",
          title: "legal requirements understood",
          agreement: "single-source",
          sources: [],
        },
      ],
      iso_27001: [],
      note: null,
    },
  };
}
