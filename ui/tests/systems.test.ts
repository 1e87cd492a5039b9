import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { router } from "$app/router.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow } from "./window";

let core: FakeCore;

beforeEach(() => {
  core = new FakeCore();
});

async function open(id: string | null = null): Promise<Awaited<ReturnType<typeof openWindow>>> {
  return openWindow(core.withWorkspace(), { page: "systems", open: id, adding: false });
}

function question(name: RegExp): HTMLElement {
  return screen.getByRole("radiogroup", { name });
}

describe("the inventory", () => {
  it("says what it is for while it is empty, and leads to the first AI system", async () => {
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Add the first AI system" }));
    expect(await screen.findByRole("textbox", { name: "Name" })).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Add it" }));
    expect(screen.getAllByText("Write the name of the AI system")[0]).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Name" }), "Letter sorting");
    await user.click(screen.getByRole("checkbox", { name: "We use it" }));
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Add it" }));
    expect(await screen.findByRole("heading", { level: 2, name: "Letter sorting" })).toHaveFocus();
    expect(core.called("system.add")).toEqual([
      { name: "Letter sorting", purpose: "", owner: "", roles: ["user"] },
    ]);
    expect(router.route).toEqual({ page: "systems", open: "S-1", adding: false });
  });

  it("refuses a name that another has, at the name", async () => {
    core.registers.withSystem("Letter sorting");
    const user = await openWindow(core.withWorkspace(), { page: "systems", open: null, adding: true });
    await user.type(await screen.findByRole("textbox", { name: "Name" }), "letter sorting");
    await user.click(screen.getByRole("button", { name: "Add it" }));
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "Name" })).toHaveAccessibleDescription(
        /S-1 is called “letter sorting” already/,
      ),
    );
  });

  it("is a table that leads to each, and is accessible", async () => {
    core.registers.withSystem("Letter sorting", { owner: "Head of post room", roles: ["user"] });
    core.registers.withSystem("Fraud hint", { legal: "high", in_scope: false });
    const user = await open();
    const row = (await screen.findByRole("link", { name: "S-2 Fraud hint" })).closest("tr");
    expect(within(row ?? document.body).getByText("High impact")).toBeVisible();
    expect(within(row ?? document.body).getByText("outside the scope")).toBeVisible();
    expect(screen.getByText(/2 AI systems · 1 of high impact · 1 not screened/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("link", { name: "S-1 Letter sorting" }));
    expect(await screen.findByRole("heading", { level: 2, name: "Letter sorting" })).toHaveFocus();
    await expectAccessible();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.getByRole("link", { name: "S-1 Letter sorting" })).toHaveFocus());
  });
});

describe("an AI system", () => {
  it("is screened question by question, and the outcome says why", async () => {
    core.registers.withSystem("Fraud hint");
    const user = await open("S-1");
    expect(await screen.findByText(/It hangs on the nine|It hangs on the 9 questions/)).toBeVisible();
    await user.click(within(question(/vulnerable|children/)).getByRole("radio", { name: "Yes" }));
    expect(await screen.findByText("Because of: vulnerable people.")).toBeVisible();
    expect(core.called("system.set")).toEqual([{ id: "S-1", screening: { vulnerable: "yes" } }]);
  });

  it("may be judged against the questions, with a reason", async () => {
    core.registers.withSystem("Fraud hint", { legal: "high" });
    const user = await open("S-1");
    await user.click(await screen.findByRole("button", { name: "Decide otherwise, with a reason" }));
    await user.click(screen.getByRole("button", { name: "Decide so" }));
    expect(await screen.findByText("The decision gives no reason")).toBeVisible();
    await user.type(
      screen.getByRole("textbox", { name: "Why the questions are wrong about it" }),
      "It only sorts.",
    );
    await user.click(screen.getByRole("button", { name: "Decide so" }));
    expect(await screen.findByText("Decided against the questions: It only sorts.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Leave it to the questions again" }));
    expect(await screen.findByText("The class of the EU AI Act alone is enough.")).toBeVisible();
  });

  it("keeps what is typed when the panel is left", async () => {
    core.registers.withSystem("Fraud hint");
    const user = await open("S-1");
    await user.type(await screen.findByRole("textbox", { name: "Purpose" }), "Marks claims");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(core.called("system.set")).toEqual([{ id: "S-1", purpose: "Marks claims" }]));
  });

  it("is proven by evidence that is linked to it", async () => {
    core.registers.withSystem("Fraud hint");
    core.evidence.with("Card of the fraud hint");
    const user = await open("S-1");
    expect(await screen.findByText(/No evidence is linked to it/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Link evidence" }));
    await user.type(await screen.findByRole("combobox", { name: "Evidence to link" }), "Card");
    await user.click(await screen.findByRole("option", { name: /Card of the fraud hint/ }));
    await waitFor(() =>
      expect(core.called("evidence.link")).toEqual([{ ids: ["E-1"], targets: ["system:S-1"] }]),
    );
    expect(await screen.findByText("E-1 linked to S-1")).toBeVisible();
  });

  it("can be removed, and undo brings it back", async () => {
    core.registers.withSystem("Fraud hint");
    const user = await open("S-1");
    await user.click(await screen.findByRole("button", { name: "Remove this AI system" }));
    expect(await screen.findByText("Fraud hint is removed")).toBeVisible();
    expect(screen.queryByRole("link", { name: "S-1 Fraud hint" })).toBeNull();
    await user.click(screen.getByRole("button", { name: /^Undo/ }));
    expect(await screen.findByRole("link", { name: "S-1 Fraud hint" })).toBeVisible();
  });

  it("offers nothing that changes it where the workspace can only be read", async () => {
    core.registers.withSystem("Fraud hint");
    core.canWrite = false;
    await open("S-1");
    await screen.findByRole("heading", { level: 2, name: "Fraud hint" });
    expect(screen.queryByRole("button", { name: "Remove this AI system" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Add an AI system" })).toBeNull();
    expect(screen.getByRole("textbox", { name: "Purpose" })).toHaveAttribute("readonly");
  });

  it("can be chosen where evidence is linked", async () => {
    core.registers.withSystem("Fraud hint");
    core.evidence.with("Card of the fraud hint");
    const user = await openWindow(core.withWorkspace(), { page: "evidence", open: "E-1" });
    await user.click(await screen.findByRole("button", { name: "Link to a clause, control or AI system" }));
    await user.type(screen.getByRole("combobox", { name: "Clause, control or AI system" }), "S-1{Enter}");
    expect(await screen.findByRole("link", { name: "S-1 Fraud hint" })).toHaveAttribute(
      "href",
      "#/systems/S-1",
    );
  });
});
