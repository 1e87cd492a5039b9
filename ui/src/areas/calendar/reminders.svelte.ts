import { Awaited } from "$app/awaited.svelte";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { call, Failed, notify, type Reminders } from "$host";
import { t } from "$i18n";
import { notification } from "./words";

/** When the quiet begins and ends for who asks for it without saying when. */
const USUAL = { from: "18:00", until: "08:00" };

/** How the person at this computer is reminded of dates. */
class RemindersStore {
  readonly shown = new Awaited<Reminders>(async () => (await call("preferences.show", {})).reminders);
  readonly days = new Draft({
    recorded: () => String(this.shown.value?.days_ahead ?? ""),
    send: (typed) => this.#set({ days_ahead: whole(typed) }),
  });
  readonly from = this.#time("from");
  readonly until = this.#time("until");

  constructor() {
    const drafts = [this.days, this.from, this.until];
    holds({
      settle: async () => {
        await Promise.all(drafts.map((draft) => draft.settle()));
      },
      unsaved: () => drafts.filter((draft) => draft.unsaved).length,
      drop: () => drafts.forEach((draft) => draft.discard()),
    });
  }

  /** Begins or ends reminding. Rejects where the core refuses it. */
  async turn(on: boolean): Promise<void> {
    await this.#set({ on });
    await this.remind();
  }

  /** Begins or ends to keep quiet hours. Rejects where the core refuses it. */
  async keepQuiet(kept: boolean): Promise<void> {
    await this.#set({ quiet: kept ? USUAL : null });
  }

  /** Tells what is due and was not told yet, in one notification. Never rejects: nobody asked for it. */
  async remind(): Promise<void> {
    try {
      const told = notification(await call("reminder.due", {}));
      if (told !== null) await notify(told.title, told.body);
    } catch {
      // The same dates stand on the first page; a reminder that fails is no reason to disturb anybody.
    }
  }

  async #set(change: Partial<Reminders>): Promise<void> {
    const before = this.shown.value ?? (await call("preferences.show", {})).reminders;
    const reminders = { ...before, ...change };
    this.shown.value = (await call("preferences.set", { reminders })).reminders;
  }

  #time(end: "from" | "until"): Draft {
    return new Draft({
      recorded: () => this.shown.value?.quiet?.[end] ?? "",
      send: (typed) => this.#set({ quiet: { ...(this.shown.value?.quiet ?? USUAL), [end]: time(typed) } }),
    });
  }
}

/** Returns the number that was typed. Throws {@link Failed} for what is none. */
function whole(typed: string): number {
  if (/^\s*\d{1,2}\s*$/.test(typed)) return Number(typed);
  throw new Failed({ code: "not-a-number", message: t("reminders.days.wrong"), hint: null, field: null });
}

/** Returns the time that was typed as the core writes it: "8", "8.30" and "08:30" are times. */
function time(typed: string): string {
  const parts = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(typed);
  const [, hours = "", minutes = "00"] = parts ?? [];
  if (parts !== null && Number(hours) < 24 && Number(minutes) < 60)
    return `${hours.padStart(2, "0")}:${minutes}`;
  throw new Failed({ code: "not-a-time", message: t("reminders.time.wrong"), hint: null, field: null });
}

export const reminders = new RemindersStore();
