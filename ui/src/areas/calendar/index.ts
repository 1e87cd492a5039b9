/** The dates of the workspace: reminders on this computer, and a file for calendar programs. */
export { default as CalendarSettings } from "./CalendarSettings.svelte";
export { exportCalendar } from "./export";
export { reminders } from "./reminders.svelte";
export { default as ReminderRound } from "./ReminderRound.svelte";
