/** The inventory of AI systems, and how much each may affect people (A.4, A.6, A.9, 6.1.4). */
import type SystemsPage from "./SystemsPage.svelte";

export { systems } from "./systems.svelte";

/** Loads the inventory, when somebody goes there. */
export const loadSystemsPage = (): Promise<{ default: typeof SystemsPage }> => import("./SystemsPage.svelte");
