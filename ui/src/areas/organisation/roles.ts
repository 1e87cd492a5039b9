import type { ActRole, Role } from "$host";
import { list, t } from "$i18n";

export const roles: readonly Role[] = ["user", "provider", "producer", "customer", "partner"];

export const actRoles: readonly ActRole[] = ["deployer", "provider", "importer", "distributor"];

/** Returns the roles as a sentence writes them, "AI provider and AI user". */
export function roleWords(held: readonly Role[]): string {
  return list(roles.filter((role) => held.includes(role)).map((role) => t(`role.${role}`)));
}

/** Returns the roles of the EU AI Act as a sentence writes them, "provider and deployer". */
export function actRoleWords(held: readonly ActRole[]): string {
  return list(actRoles.filter((role) => held.includes(role)).map((role) => t(`act-role.${role}`)));
}
