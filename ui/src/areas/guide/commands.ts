import CalendarDays from "@lucide/svelte/icons/calendar-days";
import ListPlus from "@lucide/svelte/icons/list-plus";
import Signpost from "@lucide/svelte/icons/signpost";
import type { Command } from "$app/commands.svelte";
import { guideRoute, router } from "$app/router.svelte";
import { t } from "$i18n";
import { guide } from "./guide.svelte";

/** Returns the steps of the road, and what can be done with it, for the command palette. */
export function guideCommands(canWrite: boolean): Command[] {
  const steps: Command[] = guide.all.map((step) => ({
    id: `step-${step.id}`,
    group: "step",
    label: step.title,
    words: `${t("guide.title")} ${step.id}`,
    icon: Signpost,
    run: () => router.go(guideRoute(step.id)),
  }));
  if (!canWrite) return steps;
  return [
    ...steps,
    {
      id: "guide-plan",
      group: "action",
      label: t("guide.plan"),
      icon: CalendarDays,
      run: () => router.go({ page: "guide", open: null, doing: "plan" }),
    },
    {
      id: "guide-add",
      group: "action",
      label: t("guide.add"),
      icon: ListPlus,
      run: () => router.go({ page: "guide", open: null, doing: "add" }),
    },
  ];
}
