import { documents } from "./documents.svelte";
import { drafts } from "./drafts.svelte";

/** Forgets the documents of the workspace that is left. */
export function forgetDocuments(): void {
  documents.forget();
}

/** Returns the title of a document or draft, where it is known. */
export function titleOfDocument(open: string): string | undefined {
  return documents.get(open)?.document.title ?? documents.draft(open)?.title;
}

/** Returns the numbers of the documents about which something written is not recorded yet. */
export function unfinishedDocuments(): string[] {
  return [...drafts.unfinished];
}
