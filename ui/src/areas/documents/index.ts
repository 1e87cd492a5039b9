/** Documented information: drafts to begin with, and the controlled documents that they become (7.5). */
export { default as DraftsToStartFrom } from "./DraftsToStartFrom.svelte";
export { default as DocumentsPage } from "./DocumentsPage.svelte";
export { forgetDocuments, titleOfDocument, unfinishedDocuments } from "./room";
