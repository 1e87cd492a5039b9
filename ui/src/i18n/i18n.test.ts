import { describe, expect, it } from "vitest";
import { list, t } from "./index";

describe("t", () => {
  it("puts values in, numbers as the language writes them", () => {
    expect(t("page.control", { id: "A.2.2", title: "AI policy" })).toBe("A.2.2 AI policy - Controls");
    expect(t("progress.far", { done: 1234, total: 5000 })).toBe("1,234 of 5,000");
  });

  it("takes the plural form of n", () => {
    expect(t("palette.found", { n: 1 })).toBe("1 result");
    expect(t("palette.found", { n: 0 })).toBe("0 results");
  });

  it("writes numbers up to nine as words where the message asks for it", () => {
    expect(t("check.owner-missing", { n: 3 })).toBe("Three controls have no owner");
    expect(t("check.owner-missing", { n: 12 })).toBe("12 controls have no owner");
    expect(t("bulk.owner.done", { n: 2 })).toBe("Owner set for two controls");
  });

  it("leaves a value that nobody gave visible", () => {
    expect(t("controls.select")).toBe("Select {id}");
  });
});

it("a list reads like a sentence", () => {
  expect(list(["a", "b", "c"])).toBe("a, b and c");
});
