import type { Toast } from "$design";

/** How long a toast stays, in milliseconds; longer where it offers something to do. */
const SHORT = 5_000;
const LONG = 10_000;

interface Telling {
  warning?: boolean;
  action?: Toast["action"];
  /** The toast offers to undo the latest change, and so goes when another one is made. */
  undo?: boolean;
}

class Toasts {
  all = $state.raw<readonly Toast[]>([]);

  #lastId = 0;
  #held = false;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #undos = new Set<number>();

  /** Says something in passing. */
  tell(message: string, { warning = false, action = null, undo = false }: Telling = {}): void {
    this.#lastId += 1;
    const id = this.#lastId;
    this.all = [...this.all.slice(-2), { id, message, warning, action }];
    if (undo) this.#undos.add(id);
    this.#start(id, warning || action !== null ? LONG : SHORT);
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#undos.delete(id);
    this.all = this.all.filter((toast) => toast.id !== id);
  }

  /** Takes away what offers to undo something that is no longer the latest change. */
  dismissUndo(): void {
    for (const id of [...this.#undos]) this.dismiss(id);
  }

  /** Keeps all toasts while the pointer or the focus is on them. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    for (const { id } of this.all) this.#start(id, LONG);
  }

  #start(id: number, milliseconds: number): void {
    clearTimeout(this.#timers.get(id));
    if (!this.#held)
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), milliseconds),
      );
  }
}

export const toasts = new Toasts();
