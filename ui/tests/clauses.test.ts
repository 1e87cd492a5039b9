import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place, row } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openClauses(open: string | null = null): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "clauses", open });
  await screen.findByRole("grid", { name: "Clauses" });
  return user;
}

const panel = (id: string): HTMLElement => screen.getByRole("region", { name: `Clause ${id}` });

describe("the clauses", () => {
  it("stand under their headings", async () => {
    await openClauses();
    const headings = screen.getAllByRole("rowheader", { name: /implemented/ });
    expect(headings.map((heading) => heading.textContent.replace(/\s+/g, " ").trim())).toEqual([
      "5 Leadership 0 of 2 implemented",
      "9 Performance evaluation 0 of 1 implemented",
    ]);
    await expectAccessible();
  });

  it("are narrowed by words and by chips", async () => {
    const user = await openClauses();
    await user.type(screen.getByRole("searchbox", { name: "Filter clauses" }), "audit");
    expect(screen.queryByRole("row", { name: /^5\.2/ })).toBeNull();
    expect(row("9.2.2")).toBeVisible();
    await user.clear(screen.getByRole("searchbox", { name: "Filter clauses" }));
    await user.click(screen.getByRole("button", { name: /No owner/ }));
    expect(screen.getAllByRole("row", { name: /^\d/ }).length).toBeGreaterThan(2);
  });

  it("are changed where they stand", async () => {
    const user = await openClauses();
    await user.click(screen.getByRole("button", { name: /^Status of 5\.2/ }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Planned" }));
    await waitFor(() => expect(row("5.2")).toHaveAccessibleName("5.2 AI policy, Planned"));
    await user.type(screen.getByRole("combobox", { name: "Owner of 5.3" }), "Managing director{Enter}");
    await waitFor(() =>
      expect(core.called("clause.set")).toEqual([
        { clauses: ["5.2"], status: "planned" },
        { clauses: ["5.3"], owner: "Managing director" },
      ]),
    );
    expect(place()).toBe("#/clauses");
  });

  it("keep what was typed where the core refuses it, and say so", async () => {
    const user = await openClauses();
    core.failures.set(
      "clause.set",
      new Failed({ code: "x", message: "The disk is full", hint: null, field: null }),
    );
    const owner = screen.getByRole("combobox", { name: "Owner of 5.2" });
    await user.type(owner, "IT lead{Enter}");
    await waitFor(() => expect(owner).toBeInvalid());
    expect(owner).toHaveValue("IT lead");
    expect(row("5.2")).toHaveTextContent("Not recorded yet");
  });

  it("are changed together, which is undone in one step", async () => {
    const user = await openClauses();
    await user.click(screen.getByRole("checkbox", { name: "Select all 3 clauses" }));
    const bar = screen.getByRole("toolbar", { name: "Change 3 selected clauses" });
    await user.click(within(bar).getByRole("button", { name: "Set owner" }));
    await user.type(await screen.findByRole("combobox", { name: "Owner" }), "Quality manager");
    await user.click(screen.getByRole("button", { name: "Set for three clauses" }));
    expect(await screen.findByText("Owner set for three clauses")).toBeVisible();
    expect(core.called("clause.set")).toEqual([
      { clauses: ["5.2", "5.3", "9.2.2"], owner: "Quality manager" },
    ]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Undone: the owner of 5.2, 5.3 and 9.2.2")).toBeVisible();
  });

  it("go by keyboard from row to row, and into the panel and back", async () => {
    const user = await openClauses();
    row("5.2").focus();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(
      await screen.findByRole("heading", { name: "Roles, responsibilities and authorities" }),
    ).toHaveFocus();
    expect(place()).toBe("#/clauses/5.3");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(row("5.3")).toHaveFocus());
  });
});

describe("the panel of a clause", () => {
  it("shows what is asked, the auditor's question and the common gap beside the fields", async () => {
    await openClauses("5.2");
    const shown = panel("5.2");
    for (const words of ["Write down the company's position.", "Where is the policy?", "Nobody approved it."])
      expect(shown).toHaveTextContent(words);
    expect(within(shown).getByRole("link", { name: "A.2.2" })).toHaveAttribute("href", "#/controls/A.2.2");
    await expectAccessible();
  });

  it("sends what is typed when another clause is opened", async () => {
    const user = await openClauses("5.2");
    await user.type(within(panel("5.2")).getByRole("textbox", { name: "How it is met" }), "One page");
    await user.click(screen.getByRole("button", { name: "Next clause" }));
    await waitFor(() => expect(core.called("clause.set")).toEqual([{ clauses: ["5.2"], how: "One page" }]));
  });

  it("can be read where nothing can be changed", async () => {
    core.canWrite = false;
    await openClauses("5.2");
    expect(within(panel("5.2")).getByRole("combobox", { name: "Owner" })).toHaveAttribute("readonly");
    expect(screen.queryByRole("combobox", { name: "Owner of 5.2" })).toBeNull();
  });
});
