import { controlRoute, evidenceRoute, router } from "$app/router.svelte";
import { exportSoa } from "$areas/soa";
import { openSettings } from "$areas/settings";
import { workspace } from "$areas/workspace";
import { catalogue } from "$areas/catalogue";
import type { NextStep } from "$host";
import { list, t } from "$i18n";

/** A step as the page shows it. */
export interface ShownStep {
  title: string;
  why: string;
  button: string;
  run: () => void;
  /** Whether it changes the workspace, so that it can't be done where that can only be read. */
  writes: boolean;
}

/** How many controls are named before the rest is counted. */
const FEW = 4;

/** Returns numbers of controls as a sentence names them. */
export function named(ids: readonly string[]): string {
  if (ids.length <= FEW) return list(ids);
  return list([...ids.slice(0, FEW - 1), t("home.more", { n: ids.length - FEW + 1 })]);
}

/** Returns a step in words, with what its button does. */
export function shownStep(step: NextStep): ShownStep {
  const to = (route: Parameters<typeof router.go>[0]) => () => router.go(route);
  switch (step.step) {
    case "choose-roles":
      return {
        title: t("home.step.roles"),
        why: t("home.step.roles.why"),
        button: t("home.step.roles.do"),
        run: to({ page: "organisation", section: "roles" }),
        writes: true,
      };
    case "begin-controls":
      return {
        title: t("home.step.begin"),
        why: t("home.step.begin.why"),
        button: t("controls.begin.action", { id: step.control }),
        run: to(controlRoute(step.control)),
        writes: true,
      };
    case "decide-controls":
      return {
        title: t("home.step.decide", { n: step.left }),
        why: t("home.step.decide.why", { id: step.next, title: catalogue.control(step.next)?.title ?? "" }),
        button: t("home.step.decide.do", { id: step.next }),
        run: to(controlRoute(step.next)),
        writes: true,
      };
    case "write-scope":
      return {
        title: t("home.step.scope"),
        why: t("home.step.scope.why"),
        button: t("home.step.scope.do"),
        run: to({ page: "organisation", section: "scope" }),
        writes: true,
      };
    case "add-evidence":
      return {
        title: t("home.step.evidence"),
        why: t("home.step.evidence.why"),
        button: t("home.step.evidence.do"),
        run: to(evidenceRoute(null)),
        writes: true,
      };
    case "empty-inbox":
      return {
        title: t("home.step.inbox", { n: step.files }),
        why: t("home.step.inbox.why"),
        button: t("home.step.inbox.do"),
        run: to({ page: "inbox" }),
        writes: false,
      };
    case "name-owners":
      return {
        title: t("home.step.owners", { n: step.controls.length }),
        why: t("home.step.owners.why", { controls: named(step.controls) }),
        button: t("home.step.owners.do"),
        run: to(controlRoute(step.controls[0] ?? null)),
        writes: true,
      };
    case "prove":
      return {
        title: t("home.step.prove", { n: step.controls.length }),
        why: t("home.step.prove.why", { controls: named(step.controls) }),
        button: t("home.step.prove.do"),
        run: to(controlRoute(step.controls[0] ?? null)),
        writes: true,
      };
    case "schedule-backups":
      return {
        title: t("home.step.backups"),
        why: t("home.step.backups.why"),
        button: t("home.step.backups.do"),
        run: () => openSettings("backup"),
        writes: true,
      };
    case "export-statement":
      return {
        title: t("home.step.export"),
        why: t("home.step.export.why"),
        button: t("soa.export"),
        run: () => {
          router.go({ page: "soa" });
          void exportSoa(workspace.current?.organisation.name ?? "");
        },
        writes: false,
      };
  }
}
