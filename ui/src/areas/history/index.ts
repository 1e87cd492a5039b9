/** What was changed, by whom and when, and the way back (the ledger, seen from the window). */
export { history } from "./history.svelte";
export { default as HistoryList } from "./HistoryList.svelte";
export { default as HistorySection } from "./HistorySection.svelte";
export { default as RecordHistory } from "./RecordHistory.svelte";
export { sentences } from "./sentences";
