import type { Mark } from "$design";
import type { Day, EvidenceLink, EvidenceState } from "$host";
import { t } from "$i18n";
import { fromIso, isoDate, shortDate } from "$i18n/dates";

/** What there is to know about how a piece of evidence stands. */
interface Piece {
  state: EvidenceState;
  effective: Day | null;
  expires: Day | null;
  links: readonly EvidenceLink[];
}

const DAY = 86_400_000;

/** Returns how many days are left until a day, none on that day itself. */
export function daysUntil(day: Day, today: string = isoDate(new Date())): number {
  const from = fromIso(today);
  const until = fromIso(day);
  return from === null || until === null ? 0 : Math.round((until.getTime() - from.getTime()) / DAY);
}

/** Returns the shape and word of how a piece of evidence stands. */
export function standing(piece: Piece): { mark: Mark; word: string } {
  switch (piece.state) {
    case "expired":
      return { mark: "danger", word: t("evidence.state.expired") };
    case "expires-soon": {
      const n = daysUntil(piece.expires ?? "");
      return {
        mark: "warning",
        word: n <= 0 ? t("evidence.state.last-day") : t("evidence.state.days-left", { n }),
      };
    }
    case "not-yet":
      return { mark: "planned", word: t("evidence.state.from", { date: shortDate(piece.effective ?? "") }) };
    case "current":
      return piece.links.length === 0
        ? { mark: "none", word: t("evidence.state.unlinked") }
        : { mark: "done", word: t("evidence.state.current") };
  }
}
