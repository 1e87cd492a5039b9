import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { call, type AiSystemDetails, type Arguments } from "$host";

/** The inventory of AI systems as the core has it, in the order of the numbers. */
class SystemsStore {
  readonly list = new Awaited<AiSystemDetails[]>(() => call("system.list", {}));

  get all(): readonly AiSystemDetails[] {
    return this.list.value ?? [];
  }

  get(id: string): AiSystemDetails | undefined {
    return this.all.find((system) => system.id === id);
  }

  /** Everybody who owns an AI system, by name. */
  get owners(): string[] {
    const names = new Set(this.all.map((system) => system.owner.trim()).filter((owner) => owner !== ""));
    return [...names].sort((a, b) => a.localeCompare(b));
  }

  /** Adds an AI system and returns its number. */
  async add(about: Arguments<"system.add">): Promise<string> {
    const { id } = await change("system.add", about);
    await this.list.load();
    return id;
  }

  async set(id: string, fields: Omit<Arguments<"system.set">, "id">): Promise<void> {
    await change("system.set", { id, ...fields });
    // What follows from the change, such as the outcome of the screening, only the core knows.
    await this.list.load();
  }

  async remove(id: string): Promise<void> {
    await change("system.remove", { id });
    this.list.value = this.all.filter((system) => system.id !== id);
  }
}

export const systems = new SystemsStore();
