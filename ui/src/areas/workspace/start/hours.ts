import { t } from "$i18n";

/** Returns minutes a week as people say them: "half an hour a week", "about 3 hours a week". */
export function hourWords(minutes: number): string {
  const halves = Math.max(1, Math.round(minutes / 30));
  if (halves === 1) return t("start.hours.half");
  const hours = Math.floor(halves / 2);
  return halves % 2 === 0 ? t("start.hours", { n: hours }) : t("start.hours.and-half", { n: hours });
}
