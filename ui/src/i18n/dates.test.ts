import { describe, expect, it } from "vitest";
import { fromIso, isoDate, longDate, monthsLater, readDate, when } from "./dates";

const now = new Date(2026, 9, 12, 9, 41);

describe("a date that was typed", () => {
  it.each([
    ["2026-11-30", "2026-11-30"],
    ["30/11/2026", "2026-11-30"],
    ["30.11.26", "2026-11-30"],
    ["30 November 2026", "2026-11-30"],
    ["30 nov 2026", "2026-11-30"],
    ["1st Sept 2026", "2026-09-01"],
    [" 3  December ", "2026-12-03"],
    ["3 March", "2027-03-03"],
    ["12 October", "2026-10-12"],
    ["29/02/2028", "2028-02-29"],
  ])("%s is %s", (typed, iso) => expect(readDate(typed, now)).toBe(iso));

  it.each([
    "",
    "soon",
    "31 February 2027",
    "29/02/2027",
    "2026-13-01",
    "30",
    "1 2 3 4",
    "11/30/2026",
    "30 ma 2026 x",
  ])("%s is none", (typed) => expect(readDate(typed, now)).toBeNull());
});

it("a date is written out, and what is none stays as it is", () => {
  expect(longDate("2026-11-30")).toBe("30 November 2026");
  expect(longDate("")).toBe("");
  expect(fromIso("2026-02-30")).toBeNull();
});

it("a moment is seen from now", () => {
  expect(when(new Date(2026, 9, 12, 8, 5).toISOString(), now)).toBe("Today, 08:05");
  expect(when(new Date(2026, 9, 2).toISOString(), now)).toBe("2 October");
  expect(when(new Date(2025, 9, 2).toISOString(), now)).toBe("2 October 2025");
  expect(when("no time", now)).toBe("no time");
});

it("months later never slip into the month after", () => {
  expect(isoDate(monthsLater(new Date(2026, 0, 31), 1))).toBe("2026-02-28");
  expect(isoDate(monthsLater(new Date(2026, 9, 12), 3))).toBe("2027-01-12");
});
