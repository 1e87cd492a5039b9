import { call, type Arguments, type Name, type Result, type Waiting } from "$host";
import { toasts } from "./toasts.svelte";

/**
 * How many changes were made, and how many are still being made.
 *
 * State lives in the core: a page reads `revision` in an effect and asks again whenever it moves.
 */
class Changes {
  revision = $state(0);
  running = $state(0);
  last = $state.raw<Date | null>(null);

  /** Tells the pages that something changed. */
  announce(): void {
    this.revision += 1;
    this.last = new Date();
  }
}

export const changes = new Changes();

/** Runs an operation that changes something, and tells the pages when it is done. */
export async function change<N extends Name>(
  name: N,
  args: Arguments<N>,
  waiting: Waiting = {},
): Promise<Result<N>> {
  changes.running += 1;
  try {
    const result = await call(name, args, waiting);
    toasts.dismissUndo();
    changes.announce();
    return result;
  } finally {
    changes.running -= 1;
  }
}
