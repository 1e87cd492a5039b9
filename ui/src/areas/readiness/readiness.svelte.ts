import { Awaited } from "$app/awaited.svelte";
import { call, type Readiness } from "$host";

/** How ready the company is, as the core says it. */
class ReadinessStore {
  readonly shown = new Awaited<Readiness>(() => call("readiness.show", {}));
}

export const readiness = new ReadinessStore();

/** Forgets the figures of the workspace that is left. */
export function forgetReadiness(): void {
  readiness.shown.forget();
}
