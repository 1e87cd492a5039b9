import { Failed } from "$host";

/** Something that is tried, and why it failed the last time. */
export class Trying {
  failure = $state.raw<Failed | null>(null);

  async run(how: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await how();
    } catch (reason) {
      this.failure = Failed.from(reason);
    }
  }
}
