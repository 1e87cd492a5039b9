/** Backups: one file that needs no Annexe to be trusted. Written, checked, restored, and what brings files back. */
import type RestorePage from "./RestorePage.svelte";

export { backups } from "./backups.svelte";
export { default as BackupRound } from "./BackupRound.svelte";
export { default as BackupSettings } from "./BackupSettings.svelte";
export { default as HealFiles } from "./HealFiles.svelte";
export { default as SweepFiles } from "./SweepFiles.svelte";

/** Loads the room, when somebody goes there. */
export const loadRestorePage = (): Promise<{ default: typeof RestorePage }> => import("./RestorePage.svelte");
