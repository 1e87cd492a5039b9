/** Findings and what is done about them: nonconformities, corrective actions, improvements (10.1, 10.2). */
import type ActionsPage from "./actions/ActionsPage.svelte";
import type FindingsPage from "./FindingsPage.svelte";

export { default as FindingsOf } from "./FindingsOf.svelte";
export { default as FindingsWatch } from "./FindingsWatch.svelte";
export { findings, forgetFindings } from "./findings.svelte";
export { unfinishedFindings } from "./sheets.svelte";

/** Loads the room of the findings, when somebody goes there. */
export const loadFindingsPage = (): Promise<{ default: typeof FindingsPage }> =>
  import("./FindingsPage.svelte");

/** Loads the room of the actions, when somebody goes there. */
export const loadActionsPage = (): Promise<{ default: typeof ActionsPage }> =>
  import("./actions/ActionsPage.svelte");
