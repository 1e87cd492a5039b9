/** Findings and what is done about them: nonconformities, corrective actions, improvements (10.1, 10.2). */
import type ActionsPage from "./actions/ActionsPage.svelte";
import type FindingsPage from "./FindingsPage.svelte";
import type ActionTable from "./page/ActionTable.svelte";

export { default as AddFinding } from "./AddFinding.svelte";
export { default as FindingsOf } from "./FindingsOf.svelte";
export { default as FinishedBy } from "./FinishedBy.svelte";
export { default as FindingsWatch } from "./FindingsWatch.svelte";
export { default as FormFailure } from "./FormFailure.svelte";
export { default as Proof } from "./Proof.svelte";
export { default as RaisedBy } from "./RaisedBy.svelte";
export { default as Requirements } from "./Requirements.svelte";
export { Attempt, findings, forgetFindings } from "./findings.svelte";
export { exportLog } from "./log.svelte";
export { Sheet, unfinishedFindings } from "./sheets.svelte";
export { gradeMark, requirementWords, stageMark } from "./words";
export type { FindingStart } from "./start";

/** Loads the room of the findings, when somebody goes there. */
export const loadFindingsPage = (): Promise<{ default: typeof FindingsPage }> =>
  import("./FindingsPage.svelte");

/** Loads the room of the actions, when somebody goes there. */
export const loadActionsPage = (): Promise<{ default: typeof ActionsPage }> =>
  import("./actions/ActionsPage.svelte");

/** Loads the table of actions that come from one thing, with the form that plans another. */
export const loadActionTable = (): Promise<{ default: typeof ActionTable }> =>
  import("./page/ActionTable.svelte");
