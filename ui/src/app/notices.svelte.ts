import { listen, type Notice } from "$host";

type Kind = Notice["kind"];
type Of<K extends Kind> = Extract<Notice, { kind: K }>;
type Hear = (notice: Notice) => void;

/**
 * What happens outside the page, spread to whoever asked for it.
 *
 * The shell tells one listener; this is the one.
 */
class Notices {
  #hearers: readonly Hear[] = [];

  /** Begins to hear. */
  async start(): Promise<void> {
    await listen((notice) => this.tell(notice));
  }

  /** Hears of one kind from now on; returns what ends that. */
  on<K extends Kind>(kind: K, handler: (notice: Of<K>) => void): () => void {
    const hear: Hear = (notice) => {
      if (isOf(notice, kind)) handler(notice);
    };
    this.#hearers = [...this.#hearers, hear];
    return () => {
      this.#hearers = this.#hearers.filter((each) => each !== hear);
    };
  }

  /** Spreads a notice. */
  tell(notice: Notice): void {
    for (const hear of this.#hearers) hear(notice);
  }
}

function isOf<K extends Kind>(notice: Notice, kind: K): notice is Of<K> {
  return notice.kind === kind;
}

export const notices = new Notices();
