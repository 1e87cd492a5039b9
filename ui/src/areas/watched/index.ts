/** Watched folders: what in them is new, changed or gone. */
export { inbox } from "./inbox.svelte";
export { default as InboxPage } from "./InboxPage.svelte";
export { default as Looking } from "./Looking.svelte";
export { default as WatchedFolders } from "./WatchedFolders.svelte";
