/** What the room in front is about, so that what is dropped or pasted there is linked to it. */
class InHand {
  /** Clauses and controls, such as `clause:4.3`. */
  targets = $state.raw<readonly string[]>([]);
}

export const inHand = new InHand();
