/** Objectives, what measures them, and the readings (clauses 6.2, 9.1). */
import type ObjectivesPage from "./ObjectivesPage.svelte";

export { forgetObjectives, objectives } from "./objectives.svelte";

/** Loads the room, when somebody goes there. */
export const loadObjectivesPage = (): Promise<{ default: typeof ObjectivesPage }> =>
  import("./ObjectivesPage.svelte");
