/** A workspace: the folder that holds one organisation's work. Starting, opening and leaving one. */
export { workspace } from "./workspace.svelte";
export { default as ReadOnlyNote } from "./ReadOnlyNote.svelte";
export { default as StartPage } from "./start/StartPage.svelte";
export { default as WelcomePage } from "./WelcomePage.svelte";
export { default as WorkspaceMenu } from "./WorkspaceMenu.svelte";
export { folderName, inside, parentOf } from "./folders";
