/** Someone who holds what a person typed and the core does not have yet. */
export interface Holder {
  /** Sends what can be sent. */
  settle: () => Promise<void>;
  /** How many things remain that the core does not have. */
  unsaved: () => number;
  /** Gives them up. */
  drop: () => void;
}

const holders: Holder[] = [];

/** Enters a holder, for as long as the window is open. */
export function holds(holder: Holder): void {
  holders.push(holder);
}

/** Sends what can be sent, and returns how many things cannot. */
export async function settleAll(): Promise<number> {
  await Promise.all(holders.map((holder) => holder.settle()));
  return holders.reduce((sum, holder) => sum + holder.unsaved(), 0);
}

/** Gives up all that the core does not have. */
export function dropAll(): void {
  for (const holder of holders) holder.drop();
}

class Question {
  /** How many things would be lost, while the person is asked. */
  count = $state(0);
  #answer: ((leave: boolean) => void) | null = null;

  /** Returns whether the workspace may be left; asks where something would be lost. */
  async mayLeave(): Promise<boolean> {
    const left = await settleAll();
    if (left === 0) return true;
    this.answer(false);
    this.count = left;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  answer(leave: boolean): void {
    this.count = 0;
    if (leave) dropAll();
    this.#answer?.(leave);
    this.#answer = null;
  }
}

export const leaving = new Question();
