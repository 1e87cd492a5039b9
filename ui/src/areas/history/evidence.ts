import type { FieldChange } from "$host";
import { list, t, type Key } from "$i18n";
import { longDate } from "$i18n/dates";

const dates: Record<string, Key> = {
  effective: "history.field.effective",
  collected: "history.field.collected",
  expires: "history.field.expires",
};

/** Returns whether a change is about a piece of evidence. */
export function onEvidence(change: FieldChange): boolean {
  return change.record === "evidence" || change.record === "removed-evidence";
}

/** Returns what changes did to one piece of evidence where it came or went as a whole; null where it did not. */
export function wholeSentence(changes: readonly FieldChange[]): string | null {
  const title = changes.find((change) => change.record === "evidence" && change.field === "title");
  const why = changes.find((change) => change.record === "removed-evidence" && change.field === "why");
  if (typeof why?.after === "string") return t("history.evidence-removed", { why: why.after });
  if (why !== undefined) return t("history.evidence-back");
  if (title?.before === null) return t("history.evidence-added");
  return title?.after === null ? t("history.evidence-gone") : null;
}

/** Returns a few words for what was done where pieces came or went as a whole; null where they did not. */
export function wholeWords(changes: readonly FieldChange[]): string | null {
  if (changes.some((change) => change.record === "removed-evidence")) return t("history.field.removal");
  const came = changes.some(
    ({ field, before, after }) => field === "title" && (before === null || after === null),
  );
  return came ? t("history.field.adding") : null;
}

/** Returns what a change did to one field of a piece of evidence; null where its kind has no words of its own. */
export function fieldSentence(change: FieldChange): string | null {
  const date = dates[change.field];
  if (date !== undefined) return dateSentence(change, t(date));
  if (change.field === "links") return linksSentence(change);
  return change.field === "versions" ? versionsSentence(change) : null;
}

function dateSentence({ before, after }: FieldChange, what: string): string {
  if (typeof after !== "string") return t("history.date-taken-away", { what });
  return typeof before === "string"
    ? t("history.from-to", { what, before: longDate(before), after: longDate(after) })
    : t("history.date-set", { what, date: longDate(after) });
}

function linksSentence({ before, after }: FieldChange): string | null {
  const old = links(before);
  const now = links(after);
  const added = now.filter((link) => !old.includes(link));
  const gone = old.filter((link) => !now.includes(link));
  const said = [
    ...(added.length === 0 ? [] : [t("history.linked", { what: list(added) })]),
    ...(gone.length === 0 ? [] : [t("history.unlinked", { what: list(gone) })]),
  ];
  return said.length === 0 ? null : said.join("; ");
}

function versionsSentence({ before, after }: FieldChange): string {
  const [old, now] = [count(before), count(after)];
  return now > old ? t("history.version-added", { n: now }) : t("history.version-taken-away", { n: old });
}

function links(value: unknown): string[] {
  return each(value).flatMap((link) => {
    if (typeof link !== "object" || link === null || !("id" in link) || typeof link.id !== "string")
      return [];
    const clause = "to" in link && link.to === "clause";
    return [clause ? t("evidence.clause", { id: link.id }) : link.id];
  });
}

function count(value: unknown): number {
  return each(value).length;
}

function each(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
