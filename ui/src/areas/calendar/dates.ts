import { Awaited } from "$app/awaited.svelte";
import {
  auditsRoute,
  clauseRoute,
  controlRoute,
  documentRoute,
  evidenceRoute,
  findingsRoute,
  guideRoute,
  casesRoute,
  objectivesRoute,
  reviewsRoute,
  type Route,
} from "$app/router.svelte";
import { call, type CalendarDate, type CalendarPage } from "$host";
import { isoDate } from "$i18n/dates";

/** Every date of the workspace, as far as a page shows them. */
export const dates = new Awaited<CalendarPage>(() => call("calendar.list", { limit: 1_000 }));

/** The parts of the list, in their order. */
export const parts = ["overdue", "soon", "later", "done"] as const;
export type Part = (typeof parts)[number];

/** How many days ahead a date is soon. */
const SOON = 28;

/** Returns the dates of each part; those that are done stand last. */
export function inParts(all: readonly CalendarDate[], now: Date = new Date()): Record<Part, CalendarDate[]> {
  const soon = isoDate(new Date(now.getFullYear(), now.getMonth(), now.getDate() + SOON));
  const of = (which: (date: CalendarDate) => boolean): CalendarDate[] => all.filter(which);
  return {
    overdue: of(({ state }) => state === "overdue"),
    soon: of(({ state, day }) => state === "due" && day <= soon),
    later: of(({ state, day }) => state === "due" && day > soon),
    done: of(({ state }) => state === "done"),
  };
}

/** Returns the place to which a date leads. */
export function routeOf(date: CalendarDate): Route {
  switch (date.about) {
    case "target":
      return { page: "organisation", section: "profile" };
    case "context":
      return { page: "organisation", section: "context" };
    case "clause":
      return clauseRoute(date.id);
    case "control":
      return controlRoute(date.id);
    case "document":
      return documentRoute(date.id);
    case "finding":
    case "effect-check":
      return findingsRoute(date.id);
    case "action":
      return { page: "actions" };
    case "evidence":
      return evidenceRoute(date.id);
    case "audit":
      return auditsRoute(date.id);
    case "case":
      return casesRoute(date.id);
    case "review":
      return reviewsRoute(date.id);
    case "objective":
    case "measure":
      return objectivesRoute(date.id);
    case "step":
      return guideRoute(date.id);
  }
}

/** Returns by what a date is known among the others. */
export function keyOf(date: CalendarDate): string {
  return `${date.about} ${"id" in date ? date.id : ""}`;
}
