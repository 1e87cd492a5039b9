import type { CalendarDate, Reminder } from "$host";
import { fail, type HandlersOf } from "./handlers";

/** The dates of a workspace, and what is to be reminded of. */
export class FakeCalendar {
  dates: CalendarDate[] = [];
  /** What is to be told of next; once. */
  due: Reminder | null = null;

  readonly handlers: HandlersOf<"calendar" | "reminder"> = {
    "calendar.list": ({ from, to, limit }) => {
      const dates = this.dates.filter(
        ({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to),
      );
      return { dates: dates.slice(0, limit ?? 200), more: dates.length > (limit ?? 200) };
    },
    "calendar.export": ({ file }) => {
      if (file.startsWith("/readonly"))
        throw fail("file-not-writable", `${file} cannot be written`, "Choose another folder.", "file");
      return { file, dates: this.dates.length };
    },
    "reminder.due": () => {
      const due = this.due;
      this.due = null;
      return due ?? { coming: { total: 0, first: [] }, passed: { total: 0, first: [] } };
    },
  };
}
