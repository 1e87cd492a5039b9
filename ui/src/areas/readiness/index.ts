/** How ready the company is for the audit (clauses 9.1, 9.2): the figures, what they are made of, what keeps them back. */
export { exportGapReport } from "./report.svelte";
export { forgetReadiness } from "./readiness.svelte";
export { default as ReadinessByTheme } from "./ReadinessByTheme.svelte";
export { default as ReadinessPage } from "./ReadinessPage.svelte";
