import type { CheckResult, FieldChange, FindingGrade } from "$host";
import { list, t } from "$i18n";
import { longDate } from "$i18n/dates";

const grades: readonly FindingGrade[] = ["major", "minor", "ofi"];
const results: readonly CheckResult[] = ["effective", "partly", "not"];

/** Returns whether a change is about a finding or an action. */
export function onFinding(change: FieldChange): boolean {
  return change.record === "finding" || change.record === "action";
}

/** Returns what changes did to a finding or an action that came or went as a whole; null where it did not. */
export function wholeFinding(changes: readonly FieldChange[]): string | null {
  const title = changes.find(({ record, field }) => record === "finding" && field === "title");
  if (title?.before === null) return t("history.finding-added");
  if (title?.after === null) return t("history.finding-gone");
  const text = changes.find(({ record, field }) => record === "action" && field === "text");
  if (text?.before === null) return t("history.action-added", { id: text.id });
  return text?.after === null ? t("history.action-gone", { id: text.id }) : null;
}

/** Returns what a change did to one field of a finding or an action; null where it has no words of its own. */
export function findingSentence(change: FieldChange): string | null {
  return change.record === "action" ? actionSentence(change) : ofFinding(change);
}

function ofFinding({ field, before, after }: FieldChange): string | null {
  switch (field) {
    case "containment":
      return t(after === null ? "history.contained.gone" : "history.contained");
    case "cause":
      return t(after === null ? "history.cause.gone" : "history.cause");
    case "criterion":
      return t(after === null ? "history.criterion.gone" : "history.criterion");
    case "plan_approval":
      return after === null ? null : t("history.plan-approved", { by: part(after, "by") });
    case "checks": {
      const last = newest(before, after);
      const result = results.find((each) => each === part(last, "result"));
      return result === undefined
        ? null
        : t("history.checked", { by: part(last, "by"), result: t(`findings.result.${result}`) });
    }
    case "closing":
      return after === null ? null : t("history.closed");
    case "refusal":
      return after === null ? null : t("history.refused", { why: part(after, "why") });
    case "reopened": {
      const last = newest(before, after);
      return last === null ? null : t("history.reopened", { why: part(last, "why") });
    }
    case "grade": {
      const grade = grades.find((each) => each === after);
      return grade === undefined ? null : t("history.graded", { grade: t(`findings.grade.${grade}`) });
    }
    case "due_changes":
      return moved(before, after);
    default:
      return null;
  }
}

function actionSentence({ id, field, before, after }: FieldChange): string | null {
  if (field === "due_changes") {
    const words = moved(before, after);
    return words === null ? null : t("history.of-action", { words, id });
  }
  if (field !== "done") return null;
  if (after === null) return t("history.action-open", { id });
  return t("history.action-done", { id, proof: list(texts(after, "proof")) });
}

function moved(before: unknown, after: unknown): string | null {
  const last = newest(before, after);
  return last === null
    ? null
    : t("history.moved", { date: longDate(part(last, "to")), why: part(last, "why") });
}

/** Returns the last item of a list that has grown; null where it has not. */
function newest(before: unknown, after: unknown): unknown {
  const [old, now] = [each(before), each(after)];
  return now.length > old.length ? now[now.length - 1] : null;
}

function part(value: unknown, name: string): string {
  if (typeof value !== "object" || value === null || !(name in value)) return "";
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : "";
}

function texts(value: unknown, name: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return each(found).filter((one) => typeof one === "string");
}

function each(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
