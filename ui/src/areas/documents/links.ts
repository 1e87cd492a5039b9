import { controlRoute, type Route } from "$app/router.svelte";
import type { EvidenceLink } from "$host";
import { t } from "$i18n";

/** Returns a clause or control that a document serves, in words. */
export function linkWords(link: EvidenceLink): string {
  return link.to === "clause" ? t("evidence.clause", { id: link.id }) : link.id;
}

/** Returns where a link leads; null where there is no room for it. */
export function linkRoute(link: EvidenceLink): Route | null {
  return link.to === "control" ? controlRoute(link.id) : null;
}
