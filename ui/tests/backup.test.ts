import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { router } from "$app/router.svelte";
import { backupName, farWords, nextDue } from "../src/areas/backup/names";
import { FakeCore } from "./fake/core";
import { fail } from "./fake/handlers";
import { expectAccessible, openWindow } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openSettings(): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "settings" });
  await screen.findByRole("button", { name: "Back up now" });
  return user;
}

const section = (): HTMLElement => screen.getByRole("region", { name: "Backup" });

describe("backing up now", () => {
  it("offers a name that says whose it is and of which day, and says where it went", async () => {
    core.picked.push("/media/stick/Saltmarsh.zip");
    const user = await openSettings();
    expect(section()).toHaveTextContent("This computer has made no backup yet");
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    expect(await screen.findByText("Backup written and read back whole, 12.3 MB")).toBeVisible();
    expect(core.picks[0]).toMatchObject({ kind: "save", extension: "zip" });
    expect(core.picks[0]?.suggestion).toMatch(/^Saltmarsh Claims \d{4}-\d{2}-\d{2}\.zip$/);
    expect(core.called("backup.write")).toEqual([{ file: "/media/stick/Saltmarsh.zip", replace: false }]);
    expect(section()).toHaveTextContent("/media/stick/Saltmarsh.zip");
    await waitFor(() => expect(section()).toHaveTextContent(/Last backup:/));
    await expectAccessible();
  });

  it("asks before a file is replaced", async () => {
    core.backups.files.set("/media/old.zip", { organisation: "Saltmarsh Claims", passphrase: null });
    core.picked.push("/media/old.zip", "/media/old.zip");
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    await user.click(await screen.findByRole("button", { name: "Keep it" }));
    expect(core.called("backup.write")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    const question = await screen.findByRole("dialog", { name: "Replace “old.zip”?" });
    await expectAccessible();
    await user.click(within(question).getByRole("button", { name: "Replace the file" }));
    expect(await screen.findByText(/^Backup written/)).toBeVisible();
    expect(core.called("backup.write")[2]).toEqual({ file: "/media/old.zip", replace: true });
  });

  it("with a passphrase warns, and wants it twice", async () => {
    core.picked.push("/media/s.zip.age");
    const user = await openSettings();
    await user.click(screen.getByRole("checkbox", { name: "Seal it with a passphrase" }));
    expect(section()).toHaveTextContent("Without the passphrase nobody can open the backup");
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    const passphrase = screen.getByLabelText("Passphrase");
    expect(passphrase).toHaveAccessibleDescription(/Enter a passphrase/);
    await waitFor(() => expect(passphrase).toHaveFocus());
    await user.keyboard("correct horse");
    const again = screen.getByLabelText("Passphrase again");
    await user.type(again, "correct house{Enter}");
    expect(again).toHaveAccessibleDescription(/The two are not the same/);
    expect(core.picks).toEqual([]);
    await expectAccessible();
    await user.clear(again);
    await user.type(again, "correct horse{Enter}");
    expect(await screen.findByText(/^Backup written/)).toBeVisible();
    expect(core.picks[0]?.suggestion).toMatch(/\.zip\.age$/);
    expect(core.called("backup.write")).toEqual([
      { file: "/media/s.zip.age", replace: false, passphrase: "correct horse" },
    ]);
    expect(screen.getByLabelText("Passphrase")).toHaveValue("");
  });

  it("that fails says why, and the status says it too", async () => {
    core.picked.push("/readonly/b.zip");
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      /can't be written\s*Choose a folder where you may write/,
    );
    await waitFor(() => expect(section()).toHaveTextContent(/The last try failed \(/));
  });
});

describe("the schedule", () => {
  it("is set, changed and ended", async () => {
    core.picked.push("/media/backups");
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Start backing up by itself" }));
    const folder = screen.getByRole("textbox", { name: "Folder for backups" });
    expect(folder).toHaveAccessibleDescription(/Choose a folder, or type its whole path/);
    await waitFor(() => expect(folder).toHaveFocus());
    await user.click(screen.getByRole("button", { name: "Choose the folder" }));
    await waitFor(() => expect(folder).toHaveValue("/media/backups"));
    const days = screen.getByRole("textbox", { name: "Every how many days" });
    await user.clear(days);
    await user.type(days, "100");
    await user.click(screen.getByRole("button", { name: "Start backing up by itself" }));
    expect(days).toHaveAccessibleDescription("Enter a number of days from 1 to 90");
    await expectAccessible();
    await user.clear(days);
    await user.type(days, "2{Enter}");
    expect(await screen.findByText("Backups are made every two days")).toBeVisible();
    expect(core.called("backup.schedule")).toEqual([
      { schedule: { folder: "/media/backups", days: 2, keep: 14 } },
    ]);
    // The first one is made at once.
    expect(await screen.findByText(/^Backup made: annexe-/)).toBeVisible();
    expect(section()).toHaveTextContent("The next one is due on 14 October 2026.");
    await user.click(screen.getByRole("button", { name: "Stop backing up by itself" }));
    expect(await screen.findByText("No backups are made by themselves any more")).toBeVisible();
    expect(core.backups.status.schedule).toBeNull();
  });

  it("says at its folder what the core refused", async () => {
    const user = await openSettings();
    const folder = screen.getByRole("textbox", { name: "Folder for backups" });
    await user.type(folder, "/media/missing{Enter}");
    await waitFor(() => expect(folder).toHaveAccessibleDescription(/There is no such folder for backups/));
    expect(folder).toHaveValue("/media/missing");
  });
});

describe("a backup that is due", () => {
  const due = {
    schedule: { folder: "/media/backups", days: 1, keep: 14 },
    last: null,
    failed: null,
    due: true,
  };

  it("is made after the workspace is opened, and said quietly", async () => {
    core.backups.status = due;
    await openWindow(core.withWorkspace(), { page: "controls", open: null, adding: false });
    expect(await screen.findByText(/^Backup made: annexe-/)).toBeVisible();
    expect(core.called("backup.run")).toHaveLength(1);
  });

  it("that fails is told with what to do, and stays on the first page", async () => {
    core.backups.status = due;
    core.backups.runFailure = fail(
      "no-such-folder",
      "There is no folder /media/backups",
      "Make the folder first, or choose another.",
    );
    await openWindow(core.withWorkspace(), { page: "home" });
    expect(
      await screen.findByText(
        "The backup failed: There is no folder /media/backups. Make the folder first, or choose another.",
      ),
    ).toBeVisible();
    expect(await screen.findByRole("link", { name: "The last backup failed" })).toBeVisible();
  });

  it("is not made where the workspace can only be read", async () => {
    core.backups.status = due;
    core.canWrite = false;
    await openWindow(core.withWorkspace(), { page: "home" });
    await screen.findByRole("heading", { name: "Annex A" });
    expect(core.called("backup.run")).toEqual([]);
  });
});

describe("checking a backup", () => {
  it("ends with the page that began it", async () => {
    core.held.set("backup.check", new Promise<void>(() => undefined));
    core.picked.push("/media/b.zip");
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await user.click(await screen.findByRole("button", { name: "Choose a backup to check" }));
    await waitFor(() => expect(core.called("backup.check")).toHaveLength(1));
    router.go({ page: "organisation" });
    await screen.findByRole("heading", { level: 1, name: "Organisation" });
    expect(core.stopped).toContain("backup.check");
  });

  it("says whose it is, of when, and what it holds", async () => {
    core.backups.files.set("/media/b.zip", { organisation: "Penmarrow", passphrase: null });
    core.picked.push("/media/b.zip");
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Choose a backup to check" }));
    expect(await screen.findByText("The backup is whole")).toBeVisible();
    expect(section()).toHaveTextContent("Penmarrow");
    expect(section()).toHaveTextContent("3 files of evidence, 12.3 MB in all");
    await expectAccessible();
  });

  it("asks for the passphrase only where there is one, and again where it is wrong", async () => {
    core.backups.files.set("/media/s.zip.age", { organisation: "Penmarrow", passphrase: "word" });
    core.picked.push("/media/s.zip.age");
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Choose a backup to check" }));
    const passphrase = await screen.findByLabelText("Passphrase");
    await waitFor(() => expect(passphrase).toHaveFocus());
    expect(passphrase).toBeValid();
    await user.keyboard("wrong{Enter}");
    await waitFor(() => expect(passphrase).toHaveAccessibleDescription(/does not open this backup/));
    await user.clear(passphrase);
    await user.type(passphrase, "word{Enter}");
    expect(await screen.findByText("Sealed with one")).toBeVisible();
  });

  it("of a file that is none says so", async () => {
    core.picked.push("/media/photo.jpg");
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Choose a backup to check" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      /This is not a backup of Annexe\s*Choose a file that Annexe wrote as a backup/,
    );
  });
});

describe("clearing out", () => {
  it("warns that undo ends there, and says how much it was", async () => {
    const user = await openSettings();
    await user.click(screen.getByRole("button", { name: "Clear out files nothing refers to" }));
    const question = await screen.findByRole("dialog");
    expect(question).toHaveTextContent("Undo ends here");
    await expectAccessible();
    await user.click(within(question).getByRole("button", { name: "Keep them" }));
    expect(core.called("evidence.sweep")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Clear out files nothing refers to" }));
    await user.click(await screen.findByRole("button", { name: "Clear them out" }));
    expect(await screen.findByText("There was nothing to clear out")).toBeVisible();
  });
});

describe("the words of backups", () => {
  it("name a file as every system takes it", () => {
    const day = new Date(2026, 10, 26);
    expect(backupName("Müller & Söhne: KI", false, day)).toBe("Müller & Söhne KI 2026-11-26.zip");
    expect(backupName("CON", true, day)).toBe("Annexe 2026-11-26.zip.age");
  });

  it("say how far it is, and when the next one is due", () => {
    expect(farWords({ done: 1_500_000, total: 3_000_000, what: "bytes" })).toBe("1.5 MB of 3 MB");
    expect(farWords({ done: 1_500_000, total: null, what: "bytes" })).toBe("1.5 MB");
    const last = { at: "2026-10-12T08:41:00Z", file: "/b.zip", bytes: 1 };
    const schedule = { folder: "/b", days: 7, keep: 3 };
    expect(nextDue({ schedule, last, failed: null, due: false })).toBe("2026-10-19");
    expect(nextDue({ schedule, last, failed: null, due: true })).toBeNull();
    expect(nextDue({ schedule: null, last, failed: null, due: false })).toBeNull();
  });
});
