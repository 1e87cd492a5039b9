import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { changes } from "$app/change.svelte";
import { router } from "$app/router.svelte";
import { unfinishedEvidence } from "$areas/evidence";
import { Failed } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openEvidence, piece, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

const clause = (id: string): { to: "clause"; id: string } => ({ to: "clause", id });
const control = (id: string): { to: "control"; id: string } => ({ to: "control", id });
const panel = (id: string): HTMLElement => screen.getByRole("region", { name: `Evidence ${id}` });

/** A day so many days from now. */
function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

describe("the list", () => {
  it("of a workspace without evidence says what it is for and offers the first step", async () => {
    core.picked.push(["/docs/AI policy.pdf"]);
    const user = await openEvidence(core);
    expect(await screen.findByRole("heading", { name: "No evidence yet" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Add the first file" }));
    expect(await screen.findByRole("region", { name: "Evidence E-1" })).toBeVisible();
    expect(piece("E-1")).toHaveAccessibleName("E-1 AI policy, Proves nothing yet");
    expect(core.picks).toMatchObject([{ kind: "files" }]);
  });

  it("says of each piece what it proves, until when, and how it stands", async () => {
    core.evidence.with("Training", { links: [control("A.2.2")], expires: inDays(-1) });
    core.evidence.with("Questionnaire", { links: [control("A.10.3")], expires: inDays(9) });
    core.evidence.with("Policy", { links: [clause("5.2"), control("A.2.2")] });
    core.evidence.with("Next year's plan", { links: [clause("5.2")], effective: "2099-01-01" });
    core.evidence.with("Log settings");
    await openEvidence(core);
    expect(piece("E-1")).toHaveAccessibleName("E-1 Training, Expired");
    expect(piece("E-2")).toHaveAccessibleName("E-2 Questionnaire, 9 days left");
    expect(piece("E-3")).toHaveAccessibleName("E-3 Policy, Current");
    expect(piece("E-3")).toHaveTextContent("5.2, A.2.2");
    expect(piece("E-3")).toHaveTextContent(/E-3\s*Policy/);
    expect(piece("E-4")).toHaveAccessibleName("E-4 Next year's plan, From 1 Jan 2099");
    expect(piece("E-5")).toHaveAccessibleName("E-5 Log settings, Proves nothing yet");
    expect(await screen.findByText("5 pieces · 3 hold today")).toBeVisible();
    await expectAccessible();
  });

  it("finds as one types, also by the words inside, and says where nothing matches", async () => {
    core.evidence.with("Policy");
    core.evidence.with("Minutes");
    core.evidence.inside.set("Minutes.pdf", "The board approved the budget for audits");
    const user = await openEvidence(core);
    await user.keyboard("/");
    const field = screen.getByRole("searchbox", { name: "Filter evidence" });
    expect(field).toHaveFocus();
    await user.keyboard("budget");
    await waitFor(() => expect(screen.queryByRole("row", { name: /^E-1 / })).toBeNull());
    expect(piece("E-2")).toBeVisible();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(piece("E-2")).toHaveFocus());

    await user.clear(field);
    await user.type(field, "zebra");
    expect(await screen.findByRole("heading", { name: "Nothing matches “zebra”" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Show all evidence" }));
    await waitFor(() => expect(piece("E-1")).toBeVisible());
  });

  it("shows the answer to the last question, whichever comes last", async () => {
    core.evidence.with("Policy");
    core.evidence.with("Minutes");
    const user = await openEvidence(core);
    core.evidence.slow.set("pol", 300);
    const field = screen.getByRole("searchbox", { name: "Filter evidence" });
    await user.type(field, "pol");
    await waitFor(() =>
      expect(core.called("evidence.list")).toContainEqual(expect.objectContaining({ words: "pol" })),
    );
    await user.clear(field);
    await user.type(field, "min");
    await waitFor(() => expect(screen.queryByRole("row", { name: /^E-1 / })).toBeNull());
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(piece("E-2")).toBeVisible();
    expect(screen.queryByRole("row", { name: /^E-1 / })).toBeNull();
  });

  it("is narrowed by state, kind, tag, and to what proves nothing", async () => {
    core.evidence.with("Training", { kind: "training", links: [control("A.2.2")], expires: inDays(-1) });
    core.evidence.with("Policy", { kind: "policy", links: [clause("5.2")], tags: ["signed"] });
    core.evidence.with("Log settings");
    const user = await openEvidence(core);
    const shown = async (...ids: string[]): Promise<void> =>
      waitFor(() =>
        expect(
          screen
            .getAllByRole("row")
            .slice(1)
            .map((row) => row.dataset["evidence"]),
        ).toEqual(ids),
      );

    await user.click(await screen.findByRole("button", { name: "Expired 1" }));
    await shown("E-1");
    await user.click(screen.getByRole("button", { name: "Expired 1" }));
    await user.click(screen.getByRole("button", { name: "Proves nothing yet 1" }));
    await shown("E-3");
    await user.click(screen.getByRole("button", { name: "Proves nothing yet 1" }));
    await user.click(screen.getByRole("button", { name: "What it is" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Policy" }));
    await shown("E-2");
    await user.click(screen.getByRole("button", { name: "What it is: Policy" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Anything" }));
    await user.click(screen.getByRole("button", { name: "Tag" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "signed, 1" }));
    await shown("E-2");
  });

  it("comes page by page, and reaches its end by the keyboard", async () => {
    for (let number = 1; number <= 450; number += 1) core.evidence.with(`Record ${number}`);
    const user = await openEvidence(core);
    await waitFor(() => expect(piece("E-1")).toBeInTheDocument());
    expect(core.called("evidence.list")).toContainEqual({ offset: 400, limit: 200 });
    piece("E-450").focus();
    await user.keyboard("{End}");
    await waitFor(() => expect(piece("E-1")).toHaveFocus());
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "451");
    await user.keyboard("{Control>}a{/Control}");
    expect(
      await screen.findByRole("toolbar", { name: "Change 450 selected pieces of evidence" }),
    ).toBeVisible();
  });

  it("moves, opens, closes and returns the focus by keyboard", async () => {
    for (const title of ["One", "Two", "Three"]) core.evidence.with(title);
    const user = await openEvidence(core);
    expect(screen.getAllByRole("row").filter((row) => row.tabIndex === 0)).toEqual([piece("E-3")]);
    piece("E-3").focus();
    await user.keyboard("j");
    await waitFor(() => expect(piece("E-2")).toHaveFocus());
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: "Two" })).toHaveFocus();
    expect(place()).toBe("#/evidence/E-2");
    expect(document.title).toBe("E-2 Two - Evidence - Annexe");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(piece("E-2")).toHaveFocus());
    expect(place()).toBe("#/evidence");
  });

  it("that can't be read says why, with a way to try again", async () => {
    core.evidence.with("Policy");
    core.failAlways("evidence.list", "The database is damaged");
    const user = await openEvidence(core);
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The database is damaged");
    core.heal("evidence.list");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(piece("E-1")).toBeVisible());
  });
});

describe("a piece of evidence", () => {
  it("is edited in place, and saved as one goes", async () => {
    core.evidence.with("Policy");
    const user = await openEvidence(core, "E-1");
    const title = await screen.findByRole("textbox", { name: "Title" });
    await user.clear(title);
    await user.type(title, "AI policy, signed{Enter}");
    await waitFor(() =>
      expect(piece("E-1")).toHaveAccessibleName("E-1 AI policy, signed, Proves nothing yet"),
    );
    await user.type(screen.getByRole("combobox", { name: "Holds until" }), "30/11/2099{Enter}");
    await user.click(screen.getByRole("button", { name: "What it is: Other" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Policy" }));
    await user.click(screen.getByRole("button", { name: "Who may see it: Internal" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Confidential" }));
    await user.type(screen.getByRole("combobox", { name: "Add a tag" }), "signed{Enter}");
    expect(await screen.findByRole("button", { name: "Take away the tag signed" })).toBeVisible();
    expect(core.called("evidence.set")).toEqual([
      { ids: ["E-1"], title: "AI policy, signed" },
      { ids: ["E-1"], expires: "2099-11-30" },
      { ids: ["E-1"], kind: "policy" },
      { ids: ["E-1"], confidentiality: "confidential" },
      { ids: ["E-1"], tags: ["signed"] },
    ]);
    await user.click(screen.getByRole("button", { name: "Show all 5 changes" }));
    expect(panel("E-1")).toHaveTextContent("set the day until which it holds to 30 November 2099");
    await expectAccessible();
  });

  it("keeps what could not be saved, with the error at its field", async () => {
    core.evidence.with("Policy", { effective: "2030-01-01" });
    const user = await openEvidence(core, "E-1");
    const until = await screen.findByRole("combobox", { name: "Holds until" });
    await user.type(until, "1 May 2029{Enter}");
    await waitFor(() => expect(until).toHaveAccessibleDescription(/expires before the day/));
    expect(until).toHaveValue("1 May 2029");
    await user.clear(until);
    await user.type(until, "some day{Enter}");
    await waitFor(() => expect(until).toHaveAccessibleDescription(/“some day” is no date/));
    expect(piece("E-1")).toHaveTextContent("Not recorded yet");
    await expectAccessible();
  });

  it("is linked to clauses and controls, and unlinked", async () => {
    core.evidence.with("Policy");
    const user = await openEvidence(core, "E-1");
    await user.click(await screen.findByRole("button", { name: "Link to a clause, control or AI system" }));
    const field = screen.getByRole("combobox", { name: "Clause, control or AI system" });
    expect(field).toHaveFocus();
    await user.type(field, "suppl{ArrowDown}{Enter}");
    expect(await screen.findByRole("link", { name: "A.10.3 Suppliers" })).toBeVisible();
    await user.type(field, "5.2{Enter}");
    expect(await screen.findByRole("button", { name: "Take away clause 5.2" })).toBeVisible();
    await user.type(field, "7.99{Enter}");
    expect(field).toHaveAccessibleDescription(/no clause, control or AI system “7\.99”/);
    await expectAccessible();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(piece("E-1")).toHaveTextContent(/5\.2, A\.10\.3|A\.10\.3, 5\.2/));
    await user.click(screen.getByRole("button", { name: "Take away clause 5.2" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Take away clause 5.2" })).toBeNull());
    expect(core.called("evidence.link")).toEqual([
      { ids: ["E-1"], targets: ["control:A.10.3"] },
      { ids: ["E-1"], targets: ["clause:5.2"] },
    ]);
    expect(core.called("evidence.unlink")).toEqual([{ ids: ["E-1"], targets: ["clause:5.2"] }]);
    expect(panel("E-1")).toHaveTextContent("took the link to clause 5.2 away");
  });

  it("that expires soon says what then counts as not met, and takes a newer version", async () => {
    core.evidence.with("Questionnaire", {
      links: [control("A.10.3"), control("A.2.2")],
      expires: inDays(9),
    });
    core.evidence.with("Policy", { links: [control("A.2.2")] });
    core.picked.push("/docs/Questionnaire 2.pdf");
    const user = await openEvidence(core, "E-1");
    expect(await screen.findByText(/Expires in 9 days\. A\.10\.3 then counts as not met\./)).toBeVisible();
    await user.click(
      within(panel("E-1")).getAllByRole("button", { name: "Add a newer version" })[0] ?? document.body,
    );
    expect(await screen.findByText("Version 2 of E-1 added")).toBeVisible();
    expect(panel("E-1")).toHaveTextContent("E-1, version 2");
    expect(core.called("evidence.add-version")).toEqual([{ id: "E-1", file: "/docs/Questionnaire 2.pdf" }]);
    expect(panel("E-1")).toHaveTextContent("added version 2");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(panel("E-1")).toHaveTextContent("E-1, version 1"));
    expect(await screen.findByText("Undone: the versions of E-1")).toBeVisible();
  });

  it("shows its versions, which statement used which, and their SHA-256 to copy", async () => {
    core.evidence.with("Policy");
    core.evidence.uses.set("E-1", [
      {
        version: 1,
        soa: {
          entry: 3,
          head: "",
          number: "SoA-01",
          version: "1.0",
          at: "2026-10-12T08:00:00Z",
          evidence: [],
        },
      },
    ]);
    core.picked.push("/docs/Policy 2.pdf", "/home/person/copy.pdf");
    const user = await openEvidence(core, "E-1");
    await user.click(await screen.findByRole("button", { name: "Add a newer version" }));
    expect(await screen.findByText("Version 2")).toBeVisible();
    expect(screen.getByText(/Used by SoA-01, version 1\.0/)).toBeVisible();
    const [newest] = core.evidence.versionsOf("E-1").slice(-1);
    await user.click(screen.getByRole("button", { name: "Copy the SHA-256 of version 2" }));
    expect(await navigator.clipboard.readText()).toBe(newest?.sha256);
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("not allowed"));
    await user.click(screen.getByRole("button", { name: "Copy the SHA-256 of version 1" }));
    expect(await screen.findByText("Selected: copy it with the keyboard")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Save a copy of version 1" }));
    expect(await screen.findByText("copy.pdf saved")).toBeVisible();
    expect(core.called("evidence.export")).toEqual([
      { id: "E-1", version: 1, file: "/home/person/copy.pdf", replace: true },
    ]);
    await expectAccessible();
  });

  it("opens in its program, and a refusal stands where it arose", async () => {
    core.evidence.with("Policy");
    const user = await openEvidence(core, "E-1");
    await user.click(await screen.findByRole("button", { name: "Open in its program" }));
    expect(core.opened).toEqual([{ id: "E-1", version: 1 }]);
    vi.spyOn(core, "openCopy").mockRejectedValue(
      new Failed({
        code: "evidence-runnable",
        message: "“x.exe” could run as a program, so Annexe does not open it",
        hint: "Save a copy where you can look at it with care.",
        field: null,
      }),
    );
    await user.click(screen.getByRole("button", { name: "Open in its program" }));
    expect(await within(panel("E-1")).findByRole("alert")).toHaveTextContent(/could run as a program/);
  });

  it("is removed with a reason, and told where it is used; Undo brings it back", async () => {
    core.evidence.with("Policy", { links: [control("A.2.2"), clause("5.2")] });
    const user = await openEvidence(core, "E-1");
    await user.click(await screen.findByRole("button", { name: "Remove this evidence" }));
    const why = screen.getByRole("textbox", { name: "Why is it no longer needed?" });
    await waitFor(() => expect(why).toHaveFocus());
    expect(panel("E-1")).toHaveTextContent("It proves A.2.2 and clause 5.2.");
    expect(panel("E-1")).toHaveTextContent("A.2.2 then has no evidence left and counts as not met.");
    await user.click(screen.getByRole("button", { name: "Remove it" }));
    expect(why).toHaveAccessibleDescription(/The reason is missing/);
    await expectAccessible();
    await user.type(why, "Replaced by the policy of 2027");
    await user.click(screen.getByRole("button", { name: "Remove it" }));
    expect(await screen.findByText("E-1 removed")).toBeVisible();
    expect(place()).toBe("#/evidence");
    await user.click(await screen.findByRole("button", { name: "Removed 1" }));
    const gone = within(await screen.findByRole("table", { name: "Removed evidence" }));
    expect(gone.getByText("Replaced by the policy of 2027")).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("Undone: the removal of E-1")).toBeVisible();
    await user.click(screen.getByRole("button", { name: /^Removed/ }));
    await waitFor(() => expect(piece("E-1")).toBeVisible());
  });

  it("that is removed hands the focus to the row beside it, and the last one to where adding begins", async () => {
    for (const title of ["One", "Two", "Three"]) core.evidence.with(title);
    const user = await openEvidence(core, "E-2");
    const remove = async (): Promise<void> => {
      await user.click(await screen.findByRole("button", { name: "Remove this evidence" }));
      await user.type(screen.getByRole("textbox", { name: "Why is it no longer needed?" }), "Double");
      await user.tab();
      await user.tab();
      await user.keyboard("{Enter}");
    };
    await remove();
    await waitFor(() => expect(screen.queryByRole("row", { name: /^E-2 / })).toBeNull());
    expect(piece("E-1")).toHaveFocus();
    await user.keyboard("{Enter}");
    await remove();
    await waitFor(() => expect(screen.queryByRole("row", { name: /^E-1 / })).toBeNull());
    expect(piece("E-3")).toHaveFocus();
    await user.keyboard("{Enter}");
    await remove();
    await screen.findByRole("heading", { name: "No evidence yet" });
    expect(screen.getByRole("button", { name: "Add files" })).toHaveFocus();
  });

  it("keeps what was written about it where the core refuses to remove it", async () => {
    core.evidence.with("Policy");
    const user = await openEvidence(core, "E-1");
    const until = await screen.findByRole("combobox", { name: "Holds until" });
    await user.type(until, "some day{Enter}");
    await waitFor(() => expect(piece("E-1")).toHaveTextContent("Not recorded yet"));
    core.failures.set(
      "evidence.remove",
      new Failed({ code: "disk-full", message: "The disk is full", hint: null, field: null }),
    );
    await user.click(screen.getByRole("button", { name: "Remove this evidence" }));
    const why = screen.getByRole("textbox", { name: "Why is it no longer needed?" });
    await user.type(why, "Double");
    await user.click(screen.getByRole("button", { name: "Remove it" }));
    await waitFor(() => expect(why).toHaveAccessibleDescription(/The disk is full/));
    expect(until).toHaveValue("some day");
    expect(piece("E-1")).toHaveTextContent("Not recorded yet");
    await user.click(screen.getByRole("button", { name: "Remove it" }));
    await screen.findByRole("heading", { name: "No evidence yet" });
    expect(screen.queryByText("Not recorded yet")).toBeNull();
  });

  it("that was added leads nobody away who has gone to another one", async () => {
    core.evidence.with("Policy");
    core.evidence.hold = true;
    core.picked.push(["/docs/Minutes.pdf"]);
    const user = await openEvidence(core);
    await user.click(screen.getByRole("button", { name: "Add files" }));
    await waitFor(() => expect(core.called("evidence.add")).toHaveLength(1));
    router.go({ page: "evidence", open: "E-1" });
    await screen.findByRole("region", { name: "Evidence E-1" });
    core.evidence.goOn();
    await waitFor(() => expect(piece("E-2")).toBeVisible());
    expect(place()).toBe("#/evidence/E-1");
  });

  it("that is not there says so", async () => {
    await openEvidence(core, "E-7");
    expect(await screen.findByRole("alert")).toHaveTextContent("There is no piece of evidence E-7");
  });
});

describe("the preview", () => {
  it("shows text as text, whatever is written there", async () => {
    core.evidence.with("Notes");
    core.evidence.previews.set("E-1", {
      as: "text",
      text: "<b>bold</b> & <script>alert(1)</script>",
      complete: false,
    });
    await openEvidence(core, "E-1");
    expect(await screen.findByText("<b>bold</b> & <script>alert(1)</script>")).toBeVisible();
    expect(screen.getByText("Only the beginning is shown.")).toBeVisible();
    await expectAccessible();
  });

  it("shows a picture, and gives it back when it is left", async () => {
    const made = vi.fn<typeof URL.createObjectURL>(() => "blob:picture");
    const revoked = vi.fn();
    URL.createObjectURL = made;
    URL.revokeObjectURL = revoked;
    core.evidence.with("Screenshot");
    core.evidence.previews.set("E-1", { as: "picture", media_type: "image/png", bytes: btoa("PNG") });
    const user = await openEvidence(core, "E-1");
    expect(await screen.findByRole("img", { name: "Screenshot.pdf, as it is" })).toHaveAttribute(
      "src",
      "blob:picture",
    );
    expect(made.mock.calls[0]?.[0]).toMatchObject({ type: "image/png" });
    await user.click(screen.getByRole("button", { name: "Close the panel" }));
    await waitFor(() => expect(revoked).toHaveBeenCalledWith("blob:picture"));
  });

  it("of anything else is its name, size and sort, and why", async () => {
    core.evidence.with("Figures");
    core.evidence.previews.set("E-1", { as: "nothing", because: "size" });
    await openEvidence(core, "E-1");
    const preview = await screen.findByRole("region", { name: "Preview" });
    await waitFor(() => expect(preview).toHaveTextContent("Figures.pdf"));
    expect(preview).toHaveTextContent("PDF, 318 kB");
    expect(preview).toHaveTextContent("It is too large to be shown here.");
  });
});

describe("many at once", () => {
  it("are chosen by their boxes, which show it, and a range with Shift", async () => {
    for (const title of ["One", "Two", "Three"]) core.evidence.with(title);
    const user = await openEvidence(core);
    const box = (id: string): HTMLElement => screen.getByRole("checkbox", { name: `Select ${id}` });
    await user.click(box("E-3"));
    expect(box("E-3")).toBeChecked();
    expect(piece("E-3")).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Shift>}");
    await user.click(box("E-1"));
    await user.keyboard("{/Shift}");
    await waitFor(() => expect(box("E-2")).toBeChecked());
    await user.click(box("E-2"));
    expect(box("E-2")).not.toBeChecked();
    expect(box("E-1")).toBeChecked();
  });

  it("are chosen no longer once they are gone, also where they were not in sight", async () => {
    vi.stubGlobal(
      "IntersectionObserver",
      class {
        observe(): void {
          /* nothing comes in sight */
        }
        unobserve(): void {
          /* nothing comes in sight */
        }
        disconnect(): void {
          /* nothing comes in sight */
        }
      },
    );
    for (let number = 1; number <= 250; number += 1) core.evidence.with(`Record ${number}`);
    const user = await openEvidence(core);
    await waitFor(() => expect(piece("E-250")).toBeInTheDocument());
    piece("E-250").focus();
    await user.keyboard("{Control>}a{/Control}");
    await screen.findByRole("toolbar", { name: "Change 250 selected pieces of evidence" });
    await core.call("evidence.remove", { ids: ["E-1"], why: "Double" }, 0, () => undefined);
    changes.announce();
    await screen.findByRole("toolbar", { name: "Change 249 selected pieces of evidence" });
    vi.unstubAllGlobals();
  });

  it("take along what was written about them when they are removed, once the core agreed", async () => {
    core.evidence.with("Policy");
    const user = await openEvidence(core, "E-1");
    await user.type(await screen.findByRole("combobox", { name: "Holds until" }), "some day{Enter}");
    await waitFor(() => expect(piece("E-1")).toHaveTextContent("Not recorded yet"));
    await user.click(screen.getByRole("checkbox", { name: "Select E-1" }));
    const bar = await screen.findByRole("toolbar", { name: /selected piece/ });
    await user.click(within(bar).getByRole("button", { name: "Remove" }));
    await user.type(await screen.findByRole("textbox", { name: "Why is it no longer needed?" }), "Double");
    await user.click(screen.getByRole("button", { name: "Remove it" }));
    await screen.findByRole("heading", { name: "No evidence yet" });
    expect(place()).toBe("#/evidence");
    expect(unfinishedEvidence()).toEqual([]);
  });

  it("offer Undo only where one step takes back exactly what was said", async () => {
    core.evidence.with("One", { kind: "record", tags: ["audit"] });
    core.evidence.with("Two", { kind: "record", tags: ["old"] });
    core.evidence.with("Three");
    const user = await openEvidence(core);
    const bar = (): Promise<HTMLElement> => screen.findByRole("toolbar", { name: /selected piece/ });
    const undo = (): HTMLElement | null => screen.queryByRole("button", { name: "Undo" });
    piece("E-2").focus();
    await user.keyboard("xj{Shift>}x{/Shift}");

    await user.click(within(await bar()).getByRole("button", { name: "Set what it is" }));
    await user.click(await screen.findByRole("menuitem", { name: "Record" }));
    expect(await screen.findByText("Two pieces are now: Record")).toBeVisible();
    expect(undo()).toBeNull();

    await user.click(within(await bar()).getByRole("button", { name: "Set what it is" }));
    await user.click(await screen.findByRole("menuitem", { name: "Policy" }));
    expect(await screen.findByText("Two pieces are now: Policy")).toBeVisible();
    expect(undo()).toBeVisible();

    piece("E-3").focus();
    await user.keyboard("x");
    await user.click(within(await bar()).getByRole("button", { name: "Add a tag" }));
    await user.type(await screen.findByRole("combobox", { name: "Tag" }), "board");
    await user.click(screen.getByRole("button", { name: "Add to three pieces" }));
    expect(await screen.findByText("Tag “board” added to three pieces")).toBeVisible();
    expect(undo()).toBeNull();
  });

  it("are linked, dated, tagged and removed together", async () => {
    core.evidence.with("One");
    core.evidence.with("Two", { tags: ["old"] });
    const user = await openEvidence(core);
    piece("E-2").focus();
    await user.keyboard("xj{Shift>}x{/Shift}");
    const bar = await screen.findByRole("toolbar", { name: "Change 2 selected pieces of evidence" });

    await user.click(within(bar).getByRole("button", { name: "Link to" }));
    await user.type(
      await screen.findByRole("combobox", { name: "Clause, control or AI system" }),
      "A.2.2{Enter}",
    );
    expect(await screen.findByText("Two pieces linked to A.2.2")).toBeVisible();

    await user.click(within(bar).getByRole("button", { name: "Set until when" }));
    await user.type(await screen.findByRole("combobox", { name: "Holds until" }), "1 May 2099");
    await user.click(screen.getByRole("button", { name: "Set for two pieces" }));
    expect(await screen.findByText("Date set for two pieces")).toBeVisible();

    await user.click(within(bar).getByRole("button", { name: "Add a tag" }));
    await user.type(await screen.findByRole("combobox", { name: "Tag" }), "audit");
    await user.click(screen.getByRole("button", { name: "Add to two pieces" }));
    expect(await screen.findByText("Tag “audit” added to two pieces")).toBeVisible();

    await user.click(within(bar).getByRole("button", { name: "Set what it is" }));
    await user.click(await screen.findByRole("menuitem", { name: "Record" }));
    expect(await screen.findByText("Two pieces are now: Record")).toBeVisible();
    expect(core.called("evidence.set")).toEqual([
      { ids: ["E-2", "E-1"], expires: "2099-05-01" },
      { ids: ["E-2"], tags: ["old", "audit"] },
      { ids: ["E-1"], tags: ["audit"] },
      { ids: ["E-2", "E-1"], kind: "record" },
    ]);
    await expectAccessible();

    await user.click(within(bar).getByRole("button", { name: "Remove" }));
    await user.type(
      await screen.findByRole("textbox", { name: "Why is it no longer needed?" }),
      "Duplicates",
    );
    await user.click(screen.getByRole("button", { name: "Remove two pieces" }));
    expect(await screen.findByText("Two pieces removed")).toBeVisible();
    expect(await screen.findByRole("heading", { name: "No evidence yet" })).toBeVisible();
  });
});

describe("a workspace for reading only", () => {
  it("shows everything and lets nothing be changed", async () => {
    core.evidence.with("Policy", { links: [control("A.2.2")], tags: ["signed"], expires: inDays(3) });
    core.canWrite = false;
    await openEvidence(core, "E-1");
    expect(await screen.findByRole("heading", { level: 2, name: "Policy" })).toBeVisible();
    for (const name of [
      "Add files",
      "Add a folder",
      "Add a newer version",
      "Remove this evidence",
      "Link to a clause, control or AI system",
      "Take away A.2.2",
    ])
      expect(screen.queryByRole("button", { name })).toBeNull();
    expect(screen.getByRole("combobox", { name: "Holds until" })).toHaveAttribute("readonly");
    expect(screen.getByRole("button", { name: "Save a copy" })).toBeVisible();
    await expectAccessible();
  });
});
