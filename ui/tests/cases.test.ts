import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { Arguments } from "$host";
import { isoDate, longDate } from "$i18n/dates";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openCases(open: string | null = null, adding = false): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "cases", open, adding });
  await screen.findByRole("heading", { level: 1 });
  return user;
}

/** Records a case as somebody did before. */
async function recorded(more: Partial<Arguments<"case.add">> = {}): Promise<void> {
  core.withWorkspace();
  await core.call("case.add", { kind: "incident", title: "A list was lost", ...more }, 0, () => undefined);
}

const textbox = (name: string): HTMLElement => screen.getByRole("textbox", { name });
const region = (name: string): HTMLElement => screen.getByRole("region", { name });

describe("the list", () => {
  it("says what belongs here while it is empty, and a title is enough to begin", async () => {
    const user = await openCases();
    expect(await screen.findByText(/An auditor asks how people can speak up/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Record the first" }));
    expect(place()).toBe("#/cases/add");
    await waitFor(() => expect(textbox("What it is, in a line")).toHaveFocus());
    await user.keyboard("Letters go out unseen");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Letters go out unseen" })).toBeVisible();
    expect(core.called("case.add")).toMatchObject([
      { kind: "concern", title: "Letters go out unseen", known_since: isoDate(new Date()) },
    ]);
  });

  it("says beside the field what is missing", async () => {
    const user = await openCases(null, true);
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await waitFor(() => expect(textbox("What it is, in a line")).toBeInvalid());
    expect(textbox("What it is, in a line")).toHaveAccessibleDescription(/The title is missing/);
  });

  it("says whose time runs until when", async () => {
    await recorded({ harms: ["personal-data"], known_since: "2020-03-02", owner: "IT lead" });
    await openCases();
    const row = await screen.findByRole("row", { name: /C-1/ });
    expect(row).toHaveTextContent("To be told by 5 March 2020");
    expect(row).toHaveTextContent("IT lead");
    await expectAccessible();
  });
});

describe("a case", () => {
  it("asks whom to tell, and whoever is told by the name of the duty fulfils it", async () => {
    await recorded({ harms: ["personal-data"], known_since: "2020-03-02" });
    const user = await openCases("C-1");
    const duties = region("Who may have to be told");
    expect(duties).toHaveTextContent(/days past 5 March 2020/);
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Record who was told" }));
    const whom = await screen.findByRole("combobox", { name: "Who" });
    await waitFor(() => expect(whom).toHaveFocus());
    await user.type(whom, "Data protection authority");
    expect(whom).toHaveAccessibleDescription(/This fulfils: Tell the data protection authority/);
    const when = screen.getByRole("combobox", { name: "When" });
    await user.clear(when);
    await user.type(when, longDate("2020-03-04"));
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await waitFor(() => expect(duties).toHaveTextContent("Told on 4 March 2020, in time"));
    expect(core.called("case.tell")).toMatchObject([{ id: "C-1", duty: "data-breach", on: "2020-03-04" }]);
    expect(region("Who was told")).toHaveTextContent("Data protection authority");
  });

  it("closes when a duty is ruled out with a reason, and opens again", async () => {
    await recorded({ harms: ["personal-data"] });
    const user = await openCases("C-1");
    await user.type(await screen.findByRole("textbox", { name: "What came of it" }), "It was found.");
    await user.click(screen.getByRole("button", { name: "Close it" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("C-1 can't be closed yet");
    await user.click(screen.getByRole("button", { name: "It does not apply" }));
    await user.click(screen.getByRole("button", { name: "Record why" }));
    const why = textbox("Why it does not apply");
    await waitFor(() => expect(why).toBeInvalid());
    await user.type(why, "Nobody could see it.");
    await user.click(screen.getByRole("button", { name: "Record why" }));
    await waitFor(() => expect(region("Who may have to be told")).toHaveTextContent("Does not apply"));
    await user.click(screen.getByRole("button", { name: "Close it" }));
    await user.type(await screen.findByRole("textbox", { name: "What came to light" }), "A copy.");
    await user.click(screen.getByRole("button", { name: "Open it again" }));
    await waitFor(() => expect(region("How it ended")).toHaveTextContent(/A copy\. Opened again by/));
  });

  it("keeps confidential who reported it, and becomes a finding without what it says", async () => {
    await recorded({ kind: "concern", confidential: true, reported_by: "A claims handler", what: "Seen." });
    const user = await openCases("C-1");
    expect(await screen.findByText("Kept confidential.")).toBeVisible();
    expect(screen.queryByText("A claims handler")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show the name" }));
    expect(screen.getByText("A claims handler")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Make it a finding" }));
    const title = await screen.findByRole("textbox", {
      name: /^What is not as it should be|^Title|in a line/,
    });
    expect(title).toHaveValue("");
  });

  it("is changed as a whole", async () => {
    await recorded();
    const user = await openCases("C-1");
    await user.click(await screen.findByRole("button", { name: "Change" }));
    const form = await screen.findByRole("form", { name: "Change" });
    const title = within(form).getByRole("textbox", { name: "What it is, in a line" });
    await waitFor(() => expect(title).toHaveFocus());
    await user.type(title, " twice");
    await user.click(within(form).getByRole("checkbox", { name: /^Personal data was lost/ }));
    await user.click(within(form).getByRole("button", { name: "Record the change" }));
    expect(await screen.findByRole("heading", { level: 1, name: "A list was lost twice" })).toBeVisible();
    expect(region("Who may have to be told")).toHaveTextContent("3 days left");
  });
});
