import type {
  Arguments,
  AuditAnswer,
  AuditCoverage,
  AuditDetails,
  AuditLine,
  AuditProgramme,
  AuditRow,
  AuditVerdict,
  EvidenceLink,
  FindingDetails,
  FindingRow,
  LedgerEntry,
} from "$host";
import { isoDate } from "$i18n/dates";
import { fail, type HandlersOf } from "./handlers";

type Kept = Omit<AuditDetails, "stage" | "overdue" | "counts" | "lines" | "findings">;
type Answer = AuditAnswer & { id: string };

/** What the ledger keeps of audits. */
export interface AuditsState {
  audits: Kept[];
  answers: Answer[];
}

export function noAudits(): AuditsState {
  return { audits: [], answers: [] };
}

/** A requirement as an audit needs it. */
export interface Asked {
  link: EvidenceLink;
  title: string;
  question: string;
  expected: string[];
  heading: string | null;
  owner: string;
}

/** What the audits need of the core that they are part of. */
interface Core {
  state: () => AuditsState;
  write: (operation: string, how: (state: AuditsState) => void) => void;
  now: () => Date;
  history: (id: string) => LedgerEntry[];
  findings: (id: string) => FindingRow[];
  find: (finding: Arguments<"finding.add">) => FindingDetails;
  /** Every clause, and every control that applies. */
  asked: () => Asked[];
  titleOf: (evidence: string) => string;
}

const actor = "Quality manager";

/** The internal audits of a core in memory. */
export class FakeAudits {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  get #today(): string {
    return isoDate(this.#core.now());
  }

  readonly handlers: HandlersOf<"audit"> = {
    "audit.list": () =>
      this.#core
        .state()
        .audits.map((audit) => this.#row(audit))
        .reverse(),
    "audit.show": ({ id }) => this.#details(id),
    "audit.history": ({ id }) => this.#core.history(id),
    "audit.programme": () => this.#programme(),
    "audit.coverage": () => this.#coverage(),
    "audit.add": ({ title, planned_for, criteria, ...said }) => {
      needed(title, "The title", "title");
      const id = `AU-${this.#core.state().audits.length + 1}`;
      const links = this.#chosen(criteria ?? [{ choose: "clauses" }, { choose: "controls" }]);
      if (links.length === 0) throw fail("no-criteria", "The audit names no requirement", null, "criteria");
      this.#core.write("audit.add", (state) => {
        state.audits.push({
          id,
          title,
          planned_for,
          until: said.until ?? null,
          scope: said.scope ?? "",
          auditor: said.auditor ?? "",
          systems: said.systems ?? [],
          methods: said.methods ?? "",
          checklist: links.map((requirement) => ({ requirement, auditor: "", added: null })),
          begun: null,
          conclusion: null,
          cancelled: null,
          notes: "",
        });
      });
      return this.#details(id);
    },
    "audit.set": ({ id, ...said }) =>
      this.#change("audit.set", id, (audit) => {
        audit.title = said.title ?? audit.title;
        audit.planned_for = said.planned_for ?? audit.planned_for;
        audit.until = said.until === undefined ? audit.until : said.until;
        audit.auditor = said.auditor ?? audit.auditor;
        audit.scope = said.scope ?? audit.scope;
        audit.methods = said.methods ?? audit.methods;
      }),
    "audit.assign": ({ id, requirements, auditor }) =>
      this.#change("audit.assign", id, (audit) => {
        for (const line of audit.checklist)
          if (requirements.includes(targetOf(line.requirement))) line.auditor = auditor;
      }),
    "audit.start": ({ id }) => {
      needed(this.#audit(id).auditor, "The auditor", "auditor");
      return this.#change("audit.start", id, (audit) => {
        audit.begun = this.#today;
      });
    },
    "audit.extend": ({ id, requirements, why }) => {
      needed(why, "The reason", "why");
      return this.#change("audit.extend", id, (audit) => {
        for (const { link } of this.#core.asked().filter((one) => requirements.includes(targetOf(one.link))))
          audit.checklist.push({
            requirement: link,
            auditor: "",
            added: { why, by: actor, on: this.#today },
          });
      });
    },
    "audit.answer": ({ id, requirement, verdict, seen, evidence }) => {
      const line = this.#details(id).lines.find((one) => targetOf(one.requirement) === requirement);
      if (line === undefined)
        throw fail("not-on-checklist", "It is not on the checklist", null, "requirement");
      if (line.own_work !== null)
        throw fail("audits-own-work", `It can't be audited by ${line.auditor}`, null, "auditor");
      const key = keyOf(id, line.requirement);
      this.#core.write("audit.answer", (state) => {
        const before = state.answers.find((answer) => answer.id === key);
        const answer: Answer = before ?? {
          id: key,
          audit: id,
          requirement: line.requirement,
          verdict: null,
          seen: "",
          evidence: [],
          by: line.auditor,
          on: this.#today,
        };
        if (before === undefined) state.answers.push(answer);
        answer.verdict = verdict === undefined ? answer.verdict : verdict;
        answer.seen = seen ?? answer.seen;
        answer.evidence = evidence?.map((piece) => ({ id: piece, version: 1 })) ?? answer.evidence;
        answer.by = line.auditor;
      });
      return this.#details(id);
    },
    "audit.raise": ({ id, requirement, title }) => {
      const line = this.#details(id).lines.find((one) => targetOf(one.requirement) === requirement);
      const answer = line?.answer;
      const grade = answer?.verdict;
      if (
        answer === undefined ||
        answer === null ||
        (grade !== "minor" && grade !== "major" && grade !== "ofi")
      )
        throw fail("nothing-found", "The answer is no nonconformity", null, "requirement");
      needed(answer.seen, "What was seen", "seen");
      this.#core.find({
        title: title ?? answer.seen,
        requirements: [requirement],
        grade,
        source: "internal-audit",
        origin: { from: "audit", id },
        found: answer.seen,
      });
      return this.#details(id);
    },
    "audit.conclude": ({ id, text }) => {
      needed(text, "The conclusion", "text");
      if (this.#details(id).lines.some(({ lacks }) => lacks !== null))
        throw fail(
          "audit-not-answered",
          `${id} can't be reported yet`,
          "Answer what is open.",
          "requirement",
        );
      return this.#change("audit.conclude", id, (audit) => {
        audit.conclusion = { text, by: audit.auditor, on: this.#today };
      });
    },
    "audit.cancel": ({ id, why }) => {
      needed(why, "The reason", "why");
      return this.#change("audit.cancel", id, (audit) => {
        audit.cancelled = { why, by: actor, on: this.#today };
      });
    },
  };

  #chosen(criteria: Arguments<"audit.add">["criteria"]): EvidenceLink[] {
    const chosen = (link: EvidenceLink): boolean =>
      (criteria ?? []).some((one) => {
        switch (one.choose) {
          case "clauses":
            return link.to === "clause";
          case "controls":
            return link.to === "control";
          case "risk":
            return true;
          case "under":
            return link.id === one.id || link.id.startsWith(`${one.id}.`);
          case "requirement":
            return link.id === one.id;
        }
      });
    return this.#core
      .asked()
      .map(({ link }) => link)
      .filter(chosen);
  }

  #change(operation: string, id: string, how: (audit: Kept) => void): AuditDetails {
    this.#audit(id);
    this.#core.write(operation, (state) => {
      const audit = state.audits.find((each) => each.id === id);
      if (audit !== undefined) how(audit);
    });
    return this.#details(id);
  }

  #audit(id: string): Kept {
    const audit = this.#core.state().audits.find((each) => each.id === id);
    if (audit === undefined) throw fail("unknown-audit", `There is no audit ${id}`, null, "id");
    return audit;
  }

  #details(id: string): AuditDetails {
    const audit = this.#audit(id);
    const lines = audit.checklist.map((line) => this.#line(audit, line));
    return {
      ...audit,
      stage: stageOf(audit),
      overdue: this.#overdue(audit),
      counts: counted(lines),
      lines,
      findings: this.#core.findings(id),
    };
  }

  #overdue(audit: Kept): boolean {
    const stage = stageOf(audit);
    if (stage === "planned") return audit.planned_for < this.#today;
    return stage === "under-way" && audit.until !== null && audit.until < this.#today;
  }

  #line(audit: Kept, { requirement, auditor, added }: Kept["checklist"][number]): AuditLine {
    const asked = this.#core.asked().find(({ link }) => targetOf(link) === targetOf(requirement));
    const answer = this.#core.state().answers.find(({ id }) => id === keyOf(audit.id, requirement)) ?? null;
    const findings = this.#core
      .findings(audit.id)
      .filter((row) => row.requirements.some((link) => targetOf(link) === targetOf(requirement)));
    const who = auditor === "" ? audit.auditor : auditor;
    const owner = asked?.owner ?? "";
    return {
      requirement,
      title: asked?.title ?? "",
      heading: asked?.heading ?? null,
      question: asked?.question ?? "",
      expected: asked?.expected ?? [],
      owner,
      auditor: who,
      own_work: owner !== "" && owner.toLowerCase() === who.toLowerCase() ? requirement.id : null,
      added,
      last: null,
      answer,
      evidence: (answer?.evidence ?? []).map(({ id }) => ({
        id,
        title: this.#core.titleOf(id),
        file: `${id}.pdf`,
        sha256: "0".repeat(64),
      })),
      findings: findings.map(({ id, title, grade, stage }) => ({ id, title, grade, stage })),
      lacks: lackOf(answer, findings),
    };
  }

  #row(audit: Kept): AuditRow {
    const { id, title, auditor, planned_for, until, stage, overdue, counts, findings } = this.#details(
      audit.id,
    );
    return {
      id,
      title,
      auditor,
      planned_for,
      until,
      stage,
      reported_on: audit.conclusion?.on ?? null,
      overdue,
      counts,
      findings: findings.length,
    };
  }

  #programme(): AuditProgramme {
    const planned = this.#core.state().audits.filter((audit) => !isOver(audit));
    const requirements: AuditProgramme["requirements"] = this.#core.asked().map((asked) => {
      const inAudit = planned.find(({ checklist }) =>
        checklist.some(({ requirement }) => targetOf(requirement) === targetOf(asked.link)),
      );
      return {
        requirement: asked.link,
        title: asked.title,
        heading: asked.heading,
        owner: asked.owner,
        last: null,
        why: [{ why: "never-audited" }],
        weight: 3,
        planned_in: inAudit?.id ?? null,
        proposed: inAudit === undefined,
      };
    });
    return {
      year: this.#core.now().getFullYear(),
      audits: this.#core.state().audits.map((audit) => this.#row(audit)),
      requirements,
      proposed: requirements.filter(({ proposed }) => proposed).length,
    };
  }

  #coverage(): AuditCoverage {
    const year = this.#core.now().getFullYear();
    const reported = this.#core.state().audits.filter(({ conclusion }) => conclusion !== null);
    const looked = (link: EvidenceLink): boolean =>
      this.#core
        .state()
        .answers.some(
          ({ audit, requirement, verdict }) =>
            reported.some(({ id }) => id === audit) &&
            targetOf(requirement) === targetOf(link) &&
            verdict !== "not-looked-at",
        );
    const requirements = this.#core.asked().map(({ link, title, heading }) => ({
      requirement: link,
      title,
      heading,
      audited: [false, false, looked(link)],
    }));
    const audited = requirements.filter((row) => row.audited[2] === true).length;
    return {
      years: [
        { year: year - 2, audited: 0 },
        { year: year - 1, audited: 0 },
        { year, audited },
      ],
      total: requirements.length,
      audited,
      requirements,
    };
  }
}

function targetOf({ to, id }: EvidenceLink): string {
  return `${to}:${id}`;
}

function keyOf(audit: string, { to, id }: EvidenceLink): string {
  return `${audit}/${to}/${id}`;
}

function stageOf(audit: Kept): AuditDetails["stage"] {
  if (audit.cancelled !== null) return "cancelled";
  if (audit.conclusion !== null) return "reported";
  return audit.begun === null ? "planned" : "under-way";
}

function isOver(audit: Kept): boolean {
  return audit.cancelled !== null || audit.conclusion !== null;
}

function lackOf(answer: Answer | null, findings: readonly FindingRow[]): AuditLine["lacks"] {
  const verdict = answer?.verdict ?? null;
  if (answer === null || verdict === null) return "answer";
  if (verdict === "conforms") return null;
  if (answer.seen === "") return verdict === "not-looked-at" ? "reason" : "seen";
  const nonconforming = verdict === "minor" || verdict === "major";
  return nonconforming && findings.length === 0 ? "finding" : null;
}

function counted(lines: readonly AuditLine[]): AuditDetails["counts"] {
  const of = (verdict: AuditVerdict): number =>
    lines.filter(({ answer }) => answer?.verdict === verdict).length;
  return {
    total: lines.length,
    answered: lines.filter(({ answer }) => (answer?.verdict ?? null) !== null).length,
    conforms: of("conforms"),
    minor: of("minor"),
    major: of("major"),
    ofi: of("ofi"),
    not_looked_at: of("not-looked-at"),
  };
}

function needed(text: string, what: string, field: string): void {
  if (text.trim() === "") throw fail("audit-incomplete", `${what} is missing`, "Write it.", field);
}
