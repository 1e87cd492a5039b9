import { controlRoute, objectivesRoute, systemRoute, type Route } from "$app/router.svelte";
import type { AnsweredAt } from "$host";
import { t } from "$i18n";

/** Returns where a decision is answered, and the words that lead there; null where it is the document itself. */
export function placeOf(at: AnsweredAt): { route: Route; words: string } | null {
  switch (at.room) {
    case "document":
      return null;
    case "organisation":
      return { route: { page: "organisation" }, words: t("documents.answer.organisation") };
    case "roles":
    case "context":
    case "scope":
    case "people":
    case "parties":
      return {
        route: { page: "organisation", section: at.room },
        words: t(`documents.answer.${at.room}`),
      };
    case "systems":
      return { route: systemRoute(null), words: t("documents.answer.systems") };
    case "objectives":
      return { route: objectivesRoute(null), words: t("documents.answer.objectives") };
    case "controls":
      return { route: controlRoute(null), words: t("documents.answer.controls") };
    case "control":
      return { route: controlRoute(at.id), words: t("documents.answer.control", { id: at.id }) };
  }
}
