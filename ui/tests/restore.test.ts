import { screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed } from "$host";
import { workspace } from "../src/areas/workspace/workspace.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
  workspace.recents.forget();
});

const title = (): Promise<HTMLElement> =>
  screen.findByRole("heading", { level: 1, name: "Restore a backup" });

describe("restoring a backup", () => {
  it("is the fourth way from Welcome, by keyboard, and ends in the opened workspace", async () => {
    core.recents = [
      { folder: "/home/p/Documents/Other", name: "Other", opened: "2026-10-07T10:00:00Z", found: true },
    ];
    core.backups.files.set("/media/Penmarrow 2026-10-01.zip", {
      organisation: "Penmarrow",
      passphrase: null,
    });
    core.picked.push("/media/Penmarrow 2026-10-01.zip");
    const user = await openWindow(core, { page: "welcome" });
    (await screen.findByRole("button", { name: /^Restore a backup/ })).focus();
    await user.keyboard("{Enter}");
    await waitFor(async () => expect(await title()).toHaveFocus());
    expect(document.title).toBe("Restore a backup - Annexe");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Choose the backup" }));
    expect(await screen.findByRole("textbox", { name: "Backup" })).toHaveValue(
      "/media/Penmarrow 2026-10-01.zip",
    );
    expect(screen.getByRole("textbox", { name: "Folder" })).toHaveValue(
      "/home/p/Documents/Penmarrow 2026-10-01",
    );
    expect(screen.queryByLabelText("Passphrase")).toBeNull();
    screen.getByRole("button", { name: "Restore the backup" }).focus();
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "Home: Penmarrow" })).toBeVisible();
    expect(core.called("backup.restore")).toEqual([
      { file: "/media/Penmarrow 2026-10-01.zip", folder: "/home/p/Documents/Penmarrow 2026-10-01" },
    ]);
    expect(place()).toBe("#/home");
  });

  it("says what is missing in a summary that leads to the field", async () => {
    const user = await openWindow(core, { page: "restore" });
    await title();
    await user.click(screen.getByRole("button", { name: "Restore the backup" }));
    const summary = await screen.findByRole("alert");
    await waitFor(() => expect(summary).toHaveFocus());
    expect(summary).toHaveTextContent("Two answers need another look");
    await expectAccessible();
    await user.click(screen.getByRole("link", { name: "Choose a backup, or type its path" }));
    expect(screen.getByRole("textbox", { name: "Backup" })).toHaveFocus();
  });

  it("asks for a passphrase only where the backup is sealed", async () => {
    core.backups.files.set("/media/s.zip.age", { organisation: "Penmarrow", passphrase: "word" });
    const user = await openWindow(core, { page: "restore" });
    await title();
    await user.type(screen.getByRole("textbox", { name: "Backup" }), "/media/s.zip.age");
    await user.type(screen.getByRole("textbox", { name: "Folder" }), "/home/p/New{Enter}");
    const passphrase = await screen.findByLabelText("Passphrase");
    await waitFor(() => expect(passphrase).toHaveFocus());
    expect(passphrase).toBeValid();
    await user.keyboard("wrong{Enter}");
    await waitFor(() => expect(passphrase).toHaveAccessibleDescription(/Type it again; capital letters/));
    await expectAccessible();
    await user.clear(passphrase);
    await user.type(passphrase, "word{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "Home: Penmarrow" })).toBeVisible();
  });

  it("says at the folder, or at the file, what is wrong with it, and keeps what was typed", async () => {
    core.backups.files.set("/media/b.zip", { organisation: "Penmarrow", passphrase: null, damaged: true });
    const user = await openWindow(core, { page: "restore" });
    await title();
    const file = screen.getByRole("textbox", { name: "Backup" });
    const folder = screen.getByRole("textbox", { name: "Folder" });
    await user.type(file, "/media/b.zip");
    await user.type(folder, "/home/p/full{Enter}");
    await waitFor(() => expect(file).toHaveAccessibleDescription(/The backup is damaged/));
    core.backups.files.set("/media/b.zip", { organisation: "Penmarrow", passphrase: null });
    await user.click(screen.getByRole("button", { name: "Restore the backup" }));
    await waitFor(() => expect(folder).toHaveAccessibleDescription(/is not empty.*Choose an empty folder/));
    expect(file).toBeValid();
    expect(folder).toHaveValue("/home/p/full");
  });

  it("that was stopped says that nothing was made", async () => {
    core.failures.set(
      "backup.restore",
      new Failed({ code: "stopped", message: "The work was stopped", hint: null, field: null }),
    );
    const user = await openWindow(core, { page: "restore" });
    await title();
    await user.type(screen.getByRole("textbox", { name: "Backup" }), "/media/b.zip");
    await user.type(screen.getByRole("textbox", { name: "Folder" }), "/home/p/New{Enter}");
    expect(await screen.findByText("Stopped. Nothing was made.")).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("is stopped by leaving its page, and leads nobody anywhere who has gone", async () => {
    core.backups.files.set("/media/b.zip", { organisation: "Penmarrow", passphrase: null });
    let goOn: () => void = () => undefined;
    core.held.set("backup.restore", new Promise((resolve) => (goOn = resolve)));
    const user = await openWindow(core, { page: "restore" });
    await title();
    await user.type(screen.getByRole("textbox", { name: "Backup" }), "/media/b.zip");
    await user.type(screen.getByRole("textbox", { name: "Folder" }), "/home/p/New{Enter}");
    await user.click(screen.getByRole("link", { name: "Back" }));
    await screen.findByRole("button", { name: /^Restore a backup/ });
    expect(core.stopped).toEqual(["backup.restore"]);
    goOn();
    await waitFor(() => expect(core.called("workspace.close")).toHaveLength(1));
    expect(core.folder).toBeNull();
    expect(place()).toBe("#/welcome");
  });
});
