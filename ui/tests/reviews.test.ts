import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { Arguments, Name } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openReviews(open: string | null = null, adding = false): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "reviews", open, adding });
  await screen.findByRole("heading", { level: 1 });
  return user;
}

async function tell<N extends Name>(name: N, args: Arguments<N>): Promise<void> {
  core.withWorkspace();
  await core.call(name, args, 0, () => undefined);
}

/** Plans a review as somebody did before. */
async function planned(more: Partial<Arguments<"review.add">> = {}): Promise<void> {
  const present = [{ name: "Managing director", role: "Top management" }];
  const add = { title: "Review of the year", planned_on: "2099-03-02", chair: "Managing director", present };
  await tell("review.add", { ...add, ...more });
}

/** Holds a review of which every point is noted. */
async function held(): Promise<void> {
  await planned();
  await tell("review.hold", { id: "MR-1", on: "2026-03-02" });
  for (let point = 1; point <= 11; point += 1)
    await tell("review.remark", { id: "MR-1", point, noted: true });
}

const textbox = (name: string | RegExp): HTMLElement => screen.getByRole("textbox", { name });
const region = (name: string): HTMLElement => screen.getByRole("region", { name });

describe("the list", () => {
  it("says what a review is for while there is none, and plans one with a name and a day", async () => {
    const user = await openReviews();
    expect(await screen.findByText(/An auditor asks for the minutes/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Plan the first" }));
    expect(place()).toBe("#/reviews/add");
    await waitFor(() => expect(textbox("Name")).toHaveFocus());
    await user.click(screen.getByRole("button", { name: "Plan it" }));
    const day = screen.getByRole("combobox", { name: "Planned for" });
    await waitFor(() => expect(day).toBeInvalid());
    await user.type(day, "02/03/2099");
    await user.type(textbox("Who is there"), "Managing director: Top management{enter}Quality manager");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Plan it" }));
    await waitFor(() => expect(place()).toBe("#/reviews/MR-1"));
    expect(core.called("review.add")).toMatchObject([
      {
        planned_on: "2099-03-02",
        present: [
          { name: "Managing director", role: "Top management" },
          { name: "Quality manager", role: "" },
        ],
      },
    ]);
  });

  it("says of a review whose day has passed that it was not held", async () => {
    await planned({ planned_on: "2020-03-02" });
    await openReviews();
    const row = await screen.findByRole("row", { name: /MR-1/ });
    expect(row).toHaveTextContent("Its day has passed");
    await expectAccessible();
  });
});

describe("a review", () => {
  it("shows each input with its figures and leads to the room that they come from", async () => {
    await planned();
    await openReviews("MR-1");
    const agenda = await screen.findByRole("region", { name: "Inputs and what was said" });
    expect(within(agenda).getAllByRole("heading", { level: 3 })).toHaveLength(11);
    expect(agenda).toHaveTextContent("3 found and 1 closed in the period; 2 open, 1 of them overdue");
    expect(within(agenda).getByRole("link", { name: "No log was kept" })).toHaveAttribute(
      "href",
      "#/findings/F-1",
    );
    expect(agenda).toHaveTextContent("Annexe keeps no register of risks yet");
    expect(agenda).toHaveTextContent("Concerns: 1 reported");
    await expectAccessible();
  });

  it("keeps what was said about a point, or that there was nothing to say", async () => {
    await planned();
    const user = await openReviews("MR-1");
    const said = await screen.findByRole("textbox", { name: "What was said: Objectives" });
    await user.type(said, "Two more are wanted.");
    await user.tab();
    await waitFor(() =>
      expect(core.called("review.remark")).toMatchObject([{ point: 7, said: "Two more are wanted." }]),
    );
    await user.click(screen.getByRole("checkbox", { name: "Noted; nothing to say: Results of audits" }));
    await waitFor(() => expect(screen.getByText(/2 of 11 points dealt with/)).toBeVisible());
  });

  it("takes points of its own, which move by the keyboard", async () => {
    await planned();
    const user = await openReviews("MR-1");
    await user.type(await screen.findByRole("textbox", { name: "A point of your own" }), "The new office");
    await user.click(screen.getByRole("button", { name: "Put it on the agenda" }));
    const menu = await screen.findByRole("button", { name: "Move The new office" });
    menu.focus();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("menuitem", { name: "Move up" }));
    await waitFor(() => expect(core.called("review.move-point")).toMatchObject([{ point: 12, to: 11 }]));
  });

  it("is held, decides, makes the decision an action, and is approved and frozen", async () => {
    await held();
    const user = await openReviews("MR-1");
    const next = await screen.findByRole("region", { name: "Approving it" });
    expect(next).toHaveTextContent("Record a decision, or say why none is needed");
    await user.click(within(next).getByRole("button", { name: "Approve it" }));
    expect(await within(next).findByRole("alert")).toHaveTextContent("MR-1 can't be approved yet");

    await user.click(screen.getByRole("radio", { name: "Resources" }));
    await user.type(textbox("What was decided"), "Pay for a second reader.");
    await user.click(screen.getByRole("button", { name: "Record the decision" }));
    await user.click(await screen.findByRole("button", { name: "Make decision 1 an action" }));
    const owner = await screen.findByRole("combobox", { name: "Owner" });
    await waitFor(() => expect(owner).toHaveFocus());
    await user.type(owner, "Quality manager");
    await user.type(screen.getByRole("combobox", { name: "Due" }), "02/03/2099");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Plan the action" }));
    const decisions = region("Decisions");
    await waitFor(() => expect(decisions).toHaveTextContent(/A-1\s+Quality manager, 2 March 2099/));
    expect(core.called("review.act")).toMatchObject([{ id: "MR-1", decision: 1, due: "2099-03-02" }]);

    await user.click(screen.getByRole("button", { name: "Approve it" }));
    expect(await screen.findByText(/Approved by Managing director on/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Record the decision" })).toBeNull();
    expect(screen.queryByRole("textbox", { name: /What was said/ })).toBeNull();
    await expectAccessible();
  });

  it("is called off with a reason", async () => {
    await planned();
    const user = await openReviews("MR-1");
    await user.click(await screen.findByRole("button", { name: "Call it off" }));
    const why = textbox("Why it does not take place");
    await waitFor(() => expect(why).toBeInvalid());
    await user.type(why, "It is held with the next.");
    await user.click(screen.getByRole("button", { name: "Call it off" }));
    const next = await screen.findByRole("region", { name: "Called off" });
    expect(next).toHaveTextContent("It is held with the next.");
  });

  it("is changed as a whole", async () => {
    await planned();
    const user = await openReviews("MR-1");
    await user.click(await screen.findByRole("button", { name: "Change" }));
    const form = await screen.findByRole("form", { name: "Change" });
    await user.type(within(form).getByRole("textbox", { name: "Who is there" }), "{enter}IT lead: Operation");
    await user.click(within(form).getByRole("button", { name: "Record the change" }));
    await waitFor(() => expect(screen.getByText("IT lead")).toBeVisible());
    expect(core.called("review.set")).toMatchObject([{ since: null, present: [{}, { role: "Operation" }] }]);
  });

  it("shows everything and changes nothing in a workspace that can only be read", async () => {
    await held();
    core.canWrite = false;
    await openReviews("MR-1");
    expect(await screen.findAllByText("Noted; there was nothing to say")).toHaveLength(11);
    expect(screen.queryByRole("button", { name: "Approve it" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Change" })).toBeNull();
    expect(screen.getByRole("button", { name: "Export the minutes" })).toBeVisible();
    await expectAccessible();
  });

  it("has its minutes written where somebody wants them", async () => {
    await held();
    const user = await openReviews("MR-1");
    core.picked.push("/tmp/minutes.pdf");
    await user.click(await screen.findByRole("button", { name: "Export the minutes" }));
    expect(await screen.findByText(/Wrote minutes\.pdf/)).toBeVisible();
    expect(core.called("report.review")).toMatchObject([{ id: "MR-1", file: "/tmp/minutes.pdf" }]);
  });
});
