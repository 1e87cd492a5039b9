/** The theme, backups, watched folders, the state of the workspace's files, and what Annexe is. */
import type SettingsPage from "./SettingsPage.svelte";

export { default as AboutDialog } from "./AboutDialog.svelte";
export { integrity } from "./integrity.svelte";
export { default as IntegrityNote } from "./IntegrityNote.svelte";
export { openSettings, type SettingsPart } from "./places.svelte";
export { default as SampleCheck } from "./SampleCheck.svelte";

/** Loads the settings, when somebody goes there. */
export const loadSettingsPage = (): Promise<{ default: typeof SettingsPage }> =>
  import("./SettingsPage.svelte");
