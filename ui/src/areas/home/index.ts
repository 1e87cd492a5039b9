/** Home: what needs attention, and what to do next. */
export { default as HomePage } from "./HomePage.svelte";
