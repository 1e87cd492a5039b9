import { Failed } from "$host";
import { t } from "$i18n";
import { readDate } from "$i18n/dates";

/**
 * Returns the date that was typed as ISO 8601, or null where the field was emptied.
 *
 * Throws {@link Failed} at that field for what is no date.
 */
export function dateFrom(typed: string, field: string): string | null {
  if (typed.trim() === "") return null;
  const date = readDate(typed);
  if (date !== null) return date;
  throw new Failed({
    code: "not-a-date",
    message: t("date.wrong", { typed: typed.trim() }),
    hint: t("date.wrong.hint"),
    field,
  });
}
