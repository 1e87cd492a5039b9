/** Concerns, complaints and incidents: who was told, and whose time runs (A.3.3, A.8.3, A.8.4). */
import type CasesPage from "./CasesPage.svelte";

export { cases, forgetCases } from "./cases.svelte";

/** Loads the room, when somebody goes there. */
export const loadCasesPage = (): Promise<{ default: typeof CasesPage }> => import("./CasesPage.svelte");
