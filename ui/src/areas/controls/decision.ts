import type { Control, Reason } from "$host";

type DecisionOf<C> = C extends { decision: "applicable"; reasons: infer R; justification: infer J }
  ? { decision: "applicable"; reasons: R; justification: J }
  : C extends { decision: "excluded"; ground: infer G; justification: infer J }
    ? { decision: "excluded"; ground: G; justification: J }
    : C extends { decision: "undecided" }
      ? { decision: "undecided" }
      : never;

/** A whole decision, as a control carries it. */
export type Decision = DecisionOf<Control>;

export const reasons: readonly Reason[] = [
  "risk-assessment",
  "impact-assessment",
  "law",
  "contract",
  "good-practice",
  "clause",
];

export const groundKinds = ["no-relevant-risk", "activity-not-performed", "not-required", "met-by"] as const;
export type GroundKind = (typeof groundKinds)[number];

const MET_BY = "met-by:";

/** A decision while it is being made. Both answers keep their own words, so that changing one's mind loses none. */
export interface Deciding {
  decision: "undecided" | "applicable" | "excluded";
  reasons: readonly Reason[];
  applicable: string;
  ground: GroundKind | null;
  metBy: string;
  excluded: string;
}

/** What a decision still lacks. */
export type Missing = "reason" | "ground" | "met-by" | "justification";

/** Returns the decision of a control as one that can be worked on. */
export function deciding(control: Decision): Deciding {
  const ground = control.decision === "excluded" ? splitGround(control.ground) : { kind: null, metBy: "" };
  return {
    decision: control.decision,
    reasons: control.decision === "applicable" ? control.reasons : [],
    applicable: control.decision === "applicable" ? control.justification : "",
    ground: ground.kind,
    metBy: ground.metBy,
    excluded: control.decision === "excluded" ? control.justification : "",
  };
}

function splitGround(ground: string): { kind: GroundKind | null; metBy: string } {
  if (ground.startsWith(MET_BY)) return { kind: "met-by", metBy: ground.slice(MET_BY.length) };
  return { kind: groundKinds.find((kind) => kind === ground) ?? null, metBy: "" };
}

/** Returns what is missing before the decision can be recorded. */
export function missing(deciding: Deciding): Missing[] {
  const lacks: Missing[] = [];
  if (deciding.decision === "applicable") {
    if (deciding.reasons.length === 0) lacks.push("reason");
    if (deciding.applicable.trim() === "") lacks.push("justification");
  } else if (deciding.decision === "excluded") {
    if (deciding.ground === null) lacks.push("ground");
    if (deciding.ground === "met-by" && deciding.metBy.trim() === "") lacks.push("met-by");
    if (deciding.excluded.trim() === "") lacks.push("justification");
  }
  return lacks;
}

/** Returns the whole decision, or null while something is missing. */
export function complete(deciding: Deciding): Decision | null {
  if (missing(deciding).length > 0) return null;
  switch (deciding.decision) {
    case "undecided":
      return { decision: "undecided" };
    case "applicable":
      return { decision: "applicable", reasons: [...deciding.reasons], justification: deciding.applicable };
    case "excluded":
      return {
        decision: "excluded",
        ground: deciding.ground === "met-by" ? MET_BY + deciding.metBy.trim() : (deciding.ground ?? ""),
        justification: deciding.excluded,
      };
  }
}

/** Returns whether two decisions in the making say the same. */
export function same(a: Deciding, b: Deciding): boolean {
  if (a.decision !== b.decision) return false;
  switch (a.decision) {
    case "undecided":
      return true;
    case "applicable":
      return a.applicable === b.applicable && sameReasons(a.reasons, b.reasons);
    case "excluded":
      return a.excluded === b.excluded && a.ground === b.ground && a.metBy === b.metBy;
  }
}

function sameReasons(a: readonly Reason[], b: readonly Reason[]): boolean {
  return a.length === b.length && a.every((reason) => b.includes(reason));
}

/** Returns the decision with the words of the answers that it does not give. */
export function withWords(decision: Deciding, words: Deciding): Deciding {
  const { reasons, applicable, ground, metBy, excluded } = words;
  switch (decision.decision) {
    case "undecided":
      return { ...words, decision: "undecided" };
    case "applicable":
      return { ...decision, ground, metBy, excluded };
    case "excluded":
      return { ...decision, reasons, applicable };
  }
}
