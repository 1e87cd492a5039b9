import { Failed } from "$host";
import { guide } from "./guide.svelte";

/** Ticking something of a step off, or taking the tick back; what fails stays beside the list. */
export class Ticking {
  failure = $state.raw<Failed | null>(null);

  /** Answers a click on a box: the box shows what the core has, and changes when that does. */
  async turn(event: MouseEvent, step: string, id: string, ticked: boolean): Promise<void> {
    event.preventDefault();
    this.failure = null;
    try {
      await guide.set(step, ticked ? { untick: [id] } : { tick: [id] });
    } catch (reason) {
      this.failure = Failed.from(reason);
    }
  }
}
