/** How ready the company is for the audit (clauses 9.1, 9.2): the figures, what they are made of, what keeps them back. */
import type ReadinessPage from "./ReadinessPage.svelte";

export { exportGapReport } from "./report.svelte";
export { forgetReadiness } from "./readiness.svelte";
export { default as ReadinessByTheme } from "./ReadinessByTheme.svelte";

/** Loads the room, when somebody goes there. */
export const loadReadinessPage = (): Promise<{ default: typeof ReadinessPage }> =>
  import("./ReadinessPage.svelte");
