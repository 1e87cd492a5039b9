import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { router } from "$app/router.svelte";
import type { AnsweredAt } from "$host";
import { placeOf } from "../src/areas/documents/places";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

type Part = Extract<AnsweredAt["room"], "roles" | "context" | "scope" | "people" | "parties">;

async function openDocuments(open: string | null = null): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "documents", open, adding: false });
  await screen.findByRole("heading", { level: 1, name: "Documents" });
  return user;
}

const panel = (name: string): Promise<HTMLElement> => screen.findByRole("region", { name });
const button = (name: string): Promise<HTMLElement> => screen.findByRole("button", { name });

/** Begins the AI policy, and leaves its panel open. */
async function begun(): Promise<UserEvent> {
  const user = await openDocuments("ai-policy");
  await user.click(await button("Begin this document"));
  await panel("Document D-1");
  return user;
}

describe("the list", () => {
  it("of a workspace without documents offers the drafts and says what each is for", async () => {
    await openDocuments();
    expect(await screen.findByText(/No document is controlled yet/)).toBeVisible();
    const drafts = screen.getByRole("table", { name: "Drafts to begin with" });
    const policy = within(drafts).getByRole("row", { name: /AI policy/ });
    expect(policy).toHaveTextContent("5.2, A.2.2");
    expect(policy).toHaveTextContent("2 decisions left");
    await expectAccessible();
  });

  it("counts with what the workspace knows", async () => {
    core.documents.known.add("roles");
    await openDocuments();
    const policy = await screen.findByRole("row", { name: /AI policy/ });
    expect(policy).toHaveTextContent("1 decision left");
  });
});

describe("a draft", () => {
  it("is begun and becomes a document under either of its names", async () => {
    await begun();
    expect(place()).toBe("#/documents/D-1");
    const controlled = await screen.findByRole("table", { name: "Controlled documents" });
    expect(within(controlled).getByRole("row", { name: /D-1 AI policy/ })).toHaveTextContent("Draft");
    router.replace({ page: "documents", open: null, adding: false });
    await waitFor(() => expect(screen.queryByRole("region", { name: "Document D-1" })).toBeNull());
    router.replace({ page: "documents", open: "ai-policy", adding: false });
    expect(await panel("Document D-1")).toBeVisible();
    await expectAccessible();
  });

  it("is written as Word where the person wants it, and says what is left in it", async () => {
    core.picked.push("/docs/policy.docx");
    const user = await openDocuments("ai-policy");
    await user.click(await button("Write as Word"));
    expect(
      await screen.findByText("policy.docx written; 2 decisions are left and marked in it"),
    ).toBeVisible();
    expect(core.picks).toMatchObject([{ kind: "save", extension: "docx", suggestion: "AI policy.docx" }]);
    expect(core.called("draft.write")).toEqual([
      { draft: "ai-policy", file: "/docs/policy.docx", format: "docx", replace: true },
    ]);
  });

  it("that can't be written says why beside the button", async () => {
    core.picked.push("/readonly/policy.pdf");
    const user = await openDocuments("ai-policy");
    await user.click(await button("Write as PDF"));
    expect(await screen.findByText("/readonly/policy.pdf cannot be written")).toBeVisible();
  });

  it("leads to where the workspace answers", async () => {
    await openDocuments("incident-communication");
    const link = await screen.findByRole("link", { name: "Name an owner at A.10.3" });
    expect(link).toHaveAttribute("href", "#/controls/A.10.3");
  });

  it.each<[Part, string]>([
    ["roles", "Answer it under Organisation, Roles"],
    ["context", "Answer it under Organisation, Context"],
    ["scope", "Answer it under Organisation, Scope"],
    ["people", "Answer it under Organisation, People"],
    ["parties", "Answer it under Organisation, Interested parties"],
  ])("leads to the part of the organisation that answers: %s", (room, words) => {
    expect(placeOf({ room })).toEqual({ route: { page: "organisation", section: room }, words });
  });
});

describe("a document", () => {
  it("takes a proposal or one's own words, and counts what is left", async () => {
    const user = await begun();
    const document = await panel("Document D-1");
    expect(await within(document).findByRole("heading", { name: "2 decisions left" })).toBeVisible();
    await user.click(await button("Take the proposal"));
    expect(await within(document).findByRole("heading", { name: "1 decision left" })).toBeVisible();
    expect(core.called("document.decide")).toEqual([{ id: "D-1", decision: "never", answer: "No faces." }]);
    const answer = within(document).getByRole("textbox", { name: "Which uses are ruled out?" });
    await user.clear(answer);
    await user.type(answer, "None of them.");
    await user.tab();
    await waitFor(() => expect(core.documents.get("D-1").answers["never"]).toBe("None of them."));
  });

  it("goes from draft by review to approval with a file, and then lies in the evidence", async () => {
    const user = await begun();
    await user.click(await button("Submit for review"));
    await user.click(await button("Approve"));
    const form = await screen.findByRole("form", { name: "Approve this version" });
    await expectAccessible();
    await user.type(within(form).getByRole("combobox", { name: "Approved by" }), "Managing director");
    await user.click(within(form).getByRole("button", { name: "Approve this version" }));
    expect(await within(form).findByText("Choose the file that is approved")).toBeVisible();
    core.picked.push("/docs/policy signed.pdf");
    await user.click(within(form).getByRole("button", { name: "Choose the file" }));
    expect(await within(form).findByText("policy signed.pdf")).toBeVisible();
    await user.click(within(form).getByRole("button", { name: "Approve this version" }));
    expect(await screen.findByText(/Approved by Managing director on/, { selector: ".small" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Kept as E-1, file 1" })).toHaveAttribute(
      "href",
      "#/evidence/E-1",
    );
    expect(core.called("document.approve")).toMatchObject([
      { id: "D-1", what: { as: "file", file: "/docs/policy signed.pdf" }, by: "Managing director" },
    ]);
    expect(await button("Begin a new version")).toBeVisible();
  });

  it("that its owner approves asks why", async () => {
    const user = await begun();
    await user.type(await screen.findByRole("combobox", { name: "Owner" }), "Quality manager");
    await user.tab();
    await user.click(await button("Submit for review"));
    await user.click(await button("Approve"));
    const form = await screen.findByRole("form", { name: "Approve this version" });
    await user.type(within(form).getByRole("combobox", { name: "Approved by" }), "quality manager");
    expect(within(form).getByRole("textbox", { name: "Why the owner approves it alone" })).toBeVisible();
  });

  it("is withdrawn with a reason, and kept", async () => {
    const user = await begun();
    await user.click(await button("Withdraw this document"));
    await user.click(await button("Withdraw it"));
    expect(await screen.findByText("Withdrawing a document needs a reason")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Why is it no longer used?" }), "The group has one");
    await user.click(await button("Withdraw it"));
    expect(await screen.findByText(/^Withdrawn on .*: The group has one$/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Submit for review" })).toBeNull());
  });

  it("without a draft is added with a title", async () => {
    const user = await openDocuments();
    await user.click(await button("Add a document of ours"));
    await user.click(await button("Add the document"));
    expect((await screen.findAllByText("Write what it is called")).length).toBeGreaterThan(0);
    await user.type(screen.getByRole("textbox", { name: "Title" }), "Card of the fraud hint");
    await user.click(await button("Add the document"));
    expect(await panel("Document D-1")).toBeVisible();
    await expectAccessible();
  });

  it("of a workspace that is only read can be read and written to a file, and nothing else", async () => {
    await core.documents.handlers["document.add"]({ draft: "ai-policy" });
    core.canWrite = false;
    await openDocuments("D-1");
    expect(await button("Write as Word")).toBeVisible();
    for (const name of ["Submit for review", "Add a document of ours", "Withdraw this document"])
      expect(screen.queryByRole("button", { name })).toBeNull();
  });
});
