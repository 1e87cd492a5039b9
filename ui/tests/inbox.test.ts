import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

const FOLDER = "/home/person/Documents/Quality";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openInbox(): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "inbox" });
  await screen.findByRole("heading", { level: 1, name: "Inbox" });
  return user;
}

const row = (name: string): HTMLElement => screen.getByRole("row", { name: new RegExp(`^${name},`) });
const names = (): (string | null)[] =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((each) => each.getAttribute("aria-label"));

describe("without a watched folder", () => {
  it("the inbox says what it is for, and watches one", async () => {
    core.picked.push(FOLDER);
    const user = await openInbox();
    expect(await screen.findByRole("heading", { name: "No folder is watched yet" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Watch a folder" }));
    expect(await screen.findByRole("heading", { name: "Nothing new" })).toBeVisible();
    expect(core.called("watch.add")).toEqual([{ folder: FOLDER }]);
    expect(screen.getByText(FOLDER)).toBeVisible();
  });

  it("one that can't be watched says why, and what to do", async () => {
    core.picked.push("/media/missing");
    const user = await openInbox();
    await user.click(await screen.findByRole("button", { name: "Watch a folder" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      /The folder \/media\/missing is not there\s*Connect the drive, or choose another folder/,
    );
  });
});

describe("a watched folder", () => {
  it("that is away says so, with what to do, and that nothing is lost", async () => {
    core.watched.withFolder(FOLDER, {
      scanned: false,
      problem: `The folder ${FOLDER} is not there`,
      hint: "Connect the drive.",
    });
    await openInbox();
    const part = await screen.findByRole("region", { name: "Watched folders" });
    expect(part).toHaveTextContent("Can’t be looked through");
    expect(part).toHaveTextContent(/is not there\. Connect the drive\. What was taken in from it is safe\./);
    await expectAccessible();
  });

  it("says what still changes, what is not reported and what can't be read", async () => {
    core.watched
      .withFolder("/mnt/share/A", {
        moving: 2,
        trouble: "The system can’t watch more folders",
        trouble_hint: "Raise the limit.",
      })
      .withFolder("/mnt/share/B", {
        hearing: "at-intervals",
        unreadable: [{ path: "private", why: "permission denied" }],
      });
    const user = await openInbox();
    const part = await screen.findByRole("region", { name: "Watched folders" });
    expect(part).toHaveTextContent("2 still changing");
    expect(part).toHaveTextContent("The system can’t watch more folders. Raise the limit.");
    expect(part).toHaveTextContent("This drive reports no changes.");
    const [place] = within(part).getAllByText("One place could not be read", { selector: "summary" });
    if (place === undefined) throw new Error("it is not told");
    await user.click(place);
    expect(part).toHaveTextContent("private permission denied");
  });

  it("is watched no longer, and again by undoing", async () => {
    core.watched.withFolder(FOLDER).withNew("a.txt");
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("button", { name: "Stop watching Quality" }));
    expect(await screen.findByText("Quality is no longer watched")).toBeVisible();
    expect(core.called("watch.remove")).toEqual([{ folder: FOLDER }]);
    expect(await screen.findByRole("heading", { name: "No folder is watched yet" })).toBeVisible();
    await waitFor(() => expect(screen.getByRole("button", { name: "Watch a folder" })).toHaveFocus());
  });
});

describe("the inbox", () => {
  beforeEach(() => {
    core.watched
      .withFolder(FOLDER)
      .withNew("Policies/policy.docx", { bytes: 318_000 })
      .withNew("log.csv")
      .withChanged("training.xlsx", "E-12")
      .withVanished("old.pdf", "E-7");
  });

  it("tells what is new, changed or gone, by shape, word and place", async () => {
    await openInbox();
    await screen.findByRole("grid", { name: "Inbox" });
    expect(names()).toEqual([
      "policy.docx, Quality › Policies, New",
      "log.csv, Quality, New",
      "training.xlsx, Quality, Changed",
      "old.pdf, Quality, Gone",
    ]);
    expect(row("policy.docx")).toHaveTextContent("318 kB");
    expect(row("old.pdf")).toHaveTextContent("Nothing is lost: its file stays with E-7");
    expect(within(row("training.xlsx")).getByRole("link", { name: "E-12" })).toHaveAttribute(
      "href",
      "#/evidence/E-12",
    );
    // What is only gone waits for nothing.
    expect(screen.getByRole("link", { name: "Inbox 3 to deal with" })).toBeVisible();
    await expectAccessible();
  });

  it("keeps what else is selected where one file is taken in", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("checkbox", { name: "Select log.csv" }));
    await user.click(screen.getByRole("button", { name: "Take in policy.docx" }));
    await waitFor(() => expect(core.called("watch.take")).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole("row", { name: /^policy/ })).toBeNull());
    expect(screen.getByRole("checkbox", { name: "Select log.csv" })).toBeChecked();
  });

  it("takes one file in at once", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("button", { name: "Take in log.csv" }));
    expect(await screen.findByText("One file taken in")).toBeVisible();
    expect(core.called("watch.take")).toEqual([{ files: [{ folder: FOLDER, path: "log.csv" }], about: {} }]);
    await waitFor(() => expect(screen.queryByRole("row", { name: /^log/ })).toBeNull());
    expect(screen.getByRole("link", { name: "Inbox 2 to deal with" })).toBeVisible();
  });

  it("adds a changed file as a new version of its piece", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("button", { name: "Add as a new version training.xlsx" }));
    expect(await screen.findByText("One new version added")).toBeVisible();
  });

  it("takes many in, linked and with a kind", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("checkbox", { name: "Select policy.docx" }));
    await user.click(screen.getByRole("checkbox", { name: "Select training.xlsx" }));
    const bar = screen.getByRole("toolbar", { name: "Deal with 2 selected files" });
    await user.click(within(bar).getByRole("button", { name: "Take in" }));
    const form = await screen.findByRole("dialog", { name: "Take in two files" });
    expect(form).toHaveTextContent("One of them changed; it becomes a new version of its piece.");
    await user.selectOptions(within(form).getByRole("combobox", { name: "What it is" }), "Policy");
    const link = within(form).getByRole("combobox", { name: "What it proves" });
    await user.type(link, "nonsense{Enter}");
    expect(link).toHaveAccessibleDescription(/There is no control or clause “nonsense”/);
    await user.clear(link);
    await user.type(link, "a.2.2{Enter}");
    expect(within(form).getByRole("list", { name: "Linked to" })).toHaveTextContent("A.2.2");
    await expectAccessible();
    await user.click(within(form).getByRole("button", { name: "Take in two files" }));
    expect(await screen.findByText("One file taken in, 1 added as new versions")).toBeVisible();
    expect(core.called("watch.take")).toEqual([
      {
        files: [
          { folder: FOLDER, path: "Policies/policy.docx" },
          { folder: FOLDER, path: "training.xlsx" },
        ],
        about: { kind: "policy", links: ["A.2.2"] },
      },
    ]);
  });

  it("says which files were not taken in and why, and which are in the evidence already", async () => {
    core.watched.refusals.set("log.csv", {
      code: "file-changed",
      message: "log.csv changed while it was read",
      hint: "Try again once nobody writes to it.",
    });
    core.watched.known.set("Policies/policy.docx", "E-3");
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("checkbox", { name: "Select all 4 files" }));
    await user.click(screen.getByRole("button", { name: "Take in" }));
    await user.click(await screen.findByRole("button", { name: "Take in three files" }));
    const refused = await screen.findByRole("alert");
    expect(refused).toHaveTextContent(
      "log.csv: log.csv changed while it was read. Try again once nobody writes to it.",
    );
    expect(screen.getByText("One file is in the evidence already")).toBeVisible();
    expect(screen.getByRole("link", { name: "E-3" })).toHaveAttribute("href", "#/evidence/E-3");
    await expectAccessible();
    // What vanished was not dealt with, and stays selected.
    expect(screen.getByRole("toolbar", { name: "Deal with 1 selected file" })).toBeVisible();
    await user.click(screen.getAllByRole("button", { name: "Pass over" })[0] ?? document.body);
    await waitFor(() =>
      expect(core.called("watch.pass")).toEqual([
        { files: [{ folder: FOLDER, path: "Policies/policy.docx" }] },
      ]),
    );
  });

  it("passes files over, and asks about them again", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("checkbox", { name: "Select old.pdf" }));
    expect(screen.queryByRole("button", { name: "Take in" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Pass over" }));
    expect(await screen.findByText("One file passed over")).toBeVisible();
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible();
    const passed = await screen.findByRole("region", { name: "Passed over" });
    await user.click(within(passed).getByRole("button", { name: "Show them" }));
    await expectAccessible();
    await user.click(await within(passed).findByRole("button", { name: "Ask again old.pdf" }));
    expect(await screen.findByRole("row", { name: /^old\.pdf/ })).toBeVisible();
    expect(screen.getByRole("heading", { level: 1, name: "Inbox" })).toHaveFocus();
  });

  it("shows only one sort where that is asked for", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    const sorts = screen.getByRole("group", { name: "Show only" });
    await user.click(within(sorts).getByRole("button", { name: "Changed 1" }));
    await waitFor(() => expect(names()).toEqual(["training.xlsx, Quality, Changed"]));
    await user.click(within(sorts).getByRole("button", { name: "Changed 1" }));
    await waitFor(() => expect(names()).toHaveLength(4));
  });

  it("says what the core refused, and asks again what is there", async () => {
    core.failures.set(
      "watch.take",
      new Failed({
        code: "not-in-inbox",
        message: "log.csv is not in the inbox",
        hint: "Look through the folders again.",
        field: "files",
      }),
    );
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("button", { name: "Take in log.csv" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(
      /log\.csv is not in the inbox\s*Look through the folders again/,
    );
  });

  it("can be read where nothing may be changed", async () => {
    core.canWrite = false;
    await openInbox();
    await screen.findByRole("grid");
    expect(screen.queryByRole("button", { name: /^Take in/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "Watch a folder" })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Stop watching/ })).toBeNull();
    await expectAccessible();
  });
});

describe("the keyboard", () => {
  beforeEach(() => {
    core.watched.withFolder(FOLDER).withNew("a.txt").withNew("b.txt").withNew("c.txt");
  });

  it("moves through the files, selects, and takes in", async () => {
    const user = await openInbox();
    await screen.findByRole("grid");
    row("a.txt").focus();
    await user.keyboard("{ArrowDown}");
    expect(row("b.txt")).toHaveFocus();
    await user.keyboard("x");
    expect(row("b.txt")).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(screen.getByRole("toolbar", { name: "Deal with 2 selected files" })).toBeVisible();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar")).toBeNull();
    await user.keyboard("{Home}{Enter}");
    expect(await screen.findByText("One file taken in")).toBeVisible();
    await waitFor(() => expect(row("b.txt")).toHaveFocus());
    await user.keyboard("{Control>}a{/Control}");
    expect(screen.getByRole("toolbar", { name: "Deal with 2 selected files" })).toBeVisible();
  });
});

describe("a great many files", () => {
  it("come in parts, and all of them can be chosen", async () => {
    core.watched.withFolder(FOLDER);
    for (let number = 0; number < 620; number += 1) core.watched.withNew(`${number}.txt`);
    const user = await openInbox();
    // By role so many rows take a test minutes.
    const rows = (): number => document.querySelectorAll("tr[data-key]").length;
    await waitFor(() => expect(rows()).toBe(500));
    expect(document.querySelector("table")).toHaveAttribute("aria-rowcount", "621");
    await user.click(screen.getByLabelText("Select all 620 files"));
    expect(await screen.findByText("620 selected")).toBeVisible();
    expect(rows()).toBe(620);
    await user.click(screen.getByText("Pass over"));
    expect(await screen.findByText("620 files passed over")).toBeVisible();
    expect(core.watched.open).toEqual([]);
  }, 60_000);
});

describe("a look", () => {
  it("is taken at the start, when something changed, and when the window comes to the front", async () => {
    core.watched.withFolder(FOLDER);
    await openInbox();
    await screen.findByRole("heading", { name: "Nothing new" });
    expect(core.called("watch.scan")).toHaveLength(1);
    core.watched.withNew("late.txt");
    core.tell({ kind: "folders-changed" });
    expect(await screen.findByRole("row", { name: /^late/ })).toBeVisible();
    expect(core.called("watch.scan")).toHaveLength(2);
    window.dispatchEvent(new Event("focus"));
    await waitFor(() => expect(core.called("watch.scan")).toHaveLength(3));
  });

  it("never runs twice at once, and one more follows what was asked for in the meantime", async () => {
    core.watched.withFolder(FOLDER);
    await openInbox();
    await screen.findByRole("heading", { name: "Nothing new" });
    let go = (): void => undefined;
    core.watched.whileLooking = () => new Promise((resolve) => (go = resolve));
    for (let time = 0; time < 3; time += 1) core.tell({ kind: "folders-changed" });
    await waitFor(() => expect(core.called("watch.scan")).toHaveLength(2));
    core.watched.whileLooking = null;
    go();
    await waitFor(() => expect(core.called("watch.scan")).toHaveLength(3));
  });

  it("is taken again where the core says that more will be known", async () => {
    core.watched.withFolder(FOLDER);
    core.watched.lookAgainIn = 5;
    await openInbox();
    await waitFor(() => expect(core.called("watch.scan").length).toBeGreaterThan(2));
    core.watched.lookAgainIn = null;
  });

  it("that was stopped before it saw anything still shows the folders, and offers another one", async () => {
    core.watched.withFolder(FOLDER, { scanned: false });
    let stop = (): void => undefined;
    core.watched.whileLooking = () =>
      new Promise((_, reject) => {
        stop = () => reject(new Failed({ code: "stopped", message: "Stopped", hint: null, field: null }));
      });
    const user = await openInbox();
    await waitFor(() => expect(core.called("watch.scan")).toHaveLength(1));
    stop();
    const again = await screen.findByRole("button", { name: "Look again" });
    core.watched.whileLooking = null;
    core.watched.withNew("late.txt");
    await user.click(again);
    expect(await screen.findByRole("row", { name: /^late/ })).toBeVisible();
  });

  it("that failed says why and offers another one", async () => {
    core.watched.withFolder(FOLDER);
    core.failures.set(
      "watch.scan",
      new Failed({ code: "busy", message: "The database is busy", hint: "Wait a moment.", field: null }),
    );
    const user = await openInbox();
    expect(await screen.findByRole("alert")).toHaveTextContent(/The database is busy/);
    await user.click(screen.getByRole("button", { name: /^(Try again|Look again)$/ }));
    expect(await screen.findByRole("heading", { name: "Nothing new" })).toBeVisible();
  });

  it("forgets everything of a workspace that was left", async () => {
    core.watched.withFolder(FOLDER).withNew("a.txt");
    const user = await openInbox();
    await screen.findByRole("grid");
    await user.click(screen.getByRole("button", { name: /^Workspace:/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Close this workspace" }));
    await screen.findByRole("heading", { level: 1, name: "Annexe" });
    expect(place()).toBe("#/welcome");
    const looks = core.called("watch.scan").length;
    core.tell({ kind: "folders-changed" });
    await Promise.resolve();
    expect(core.called("watch.scan")).toHaveLength(looks);
  });
});
