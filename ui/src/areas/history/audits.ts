import type { FieldChange } from "$host";
import { t } from "$i18n";

/** Returns what changes did to an audit that came or went as a whole; null otherwise. */
export function wholeAudit(changes: readonly FieldChange[]): string | null {
  const whole = changes.find(
    ({ record, field, before, after }) =>
      record === "audit" && field === "title" && (before === null || after === null),
  );
  if (whole === undefined) return null;
  const added = whole.before === null;
  const title = added ? whole.after : whole.before;
  return t(added ? "history.audit-added" : "history.audit-gone", {
    title: typeof title === "string" ? title : whole.id,
  });
}

/** Returns what a change did to one field of an audit or of an answer; null where it is of something else. */
export function auditSentence(change: FieldChange): string | null {
  if (change.record === "audit-answer") {
    const what = requirementOf(change.id);
    if (change.field === "verdict") return t("history.audit-answered", { what });
    return change.field === "seen" || change.field === "evidence" ? t("history.audit-noted", { what }) : null;
  }
  if (change.record !== "audit") return null;
  const gone = change.after === null;
  switch (change.field) {
    case "begun":
      return t(gone ? "history.audit-back" : "history.audit-begun");
    case "checklist":
      return t("history.audit-checklist");
    case "conclusion":
      return t(gone ? "history.audit-back" : "history.audit-concluded");
    case "cancelled":
      return t(gone ? "history.audit-back" : "history.audit-cancelled");
    default:
      return t("history.audit-changed");
  }
}

/** Returns a few words for changes to an audit; null where they are to other things. */
export function auditWords(changes: readonly FieldChange[]): string | null {
  const audit = changes.find(({ record }) => record === "audit");
  if (audit !== undefined) return t("history.of-audit", { id: audit.id });
  const answer = changes.find(({ record }) => record === "audit-answer");
  return answer === undefined ? null : t("history.of-answer", { what: requirementOf(answer.id) });
}

/** Returns the requirement that the key of an answer names: "6.1.2" of "AU-1/clause/6.1.2". */
function requirementOf(key: string): string {
  return key.split("/").slice(2).join("/");
}
