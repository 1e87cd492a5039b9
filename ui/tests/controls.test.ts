import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { router, controlRoute } from "$app/router.svelte";
import { Failed } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openControls, place, row } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

const panel = (id: string): HTMLElement => screen.getByRole("region", { name: `Control ${id}` });

describe("a decision", () => {
  it("is sent as soon as it is complete, and not before", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(screen.getByRole("radio", { name: "Applies" }));
    expect(panel("A.2.2")).toHaveTextContent("Still missing: a reason and a justification.");
    await user.type(screen.getByRole("textbox", { name: "Justification" }), "Customers ask for it.");
    expect(panel("A.2.2")).toHaveTextContent("Still missing: a reason.");
    expect(core.called("control.decide")).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Contract" }));
    await waitFor(() => expect(row("A.2.2")).toHaveAccessibleName("A.2.2 AI policy, Not started"));
    expect(core.called("control.decide")).toEqual([
      {
        controls: ["A.2.2"],
        decision: "applicable",
        reasons: ["contract"],
        justification: "Customers ask for it.",
      },
    ]);
    expect(panel("A.2.2")).not.toHaveTextContent("Not recorded yet");
  });

  it("to exclude names the control that meets it", async () => {
    const user = await openControls(core, "A.10.3");
    await user.click(screen.getByRole("radio", { name: "Excluded" }));
    await user.click(screen.getByRole("radio", { name: "Met by another control" }));
    await user.type(screen.getByRole("combobox", { name: "Which control meets it?" }), "A.2.2");
    await user.type(screen.getByRole("textbox", { name: "Justification" }), "The policy covers suppliers.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(row("A.10.3")).toHaveAccessibleName("A.10.3 Suppliers, Excluded"));
    expect(core.called("control.decide")).toEqual([
      {
        controls: ["A.10.3"],
        decision: "excluded",
        ground: "met-by:A.2.2",
        justification: "The policy covers suppliers.",
      },
    ]);
  });

  it("that the core refuses stays, with the error at its field", async () => {
    const user = await openControls(core, "A.2.3");
    await user.click(screen.getByRole("radio", { name: "Excluded" }));
    await user.click(screen.getByRole("radio", { name: "No relevant risk" }));
    const justification = screen.getByRole("textbox", { name: "Justification" });
    await user.type(justification, "Not applicable.");
    await user.tab();
    await waitFor(() => expect(justification).toBeInvalid());
    expect(justification).toHaveAccessibleDescription(/does not say why.*Name a fact an auditor can check/);
    expect(justification).toHaveValue("Not applicable.");
    expect(row("A.2.3")).toHaveTextContent("Not recorded yet");

    await user.type(justification, " No model is designed here.");
    await user.tab();
    await waitFor(() => expect(row("A.2.3")).toHaveAccessibleName(/Excluded$/));
    expect(justification).toBeValid();
  });

  it("changed back and forth loses no words", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(screen.getByRole("radio", { name: "Applies" }));
    await user.type(screen.getByRole("textbox", { name: "Justification" }), "Words for applying");
    await user.click(screen.getByRole("radio", { name: "Excluded" }));
    expect(screen.getByRole("textbox", { name: "Justification" })).toHaveValue("");
    await user.click(screen.getByRole("radio", { name: "Applies" }));
    expect(screen.getByRole("textbox", { name: "Justification" })).toHaveValue("Words for applying");
  });

  it("can be taken back to undecided, and undone from its toast", async () => {
    await core.call(
      "control.decide",
      { controls: ["A.2.2"], decision: "applicable", reasons: ["law"], justification: "Art. 4 asks for it." },
      0,
      () => undefined,
    );
    const user = await openControls(core, "A.2.2");
    await user.click(await screen.findByRole("button", { name: "Set back to undecided" }));
    expect(await screen.findByText("A.2.2 is undecided again")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "Justification" })).toHaveValue("Art. 4 asks for it."),
    );
    expect(await screen.findByText("Undone: the decision of A.2.2")).toBeVisible();
  });
});

describe("what was typed", () => {
  it("is kept when another control is opened before the decision is complete", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(screen.getByRole("radio", { name: "Excluded" }));
    await user.type(screen.getByRole("textbox", { name: "Justification" }), "We never do this");
    await user.click(screen.getByRole("button", { name: "Next control" }));
    expect(await screen.findByRole("region", { name: "Control A.2.3" })).toBeVisible();
    expect(row("A.2.2")).toHaveTextContent("Not recorded yet");
    expect(core.called("control.decide")).toEqual([]);

    await user.click(screen.getByRole("button", { name: "Previous control" }));
    expect(await screen.findByRole("textbox", { name: "Justification" })).toHaveValue("We never do this");
    expect(screen.getByRole("radio", { name: "Excluded" })).toBeChecked();
  });

  it("is kept when the room is left and entered again", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(screen.getByRole("radio", { name: "Applies" }));
    await user.type(screen.getByRole("textbox", { name: "Justification" }), "Half a thought");
    await user.click(screen.getByRole("link", { name: "Settings" }));
    await screen.findByRole("heading", { name: "Settings", level: 1 });
    router.go(controlRoute("A.2.2"));
    expect(await screen.findByRole("textbox", { name: "Justification" })).toHaveValue("Half a thought");
  });

  it("is sent when another control is opened, where it is complete", async () => {
    const user = await openControls(core, "A.2.2");
    await user.type(screen.getByRole("textbox", { name: "Notes" }), "Ask the works council");
    await user.click(screen.getByRole("button", { name: "Next control" }));
    await waitFor(() => expect(core.control("A.2.2").notes).toBe("Ask the works council"));
  });

  it("stays with its error where it could not be saved", async () => {
    const user = await openControls(core, "A.2.2");
    core.failures.set(
      "control.set",
      new Failed({ code: "disk-full", message: "The disk is full", hint: "Make room.", field: null }),
    );
    const owner = screen.getByRole("combobox", { name: "Owner" });
    await user.type(owner, "Quality manager");
    await user.tab();
    await waitFor(() => expect(owner).toBeInvalid());
    expect(owner).toHaveAccessibleDescription(/The disk is full\s*Make room\./);
    expect(owner).toHaveValue("Quality manager");
    expect(row("A.2.2")).toHaveTextContent("Not recorded yet");
  });

  it("is asked about before the workspace is left", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(screen.getByRole("radio", { name: "Applies" }));
    await user.click(screen.getByRole("button", { name: /^Workspace:/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Close this workspace" }));
    const question = await screen.findByRole("dialog", { name: "Leave one thing that is not recorded?" });
    await user.click(within(question).getByRole("button", { name: "Stay here" }));
    expect(core.called("workspace.close")).toEqual([]);

    await user.click(screen.getByRole("button", { name: /^Workspace:/ }));
    await user.click(await screen.findByRole("menuitem", { name: "Close this workspace" }));
    await user.click(await screen.findByRole("button", { name: "Leave without it" }));
    expect(await screen.findByRole("heading", { name: "Annexe", level: 1 })).toBeVisible();
  });
});

describe("a date", () => {
  it("is read as people write it", async () => {
    const user = await openControls(core, "A.2.2");
    const due = screen.getByRole("combobox", { name: "Due" });
    await user.type(due, "30/11/2026{Enter}");
    await waitFor(() => expect(core.control("A.2.2").target).toBe("2026-11-30"));
    expect(due).toHaveValue("30 November 2026");
    await user.clear(due);
    await user.tab();
    await waitFor(() => expect(core.control("A.2.2").target).toBeNull());
  });

  it("that is none says so at the field and keeps what was typed", async () => {
    const user = await openControls(core, "A.2.2");
    const due = screen.getByRole("combobox", { name: "Due" });
    await user.type(due, "31 February 2027{Enter}");
    await waitFor(() => expect(due).toHaveAccessibleDescription(/“31 February 2027” is no date/));
    expect(due).toHaveValue("31 February 2027");
    expect(core.called("control.set")).toEqual([]);
  });
});

describe("the keyboard", () => {
  it("moves through the rows, opens and closes, and returns the focus", async () => {
    const user = await openControls(core);
    row("A.2.2").focus();
    await user.keyboard("jj");
    expect(row("A.6.1.2")).toHaveFocus();
    await user.keyboard("{ArrowUp}");
    expect(row("A.2.3")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(
      await screen.findByRole("heading", { level: 2, name: "Alignment with other organizational policies" }),
    ).toHaveFocus();
    expect(place()).toBe("#/controls/A.2.3");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(row("A.2.3")).toHaveFocus());
    expect(place()).toBe("#/controls");
    await user.keyboard("{End}");
    expect(row("A.10.3")).toHaveFocus();
  });

  it("has one row that Tab reaches", async () => {
    await openControls(core);
    const reachable = screen.getAllByRole("row").filter((each) => each.getAttribute("tabindex") === "0");
    expect(reachable).toEqual([row("A.2.2")]);
  });

  it("decides with a and e, and leads to the justification", async () => {
    const user = await openControls(core);
    row("A.2.2").focus();
    await user.keyboard("e");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Justification" })).toHaveFocus());
    expect(screen.getByRole("radio", { name: "Excluded" })).toBeChecked();
    await user.keyboard("ae");
    expect(screen.getByRole("textbox", { name: "Justification" })).toHaveValue("ae");
  });

  it("filters with /, and leads back to the rows", async () => {
    const user = await openControls(core);
    await user.keyboard("/");
    expect(screen.getByRole("searchbox", { name: "Filter controls" })).toHaveFocus();
    await user.keyboard("suppl");
    expect(screen.getAllByRole("row")).toHaveLength(3);
    await user.keyboard("{ArrowDown}");
    expect(row("A.10.3")).toHaveFocus();
  });

  it("says which keys there are", async () => {
    const user = await openControls(core);
    await user.keyboard("?");
    expect(await screen.findByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  });

  it("undoes outside of texts and leaves a text its own undo", async () => {
    const user = await openControls(core, "A.2.2");
    const owner = screen.getByRole("combobox", { name: "Owner" });
    await user.type(owner, "IT lead{Enter}");
    await waitFor(() => expect(core.control("A.2.2").owner).toBe("IT lead"));
    await user.keyboard("{Control>}z{/Control}");
    expect(core.called("history.undo")).toEqual([]);
    row("A.2.2").focus();
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(owner).toHaveValue(""));
    await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await waitFor(() => expect(owner).toHaveValue("IT lead"));
  });
});

describe("many at once", () => {
  it("are chosen by Shift up to there, and given an owner", async () => {
    const user = await openControls(core);
    row("A.2.2").focus();
    await user.keyboard("xj{Shift>}x{/Shift}");
    const bar = screen.getByRole("toolbar", { name: "Change 2 selected controls" });
    await user.click(within(bar).getByRole("button", { name: "Set owner" }));
    await user.type(await screen.findByRole("combobox", { name: "Owner" }), "Quality manager");
    await user.click(screen.getByRole("button", { name: "Set for two controls" }));
    expect(await screen.findByText("Owner set for two controls")).toBeVisible();
    expect(core.called("control.set")).toEqual([{ controls: ["A.2.2", "A.2.3"], owner: "Quality manager" }]);
  });

  it("are decided together, with what is missing said first", async () => {
    const user = await openControls(core);
    await user.click(screen.getByRole("checkbox", { name: "Select all 6 controls" }));
    await user.click(screen.getByRole("button", { name: "Decide" }));
    const form = await screen.findByRole("dialog", { name: "Decide six controls" });
    await user.click(within(form).getByRole("button", { name: "Record for six controls" }));
    expect(form).toHaveTextContent("Still missing: a reason and a justification.");
    await user.click(within(form).getByRole("button", { name: "Law" }));
    await user.type(within(form).getByRole("textbox", { name: "Justification" }), "Not applicable");
    await user.click(within(form).getByRole("button", { name: "Record for six controls" }));
    await waitFor(() => expect(within(form).getByRole("textbox", { name: "Justification" })).toBeInvalid());
    await user.type(within(form).getByRole("textbox", { name: "Justification" }), " without the AI Act");
    await user.click(within(form).getByRole("button", { name: "Record for six controls" }));
    await waitFor(() => expect(core.control("A.10.3").decision).toBe("applicable"));
  });

  it("are only what the filter still shows", async () => {
    const user = await openControls(core);
    await user.click(screen.getByRole("checkbox", { name: "Select all 6 controls" }));
    await user.type(screen.getByRole("searchbox", { name: "Filter controls" }), "policy");
    expect(await screen.findByRole("toolbar", { name: "Change 1 selected control" })).toBeVisible();
  });
});

describe("a control of the company's own", () => {
  it("is added, with errors at the fields", async () => {
    const user = await openControls(core);
    await user.click(screen.getByRole("button", { name: "Add your own" }));
    const form = await screen.findByRole("region", { name: "Add your own" });
    await user.click(within(form).getByRole("button", { name: "Add the control" }));
    expect(within(form).getByRole("alert")).toHaveTextContent("Two answers need another look");
    expect(within(form).getByRole("textbox", { name: "Title" })).toBeInvalid();

    await user.clear(within(form).getByRole("textbox", { name: "Number" }));
    await user.type(within(form).getByRole("textbox", { name: "Number" }), "A.2.2");
    await user.type(within(form).getByRole("textbox", { name: "Title" }), "Red button");
    await user.type(within(form).getByRole("textbox", { name: "Source" }), "Own design");
    await user.click(within(form).getByRole("button", { name: "Add the control" }));
    await waitFor(() =>
      expect(within(form).getByRole("textbox", { name: "Number" })).toHaveAccessibleDescription(
        /already a control A\.2\.2/,
      ),
    );
    await user.clear(within(form).getByRole("textbox", { name: "Number" }));
    await user.type(within(form).getByRole("textbox", { name: "Number" }), "ORG.1");
    await user.click(within(form).getByRole("button", { name: "Add the control" }));
    expect(await screen.findByRole("region", { name: "Control ORG.1" })).toBeVisible();
    expect(row("ORG.1")).toBeVisible();
  });

  it("is removed, and comes back by undo", async () => {
    await core.call(
      "control.add",
      { id: "ORG.1", title: "Red button", source: "Own design" },
      0,
      () => undefined,
    );
    const user = await openControls(core, "ORG.1");
    await user.click(screen.getByRole("button", { name: "Remove this control" }));
    expect(await screen.findByText("ORG.1 removed")).toBeVisible();
    expect(screen.queryByRole("row", { name: /^ORG\.1/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("row", { name: /^ORG\.1/ })).toBeVisible();
  });
});

describe("a workspace for reading only", () => {
  it("says why, and lets nothing be changed", async () => {
    core.canWrite = false;
    await openControls(core, "A.2.2");
    expect(
      screen.getByText(
        /open for reading only\. Another Annexe is writing to this workspace\. Close the other one\./,
      ),
    ).toBeVisible();
    expect(screen.getByRole("radio", { name: "Applies" })).toBeDisabled();
    expect(screen.getByRole("combobox", { name: "Owner" })).toHaveAttribute("readonly");
    expect(screen.queryByRole("button", { name: "Add your own" })).toBeNull();
  });
});

describe("accessibility", () => {
  it("holds for the table, the panel and the bulk bar", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(screen.getByRole("radio", { name: "Excluded" }));
    await user.click(screen.getByRole("radio", { name: "Met by another control" }));
    row("A.2.3").focus();
    await user.keyboard("x");
    await expectAccessible();
  });

  it("holds for the form of an own control with its errors", async () => {
    const user = await openControls(core);
    await user.click(screen.getByRole("button", { name: "Add your own" }));
    await user.click(screen.getByRole("button", { name: "Add the control" }));
    await expectAccessible();
  });
});

describe("what goes wrong", () => {
  it("is shown where the list would be, with a way to try again", async () => {
    core.failures.set(
      "control.list",
      new Failed({
        code: "damaged",
        message: "The database is damaged",
        hint: "Restore a copy.",
        field: null,
      }),
    );
    const user = await openControls(core).catch(() => null);
    expect(user).toBeNull();
    expect(screen.getByRole("alert")).toHaveTextContent("The database is damaged");
    const again = screen.getByRole("button", { name: "Try again" });
    again.click();
    expect(await screen.findByRole("grid", { name: "Controls" })).toBeVisible();
  });
});
