import type { Role } from "$host";
import { list, t } from "$i18n";

export const roles: readonly Role[] = ["user", "provider", "producer"];

/** Returns the roles as a sentence writes them, "AI provider and AI user". */
export function roleWords(held: readonly Role[]): string {
  return list(roles.filter((role) => held.includes(role)).map((role) => t(`role.${role}`)));
}
