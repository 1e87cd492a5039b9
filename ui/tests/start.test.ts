import { screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed } from "$host";
import { folderName, inside, parentOf, trail } from "../src/areas/workspace/folders";
import { start } from "../src/areas/workspace/start/start.svelte";
import { workspace } from "../src/areas/workspace/workspace.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
  start.clear();
  workspace.recents.forget();
});

const question = (name: string): Promise<HTMLElement> => screen.findByRole("heading", { level: 1, name });

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
  it("asks one question a page, by keyboard alone, and ends on the controls", async () => {
    core.picked.push("/home/p/Documents");
    const user = await openWindow(core, { page: "welcome" });
    (await screen.findByRole("button", { name: /^Start a workspace/ })).focus();
    await user.keyboard("{Enter}");
    await waitFor(async () => expect(await question("What is your company called?")).toHaveFocus());
    await user.tab();
    await user.keyboard("Saltmarsh Claims{Enter}");
    await waitFor(async () => expect(await question("What do you do with AI?")).toHaveFocus());
    await user.tab();
    await user.keyboard(" ");
    await user.tab();
    await user.tab();
    await user.tab();
    await user.keyboard("{Enter}");
    await question("Which part of the company is in scope?");
    await user.click(screen.getByRole("textbox", { name: "Scope" }));
    await user.keyboard("Motor claims");
    await user.click(screen.getByRole("button", { name: "Continue" }));
    await question("Where should Annexe keep it?");
    await user.click(screen.getByRole("button", { name: "Choose where it goes" }));
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "Folder" })).toHaveValue(
        "/home/p/Documents/Saltmarsh Claims",
      ),
    );
    await user.click(screen.getByRole("button", { name: "Continue" }));
    await question("Check your answers");
    expect(screen.getByText("AI user")).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Home/ })).toBeVisible();
    expect(core.called("workspace.create")).toEqual([
      {
        folder: "/home/p/Documents/Saltmarsh Claims",
        organisation: { name: "Saltmarsh Claims", roles: ["user"], scope: "Motor claims" },
      },
    ]);
    expect(screen.getByRole("button", { name: "Begin with A.2.2" })).toBeVisible();
  });

  it("says what is missing in a summary that leads to the field", async () => {
    const user = await openWindow(core, { page: "start", step: "roles" });
    await question("What do you do with AI?");
    await user.click(screen.getByRole("button", { name: "Continue" }));
    const summary = await screen.findByRole("alert");
    await waitFor(() => expect(summary).toHaveFocus());
    await user.click(screen.getByRole("link", { name: "Choose at least one" }));
    expect(screen.getByRole("checkbox", { name: "We use it" })).toHaveFocus();
    expect(place()).toBe("#/start/roles");
    await expectAccessible();
  });

  it("can be left and taken up, and a change leads back to the check", async () => {
    start.name = "Saltmarsh";
    start.roles = ["user"];
    start.folder = "/home/p/Saltmarsh";
    const user = await openWindow(core, { page: "start", step: "check" });
    await question("Check your answers");
    await user.click(screen.getByRole("link", { name: "Change Company" }));
    const name = await screen.findByRole("textbox", { name: "Name of the company" });
    expect(name).toHaveValue("Saltmarsh");
    await user.type(name, " Claims{Enter}");
    await question("Check your answers");
    expect(screen.getByText("Saltmarsh Claims")).toBeVisible();
  });

  it("shows what the core refused at the answer that it is about", async () => {
    start.name = "Saltmarsh";
    start.roles = ["user"];
    start.folder = "Documents/Saltmarsh";
    const user = await openWindow(core, { page: "start", step: "check" });
    await question("Check your answers");
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("That is no whole path");
    await user.click(screen.getByRole("link", { name: "Change Folder" }));
    const folder = await screen.findByRole("textbox", { name: "Folder" });
    expect(folder).toBeInvalid();
    expect(folder).toHaveAccessibleDescription(/That is no whole path.*Begin with a slash/);
  });

  it("keeps the answers where creating fails for another reason", async () => {
    core.failures.set(
      "workspace.create",
      new Failed({ code: "unexpected", message: "It broke", hint: null, field: null }),
    );
    start.name = "Saltmarsh";
    start.roles = ["user"];
    start.folder = "/home/p/Saltmarsh";
    const user = await openWindow(core, { page: "start", step: "check" });
    await question("Check your answers");
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByText("It broke")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Create the workspace" }));
    expect(await screen.findByRole("heading", { level: 1, name: /^Home/ })).toBeVisible();
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
