import { tick } from "svelte";
import { router } from "./router.svelte";

let coming: Promise<unknown> = Promise.resolve();

/** Says that the room that was asked for is still on its way, until when. */
export function comes(room: Promise<unknown>): void {
  coming = room;
}

let placing: Promise<void> = Promise.resolve();

/** Leads the focus to where reading goes on: the title of what was asked for, or of the page. */
export function focusPlace(): Promise<void> {
  placing = lead();
  return placing;
}

/** Waits until the focus is where the page begins, for a room that leads on to a part of itself. */
export async function placed(): Promise<void> {
  await tick();
  await placing;
}

async function lead(): Promise<void> {
  await tick();
  await coming;
  await tick();
  const { route } = router;
  // A step of the guide has a page of its own; everything else opens beside its list.
  const inHand = "open" in route && route.open !== null && route.page !== "guide";
  document.querySelector<HTMLElement>(inHand ? 'h2[tabindex="-1"]' : 'h1[tabindex="-1"]')?.focus();
}
