/** What the room in front is about, so that what is dropped or pasted there is linked to it. */
class InHand {
  /** Clauses and controls, such as `clause:4.3`. */
  targets = $state.raw<readonly string[]>([]);
  /** Takes the pieces that come of it, where what is in hand is no clause and no control; the page stays then. */
  take: ((ids: readonly string[]) => void) | null = null;
}

export const inHand = new InHand();
