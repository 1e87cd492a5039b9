import { RecordDrafts } from "$app/record-drafts";
import { systems } from "./systems.svelte";

export type TextField = "name" | "purpose" | "owner" | "supplier" | "affected" | "notes";

const fields: readonly TextField[] = ["name", "purpose", "owner", "supplier", "affected", "notes"];

/** What is being written about AI systems, field by field. */
export const drafts = new RecordDrafts({
  recorded: (id, field) => {
    const known = fields.find((each) => each === field);
    return known === undefined ? "" : (systems.get(id)?.[known] ?? "");
  },
  send: (id, field, text) => systems.set(id, { [field]: text }),
});
