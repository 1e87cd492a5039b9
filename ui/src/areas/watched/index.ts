/** Watched folders: what in them is new, changed or gone. */
export { default as InboxPage } from "./InboxPage.svelte";
