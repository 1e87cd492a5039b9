import { tick } from "svelte";
import { router } from "./router.svelte";

/** Leads the focus to where reading goes on: the title of the control that was asked for, or of the page. */
export async function focusPlace(): Promise<void> {
  await tick();
  const { route } = router;
  const control = route.page === "controls" && route.open !== null;
  document.querySelector<HTMLElement>(control ? 'h2[tabindex="-1"]' : 'h1[tabindex="-1"]')?.focus();
}
