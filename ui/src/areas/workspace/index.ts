/** A workspace: the folder that holds one organisation's work. Starting, opening and leaving one. */
import type StartPage from "./start/StartPage.svelte";

export { workspace } from "./workspace.svelte";
export { default as ReadOnlyNote } from "./ReadOnlyNote.svelte";
export { default as WelcomePage } from "./WelcomePage.svelte";
export { default as WorkspaceMenu } from "./WorkspaceMenu.svelte";
export { folderName, inside, parentOf } from "./folders";

/** Loads the questions of the start, when somebody comes to them. */
export const loadStartPage = (): Promise<{ default: typeof StartPage }> => import("./start/StartPage.svelte");
