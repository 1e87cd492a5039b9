/** The controls: Annex A's and the company's own. Deciding, implementing, and what stands behind them (6.1.3). */
export { controls } from "./controls.svelte";
export { default as ControlsPage } from "./ControlsPage.svelte";
export { statuses, statusMark } from "./status";
export { unfinishedControls } from "./unfinished";
