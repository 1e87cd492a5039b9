import { t } from "$i18n";
import { catalogue } from "./catalogue.svelte";

/** Returns where a control stands, "AI system life cycle"; nothing for a group that is not known. */
export function describe(group: string): string {
  const found = catalogue.group(group);
  if (found === undefined) return "";
  const parent = found.parent === null ? undefined : catalogue.group(found.parent);
  return parent === undefined || parent.title === found.title
    ? found.title
    : t("catalogue.part", { group: parent.title, part: found.title });
}
