import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed, type StartAnswers } from "$host";
import { folderName, inside, parentOf, trail } from "../src/areas/workspace/folders";
import { noAnswers } from "../src/areas/workspace/start/answers";
import { hourWords } from "../src/areas/workspace/start/hours";
import { placeOf } from "../src/areas/workspace/start/refused";
import { start } from "../src/areas/workspace/start/start.svelte";
import { workspace } from "../src/areas/workspace/workspace.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
  start.forget();
  workspace.recents.forget();
});

const question = (name: string): Promise<HTMLElement> => screen.findByRole("heading", { level: 1, name });
const next = (user: UserEvent): Promise<void> => user.click(screen.getByRole("button", { name: "Continue" }));

/** The answers of somebody who has said all that is needed. */
function answered(more: Partial<StartAnswers> = {}): StartAnswers {
  return {
    ...noAnswers(),
    furthest: "check",
    name: "Saltmarsh",
    roles: ["user"],
    systems_later: true,
    part: "whole",
    target: "2999-06-01",
    folder: "/home/p/Saltmarsh",
    folder_chosen: true,
    ...more,
  };
}

describe("welcome", () => {
  it("offers the three ways and the recent workspaces", async () => {
    core.recents = [
      {
        folder: "/home/p/Documents/Saltmarsh",
        name: "Saltmarsh",
        opened: "2026-10-07T10:00:00Z",
        found: true,
      },
      { folder: "/media/stick/Old", name: "Old company", opened: "2025-10-07T10:00:00Z", found: false },
    ];
    const user = await openWindow(core, { page: "welcome" });
    expect(await screen.findByRole("button", { name: /^Saltmarsh/ })).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Old company/ })).toBeNull();
    expect(screen.getByText("Not found")).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Remove Old company from this list" }));
    await waitFor(() => expect(screen.queryByText("Old company")).toBeNull());
    await user.click(screen.getByRole("button", { name: /^Saltmarsh/ }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Home/ })).toBeVisible();
  });

  it("says under the way what went wrong with it", async () => {
    core.picked.push("/media/missing");
    const user = await openWindow(core, { page: "welcome" });
    await user.click(await screen.findByRole("button", { name: /^Open a workspace/ }));
    const item = screen.getByRole("button", { name: /^Open a workspace/ }).closest("li");
    await waitFor(() => expect(item).toHaveTextContent("There is no workspace in “/media/missing”"));
    expect(item).toHaveTextContent("Choose a folder that holds annexe.db.");
  });

  it("opens the sample company", async () => {
    const user = await openWindow(core, { page: "welcome" });
    await user.click(await screen.findByRole("button", { name: /^Explore the sample company/ }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Home/ })).toBeVisible();
    expect(core.called("workspace.sample")).toEqual([{}]);
  });
});

describe("the start", () => {
  it("asks seven questions, by keyboard alone, and ends on Home", async () => {
    core.start.documents = "/home/p/Documents";
    const user = await openWindow(core, { page: "welcome" });
    (await screen.findByRole("button", { name: /^Start a workspace/ })).focus();
    await user.keyboard("{Enter}");
    await waitFor(async () => expect(await question("Which company is this for?")).toHaveFocus());
    await user.tab();
    await user.keyboard("Saltmarsh Claims{Enter}");
    await waitFor(async () => expect(await question("What do you do with AI?")).toHaveFocus());
    await user.tab();
    await user.keyboard(" ");
    await user.click(screen.getByRole("checkbox", { name: "Deployer" }));
    await next(user);
    await question("Which AI systems do you have?");
    await user.type(screen.getByRole("textbox", { name: "Name" }), "Letter assistant");
    await user.click(screen.getByRole("checkbox", { name: "We use it" }));
    await user.click(screen.getByRole("button", { name: "Add another AI system" }));
    const second = screen.getByRole("region", { name: "AI system 2" });
    expect(within(second).getByRole("textbox", { name: "Name" })).toHaveFocus();
    await user.keyboard("Fraud filter");
    await next(user);
    await question("Which people and parts of the company are in scope?");
    await user.click(screen.getByRole("radio", { name: "Some teams or departments" }));
    await user.type(screen.getByRole("textbox", { name: "Which teams or departments" }), "the claims team");
    expect(
      await screen.findByText(
        "The AI management system of Saltmarsh Claims covers AI systems in the claims team.",
      ),
    ).toBeVisible();
    await next(user);
    await question("Who is in charge?");
    await user.type(
      screen.getByRole("textbox", { name: "Leads the AI management system" }),
      "Quality manager",
    );
    await next(user);
    await question("When do you want to be ready?");
    await user.click(
      await screen.findByRole("radio", { name: /^In 6 months, by .*: about four hours a week$/ }),
    );
    await user.click(screen.getByRole("checkbox", { name: "Remind me of dates on this computer" }));
    await next(user);
    await question("Check your answers");
    expect(screen.getByText(/EU AI Act: deployer/)).toBeVisible();
    expect(screen.getByText("Letter assistant and Fraud filter")).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "Where Annexe keeps it" })).toHaveValue(
        "/home/p/Documents/Saltmarsh Claims",
      ),
    );
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Home/ })).toBeVisible();
    expect(core.start.answers).toBeNull();
    expect(core.called("workspace.create")).toMatchObject([
      {
        folder: "/home/p/Documents/Saltmarsh Claims",
        organisation: {
          name: "Saltmarsh Claims",
          roles: ["user"],
          act_roles: ["deployer"],
          in_charge: "Quality manager",
        },
        scope: { units: ["the claims team"] },
        systems: [
          { name: "Letter assistant", roles: ["user"] },
          { name: "Fraud filter", roles: [] },
        ],
        plan: true,
      },
    ]);
    await waitFor(() => expect(core.called("preferences.set")).toMatchObject([{ reminders: { on: true } }]));
  });

  it("says what is missing in a summary that leads to the field", async () => {
    const user = await openWindow(core, { page: "start", step: "roles" });
    await question("What do you do with AI?");
    await next(user);
    const summary = await screen.findByRole("alert");
    await waitFor(() => expect(summary).toHaveFocus());
    await user.click(screen.getByRole("link", { name: "Choose at least one thing that you do with AI" }));
    expect(screen.getByRole("checkbox", { name: "We use it" })).toHaveFocus();
    expect(place()).toBe("#/start/roles");
    await expectAccessible();
  });

  it.each([
    ["company", "Enter the name of the company", "Name of the company"],
    ["systems", "Name an AI system, or say that you don’t know yet", "Name"],
    ["scope", "Choose the whole company or a part of it", "The whole company"],
    ["target", "Choose a day", /^In 3 months/],
  ] as const)("leads from what is missing on the page %s to its field", async (step, wrong, field) => {
    const user = await openWindow(core, { page: "start", step });
    await user.click(await screen.findByRole("button", { name: "Continue" }));
    await user.click(await screen.findByRole("link", { name: wrong }));
    expect(document.activeElement).toHaveAccessibleName(field);
  });

  it("lets the AI systems be named later", async () => {
    const user = await openWindow(core, { page: "start", step: "systems" });
    await user.click(await screen.findByRole("checkbox", { name: "We don’t know yet" }));
    expect(screen.queryByRole("textbox", { name: "Name" })).toBeNull();
    await next(user);
    await question("Which people and parts of the company are in scope?");
  });

  it("takes a system away, and asks for the name of one that has none", async () => {
    const user = await openWindow(core, { page: "start", step: "systems" });
    await user.type(await screen.findByRole("textbox", { name: "Name" }), "Letter assistant");
    await user.click(screen.getByRole("button", { name: "Add another AI system" }));
    const second = screen.getByRole("region", { name: "AI system 2" });
    await user.type(within(second).getByRole("textbox", { name: "What it is for" }), "Letters");
    await next(user);
    expect(await screen.findByRole("link", { name: "Give AI system 2 a name" })).toBeVisible();
    await user.click(within(second).getByRole("button", { name: /^Remove/ }));
    expect(screen.queryByRole("region", { name: "AI system 2" })).toBeNull();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Letter assistant");
  });

  it("is kept on this computer, and taken up where it was left", async () => {
    const user = await openWindow(core, { page: "start", step: "company" });
    await user.type(await screen.findByRole("textbox", { name: "Name of the company" }), "Saltmarsh");
    await next(user);
    await question("What do you do with AI?");
    await user.click(screen.getByRole("checkbox", { name: "We use it" }));
    // The window closes: what was answered last is kept before it does.
    core.tell({ kind: "closing" });
    await waitFor(() => expect(core.closings).toEqual([true]));
    expect(core.start.answers).toMatchObject({ name: "Saltmarsh", roles: ["user"], furthest: "roles" });

    start.forget();
    document.body.innerHTML = "";
    const later = await openWindow(core, { page: "welcome" });
    expect(await screen.findByText("Your answers for Saltmarsh are kept on this computer")).toBeVisible();
    await later.click(screen.getByRole("button", { name: /^Go on with starting a workspace/ }));
    await question("What do you do with AI?");
    expect(screen.getByRole("checkbox", { name: "We use it" })).toBeChecked();
  });

  it("can be set aside to begin anew, and brought back", async () => {
    core.start.answers = answered();
    const user = await openWindow(core, { page: "welcome" });
    await user.click(await screen.findByRole("button", { name: "Set these answers aside and begin anew" }));
    expect(screen.getByRole("button", { name: /^Start a workspace/ })).toBeVisible();
    await waitFor(() => expect(core.start.answers).toMatchObject({ name: "", furthest: "company" }));
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(screen.getByText("Your answers for Saltmarsh are kept on this computer")).toBeVisible();
    await waitFor(() => expect(core.start.answers).toMatchObject({ name: "Saltmarsh" }));
  });

  it("leads from a change back to the check", async () => {
    core.start.answers = answered();
    const user = await openWindow(core, { page: "start", step: "check" });
    await question("Check your answers");
    await user.click(screen.getByRole("link", { name: "Change Company" }));
    const name = await screen.findByRole("textbox", { name: "Name of the company" });
    expect(name).toHaveValue("Saltmarsh");
    await user.type(name, " Claims{Enter}");
    await question("Check your answers");
    expect(screen.getByText("Saltmarsh Claims")).toBeVisible();
  });

  it("shows what the core refuses at its question, on the page where it is asked", async () => {
    const user = await openWindow(core, { page: "start", step: "company" });
    await user.type(await screen.findByRole("textbox", { name: "Name of the company" }), "Saltmarsh");
    await user.click(screen.getByRole("textbox", { name: /^What it does/ }));
    await user.paste("Handles\u202e claims");
    await next(user);
    await user.click(await screen.findByRole("link", { name: /character that cannot be seen/ }));
    expect(screen.getByRole("textbox", { name: /^What it does/ })).toHaveFocus();
    expect(document.activeElement).toBeInvalid();
  });

  it("says at the day that it has passed", async () => {
    core.start.answers = answered({ target: "2020-06-01" });
    const user = await openWindow(core, { page: "start", step: "target" });
    await user.click(await screen.findByRole("button", { name: "Continue" }));
    expect(await screen.findByRole("link", { name: /is not after today/ })).toBeVisible();
    expect(screen.getByRole("combobox", { name: "Day" })).toBeInvalid();
  });

  it("shows what the core refused of the folder at the folder", async () => {
    core.start.answers = answered({ folder: "Documents/Saltmarsh" });
    const user = await openWindow(core, { page: "start", step: "check" });
    await question("Check your answers");
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    await user.click(await screen.findByRole("link", { name: "That is no whole path" }));
    const folder = screen.getByRole("textbox", { name: "Where Annexe keeps it" });
    expect(folder).toHaveFocus();
    expect(folder).toBeInvalid();
    expect(folder).toHaveAccessibleDescription(/That is no whole path.*Begin with a slash/);
  });

  it("keeps the answers where creating fails for another reason", async () => {
    core.failures.set(
      "workspace.create",
      new Failed({ code: "unexpected", message: "It broke", hint: null, field: null }),
    );
    core.start.answers = answered();
    const user = await openWindow(core, { page: "start", step: "check" });
    await question("Check your answers");
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByText("It broke")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Home/ })).toBeVisible();
  });
});

describe("what is refused", () => {
  const answers = answered({
    systems: [
      { name: "", purpose: "", roles: [], owner: "" },
      { name: "A", purpose: "", roles: [], owner: "" },
      { name: "B", purpose: "", roles: [], owner: "" },
    ],
  });

  it.each([
    ["organisation.activity", "company", "start-activity"],
    ["name", "company", "start-name"],
    ["organisation.act_roles[0]", "roles", "start-act_roles"],
    ["systems[1].name", "systems", "start-systems-2"],
    ["scope.units[0]", "scope", "start-units"],
    ["target", "target", "start-target"],
    ["folder", "check", "start-folder"],
  ])("at %s is said on the page %s at the field %s", (argument, step, field) => {
    expect(placeOf("any", argument, answers)).toEqual({ step, field });
  });

  it("at nothing that was asked is said on no page", () => {
    expect(placeOf("disk-full", null, answers)).toBeNull();
  });
});

describe("the work of a week", () => {
  it.each([
    [10, "about half an hour a week"],
    [60, "about one hour a week"],
    [95, "about one and a half hours a week"],
    [230, "about four hours a week"],
    [750, "about 12 and a half hours a week"],
  ])("of %i minutes reads as people say it", (minutes, words) => {
    expect(hourWords(minutes)).toBe(words);
  });
});

describe("a folder", () => {
  it("gets a name that every system takes", () => {
    expect(folderName("Müller & Söhne: KI/AI")).toBe("Müller & Söhne KI AI");
    expect(folderName(" ... ")).toBe("Annexe");
    expect(folderName("CON")).toBe("Annexe");
    expect(folderName("x".repeat(300))).toHaveLength(60);
  });

  it("is joined with the separator of its system", () => {
    expect(inside("/home/p", "S")).toBe("/home/p/S");
    expect(inside("C:\\Users\\p", "S")).toBe("C:\\Users\\p\\S");
    expect(inside("/", "S")).toBe("/S");
    expect(parentOf("/home/p/S")).toBe("/home/p");
    expect(parentOf("C:\\Users\\S\\")).toBe("C:\\Users");
    expect(parentOf("S")).toBeNull();
    expect(trail("/home/p/Documents/Clients/S")).toBe("Documents › Clients › S");
  });
});
