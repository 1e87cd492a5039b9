import { describe, expect, it } from "vitest";
import everywhere from "../src/i18n/en.json";
import audits from "../src/i18n/rooms/audits.en.json";
import cases from "../src/i18n/rooms/cases.en.json";
import reviews from "../src/i18n/rooms/reviews.en.json";
import objectives from "../src/i18n/rooms/objectives.en.json";
import { sources } from "./sources";

const en = { ...everywhere, ...audits, ...cases, ...objectives, ...reviews };
const keys = Object.keys(en);
const files = sources("src").filter(
  ({ path }) => !path.endsWith(".test.ts") && !path.endsWith("bindings.ts"),
);
const code = files.map(({ text }) => text).join("\n");

// "a.b" stands for a key, and `a.${x}.b` for all keys of that shape.
const literal = new Set([...code.matchAll(/"([a-z0-9-]+(?:\.[a-z0-9-]+)+)"/g)].map((match) => match[1]));
const shapes = [...code.matchAll(/`([a-z0-9-]+\.[^`\s]*\$\{[^`\s]*)`/g)].map(
  (match) => new RegExp(`^${(match[1] ?? "").replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[a-z0-9-]+")}$`),
);

describe("the words of the window", () => {
  it("are all used", () => {
    const unused = keys.filter((key) => !literal.has(key) && !shapes.some((shape) => shape.test(key)));
    expect(unused).toEqual([]);
  });

  it("are all there: every key in the code has its words", () => {
    const asked = [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("have a form for one and for others, and the same values in each", () => {
    const values = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "").sort();
    for (const [key, message] of Object.entries(en)) {
      if (typeof message === "string") continue;
      expect(Object.keys(message).sort(), key).toEqual(["one", "other"]);
      expect(values(message.other).length, key).toBeGreaterThanOrEqual(values(message.one).length);
    }
  });

  it("keep the manner of the house", () => {
    const all = Object.values(en).flatMap((message) =>
      typeof message === "string" ? [message] : Object.values(message),
    );
    expect(
      all.filter((text) => /\b(please|sorry|successfully|complian|complies|certified)\b|!/i.test(text)),
    ).toEqual([]);
  });

  it("stand in no component", () => {
    const written = files
      .filter(({ path }) => path.endsWith(".svelte"))
      .flatMap(({ path, text }) => {
        const template = text
          .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, "")
          .replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, "")
          .replace(/=>/g, "")
          .replace(/<[^>]*>/g, "\n");
        return template
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => /[A-Za-z]{3,}/.test(line))
          .map((line) => `${path}: ${line}`);
      });
    expect(written).toEqual([]);
  });
});
