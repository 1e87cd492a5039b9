import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { call, type Arguments, type Control } from "$host";
import type { Decision } from "./decision";

/** All controls as the core has them: Annex A in order, then the company's own. */
class ControlsStore {
  readonly list = new Awaited<Control[]>(() => call("control.list", {}));

  readonly #byId = $derived(new Map((this.list.value ?? []).map((control) => [control.id, control])));

  get all(): readonly Control[] {
    return this.list.value ?? [];
  }

  get(id: string): Control | undefined {
    return this.#byId.get(id);
  }

  /** Everybody who owns a control, by name. */
  get owners(): string[] {
    const names = new Set(this.all.map((control) => control.owner.trim()).filter((owner) => owner !== ""));
    return [...names].sort((a, b) => a.localeCompare(b));
  }

  async decide(ids: readonly string[], decision: Decision): Promise<void> {
    this.#merge(await change("control.decide", { controls: [...ids], ...decision }));
  }

  async set(ids: readonly string[], fields: Omit<Arguments<"control.set">, "controls">): Promise<void> {
    this.#merge(await change("control.set", { controls: [...ids], ...fields }));
  }

  async add(own: Arguments<"control.add">): Promise<void> {
    const added = await change("control.add", own);
    this.list.value = [...this.all.filter((control) => control.id !== added.id), added];
  }

  async edit(id: string, fields: { title?: string; source?: string }): Promise<void> {
    this.#merge([await change("control.edit", { id, ...fields })]);
  }

  async remove(id: string): Promise<void> {
    await change("control.remove", { id });
    this.list.value = this.all.filter((control) => control.id !== id);
  }

  /** Takes in what the core answered, before the list is asked for again. */
  #merge(changed: readonly Control[]): void {
    const byId = new Map(changed.map((control) => [control.id, control]));
    this.list.value = this.all.map((control) => byId.get(control.id) ?? control);
  }
}

export const controls = new ControlsStore();
