/** Watched folders: what in them is new, changed or gone. */
import type InboxPage from "./InboxPage.svelte";

export { inbox } from "./inbox.svelte";
export { default as Looking } from "./Looking.svelte";
export { default as WatchedFolders } from "./WatchedFolders.svelte";

/** Loads the inbox, when somebody goes there. */
export const loadInboxPage = (): Promise<{ default: typeof InboxPage }> => import("./InboxPage.svelte");
