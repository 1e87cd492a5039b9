import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { RecordDrafts } from "$app/record-drafts";
import { history } from "$areas/history";
import { call, type Arguments, type Name, type Result, type ReviewDetails, type ReviewRow } from "$host";

type Writes = Extract<Name, `review.${string}`>;

/** The management reviews, as the core has them. */
class Reviews {
  readonly list = new Awaited<ReviewRow[]>(() => call("review.list", {}));
  /** The review whose page is open. */
  readonly shown = new Awaited<ReviewDetails>(() => call("review.show", { id: this.#id }));

  #id = $state("");

  /** How many wait to be held or to be approved. */
  readonly open: number = $derived(
    (this.list.value ?? []).filter(({ stage, overdue }) => stage === "held" || overdue).length,
  );

  /** Returns the title of a review; nothing where it is not known. */
  titleOf(id: string): string | undefined {
    return this.list.value?.find((row) => row.id === id)?.title;
  }

  /** Asks for a review, and forgets the one before. */
  show(id: string): void {
    if (id !== this.#id) {
      this.shown.forget();
      this.#id = id;
    }
    void this.shown.load();
  }

  forget(): void {
    this.list.forget();
    this.shown.forget();
    this.#id = "";
  }
}

export const reviews = new Reviews();

/** Forgets the reviews of the workspace that is left. */
export function forgetReviews(): void {
  reviews.forget();
}

/** What is being written about the points of an agenda, and why nothing has to be decided. */
export const remarks = new RecordDrafts({
  recorded: (id, field) => {
    const shown = reviews.shown.value;
    if (shown?.id !== id) return "";
    if (field === "no-decision") return shown.no_decision;
    return shown.agenda.find(({ number }) => String(number) === field)?.said ?? "";
  },
  send: (id, field, text) =>
    field === "no-decision"
      ? change("review.set", { id, no_decision: text })
      : change("review.remark", { id, point: Number(field), said: text }),
});

/** Changes something, and says what was done with the way back beside it. */
export async function act<N extends Writes>(name: N, args: Arguments<N>, said: string): Promise<Result<N>> {
  const before = await history.last();
  const result = await change(name, args);
  void history.tell(said, before);
  return result;
}
