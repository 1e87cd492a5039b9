import { dateFrom } from "$app/typed-date";
import type { Arguments, ReviewAttendee, ReviewDetails } from "$host";
import { Failed } from "$host";
import { t } from "$i18n";
import { isoDate, longDate } from "$i18n/dates";

/** What stands in the fields of a review, as it is typed. */
export interface ReviewText {
  title: string;
  planned: string;
  since: string;
  chair: string;
  /** One to a line: a name, and after a colon what for. */
  present: string;
}

/** Returns what the fields begin with. */
export function reviewText(of: ReviewDetails | null): ReviewText {
  const since = of?.since ?? null;
  const year = isoDate(new Date()).slice(0, 4);
  return {
    title: of?.title ?? t("reviews.title.start", { year }),
    planned: of === null ? "" : longDate(of.planned_on),
    since: since === null ? "" : longDate(since),
    chair: of?.chair ?? "",
    present: (of?.present ?? []).map(attendeeWords).join("\n"),
  };
}

/** Returns what the core is told; throws where a day can't be read, or is not there. */
export function reviewOf(text: ReviewText): Required<
  Pick<Arguments<"review.add">, "title" | "planned_on">
> & {
  since: string | null;
  chair: string;
  present: ReviewAttendee[];
} {
  const planned = dateFrom(text.planned, "planned_on");
  if (planned === null)
    throw new Failed({ code: "no-date", message: t("reviews.no-day"), hint: null, field: "planned_on" });
  return {
    title: text.title,
    planned_on: planned,
    since: dateFrom(text.since, "since"),
    chair: text.chair,
    present: attendees(text.present),
  };
}

/** Returns those who were there, one to a line. */
export function attendees(text: string): ReviewAttendee[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const at = line.indexOf(": ");
      return at === -1
        ? { name: line, role: "" }
        : { name: line.slice(0, at).trim(), role: line.slice(at + 2).trim() };
    });
}

function attendeeWords({ name, role }: ReviewAttendee): string {
  return role === "" ? name : `${name}: ${role}`;
}
