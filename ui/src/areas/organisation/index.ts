/** The organisation: its name, its roles towards AI, and the scope of its AI management system (clauses 4.1, 4.3). */
export { default as OrganisationPage } from "./OrganisationPage.svelte";
export { default as RoleChoice } from "./RoleChoice.svelte";
export { organisation } from "./organisation.svelte";
export { roleWords } from "./roles";
