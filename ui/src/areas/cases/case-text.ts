import { dateFrom } from "$app/typed-date";
import type { Arguments, CaseDetails, CaseHarm, CaseKind } from "$host";
import { isoDate, longDate } from "$i18n/dates";

/** What stands in the fields of a case, as it is typed. */
export interface CaseText {
  title: string;
  kind: CaseKind;
  what: string;
  harms: readonly CaseHarm[];
  occurred: string;
  known: string;
  reporter: string;
  confidential: boolean;
  systems: readonly string[];
  owner: string;
}

/** Returns what the fields begin with: a case, or nothing known but that it is known today. */
export function caseText(of: CaseDetails | null): CaseText {
  const day = (text: string | null): string => (text === null ? "" : longDate(text));
  return {
    title: of?.title ?? "",
    kind: of?.kind ?? "concern",
    what: of?.what ?? "",
    harms: of?.harms ?? [],
    occurred: day(of?.occurred_on ?? null),
    known: day(of?.known_since ?? isoDate(new Date())),
    reporter: of?.reported_by ?? "",
    confidential: of?.confidential ?? false,
    systems: of?.systems ?? [],
    owner: of?.owner ?? "",
  };
}

/** Returns what the core is told; throws where a day can't be read. */
export function caseOf(text: CaseText): Omit<Arguments<"case.set">, "id"> & Arguments<"case.add"> {
  const known = dateFrom(text.known, "known_since");
  const occurred = dateFrom(text.occurred, "occurred_on");
  return {
    title: text.title,
    kind: text.kind,
    what: text.what,
    harms: [...text.harms],
    reported_by: text.reporter,
    confidential: text.confidential,
    systems: [...text.systems],
    owner: text.owner,
    ...(known === null ? {} : { known_since: known }),
    ...(occurred === null ? {} : { occurred_on: occurred }),
  };
}
