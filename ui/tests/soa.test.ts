import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Failed } from "$host";
import { fileName } from "../src/areas/soa/soa.svelte";
import { FakeCore } from "./fake/core";
import { expectAccessible, openWindow, place } from "./window";

// Drawing pages needs a real browser; the window's own test looks at them there.
vi.mock("$design/pdf/PdfPages.svelte", async () => import("./fake/Pages.svelte"));

let core: FakeCore;
beforeEach(() => {
  core = new FakeCore();
  core.pdf = btoa("%PDF-1.7");
});

async function openSoa(): Promise<Awaited<ReturnType<typeof openWindow>>> {
  const user = await openWindow(core.withWorkspace(), { page: "soa" });
  await screen.findByRole("heading", { level: 2, name: /in the way of approval/ });
  return user;
}

describe("what is still open", () => {
  it("is said in words, and each control leads to its place", async () => {
    const user = await openSoa();
    const open = screen.getByRole("region", { name: "What is still open" });
    expect(
      within(open).getByRole("heading", { name: "Three things stand in the way of approval" }),
    ).toBeVisible();
    expect(within(open).getByRole("heading", { name: "Six controls are undecided" })).toBeVisible();
    expect(within(open).getByText("Every control that applies has an owner")).toBeInTheDocument();
    await expectAccessible();
    await user.click(within(open).getByRole("link", { name: "A.6.2.8" }));
    expect(await screen.findByRole("region", { name: "Control A.6.2.8" })).toBeVisible();
    expect(place()).toBe("#/controls/A.6.2.8");
  });

  it("leads to the field that is empty", async () => {
    const user = await openSoa();
    const fill = screen.getAllByRole("button", { name: "Fill it in" });
    await user.click(fill[1] ?? document.body);
    expect(screen.getByRole("combobox", { name: "Owner" })).toHaveFocus();
  });
});

describe("the document", () => {
  it("is described in place, and checked and drawn anew", async () => {
    const user = await openSoa();
    await waitFor(() => expect(core.called("soa.preview")).toHaveLength(1));
    await user.type(await screen.findByRole("combobox", { name: "Owner" }), "Quality manager{Enter}");
    await waitFor(() => expect(core.called("soa.set")).toEqual([{ owner: "Quality manager" }]));
    await waitFor(() => expect(core.called("soa.preview")).toHaveLength(2));
    expect(
      await screen.findByRole("heading", { name: "Two things stand in the way of approval" }),
    ).toBeVisible();
  });

  it("shows its pages", async () => {
    await openSoa();
    expect(await screen.findByRole("region", { name: "Pages of the statement" })).toHaveTextContent(
      "8 bytes",
    );
  });

  it("says why its pages could not be written, with a way to try again", async () => {
    core.failures.set(
      "soa.preview",
      new Failed({ code: "no-font", message: "A font is missing", hint: null, field: null }),
    );
    const user = await openSoa();
    expect(await screen.findByText("A font is missing")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("region", { name: "Pages of the statement" })).toBeVisible();
  });
});

describe("the export", () => {
  it("asks where to, proposes a name, and says what was written", async () => {
    core.picked.push("/home/p/SoA.pdf");
    const user = await openSoa();
    await user.keyboard("{Control>}e{/Control}");
    expect(await screen.findByText("SoA.pdf written, 11 pages")).toBeVisible();
    expect(core.picks).toEqual([
      {
        kind: "save",
        title: "Save the Statement of Applicability",
        suggestion: "SoA-01 0.1 Saltmarsh Claims.pdf",
        extension: "pdf",
      },
    ]);
    expect(core.called("soa.export")).toEqual([{ format: "pdf", file: "/home/p/SoA.pdf" }]);
  });

  it("does nothing where no file was chosen", async () => {
    const user = await openSoa();
    await user.click(screen.getByRole("button", { name: "Export the PDF" }));
    await waitFor(() => expect(core.picks).toHaveLength(1));
    expect(core.called("soa.export")).toEqual([]);
  });

  it("says beside the button what went wrong", async () => {
    core.picked.push("/readonly/SoA.pdf");
    const user = await openSoa();
    await user.click(screen.getByRole("button", { name: "Export the PDF" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("“/readonly/SoA.pdf” can't be written");
  });

  it("proposes a name that every system takes", () => {
    expect(fileName({ number: "S/1", version: "0.1", owner: "" }, "A: B?")).toBe("S 1 0.1 A B.pdf");
    expect(fileName(null, "...")).toBe("Statement of Applicability.pdf");
  });
});
