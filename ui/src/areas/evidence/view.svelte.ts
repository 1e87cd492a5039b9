import { Selection } from "$app/selection.svelte";
import type { EvidenceKind, EvidenceState } from "$host";
import type { Question } from "./list.svelte";

/** How the person looks at the evidence. It stays while they are in other rooms. */
class View {
  words = $state("");
  kind = $state<EvidenceKind | null>(null);
  tag = $state<string | null>(null);
  state = $state<EvidenceState | null>(null);
  unlinked = $state(false);
  /** What was removed is shown in the list's place. */
  removed = $state(false);
  readonly selection = new Selection();

  readonly question: Question = $derived({
    words: this.words,
    kind: this.kind,
    tag: this.tag,
    state: this.state,
    unlinked: this.unlinked,
  });

  get narrowed(): boolean {
    return this.words.trim() !== "" || this.filtered;
  }

  /** Whether a filter is on, words aside. */
  get filtered(): boolean {
    return this.kind !== null || this.tag !== null || this.state !== null || this.unlinked;
  }

  showAll(): void {
    this.words = "";
    this.kind = null;
    this.tag = null;
    this.state = null;
    this.unlinked = false;
    this.removed = false;
  }

  /** Shows what is in a state and nothing else. */
  showOnly(state: EvidenceState): void {
    this.showAll();
    this.state = state;
  }
}

export const view = new View();
