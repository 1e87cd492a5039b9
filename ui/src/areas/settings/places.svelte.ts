import { router } from "$app/router.svelte";

/** The parts of the settings that other rooms lead to. */
export type SettingsPart = "check" | "backup" | "folders" | "dates";

class Place {
  /** The part that the page leads to as soon as it is there. */
  wanted = $state<SettingsPart | null>(null);
}

export const place = new Place();

/** Goes to a part of the settings. */
export function openSettings(part: SettingsPart): void {
  place.wanted = part;
  router.go({ page: "settings" });
}
