import type { AssessedClause, Control, FieldChange, Organisation, SoaDetails } from "$host";
import type { EvidenceState } from "./evidence";
import type { FindingsState } from "./findings";
import type { AuditsState } from "./audits";
import type { CasesState } from "./cases";
import type { ReviewsState } from "./reviews";
import type { ObjectivesState } from "./objectives";
import type { Registers } from "./organisation";

/** What the core in memory holds. */
export interface State {
  organisation: Organisation;
  soa: SoaDetails;
  controls: Control[];
  clauses: AssessedClause[];
  evidence: EvidenceState;
  findings: FindingsState;
  cases: CasesState;
  audits: AuditsState;
  reviews: ReviewsState;
  objectives: ObjectivesState;
  registers: Registers;
}

/** Returns what differs between two states, as the ledger writes it. */
export function changesBetween(before: State, after: State): FieldChange[] {
  const changes: FieldChange[] = [];
  const ids = new Set([...before.controls, ...after.controls].map((control) => control.id));
  for (const id of ids) {
    const old = before.controls.find((control) => control.id === id);
    const now = after.controls.find((control) => control.id === id);
    const record = old === undefined || now === undefined ? "own-control" : "control";
    changes.push(...fields(record, id, old, now));
  }
  for (const now of after.clauses)
    changes.push(
      ...fields(
        "clause",
        now.id,
        before.clauses.find(({ id }) => id === now.id),
        now,
      ),
    );
  for (const [kind, old, now] of [
    ["evidence", before.evidence.pieces, after.evidence.pieces],
    ["removed-evidence", before.evidence.removed, after.evidence.removed],
    ["finding", before.findings.findings, after.findings.findings],
    ["action", before.findings.actions, after.findings.actions],
    ["case", before.cases.cases, after.cases.cases],
    ["audit", before.audits.audits, after.audits.audits],
    ["audit-answer", before.audits.answers, after.audits.answers],
    ["review", before.reviews.reviews, after.reviews.reviews],
    ["objective", before.objectives.objectives, after.objectives.objectives],
    ["measure", before.objectives.measures, after.objectives.measures],
    ["reading", before.objectives.readings, after.objectives.readings],
    ["context-issue", before.registers.issues, after.registers.issues],
    ["interested-party", before.registers.parties, after.registers.parties],
    ["person", before.registers.people, after.registers.people],
    ["system", before.registers.systems, after.registers.systems],
  ] as const) {
    const [was, is] = [old, now].map(
      (pieces) => new Map<string, object>(pieces.map((piece) => [piece.id, piece])),
    );
    for (const id of new Set([...old, ...now].map((piece) => piece.id)))
      changes.push(...fields(kind, id, was?.get(id), is?.get(id)).filter(({ field }) => field !== "id"));
  }
  changes.push(...fields("organisation", "organisation", before.organisation, after.organisation));
  changes.push(...fields("scope-parts", "scope", before.registers.parts, after.registers.parts));
  const versions = [before, after].map(({ registers }) => registers.versions.length);
  if (versions[0] !== versions[1])
    changes.push({ record: "scope-version", id: "1", field: "text", before: null, after: "" });
  changes.push(...fields("soa", "soa", before.soa, after.soa));
  return changes;
}

function fields(
  record: FieldChange["record"],
  id: string,
  before: object | undefined,
  after: object | undefined,
): FieldChange[] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const now = new Map<string, unknown>(Object.entries(after ?? {}));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ record, id, field, before: old.get(field) ?? null, after: now.get(field) ?? null }));
}
