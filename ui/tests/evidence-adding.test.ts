import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { notices } from "$app/notices.svelte";
import { controlRoute, router } from "$app/router.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openControls, openEvidence, piece, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
  at(null);
});

/** What is under the pointer: this document has no layout of its own. */
function at(element: Element | null): void {
  document.elementFromPoint = () => element;
}

const over = (files: number | null): void => core.tell({ kind: "files-over", files, x: 10, y: 10 });
const dropped = (paths: string[], odd: string[] = []): void =>
  core.tell({ kind: "files-dropped", paths, odd, x: 10, y: 10 });
const veil = (): HTMLElement | null => screen.queryByRole("region", { name: "Drop files" });
const outcome = async (): Promise<HTMLElement> => {
  const close = await screen.findByRole("button", { name: "Dismiss the list" });
  return close.closest("section") ?? close;
};

/** Pastes a file where the focus is. */
function paste(file: File, onto: Element = document.body): void {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.defineProperty(event, "clipboardData", { value: { files: [file], items: [] } });
  onto.dispatchEvent(event);
}

describe("a file that is dropped", () => {
  it("is announced by a veil while it is held, and added", async () => {
    await openEvidence(core);
    over(3);
    await waitFor(() => expect(veil()).toHaveTextContent("Drop anywhere to add three files"));
    expect(veil()).toHaveTextContent("the originals stay where they are. Drop one on a row");
    over(null);
    await waitFor(() => expect(veil()).toHaveTextContent("Drop anywhere to add three files"));
    await expectAccessible();
    core.tell({ kind: "files-left" });
    await waitFor(() => expect(veil()).toBeNull());

    dropped(["/docs/Policy.pdf", "/docs/Minutes.docx", "/docs/Figures.xlsx"]);
    expect(await screen.findByText("Three files added")).toBeVisible();
    await waitFor(() => expect(piece("E-3")).toBeVisible());
    expect(core.called("evidence.add")).toEqual([
      { files: ["/docs/Policy.pdf", "/docs/Minutes.docx", "/docs/Figures.xlsx"], about: {} },
    ]);
    screen.getByRole("button", { name: "Undo" }).click();
    expect(await screen.findByText("Undone: the adding of E-1, E-2 and E-3")).toBeVisible();
    expect(await screen.findByRole("heading", { name: "No evidence yet" })).toBeVisible();
  });

  it("is opened where it is one, so that one goes on to say what it proves", async () => {
    await openEvidence(core);
    dropped(["/docs/Policy.pdf"]);
    expect(await screen.findByRole("region", { name: "Evidence E-1" })).toBeVisible();
  });

  it("on a row becomes the next version of that piece", async () => {
    core.evidence.with("Policy");
    await openEvidence(core);
    at(piece("E-1"));
    over(1);
    await waitFor(() => expect(veil()).toHaveTextContent("Drop to make it the next version of “Policy”"));
    expect(piece("E-1")).toHaveClass("held");
    dropped(["/docs/Policy 2.pdf"]);
    expect(await screen.findByText("Version 2 of E-1 added")).toBeVisible();
    expect(core.called("evidence.add-version")).toEqual([{ id: "E-1", file: "/docs/Policy 2.pdf" }]);
    expect(piece("E-1")).not.toHaveClass("held");
  });

  it("with others on a row is added beside it", async () => {
    core.evidence.with("Policy");
    await openEvidence(core);
    at(piece("E-1"));
    over(2);
    await waitFor(() => expect(veil()).toHaveTextContent("Drop anywhere to add two files"));
    dropped(["/docs/a.pdf", "/docs/b.pdf"]);
    expect(await screen.findByText("Two files added")).toBeVisible();
    expect(core.called("evidence.add-version")).toEqual([]);
  });

  it("beside an open control is linked to it, from any room", async () => {
    await openControls(core, "A.10.3");
    over(1);
    await waitFor(() =>
      expect(veil()).toHaveTextContent("Drop anywhere to add one file as evidence of A.10.3"),
    );
    dropped(["/docs/Questionnaire.pdf"]);
    expect(await screen.findByText("One file added")).toBeVisible();
    const section = within(screen.getByRole("region", { name: "Control A.10.3" }));
    expect(await section.findByRole("link", { name: "Questionnaire" })).toBeVisible();
    expect(place()).toBe("#/controls/A.10.3");
    expect(core.called("evidence.add")).toEqual([
      { files: ["/docs/Questionnaire.pdf"], about: { links: ["control:A.10.3"] } },
    ]);
  });

  it("that can't be taken in is told with the reason, and what is there already with its place", async () => {
    core.evidence.with("Policy");
    await openEvidence(core);
    dropped(["/old/Policy.pdf", "/docs/new.pdf", "/docs/locked.pdf"], ["/docs/\ufffd.pdf"]);
    const told = await outcome();
    expect(told).toHaveTextContent("Two files were not added");
    expect(told).toHaveTextContent("�.pdf Its name holds characters that are no text");
    expect(told).toHaveTextContent("locked.pdf It may not be read. Close it.");
    expect(within(told).getByRole("link", { name: "E-1" })).toHaveAttribute("href", "#/evidence/E-1");
    expect(await screen.findByText("One file added")).toBeVisible();
    await expectAccessible();
    within(told).getByRole("button", { name: "Dismiss the list" }).click();
    await waitFor(() => expect(told).not.toBeInTheDocument());
  });

  it("alone that can't be taken in is told too", async () => {
    await openEvidence(core);
    dropped(["/docs/locked.pdf"]);
    expect(await outcome()).toHaveTextContent("locked.pdf /docs/locked.pdf may not be read.");
  });

  it("is not added where the workspace can only be read, and that is said", async () => {
    core.canWrite = false;
    await openEvidence(core);
    over(1);
    await waitFor(() => expect(veil()).toHaveTextContent("open for reading only: nothing can be added"));
    dropped(["/docs/Policy.pdf"]);
    expect(await screen.findAllByText(/nothing can be added/)).not.toEqual([]);
    expect(core.called("evidence.add")).toEqual([]);
  });
});

describe("adding many", () => {
  it("shows how far it is in every room, and can be stopped", async () => {
    core.evidence.hold = true;
    await openEvidence(core);
    dropped(["/docs/1.pdf", "/docs/2.pdf", "/docs/3.pdf"]);
    const bar = await screen.findByRole("progressbar", { name: "Adding three files" });
    expect(bar).toHaveAttribute("max", "3");
    router.go(controlRoute(null));
    await screen.findByRole("grid", { name: "Controls" });
    expect(screen.getByRole("progressbar", { name: "Adding three files" })).toBeVisible();
    await expectAccessible();
    screen.getByRole("button", { name: "Stop" }).click();
    expect(await outcome()).toHaveTextContent("Stopped after one file was added");
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  });

  it("goes on one after the other", async () => {
    core.evidence.hold = true;
    await openEvidence(core);
    dropped(["/docs/1.pdf"]);
    dropped(["/docs/2.pdf"]);
    await waitFor(() => expect(core.called("evidence.add")).toHaveLength(1));
    core.evidence.hold = false;
    core.evidence.goOn();
    await waitFor(() => expect(core.called("evidence.add")).toHaveLength(2));
    await waitFor(() => expect(piece("E-2")).toBeVisible());
  });

  it("takes a folder with all that is in it", async () => {
    core.picked.push("/docs");
    core.evidence.folders.set("/docs", ["/docs/a.pdf", "/docs/below/b.pdf"]);
    const user = await openEvidence(core);
    await user.click(screen.getByRole("button", { name: "Add a folder" }));
    expect(await screen.findByText("Two files added")).toBeVisible();
    expect(core.picks).toMatchObject([{ kind: "folder" }]);
  });
});

describe("what is pasted", () => {
  const picture = (name: string): File => new File(["PNG"], name, { type: "image/png" });

  it("is kept as a screenshot that says when, where it is a picture without a name", async () => {
    await openEvidence(core);
    paste(picture("image.png"));
    expect(await screen.findByText("One file added")).toBeVisible();
    const [sent] = core.called("evidence.paste") as { name: string; bytes: string; about: object }[];
    expect(sent?.name).toMatch(/^Screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.png$/);
    expect(atob(sent?.bytes ?? "")).toBe("PNG");
    expect(sent?.about).toEqual({ kind: "screenshot" });
    expect(await screen.findByRole("region", { name: "Evidence E-1" })).toBeVisible();
  });

  it("is asked of the system where the web view hides it", async () => {
    core.clipboard = btoa("PNG");
    await openControls(core, "A.2.2");
    const hidden = Object.assign(new Event("paste", { bubbles: true }), { clipboardData: null });
    document.body.dispatchEvent(hidden);
    await waitFor(() => expect(core.called("evidence.paste")).toHaveLength(1));
    expect(core.called("evidence.paste")).toMatchObject([
      { bytes: btoa("PNG"), about: { kind: "screenshot", links: ["control:A.2.2"] } },
    ]);
  });

  it("keeps the name of a file, and is linked to the open control", async () => {
    await openControls(core, "A.2.2");
    paste(new File(["text"], "minutes.txt", { type: "text/plain" }));
    await waitFor(() => expect(core.called("evidence.paste")).toHaveLength(1));
    expect(core.called("evidence.paste")).toMatchObject([
      { name: "minutes.txt", about: { links: ["control:A.2.2"] } },
    ]);
  });

  it("into a text goes into the text", async () => {
    await openEvidence(core);
    const field = screen.getByRole("searchbox", { name: "Filter evidence", hidden: true });
    paste(picture("image.png"), field);
    await Promise.resolve();
    expect(core.called("evidence.paste")).toEqual([]);
  });
});

describe("the words inside files", () => {
  it("are read after adding, and then found", async () => {
    core.evidence.inside.set("Minutes.pdf", "budget");
    await openEvidence(core);
    dropped(["/docs/Minutes.pdf"]);
    await waitFor(() => expect(core.called("evidence.read")).toHaveLength(1));
  });

  it("are read when a workspace is opened with files that were not", async () => {
    core.evidence.with("Minutes");
    core.evidence.unread = 1;
    await openControls(core);
    await waitFor(() => expect(core.called("evidence.read")).toHaveLength(1));
  });

  it("are not asked for where all are read", async () => {
    core.evidence.with("Minutes");
    await openEvidence(core);
    expect(core.called("evidence.read")).toEqual([]);
  });
});

it("a notice reaches whoever asked for its kind, until they no longer do", () => {
  const heard: string[] = [];
  const end = notices.on("folders-changed", ({ kind }) => heard.push(kind));
  notices.tell({ kind: "files-left" });
  notices.tell({ kind: "folders-changed" });
  end();
  notices.tell({ kind: "folders-changed" });
  expect(heard).toEqual(["folders-changed"]);
});
