import Scale from "@lucide/svelte/icons/scale";
import type { Command } from "$app/commands.svelte";
import { placeRoute, router } from "$app/router.svelte";
import { catalogue } from "$areas/catalogue";
import type { Catalogue, Framework } from "$host";
import { t } from "$i18n";

/** Returns the places of other frameworks, for the command palette. */
export function frameworkCommands(): Command[] {
  const whole = catalogue.whole.value;
  if (whole === null) return [];
  return whole.places.map(({ framework, reference, title }) => ({
    id: `place-${reference}`,
    group: "place",
    reference,
    label: t("frameworks.command", { title, name: nameOf(framework, whole) }),
    icon: Scale,
    run: () => router.go(placeRoute(reference)),
  }));
}

function nameOf(framework: Framework, { frameworks }: Catalogue): string {
  switch (framework) {
    case "eu-ai-act":
      return frameworks.eu_ai_act;
    case "nist-ai-rmf":
      return frameworks.nist_ai_rmf;
    case "iso-27001":
      return frameworks.iso_27001;
  }
}
