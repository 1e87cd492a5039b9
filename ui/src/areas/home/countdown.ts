import type { Countdown } from "$host";
import { t } from "$i18n";

/** From how many days on weeks say more than days. */
const WEEKS = 28;

/** Returns how long it is until the organisation wants to be ready. */
export function remaining({ days }: Countdown): string {
  if (days < 0) return t("home.target.passed", { n: -days });
  if (days === 0) return t("home.target.today");
  return days < WEEKS
    ? t("home.target.days", { n: days })
    : t("home.target.weeks", { n: Math.round(days / 7) });
}
