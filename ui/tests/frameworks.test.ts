import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed } from "$host";
import { view } from "../src/areas/frameworks/view.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openControls, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
  view.showAll();
});

async function openFrameworks(open: string | null = null): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "frameworks", open });
  await screen.findByRole("grid", { name: "Places of the frameworks" });
  return user;
}

const law = (): HTMLElement => screen.getByRole("region", { name: "The EU AI Act and its dates" });
const row = (name: RegExp): HTMLElement => screen.getByRole("row", { name });
const panel = (id: string): Promise<HTMLElement> => screen.findByRole("region", { name: `Place ${id}` });

describe("the law", () => {
  it("stands first, with its dates, who says so and when it was checked", async () => {
    await openFrameworks();
    const first = within(law()).getAllByRole("listitem")[0] ?? document.body;
    expect(first).toHaveTextContent("Applies since 2 August 2026");
    expect(first).toHaveTextContent("For providers and deployers");
    expect(first).toHaveTextContent("Several independent sources say so");
    expect(law()).toHaveTextContent("Checked on 1 October 2026");
    expect(law()).toHaveTextContent("ISO/IEC 42001 is not a harmonised standard.");
    expect(law()).toHaveTextContent("This is no legal advice.");
    expect(law()).not.toHaveTextContent("half a year ago");
    await expectAccessible();
  });

  it("says which date is next, and in how many days", async () => {
    await openFrameworks();
    expect(within(law()).getByText("Next, in 51 days")).toBeVisible();
    expect(within(law()).getByText("Applies from 2 December 2026")).toBeVisible();
  });

  it("says on what it depends whom it concerns, where nobody has said the roles", async () => {
    await openFrameworks();
    expect(law()).toHaveTextContent("depends on your role under the Act");
    expect(within(law()).queryByText("Concerns you")).toBeNull();
  });

  it("marks what concerns the company by its roles under the Act", async () => {
    core.frameworks.law = {
      ...core.frameworks.law,
      act_roles: ["deployer"],
      facts: core.frameworks.law.facts.map((each) => ({
        ...each,
        concerns_us: each.roles.includes("deployer"),
      })),
    };
    const user = await openFrameworks();
    expect(await within(law()).findByText("Concerns you")).toBeVisible();
    await user.click(within(law()).getByRole("link", { name: "Art. 17" }));
    expect(place()).toBe("#/frameworks/Art.%2017");
  });

  it("asks to be checked again where that was long ago", async () => {
    core.frameworks.law = { ...core.frameworks.law, stale: true };
    await openFrameworks();
    expect(law()).toHaveTextContent("more than half a year ago");
  });
});

describe("the places", () => {
  it("say how much of what relates to them is in place", async () => {
    await openFrameworks();
    expect(row(/^Art\. 17 /)).toHaveAccessibleName("Art. 17 Quality management system, 1 of 3 in place");
    expect(row(/^Art\. 71 /)).toHaveAccessibleName(/0 of 1 in place/);
    expect(screen.getByText(/is not in this list has no counterpart/)).toBeVisible();
  });

  it("are found by words and by framework", async () => {
    const user = await openFrameworks();
    await user.type(screen.getByRole("searchbox", { name: "Search laws and frameworks" }), "quality");
    expect(row(/^Art\. 17 /)).toBeVisible();
    expect(screen.queryByRole("row", { name: /^GOVERN/ })).toBeNull();
    await user.clear(screen.getByRole("searchbox", { name: "Search laws and frameworks" }));
    await user.click(screen.getByRole("button", { name: "NIST AI RMF" }));
    expect(row(/^GOVERN 1\.1 /)).toBeVisible();
    expect(screen.queryByRole("row", { name: /^Art\. 17/ })).toBeNull();
    expect(screen.queryByRole("region", { name: "The EU AI Act and its dates" })).toBeNull();
  });

  it("say where nothing matches, and show all again", async () => {
    const user = await openFrameworks();
    await user.type(screen.getByRole("searchbox", { name: "Search laws and frameworks" }), "zebra");
    expect(screen.getByText("Nothing matches “zebra”")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Show all" }));
    expect(row(/^Art\. 17 /)).toBeVisible();
  });

  it("are reached and opened by keyboard, and left by Escape", async () => {
    const user = await openFrameworks();
    row(/^Art\. 17 /).focus();
    await user.keyboard("{ArrowDown}");
    expect(row(/^Art\. 71 /)).toHaveFocus();
    await user.keyboard("{End}{Home}{Enter}");
    const opened = await panel("Art. 17");
    await waitFor(() => expect(within(opened).getByRole("heading", { level: 2 })).toHaveFocus());
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Place Art. 17" })).toBeNull();
    await waitFor(() => expect(row(/^Art\. 17 /)).toHaveFocus());
  });

  it("say that work can be shared where the company runs the standard", async () => {
    core.frameworks.held = ["iso-27001"];
    await openFrameworks("A.5.1");
    expect(screen.getByText("You run it already: work can be shared")).toBeVisible();
    const opened = await panel("A.5.1");
    expect(await within(opened).findByText(/already runs ISO\/IEC 27001:2022/)).toBeVisible();
  });
});

describe("a place", () => {
  it("says what relates, how it stands, who says so, and what stays open", async () => {
    await openFrameworks("Art. 17");
    const opened = await panel("Art. 17");
    const answers = await within(opened).findByRole("region", {
      name: "What your management system answers",
    });
    expect(answers).toHaveTextContent("Three clauses and controls relate to it. In place today: 1.");
    expect(answers).toHaveTextContent("1 is said to be done, and evidence that holds shows it");
    const rows = within(within(opened).getByRole("region", { name: "What relates to it" }));
    const first = rows.getAllByRole("listitem")[0] ?? document.body;
    expect(first).toHaveTextContent("In place");
    expect(first).toHaveTextContent("2 pieces of evidence that hold");
    expect(first).toHaveTextContent("answers most of it · several sources agree");
    expect(rows.getByRole("link", { name: "A.2.2 AI policy" })).toHaveAttribute("href", "#/controls/A.2.2");
    const open = within(opened).getByRole("region", { name: "What stays open" });
    expect(open).toHaveTextContent("Thirteen elements for each system.");
    expect(within(opened).getByRole("region", { name: "Dates of the law" })).toHaveTextContent(
      "The duties of transparency apply",
    );
    await expectAccessible();
  });

  it("says so where no source tells what stays open", async () => {
    await openFrameworks("GOVERN 1.1");
    const opened = await panel("GOVERN 1.1");
    expect(await within(opened).findByText(/No source says what ISO\/IEC 42001 leaves open/)).toBeVisible();
  });

  it("is one step from the next", async () => {
    const user = await openFrameworks("Art. 17");
    await user.click(within(await panel("Art. 17")).getByRole("button", { name: "Next place" }));
    expect(await panel("Art. 71")).toBeVisible();
  });

  it("that there is none of says why", async () => {
    await openFrameworks("Art. 999");
    expect(await within(await panel("Art. 999")).findByText(/There is no place “Art\. 999”/)).toBeVisible();
  });

  it("is reached from anywhere by its name", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "home" });
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("combobox", { name: "Search or go to" });
    expect(screen.queryByRole("option", { name: /Art\. 17/ })).toBeNull();
    await user.type(field, "quality ai act");
    await user.click(await screen.findByRole("option", { name: /Art\. 17/ }));
    expect(await panel("Art. 17")).toBeVisible();
    await waitFor(() => {
      expect(document.title).toBe("Art. 17 Quality management system - Laws and frameworks - Annexe");
    });
  });

  it("is led to by the rows of a control's crosswalk", async () => {
    await openControls(core, "A.2.2");
    const elsewhere = await screen.findByRole("region", { name: "Also asked for in" });
    expect(within(elsewhere).getByRole("link", { name: "Art. 17" })).toHaveAttribute(
      "href",
      "#/frameworks/Art.%2017",
    );
    expect(elsewhere).toHaveTextContent("several sources agree");
  });
});

describe("what goes wrong", () => {
  it("is shown where it would stand, with a way to try again", async () => {
    core.failures.set(
      "framework.law",
      new Failed({ code: "damaged", message: "The database is damaged", hint: null, field: null }),
    );
    const user = await openFrameworks();
    expect(screen.getByRole("alert")).toHaveTextContent("The database is damaged");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "The EU AI Act and its dates" })).toBeVisible();
  });
});
