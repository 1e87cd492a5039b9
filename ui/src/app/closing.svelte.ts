const works: (() => void)[] = [];

/** Enters what stops some work that nobody asked for, for as long as the window is open. */
export function endsAtClosing(stop: () => void): void {
  works.push(stop);
}

/**
 * The end of the window. Work that goes on by itself is stopped, and none begins any more; what the person asked for is
 * finished, and the shell waits for it.
 */
class Closing {
  begun = $state(false);

  begin(): void {
    this.begun = true;
    for (const stop of works) stop();
  }
}

export const closing = new Closing();
