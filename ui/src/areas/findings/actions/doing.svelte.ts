import { tick } from "svelte";
import type { MenuItem } from "$design";
import type { ActionRow } from "$host";
import { t } from "$i18n";
import { act, Attempt } from "../findings.svelte";
import { isToDo } from "../words";
import type { ActionPart } from "./parts";

/** What can be done with one action, in the list and on the board alike. */
export class Doing {
  readonly attempt = new Attempt();
  /** What is being changed. */
  part = $state<ActionPart | null>(null);

  readonly #action: () => ActionRow;
  /** The id of the form, and of the button that opens the menu. */
  readonly formId: string;
  readonly menuId: string;

  constructor(uid: string, action: () => ActionRow) {
    this.#action = action;
    this.formId = `${uid}-form`;
    this.menuId = `${uid}-menu`;
  }

  /** What the menu offers; nothing where nobody waits for the action any more. */
  items(): MenuItem[] {
    const action = this.#action();
    if (action.state === "dropped") return [];
    if (!isToDo(action)) return [{ label: t("actions.reopen"), run: () => void this.#reopen() }];
    return [
      { label: t("actions.finish"), run: () => void this.open("done") },
      { label: t("actions.move"), run: () => void this.open("due") },
      { label: t("actions.owner.change"), run: () => void this.open("owner") },
      { label: t("actions.text.change"), run: () => void this.open("text") },
      { divider: true },
      { label: t("actions.remove"), run: () => void this.#remove() },
    ];
  }

  async open(wanted: ActionPart): Promise<void> {
    this.part = wanted;
    await tick();
    document.querySelector<HTMLElement>(`#${CSS.escape(this.formId)} :is(input, textarea)`)?.focus();
  }

  async close(): Promise<void> {
    this.part = null;
    await tick();
    document.getElementById(this.menuId)?.focus();
  }

  async #reopen(): Promise<void> {
    const { id } = this.#action();
    await this.attempt.run(() => act("action.reopen", { id }, t("actions.reopened", { id })));
  }

  async #remove(): Promise<void> {
    const { id } = this.#action();
    await this.attempt.run(() => act("action.remove", { id }, t("actions.removed", { id })));
  }
}
