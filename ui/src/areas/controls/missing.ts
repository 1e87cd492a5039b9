import { list, t } from "$i18n";
import type { Missing } from "./decision";

/** Returns what a decision still lacks, as a sentence writes it: "a reason and a justification". */
export function missingWords(lacks: readonly Missing[]): string {
  return list(lacks.map((each) => t(`control.missing.${each}`)));
}
