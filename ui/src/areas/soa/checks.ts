import type { SoaFinding } from "$host";
import { t, type Key } from "$i18n";

/** What is looked at before approval, in the order of the page. */
export const checkCodes = [
  "scope-missing",
  "role-missing",
  "document-owner-missing",
  "undecided",
  "exclusion-reason-thin",
  "met-by-excluded",
  "owner-missing",
  "how-missing",
  "target-missing",
  "target-passed",
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** Returns the check of that code, or undefined for one that this window does not know. */
export function known(code: string): CheckCode | undefined {
  return checkCodes.find((each) => each === code);
}

/** Returns what is wrong, in words: "Three controls have no owner". */
export function findingTitle(finding: SoaFinding): string {
  const code = known(finding.check);
  return code === undefined ? finding.check : t(`check.${code}`, { n: finding.controls.length });
}

const advice: Partial<Record<CheckCode, Key>> = {
  "scope-missing": "check.scope-missing.advice",
  "role-missing": "check.role-missing.advice",
  "document-owner-missing": "check.document-owner-missing.advice",
  "exclusion-reason-thin": "check.exclusion-reason-thin.advice",
  "met-by-excluded": "check.met-by-excluded.advice",
  "how-missing": "check.how-missing.advice",
  "target-passed": "check.target-passed.advice",
};

/** Returns what to do about it, where the title does not say it already. */
export function findingAdvice(finding: SoaFinding): string | null {
  const code = known(finding.check);
  const key = code === undefined ? undefined : advice[code];
  return key === undefined ? null : t(key);
}

/** Returns what a passed check found, in words. */
export function passedWords(code: string): string {
  const check = known(code);
  return check === undefined ? code : t(`check.${check}.passed`);
}
