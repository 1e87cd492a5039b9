/** What other frameworks ask, and what of it the management system answers: the EU AI Act, NIST AI RMF, ISO/IEC 27001. */
export { default as FrameworksPage } from "./FrameworksPage.svelte";
export { frameworkCommands } from "./commands";
export { frameworks } from "./frameworks.svelte";
