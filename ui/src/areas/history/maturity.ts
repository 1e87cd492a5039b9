import type { FieldChange, WorkTheme } from "$host";
import { t } from "$i18n";

const themes: readonly WorkTheme[] = [
  "leadership",
  "planning",
  "support",
  "operation",
  "performance-evaluation",
  "continual-improvement",
];

/** Returns what a change did to the maturity of a theme; null where it is about something else. */
export function maturitySentence(change: FieldChange): string | null {
  if (change.field !== "now" && change.field !== "goal") return null;
  const theme = themeWords(change.id);
  if (typeof change.after !== "number") return t(`history.maturity.${change.field}.gone`, { theme });
  return t(`history.maturity.${change.field}`, { theme, level: String(change.after) });
}

/** Returns a few words for a change of maturity; null where it is about something else. */
export function maturityWords(changes: readonly FieldChange[]): string | null {
  const [first] = changes;
  if (first === undefined || !changes.every((change) => change.record === "maturity")) return null;
  return t("history.field.maturity", { theme: themeWords(first.id) });
}

function themeWords(id: string): string {
  const theme = themes.find((each) => each === id);
  return theme === undefined ? id : t(`readiness.theme.${theme}`);
}
