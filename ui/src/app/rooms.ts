import Archive from "@lucide/svelte/icons/archive";
import Bot from "@lucide/svelte/icons/bot";
import Building from "@lucide/svelte/icons/building-2";
import FileCheck from "@lucide/svelte/icons/file-badge";
import FileText from "@lucide/svelte/icons/file-text";
import Flag from "@lucide/svelte/icons/flag";
import Gauge from "@lucide/svelte/icons/gauge";
import House from "@lucide/svelte/icons/house";
import Inbox from "@lucide/svelte/icons/inbox";
import ListChecks from "@lucide/svelte/icons/list-checks";
import ListTodo from "@lucide/svelte/icons/list-todo";
import Megaphone from "@lucide/svelte/icons/megaphone";
import ClipboardCheck from "@lucide/svelte/icons/clipboard-check";
import Presentation from "@lucide/svelte/icons/presentation";
import Scale from "@lucide/svelte/icons/scale";
import Settings from "@lucide/svelte/icons/settings";
import Signpost from "@lucide/svelte/icons/signpost";
import SlidersHorizontal from "@lucide/svelte/icons/sliders-horizontal";
import Target from "@lucide/svelte/icons/target";
import { cases } from "$areas/cases";
import { findings } from "$areas/findings";
import { reviews } from "$areas/reviews";
import { inbox } from "$areas/watched";
import type { Glyph } from "$design";
import type { Key } from "$i18n";
import {
  auditsRoute,
  casesRoute,
  clauseRoute,
  controlRoute,
  documentRoute,
  evidenceRoute,
  findingsRoute,
  guideRoute,
  objectivesRoute,
  placeRoute,
  reviewsRoute,
  systemRoute,
  type Page,
  type Route,
} from "./router.svelte";

/** A room of the navigation. */
export interface Room {
  page: Page;
  route: Route;
  title: Key;
  icon: Glyph;
  /** How many things in it wait, and the words that say for what; given where there can be any. */
  waiting?: { count: () => number; words: Key };
}

export const homeRoom: Room = { page: "home", route: { page: "home" }, title: "home.title", icon: House };

export const guideRoom: Room = {
  page: "guide",
  route: guideRoute(null),
  title: "guide.title",
  icon: Signpost,
};

export const readinessRoom: Room = {
  page: "readiness",
  route: { page: "readiness" },
  title: "readiness.title",
  icon: Gauge,
};

/** The rooms in the order of the work, under their headings. Only rooms that exist stand here. */
export const roomGroups: readonly { title: Key; rooms: readonly Room[] }[] = [
  {
    title: "nav.understand",
    rooms: [
      { page: "organisation", route: { page: "organisation" }, title: "organisation.title", icon: Building },
      { page: "systems", route: systemRoute(null), title: "systems.title", icon: Bot },
      { page: "frameworks", route: placeRoute(null), title: "frameworks.title", icon: Scale },
    ],
  },
  {
    title: "nav.assess",
    rooms: [
      { page: "clauses", route: clauseRoute(null), title: "clauses.title", icon: ListChecks },
      { page: "controls", route: controlRoute(null), title: "controls.title", icon: SlidersHorizontal },
    ],
  },
  {
    title: "nav.prove",
    rooms: [
      { page: "documents", route: documentRoute(null), title: "documents.title", icon: FileText },
      { page: "evidence", route: evidenceRoute(null), title: "evidence.title", icon: Archive },
      {
        page: "inbox",
        route: { page: "inbox" },
        title: "inbox.title",
        icon: Inbox,
        waiting: { count: () => inbox.open, words: "inbox.count" },
      },
    ],
  },
  {
    title: "nav.check",
    rooms: [
      { page: "objectives", route: objectivesRoute(null), title: "objectives.title", icon: Target },
      { page: "audits", route: auditsRoute(null), title: "audits.title", icon: ClipboardCheck },
      {
        page: "reviews",
        route: reviewsRoute(null),
        title: "reviews.title",
        icon: Presentation,
        waiting: { count: () => reviews.open, words: "reviews.count" },
      },
    ],
  },
  {
    title: "nav.improve",
    rooms: [
      {
        page: "cases",
        route: casesRoute(null),
        title: "cases.title",
        icon: Megaphone,
        waiting: { count: () => cases.open, words: "cases.count" },
      },
      {
        page: "findings",
        route: findingsRoute(null),
        title: "findings.title",
        icon: Flag,
        waiting: { count: () => findings.open, words: "findings.count" },
      },
      { page: "actions", route: { page: "actions" }, title: "actions.title", icon: ListTodo },
    ],
  },
  {
    title: "nav.declare",
    rooms: [{ page: "soa", route: { page: "soa" }, title: "soa.title", icon: FileCheck }],
  },
];

export const settingsRoom: Room = {
  page: "settings",
  route: { page: "settings" },
  title: "settings.title",
  icon: Settings,
};

export const allRooms: readonly Room[] = [
  homeRoom,
  guideRoom,
  readinessRoom,
  ...roomGroups.flatMap((group) => group.rooms),
  settingsRoom,
];
