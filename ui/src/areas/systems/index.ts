/** The inventory of AI systems, and how much each may affect people (A.4, A.6, A.9, 6.1.4). */
export { systems } from "./systems.svelte";
export { default as SystemsPage } from "./SystemsPage.svelte";
