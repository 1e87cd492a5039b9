import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed, type Arguments, type MeasureDetails, type Name } from "$host";
import { isoDate } from "$i18n/dates";
import { drawn } from "../src/areas/objectives/page/scale";
import { smallCatalogue } from "./fake/catalogue";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  const catalogue = smallCatalogue();
  const audits = catalogue.clauses.filter(({ id }) => id === "9.2.2");
  catalogue.clauses.push(...audits.map((clause) => ({ ...clause, id: "9.1", title: "Monitoring" })));
  core = new FakeCore(catalogue);
});

/** Does what somebody did before. */
async function tell<N extends Name>(name: N, args: Arguments<N>): Promise<void> {
  await core.call(name, args, 0, () => undefined);
}

async function openObjectives(
  open: string | null = null,
  adding: "objective" | "measure" | null = null,
): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "objectives", open, adding });
  await screen.findByRole("heading", { level: 1 });
  return user;
}

/** Puts an objective there with a measure that is wanted at 95 % or more. */
async function pursued(): Promise<void> {
  core.withWorkspace();
  await tell("objective.add", { title: "Nobody writes unseen", about: ["control:A.2.2"] });
  await tell("measure.add", {
    objective: "O-1",
    what: "Letters seen by two",
    unit: "%",
    goal: { direction: "at-least", value: "95" },
  });
}

const textbox = (name: string): HTMLElement => screen.getByRole("textbox", { name });

describe("the list", () => {
  it("says what an objective is while there is none, and begins with an example", async () => {
    const user = await openObjectives();
    expect(await screen.findByText(/An objective turns the AI policy/)).toBeVisible();
    await expectAccessible();
    await user.click(
      screen.getByRole("button", { name: /^Begin with this one ?Concerns about AI are answered/ }),
    );
    expect(place()).toBe("#/objectives/add");
    const title = await screen.findByRole("textbox", { name: "What is to be reached" });
    expect(title).toHaveValue("Concerns about AI are answered in two weeks");
    await user.click(screen.getByRole("button", { name: "Set it" }));
    expect(
      await screen.findByRole("heading", { level: 1, name: "Concerns about AI are answered in two weeks" }),
    ).toBeVisible();
    expect(place()).toBe("#/objectives/O-1");
    expect(core.called("objective.add").at(-1)).toMatchObject({
      measure: { unit: "days", goal: { direction: "at-most", value: "14" } },
    });
    expect(await screen.findByRole("heading", { name: /^M-1 Longest time until a concern/ })).toBeVisible();
  });

  it("says of each how it stands, in words", async () => {
    await pursued();
    await tell("measure.read", { id: "M-1", value: "90" });
    await tell("measure.add", { what: "Overdue actions", goal: { direction: "at-most", value: "3" } });
    await openObjectives();
    const row = (await screen.findByRole("link", { name: "Nobody writes unseen" })).closest("tr");
    expect(row).toHaveTextContent("Off target");
    expect(row).toHaveTextContent("wanted: at least 95 %");
    const alone = screen.getByRole("link", { name: "Overdue actions" }).closest("tr");
    expect(alone).toHaveTextContent("No reading yet");
    await expectAccessible();
  });
});

describe("an objective", () => {
  it("is read in one gesture, and shows its figures as a picture and as a table", async () => {
    await pursued();
    const user = await openObjectives("O-1");
    await user.click(await screen.findByRole("button", { name: /^Add a reading/ }));
    await waitFor(() => expect(textbox("Value in %")).toHaveFocus());
    await user.type(textbox("Value in %"), "96.5{Enter}");
    const table = await screen.findByRole("table", { name: "Readings: Letters seen by two" });
    expect(within(table).getByText("96.5 %")).toBeVisible();
    expect(within(table).getByText("On target")).toBeVisible();
    const chart = screen.getByRole("img", { name: /Letters seen by two over time/ });
    expect(chart).toHaveAccessibleName(/Wanted: at least 95 %/);
    await expectAccessible();
    expect(core.called("measure.read").at(-1)).toMatchObject({ id: "M-1", value: "96.5" });
  });

  it("asks before a reading of the same day is replaced", async () => {
    await pursued();
    await tell("measure.read", { id: "M-1", value: "90", day: isoDate(new Date()) });
    const user = await openObjectives("O-1");
    await user.click(await screen.findByRole("button", { name: /^Add a reading/ }));
    await user.type(textbox("Value in %"), "97{Enter}");
    expect((await screen.findAllByText(/has a reading of/))[0]).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: /Put it in place/ }));
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await waitFor(() => expect(core.called("measure.read").at(-1)).toMatchObject({ replace: true }));
  });

  it("takes a reading together with the evidence that shows it", async () => {
    await pursued();
    core.evidence.with("Letters of October");
    const user = await openObjectives("O-1");
    await user.click(await screen.findByRole("button", { name: /^Add a reading/ }));
    await user.type(textbox("Value in %"), "96");
    const proof = within(screen.getByRole("group", { name: "Evidence that shows the figure" }));
    await user.type(proof.getByRole("combobox"), "October");
    await user.click(await screen.findByRole("option", { name: /Letters of October/ }));
    expect(await proof.findByRole("link", { name: "E-1" })).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await waitFor(() => expect(core.called("measure.read").at(-1)).toMatchObject({ evidence: ["E-1"] }));
  });

  it("offers a finding where it is off target, filled with what was measured", async () => {
    await pursued();
    await tell("measure.read", { id: "M-1", value: "90" });
    const user = await openObjectives("O-1");
    await user.click(await screen.findByRole("button", { name: "Raise a finding" }));
    const title = await screen.findByRole("textbox", { name: "What is not as it should be" });
    await waitFor(() => expect(title).toHaveFocus());
    expect(title).toHaveValue("Off target: Letters seen by two");
    await user.click(screen.getByRole("button", { name: "Raise it" }));
    expect(await screen.findByRole("link", { name: "Off target: Letters seen by two" })).toHaveAttribute(
      "href",
      "#/findings/F-1",
    );
    const added = core.called("finding.add").at(-1);
    expect(added).toMatchObject({
      source: "monitoring",
      origin: { from: "measure", id: "M-1" },
      requirements: ["clause:9.1", "control:A.2.2"],
    });
    expect(JSON.stringify(added)).toContain("wanted was at least 95 %");
  });

  it("has its actions in the one list", async () => {
    await pursued();
    await tell("action.add", {
      objective: "O-1",
      text: "Switch it off.",
      owner: "IT lead",
      due: "2027-01-31",
    });
    await openObjectives("O-1");
    expect(await screen.findByText("Switch it off.")).toBeVisible();
  });

  it("is judged, and taken up again", async () => {
    await pursued();
    const user = await openObjectives("O-1");
    await user.click(await screen.findByRole("button", { name: "Record the judgement" }));
    expect((await screen.findAllByText("The judgement is missing"))[0]).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Not reached" }));
    await user.type(textbox("What came of it, and what follows"), "Two of three months.");
    await user.click(screen.getByRole("button", { name: "Record the judgement" }));
    expect(await screen.findByText(/Judged by Quality manager/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Add a reading/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Take it up again" }));
    expect(await screen.findByRole("button", { name: /^Add a reading/ })).toBeVisible();
  });
});

describe("readings from a file", () => {
  const readings = [
    { line: 2, day: "2026-09-01", value: "92.5", note: "first", on_target: false, replaces: null },
    { line: 3, day: "2026-10-01", value: "96", note: "", on_target: true, replaces: null },
  ];

  async function choose(): Promise<UserEvent> {
    await pursued();
    core.picked.push("/home/me/readings.csv");
    const user = await openObjectives("O-1");
    await user.click(await screen.findByRole("button", { name: "More about Letters seen by two" }));
    await user.click(await screen.findByRole("menuitem", { name: "Readings from a file" }));
    await user.click(await screen.findByRole("button", { name: "Choose a file" }));
    return user;
  }

  it("are looked at first, and taken in all at once", async () => {
    core.objectives.file = { digest: "d", total: 2, replaced: 0, readings, wrong: 0, problems: [] };
    const user = await choose();
    expect(await screen.findByText("readings.csv: 2 readings")).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Add 2 readings" }));
    expect(await screen.findByRole("table", { name: "Readings: Letters seen by two" })).toBeVisible();
    expect(core.called("measure.import")).toMatchObject([{ id: "M-1", digest: "d", replace: false }]);
  });

  it("say line by line what is wrong, and can't be taken in then", async () => {
    const problems = [{ line: 3, found: "“n/a”", expected: "figures" }];
    core.objectives.file = { digest: "d", total: 1, replaced: 0, readings: [], wrong: 1, problems };
    await choose();
    expect(await screen.findByText("Line 3: found “n/a”; expected figures")).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Add .* reading/ })).toBeNull();
  });
});

describe("the picture", () => {
  const measure = (
    goal: MeasureDetails["goal"],
    values: readonly string[],
  ): Pick<MeasureDetails, "readings" | "goal" | "start"> => ({
    goal,
    start: null,
    readings: values.map((value, at) => ({
      measure: "M-1",
      day: `2026-0${at + 1}-01`,
      value,
      note: "",
      by: "",
      evidence: [],
      on_target: true,
    })),
  });

  it("keeps every figure and the wanted ones inside", () => {
    for (const goal of [
      { direction: "at-least", value: "95" },
      { direction: "at-most", value: "-3" },
      { direction: "between", low: "0", high: "0" },
    ] as const) {
      const { points, wanted, band } = drawn(measure(goal, ["12", "-40.5", "1000"]));
      for (const { y } of [...points, ...wanted]) expect(y >= 0 && y <= 100).toBe(true);
      expect(band.height).toBeGreaterThanOrEqual(0);
    }
  });

  it("draws one reading, and readings that are all alike", () => {
    expect(drawn(measure({ direction: "at-least", value: "5" }, ["5"])).line).toBe("M50 50");
    expect(drawn(measure({ direction: "at-least", value: "0" }, ["0", "0"])).points[1]?.y).toBe(50);
  });
});

it("a workspace that can only be read offers no change", async () => {
  await pursued();
  await tell("measure.read", { id: "M-1", value: "90" });
  core.canWrite = false;
  await openObjectives("O-1");
  expect(await screen.findByRole("table", { name: "Readings: Letters seen by two" })).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Add a reading/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Raise a finding" })).toBeNull();
});

it("a failure of the core is said", async () => {
  core.withWorkspace();
  const gone = new Failed({ code: "x", message: "The disk is gone", hint: null, field: null });
  core.failures.set("objective.list", gone);
  await openWindow(core, { page: "objectives", open: null, adding: null });
  expect((await screen.findAllByText("The disk is gone"))[0]).toBeVisible();
});
