import { describe, expect, it } from "vitest";
import type { FieldChange, LedgerEntry } from "$host";
import { operationWords, sentences } from "./sentences";

function entry(...changes: FieldChange[]): LedgerEntry {
  return {
    seq: 2,
    at: "2026-10-12T08:41:00Z",
    actor: "Quality manager",
    operation: "objective.set",
    changes,
    undoes: null,
    redoes: null,
    hash: "",
  };
}

const change = (
  record: FieldChange["record"],
  id: string,
  field: string,
  before: FieldChange["before"],
  after: FieldChange["after"],
): FieldChange => ({ record, id, field, before, after });

const objective = change("objective", "O-1", "title", null, "Nobody writes unseen");
const judged = { reached: true, text: "Three months.", by: "Quality manager", on: "2026-10-12" };

describe("what the ledger says of objectives", () => {
  it.each<[string, FieldChange[]]>([
    ["set the objective “Nobody writes unseen”", [objective, change("objective", "O-1", "owner", null, "")]],
    [
      "removed the objective “Nobody writes unseen”",
      [{ ...objective, before: objective.after, after: null }],
    ],
    ["began to measure “Letters”", [change("measure", "M-1", "what", null, "Letters")]],
    ["removed the measure “Letters”", [change("measure", "M-1", "what", "Letters", null)]],
    ["read 96 for 12 October 2026", [change("reading", "M-1/2026-10-12", "value", null, "96")]],
    ["took the reading of 12 October 2026 away", [change("reading", "M-1/2026-10-12", "value", "96", null)]],
    [
      "corrected the reading of 12 October 2026 from 69 to 96",
      [change("reading", "M-1/2026-10-12", "value", "69", "96")],
    ],
    [
      "took in 2 readings",
      [
        change("reading", "M-1/2026-10-11", "value", null, "95"),
        change("reading", "M-1/2026-10-12", "value", null, "96"),
      ],
    ],
    ["changed what is said of a reading", [change("reading", "M-1/2026-10-12", "note", "", "By hand")]],
    ["judged that it was reached", [change("objective", "O-1", "evaluation", null, judged)]],
    [
      "judged that it was not reached",
      [change("objective", "O-1", "evaluation", null, { ...judged, reached: false })],
    ],
    ["took it up again", [change("objective", "O-1", "evaluation", judged, null)]],
    [
      "set 31 March 2027 as the day by which it is to be reached",
      [change("objective", "O-1", "target", null, "2027-03-31")],
    ],
    [
      "took away the day by which it is to be reached",
      [change("objective", "O-1", "target", "2027-03-31", null)],
    ],
    ["changed what is said of the objective", [change("objective", "O-1", "plan", "", "A rule.")]],
    ["ended the measure on 12 October 2026", [change("measure", "M-1", "ended", null, "2026-10-12")]],
    ["let the measure go on", [change("measure", "M-1", "ended", "2026-10-12", null)]],
    ["changed what is said of the measure", [change("measure", "M-1", "unit", "", "%")]],
  ])("%s", (words, changes) => {
    expect(sentences(entry(...changes), null)).toEqual([words]);
  });

  it("names in a few words what undo takes back", () => {
    expect(operationWords(entry(objective))).toBe("an objective");
    expect(operationWords(entry(change("reading", "M-1/2026-10-12", "value", null, "96")))).toBe("a reading");
  });
});
