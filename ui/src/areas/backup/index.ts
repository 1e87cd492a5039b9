/** Backups: one file that needs no Annexe to be trusted. Written, checked, restored, and what brings files back. */
export { backups } from "./backups.svelte";
export { default as BackupRound } from "./BackupRound.svelte";
export { default as BackupSettings } from "./BackupSettings.svelte";
export { default as HealFiles } from "./HealFiles.svelte";
export { default as RestorePage } from "./RestorePage.svelte";
export { default as SweepFiles } from "./SweepFiles.svelte";
