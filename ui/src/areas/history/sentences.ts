import type { FieldChange, LedgerEntry, Status } from "$host";
import { list, t, type Key } from "$i18n";
import { longDate } from "$i18n/dates";
import { documentSentence, documentWords, wholeDocument } from "./documents";
import { auditSentence, auditWords, wholeAudit } from "./audits";
import { caseSentence, caseWords, wholeCase } from "./cases";
import { reviewSentence, reviewWords, wholeReview } from "./reviews";
import { fieldSentence, onEvidence, wholeSentence, wholeWords } from "./evidence";
import { findingSentence, onFinding, wholeFinding } from "./findings";
import { guideWords, stepSentence } from "./guide";
import { maturitySentence, maturityWords } from "./maturity";
import { objectiveSentence, objectiveWords, wholeObjective } from "./objectives";
import { onRegister, registerField, registerSentence, registerWords } from "./registers";
import { watchedWords } from "./watched";

const statuses: readonly Status[] = ["not-started", "planned", "in-progress", "implemented"];

/** Returns what an entry of the ledger did to one record, a sentence for each thing. */
export function sentences(entry: LedgerEntry, id: string | null): string[] {
  const changes = entry.changes.filter((change) => id === null || change.id === id);
  const whole =
    wholeDocument(changes) ??
    wholeSentence(changes) ??
    registerSentence(changes) ??
    wholeFinding(changes) ??
    wholeCase(changes) ??
    wholeAudit(changes) ??
    wholeReview(changes) ??
    wholeObjective(changes);
  const each = changes
    .filter((change) => !alongside(change))
    .map((change) => sentence(change, changes))
    .filter((words) => words !== null);
  const said = whole === null ? [...new Set(each)] : [whole];
  const undoing =
    entry.undoes !== null ? t("history.by-undo") : entry.redoes !== null ? t("history.by-redo") : null;
  if (said.length === 0) return [undoing ?? t("history.changed")];
  return undoing === null ? said : said.map((words) => t("history.because", { words, how: undoing }));
}

/** Returns a few words for what was undone or redone, "the decision on A.2.2". */
export function operationWords(entry: LedgerEntry): string {
  const area =
    watchedWords(entry.changes) ??
    guideWords(entry.changes) ??
    documentWords(entry.changes) ??
    maturityWords(entry.changes) ??
    registerWords(entry.changes) ??
    caseWords(entry.changes) ??
    auditWords(entry.changes) ??
    reviewWords(entry.changes) ??
    objectiveWords(entry.changes);
  if (area !== null) return area;
  const decided = entry.changes.some((change) => change.field === "decision");
  const changes = entry.changes.filter((change) => !decided || change.field !== "justification");
  const fields = [...new Set(changes.map((change) => fieldWords(change)))];
  const evidence = entry.changes.filter(onEvidence);
  const clauses = entry.changes.filter(onClause);
  const findings = entry.changes.filter(onFinding);
  const about = [...entry.changes.filter(hasNumber), ...clauses, ...evidence, ...findings];
  const ids = [...new Set(about.map((change) => change.id))];
  const several = fields.length === 1 && fields[0] !== undefined ? fields[0] : t("history.several");
  const what = wholeWords(evidence) ?? several;
  if (ids.length === 0) return what;
  const many =
    evidence.length > 0
      ? "history.of-evidence"
      : clauses.length > 0
        ? "history.of-clauses"
        : "history.of-controls";
  return t("history.what-of", { what, of: ids.length <= 3 ? list(ids) : t(many, { n: ids.length }) });
}

/** What moves along with something else, and is said with it. */
function alongside({ record, field }: FieldChange): boolean {
  if (record !== "finding" && record !== "action") return false;
  return field === "round" || field === "due" || field === "found_on" || field === "origin" || field === "id";
}

function hasNumber(change: FieldChange): boolean {
  return change.record === "control" || change.record === "own-control" || onRegister(change);
}

function onClause(change: FieldChange): boolean {
  return change.record === "clause";
}

const fieldKeys: Record<string, Key> = {
  decision: "history.field.decision",
  reasons: "history.field.decision",
  ground: "history.field.decision",
  justification: "history.field.justification",
  status: "history.field.status",
  target: "history.field.target",
  how: "history.field.how",
  owner: "history.field.owner",
  notes: "history.field.notes",
  note: "history.field.notes",
  due: "history.field.target",
  what: "history.field.what",
  title: "history.field.title",
  source: "history.field.source",
  name: "history.field.name",
  roles: "history.field.roles",
  scope: "history.field.scope",
  number: "history.field.number",
  version: "history.field.version",
  kind: "history.field.kind",
  proves: "history.field.proves",
  effective: "history.field.effective",
  collected: "history.field.collected",
  expires: "history.field.expires",
  confidentiality: "history.field.confidentiality",
  tags: "history.field.tags",
  links: "history.field.links",
  versions: "history.field.versions",
  act_roles: "history.field.act-roles",
  headcount: "history.field.headcount",
  places: "history.field.places",
  activity: "history.field.activity",
  sectors: "history.field.sectors",
  standards: "history.field.standards",
  climate: "history.field.climate",
  in_charge: "history.field.in-charge",
  top_management: "history.field.top-management",
  side: "history.field.side",
  topic: "history.field.topic",
  meaning: "history.field.meaning",
  response: "history.field.response",
  reviewed: "history.field.reviewed",
  needs: "history.field.needs",
  authority: "history.field.authority",
  deputy: "history.field.deputy",
  competences: "history.field.competences",
  purpose: "history.field.purpose",
  supplier: "history.field.supplier",
  stage: "history.field.stage",
  in_scope: "history.field.in-scope",
  screening: "history.field.screening",
  legal: "history.field.legal",
  judgement: "history.field.judgement",
  personal_data: "history.field.personal-data",
  affected: "history.field.affected",
  requirements: "history.field.requirements",
  found: "history.field.found",
  found_by: "history.field.found-by",
  effect: "history.field.effect",
  similar: "history.field.similar",
  follow_ups: "history.field.follow-ups",
  evidence: "history.field.evidence",
  text: "history.field.text",
};

function fieldWords(change: FieldChange): string {
  if (change.record === "own-control" && isWhole(change)) return t("history.field.own-control");
  if (onClause(change) && change.field === "how") return t("history.field.how-met");
  if (onFinding(change) && (change.field === "id" || !(change.field in fieldKeys)))
    return t(change.record === "finding" ? "history.field.finding" : "history.field.action");
  if (change.record === "soa" && change.field === "owner") return t("history.field.document-owner");
  const key = registerField(change) ?? fieldKeys[change.field];
  return key === undefined ? t("history.several") : t(key);
}

function isWhole(change: FieldChange): boolean {
  return change.before === null || change.after === null;
}

function sentence(change: FieldChange, all: readonly FieldChange[]): string | null {
  if (change.record === "own-control" && isWhole(change)) {
    return change.after === null ? t("history.removed") : change.before === null ? t("history.added") : null;
  }
  if (change.record === "document") return documentSentence(change);
  if (change.record === "maturity") return maturitySentence(change);
  if (change.record === "evidence") {
    const words = fieldSentence(change);
    if (words !== null) return words;
  }
  if (change.record === "guide-step") {
    const words = stepSentence(change);
    if (words !== null) return words;
  }
  if (onFinding(change)) {
    const words = findingSentence(change);
    if (words !== null) return words;
  }
  const ofCase = caseSentence(change);
  if (ofCase !== null) return ofCase;
  const ofAudit = auditSentence(change);
  if (ofAudit !== null) return ofAudit;
  const ofReview = reviewSentence(change);
  if (ofReview !== null) return ofReview;
  const ofObjective = objectiveSentence(change);
  if (ofObjective !== null) return ofObjective;
  switch (change.field) {
    case "decision":
      return decisionOf(change.before) === "undecided" && decisionOf(change.after) === "undecided"
        ? null
        : decided(change);
    case "reasons":
    case "ground":
      return all.some((each) => each.field === "decision") ? null : t("history.reasons-changed");
    case "justification":
      return all.some((each) => each.field === "decision")
        ? null
        : textChange(change, t("history.field.justification"));
    case "status":
      return started(change.before) === started(change.after)
        ? null
        : t("history.from-to", {
            what: t("history.field.status"),
            before: t(`status.${started(change.before)}`),
            after: t(`status.${started(change.after)}`),
          });
    case "target":
      return change.record === "organisation" ? textChange(change, fieldWords(change)) : dateChange(change);
    case "due":
      return dateChange(change);
    case "owner":
      return ownerChange(change);
    default: {
      const key = fieldKeys[change.field];
      return key === undefined ? null : textChange(change, fieldWords(change));
    }
  }
}

function decided(change: FieldChange): string {
  const before = decisionOf(change.before);
  const after = decisionOf(change.after);
  if (before === after) return t("history.reasons-changed");
  switch (after) {
    case "applicable":
      return t("history.decided-applicable");
    case "excluded":
      return t("history.decided-excluded");
    default:
      return t("history.decided-undecided");
  }
}

function decisionOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "decision" in value) return String(value.decision);
  return "undecided";
}

function textChange(change: FieldChange, what: string): string {
  if (empty(change.before)) return t("history.written", { what });
  if (empty(change.after)) return t("history.emptied", { what });
  return t("history.text-changed", { what });
}

function dateChange(change: FieldChange): string {
  if (typeof change.after !== "string" || change.after === "") return t("history.target-taken-away");
  return typeof change.before === "string" && change.before !== ""
    ? t("history.from-to", {
        what: t("history.field.target"),
        before: longDate(change.before),
        after: longDate(change.after),
      })
    : t("history.target-set", { date: longDate(change.after) });
}

function ownerChange(change: FieldChange): string {
  if (typeof change.after !== "string" || change.after === "") return t("history.owner-taken-away");
  return t("history.owner-set", { owner: change.after });
}

function empty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** A control that was never touched has not been started. */
function started(value: unknown): Status {
  return statuses.find((each) => each === value) ?? "not-started";
}
