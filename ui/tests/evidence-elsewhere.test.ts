import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { FakeCore } from "./fake/core";
import { expectAccessible, openControls, openEvidence, place, row } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

const link = { to: "control", id: "A.2.2" } as const;
const panel = () => within(screen.getByRole("region", { name: "Control A.2.2" }));

async function implemented(id: string): Promise<void> {
  const run = () => undefined;
  const why = { reasons: ["law" as const], justification: "Art. 4 asks for it." };
  await core.call("control.decide", { controls: [id], decision: "applicable", ...why }, 0, run);
  await core.call("control.set", { controls: [id], status: "implemented", owner: "IT" }, 0, run);
}

describe("the evidence of a control", () => {
  it("is shown in its panel with how it stands, and in the table as a number", async () => {
    core.evidence.with("Policy", { links: [link], expires: "2099-05-01" });
    core.evidence.with("Minutes", { links: [link], expires: "2020-05-01" });
    await openControls(core, "A.2.2");
    expect(await panel().findByRole("link", { name: "Policy" })).toHaveAttribute("href", "#/evidence/E-1");
    expect(panel().getByText("E-1, until 1 May 2099")).toBeVisible();
    expect(panel().getByText("Expired")).toBeVisible();
    expect(within(row("A.2.2")).getByRole("cell", { name: "2" })).toBeVisible();
    await expectAccessible();
  });

  it("that is missing though the control is implemented is a warning", async () => {
    await implemented("A.2.2");
    const user = await openControls(core, "A.2.2");
    expect(within(row("A.2.2")).getByRole("cell", { name: "No evidence" })).toBeVisible();
    expect(await panel().findByText("No evidence")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "No evidence 1" }));
    await waitFor(() => expect(screen.queryByRole("row", { name: /^A\.2\.3 / })).toBeNull());
  });

  it("is linked by words, and unlinked; both can be undone", async () => {
    core.evidence.with("Policy");
    core.evidence.with("Minutes");
    const user = await openControls(core, "A.2.2");
    await user.click(panel().getByRole("button", { name: "Link evidence" }));
    const field = panel().getByRole("combobox", { name: "Evidence to link" });
    expect(field).toHaveFocus();
    await user.type(field, "pol");
    await waitFor(() => expect(panel().getAllByRole("option")).toHaveLength(1));
    await expectAccessible();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByText("E-1 linked to A.2.2")).toBeVisible();
    expect(await panel().findByRole("link", { name: "Policy" })).toBeVisible();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(panel().getByRole("button", { name: "Link evidence" })).toHaveFocus());
    await user.click(panel().getByRole("button", { name: "Take E-1 off A.2.2" }));
    expect(await screen.findByText("E-1 no longer linked to A.2.2")).toBeVisible();
    expect(panel().getByRole("button", { name: "Link evidence" })).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await panel().findByRole("link", { name: "Policy" })).toBeVisible();
  });

  it("is linked by Enter only where the answer is to the words that stand there", async () => {
    core.evidence.with("Policy");
    core.evidence.with("Minutes");
    core.evidence.slow.set("min", 200);
    const user = await openControls(core, "A.2.2");
    await user.click(panel().getByRole("button", { name: "Link evidence" }));
    const field = panel().getByRole("combobox", { name: "Evidence to link" });
    await user.type(field, "pol");
    await waitFor(() => expect(panel().getAllByRole("option")).toHaveLength(1));
    await user.clear(field);
    await user.type(field, "min{Enter}");
    expect(core.called("evidence.link")).toEqual([]);
    await waitFor(() => expect(panel().getByRole("option")).toHaveTextContent("Minutes"));
    await user.keyboard("{Enter}");
    expect(await panel().findByRole("link", { name: "Minutes" })).toBeVisible();
    expect(core.called("evidence.link")).toEqual([{ ids: ["E-2"], targets: ["control:A.2.2"] }]);
  });

  it("that could not be searched can be the next time", async () => {
    core.evidence.with("Policy");
    const user = await openControls(core, "A.2.2");
    await panel().findByText("Nothing is linked yet.");
    core.failAlways("evidence.list", "The database is damaged");
    await user.click(panel().getByRole("button", { name: "Link evidence" }));
    const field = panel().getByRole("combobox", { name: "Evidence to link" });
    await waitFor(() => expect(field).toHaveAccessibleDescription(/damaged/));
    core.heal("evidence.list");
    await user.type(field, "pol");
    await waitFor(() => expect(field).not.toHaveAccessibleDescription(/damaged/));
  });

  it("is added from its panel, linked", async () => {
    core.picked.push(["/docs/Policy.pdf"]);
    const user = await openControls(core, "A.2.2");
    await user.click(panel().getByRole("button", { name: "Add a file" }));
    expect(await panel().findByRole("link", { name: "Policy" })).toBeVisible();
    expect(core.called("evidence.add")).toEqual([
      { files: ["/docs/Policy.pdf"], about: { links: ["control:A.2.2"] } },
    ]);
  });

  it("can only be read where the workspace can", async () => {
    core.evidence.with("Policy", { links: [link] });
    core.canWrite = false;
    await openControls(core, "A.2.2");
    expect(await panel().findByRole("link", { name: "Policy" })).toBeVisible();
    expect(panel().queryByRole("button", { name: "Link evidence" })).toBeNull();
    expect(panel().queryByRole("button", { name: "Add a file" })).toBeNull();
    expect(panel().queryByRole("button", { name: /^Take E-1/ })).toBeNull();
  });
});

describe("the command palette", () => {
  it("finds evidence by words and by number", async () => {
    core.evidence.with("Supplier questionnaire");
    core.evidence.with("Minutes");
    const user = await openControls(core);
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("combobox", { name: "Search or go to" });
    await waitFor(() => expect(field).toHaveFocus());
    await user.keyboard("minut");
    expect(await screen.findByRole("option", { name: "E-2 Minutes" })).toBeVisible();
    await expectAccessible();
    await user.clear(field);
    await user.type(field, "E-1");
    expect(await screen.findByRole("option", { name: "E-1 Supplier questionnaire" })).toBeVisible();
    await user.keyboard("{End}{Enter}");
    expect(
      await screen.findByRole("heading", { level: 2, name: "Supplier questionnaire" }),
    ).toBeInTheDocument();
    expect(place()).toBe("#/evidence/E-1");
  });

  it("adds evidence", async () => {
    core.picked.push(["/docs/Policy.pdf"]);
    const user = await openControls(core);
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Search or go to" })).toHaveFocus());
    await user.keyboard("add evidence{Enter}");
    expect(await screen.findByRole("region", { name: "Evidence E-1" })).toBeVisible();
  });
});

it("evidence about which something is not recorded is counted beside what is saved", async () => {
  core.evidence.with("Policy");
  const user = await openEvidence(core, "E-1");
  await user.type(await screen.findByRole("combobox", { name: "Holds until" }), "never{Enter}");
  expect(await screen.findByText("1 not recorded")).toBeVisible();
});
