/** Documented information: drafts to begin with, and the controlled documents that they become (7.5). */
import type DocumentsPage from "./DocumentsPage.svelte";

export { default as DraftsToStartFrom } from "./DraftsToStartFrom.svelte";
export { forgetDocuments, titleOfDocument, unfinishedDocuments } from "./room";

/** Loads the room of the documents, when somebody goes there. */
export const loadDocumentsPage = (): Promise<{ default: typeof DocumentsPage }> =>
  import("./DocumentsPage.svelte");
