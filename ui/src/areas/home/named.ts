import { list, t } from "$i18n";

/** How many controls are named before the rest is counted. */
const FEW = 4;

/** Returns numbers of controls as a sentence names them. */
export function named(ids: readonly string[]): string {
  if (ids.length <= FEW) return list(ids);
  return list([...ids.slice(0, FEW - 1), t("home.more", { n: ids.length - FEW + 1 })]);
}
