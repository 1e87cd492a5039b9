import type { CalendarDate, DueDates, Reminder } from "$host";
import { list, t } from "$i18n";
import { isoDate, longDate } from "$i18n/dates";

/** Returns what a date is about: "A.2.2 AI policy". */
export function subjectWords(date: CalendarDate): string {
  switch (date.about) {
    case "target":
    case "context":
      return t(`dates.subject.${date.about}`);
    case "clause":
    case "control":
    case "document":
    case "case":
    case "audit":
    case "review":
    case "objective":
    case "measure":
    case "evidence":
    case "finding":
    case "effect-check":
    case "action":
      return t("dates.subject", { id: date.id, title: date.title });
    case "step":
      return date.title;
  }
}

/** Returns what happens on a day, "to be implemented" or "holds until then". */
export function eventWords(date: CalendarDate): string {
  return t(`dates.${date.about}`);
}

/** Returns a day as people say it: "today", "tomorrow", "30 November 2026". */
export function dayWords(day: string, now: Date = new Date()): string {
  if (day === isoDate(now)) return t("dates.today");
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return day === isoDate(next) ? t("dates.tomorrow") : longDate(day);
}

/** Returns one notification for all that is to be told, or null where nothing is. */
export function notification(
  { coming, passed }: Reminder,
  now: Date = new Date(),
): { title: string; body: string } | null {
  const heads = [
    ...(coming.total > 0 ? [t("reminder.coming", { n: coming.total })] : []),
    ...(passed.total > 0 ? [t("reminder.passed", { n: passed.total })] : []),
  ];
  if (heads.length === 0) return null;
  const lines = ({ first }: DueDates): string[] =>
    first.map((date) => t("reminder.line", { what: subjectWords(date), day: dayWords(date.day, now) }));
  const named = [...lines(coming), ...lines(passed)].slice(0, 4);
  const left = coming.total + passed.total - named.length;
  const body = left > 0 ? [...named, t("reminder.more", { n: left })] : named;
  return { title: t("reminder.title", { what: list(heads) }), body: body.join("\n") };
}
