import type { FieldChange } from "$host";
import { list, t, type Key } from "$i18n";
import { longDate } from "$i18n/dates";

const states: Record<string, Key> = {
  draft: "history.document.draft",
  "in-review": "history.document.in-review",
  approved: "history.document.approved",
  withdrawn: "history.document.withdrawn",
};

const fields: Record<string, Key> = {
  title: "history.field.title",
  number: "history.field.number",
  version: "history.field.version",
  owner: "history.field.owner",
  approver: "documents.field.approver",
  kind: "history.field.kind",
  changes: "documents.field.changes",
  working_file: "documents.field.working-file",
  links: "history.field.links",
};

function of(changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter((change) => change.record === "document");
}

/** Returns what was done where a document came or went as a whole; null where it did not. */
export function wholeDocument(changes: readonly FieldChange[]): string | null {
  const title = of(changes).find((change) => change.field === "title");
  if (title?.before === null) return t("history.document.added");
  return title?.after === null ? t("history.document.gone") : null;
}

/** Returns a few words for what was done with documents; null where nothing was. */
export function documentWords(changes: readonly FieldChange[]): string | null {
  const own = of(changes);
  const ids = [...new Set(own.map((change) => change.id))];
  if (ids.length === 0) return null;
  const state = own.find((change) => change.field === "state" && typeof change.after === "string");
  const whole = wholeDocument(own) !== null;
  const key: Key = whole
    ? "history.field.adding"
    : state?.after === "approved" || state?.before === "approved"
      ? "history.document.approval"
      : state === undefined
        ? "history.several"
        : "history.document.state";
  return t("history.what-of", { what: t(key), of: list(ids) });
}

/** Returns what a change did to one field of a document; null where it says nothing by itself. */
export function documentSentence(change: FieldChange): string | null {
  const { field, before, after } = change;
  switch (field) {
    case "state": {
      const key = typeof after === "string" ? states[after] : undefined;
      return key === undefined ? null : t(key);
    }
    case "next_review": {
      const what = t("documents.field.next-review");
      if (typeof after !== "string") return t("history.date-taken-away", { what });
      return typeof before === "string"
        ? t("history.from-to", { what, before: longDate(before), after: longDate(after) })
        : t("history.date-set", { what, date: longDate(after) });
    }
    case "answers":
      return t("history.document.answers");
    default: {
      const key = fields[field];
      if (key === undefined) return null;
      const what = t(key);
      if (empty(before)) return t("history.written", { what });
      return empty(after) ? t("history.emptied", { what }) : t("history.text-changed", { what });
    }
  }
}

function empty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
