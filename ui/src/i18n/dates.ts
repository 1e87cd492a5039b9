import { language, t } from "./index";

const long = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
const dayAndMonth = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });

/** Returns the local date of a moment as ISO 8601 writes it. */
export function isoDate(moment: Date): string {
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${String(moment.getFullYear()).padStart(4, "0")}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** Returns an ISO date as a date in the local time zone, or null where there is no such day. */
export function fromIso(iso: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return null;
  return day(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Returns that day, or null where the month has no such day. */
export function day(year: number, month: number, date: number): Date | null {
  const moment = new Date(2000, 0, 1);
  moment.setFullYear(year, month - 1, date);
  const same = moment.getFullYear() === year && moment.getMonth() === month - 1 && moment.getDate() === date;
  return same ? moment : null;
}

/** Returns the same day some months later, or that month's last day where it has no such day. */
export function monthsLater(from: Date, months: number): Date {
  const last = new Date(from.getFullYear(), from.getMonth() + months + 1, 0);
  return new Date(last.getFullYear(), last.getMonth(), Math.min(from.getDate(), last.getDate()));
}

/** Returns an ISO date in words, "30 November 2026"; what is no date comes back as it is. */
export function longDate(iso: string): string {
  const moment = fromIso(iso);
  return moment === null ? iso : long.format(moment);
}

/** Returns an ISO date for a narrow column, "30 Nov 2026". */
export function shortDate(iso: string): string {
  const moment = fromIso(iso);
  return moment === null ? iso : short.format(moment);
}

/** Returns when something happened, seen from now: "Today, 09:41", "2 October", "2 October 2025". */
export function when(timestamp: string, now: Date = new Date()): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  if (isoDate(moment) === isoDate(now)) return t("date.today", { time: clock.format(moment) });
  return moment.getFullYear() === now.getFullYear() ? dayAndMonth.format(moment) : long.format(moment);
}

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat(language, { month: "long" }).format(new Date(2000, month, 1)).toLowerCase(),
);

/**
 * Reads a date as people write it: 2026-11-30, 30/11/2026, 30.11.26, 30 November, 30 nov 2026.
 *
 * A date without its year is the next one from today. Returns null for what is no date.
 */
export function readDate(text: string, now: Date = new Date()): string | null {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s./,-]+/)
    .filter((word) => word !== "");
  const iso = /^\d{4}$/.test(words[0] ?? "");
  const [first, second, third] = iso ? [words[2], words[1], words[0]] : words;
  if (first === undefined || second === undefined || words.length > 3) return null;

  const date = Number(/^(\d{1,2})(st|nd|rd|th)?$/.exec(first)?.[1]);
  const month = /^\d{1,2}$/.test(second) ? Number(second) : monthOf(second);
  if (!Number.isInteger(date) || month === 0) return null;
  if (third === undefined) return withoutYear(month, date, now);

  if (!/^(\d{2}|\d{4})$/.test(third)) return null;
  const year = third.length === 2 ? 2000 + Number(third) : Number(third);
  const moment = day(year, month, date);
  return moment === null ? null : isoDate(moment);
}

function monthOf(word: string): number {
  return word.length < 3 ? 0 : monthNames.findIndex((name) => name.startsWith(word)) + 1;
}

function withoutYear(month: number, date: number, now: Date): string | null {
  const thisYear = day(now.getFullYear(), month, date);
  const moment =
    thisYear !== null && isoDate(thisYear) < isoDate(now)
      ? day(now.getFullYear() + 1, month, date)
      : thisYear;
  return moment === null ? null : isoDate(moment);
}
