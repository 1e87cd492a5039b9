import type { Mark } from "$design";
import type { Answer, HighImpact, LegalClass, ScreeningQuestion, Stage } from "$host";
import { list, t } from "$i18n";

export const questions: readonly ScreeningQuestion[] = [
  "decisions",
  "vulnerable",
  "sensitive-data",
  "public-facing",
  "automatic",
  "irreversible",
  "safety",
  "many-people",
  "misuse",
];

export const answers: readonly Answer[] = ["yes", "no", "unknown"];

export const classes: readonly LegalClass[] = ["unknown", "minimal", "transparency", "high", "prohibited"];

export const stages: readonly Stage[] = ["idea", "building", "in-use", "retired"];

/** Returns how it is shown whether the impact is high. */
export function impactMark(impact: HighImpact): { mark: Mark; word: string } {
  switch (impact.high) {
    case "yes":
      return { mark: "warning", word: t("impact.yes") };
    case "no":
      return { mark: "done", word: t("impact.no") };
    case "unknown":
      return { mark: "undecided", word: t("impact.unknown") };
  }
}

/** Returns in a sentence what says so. */
export function impactReason({ high, outcome }: HighImpact): string {
  const said = (which: readonly ScreeningQuestion[]): string =>
    list(which.map((question) => t(`screening.${question}.short`)));
  switch (outcome.by) {
    case "judgement":
      return t("impact.by-judgement", { reason: outcome.reason });
    case "open":
      if (outcome.missing.length === 0) return t("impact.open-law");
      return outcome.legal
        ? t("impact.open-both", { n: outcome.missing.length })
        : t("impact.open", { n: outcome.missing.length });
    case "screening":
      if (high === "no") {
        return outcome.because.length === 0
          ? t("impact.by-nothing")
          : t("impact.by-one", { which: said(outcome.because) });
      }
      if (outcome.because.length === 0) return t("impact.by-law");
      return outcome.legal
        ? t("impact.by-both", { which: said(outcome.because) })
        : t("impact.by-screening", { which: said(outcome.because) });
  }
}
