/** Evidence (7.5): what shows an auditor that something is done. */
export { default as EvidencePage } from "./EvidencePage.svelte";
