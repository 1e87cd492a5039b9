import ArchiveRestore from "@lucide/svelte/icons/archive-restore";
import Bell from "@lucide/svelte/icons/bell";
import Bot from "@lucide/svelte/icons/bot";
import Building from "@lucide/svelte/icons/building-2";
import CalendarDays from "@lucide/svelte/icons/calendar-days";
import ClipboardCheck from "@lucide/svelte/icons/clipboard-check";
import Columns from "@lucide/svelte/icons/columns-3";
import CirclePlus from "@lucide/svelte/icons/circle-plus";
import Download from "@lucide/svelte/icons/download";
import Flag from "@lucide/svelte/icons/flag";
import FolderOpen from "@lucide/svelte/icons/folder-open";
import HardDriveDownload from "@lucide/svelte/icons/hard-drive-download";
import Info from "@lucide/svelte/icons/info";
import Keyboard from "@lucide/svelte/icons/keyboard";
import ListChecks from "@lucide/svelte/icons/list-checks";
import LogOut from "@lucide/svelte/icons/log-out";
import Moon from "@lucide/svelte/icons/moon";
import Plus from "@lucide/svelte/icons/plus";
import Redo from "@lucide/svelte/icons/redo-2";
import RefreshCw from "@lucide/svelte/icons/refresh-cw";
import ShieldCheck from "@lucide/svelte/icons/shield-check";
import SlidersHorizontal from "@lucide/svelte/icons/sliders-horizontal";
import Sun from "@lucide/svelte/icons/sun";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import Undo from "@lucide/svelte/icons/undo-2";
import Megaphone from "@lucide/svelte/icons/megaphone";
import Presentation from "@lucide/svelte/icons/presentation";
import Target from "@lucide/svelte/icons/target";
import Upload from "@lucide/svelte/icons/upload";
import { audits } from "$areas/audits";
import { catalogue } from "$areas/catalogue";
import { controls } from "$areas/controls";
import { exportCalendar } from "$areas/calendar";
import { addEvidence } from "$areas/evidence";
import { exportLog, findings } from "$areas/findings";
import { frameworkCommands } from "$areas/frameworks";
import { guideCommands } from "$areas/guide";
import { history } from "$areas/history";
import { cases } from "$areas/cases";
import { objectives } from "$areas/objectives";
import { exportGapReport } from "$areas/readiness";
import { reviews } from "$areas/reviews";
import { integrity, openSettings } from "$areas/settings";
import { exportSoa } from "$areas/soa";
import { systems } from "$areas/systems";
import { inbox } from "$areas/watched";
import { workspace } from "$areas/workspace";
import { shortcut, type Glyph } from "$design";
import { Failed, type Theme } from "$host";
import { t } from "$i18n";
import { about } from "./about.svelte";
import type { Command } from "./commands.svelte";
import { overlays } from "./palette.svelte";
import { allRooms } from "./rooms";
import {
  auditsRoute,
  clauseRoute,
  controlRoute,
  findingsRoute,
  casesRoute,
  objectivesRoute,
  organisationSections,
  reviewsRoute,
  router,
  systemRoute,
} from "./router.svelte";
import { theme } from "./theme.svelte";
import { toasts } from "./toasts.svelte";

/** Returns all that can be done or gone to at this moment. */
export function commandsNow(): Command[] {
  return workspace.current === null
    ? [...starting(), ...always()]
    : [...inWorkspace(), ...keeping(), ...always()];
}

/** Writes the statement to a file; what fails is shown on its page. */
export function exportFromAnywhere(): void {
  router.go({ page: "soa" });
  void exportSoa(workspace.current?.organisation.name ?? "");
}

/** Writes the gap report to a file; what fails is shown on its page. */
function gapReportFromAnywhere(): void {
  router.go({ page: "readiness" });
  void exportGapReport(workspace.current?.organisation.name ?? "");
}

/** Writes the corrective action log to a file; what fails is shown on the page of the findings. */
function logFromAnywhere(): void {
  router.go(findingsRoute(null));
  void exportLog(workspace.current?.organisation.name ?? "", "pdf");
}

function tried(act: () => Promise<unknown>): () => void {
  return () => {
    act().catch((reason: unknown) => {
      toasts.tell(Failed.from(reason).sentence, { warning: true });
    });
  };
}

function action(id: string, label: string, icon: Glyph, run: () => void, keys?: string): Command {
  return { id, group: "action", label, icon, run, ...(keys === undefined ? {} : { keys }) };
}

function always(): Command[] {
  const themes: [Theme, Glyph][] = [
    ["system", SunMoon],
    ["light", Sun],
    ["dark", Moon],
  ];
  return [
    ...themes.map(([choice, icon]) =>
      action(
        `theme-${choice}`,
        t(`action.theme.${choice}`),
        icon,
        tried(() => theme.choose(choice)),
      ),
    ),
    action("shortcuts", t("shortcuts.title"), Keyboard, () => (overlays.shortcuts = true), "?"),
    action("about", t("about.open"), Info, () => about.show()),
  ];
}

function starting(): Command[] {
  return [
    action("start", t("welcome.start"), Plus, () => router.go({ page: "start", step: "company" })),
    action("restore", t("restore.open"), ArchiveRestore, () => router.go({ page: "restore" })),
    action(
      "open",
      t("welcome.open"),
      FolderOpen,
      tried(() => workspace.choose()),
    ),
  ];
}

/** Returns what keeps the work safe and up to date. */
function keeping(): Command[] {
  return [
    action("back-up", t("backup.now"), HardDriveDownload, () => openSettings("backup")),
    action("verify", t("verify.check"), ShieldCheck, () => {
      openSettings("check");
      void integrity.check();
    }),
    action("look", t("action.look"), RefreshCw, () => {
      router.go({ page: "inbox" });
      void inbox.look();
    }),
  ];
}

function inWorkspace(): Command[] {
  const rooms: Command[] = allRooms.map(({ page, route, title, icon }) => ({
    id: `page-${page}`,
    group: "page",
    label: t(title),
    icon,
    run: () => router.go(route),
  }));
  const dates: Command = {
    id: "page-dates",
    group: "page",
    label: t("dates.title"),
    icon: CalendarDays,
    run: () => router.go({ page: "dates" }),
  };
  const eachClause: Command[] = (catalogue.whole.value?.clauses ?? [])
    .filter((clause) => clause.assessable)
    .map((clause) => ({
      id: `clause-${clause.id}`,
      group: "clause",
      reference: clause.id,
      label: clause.title,
      words: clause.requirement,
      icon: ListChecks,
      run: () => router.go(clauseRoute(clause.id)),
    }));
  const eachControl: Command[] = controls.all.map((control) => ({
    id: `control-${control.id}`,
    group: "control",
    reference: control.id,
    label: control.title,
    words: `${control.owner} ${catalogue.control(control.id)?.meaning ?? ""}`,
    icon: SlidersHorizontal,
    run: () => router.go(controlRoute(control.id)),
  }));
  const sections: Command[] = organisationSections.map((section) => ({
    id: `organisation-${section}`,
    group: "page",
    label: t("organisation.part", { title: t(`organisation.${section}`) }),
    icon: Building,
    run: () => router.go({ page: "organisation", section }),
  }));
  const eachSystem: Command[] = systems.all.map((system) => ({
    id: `system-${system.id}`,
    group: "system",
    reference: system.id,
    label: system.name,
    words: `${system.owner} ${system.purpose}`,
    icon: Bot,
    run: () => router.go(systemRoute(system.id)),
  }));
  const eachFinding: Command[] = (findings.list.value ?? []).map(({ id, title, owner }) => ({
    id: `finding-${id}`,
    group: "finding",
    reference: id,
    label: title,
    words: owner,
    icon: Flag,
    run: () => router.go(findingsRoute(id)),
  }));
  const eachCase: Command[] = cases.named.map(({ id, title, owner }) => ({
    id: `case-${id}`,
    group: "case",
    reference: id,
    label: title,
    words: owner,
    icon: Megaphone,
    run: () => router.go(casesRoute(id)),
  }));
  const eachAudit: Command[] = (audits.list.value ?? []).map(({ id, title, auditor }) => ({
    id: `audit-${id}`,
    group: "audit",
    reference: id,
    label: title,
    words: auditor,
    icon: ClipboardCheck,
    run: () => router.go(auditsRoute(id)),
  }));
  const eachReview: Command[] = (reviews.list.value ?? []).map(({ id, title, chair }) => ({
    id: `review-${id}`,
    group: "review",
    reference: id,
    label: title,
    words: chair,
    icon: Presentation,
    run: () => router.go(reviewsRoute(id)),
  }));
  const eachObjective: Command[] = objectives.named.map(({ id, title, owner }) => ({
    id: `objective-${id}`,
    group: "objective",
    reference: id,
    label: title,
    words: owner,
    icon: Target,
    run: () => router.go(objectivesRoute(id)),
  }));
  const actions: Command[] = [
    action("undo", t("action.undo"), Undo, () => void history.undo(), shortcut("Mod", "Z")),
    action("redo", t("action.redo"), Redo, () => void history.redo(), shortcut("Mod", "Shift", "Z")),
    action("export", t("soa.export"), Download, exportFromAnywhere, shortcut("Mod", "E")),
    action("gap-report", t("readiness.report"), Download, gapReportFromAnywhere),
    action("log", t("action.log"), Download, logFromAnywhere),
    action("board", t("actions.board"), Columns, () => router.go({ page: "actions", layout: "board" })),
    action(
      "calendar",
      t("calendar.export"),
      CalendarDays,
      tried(() => exportCalendar(workspace.current?.organisation.name ?? "")),
    ),
    action("audit-programme", t("action.audit-programme"), ClipboardCheck, () =>
      router.go(auditsRoute(null, "programme")),
    ),
    action("reminders", t("reminders.title"), Bell, () => openSettings("dates")),
    ...(workspace.canWrite
      ? [
          action("add-control", t("action.add-control"), CirclePlus, () =>
            router.go({ page: "controls", open: null, adding: true }),
          ),
          action("add-system", t("systems.add"), CirclePlus, () =>
            router.go({ page: "systems", open: null, adding: true }),
          ),
          action("add-finding", t("action.add-finding"), Flag, () => router.go(findingsRoute(null, true))),
          action("add-case", t("action.add-case"), Megaphone, () => router.go(casesRoute(null, true))),
          action("add-audit", t("action.add-audit"), ClipboardCheck, () =>
            router.go(auditsRoute(null, "add")),
          ),
          action("add-review", t("action.add-review"), Presentation, () =>
            router.go(reviewsRoute(null, true)),
          ),
          action("add-objective", t("action.add-objective"), Target, () =>
            router.go(objectivesRoute(null, "objective")),
          ),
          action("add-evidence", t("action.add-evidence"), Upload, tried(addEvidence)),
        ]
      : []),
    action(
      "close",
      t("workspace.close"),
      LogOut,
      tried(() => workspace.close()),
    ),
  ];
  return [
    ...rooms,
    dates,
    ...sections,
    ...eachClause,
    ...eachControl,
    ...eachSystem,
    ...eachFinding,
    ...eachCase,
    ...eachAudit,
    ...eachReview,
    ...eachObjective,
    ...guideCommands(workspace.canWrite),
    ...frameworkCommands(),
    ...actions,
  ];
}
