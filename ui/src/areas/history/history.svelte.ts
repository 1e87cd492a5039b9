import { change, changes } from "$app/change.svelte";
import { toasts } from "$app/toasts.svelte";
import { shortcut } from "$design";
import { call, Failed, type LedgerEntry, type UndoState } from "$host";
import { t } from "$i18n";
import { operationWords } from "./sentences";

/** Undo and redo, as the core has them. */
class History {
  state = $state.raw<UndoState>({ undo: null, redo: null });

  #busy = false;

  async load(): Promise<void> {
    try {
      this.state = await call("history.state", {});
    } catch {
      this.state = { undo: null, redo: null };
    }
  }

  async undo(): Promise<void> {
    await this.#step("history.undo", t("history.nothing-to-undo"), (entry) => {
      toasts.tell(t("history.undone", { what: operationWords(entry) }), {
        action: { label: t("action.redo"), keys: shortcut("Mod", "Shift", "Z"), run: () => void this.redo() },
        undo: true,
      });
    });
  }

  async redo(): Promise<void> {
    await this.#step("history.redo", t("history.nothing-to-redo"), (entry) => {
      toasts.tell(t("history.redone", { what: operationWords(entry) }), {
        action: this.undoAction(),
        undo: true,
      });
    });
  }

  /** What a toast offers after a change. */
  undoAction(): { label: string; keys: string; run: () => void } {
    return { label: t("action.undo"), keys: shortcut("Mod", "Z"), run: () => void this.undo() };
  }

  /** Returns the number of the ledger's last entry, from which `tell` counts; nothing where it is not known. */
  async last(): Promise<number | null> {
    try {
      const [entry] = await call("history.list", { limit: 1 });
      return entry?.seq ?? 0;
    } catch {
      return null;
    }
  }

  /**
   * Says what was done since the ledger ended with `before`. The way back is offered where one step takes back exactly
   * that: what changed nothing has no entry, and the last one is of something else.
   */
  async tell(message: string, before: number | null): Promise<void> {
    const [last] = await Promise.all([this.last(), this.load()]);
    const one = before !== null && last === before + 1 && this.state.undo?.seq === last;
    toasts.tell(message, one ? { action: this.undoAction(), undo: true } : {});
  }

  async #step(
    name: "history.undo" | "history.redo",
    nothing: string,
    done: (entry: LedgerEntry) => void,
  ): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.load();
      if (this.state[name === "history.undo" ? "undo" : "redo"] === null) toasts.tell(nothing);
      else done(await change(name, {}));
    } catch (reason) {
      toasts.tell(Failed.from(reason).sentence, { warning: true });
      changes.announce();
    } finally {
      this.#busy = false;
    }
  }
}

export const history = new History();
