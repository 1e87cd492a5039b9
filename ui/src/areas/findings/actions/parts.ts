/** What of an action is being changed. */
export type ActionPart = "done" | "due" | "owner" | "text";
