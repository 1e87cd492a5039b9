/** The road to the audit: what to do, why, what counts as done, by whom and by when (clauses 4 to 10). */
export { forgetGuide, titleOfStep } from "./room";
export { guideCommands } from "./commands";
export { default as GuidePage } from "./GuidePage.svelte";
export { default as NextSteps } from "./NextSteps.svelte";
