/** Internal audits: what is due, the audits, and their checklists (clause 9.2). */
import type AuditsPage from "./AuditsPage.svelte";

export { audits, forgetAudits } from "./audits.svelte";

/** Loads the room, when somebody goes there. */
export const loadAuditsPage = (): Promise<{ default: typeof AuditsPage }> => import("./AuditsPage.svelte");
