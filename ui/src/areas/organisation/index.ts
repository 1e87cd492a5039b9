/** The organisation: profile, roles, context, interested parties, scope and people (clauses 4.1 to 4.4, 5.1 to 5.3, 7.2). */
import { forgetRegisters } from "./registers.svelte";
import { scope } from "./scope.svelte";
import type OrganisationPage from "./OrganisationPage.svelte";

export { default as ActRoleChoice } from "./ActRoleChoice.svelte";
export { default as RoleChoice } from "./RoleChoice.svelte";
export { organisation } from "./organisation.svelte";
export { actRoles, actRoleWords, roles, roleWords } from "./roles";

/** Forgets what the workspace that is left held. */
export function forgetOrganisation(): void {
  forgetRegisters();
  scope.shown.forget();
}

/** Loads the room, when somebody goes there. */
export const loadOrganisationPage = (): Promise<{ default: typeof OrganisationPage }> =>
  import("./OrganisationPage.svelte");
