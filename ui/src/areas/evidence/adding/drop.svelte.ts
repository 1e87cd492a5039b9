/** Files that are held over the window. */
export interface Held {
  /** How many; null where the system does not say. */
  files: number | null;
  /** The piece over whose row they are, where they may become its next version. */
  row: string | null;
}

class Drop {
  held = $state.raw<Held | null>(null);

  /** Notes where files are held. */
  over(files: number | null, x: number, y: number): void {
    const count = files ?? this.held?.files ?? null;
    const row = count === 1 ? rowAt(x, y) : null;
    if (this.held !== null && this.held.files === count && this.held.row === row) return;
    this.held = { files: count, row };
  }

  left(): void {
    this.held = null;
  }
}

/** Returns the piece of evidence whose row is at a place. */
export function rowAt(x: number, y: number): string | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("tr[data-evidence]");
  return row?.dataset["evidence"] ?? null;
}

export const drop = new Drop();
