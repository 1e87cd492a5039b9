import type { FieldChange } from "$host";
import { t } from "$i18n";

/** Returns a few words for a change of the road to the audit; null where it is about something else. */
export function guideWords(changes: readonly FieldChange[]): string | null {
  const about = changes.length > 0 && changes.every(onGuide);
  if (!about) return null;
  const own = changes.find((change) => change.record === "own-step" && change.field === "title");
  if (own !== undefined && (own.before === null || own.after === null)) return t("history.field.own-step");
  if (new Set(changes.map((change) => change.id)).size > 1) return t("history.field.plan");
  const ticks = changes.every((change) => change.field === "tasks" || change.field === "done");
  return ticks ? t("history.field.ticks") : t("history.field.guide-step");
}

/** Returns what a change did to one field of a step; null where its kind has no words of its own. */
export function stepSentence(change: FieldChange): string | null {
  if (change.field !== "tasks" && change.field !== "done") return null;
  return count(change.after) >= count(change.before) ? t("history.ticked") : t("history.unticked");
}

function onGuide(change: FieldChange): boolean {
  return change.record === "guide-step" || change.record === "own-step";
}

function count(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
