/** The Statement of Applicability: what stands in its way, its pages, its export (clause 6.1.3). */
import type SoaPage from "./SoaPage.svelte";

export { exportSoa, soa } from "./soa.svelte";

/** Loads the room of the statement, when somebody goes there. */
export const loadSoaPage = (): Promise<{ default: typeof SoaPage }> => import("./SoaPage.svelte");
