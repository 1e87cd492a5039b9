/** The road to the audit: what to do, why, what counts as done, by whom and by when (clauses 4 to 10). */
import type GuidePage from "./GuidePage.svelte";

export { forgetGuide, titleOfStep } from "./room";
export { guideCommands } from "./commands";
export { default as NextSteps } from "./NextSteps.svelte";

/** Loads the road, when somebody goes there. */
export const loadGuidePage = (): Promise<{ default: typeof GuidePage }> => import("./GuidePage.svelte");
