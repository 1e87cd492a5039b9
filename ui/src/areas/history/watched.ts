import type { FieldChange } from "$host";
import { t } from "$i18n";

/** Returns a few words for a change of what is watched; null where it is about something else. */
export function watchedWords(changes: readonly FieldChange[]): string | null {
  const about = (record: FieldChange["record"]): boolean =>
    changes.length > 0 && changes.every((change) => change.record === record);
  if (about("watched-folder")) return t("history.field.watching");
  return about("passed-over") ? t("history.field.passing") : null;
}
