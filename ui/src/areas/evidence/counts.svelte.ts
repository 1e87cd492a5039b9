import { Awaited } from "$app/awaited.svelte";
import { call, type EvidenceState, type RemovedEvidence } from "$host";

export const states = ["expires-soon", "expired", "not-yet"] as const satisfies readonly EvidenceState[];

/** How many pieces answer each filter. */
export interface Counts {
  states: Record<(typeof states)[number], number>;
  unlinked: number;
  /** The tags in use, by the alphabet, each with how often. */
  tags: readonly [string, number][];
  removed: readonly RemovedEvidence[];
}

/** What the filters over the list say. */
export const counts = new Awaited<Counts>(async () => {
  const total = async (about: { state?: EvidenceState; unlinked?: boolean }): Promise<number> =>
    (await call("evidence.list", { ...about, limit: 0 })).total;
  const [soon, expired, notYet, unlinked, tags, removed] = await Promise.all([
    total({ state: "expires-soon" }),
    total({ state: "expired" }),
    total({ state: "not-yet" }),
    total({ unlinked: true }),
    call("evidence.tags", {}),
    call("evidence.removed", {}),
  ]);
  return {
    states: { "expires-soon": soon, expired, "not-yet": notYet },
    unlinked,
    tags: Object.entries(tags),
    removed,
  };
});
