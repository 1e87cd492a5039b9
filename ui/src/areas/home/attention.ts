import {
  controlRoute,
  evidenceRoute,
  findingsRoute,
  href,
  auditsRoute,
  casesRoute,
  objectivesRoute,
  reviewsRoute,
  type Route,
} from "$app/router.svelte";
import { showEvidence } from "$areas/evidence";
import { openSettings, type SettingsPart } from "$areas/settings";
import type { Mark } from "$design";
import type { Attention, ExpiringPiece } from "$host";
import { list, t } from "$i18n";
import { longDate, when } from "$i18n/dates";
import { named } from "./named";

/** Something that needs attention, as the page shows it. */
export interface ShownAttention {
  key: string;
  mark: Mark;
  title: string;
  /** Short, and in the colour of its state: "3 days overdue". */
  urgent: string | null;
  note: string | null;
  /** Where it leads: a place, or a part of the settings. */
  to: { route: Route } | { evidence: "expired" | "expires-soon" } | { part: SettingsPart };
  /** What the button beside it says, where there is one. */
  button: string | null;
}

const settings = (part: SettingsPart): ShownAttention["to"] => ({ part });

/** Returns how long ago a piece stopped to hold, or how long it still will. */
function daysWords(piece: ExpiringPiece): string {
  if (piece.days < 0) return t("home.expired.days", { n: -piece.days });
  return piece.days === 0 ? t("home.expiring.today") : t("home.expiring.days", { n: piece.days });
}

function pieces(about: "expired" | "expiring", total: number, all: readonly ExpiringPiece[]): ShownAttention {
  const [first] = all;
  const one = total === 1 ? first : undefined;
  return {
    key: about,
    mark: about === "expired" ? "danger" : "warning",
    title:
      one === undefined ? t(`home.${about}`, { n: total }) : t(`home.${about}.one`, { title: one.title }),
    urgent: first === undefined ? null : daysWords(first),
    note: one === undefined ? list(all.map(({ title }) => title)) : longDate(one.expires),
    to:
      one === undefined
        ? { evidence: about === "expired" ? "expired" : "expires-soon" }
        : { route: evidenceRoute(one.id) },
    button: null,
  };
}

/** How things of one kind are told whose day has passed. */
interface Late<T> {
  due: (item: T) => string;
  name: (item: T) => string;
  /** What is said where there is one alone. */
  one: (item: T) => { title: string; note: string; route: Route };
  several: { title: string; route: Route };
}

/** Returns things whose day has passed, the longest overdue first: one by itself, several by their number. */
function late<T>(
  about: Attention["about"],
  total: number,
  first: readonly T[],
  { due, name, one, several }: Late<T>,
): ShownAttention {
  const [longest] = first;
  const alone = total === 1 && longest !== undefined ? one(longest) : null;
  return {
    key: about,
    mark: "danger",
    title: alone?.title ?? several.title,
    urgent: longest === undefined ? null : t("home.overdue.since", { date: longDate(due(longest)) }),
    note: alone?.note ?? list(first.map(name)),
    to: { route: alone?.route ?? several.route },
    button: null,
  };
}

/** Returns what needs attention in words, with the place that it leads to. */
export function shownAttention(item: Attention): ShownAttention {
  switch (item.about) {
    case "overdue": {
      const [first] = item.controls;
      return {
        key: item.about,
        mark: "danger",
        title: t("home.overdue", {
          n: item.controls.length,
          controls: named(item.controls.map(({ id }) => id)),
        }),
        urgent: first === undefined ? null : t("home.overdue.since", { date: longDate(first.target) }),
        note: null,
        to: { route: controlRoute(first?.id ?? null) },
        button: null,
      };
    }
    case "actions-overdue":
      return late(item.about, item.total, item.actions, {
        due: ({ due }) => due,
        name: ({ id }) => id,
        several: { title: t("home.actions-overdue", { n: item.total }), route: { page: "actions" } },
        one: ({ id, text, finding }) => ({
          title: t("home.actions-overdue.one", { id }),
          note: text,
          route: finding === null ? { page: "actions" } : findingsRoute(finding),
        }),
      });
    case "findings-overdue":
      return late(item.about, item.total, item.findings, {
        due: ({ due }) => due,
        name: ({ title }) => title,
        several: { title: t("home.findings-overdue", { n: item.total }), route: findingsRoute(null) },
        one: ({ id, title }) => ({
          title: t("home.findings-overdue.one", { title }),
          note: id,
          route: findingsRoute(id),
        }),
      });
    case "duties-overdue":
      return late(item.about, item.total, item.cases, {
        due: ({ due }) => due,
        name: ({ id, title }) => title ?? id,
        several: { title: t("home.duties-overdue", { n: item.total }), route: casesRoute(null) },
        one: ({ id, title }) => ({
          title: t("home.duties-overdue.one", { what: title ?? id }),
          note: id,
          route: casesRoute(id),
        }),
      });
    case "audits-past":
      return late(item.about, item.total, item.audits, {
        due: ({ due }) => due,
        name: ({ title }) => title,
        several: { title: t("home.audits-past", { n: item.total }), route: auditsRoute(null) },
        one: ({ id, title }) => ({
          title: t("home.audits-past.one", { title }),
          note: id,
          route: auditsRoute(id),
        }),
      });
    case "reviews-past":
      return late(item.about, item.total, item.reviews, {
        due: ({ planned_on }) => planned_on,
        name: ({ title }) => title,
        several: { title: t("home.reviews-past", { n: item.total }), route: reviewsRoute(null) },
        one: ({ id, title }) => ({
          title: t("home.reviews-past.one", { title }),
          note: id,
          route: reviewsRoute(id),
        }),
      });
    case "review-missing":
      return {
        key: item.about,
        mark: "warning",
        title: t("home.review-missing"),
        urgent: null,
        note:
          item.last === null
            ? t("home.review-missing.never")
            : t("home.review-missing.last", { date: longDate(item.last) }),
        to: { route: reviewsRoute(null, true) },
        button: null,
      };
    case "readings-overdue":
      return late(item.about, item.total, item.measures, {
        due: ({ due }) => due,
        name: ({ what }) => what,
        several: { title: t("home.readings-overdue", { n: item.total }), route: objectivesRoute(null) },
        one: ({ id, what }) => ({
          title: t("home.readings-overdue.one", { what }),
          note: id,
          route: objectivesRoute(id),
        }),
      });
    case "objectives-past":
      return late(item.about, item.total, item.objectives, {
        due: ({ target }) => target,
        name: ({ title }) => title,
        several: { title: t("home.objectives-past", { n: item.total }), route: objectivesRoute(null) },
        one: ({ id, title }) => ({
          title: t("home.objectives-past.one", { title }),
          note: id,
          route: objectivesRoute(id),
        }),
      });
    case "expired":
    case "expiring":
      return pieces(item.about, item.total, item.pieces);
    case "unproven":
      return {
        key: item.about,
        mark: "warning",
        title: t("home.unproven", { n: item.controls.length, controls: named(item.controls) }),
        urgent: null,
        note: t("home.unproven.note"),
        to: { route: controlRoute(item.controls[0] ?? null) },
        button: null,
      };
    case "statement-outdated":
      return {
        key: item.about,
        mark: "warning",
        title: t("home.statement", { version: item.version }),
        urgent: null,
        note: t("home.statement.note", { when: when(item.at) }),
        to: { route: { page: "soa" } },
        button: null,
      };
    case "folder-away":
      return {
        key: `${item.about} ${item.folder}`,
        mark: "warning",
        title: t("home.folder-away", { folder: lastPart(item.folder) }),
        urgent: null,
        note: item.hint === null ? item.message : `${item.message}. ${item.hint}`,
        to: { route: { page: "inbox" } },
        button: null,
      };
    case "folder-unreadable":
      return {
        key: `${item.about} ${item.folder}`,
        mark: "warning",
        title: t("home.folder-unreadable", { n: item.places, folder: lastPart(item.folder) }),
        urgent: null,
        note: null,
        to: { route: { page: "inbox" } },
        button: null,
      };
    case "inbox":
      return {
        key: item.about,
        mark: "info",
        title: t("home.inbox", { n: item.files }),
        urgent: null,
        note: null,
        to: { route: { page: "inbox" } },
        button: null,
      };
    case "backup-failed":
      return {
        key: item.about,
        mark: "danger",
        title: t("home.backup-failed"),
        urgent: null,
        note: item.hint === null ? item.message : `${item.message}. ${item.hint}`,
        to: settings("backup"),
        button: t("home.backup.do"),
      };
    case "backup-old":
      return {
        key: item.about,
        mark: "warning",
        title: t("home.backup-old", { when: when(item.at) }),
        urgent: null,
        note: item.file,
        to: settings("backup"),
        button: t("home.backup.do"),
      };
    case "backup-never":
      return {
        key: item.about,
        mark: "warning",
        title: t("home.backup-never"),
        urgent: null,
        note: t("home.backup-never.note"),
        to: settings("backup"),
        button: t("home.backup.do"),
      };
  }
}

/** Returns the address that an item leads to. */
export function addressOf({ to }: ShownAttention): string {
  if ("evidence" in to) return href(evidenceRoute(null));
  return href("route" in to ? to.route : { page: "settings" });
}

/** Goes where an item leads, where that is more than an address; returns whether it did. */
export function follow({ to }: ShownAttention): boolean {
  // The address leads to the list; what it is narrowed to is no part of an address.
  if ("evidence" in to) showEvidence(to.evidence);
  if (!("part" in to)) return false;
  openSettings(to.part);
  return true;
}

function lastPart(path: string): string {
  return (
    path
      .split(/[\\/]+/)
      .filter((part) => part !== "")
      .pop() ?? path
  );
}
