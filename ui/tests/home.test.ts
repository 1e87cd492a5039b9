import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import type { Arguments, Name } from "$host";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

async function openHome(): Promise<UserEvent> {
  const user = await openWindow(core.withWorkspace(), { page: "home" });
  await screen.findByRole("heading", { level: 2, name: "Next steps" });
  return user;
}

async function done<N extends Name>(name: N, args: Arguments<N>): Promise<void> {
  await core.call(name, args, 0, () => undefined);
}

async function applies(
  controls: string[],
  set: Omit<Arguments<"control.set">, "controls"> = {},
): Promise<void> {
  await done("control.decide", {
    controls,
    decision: "applicable",
    reasons: ["law"],
    justification: "The law asks for it.",
  });
  await done("control.set", { controls, ...set });
}

const steps = (): string[] =>
  within(screen.getByRole("region", { name: "Next steps" }))
    .queryAllByRole("heading", { level: 3 })
    .map((heading) => heading.textContent.trim());
const attention = (): HTMLElement => screen.getByRole("region", { name: "Needs attention" });
const tile = (id: string): HTMLElement =>
  within(screen.getByRole("region", { name: "Annex A" })).getByRole("link", { name: new RegExp(`^${id} ?`) });

const guided = (): string[] => core.guide.next(3).map(({ title }) => title);

describe("the first page of an empty workspace", () => {
  it("says where to begin and has nothing to worry about", async () => {
    const user = await openHome();
    expect(screen.getByRole("heading", { level: 1, name: "Home: Saltmarsh Claims" })).toBeVisible();
    expect(steps()).toHaveLength(3);
    expect(steps()).toEqual(guided());
    expect(attention()).toHaveTextContent("Nothing is late, broken or about to expire");
    expect(screen.getByText(/This computer has made no backup yet/)).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: /^Start ?: Find out what/ }));
    expect(place()).toBe("#/guide/what-the-standard-is");
  });

  it("leads to the date to be ready by, and to the plan", async () => {
    await openHome();
    expect(screen.getByRole("link", { name: "Set a date and make a plan" })).toHaveAttribute(
      "href",
      "#/guide/plan",
    );
    expect(screen.getByRole("link", { name: "The whole road" })).toHaveAttribute("href", "#/guide");
    expect(screen.getByRole("link", { name: "Show all dates" })).toHaveAttribute("href", "#/dates");
  });
});

describe("the countdown", () => {
  const to = (days: number): void => {
    core.attention = { countdown: { target: "2027-03-08", days }, next: [], attention: [], controls: [] };
  };

  it.each([
    [181, "26 weeks to go"],
    [147, "21 weeks to go"],
    [28, "4 weeks to go"],
    [27, "27 days to go"],
    [1, "One day to go"],
    [0, "The day to be ready is today"],
    [-1, "One day past the day to be ready"],
  ])("of %i days is said in words", async (days, words) => {
    to(days);
    await openHome();
    expect(await screen.findByRole("heading", { level: 1, name: `Home: ${words}` })).toBeVisible();
    expect(screen.getByText("To be ready by 8 March 2027")).toBeVisible();
    expect(screen.queryByRole("link", { name: "Set a date and make a plan" })).toBeNull();
  });
});

describe("the next steps", () => {
  it("say why now, how long they take, and what they serve", async () => {
    const [first, second] = core.guide.next(2);
    if (first === undefined || second === undefined) throw new Error("the road has steps");
    core.attention = {
      countdown: null,
      next: [
        {
          ...first,
          now: { because: "late", days: 3 },
          minutes: 40,
          clauses: ["6.1.4", "8.4"],
          controls: ["A.5.2", "A.5.4", "A.5.5"],
        },
        {
          ...second,
          state: "in-progress",
          now: { because: "after", titles: [first.title] },
          clauses: [],
          controls: ["A.2.2"],
        },
      ],
      attention: [],
      controls: [],
    };
    await openHome();
    const [one, two] = within(screen.getByRole("region", { name: "Next steps" })).getAllByRole("listitem");
    expect(one).toHaveTextContent(
      "Three days late · About 40 minutes · clause 6.1.4, clause 8.4, A.5.2 and two more",
    );
    expect(two).toHaveTextContent(`After “${first.title}” · `);
    expect(screen.getByRole("button", { name: /^Continue ?: Draw/ })).toBeVisible();
    await expectAccessible();
  });

  it("follow what is done", async () => {
    const before = guided();
    await done("guide.set", { step: "what-the-standard-is", tick: ["explained"] });
    await openHome();
    expect(steps()).toEqual(guided());
    expect(steps()).not.toEqual(before);
  });

  it("say what to keep alive once all is done", async () => {
    core.attention = { countdown: null, next: [], attention: [], controls: [] };
    await openHome();
    expect(steps()).toEqual([]);
    expect(screen.getByText(/^Every step is done or not needed/)).toBeVisible();
  });

  it("lead to what can be read where the workspace can only be read", async () => {
    core.canWrite = false;
    await openHome();
    expect(steps()).toEqual(guided());
    expect(screen.queryByRole("link", { name: "Set a date and make a plan" })).toBeNull();
    await expectAccessible();
  });
});

describe("what needs attention", () => {
  it("is counted, in words, and leads to its place", async () => {
    core.attention = {
      countdown: null,
      next: [],
      attention: [
        { about: "overdue", controls: [{ id: "A.6.2.6", target: "2026-10-01" }] },
        {
          about: "expired",
          total: 2,
          pieces: [
            { id: "E-4", title: "Penetration test", expires: "2026-10-09", days: -3 },
            { id: "E-9", title: "Insurance", expires: "2026-10-11", days: -1 },
          ],
        },
        { about: "unproven", controls: ["A.2.2", "A.2.3"] },
        {
          about: "expiring",
          total: 1,
          pieces: [{ id: "E-5", title: "Supplier questionnaire", expires: "2026-10-21", days: 9 }],
        },
        { about: "statement-outdated", version: "1.0", at: "2025-03-01T10:00:00Z" },
        {
          about: "folder-away",
          folder: "/media/stick/Quality",
          message: "It is not there",
          hint: "Plug it in.",
        },
        { about: "folder-unreadable", folder: "/home/p/Docs", places: 2 },
        { about: "backup-old", at: "2025-03-01T10:00:00Z", file: "/media/b.zip" },
        { about: "inbox", files: 4 },
      ],
      controls: [],
    };
    const user = await openHome();
    const rows = within(attention()).getAllByRole("listitem");
    expect(attention()).toHaveTextContent("Needs attention 9 in all");
    const said = rows.map((each) => each.textContent.replace(/\s+/g, " ").trim());
    expect(said[0]).toBe("A.6.2.6 is overdue Due 1 October 2026");
    expect(said[1]).toBe("Two pieces of evidence have expired 3 days ago · Penetration test and Insurance");
    expect(said[2]).toMatch(/^A\.2\.2 and A\.2\.3 have no evidence/);
    expect(said[3]).toBe("“Supplier questionnaire” is about to expire 9 days left · 21 October 2026");
    expect(said[4]).toMatch(/^Statement of Applicability 1\.0 is out of date/);
    expect(said[5]).toMatch(/^“Quality” can’t be looked through It is not there\. Plug it in\./);
    expect(said[6]).toMatch(/^Two places in “Docs” could not be read/);
    expect(said[8]).toBe("4 files wait in the inbox");
    await expectAccessible();
    const to = (name: RegExp): string | null =>
      within(attention()).getByRole("link", { name }).getAttribute("href");
    expect(to(/overdue/)).toBe("#/controls/A.6.2.6");
    expect(to(/have expired/)).toBe("#/evidence");
    expect(to(/about to expire/)).toBe("#/evidence/E-5");
    expect(to(/out of date/)).toBe("#/soa");
    expect(to(/can’t be looked through/)).toBe("#/inbox");
    await user.click(within(attention()).getByRole("button", { name: "Back up" }));
    const heading = await screen.findByRole("heading", { level: 2, name: "Backup" });
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it("of several pieces leads to those and no others", async () => {
    core.evidence.with("Penetration test", { expires: "2020-10-09" });
    core.evidence.with("Insurance", { expires: "2020-10-11" });
    core.evidence.with("Policy");
    core.attention = {
      countdown: null,
      next: [],
      attention: [
        {
          about: "expired",
          total: 2,
          pieces: [
            { id: "E-1", title: "Penetration test", expires: "2020-10-09", days: -3 },
            { id: "E-2", title: "Insurance", expires: "2020-10-11", days: -1 },
          ],
        },
      ],
      controls: [],
    };
    const user = await openHome();
    await user.click(await within(attention()).findByRole("link", { name: /have expired/ }));
    expect(await screen.findByRole("row", { name: /^E-1 / })).toBeVisible();
    expect(screen.getByRole("row", { name: /^E-2 / })).toBeVisible();
    expect(screen.queryByRole("row", { name: /^E-3 / })).toBeNull();
  });

  it("is asked for again when something changes", async () => {
    await applies(["A.2.2"], { status: "implemented" });
    await openHome();
    expect(await within(attention()).findByRole("link", { name: "A.2.2 has no evidence" })).toBeVisible();
    expect(within(attention()).getByRole("link", { name: "There is no backup yet" })).toBeVisible();
    core.watched.withFolder("/home/p/Docs").withNew("a.txt");
    core.tell({ kind: "folders-changed" });
    expect(await within(attention()).findByRole("link", { name: /waits? in the inbox/ })).toBeVisible();
  });
});

describe("the map of Annex A", () => {
  beforeEach(async () => {
    await applies(["A.2.2"], { status: "implemented" });
    await applies(["A.2.3"], { status: "in-progress", target: "2026-10-01" });
    await done("control.decide", {
      controls: ["A.10.3"],
      decision: "excluded",
      ground: "no-relevant-risk",
      justification: "Nothing is bought in, and nothing is planned to be.",
    });
  });

  it("says of each control how it stands, in its group, by word and shape", async () => {
    const user = await openHome();
    expect(tile("A.2.2")).toHaveAccessibleName("A.2.2 No evidence AI policy");
    expect(tile("A.2.3")).toHaveAccessibleName(/ Overdue /);
    expect(tile("A.10.3")).toHaveAccessibleName(/ Excluded /);
    expect(tile("A.6.2.8")).toHaveAccessibleName(/ Undecided /);
    // Both parts of A.6 stand in one group.
    const group = screen.getByRole("region", { name: "A.6 AI system life cycle" });
    expect(within(group).getAllByRole("link")).toHaveLength(3);
    const counts = screen.getByRole("list", { name: "How the controls stand" });
    expect(counts).toHaveTextContent("1 excluded");
    expect(counts).toHaveTextContent("3 undecided");
    expect(counts).toHaveTextContent("1 without evidence");
    tile("A.2.3").focus();
    await user.keyboard("{Enter}");
    expect(tile("A.2.3")).toHaveAttribute("href", "#/controls/A.2.3");
  });

  it("has its table", async () => {
    const user = await openHome();
    await user.click(screen.getByRole("button", { name: "Show as a table" }));
    const table = screen.getByRole("table", { name: "Annex A" });
    const row = within(table).getByRole("row", { name: /^A\.2\.2/ });
    expect(row).toHaveTextContent("No evidence");
    expect(within(row).getByRole("link", { name: "AI policy" })).toHaveAttribute("href", "#/controls/A.2.2");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Show as a map" }));
    expect(screen.queryByRole("table")).toBeNull();
  });
});
