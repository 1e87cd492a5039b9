import { describe, expect, it } from "vitest";
import type { FieldChange, LedgerEntry } from "$host";
import { operationWords, sentences } from "./sentences";

function entry(changes: Partial<FieldChange>[], fields: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    seq: 1,
    at: "2026-10-12T08:41:00Z",
    actor: "Quality manager",
    operation: "control.set",
    changes: changes.map((change) => ({
      record: "control",
      id: "A.2.2",
      field: "notes",
      before: null,
      after: null,
      ...change,
    })),
    undoes: null,
    redoes: null,
    hash: "",
    ...fields,
  };
}

describe("a sentence on maturity", () => {
  it("names the theme and the level, or says that it was taken away", () => {
    const said = entry([{ record: "maturity", id: "support", field: "now", before: null, after: 2 }]);
    expect(sentences(said, null)).toEqual(["set the maturity of Support, as it is, to 2"]);
    expect(operationWords(said)).toBe("the maturity of Support");
    const gone = entry([{ record: "maturity", id: "support", field: "goal", before: 3, after: null }]);
    expect(sentences(gone, null)).toEqual(["took the maturity of Support, as it is meant to be, away"]);
  });
});

describe("a sentence of the history", () => {
  it.each([
    [
      { field: "status", before: "planned", after: "in-progress" },
      "changed the status from Planned to In progress",
    ],
    [{ field: "status", before: null, after: "planned" }, "changed the status from Not started to Planned"],
    [{ field: "target", before: null, after: "2026-11-30" }, "set the date to 30 November 2026"],
    [
      { field: "target", before: "2026-11-30", after: "2027-01-15" },
      "changed the date from 30 November 2026 to 15 January 2027",
    ],
    [{ field: "target", before: "2026-11-30", after: null }, "took the date away"],
    [{ field: "owner", before: null, after: "IT lead" }, "made IT lead the owner"],
    [{ field: "owner", before: "IT lead", after: "" }, "took the owner away"],
    [{ field: "how", before: "", after: "By a checklist" }, "wrote how it is done"],
    [{ field: "notes", before: "a", after: "b" }, "changed the notes"],
    [{ field: "notes", before: "a", after: "" }, "emptied the notes"],
    [{ field: "justification", before: "a", after: "b" }, "changed the justification"],
    [{ field: "decision", before: null, after: "excluded" }, "excluded it"],
    [{ field: "decision", before: "excluded", after: "applicable" }, "decided that it applies"],
    [{ field: "decision", before: "excluded", after: "undecided" }, "set it back to undecided"],
    [{ field: "reasons", before: ["law"], after: ["contract"] }, "changed the reasons"],
    [{ record: "own-control", field: "title", before: null, after: "Red button" }, "added the control"],
    [{ record: "own-control", field: "title", before: "Red button", after: null }, "removed the control"],
    [{ record: "own-control", field: "title", before: "Red", after: "Blue" }, "changed the title"],
  ] as [Partial<FieldChange>, string][])("says of %o: %s", (change, words) => {
    expect(sentences(entry([change]), "A.2.2")).toEqual([words]);
  });

  it("says how a clause is met, and of how many clauses something was changed", () => {
    const how = entry([{ record: "clause", id: "5.2", field: "how", before: "", after: "Two pages" }]);
    expect(sentences(how, "5.2")).toEqual(["wrote how it is met"]);
    const owner = { record: "clause", field: "owner", before: "", after: "IT lead" } as const;
    expect(operationWords(entry([{ ...owner, id: "5.2" }]))).toBe("the owner of 5.2");
    const many = ["4.1", "4.2", "4.3", "4.4"].map((id) => ({ ...owner, id }));
    expect(operationWords(entry(many))).toBe("the owner of four clauses");
  });

  it("says a decision once, with the words that belong to it", () => {
    const decided = entry([
      { field: "control", before: null, after: "A.2.2" },
      { field: "decision", before: null, after: "applicable" },
      { field: "reasons", before: null, after: ["law"] },
      { field: "justification", before: null, after: "Art. 4" },
      { field: "status", before: null, after: "not-started" },
    ]);
    expect(sentences(decided, "A.2.2")).toEqual(["decided that it applies"]);
    expect(operationWords(decided)).toBe("several things of A.2.2");
  });

  it("says that it was an undo", () => {
    const undone = entry([{ field: "owner", before: "IT lead", after: "" }], { undoes: 3 });
    expect(sentences(undone, "A.2.2")).toEqual(["took the owner away (undid a change)"]);
  });

  it("says only what concerns the control", () => {
    const bulk = entry([
      { id: "A.2.2", field: "owner", after: "IT lead" },
      { id: "A.2.3", field: "owner", after: "IT lead" },
    ]);
    expect(sentences(bulk, "A.2.3")).toEqual(["made IT lead the owner"]);
    expect(operationWords(bulk)).toBe("the owner of A.2.2 and A.2.3");
  });

  it("never fails on a field that it does not know", () => {
    expect(sentences(entry([{ field: "colour", before: 1, after: { x: 2 } }]), "A.2.2")).toEqual([
      "changed it",
    ]);
  });

  it.each([
    [
      [
        { field: "title", before: null, after: "Policy" },
        { field: "collected", before: null, after: "2026-10-12" },
        { field: "versions", before: null, after: [{ version: 1 }] },
      ],
      "added it",
      "the adding of E-1",
    ],
    [
      [
        { field: "title", before: "Policy", after: null },
        { record: "removed-evidence", field: "why", before: null, after: "Replaced" },
      ],
      "removed it: Replaced",
      "the removal of E-1",
    ],
    [
      [
        { field: "title", before: null, after: "Policy" },
        { record: "removed-evidence", field: "why", before: "Replaced", after: null },
      ],
      "brought it back",
      "the removal of E-1",
    ],
    [[{ field: "title", before: "Policy", after: null }], "took it away", "the adding of E-1"],
    [
      [{ field: "links", before: [{ to: "clause", id: "5.2" }], after: [{ to: "control", id: "A.2.2" }] }],
      "linked it to A.2.2; took the link to clause 5.2 away",
      "the links of E-1",
    ],
    [[{ field: "versions", before: [{}], after: [{}, {}] }], "added version 2", "the versions of E-1"],
    [[{ field: "versions", before: [{}, {}], after: [{}] }], "took version 2 away", "the versions of E-1"],
    [
      [{ field: "expires", before: null, after: "2026-11-30" }],
      "set the day until which it holds to 30 November 2026",
      "the day until which it holds of E-1",
    ],
    [
      [{ field: "expires", before: "2026-11-30", after: null }],
      "took the day until which it holds away",
      "the day until which it holds of E-1",
    ],
    [[{ field: "kind", before: "other", after: "policy" }], "changed what it is", "what it is of E-1"],
  ] as [Partial<FieldChange>[], string, string][])("says of evidence with %o: %s", (parts, words, short) => {
    const about = parts.map((part) => ({ record: "evidence" as const, id: "E-1", ...part }));
    expect(sentences(entry(about), "E-1")).toEqual([words]);
    expect(operationWords(entry(about))).toBe(short);
  });

  it.each([
    [[{ field: "tasks", before: [], after: ["write-it"] }], "ticked something off", "what was ticked"],
    [[{ field: "done", before: ["asked"], after: [] }], "took a tick back", "what was ticked"],
    [
      [{ field: "due", before: null, after: "2026-12-31" }],
      "set the date to 31 December 2026",
      "a step of the guide",
    ],
    [
      [
        { field: "due", before: null, after: "2026-12-31" },
        { id: "lead-from-the-top", field: "due", before: null, after: "2026-12-31" },
      ],
      "set the date to 31 December 2026",
      "the plan",
    ],
  ] as [Partial<FieldChange>[], string, string][])("says of the guide with %o: %s", (parts, words, short) => {
    const about = parts.map((part) => ({ record: "guide-step" as const, id: "set-the-scope", ...part }));
    expect(sentences(entry(about), "set-the-scope")).toEqual([words]);
    expect(operationWords(entry(about))).toBe(short);
  });
});
