import {
  auditsRoute,
  clauseRoute,
  controlRoute,
  documentRoute,
  evidenceRoute,
  objectivesRoute,
  findingsRoute,
  reviewsRoute,
  systemRoute,
  type Route,
} from "$app/router.svelte";
import type { GuidePlace } from "$host";
import { t } from "$i18n";

/** Where something is done, or what shows that it was: its words, and the way there. */
export interface Shown {
  words: string;
  route: Route;
}

/** Returns a place in words, with the way there. */
export function shownPlace(place: GuidePlace): Shown {
  switch (place.at) {
    case "roles":
      return { words: t("guide.at.roles"), route: { page: "organisation", section: "roles" } };
    case "profile":
    case "context":
    case "parties":
    case "people":
      return {
        words: t("organisation.part", { title: t(`organisation.${place.at}`) }),
        route: { page: "organisation", section: place.at },
      };
    case "systems":
      return { words: t("systems.title"), route: systemRoute(null) };
    case "scope":
      return { words: t("guide.at.scope"), route: { page: "organisation", section: "scope" } };
    case "controls":
      return { words: t("controls.title"), route: controlRoute(null) };
    case "control":
      return {
        words: t(place.excluded ? "guide.at.excluded" : "guide.at.control", { id: place.control }),
        route: controlRoute(place.control),
      };
    case "clause":
      return { words: t("guide.at.clause", { id: place.clause }), route: clauseRoute(place.clause) };
    case "evidence":
      return { words: place.title, route: evidenceRoute(place.evidence) };
    case "document":
      return { words: place.title, route: documentRoute(place.document) };
    case "draft":
      return { words: t("guide.at.draft", { title: place.title }), route: documentRoute(place.draft) };
    case "finding":
      return { words: place.title, route: findingsRoute(place.finding) };
    case "findings":
      return { words: t("findings.title"), route: findingsRoute(null) };
    case "audit":
      return { words: place.title, route: auditsRoute(place.audit) };
    case "audits":
      return { words: t("audits.title"), route: auditsRoute(null) };
    case "review":
      return { words: place.title, route: reviewsRoute(place.review) };
    case "reviews":
      return { words: t("reviews.title"), route: reviewsRoute(null) };
    case "evidence-room":
      return { words: t("evidence.title"), route: evidenceRoute(null) };
    case "statement":
      return { words: t("soa.title"), route: { page: "soa" } };
    case "objectives":
      return { words: t("objectives.title"), route: objectivesRoute(null) };
    case "plan":
      return { words: t("guide.plan"), route: { page: "guide", open: null, doing: "plan" } };
  }
}
