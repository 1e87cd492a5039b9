/** The dates of the workspace: all of them in a list, reminders on this computer, and a file for calendar programs. */
import type DatesPage from "./DatesPage.svelte";

export { default as CalendarSettings } from "./CalendarSettings.svelte";
export { exportCalendar } from "./export";
export { reminders } from "./reminders.svelte";
export { default as ReminderRound } from "./ReminderRound.svelte";

/** Loads the page, when somebody goes there. */
export const loadDatesPage = (): Promise<{ default: typeof DatesPage }> => import("./DatesPage.svelte");
