/** What other frameworks ask, and what of it the management system answers: the EU AI Act, NIST AI RMF, ISO/IEC 27001. */
import type FrameworksPage from "./FrameworksPage.svelte";

export { frameworkCommands } from "./commands";
export { frameworks } from "./frameworks.svelte";

/** Loads the room, when somebody goes there. */
export const loadFrameworksPage = (): Promise<{ default: typeof FrameworksPage }> =>
  import("./FrameworksPage.svelte");
