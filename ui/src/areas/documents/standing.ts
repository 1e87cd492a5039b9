import type { Mark } from "$design";
import type { DocumentRow, DocumentState, ReviewDue } from "$host";
import { t } from "$i18n";

const marks: Record<DocumentState, Mark> = {
  draft: "planned",
  "in-review": "progress",
  approved: "done",
  withdrawn: "excluded",
};

/** Returns how a document stands, as a shape and a word. */
export function standing(state: DocumentState): { mark: Mark; word: string } {
  return { mark: marks[state], word: t(`documents.state.${state}`) };
}

/** Returns what is to be said of a review that is due; nothing where none is. */
export function due(review: ReviewDue): { mark: Mark; word: string } | null {
  switch (review) {
    case "overdue":
      return { mark: "danger", word: t("documents.review.overdue") };
    case "soon":
      return { mark: "warning", word: t("documents.review.soon") };
    case "later":
    case "unset":
      return null;
  }
}

/** Returns the documents in the order in which they want attention: what is under way, what is approved, the rest. */
export function inOrder(rows: readonly DocumentRow[]): DocumentRow[] {
  const rank: Record<DocumentState, number> = { "in-review": 0, draft: 1, approved: 2, withdrawn: 3 };
  return [...rows].sort((a, b) => rank[a.document.state] - rank[b.document.state]);
}
