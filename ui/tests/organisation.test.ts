import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { OrganisationSection } from "$app/router.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow } from "./window";

let core: FakeCore;

beforeEach(() => {
  core = new FakeCore();
});

async function open(section: OrganisationSection): Promise<Awaited<ReturnType<typeof openWindow>>> {
  return openWindow(core.withWorkspace(), { page: "organisation", section });
}

describe("the profile", () => {
  it("keeps what is typed as the field is left, and refuses a number that is none", async () => {
    const user = await open("profile");
    const head = await screen.findByRole("textbox", { name: "People who work there" });
    await user.type(head, "about forty");
    await user.tab();
    expect(await screen.findByText("“about forty” is no number of people")).toBeVisible();
    await user.clear(head);
    await user.type(head, "40");
    await user.tab();
    await waitFor(() => expect(core.called("organisation.set")).toContainEqual({ headcount: 40 }));
  });

  it("offers the standards that the catalogue names, and says what work can be shared", async () => {
    const user = await open("profile");
    await user.click(await screen.findByRole("button", { name: "ISO/IEC 27001: Information security" }));
    expect(await screen.findByText("One management review")).toBeVisible();
    const [set] = core.called("organisation.set");
    expect(set).toEqual({ standards: [{ reference: "ISO/IEC 27001", state: "" }] });
    await user.click(screen.getByRole("button", { name: "Take away ISO/IEC 27001" }));
    await waitFor(() => expect(screen.queryByText("One management review")).toBeNull());
  });

  it("is accessible", async () => {
    await open("profile");
    await screen.findByRole("textbox", { name: "People who work there" });
    await expectAccessible();
  });
});

describe("the roles", () => {
  it("are two answers: what is done with AI, and what the EU AI Act calls it", async () => {
    const user = await open("roles");
    await user.click(await screen.findByRole("checkbox", { name: "We help others with theirs" }));
    await user.click(await screen.findByRole("checkbox", { name: "Deployer" }));
    await waitFor(() =>
      expect(core.called("organisation.set")).toEqual([
        { roles: ["user", "partner"] },
        { act_roles: ["deployer"] },
      ]),
    );
    expect(screen.getByText(/The two answers differ/)).toBeVisible();
    await expectAccessible();
  });
});

describe("the context", () => {
  it("begins with suggestions, and what is picked is open to be changed", async () => {
    const user = await open("context");
    expect(await screen.findByText(/No issue yet/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "The EU AI Act" }));
    const entry = await screen.findByRole("button", { name: /^The EU AI Act not looked at/ });
    expect(entry).toHaveAttribute("aria-expanded", "true");
    await user.type(screen.getByRole("textbox", { name: "What we do" }), "We watch the dates.");
    await user.tab();
    await waitFor(() =>
      expect(core.called("context.set")).toEqual([{ id: "CI-1", response: "We watch the dates." }]),
    );
    expect(screen.queryByRole("button", { name: "The EU AI Act" })).toBeNull();
    await expectAccessible();
  });

  it("adds what is typed on the side that is chosen, and undo takes it back", async () => {
    const user = await open("context");
    await user.click(await screen.findByRole("radio", { name: "Inside" }));
    await user.type(screen.getByRole("textbox", { name: "Another issue" }), "Skills{Enter}");
    expect(await screen.findByText("Skills is added")).toBeVisible();
    expect(core.called("context.add")).toEqual([{ topic: "Skills", side: "inside", meaning: "" }]);
    await user.click(screen.getByRole("button", { name: /^Undo/ }));
    expect(await screen.findByText(/No issue yet/)).toBeVisible();
  });

  it("asks about the climate, and an answer asks for its reason", async () => {
    const user = await open("context");
    await user.click(await screen.findByRole("radio", { name: "It does not matter" }));
    expect(await screen.findByText("The reason is missing")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Why" }), "Small models, bought by the minute.");
    await user.tab();
    await waitFor(() =>
      expect(core.called("organisation.set")).toContainEqual({
        climate: { answer: "not-relevant", reason: "Small models, bought by the minute." },
      }),
    );
    expect(screen.queryByText("The reason is missing")).toBeNull();
  });
});

describe("the interested parties", () => {
  it("need things for reasons, and some are taken on as requirements", async () => {
    const user = await open("parties");
    await user.click(await screen.findByRole("button", { name: "Supervisory authorities" }));
    await user.click(await screen.findByRole("checkbox", { name: "We take it on as a requirement" }));
    await user.type(await screen.findByRole("textbox", { name: "Met by" }), "8.4");
    await user.tab();
    await waitFor(() =>
      expect(core.called("party.set").at(-1)).toEqual({
        id: "IP-1",
        needs: [
          {
            need: "Records of what is done with personal data and with AI",
            source: "law",
            requirement: true,
            met_by: "8.4",
          },
        ],
      }),
    );
    expect(screen.getByText("Authorities · 1 need, 1 taken on")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Another need" }), "An answer in time{Enter}");
    expect(await screen.findByText("Authorities · 2 needs, 1 taken on")).toBeVisible();
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "Take away the need “An answer in time”" }));
    expect(await screen.findByText("Authorities · 1 need, 1 taken on")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Remove the party" }));
    expect(await screen.findByText(/Nobody yet/)).toBeVisible();
  });
});

describe("the people", () => {
  it("have tasks and competences, and a gap is seen from outside", async () => {
    core.evidence.with("Course of the auditors");
    const user = await open("people");
    await user.click(await screen.findByRole("button", { name: "Internal auditor" }));
    await user.type(
      await screen.findByRole("textbox", { name: "Something else that the tasks ask" }),
      "Auditing{Enter}",
    );
    expect(await screen.findByText("Internal auditor · 1 gap")).toBeVisible();
    expect(screen.getByText(/Nobody has these tasks yet: Top management and Leads/)).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Yes" }));
    expect(await screen.findByText("nothing shows it yet")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Choose evidence" }));
    await user.type(screen.getByRole("combobox", { name: "Find evidence for it" }), "Course");
    await user.click(await screen.findByRole("option", { name: /Course of the auditors/ }));
    await waitFor(() =>
      expect(core.called("person.set").at(-1)).toEqual({
        id: "PE-1",
        competences: [{ needed: "Auditing", held: "yes", action: "", proof: "E-1" }],
      }),
    );
    expect(await screen.findByRole("link", { name: "E-1" })).toHaveAttribute("href", "#/evidence/E-1");
    await expectAccessible();
  });
});

describe("the scope", () => {
  it("is composed from its parts, taken over, and adopted by somebody of top management", async () => {
    core.registers.withSystem("Letter sorting");
    const user = await open("scope");
    await user.type(
      await screen.findByRole("textbox", { name: "Another activity, such as handling claims" }),
      "handling claims{Enter}",
    );
    const made = "The AI management system of Saltmarsh Claims covers handling claims, Letter sorting.";
    expect(await screen.findByText(made)).toBeVisible();
    expect(screen.getByText("There is no text yet")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Use this text" }));
    expect(await screen.findByText("No version has been adopted")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Adopt this text" }));
    expect(await screen.findByText("Nobody is named who approved the scope")).toBeVisible();
    await user.type(screen.getByRole("combobox", { name: "Approved by" }), "Managing director");
    await user.click(screen.getByRole("button", { name: "Adopt this text" }));
    expect(await screen.findByText("As it was adopted last")).toBeVisible();
    const versions = screen.getByRole("heading", { name: "Versions that were adopted" }).parentElement;
    expect(within(versions ?? document.body).getByText("Version 1")).toBeVisible();
    await expectAccessible();
  });

  it("says that it changed, and a later version says what", async () => {
    const user = await open("scope");
    const text = await screen.findByRole("textbox", { name: "Your text" });
    await user.type(text, "Claims.");
    await user.tab();
    await user.type(await screen.findByRole("combobox", { name: "Approved by" }), "Managing director");
    await user.click(screen.getByRole("button", { name: "Adopt this text" }));
    await screen.findByText("As it was adopted last");
    await user.type(text, " And letters.");
    await user.tab();
    expect(await screen.findByText("Changed since it was adopted last")).toBeVisible();
    await user.type(screen.getByRole("combobox", { name: "Approved by" }), "Managing director");
    await user.click(screen.getByRole("button", { name: "Adopt this text" }));
    expect(await screen.findByText("It does not say what changed")).toBeVisible();
  });

  it("counts the AI systems that are in it", async () => {
    core.registers.withSystem("Letter sorting");
    const user = await open("scope");
    await user.click(await screen.findByRole("checkbox", { name: "Letter sorting" }));
    await waitFor(() => expect(core.called("system.set")).toEqual([{ id: "S-1", in_scope: false }]));
    expect(
      await screen.findByText("The AI management system of Saltmarsh Claims covers AI systems."),
    ).toBeVisible();
  });
});

describe("a workspace that can only be read", () => {
  it("shows the registers, and offers nothing that would change them", async () => {
    core.canWrite = false;
    for (const section of ["context", "parties", "people"] as const) {
      await open(section);
      await screen.findByRole("heading", { level: 2, name: /4\.|5\./ }).catch(() => undefined);
      await waitFor(() => expect(screen.queryByRole("button", { name: /^Add / })).toBeNull());
      document.body.innerHTML = "";
    }
  });
});
