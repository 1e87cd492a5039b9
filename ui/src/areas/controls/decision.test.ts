import { expect, it } from "vitest";
import { complete, deciding, missing, same, withWords } from "./decision";

const fresh = deciding({ decision: "undecided" });

it("needs a reason and a justification to apply", () => {
  expect(missing({ ...fresh, decision: "applicable" })).toEqual(["reason", "justification"]);
  expect(missing({ ...fresh, decision: "applicable", reasons: ["law"], applicable: "  " })).toEqual([
    "justification",
  ]);
  expect(complete({ ...fresh, decision: "applicable", reasons: ["law"], applicable: "Art. 4" })).toEqual({
    decision: "applicable",
    reasons: ["law"],
    justification: "Art. 4",
  });
});

it("needs a ground and a justification to exclude, and for one ground the other control", () => {
  expect(missing({ ...fresh, decision: "excluded" })).toEqual(["ground", "justification"]);
  expect(missing({ ...fresh, decision: "excluded", ground: "met-by", excluded: "x" })).toEqual(["met-by"]);
  expect(
    complete({ ...fresh, decision: "excluded", ground: "met-by", metBy: " A.2.2 ", excluded: "x" }),
  ).toEqual({ decision: "excluded", ground: "met-by:A.2.2", justification: "x" });
});

it("reads a recorded decision and finds nothing changed in it", () => {
  const recorded = { decision: "excluded", ground: "met-by:A.2.2", justification: "x" } as const;
  expect(complete(deciding(recorded))).toEqual(recorded);
  expect(same(deciding(recorded), deciding(recorded))).toBe(true);
  expect(same(deciding(recorded), { ...deciding(recorded), metBy: "A.2.3" })).toBe(false);
});

it("keeps the words of the answer that is not given", () => {
  const written = { ...fresh, applicable: "why it applies", reasons: ["law" as const], excluded: "why not" };
  const recorded = deciding({ decision: "applicable", reasons: ["contract"], justification: "recorded" });
  expect(withWords(recorded, written)).toMatchObject({
    decision: "applicable",
    reasons: ["contract"],
    applicable: "recorded",
    excluded: "why not",
  });
});
