import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openGuide(
  open: string | null = null,
  doing: "plan" | "add" | null = null,
): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "guide", open, doing });
  await screen.findByRole("navigation", { name: "The road to the audit" });
  return user;
}

async function openStep(id: string, title: string): Promise<UserEvent> {
  const user = await openGuide(id);
  await screen.findByRole("heading", { level: 1, name: title });
  return user;
}

const road = (): HTMLElement => screen.getByRole("navigation", { name: "The road to the audit" });
const region = (name: string): HTMLElement => screen.getByRole("region", { name });

describe("the road", () => {
  it("greets who comes for the first time, and says what is next", async () => {
    const user = await openGuide();
    expect(await screen.findByText(/You need no other book to begin/)).toBeVisible();
    expect(await screen.findByRole("heading", { level: 3, name: "Draw the boundary" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: /^Start ?: Find out what/ }));
    expect(place()).toBe("#/guide/what-the-standard-is");
    expect(
      await screen.findByRole("heading", { level: 1, name: "Find out what ISO/IEC 42001 is" }),
    ).toBeVisible();
  });

  it("lists the themes with their counts, and the steps of the one in hand", async () => {
    await openStep("set-the-scope", "Draw the boundary");
    expect(within(road()).getByText("Leadership")).toBeVisible();
    const link = within(road()).getByRole("link", { name: /^Draw the boundary/ });
    expect(link).toHaveAttribute("aria-current", "page");
    expect(link.closest("details")).toHaveAttribute("open");
    expect(within(road()).getByText("Before you start").closest("details")).not.toHaveAttribute("open");
  });

  it("is walked by the arrow keys", async () => {
    const user = await openStep("set-the-scope", "Draw the boundary");
    const link = within(road()).getByRole("link", { name: /^Draw the boundary/ });
    link.focus();
    await user.keyboard("{ArrowLeft}");
    const theme = within(road()).getByText("Leadership").closest("summary");
    expect(theme).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(link).toHaveFocus();
    await user.keyboard("{Home}{ArrowRight}{ArrowDown}");
    expect(within(road()).getByRole("link", { name: /^Find out what ISO/ })).toHaveFocus();
  });

  it("tells a failure and tries again", async () => {
    core.failAlways("guide.show", "The database can't be read");
    await openWindow(core.withWorkspace(), { page: "guide", open: null, doing: null });
    expect(await screen.findByText(/The database can't be read/)).toBeVisible();
    core.heal("guide.show");
    screen.getAllByRole("button", { name: "Try again" })[0]?.click();
    expect(await screen.findByRole("navigation", { name: "The road to the audit" })).toBeVisible();
  });
});

describe("a step", () => {
  it("says why, what to do, what counts as done, what an auditor asks and what it serves", async () => {
    await openStep("set-the-scope", "Draw the boundary");
    expect(screen.getByText(/Everything later is measured against it/)).toBeVisible();
    expect(within(region("What to do")).getByText("0 of 1 done")).toBeVisible();
    expect(within(region("An auditor will ask")).getByText(/a system you left out/)).toBeVisible();
    expect(within(region("This step serves")).getByText("clause 4.3", { exact: false })).toBeVisible();
    await expectAccessible();
  });

  it("is ticked off, and saved as you tick", async () => {
    const user = await openStep("what-the-standard-is", "Find out what ISO/IEC 42001 is");
    await user.click(screen.getByRole("checkbox", { name: "Learn six words." }));
    await waitFor(() => expect(screen.getByRole("checkbox", { name: "Learn six words." })).toBeChecked());
    expect(core.called("guide.set")).toEqual([{ step: "what-the-standard-is", tick: ["learn-the-words"] }]);
    await user.click(screen.getByRole("checkbox", { name: "You can say what the standard asks" }));
    expect(await within(road()).findByText("1 of 2")).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: "Learn six words." }));
    await waitFor(() =>
      expect(core.called("guide.set").at(-1)).toEqual({
        step: "what-the-standard-is",
        untick: ["learn-the-words"],
      }),
    );
  });

  it("shows a box as the core has it where a tick fails", async () => {
    const user = await openStep("what-the-standard-is", "Find out what ISO/IEC 42001 is");
    core.failAlways("guide.set", "The disk is full");
    await user.click(screen.getByRole("checkbox", { name: "Learn six words." }));
    expect(await screen.findByText(/The disk is full/)).toBeVisible();
    expect(screen.getByRole("checkbox", { name: "Learn six words." })).not.toBeChecked();
  });

  it("offers no box for what the work shows, but the way there, and says when it is shown", async () => {
    await openStep("set-the-scope", "Draw the boundary");
    const done = region("Counts as done when");
    expect(within(done).queryByRole("checkbox", { name: /scope is written/ })).toBeNull();
    expect(within(done).getByText(/Counts by itself/)).toHaveTextContent("the scope in Organisation");
  });

  it("says by what it is shown that something is done", async () => {
    await core.call("organisation.set", { scope: "Motor claims" }, 0, () => undefined);
    await openStep("set-the-scope", "Draw the boundary");
    const done = region("Counts as done when");
    expect(within(done).getByText(/Shown by/)).toHaveTextContent("the scope in Organisation");
  });

  it("gets an owner and a date in place", async () => {
    const user = await openStep("set-the-scope", "Draw the boundary");
    await user.type(screen.getByRole("combobox", { name: "Owner" }), "Quality manager{Tab}");
    await user.type(screen.getByRole("combobox", { name: "By" }), "31/12/2026{Tab}");
    await waitFor(() =>
      expect(core.called("guide.set")).toEqual([
        { step: "set-the-scope", owner: "Quality manager" },
        { step: "set-the-scope", due: "2026-12-31" },
      ]),
    );
    expect(await within(road()).findByText(/Quality manager/)).toBeVisible();
  });

  it("keeps a date that is none, and says so beside it", async () => {
    const user = await openStep("set-the-scope", "Draw the boundary");
    await user.type(screen.getByRole("combobox", { name: "By" }), "soon{Tab}");
    expect(await screen.findByText(/“soon” is no date/)).toBeVisible();
    expect(core.called("guide.set")).toEqual([]);
  });

  it("says what it is best done after", async () => {
    await openStep("get-a-copy", "Buy a copy of the standard");
    expect(screen.getByText(/Best done after/)).toHaveTextContent("Find out what ISO/IEC 42001 is");
  });

  it("takes files as evidence of what it serves", async () => {
    const user = await openStep("set-the-scope", "Draw the boundary");
    core.picked.push(["/home/p/scope.pdf"]);
    await user.click(within(region("Evidence")).getByRole("button", { name: "Add a file" }));
    await waitFor(() =>
      expect(core.called("evidence.add")).toEqual([
        { files: ["/home/p/scope.pdf"], about: { links: ["clause:4.3"] } },
      ]),
    );
  });

  it("leads on to the next step, and the focus goes with it", async () => {
    const user = await openStep("what-the-standard-is", "Find out what ISO/IEC 42001 is");
    await user.click(screen.getByRole("link", { name: "Next: Buy a copy of the standard" }));
    const title = await screen.findByRole("heading", { level: 1, name: "Buy a copy of the standard" });
    await waitFor(() => expect(title).toHaveFocus());
  });

  it("is split into parts, which are its own and can be removed", async () => {
    const user = await openStep("set-the-scope", "Draw the boundary");
    await user.click(screen.getByRole("button", { name: "Split into parts" }));
    await user.type(screen.getByRole("textbox", { name: "Titles of the parts" }), "Office\nWarehouse");
    await user.click(screen.getByRole("button", { name: "Split" }));
    expect(await within(region("Counts as done when")).findByText(/Every part of it is done/)).toBeVisible();
    await user.click(within(region("Parts")).getByRole("link", { name: "Office" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Office" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Remove this step" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Draw the boundary" })).toBeVisible();
    await waitFor(() => expect(within(region("Parts")).queryByRole("link", { name: "Office" })).toBeNull());
  });

  it("changes nothing where the workspace can only be read", async () => {
    core.canWrite = false;
    await openStep("what-the-standard-is", "Find out what ISO/IEC 42001 is");
    expect(screen.getByRole("checkbox", { name: "Learn six words." })).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Split into parts" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Make a plan" })).toBeNull();
    await expectAccessible();
  });
});

describe("a step of one’s own", () => {
  it("is added where it belongs", async () => {
    const user = await openGuide(null, "add");
    await user.type(await screen.findByRole("textbox", { name: "Title" }), "Ask the works council");
    await user.click(screen.getByRole("radio", { name: "Leadership" }));
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Add the step" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Ask the works council" })).toBeVisible();
    expect(place()).toBe("#/guide/own-1");
  });

  it("needs a title", async () => {
    const user = await openGuide(null, "add");
    await user.click(await screen.findByRole("button", { name: "Add the step" }));
    expect(await screen.findByText(/The step has no title/)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveFocus();
  });
});

describe("a plan", () => {
  it("says what it asks for before it is made, and where it is tight", async () => {
    const user = await openGuide(null, "plan");
    const target = await screen.findByRole("combobox", { name: "Ready by" });
    await user.type(target, "15/11/2026{Tab}");
    expect(await screen.findByText(/about 15 hours a week/)).toBeVisible();
    expect(screen.getByText(/more than a day a week/)).toHaveTextContent("1 February 2027");
    await user.clear(target);
    await user.type(target, "30/06/2027{Tab}");
    expect(await screen.findByText(/about 3 hours a week/)).toBeVisible();
    expect(screen.queryByText(/more than a day a week/)).toBeNull();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Set the dates" }));
    expect(await screen.findByText(/The steps have dates/)).toBeVisible();
    expect(core.called("guide.plan")).toEqual([{ again: false, target: "2027-06-30" }]);
  });

  it("leads to no day that has passed", async () => {
    const user = await openGuide(null, "plan");
    await user.type(await screen.findByRole("combobox", { name: "Ready by" }), "1/1/2026{Tab}");
    expect(await screen.findByText(/is not after today/)).toBeVisible();
  });
});
