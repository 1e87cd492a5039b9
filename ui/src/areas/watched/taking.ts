import type { EvidenceKind, EvidenceTarget, Particulars, Progress } from "$host";
import { allTargets, linkOf } from "$areas/evidence";
import { t } from "$i18n";
import { size } from "$i18n/sizes";

/** Returns how far taking in is, in words: by files, or by the bytes of one. */
export function takingWords(progress: Progress | null): string {
  const total = progress?.total ?? null;
  if (progress === null || total === null) return "";
  return progress.what === "bytes"
    ? t("progress.far", { done: size(progress.done), total: size(total) })
    : t("progress.far", { done: progress.done, total });
}

/** Returns the clauses and controls that evidence can prove something about, by their numbers, with their titles. */
export function targets(): { value: EvidenceTarget; note: string }[] {
  return allTargets().map(({ link, title }) => ({ value: link.id, note: title }));
}

/** Returns the number that was typed as it is written in the list; null where it names nothing. */
export function targetFrom(typed: string): EvidenceTarget | null {
  return linkOf(typed)?.id ?? null;
}

/** Returns what is said of files that are taken in; what is not said is left out. */
export function particulars(kind: EvidenceKind, links: readonly EvidenceTarget[]): Particulars {
  return { ...(kind === "other" ? {} : { kind }), ...(links.length === 0 ? {} : { links: [...links] }) };
}
