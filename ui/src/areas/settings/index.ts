/** The theme, backups, watched folders, the state of the workspace's files, and what Annexe is. */
export { default as AboutDialog } from "./AboutDialog.svelte";
export { integrity } from "./integrity.svelte";
export { default as IntegrityNote } from "./IntegrityNote.svelte";
export { openSettings, type SettingsPart } from "./places.svelte";
export { default as SampleCheck } from "./SampleCheck.svelte";
export { default as SettingsPage } from "./SettingsPage.svelte";
