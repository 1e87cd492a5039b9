import { auditsRoute, clauseRoute, reviewsRoute, systemRoute, type Route } from "$app/router.svelte";
import type { GateLack } from "$host";
import { t } from "$i18n";

/** Something that a gate lacks, in words, with the place where it is mended. */
export interface ShownLack {
  words: string;
  route: Route;
}

/** Returns what a gate lacks in words, with the place where it is mended. */
export function shownLack(lack: GateLack): ShownLack {
  switch (lack.lacks) {
    case "scope-text":
      return { words: t("readiness.lack.scope-text"), route: { page: "organisation", section: "scope" } };
    case "evidence":
      return {
        words: t("readiness.lack.evidence", { clause: lack.clause }),
        route: clauseRoute(lack.clause),
      };
    case "audit":
      return { words: t("readiness.lack.audit", { clause: lack.clause }), route: auditsRoute(null) };
    case "policy":
      return { words: t("readiness.lack.policy", { clause: lack.clause }), route: clauseRoute(lack.clause) };
    case "not-exported":
      return { words: t("readiness.lack.not-exported"), route: { page: "soa" } };
    case "outdated":
      return { words: t("readiness.lack.outdated"), route: { page: "soa" } };
    case "obstacles":
      return {
        words: t("readiness.lack.obstacles", { n: lack.checks.length }),
        route: { page: "soa" },
      };
    case "management-review":
      return { words: t("readiness.lack.management-review"), route: reviewsRoute(null) };
    case "no-systems":
      return { words: t("readiness.lack.no-systems"), route: systemRoute(null) };
    case "screening":
      return {
        words: t("readiness.lack.screening", { system: lack.system, name: lack.name }),
        route: systemRoute(lack.system),
      };
    case "impact-assessment":
      return {
        words: t("readiness.lack.impact-assessment", {
          system: lack.system,
          name: lack.name,
          clause: lack.clause,
        }),
        route: systemRoute(lack.system),
      };
  }
}
