import type { Glyph } from "$design";

/** Something that can be done or gone to from anywhere, by name. */
export interface Command {
  id: string;
  group:
    | "page"
    | "step"
    | "clause"
    | "control"
    | "system"
    | "place"
    | "evidence"
    | "finding"
    | "case"
    | "audit"
    | "review"
    | "objective"
    | "action";
  /** Stands first, as a control's number does. */
  reference?: string;
  label: string;
  /** More words by which it is found. */
  words?: string;
  icon: Glyph;
  keys?: string;
  run: () => void;
}

/** Those of which there are many, which are found only by their words. */
const many: ReadonlySet<Command["group"]> = new Set([
  "step",
  "clause",
  "control",
  "system",
  "place",
  "finding",
  "case",
  "audit",
  "review",
  "objective",
]);

/** Returns what a query finds, best first: the numbers, then the beginnings of words, then the rest. */
export function find(commands: readonly Command[], query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.filter(({ group }) => !many.has(group));
  return commands
    .map((command) => ({ command, score: score(command, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function score(command: Command, words: readonly string[]): number {
  const reference = command.reference?.toLowerCase() ?? "";
  const label = command.label.toLowerCase();
  const all = `${reference} ${label} ${command.words?.toLowerCase() ?? ""}`;
  let sum = 0;
  for (const word of words) {
    if (!all.includes(word)) return 0;
    if (reference === word) sum += 8;
    else if (reference.startsWith(word) || label.startsWith(word)) sum += 4;
    else if (label.includes(` ${word}`)) sum += 3;
    else if (label.includes(word)) sum += 2;
    else sum += 1;
  }
  return sum;
}
