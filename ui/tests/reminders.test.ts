import { screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDate, Reminder } from "$host";
import { dayWords, notification } from "../src/areas/calendar/words";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore().withWorkspace();
});

const now = new Date(2026, 9, 12, 9, 41);

function control(id: string, day: string, title = "AI policy"): CalendarDate {
  return { about: "control", id, title, day, owner: "", state: "due" };
}

function reminder(coming: CalendarDate[], passed: CalendarDate[], more = 0): Reminder {
  return {
    coming: { total: coming.length + more, first: coming },
    passed: { total: passed.length, first: passed },
  };
}

describe("a reminder", () => {
  it("is one notification that names the first and counts the rest", () => {
    const due = reminder(
      [control("A.2.2", "2026-10-12"), control("A.2.3", "2026-10-13")],
      [control("A.3.2", "2026-10-01")],
      2,
    );
    expect(notification(due, now)).toEqual({
      title: "Annexe: four dates are coming up and one has passed",
      body: [
        "A.2.2 AI policy: today",
        "A.2.3 AI policy: tomorrow",
        "A.3.2 AI policy: 1 October 2026",
        "and two more",
      ].join("\n"),
    });
  });

  it("is none where nothing is due", () => {
    expect(notification(reminder([], []), now)).toBeNull();
  });

  it("names the organisation's own dates in words", () => {
    const own = { title: "", owner: "", state: "due" } as const;
    const due = reminder(
      [
        { about: "target", day: "2026-10-12", ...own },
        { about: "context", day: "2026-10-13", ...own },
        { about: "clause", id: "6.2", day: "2026-10-14", ...own, title: "AI objectives" },
      ],
      [],
    );
    expect(notification(due, now)?.body.split("\n")).toEqual([
      "Ready for the first stage of the audit: today",
      "Issues outside and inside: tomorrow",
      "6.2 AI objectives: 14 October 2026",
    ]);
  });

  it("says tomorrow over the end of a year", () => {
    expect(dayWords("2027-01-01", new Date(2026, 11, 31, 23, 59))).toBe("tomorrow");
  });

  it("is shown once as the workspace opens, and again only for what is new", async () => {
    core.calendar.due = reminder([control("A.2.2", "2030-10-12")], []);
    await openWindow(core, { page: "home" });
    await waitFor(() => expect(core.notified).toHaveLength(1));
    expect(core.notified[0]?.body).toBe("A.2.2 AI policy: 12 October 2030");
    window.dispatchEvent(new Event("focus"));
    await waitFor(() => expect(core.called("reminder.due")).toHaveLength(2));
    expect(core.notified).toHaveLength(1);
  });

  it("that fails disturbs nobody", async () => {
    core.failAlways("reminder.due", "It broke");
    await openWindow(core, { page: "home" });
    await waitFor(() => expect(core.called("reminder.due")).toHaveLength(1));
    expect(screen.queryByText(/It broke/)).toBeNull();
  });
});

describe("the settings of reminders", () => {
  it("are off until they are asked for, and keep what was set", async () => {
    const user = await openWindow(core, { page: "settings" });
    const on = await screen.findByRole("checkbox", { name: "Remind me of dates on this computer" });
    expect(on).not.toBeChecked();
    expect(screen.queryByRole("textbox", { name: "Days ahead" })).toBeNull();
    await user.click(on);
    const days = await screen.findByRole("textbox", { name: "Days ahead" });
    await user.clear(days);
    await user.type(days, "7{Enter}");
    const from = screen.getByRole("textbox", { name: "From" });
    await user.clear(from);
    await user.type(from, "17.30{Enter}");
    await waitFor(() =>
      expect(core.called("preferences.set").at(-1)).toEqual({
        reminders: { on: true, days_ahead: 7, quiet: { from: "17:30", until: "08:00" } },
      }),
    );
    expect(from).toHaveValue("17:30");
    await expectAccessible();
    await user.click(screen.getByRole("checkbox", { name: "Leave me in peace for some hours" }));
    await waitFor(() => expect(screen.queryByRole("textbox", { name: "From" })).toBeNull());
    expect(core.called("preferences.set").at(-1)).toEqual({
      reminders: { on: true, days_ahead: 7, quiet: null },
    });
  });

  it("say at the field what makes no sense, and keep what was typed", async () => {
    const user = await openWindow(core, { page: "settings" });
    await user.click(await screen.findByRole("checkbox", { name: "Remind me of dates on this computer" }));
    const days = await screen.findByRole("textbox", { name: "Days ahead" });
    await user.clear(days);
    await user.type(days, "61{Enter}");
    await waitFor(() => expect(days).toBeInvalid());
    expect(days).toHaveAccessibleDescription(/61 days ahead are too many/);
    await user.clear(days);
    await user.type(days, "soon{Enter}");
    await waitFor(() => expect(days).toHaveAccessibleDescription(/Enter a number of days from 0 to 60/));
    const until = screen.getByRole("textbox", { name: "Until" });
    await user.clear(until);
    await user.type(until, "25:00{Enter}");
    await waitFor(() => expect(until).toBeInvalid());
    expect(until).toHaveValue("25:00");
  });

  it("write every date to a file for a calendar program", async () => {
    core.calendar.dates = [control("A.2.2", "2030-10-12")];
    core.picked.push("/home/person/Documents/dates.ics");
    const user = await openWindow(core, { page: "settings" });
    await user.click(await screen.findByRole("button", { name: "Write the dates to a file" }));
    expect(await screen.findByText("One date written to dates.ics")).toBeVisible();
    expect(core.picks[0]?.suggestion).toBe("Saltmarsh Claims dates.ics");
    core.picked.push("/readonly/dates.ics");
    await user.click(screen.getByRole("button", { name: "Write the dates to a file" }));
    expect(await screen.findByText(/cannot be written/)).toBeVisible();
  });
});
