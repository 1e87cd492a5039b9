import type { Mark } from "$design";
import type { AuditDueReason, AuditLine, AuditRow, AuditVerdict } from "$host";
import { list, t } from "$i18n";
import { longDate } from "$i18n/dates";

/** The answers in the order of their keys, 1 to 5. */
export const verdicts: readonly AuditVerdict[] = ["conforms", "minor", "major", "ofi", "not-looked-at"];

const marks: Record<AuditVerdict, Mark> = {
  conforms: "done",
  minor: "warning",
  major: "danger",
  ofi: "info",
  "not-looked-at": "excluded",
};

/** Returns how a requirement was found, as a shape and a word. */
export function verdictMark(verdict: AuditVerdict | null): { mark: Mark; word: string } {
  return verdict === null
    ? { mark: "none", word: t("audits.verdict.none") }
    : { mark: marks[verdict], word: t(`audits.verdict.${verdict}`) };
}

/** Returns how an audit stands. */
export function auditMark({ stage, overdue }: Pick<AuditRow, "stage" | "overdue">): {
  mark: Mark;
  word: string;
} {
  switch (stage) {
    case "planned":
      return overdue
        ? { mark: "danger", word: t("audits.stage.late-to-begin") }
        : { mark: "planned", word: t("audits.stage.planned") };
    case "under-way":
      return overdue
        ? { mark: "danger", word: t("audits.stage.late-to-end") }
        : { mark: "progress", word: t("audits.stage.under-way") };
    case "reported":
      return { mark: "done", word: t("audits.stage.reported") };
    case "cancelled":
      return { mark: "excluded", word: t("audits.stage.cancelled") };
  }
}

/** Returns why a requirement is due. */
export function reasonWords(reason: AuditDueReason): string {
  switch (reason.why) {
    case "open-major":
    case "open-minor":
    case "repeated":
      return t(`audits.why.${reason.why}`, { findings: list(reason.findings) });
    case "changed":
      return t("audits.why.changed", { date: longDate(reason.on) });
    case "never-audited":
    case "long-ago":
    case "year-ago":
    case "important":
      return t(`audits.why.${reason.why}`);
  }
}

/** Returns what a line lacks before the audit can be reported; null where nothing more than its answer is to come. */
export function lackWords({ lacks }: AuditLine): string | null {
  return lacks === null || lacks === "answer" ? null : t(`audits.lack.${lacks}`);
}
