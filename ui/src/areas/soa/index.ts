/** The Statement of Applicability: what stands in its way, its pages, its export (clause 6.1.3). */
export { exportSoa, soa } from "./soa.svelte";
export { default as SoaPage } from "./SoaPage.svelte";
