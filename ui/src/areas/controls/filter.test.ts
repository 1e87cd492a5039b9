import { describe, expect, it } from "vitest";
import type { Control } from "$host";
import { smallCatalogue } from "../../../tests/fake/catalogue";
import { arranged, counts, filtered, matches, type Facet } from "./filter";
import { overdue } from "./status";

const groups = smallCatalogue().groups;
const none = new Set<string>();

function control(id: string, group: string, fields: Partial<Control> = {}): Control {
  return {
    id,
    title: `Title of ${id}`,
    status: "not-started",
    target: null,
    how: "",
    owner: "",
    notes: "",
    decision: "undecided",
    origin: "annex-a",
    group,
    ...fields,
  } as Control;
}

const applicable: Partial<Control> = { decision: "applicable", reasons: ["law"], justification: "Art. 4" };
const all: Control[] = [
  control("A.2.2", "A.2", { ...applicable, owner: "Quality manager", status: "implemented" }),
  control("A.2.3", "A.2"),
  control("A.6.1.2", "A.6.1", { ...applicable, status: "planned", target: "2020-01-31" }),
  control("A.6.2.6", "A.6.2", {
    decision: "excluded",
    ground: "no-relevant-risk",
    justification: "No logs here",
  }),
  { ...control("ORG.1", ""), origin: "own", source: "Contract with an insurer" },
];
const ids = (controls: readonly Control[]): string[] => controls.map((each) => each.id);
const through = (text: string, facets: Facet[] = [], unfinished = none): string[] =>
  ids(filtered(all, { text, facets }, unfinished));

describe("the text of the filter", () => {
  it("finds numbers, words, owners, sources and justifications", () => {
    expect(through("a.6")).toEqual(["A.6.1.2", "A.6.2.6"]);
    expect(through("quality")).toEqual(["A.2.2"]);
    expect(through("insurer")).toEqual(["ORG.1"]);
    expect(through("no logs")).toEqual(["A.6.2.6"]);
  });

  it("asks for every word, in any order", () => {
    expect(through("manager title")).toEqual(["A.2.2"]);
    expect(through("manager nothing")).toEqual([]);
  });

  it("lets everything through while it is empty", () => {
    expect(through("   ")).toHaveLength(all.length);
    expect(matches(control("A.2.2", "A.2"), "")).toBe(true);
  });
});

describe("the facets", () => {
  it("show what answers any of them", () => {
    expect(through("", ["undecided"])).toEqual(["A.2.3", "ORG.1"]);
    expect(through("", ["undecided", "excluded"])).toEqual(["A.2.3", "A.6.2.6", "ORG.1"]);
    expect(through("", ["no-owner"])).toEqual(["A.6.1.2"]);
    expect(through("", ["own"])).toEqual(["ORG.1"]);
    expect(through("", ["unfinished"], new Set(["A.2.3"]))).toEqual(["A.2.3"]);
  });

  it("count what they would show", () => {
    const counted = counts(all, new Set(["A.2.2"]));
    expect(counted).toMatchObject({
      undecided: 2,
      excluded: 1,
      "no-owner": 1,
      overdue: 1,
      unfinished: 1,
      own: 1,
    });
    expect(counted).toMatchObject({ planned: 1, implemented: 1, "not-started": 0, "in-progress": 0 });
  });

  it("hold a control overdue from the day after its date", () => {
    const late = control("A.2.2", "A.2", { ...applicable, target: "2026-10-12" });
    expect(overdue(late, "2026-10-12")).toBe(false);
    expect(overdue(late, "2026-10-13")).toBe(true);
    expect(overdue({ ...late, status: "implemented" }, "2026-10-13")).toBe(false);
  });
});

describe("the order", () => {
  it("by number follows the groups, with the company's own last", () => {
    const sections = arranged(all, groups, { by: "number", descending: false });
    expect(sections.map((section) => [section.id, ids(section.controls)])).toEqual([
      ["A.2", ["A.2.2", "A.2.3"]],
      ["A.6.1", ["A.6.1.2"]],
      ["A.6.2", ["A.6.2.6"]],
      ["own", ["ORG.1"]],
    ]);
    expect(sections[1]?.parent?.id).toBe("A.6");
  });

  it("by number can be turned round", () => {
    const sections = arranged(all, groups, { by: "number", descending: true });
    expect(sections.flatMap((section) => ids(section.controls))).toEqual([
      "ORG.1",
      "A.6.2.6",
      "A.6.1.2",
      "A.2.3",
      "A.2.2",
    ]);
  });

  it("by status goes from undecided to excluded", () => {
    const [section] = arranged(all, groups, { by: "status", descending: false });
    expect(ids(section?.controls ?? [])).toEqual(["A.2.3", "ORG.1", "A.6.1.2", "A.2.2", "A.6.2.6"]);
  });

  it("keeps a control whose group is not known", () => {
    const strays = arranged([control("A.99.1", "A.99")], groups, { by: "number", descending: false });
    expect(strays.flatMap((section) => ids(section.controls))).toEqual(["A.99.1"]);
  });
});
