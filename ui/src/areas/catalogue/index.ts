/** The catalogue of ISO/IEC 42001:2023 in Annexe's own words: clauses, Annex A, Annex C and the crosswalk. */
export { default as CrosswalkRows } from "./CrosswalkRows.svelte";
export { catalogue } from "./catalogue.svelte";
export { describe } from "./describe";
