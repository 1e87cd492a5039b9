import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { auditsRoute, router } from "$app/router.svelte";
import type { Arguments } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openAudits(
  open: string | null = null,
  doing: "add" | "programme" | null = null,
): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "audits", open, doing });
  await screen.findByRole("heading", { level: 1 });
  return user;
}

/** Plans an audit of every clause, as somebody did before. */
async function planned(more: Partial<Arguments<"audit.add">> = {}): Promise<void> {
  core.withWorkspace();
  const criteria: Arguments<"audit.add">["criteria"] = [{ choose: "clauses" }];
  const plan = {
    title: "Leadership",
    planned_for: "2030-03-04",
    auditor: "Office manager",
    criteria,
    ...more,
  };
  await core.call("audit.add", plan, 0, () => undefined);
}

/** One that is under way. */
async function begun(more: Partial<Arguments<"audit.add">> = {}): Promise<void> {
  await planned(more);
  await core.call("audit.start", { id: "AU-1" }, 0, () => undefined);
}

const textbox = (name: string): HTMLElement => screen.getByRole("textbox", { name });
const question = (name: RegExp): Promise<HTMLElement> => screen.findByRole("heading", { level: 2, name });
const answers = (): unknown[] => core.called("audit.answer");

describe("the list", () => {
  it("says what belongs here while it is empty, and a title and a day are enough to plan", async () => {
    const user = await openAudits();
    expect(await screen.findByText(/your own look at whether the management system/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Plan the first" }));
    expect(place()).toBe("#/audits/add");
    await waitFor(() => expect(textbox("What is audited, in a line")).toHaveFocus());
    await user.keyboard("Everything");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Plan it" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Everything" })).toBeVisible();
    expect(core.called("audit.add")).toMatchObject([
      { title: "Everything", criteria: [{ choose: "clauses" }, { choose: "controls" }] },
    ]);
  });

  it("says beside the field what is missing, and takes parts of the standard", async () => {
    const user = await openAudits(null, "add");
    await user.click(screen.getByRole("button", { name: "Plan it" }));
    await waitFor(() => expect(textbox("What is audited, in a line")).toBeInvalid());
    await user.type(textbox("What is audited, in a line"), "Leadership");
    await user.click(screen.getByRole("radio", { name: "Parts of the standard" }));
    await user.click(await screen.findByRole("checkbox", { name: /^5 Leadership/ }));
    await user.click(screen.getByRole("button", { name: "Plan it" }));
    await waitFor(() => expect(core.called("audit.add")).toHaveLength(2));
    expect(core.called("audit.add")[1]).toMatchObject({ criteria: [{ choose: "under", id: "5" }] });
  });

  it("shows how far each audit is", async () => {
    await begun();
    await openAudits();
    const row = await screen.findByRole("row", { name: /AU-1/ });
    expect(row).toHaveTextContent("0 of 3 answered");
    expect(row).toHaveTextContent("Under way");
    await expectAccessible();
  });
});

describe("an audit", () => {
  it("begins, and leads to the first question", async () => {
    await planned();
    const user = await openAudits("AU-1");
    await user.click(await screen.findByRole("button", { name: "Begin the audit" }));
    await waitFor(async () => expect(await question(/^5\.2/)).toHaveFocus());
    await expectAccessible();
  });

  it("is answered by the keyboard alone, and the next that is open is a key away", async () => {
    await begun();
    const user = await openAudits("AU-1");
    (await question(/^5\.2/)).focus();
    await user.keyboard("1");
    await waitFor(() =>
      expect(answers()).toMatchObject([{ requirement: "clause:5.2", verdict: "conforms" }]),
    );
    await user.keyboard("n");
    await waitFor(async () => expect(await question(/^5\.3/)).toHaveFocus());
    await user.keyboard("k");
    await waitFor(async () => expect(await question(/^5\.2/)).toHaveFocus());
    await user.keyboard("{ArrowDown}");
    await waitFor(async () => expect(await question(/^5\.3/)).toHaveFocus());
    await user.keyboard("5");
    await waitFor(() => expect(textbox("Why nobody looked")).toHaveFocus());
    await user.keyboard("No time: n, 1 and j are letters here.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(async () => expect(await question(/^9\.2\.2/)).toHaveFocus());
    expect(answers().at(-1)).toMatchObject({
      requirement: "clause:5.3",
      seen: "No time: n, 1 and j are letters here.",
    });
    expect(screen.getByText("2 of 3 answered")).toBeVisible();
  });

  it("raises the finding that a nonconformity asks for, and is then concluded", async () => {
    await begun({ criteria: [{ choose: "requirement", id: "5.2" }] });
    const user = await openAudits("AU-1");
    (await question(/^5\.2/)).focus();
    await user.keyboard("2");
    await waitFor(() => expect(textbox("What was seen")).toHaveFocus());
    expect(screen.getByText("Say what was seen")).toBeVisible();
    await user.keyboard("Nobody knows the goals.");
    await user.tab();
    await screen.findByText("Raise the finding");
    (await question(/^5\.2/)).focus();
    await user.keyboard("f");
    const finding = await screen.findAllByRole("link", { name: "Nobody knows the goals." });
    expect(finding[0]).toHaveAttribute("href", "#/findings/F-1");
    expect(core.called("finding.add")).toEqual([]);
    await expectAccessible();
    await user.type(textbox("What the auditor concludes"), "It works.");
    await user.click(screen.getByRole("button", { name: "Conclude the audit" }));
    expect(await screen.findByText(/^Concluded by Office manager/)).toBeVisible();
    expect(screen.queryByRole("radio")).toBeNull();
  });

  it("says what is open before it can be concluded", async () => {
    await begun();
    const user = await openAudits("AU-1");
    expect(await screen.findByText(/3 requirements are not answered: 5\.2, 5\.3 and 9\.2\.2/)).toBeVisible();
    await user.type(textbox("What the auditor concludes"), "It works.");
    await user.click(screen.getByRole("button", { name: "Conclude the audit" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("AU-1 can't be reported yet");
  });

  it("keeps an auditor from their own work until another is named", async () => {
    core.withWorkspace();
    await core.call("clause.set", { clauses: ["5.2"], owner: "Office manager" }, 0, () => undefined);
    await begun();
    const user = await openAudits("AU-1");
    await user.click(await screen.findByRole("button", { name: /^5\.2/ }));
    expect(await screen.findByText(/nobody audits their own work/)).toBeVisible();
    expect(screen.getByRole("radio", { name: /Conforms/ })).toBeDisabled();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Name another auditor" }));
    const who = await screen.findByRole("combobox", { name: "Who audits this requirement" });
    await user.clear(who);
    await user.type(who, "Team lead");
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await waitFor(() => expect(screen.getByRole("radio", { name: /Conforms/ })).toBeEnabled());
    expect(screen.getByText(/Audited by Team lead/)).toBeVisible();
  });

  it("is left for another with what was typed", async () => {
    await begun();
    await planned({ title: "Another" });
    const user = await openAudits("AU-1");
    await user.type(await screen.findByRole("textbox", { name: "What was seen" }), "Half a sentence");
    router.go(auditsRoute("AU-2"));
    expect(await screen.findByRole("heading", { level: 1, name: "Another" })).toBeVisible();
    await waitFor(() => expect(answers()).toMatchObject([{ id: "AU-1", seen: "Half a sentence" }]));
    expect(screen.queryByText(/Something went wrong/)).toBeNull();
  });

  it("takes what is dropped on it as what shows the answer, and stays", async () => {
    await begun();
    await openAudits("AU-1");
    await question(/^5\.2/);
    document.elementFromPoint = () => null;
    core.tell({ kind: "files-dropped", paths: ["/home/me/corridor.png"], odd: [], x: 0, y: 0 });
    await waitFor(() => expect(answers()).toMatchObject([{ requirement: "clause:5.2", evidence: ["E-1"] }]));
    expect(await screen.findByRole("link", { name: /^E-1/ })).toBeVisible();
    expect(place()).toBe("#/audits/AU-1");
  });

  it("takes a requirement more with the reason", async () => {
    await begun({ criteria: [{ choose: "under", id: "5" }] });
    const user = await openAudits("AU-1");
    await user.click(await screen.findByRole("button", { name: "Add a requirement" }));
    const form = await screen.findByRole("form", { name: "Add a requirement" });
    const what = within(form).getByRole("combobox", { name: "Clause or control" });
    await waitFor(() => expect(what).toHaveFocus());
    await user.type(what, "9.2.2{Enter}");
    await user.type(within(form).getByRole("textbox", { name: /^Why/ }), "Nobody knew.");
    await user.click(within(form).getByRole("button", { name: "Add it" }));
    expect(await screen.findByRole("button", { name: /^9\.2\.2/ })).toBeVisible();
  });

  it("writes its report", async () => {
    await begun();
    core.picked.push("/home/me/audit.pdf");
    const user = await openAudits("AU-1");
    await user.click(await screen.findByRole("button", { name: "Export the report" }));
    expect(await screen.findByText("Wrote audit.pdf with 9 pages")).toBeVisible();
    expect(core.called("report.audit")).toEqual([{ id: "AU-1", file: "/home/me/audit.pdf" }]);
  });

  it("can be read where nothing can be changed", async () => {
    await begun();
    await core.call(
      "audit.answer",
      { id: "AU-1", requirement: "clause:5.2", verdict: "ofi", seen: "The list is long." },
      0,
      () => undefined,
    );
    core.canWrite = false;
    const user = await openAudits("AU-1");
    await user.click(await screen.findByRole("button", { name: /^5\.2/ }));
    expect(await screen.findByText("The list is long.")).toBeVisible();
    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.queryByRole("button", { name: "Conclude the audit" })).toBeNull();
  });
});

describe("the programme", () => {
  it("says what is due and why, and what was audited", async () => {
    await planned({ criteria: [{ choose: "under", id: "5" }] });
    const user = await openAudits(null, "programme");
    expect(await screen.findByText(/One of 3 requirements is proposed/)).toBeVisible();
    const due = screen.getByRole("table", { name: "What is due by risk" });
    expect(within(due).queryByRole("row", { name: /^5\.2/ })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Show every requirement" }));
    expect(within(due).getByRole("row", { name: /^5\.2/ })).toHaveTextContent("In AU-1");
    expect(screen.getByText(/^0 of 3 were audited at least once/)).toBeVisible();
    await expectAccessible();
  });
});
