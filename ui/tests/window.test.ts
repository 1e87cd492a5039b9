import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { backups } from "$areas/backup";
import { Failed } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openControls, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

describe("the command palette", () => {
  it("reaches a control by its number, by keyboard alone", async () => {
    const user = await openControls(core);
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("combobox", { name: "Search or go to" });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard("6.2.8");
    expect(screen.getAllByRole("option")[0]).toHaveTextContent("A.6.2.8");
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(
        screen.getByRole("heading", { level: 2, name: "AI system recording of event logs" }),
      ).toHaveFocus(),
    );
    expect(document.title).toBe("A.6.2.8 AI system recording of event logs - Controls - Annexe");
  });

  it("reaches pages and actions, the best match first", async () => {
    const user = await openControls(core);
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Search or go to" })).toHaveFocus());
    await user.keyboard("statem");
    expect(screen.getAllByRole("option")[0]).toHaveTextContent("Statement of Applicability");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Search or go to" })).toHaveFocus());
    await user.keyboard("dark{Enter}");
    await waitFor(() => expect(document.documentElement.dataset["theme"]).toBe("dark"));
    expect(core.called("preferences.set")).toEqual([{ theme: "dark" }]);
  });

  it("finds the steps of the guide under a heading of their own", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "guide", open: null, doing: null });
    await screen.findByRole("heading", { level: 3, name: "Draw the boundary" });
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("combobox", { name: "Search or go to" });
    await waitFor(() => expect(field).toHaveFocus());
    expect(screen.queryByRole("option", { name: /Draw the boundary/ })).toBeNull();
    await user.keyboard("boundary");
    const steps = screen.getByRole("group", { name: "Steps of the guide" });
    expect(within(steps).getByRole("option", { name: /Draw the boundary/ })).toBeVisible();
    await user.keyboard("{Enter}");
    expect(place()).toBe("#/guide/set-the-scope");
  });

  it("moves with the arrows and says what it found", async () => {
    const user = await openControls(core);
    await user.click(screen.getByRole("button", { name: "Search or go to" }));
    const field = await screen.findByRole("combobox", { name: "Search or go to" });
    await user.type(field, "ai system");
    const options = screen.getAllByRole("option");
    expect(field).toHaveAttribute("aria-activedescendant", options[0]?.id);
    await user.keyboard("{ArrowDown}");
    expect(field).toHaveAttribute("aria-activedescendant", options[1]?.id);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(field).toHaveAttribute("aria-activedescendant", options.at(-1)?.id);
    await user.clear(field);
    await user.type(field, "zebra");
    expect(screen.getByText("Nothing matches “zebra”.")).toBeVisible();
    await expectAccessible();
  });
});

describe("the rooms", () => {
  it("each have a title, and the focus goes there", async () => {
    const user = await openControls(core);
    for (const name of ["Organisation", "Statement of Applicability", "Settings", "Controls"]) {
      await user.click(screen.getByRole("link", { name }));
      await waitFor(() => expect(screen.getByRole("heading", { level: 1, name })).toHaveFocus());
      expect(screen.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
      expect(document.title).toBe(`${name} - Annexe`);
    }
  });

  it("are not there without a workspace", async () => {
    await openWindow(core, { page: "soa" });
    expect(await screen.findByRole("heading", { level: 1, name: "Annexe" })).toBeVisible();
    expect(place()).toBe("#/welcome");
  });

  it("of settings: theme, the check of the workspace, what Annexe is", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await user.click(await screen.findByRole("radio", { name: "Light" }));
    await waitFor(() => expect(document.documentElement.dataset["theme"]).toBe("light"));
    await user.click(screen.getByRole("radio", { name: "As the system" }));
    await waitFor(() => expect(document.documentElement.dataset["theme"]).toBeUndefined());
    await user.click(screen.getByRole("button", { name: "Check this workspace" }));
    expect(await screen.findByText("Everything is as it should be")).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "About Annexe" }));
    const about = await screen.findByRole("dialog", { name: "About Annexe" });
    expect(await within(about).findByText("0.1.0")).toBeVisible();
    await expectAccessible();
  });

  it("of the organisation: saved as it is left, an error at its field", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "organisation" });
    const activity = await screen.findByRole("textbox", { name: "What the company does" });
    await user.type(activity, "Motor claims");
    await user.tab();
    await waitFor(() => expect(core.called("organisation.set")).toEqual([{ activity: "Motor claims" }]));

    const name = screen.getByRole("textbox", { name: "Name" });
    await user.clear(name);
    await user.tab();
    await waitFor(() => expect(name).toHaveAccessibleDescription(/needs a name/));
    await expectAccessible();
    await user.type(name, "Penmarrow");
    await user.tab();
    expect(await screen.findByRole("button", { name: "Workspace: Penmarrow" })).toBeVisible();
  });
});

describe("when Annexe can't begin", () => {
  it("says so, with a way to try again", async () => {
    core.failures.set(
      "workspace.current",
      new Failed({ code: "broken", message: "The core is gone", hint: null, field: null }),
    );
    const user = await openWindow(core, { page: "welcome" });
    expect(await screen.findByRole("alert")).toHaveTextContent("The core is gone");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Annexe" })).toBeVisible();
  });
});

describe("when the person closes the window", () => {
  it("what was typed goes to the core before it closes", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "organisation" });
    await user.type(await screen.findByRole("textbox", { name: "What the company does" }), "Motor claims");
    core.tell({ kind: "closing" });
    await waitFor(() => expect(core.closings).toEqual([true]));
    expect(core.called("organisation.set")).toEqual([{ activity: "Motor claims" }]);
  });

  it("is asked about what can't be saved, and may stay", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(await screen.findByRole("radio", { name: "Applies" }));
    core.tell({ kind: "closing" });
    const question = await screen.findByRole("dialog", { name: /not recorded/ });
    await user.click(within(question).getByRole("button", { name: "Stay here" }));
    await waitFor(() => expect(core.closings).toEqual([false]));
    core.tell({ kind: "closing" });
    await user.click(await screen.findByRole("button", { name: "Leave without it" }));
    await waitFor(() => expect(core.closings).toEqual([false, true]));
  });

  it("what goes on by itself is stopped and does not begin again, and nobody types any more", async () => {
    const never = new Promise<void>(() => undefined);
    for (const name of ["evidence.read", "watch.scan", "workspace.verify", "backup.run"] as const)
      core.held.set(name, never);
    core.evidence.unread = 3;
    core.watched.withFolder("/home/person/Documents/Quality");
    core.backups.status = {
      ...core.backups.status,
      schedule: { folder: "/media", days: 7, keep: 5 },
      due: true,
    };
    const user = await openWindow(core.withWorkspace(), { page: "organisation" });
    await waitFor(() =>
      expect(core.calls.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["evidence.read", "watch.scan", "workspace.verify", "backup.run"]),
      ),
    );
    core.tell({ kind: "closing" });
    const veil = await screen.findByRole("dialog", { name: "Finishing what is under way…" });
    await waitFor(() => expect(core.closings).toEqual([true]));
    expect([...core.stopped].sort()).toEqual([
      "backup.run",
      "evidence.read",
      "watch.scan",
      "workspace.verify",
    ]);
    await expectAccessible();
    core.tell({ kind: "folders-changed" });
    await user.keyboard("{Escape}");
    expect(veil).toBeVisible();
    expect(core.called("watch.scan")).toHaveLength(1);
  });

  it("what the person asked for is finished first", async () => {
    core.held.set("backup.write", new Promise<void>(() => undefined));
    await openWindow(core.withWorkspace(), { page: "organisation" });
    await waitFor(() => expect(core.called("workspace.verify")).toHaveLength(1));
    void backups.write("/media/b.zip", null, false);
    core.tell({ kind: "closing" });
    await waitFor(() => expect(core.closings).toEqual([true]));
    expect(core.called("backup.write")).toHaveLength(1);
    expect(core.stopped).not.toContain("backup.write");
    backups.forget();
  });
});
