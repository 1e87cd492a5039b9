import { Awaited } from "$app/awaited.svelte";
import { Followed } from "$app/followed.svelte";
import { call, type Maturity, type Readiness, type ReadinessPoint } from "$host";

/** How ready the company is, as the core says it. */
class ReadinessStore {
  readonly shown = new Awaited<Readiness>(() => call("readiness.show", {}));
  /** Followed, as many years of work take a while the first time. */
  readonly past = new Followed<ReadinessPoint[]>((waiting) => call("readiness.history", {}, waiting));
  readonly maturity = new Awaited<Maturity[]>(() => call("maturity.list", {}));
}

export const readiness = new ReadinessStore();

/** Forgets the figures of the workspace that is left. */
export function forgetReadiness(): void {
  readiness.shown.forget();
  readiness.past.forget();
  readiness.maturity.forget();
}
