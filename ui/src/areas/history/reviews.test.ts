import { describe, expect, it } from "vitest";
import type { FieldChange, LedgerEntry } from "$host";
import { operationWords, sentences } from "./sentences";

function entry(...changes: FieldChange[]): LedgerEntry {
  return {
    seq: 2,
    at: "2026-10-12T08:41:00Z",
    actor: "Quality manager",
    operation: "review.set",
    changes,
    undoes: null,
    redoes: null,
    hash: "",
  };
}

const change = (field: string, before: FieldChange["before"], after: FieldChange["after"]): FieldChange => ({
  record: "review",
  id: "MR-1",
  field,
  before,
  after,
});

describe("what the ledger says of management reviews", () => {
  it.each<[string, FieldChange]>([
    ["planned “Review of the year”", change("title", null, "Review of the year")],
    ["took “Review of the year” back", change("title", "Review of the year", null)],
    ["planned it for 2 March 2026", change("planned_on", "2026-03-01", "2026-03-02")],
    ["recorded that it was held on 2 March 2026", change("held_on", null, "2026-03-02")],
    ["took back that it was held", change("held_on", "2026-03-02", null)],
    ["wrote on its agenda", change("agenda", [], [{}])],
    ["recorded what was decided", change("decisions", [], [{}])],
    ["approved it, with its inputs as they stood", change("approval", null, {})],
    ["took its approval back", change("approval", {}, null)],
    ["called it off", change("cancellation", null, {})],
    ["took back that it was called off", change("cancellation", {}, null)],
    ["changed what is said of it", change("chair", "", "Managing director")],
  ])("%s", (sentence, one) => {
    expect(sentences(entry(one), null)).toEqual([sentence]);
    expect(operationWords(entry(one))).toBe("MR-1");
  });
});
