/** The theme, the state of the workspace's files, and what Annexe is. */
export { default as AboutDialog } from "./AboutDialog.svelte";
export { default as SettingsPage } from "./SettingsPage.svelte";
