import type { SoaCheckName, SoaFinding } from "$host";
import { t, type Key } from "$i18n";

/** Returns what is wrong, in words: "Three controls have no owner". */
export function findingTitle(finding: SoaFinding): string {
  return t(`check.${finding.check}`, { n: finding.controls.length });
}

const advice: Partial<Record<SoaCheckName, Key>> = {
  "scope-missing": "check.scope-missing.advice",
  "role-missing": "check.role-missing.advice",
  "document-owner-missing": "check.document-owner-missing.advice",
  "exclusion-reason-thin": "check.exclusion-reason-thin.advice",
  "met-by-excluded": "check.met-by-excluded.advice",
  "how-missing": "check.how-missing.advice",
  "target-passed": "check.target-passed.advice",
  "evidence-missing": "check.evidence-missing.advice",
  "nonconformity-open": "check.nonconformity-open.advice",
};

/** Returns what to do about it, where the title does not say it already. */
export function findingAdvice(finding: SoaFinding): string | null {
  const key = advice[finding.check];
  return key === undefined ? null : t(key);
}

/** Returns what a passed check found, in words. */
export function passedWords(check: SoaCheckName): string {
  return t(`check.${check}.passed`);
}
