import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { Failed, type Verification } from "$host";
import { FakeCore, whole } from "./fake/core";
import { expectAccessible, openWindow } from "./window";

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
});

function damaged(): Verification {
  const checks = whole().checks.map((check) =>
    check.check === "vault" || check.check === "evidence"
      ? { ...check, passed: false, faults: [`${check.check}: it is missing`] }
      : check,
  );
  return {
    ...whole(),
    ok: false,
    checks,
    damaged: [
      {
        sha256: "ab".repeat(32),
        condition: "missing",
        pieces: [
          {
            id: "E-3",
            title: "Minutes of the AI committee",
            version: 2,
            name: "minutes.docx",
            links: [
              { to: "control", id: "A.2.2" },
              { to: "clause", id: "5.2" },
            ],
          },
        ],
      },
    ],
  };
}

describe("the check that a person asks for", () => {
  it("says what was looked at, and how many files and bytes were read", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await user.click(await screen.findByRole("button", { name: "Check this workspace" }));
    expect(await screen.findByText("Everything is as it should be")).toBeVisible();
    expect(screen.getByText("3 files read, 12.3 MB")).toBeVisible();
    expect(screen.getByText("Every file that is kept is the one that was added")).toBeVisible();
    expect(core.called("workspace.verify")).toEqual([{ sample: 100 }, {}]);
    await expectAccessible();
  });

  it("lists what is damaged by what it proves, and brings it back", async () => {
    core.verification = damaged();
    core.picked.push("/media/b.zip");
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await user.click(await screen.findByRole("button", { name: "Check this workspace" }));
    const list = await screen.findByRole("region", { name: "One file needs to be brought back" });
    expect(list).toHaveTextContent("Missing");
    expect(within(list).getByRole("link", { name: "E-3 Minutes of the AI committee" })).toHaveAttribute(
      "href",
      "#/evidence/E-3",
    );
    expect(within(list).getByRole("link", { name: "A.2.2" })).toHaveAttribute("href", "#/controls/A.2.2");
    expect(list).toHaveTextContent("clause 5.2");
    await expectAccessible();

    core.verification = null;
    core.evidence.healing = { healed: ["ab".repeat(32)], left: ["cd".repeat(32)] };
    await user.click(screen.getByRole("button", { name: "Bring files back from a file" }));
    expect(await screen.findByText("Everything is as it should be")).toBeVisible();
    expect(core.called("evidence.heal")).toEqual([{ file: "/media/b.zip" }]);
    expect(screen.queryByRole("region", { name: /brought back/ })).toBeNull();
    expect(screen.getAllByText("One file is whole again")).not.toEqual([]);
    expect(screen.getByText("One is still damaged or missing.")).toBeVisible();
  });

  it("says of each thing by a word whether it is in order", async () => {
    core.verification = damaged();
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await user.click(await screen.findByRole("button", { name: "Check this workspace" }));
    const item = (name: RegExp): HTMLElement | null => screen.getByText(name).closest("li");
    await screen.findByText("Something is not as it should be");
    expect(item(/^The database is whole/)).toHaveTextContent(/^In order/);
    expect(item(/^Every piece of evidence has its files/)).toHaveTextContent(/^Wrong/);
  });

  it("keeps what was found until something newer is, also while files are brought back", async () => {
    core.verification = damaged();
    core.picked.push("/media/b.zip");
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await user.click(await screen.findByRole("button", { name: "Check this workspace" }));
    await screen.findByRole("region", { name: "One file needs to be brought back" });
    let goOn: () => void = () => undefined;
    core.held.set("workspace.verify", new Promise((resolve) => (goOn = resolve)));
    await user.click(screen.getByRole("button", { name: "Bring files back from a file" }));
    await waitFor(() => expect(core.called("workspace.verify")).toHaveLength(3));
    expect(screen.getByRole("region", { name: "One file needs to be brought back" })).toBeVisible();
    goOn();
  });

  it("can be asked for from anywhere", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "organisation" });
    await screen.findByRole("heading", { level: 1, name: "Organisation" });
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(screen.getByRole("combobox", { name: "Search or go to" })).toHaveFocus());
    await user.keyboard("check this{Enter}");
    expect(await screen.findByText("Everything is as it should be")).toBeVisible();
    const heading = screen.getByRole("heading", { level: 2, name: "Check this workspace" });
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it("that can't be made says why", async () => {
    const user = await openWindow(core.withWorkspace(), { page: "settings" });
    await screen.findByRole("button", { name: "Check this workspace" });
    await waitFor(() => expect(core.called("workspace.verify")).toHaveLength(1));
    core.failures.set(
      "workspace.verify",
      new Failed({
        code: "unreadable",
        message: "The database can’t be read",
        hint: "Restore.",
        field: null,
      }),
    );
    await user.click(screen.getByRole("button", { name: "Check this workspace" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/The database can’t be read\s*Restore\./);
  });
});

describe("the check at the start", () => {
  it("says nothing where all is well", async () => {
    await openWindow(core.withWorkspace(), { page: "home" });
    await waitFor(() => expect(core.called("workspace.verify")).toEqual([{ sample: 100 }]));
    expect(screen.queryByText(/not as it should be/)).toBeNull();
  });

  it("tells what is wrong on every page, and leads to what to do", async () => {
    core.verification = damaged();
    const user = await openWindow(core.withWorkspace(), { page: "organisation" });
    const banner = await screen.findByText(/Something in this workspace is not as it should be/);
    expect(banner).toHaveTextContent("One file of evidence is damaged or missing.");
    await expectAccessible();
    await user.click(screen.getByRole("button", { name: "See what, and what to do" }));
    const heading = await screen.findByRole("heading", { level: 2, name: "Check this workspace" });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(screen.getByText(/3 files read by chance/)).toBeVisible();
    expect(screen.getByText("Every piece of evidence has its files")).toBeVisible();
  });

  it("needs attention on the first page", async () => {
    core.verification = damaged();
    const user = await openWindow(core.withWorkspace(), { page: "home" });
    const link = await screen.findByRole("link", { name: "One file of evidence is damaged or missing." });
    await user.click(link);
    const heading = await screen.findByRole("heading", { level: 2, name: "Check this workspace" });
    await waitFor(() => expect(heading).toHaveFocus());
  });
});
