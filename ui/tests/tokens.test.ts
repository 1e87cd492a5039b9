import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../src/design/tokens.css"), "utf8").replace(
  /\/\*[\s\S]*?\*\//g,
  "",
);

function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf("}", start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

const light = block(":root");
const dark = block(':root[data-theme="dark"]');

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const states = ["none", "planned", "progress", "done", "excluded", "danger", "warning", "info"];
const surfaces = ["--bg-page", "--bg-raised", "--bg-nav", "--bg-hover", "--bg-selected"];
const texts: [string, string][] = [
  ...surfaces.flatMap((surface): [string, string][] =>
    ["--text", "--text-secondary", "--text-muted", "--accent-text"].map((text) => [text, surface]),
  ),
  ...states.map((state): [string, string] => [`--state-${state}-text`, `--state-${state}-bg`]),
  ...states.map((state): [string, string] => [`--state-${state}-text`, "--bg-page"]),
  ["--on-accent", "--accent"],
  ["--on-accent", "--accent-hover"],
  ["--on-danger", "--danger"],
];
const marks: [string, string][] = [
  ...states.map((state): [string, string] => [`--state-${state}-mark`, "--bg-page"]),
  ["--border-control", "--bg-raised"],
  ["--focus-colour", "--bg-page"],
];

describe.each([
  ["light", light],
  ["dark", new Map([...light, ...dark])],
])("the %s theme", (_, tokens) => {
  const of = (name: string): string => tokens.get(name) ?? "";

  it.each(texts)("sets %s on %s with a contrast of 4.5 to 1", (text, surface) => {
    expect(contrast(of(text), of(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)("shows %s on %s with a contrast of 3 to 1", (mark, surface) => {
    expect(contrast(of(mark), of(surface))).toBeGreaterThanOrEqual(3);
  });
});

it("the dark theme is the same whether the system or the person chose it", () => {
  expect([...block(':root:not([data-theme="light"])')]).toEqual([...dark]);
});
