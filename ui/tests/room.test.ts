import { render, screen, waitFor } from "@testing-library/svelte";
import { createRawSnippet } from "svelte";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import Room from "$app/Room.svelte";
import { router } from "$app/router.svelte";
import { FakeCore } from "./fake/core";
import { compile, openWindow } from "./window";

let core: FakeCore;

beforeAll(() => compile("organisation", "readiness", "frameworks"));

beforeEach(() => {
  core = new FakeCore();
});

describe("a room that loads when somebody goes there", () => {
  it.each([
    ["organisation", /^Organisation/],
    ["readiness", /^Readiness/],
    ["frameworks", /^Laws and frameworks/],
  ] as const)("takes the focus to the title of %s", async (page, title) => {
    const user = await openWindow(core.withWorkspace(), { page: "home" });
    await screen.findByRole("heading", { name: "Needs attention" });
    await user.click(screen.getByRole("link", { name: title }));
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    expect(router.route.page).toBe(page);
  });

  it("says why it did not come, and comes when it is asked for again", async () => {
    const answers = [Promise.reject(new Error("the file is gone")), Promise.resolve({ default: "the room" })];
    const load = (): Promise<{ default: string }> =>
      answers.shift() ?? Promise.reject(new Error("too often"));
    const children = createRawSnippet<[unknown]>((page) => ({
      render: () => `<p>This is ${String(page())}</p>`,
    }));
    render(Room, { load, children });
    (await screen.findByRole("button", { name: "Try again" })).click();
    expect(await screen.findByText("This is the room")).toBeVisible();
  });
});
