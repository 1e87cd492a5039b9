import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed } from "$host";
import { line } from "../src/areas/readiness/line";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openReadiness(): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const user = await openWindow(core.withWorkspace(), { page: "readiness" });
  await screen.findByRole("heading", { name: "What keeps it back" });
  return user;
}

function region(name: string): HTMLElement {
  return screen.getByRole("region", { name });
}

describe("readiness", () => {
  it("of an empty workspace is nothing, and says what to do first", async () => {
    const user = await openReadiness();
    const overall = region("Ready for audit");
    expect(overall).toHaveTextContent("0% Starting");
    expect(overall).toHaveTextContent("0 of 9 met.");
    await expectAccessible();
    await user.click(within(overall).getByRole("button", { name: "Open the Guide" }));
    expect(place()).toBe("#/guide");
  });

  it("shows how it went once the history was followed, and goes on where that was stopped", async () => {
    let stop = (): void => undefined;
    const stopped = new Failed({ code: "stopped", message: "Stopped", hint: null, field: null });
    core.held.set("readiness.history", new Promise((_, reject) => (stop = () => reject(stopped))));
    const user = await openReadiness();
    const past = region("Over time");
    await waitFor(() => expect(core.called("readiness.history")).toHaveLength(1));
    await user.click(await within(past).findByRole("button", { name: "Stop" }));
    expect(core.stopped).toContain("readiness.history");
    core.held.delete("readiness.history");
    stop();
    expect(await within(past).findByText("Stopped before the whole history was followed")).toBeVisible();
    await user.click(within(past).getByRole("button", { name: "Go on" }));
    expect(await within(past).findByText(/^A point for each day/)).toBeVisible();
    expect(within(past).queryByText("Stopped before the whole history was followed")).toBeNull();
  });

  it("names each gate that keeps it back, and leads to where it is mended", async () => {
    const user = await openReadiness();
    const gates = region("What keeps it back");
    expect(gates).toHaveTextContent(
      "While four things are missing without which no audit can be passed, the figure stays at 79% or below.",
    );
    const policy = within(gates).getByRole("link", {
      name: "Link a policy that holds today to clause 5.2",
    });
    expect(policy).toHaveAttribute("href", "#/clauses/5.2");
    expect(within(gates).getByRole("link", { name: "Export the statement" })).toHaveAttribute(
      "href",
      "#/soa",
    );
    const leads = (name: string): string | null =>
      within(gates).getByRole("link", { name }).getAttribute("href");
    expect(leads("Answer the screening of S-1 Triage")).toBe("#/systems/S-1");
    expect(leads("Link the impact assessment of S-2 Fraud hint to it and to clause 8.4")).toBe(
      "#/systems/S-2",
    );
    await user.click(within(gates).getByRole("link", { name: "Write the scope" }));
    expect(place()).toBe("#/organisation/scope");
  });

  it("opens each figure to the requirements that make it, by keyboard", async () => {
    const user = await openReadiness();
    const row = screen.getByRole("button", { name: "Leadership" });
    expect(row).toHaveAttribute("aria-expanded", "false");
    row.focus();
    await user.keyboard("{Enter}");
    const made = screen.getByRole("table", { name: "What makes Leadership" });
    const policy = within(made).getByRole("row", { name: /^5\.2 AI policy/ });
    expect(policy).toHaveTextContent("Not started");
    expect(policy).toHaveTextContent("0%");
    expect(policy).toHaveTextContent("Plan it");
    await expectAccessible();
    await user.click(within(policy).getByRole("link", { name: "5.2 AI policy" }));
    expect(place()).toBe("#/clauses/5.2");
  });

  it("is told by clause and by group of Annex A too", async () => {
    const user = await openReadiness();
    await user.click(screen.getByRole("radio", { name: "Annex A" }));
    const table = screen.getByRole("table", { name: "Readiness by group of Annex A" });
    await user.click(within(table).getByRole("button", { name: "A.6 AI system life cycle" }));
    const made = screen.getByRole("table", { name: "What makes A.6 AI system life cycle" });
    expect(within(made).getAllByRole("link")).toHaveLength(3);
    await user.click(screen.getByRole("radio", { name: "Clause" }));
    expect(screen.getByRole("button", { name: "9 Performance evaluation" })).toBeVisible();
  });

  it("is asked for again after a change", async () => {
    const user = await openReadiness();
    await core.call("clause.set", { clauses: ["5.2"], status: "in-progress" }, 0, () => undefined);
    const asked = core.called("readiness.show").length;
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(core.called("readiness.show")).toHaveLength(asked + 1));
  });

  it("says why it can't be shown, with a way to try again", async () => {
    core.failures.set(
      "readiness.show",
      new Failed({
        code: "unreadable",
        message: "A page of the database is damaged",
        hint: null,
        field: null,
      }),
    );
    const user = await openWindow(core.withWorkspace(), { page: "readiness" });
    expect(await screen.findByText("A page of the database is damaged")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "What keeps it back" })).toBeVisible();
  });
});

describe("readiness over time", () => {
  it("is a line with its table, the newest day first", async () => {
    core.readiness.before = [
      { day: "2026-09-01", overall: 0, uncapped: 0, met: 0, total: 9 },
      { day: "2026-10-01", overall: 12.5, uncapped: 12.5, met: 1, total: 9 },
    ];
    const user = await openReadiness();
    const past = region("Over time");
    expect(
      await within(past).findByRole("img", {
        name: "Ready for audit from 1 September 2026, 0%, to 12 October 2026, 0%.",
      }),
    ).toBeInTheDocument();
    await user.click(within(past).getByRole("button", { name: /^Show as a table/ }));
    const rows = within(past).getAllByRole("row").slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining("12 October 2026"),
      expect.stringContaining("1 October 2026"),
      expect.stringContaining("1 September 2026"),
    ]);
    expect(rows[1]).toHaveTextContent("12.5%");
    await expectAccessible();
  });

  it("says when the line begins where there is one day alone", async () => {
    await openReadiness();
    expect(await screen.findByText(/The line begins once something has changed/)).toBeVisible();
  });

  it("holds each figure until the next", () => {
    const points = [
      { day: "2026-09-01", overall: 0 },
      { day: "2026-09-11", overall: 40 },
      { day: "2026-09-21", overall: 30 },
    ];
    expect(line(points)).toBe("M0 100H50V60H100V70");
  });
});

describe("maturity", () => {
  it("is said by theme, as it is and as it is meant to be, and taken back", async () => {
    const user = await openReadiness();
    const now = await screen.findByRole("combobox", { name: "Maturity of Support, as it is" });
    await user.selectOptions(now, "1 Done by individuals");
    await user.selectOptions(
      screen.getByRole("combobox", { name: "Maturity of Support, as it is meant to be" }),
      "3 One standard way, documented and trained",
    );
    const row = screen.getByRole("row", { name: /^Support .*2 levels$/ });
    expect(row).toBeVisible();
    await user.selectOptions(now, "Not said");
    await waitFor(() =>
      expect(core.called("maturity.set")).toEqual([
        { theme: "support", now: 1 },
        { theme: "support", goal: 3 },
        { theme: "support", now: null },
      ]),
    );
    await expectAccessible();
  });

  it("is only read where the workspace is", async () => {
    core.canWrite = false;
    await openReadiness();
    expect(await screen.findAllByText("Not said")).toHaveLength(12);
    expect(screen.queryByRole("combobox")).toBeNull();
  });
});

describe("the gap report", () => {
  it("asks where to, proposes a name, and says what was written", async () => {
    core.picked.push("/home/p/gap.pdf");
    const user = await openReadiness();
    await user.click(screen.getByRole("button", { name: "Export the gap report" }));
    expect(await screen.findByText("gap.pdf written, 21 pages")).toBeVisible();
    expect(core.picks).toEqual([
      {
        kind: "save",
        title: "Save the gap report",
        suggestion: "Gap report Saltmarsh Claims.pdf",
        extension: "pdf",
      },
    ]);
    expect(core.called("report.gap")).toEqual([{ file: "/home/p/gap.pdf" }]);
  });

  it("says beside the button what went wrong", async () => {
    core.picked.push("/readonly/gap.pdf");
    const user = await openReadiness();
    await user.click(screen.getByRole("button", { name: "Export the gap report" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("“/readonly/gap.pdf” can't be written");
  });
});

describe("readiness on the first page", () => {
  it("says the whole, what keeps it back and the six themes, as bars and as a table", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "home" });
    const readiness = await screen.findByRole("region", { name: "Readiness by theme" });
    await waitFor(() => expect(readiness).toHaveTextContent("Ready for audit 0%"));
    expect(readiness).toHaveTextContent(
      "Kept at 79% or below by what is missing: Scope of the AI management system, AI policy, Statement of Applicability and Impact assessments.",
    );
    expect(within(readiness).getAllByRole("listitem")).toHaveLength(6);
    await user.click(within(readiness).getByRole("button", { name: /^Show as a table/ }));
    expect(within(readiness).getAllByRole("row")).toHaveLength(7);
    await expectAccessible();
    await user.click(within(readiness).getByRole("link", { name: "Ready for audit 0%" }));
    expect(place()).toBe("#/readiness");
  });
});
