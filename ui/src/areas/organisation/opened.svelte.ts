import { tick } from "svelte";
import { history } from "$areas/history";
import { toasts } from "$app/toasts.svelte";
import { Failed } from "$host";

/** Which entry of a register is open, and what happens around it. */
export class Opened {
  id = $state<string | null>(null);

  toggle(id: string): void {
    this.id = this.id === id ? null : id;
  }

  /** Runs a change that adds an entry, opens that, and says so with the way back. */
  async add(how: () => Promise<string>, said: string): Promise<void> {
    const before = await history.last();
    this.id = await how();
    await tick();
    document.getElementById(`${this.id}-head`)?.focus();
    void history.tell(said, before);
  }

  /** Runs a change that removes an entry, and says so with the way back; `then` takes the focus. */
  async remove(how: () => Promise<void>, said: string, then: string): Promise<void> {
    try {
      const before = await history.last();
      await how();
      this.id = null;
      await tick();
      document.getElementById(then)?.focus();
      void history.tell(said, before);
    } catch (reason) {
      toasts.tell(Failed.from(reason).sentence, { warning: true });
    }
  }
}
