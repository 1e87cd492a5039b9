/** The clauses 4 to 10: where the company stands with each, how, by whom and by when. */
export { clauses } from "./clauses.svelte";
export { default as ClausesPage } from "./ClausesPage.svelte";
export { unfinishedClauses } from "./unfinished";
