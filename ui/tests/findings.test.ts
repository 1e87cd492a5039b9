import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { router } from "$app/router.svelte";
import { unfinishedFindings } from "$areas/findings";
import { Failed, type Arguments, type Name } from "$host";
import { FakeCore } from "./fake/core";
import { compile, expectAccessible, openControls, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

/** Does what somebody did before. */
async function tell<N extends Name>(name: N, args: Arguments<N>): Promise<void> {
  await core.call(name, args, 0, () => undefined);
}

async function openFindings(open: string | null = null): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "findings", open, adding: false });
  await screen.findByRole("heading", { level: 1 });
  return user;
}

/** Puts a finding against a control there, as if somebody had raised it before. */
async function raised(grade: "major" | "minor" | "ofi" = "minor"): Promise<void> {
  core.withWorkspace();
  await tell("finding.add", { title: "No log was kept", grade, requirements: ["control:A.2.2"] });
}

async function planned(text: string, owner: string, due: string): Promise<void> {
  await tell("action.add", { finding: "F-1", text, owner, due });
}

const textbox = (name: string): HTMLElement => screen.getByRole("textbox", { name });
const stage = (name: string): HTMLElement =>
  within(screen.getByRole("navigation", { name: "The road of this finding" })).getByRole("button", {
    name: new RegExp(`^${name}`),
  });

describe("the list", () => {
  it("says what a finding is while there is none, and raises the first", async () => {
    const user = await openFindings();
    await user.click(await screen.findByRole("button", { name: "Raise the first finding" }));
    expect(place()).toBe("#/findings/add");
    await user.type(await screen.findByRole("textbox", { name: "What is not as it should be" }), "No log");
    await user.click(screen.getByRole("button", { name: "Raise it" }));
    expect((await screen.findAllByText("The finding names no requirement"))[0]).toBeVisible();
    await user.type(screen.getByRole("combobox", { name: "Requirement that is not met" }), "A.2.2{Enter}");
    await user.click(screen.getByRole("radio", { name: "Major nonconformity" }));
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Raise it" }));
    expect(await screen.findByRole("heading", { level: 1, name: "No log" })).toBeVisible();
    expect(place()).toBe("#/findings/F-1");
    expect(core.called("finding.add").at(-1)).toEqual({
      title: "No log",
      grade: "major",
      found: "",
      requirements: ["control:A.2.2"],
    });
  });

  it("says of each how grave it is and how far it has come, and narrows to what is open", async () => {
    await raised();
    await tell("finding.add", { title: "A list to tidy", grade: "ofi", requirements: ["clause:5.2"] });
    await tell("finding.refuse", { id: "F-2", why: "The list is tidy." });
    const user = await openFindings();
    const row = (await screen.findByRole("link", { name: /A list to tidy/ })).closest("tr");
    expect(row).toHaveTextContent("Refused");
    expect(screen.getByText(/2 findings · 1 open/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: /^Open/ }));
    await waitFor(() => expect(screen.queryByRole("link", { name: /A list to tidy/ })).toBeNull());
    await user.click(screen.getByRole("link", { name: /No log was kept/ }));
    expect(await screen.findByRole("heading", { level: 1, name: "No log was kept" })).toBeVisible();
  });
});

describe("from where something is seen", () => {
  it("a finding is raised against the control whose panel is open", async () => {
    const user = await openControls(core, "A.2.2");
    await user.click(await screen.findByRole("button", { name: "Raise a finding" }));
    const title = await screen.findByRole("textbox", { name: "What is not as it should be" });
    await waitFor(() => expect(title).toHaveFocus());
    await user.type(title, "The policy is older than the system");
    await user.click(screen.getByRole("button", { name: "Raise it" }));
    const link = await screen.findByRole("link", { name: "The policy is older than the system" });
    expect(link).toHaveAttribute("href", "#/findings/F-1");
    expect(core.called("finding.add")).toMatchObject([{ requirements: ["control:A.2.2"] }]);
    await waitFor(() => expect(screen.getByRole("button", { name: "Raise a finding" })).toHaveFocus());
  });

  it("evidence says which findings and actions it shows", async () => {
    await raised();
    core.evidence.with("Log of May");
    await planned("Keep a log", "IT lead", "2099-01-01");
    await tell("finding.set", { id: "F-1", evidence: ["E-1"] });
    await tell("action.finish", { id: "A-1", proof: ["E-1"] });
    await openWindow(core, { page: "evidence", open: "E-1" });
    const shows = await screen.findByRole("list", { name: "Shows" });
    const links = within(shows).getAllByRole("link");
    expect(links.map(({ textContent }) => textContent)).toEqual(["F-1 No log was kept", "A-1 Keep a log"]);
    expect(links[1]).toHaveAttribute("href", "#/findings/F-1");
  });

  it("the first page names what is late, and leads there", async () => {
    core.attention = {
      countdown: null,
      next: [],
      controls: [],
      attention: [
        {
          about: "actions-overdue",
          total: 1,
          actions: [{ id: "A-2", text: "Keep a log", due: "2026-10-01", finding: "F-1" }],
        },
        {
          about: "findings-overdue",
          total: 2,
          findings: [
            { id: "F-1", title: "No log", due: "2026-10-02" },
            { id: "F-2", title: "No test", due: "2026-10-03" },
          ],
        },
      ],
    };
    await openWindow(core.withWorkspace(), { page: "home" });
    expect(await screen.findByRole("link", { name: "Action A-2 is overdue" })).toHaveAttribute(
      "href",
      "#/findings/F-1",
    );
    expect(screen.getByRole("link", { name: "Two findings are overdue" })).toHaveAttribute(
      "href",
      "#/findings",
    );
    expect(screen.getByText("Due 2 October 2026")).toBeVisible();
  });
});

it("evidence that shows a finding raises it from its own panel", async () => {
  core.evidence.with("Log of May", { links: [{ to: "control", id: "A.2.2" }] });
  const user = await openWindow(core.withWorkspace(), { page: "evidence", open: "E-1" });
  await user.click(await screen.findByRole("button", { name: "Raise a finding that it shows" }));
  const title = await screen.findByRole("textbox", { name: "What is not as it should be" });
  await waitFor(() => expect(title).toHaveFocus());
  await user.type(title, "May has no entries");
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Raise it" }));
  expect(await screen.findByRole("link", { name: "F-1 May has no entries" })).toBeVisible();
  expect(core.called("finding.add").at(-1)).toMatchObject({
    title: "May has no entries",
    requirements: ["control:A.2.2"],
    evidence: ["E-1"],
  });
});

it("evidence closes an action from its own panel", async () => {
  await raised();
  core.evidence.with("Log of May");
  await planned("Write the rule", "IT lead", "2099-01-05");
  await planned("Teach the rule", "Head of HR", "2099-02-02");
  const user = await openWindow(core.withWorkspace(), { page: "evidence", open: "E-1" });
  await user.click(await screen.findByRole("button", { name: "Close an action with it" }));
  const field = await screen.findByRole("combobox", { name: "Which action does it show to be done?" });
  await waitFor(() => expect(field).toHaveFocus());
  await user.type(field, "A-7{Enter}");
  expect((await screen.findAllByText("No open action is numbered “A-7”"))[0]).toBeVisible();
  await expectAccessible();
  await user.clear(field);
  await user.type(field, "teach");
  await user.click(await screen.findByRole("option", { name: /Teach the rule/ }));
  expect(await screen.findByText("A-2 is done")).toBeVisible();
  expect(core.called("action.finish").at(-1)).toEqual({ id: "A-2", proof: ["E-1"] });
  await waitFor(() => expect(screen.getByRole("button", { name: "Close an action with it" })).toHaveFocus());
  expect(await screen.findByRole("link", { name: "A-2 Teach the rule" })).toBeVisible();
});

describe("the road of a finding", () => {
  it("goes by keyboard from containment over a failed check to its closing", async () => {
    await raised();
    core.evidence.with("Log of May");
    const user = await openFindings("F-1");

    await user.click(stage("Contained"));
    await user.type(textbox("What was done at once"), "Sending was stopped.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(stage("Cause found")).toHaveAttribute("aria-current", "step"));

    await user.type(textbox("What a look for similar cases showed"), "None.");
    await user.click(screen.getByRole("button", { name: "Record the look" }));
    await user.type(textbox("1. Why?"), "Nobody keeps one{Enter}");
    expect(textbox("2. Why?")).toHaveFocus();
    await user.keyboard("No rule asks for one");
    await user.click(screen.getByRole("button", { name: "Record the cause" }));
    await waitFor(() => expect(stage("Action planned")).toHaveAttribute("aria-current", "step"));
    expect(core.called("finding.cause")).toMatchObject([
      { whys: ["Nobody keeps one", "No rule asks for one"] },
    ]);
    await expectAccessible();

    await user.click(screen.getByRole("button", { name: "Add an action" }));
    const text = await screen.findByRole("textbox", { name: "What will be done" });
    await waitFor(() => expect(text).toHaveFocus());
    await user.keyboard("Write the rule");
    const form = within(screen.getByRole("form", { name: "Add an action" }));
    await user.type(form.getByRole("combobox", { name: "Owner" }), "IT lead");
    await user.type(form.getByRole("combobox", { name: "Due" }), "01/02/2099");
    await user.click(form.getByRole("button", { name: "Plan it" }));
    expect(await screen.findByRole("button", { name: "More about A-1" })).toBeVisible();
    await user.type(textbox("What must be so"), "A log of each week");
    await user.type(screen.getByRole("combobox", { name: "When to look" }), "01/03/2099");
    await user.click(screen.getByRole("button", { name: "Record the criterion" }));
    await waitFor(() => expect(stage("Action done")).toHaveAttribute("aria-current", "step"));

    await tell("action.finish", { id: "A-1", proof: ["E-1"] });
    router.replace({ page: "findings", open: null, adding: false });
    router.replace({ page: "findings", open: "F-1", adding: false });
    await waitFor(() => expect(stage("Effectiveness checked")).toHaveAttribute("aria-current", "step"));
    await user.type(screen.getByRole("combobox", { name: "Who looked" }), "IT lead");
    await user.click(screen.getByRole("button", { name: "Record the check" }));
    await waitFor(() =>
      expect(screen.getByRole("combobox", { name: "Who looked" })).toHaveAccessibleDescription(
        /who owns one of its actions/,
      ),
    );
    await user.clear(screen.getByRole("combobox", { name: "Who looked" }));
    await user.type(screen.getByRole("combobox", { name: "Who looked" }), "Quality manager");
    await user.click(screen.getByRole("radio", { name: "Not effective" }));
    expect(screen.getByText(/^Another round begins/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Record the check" }));
    await waitFor(() => expect(stage("Action planned")).toHaveAttribute("aria-current", "step"));
    expect(screen.getByText("From an earlier round")).toBeVisible();

    await planned("Teach the rule", "IT lead", "2099-02-01");
    await tell("action.finish", { id: "A-2", proof: ["E-1"] });
    await tell("finding.criterion", { id: "F-1", text: "A log of each week", check_on: "2099-03-01" });
    await tell("finding.check", { id: "F-1", by: "Quality manager", result: "effective" });
    router.replace({ page: "findings", open: null, adding: false });
    router.replace({ page: "findings", open: "F-1", adding: false });
    await waitFor(() => expect(stage("Closed")).toHaveAttribute("aria-current", "step"));
    await user.type(screen.getByRole("combobox", { name: "Who closes it" }), "Managing director");
    await user.click(screen.getByRole("button", { name: "Close the finding" }));
    expect(await screen.findByText(/^Closed by Managing director on/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Add an action" })).toBeNull();
    await expectAccessible();

    await user.click(screen.getByRole("button", { name: "Reopen this finding" }));
    await user.type(await screen.findByRole("textbox", { name: "Why" }), "It happened again.");
    await user.click(screen.getByRole("button", { name: "Reopen it" }));
    await waitFor(() => expect(stage("Action planned")).toHaveAttribute("aria-current", "step"));
  });

  it("says of a stage that is not open yet after which it opens", async () => {
    await raised();
    const user = await openFindings("F-1");
    await user.click(stage("Closed"));
    expect(screen.getByText("Opens after “Contained”.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Close the finding" })).toBeNull();
  });

  it("asks no cause of an opportunity for improvement", async () => {
    await raised("ofi");
    await openFindings("F-1");
    expect(stage("Action planned")).toHaveAttribute("aria-current", "step");
    expect(
      within(screen.getByRole("navigation", { name: "The road of this finding" })).queryByRole("button", {
        name: /^Cause found/,
      }),
    ).toBeNull();
  });

  it("keeps what was typed where the core refuses it, and while somebody is elsewhere", async () => {
    await raised();
    const user = await openFindings("F-1");
    await user.click(stage("Contained"));
    core.failures.set(
      "finding.contain",
      new Failed({ code: "x", message: "The disk is full", hint: null, field: null }),
    );
    await user.type(textbox("What was done at once"), "Stopped");
    await user.click(screen.getByRole("button", { name: "Record what was done" }));
    expect((await screen.findAllByText("The disk is full"))[0]).toBeVisible();
    expect(unfinishedFindings()).toEqual(["F-1 contain"]);
    router.replace({ page: "findings", open: null, adding: false });
    await screen.findByRole("heading", { level: 1, name: "Findings" });
    router.replace({ page: "findings", open: "F-1", adding: false });
    await screen.findByRole("heading", { level: 1, name: "No log was kept" });
    await user.click(stage("Contained"));
    expect(textbox("What was done at once")).toHaveValue("Stopped");
    await user.click(screen.getByRole("button", { name: "Discard what is not recorded" }));
    expect(unfinishedFindings()).toEqual([]);
  });

  it("can only be read where the workspace can", async () => {
    await raised();
    core.canWrite = false;
    const user = await openFindings("F-1");
    await user.click(stage("Contained"));
    expect(textbox("What was done at once")).toHaveAttribute("readonly");
    for (const name of ["Record what was done", "Add an action", "Refuse this finding"])
      expect(screen.queryByRole("button", { name })).toBeNull();
  });
});

describe("the five whys", () => {
  it("move by Alt and the arrows, and an empty one goes by Backspace", async () => {
    await raised();
    const user = await openFindings("F-1");
    await user.click(stage("Cause found"));
    await user.type(textbox("1. Why?"), "one{Enter}two{Enter}{Backspace}");
    expect(textbox("2. Why?")).toHaveFocus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(textbox("1. Why?")).toHaveValue("two");
    expect(textbox("2. Why?")).toHaveValue("one");
    expect(textbox("1. Why?")).toHaveFocus();
    expect(screen.getByText("Now answer 1")).toBeInTheDocument();
  });
});

describe("the fishbone", () => {
  it("takes causes by kind, and draws them", async () => {
    await raised();
    const user = await openFindings("F-1");
    await user.click(stage("Cause found"));
    await user.click(screen.getByRole("radio", { name: "Fishbone" }));
    await user.type(textbox("Another cause: Data"), "Old addresses{Enter}");
    await user.type(textbox("The cause"), "Nobody looks at the addresses");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Record the cause" }));
    await waitFor(() =>
      expect(core.called("finding.cause")).toMatchObject([
        { branches: [{ kind: "data", causes: ["Old addresses"] }] },
      ]),
    );
  });
});

describe("the log", () => {
  it("goes to a file of the form that somebody chooses", async () => {
    await raised();
    core.picked.push("/home/p/log.xlsx");
    const user = await openFindings();
    await user.click(await screen.findByRole("button", { name: "Export the log" }));
    await user.click(await screen.findByRole("menuitem", { name: /^A workbook/ }));
    expect(await screen.findByText("log.xlsx written, 2 findings")).toBeVisible();
    expect(core.picks[0]).toMatchObject({ kind: "save", extension: "xlsx" });
    expect(core.called("report.findings")).toEqual([{ file: "/home/p/log.xlsx" }]);
  });

  it("says beside its button why it could not be written", async () => {
    await raised();
    core.picked.push("/readonly/log.pdf");
    const user = await openFindings();
    await user.click(await screen.findByRole("button", { name: "Export the log" }));
    await user.click(await screen.findByRole("menuitem", { name: /^A PDF/ }));
    expect(await screen.findByRole("alert")).toHaveTextContent("“/readonly/log.pdf” can't be written");
  });
});

describe("the actions", () => {
  async function openActions(): Promise<UserEvent> {
    await compile("actions");
    const user = await openWindow(core.withWorkspace(), { page: "actions" });
    await screen.findByRole("heading", { level: 1, name: "Actions" });
    return user;
  }

  it("stand by week or by person, and another date asks why", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2020-02-03");
    await planned("Teach the rule", "Head of HR", "2099-02-02");
    const user = await openActions();
    expect(await screen.findByText(/2 to do · 1 overdue/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("radio", { name: "Person" }));
    expect(await screen.findByRole("heading", { level: 2, name: /^Head of HR/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "More about A-1" }));
    await user.click(await screen.findByRole("menuitem", { name: "Change the date" }));
    const form = within(await screen.findByRole("form", { name: "Another date for A-1" }));
    await user.clear(form.getByRole("combobox", { name: "Due" }));
    await user.type(form.getByRole("combobox", { name: "Due" }), "01/02/2099");
    await user.click(form.getByRole("button", { name: "Move the date" }));
    expect((await form.findAllByText("The reason is missing"))[0]).toBeVisible();
    await user.type(form.getByRole("textbox", { name: "Why the date moves" }), "The supplier is late.");
    await user.click(form.getByRole("button", { name: "Move the date" }));
    expect(await screen.findByText("moved once")).toBeVisible();
    expect(core.called("action.move").at(-1)).toEqual({
      ids: ["A-1"],
      due: "2099-02-01",
      why: "The supplier is late.",
    });
  });

  it("move together, which asks why", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2099-01-05");
    await planned("Teach the rule", "Head of HR", "2099-02-02");
    const user = await openActions();
    await user.click(await screen.findByRole("checkbox", { name: "Choose A-1" }));
    await user.click(screen.getByRole("checkbox", { name: "Choose A-2" }));
    const bar = within(screen.getByRole("toolbar", { name: "What can be done with 2 actions" }));
    await user.click(bar.getByRole("button", { name: "Change the date" }));
    const form = within(await screen.findByRole("dialog", { name: "Change the date" }));
    await user.type(form.getByRole("combobox", { name: "Due" }), "01/03/2099");
    await user.click(form.getByRole("button", { name: "Move two actions" }));
    expect((await form.findAllByText("The reason is missing"))[0]).toBeVisible();
    await expectAccessible();
    await user.type(form.getByRole("textbox", { name: "Why the date moves" }), "The supplier is late.");
    await user.click(form.getByRole("button", { name: "Move two actions" }));
    expect(await screen.findByText("Two actions are now due on 1 March 2099")).toBeVisible();
    expect(core.called("action.move").at(-1)).toEqual({
      ids: ["A-1", "A-2"],
      due: "2099-03-01",
      why: "The supplier is late.",
    });
    expect(screen.getAllByText("moved once")).toHaveLength(2);
  });

  it("are narrowed to those of the person at this computer, who is asked once who that is", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2099-01-05");
    await planned("Teach the rule", "Head of HR", "2099-02-02");
    const user = await openActions();
    await user.click(await screen.findByRole("button", { name: "Mine" }));
    const asked = within(await screen.findByRole("dialog", { name: "Who of these is you?" }));
    await expectAccessible();
    await user.click(asked.getByRole("checkbox", { name: "Head of HR" }));
    await user.keyboard("{Escape}");
    const mine = await screen.findByRole("button", { name: "Mine 1" });
    expect(mine).toHaveAttribute("aria-pressed", "true");
    expect(screen.queryByText("Write the rule")).toBeNull();
    expect(screen.getByText("Teach the rule")).toBeVisible();
    await user.click(mine);
    expect(await screen.findByText("Write the rule")).toBeVisible();
    expect(core.called("preferences.set").at(-1)).toEqual({ me: ["Head of HR"] });
  });

  it("stand side by side on a board, on which the arrows lead from card to card", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2020-02-03");
    await planned("Teach the rule", "Head of HR", "2099-02-02");
    const user = await openActions();
    await user.click(await screen.findByRole("radio", { name: "Board" }));
    await user.click(screen.getByRole("radio", { name: "How it stands" }));
    for (const name of [/^Overdue/, /^This week/, /^Later/, /^Done/])
      expect(await screen.findByRole("heading", { level: 2, name })).toBeVisible();
    await expectAccessible();
    const card = (name: RegExp): HTMLElement => screen.getByRole("article", { name });
    card(/^A-1/).focus();
    await user.keyboard("{ArrowRight}");
    expect(card(/^A-2/)).toHaveFocus();
    await user.keyboard("{ArrowLeft} ");
    expect(card(/^A-1/)).toHaveFocus();
    expect(screen.getByRole("checkbox", { name: "Choose A-1" })).toBeChecked();
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("menuitem", { name: "Change the owner" }));
    const form = within(await screen.findByRole("form", { name: "Another owner for A-1" }));
    await user.clear(form.getByRole("combobox", { name: "Owner" }));
    await user.type(form.getByRole("combobox", { name: "Owner" }), "Quality manager");
    await user.click(form.getByRole("button", { name: "Set the owner" }));
    expect(await screen.findByRole("article", { name: /^A-1.*Quality manager/ })).toBeVisible();
  });

  it("that are done are asked for where somebody wants to see them, and come back once they are reopened", async () => {
    await raised();
    core.evidence.with("The rule, signed");
    await planned("Write the rule", "IT lead", "2099-02-03");
    await planned("Teach the rule", "Head of HR", "2099-02-02");
    await tell("action.finish", { id: "A-1", proof: ["E-1"] });
    const user = await openActions();
    const done = await screen.findByRole("button", { name: "Done 1" });
    expect(core.called("action.list")).not.toContainEqual({ open: false });
    expect(screen.queryByText("Write the rule")).toBeNull();
    await user.click(done);
    expect(await screen.findByText("Write the rule")).toBeVisible();
    expect(screen.getByRole("heading", { level: 2, name: /^Done · 1/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "More about A-1" }));
    await user.click(await screen.findByRole("menuitem", { name: "Open it again" }));
    expect(await screen.findByRole("button", { name: "Done 0" })).toBeVisible();
    expect(screen.getAllByText("Write the rule")).toHaveLength(1);
    await user.click(screen.getByRole("radio", { name: "Board" }));
    await user.click(screen.getByRole("radio", { name: "How it stands" }));
    expect(await screen.findByRole("heading", { level: 2, name: /^Done · 0/ })).toBeVisible();
  });

  it("say that what is done can't be read, beside what is to do", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2099-02-03");
    const user = await openActions();
    await screen.findByText("Write the rule");
    core.failAlways("action.list", "The workspace is gone");
    await user.click(screen.getByRole("button", { name: "Done 0" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("The workspace is gone");
    expect(screen.getByText("Write the rule")).toBeVisible();
  });

  it("say week by week how many were open, as a picture and as a table", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2020-02-03");
    const user = await openActions();
    expect(await screen.findByRole("img", { name: /1 open\.$/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: /Open actions, week by week$/ }));
    const table = await screen.findByRole("table", { name: "Open actions, week by week" });
    expect(within(table).getAllByRole("row")).toHaveLength(3);
    await expectAccessible();
  });

  it("are done once evidence shows it", async () => {
    await raised();
    core.evidence.with("The rule, signed");
    await planned("Write the rule", "IT lead", "2099-02-03");
    const user = await openActions();
    await user.click(await screen.findByRole("button", { name: "More about A-1" }));
    await user.click(await screen.findByRole("menuitem", { name: "Mark as done" }));
    const form = within(await screen.findByRole("form", { name: "A-1 is done" }));
    await user.click(form.getByRole("button", { name: "Record that it is done" }));
    expect((await form.findAllByText("The proof is missing"))[0]).toBeVisible();
    // Enter counts also where it comes before what the words find.
    await user.type(form.getByRole("combobox", { name: "Choose from the evidence" }), "rule{Enter}");
    expect(await form.findByRole("link", { name: "E-1" })).toBeVisible();
    await user.click(form.getByRole("button", { name: "Record that it is done" }));
    await waitFor(() =>
      expect(core.called("action.finish").at(-1)).toEqual({ id: "A-1", proof: ["E-1"], note: "" }),
    );
  });

  it("get another owner together", async () => {
    await raised();
    await planned("Write the rule", "IT lead", "2099-02-03");
    await planned("Teach the rule", "Head of HR", "2099-02-03");
    const user = await openActions();
    for (const name of ["Choose A-1", "Choose A-2"])
      await user.click(await screen.findByRole("checkbox", { name }));
    const bar = screen.getByRole("toolbar", { name: "What can be done with 2 actions" });
    await user.click(within(bar).getByRole("button", { name: "Change the owner" }));
    await user.type(await screen.findByRole("combobox", { name: "Owner" }), "Quality manager");
    await user.click(screen.getByRole("button", { name: "Set the owner of two actions" }));
    await waitFor(() =>
      expect(core.called("action.set")).toEqual([{ ids: ["A-1", "A-2"], owner: "Quality manager" }]),
    );
    expect(await screen.findByText("Quality manager owns two actions")).toBeVisible();
  });
});
