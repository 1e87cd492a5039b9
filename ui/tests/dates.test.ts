import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDate } from "$host";
import { inParts } from "../src/areas/calendar/dates";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore().withWorkspace();
});

function date(
  about: Exclude<CalendarDate["about"], "target" | "context">,
  id: string,
  day: string,
  state: CalendarDate["state"] = "due",
): CalendarDate {
  return { about, id, title: `Title of ${id}`, day, owner: "IT lead", state };
}

describe("the dates", () => {
  it("stand under when they are, each with who answers for it and a way there", async () => {
    core.calendar.dates = [
      date("control", "A.2.2", "2020-01-31", "overdue"),
      date("evidence", "E-3", "2999-01-31"),
      date("document", "D-2", "2999-02-28"),
      { about: "target", title: "", day: "2999-06-30", owner: "", state: "due" },
      date("step", "set-the-scope", "2020-02-01", "done"),
    ];
    const user = await openWindow(core, { page: "dates" });
    const passed = await screen.findByRole("table", { name: "Passed" });
    const row = within(passed).getAllByRole("row")[1];
    expect(row).toHaveTextContent(/31 January 2020\s*A\.2\.2 Title of A\.2\.2\s*to be implemented\s*IT lead/);
    const later = screen.getByRole("table", { name: "Later" });
    expect(within(later).getByRole("link", { name: "D-2 Title of D-2" })).toHaveAttribute(
      "href",
      "#/documents/D-2",
    );
    expect(within(later).getByRole("link", { name: "E-3 Title of E-3" })).toBeVisible();
    expect(
      within(later).getByRole("link", { name: "Ready for the first stage of the audit" }),
    ).toHaveAttribute("href", "#/organisation/profile");
    expect(screen.queryByRole("table", { name: "Within four weeks" })).toBeNull();
    await expectAccessible();
    const done = screen.getByRole("table", { name: "Done" });
    await user.click(within(done).getByRole("link", { name: "Title of set-the-scope" }));
    expect(place()).toBe("#/guide/set-the-scope");
  });

  it("are found from the palette and from the settings", async () => {
    const user = await openWindow(core, { page: "home" });
    await screen.findByRole("heading", { level: 1, name: /^Home/ });
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByRole("combobox", { name: "Search or go to" }), "Dates{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "Dates" })).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Reminders on this computer" }));
    await user.click(await screen.findByRole("link", { name: "Show all dates" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Dates" })).toBeVisible();
  });

  it("say how there come to be some where there is none", async () => {
    await openWindow(core, { page: "dates" });
    expect(await screen.findByText("No dates yet")).toBeVisible();
    await expectAccessible();
  });

  it("are written to a file, and say why where they are not", async () => {
    core.picked.push("/readonly/dates.ics");
    const user = await openWindow(core, { page: "dates" });
    await user.click(await screen.findByRole("button", { name: "Write the dates to a file" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("/readonly/dates.ics cannot be written");
  });

  it("that can't be read are asked for again", async () => {
    core.failAlways("calendar.list", "It broke");
    const user = await openWindow(core, { page: "dates" });
    expect(await screen.findByText("It broke")).toBeVisible();
    core.heal("calendar.list");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(screen.getByText("No dates yet")).toBeVisible());
  });

  it("are soon up to four weeks ahead, that day counted", () => {
    const now = new Date(2026, 9, 12, 9, 41);
    const shown = inParts(
      [date("control", "A.2.2", "2026-11-09"), date("control", "A.2.3", "2026-11-10")],
      now,
    );
    expect(shown.soon.map(({ day }) => day)).toEqual(["2026-11-09"]);
    expect(shown.later.map(({ day }) => day)).toEqual(["2026-11-10"]);
  });
});
