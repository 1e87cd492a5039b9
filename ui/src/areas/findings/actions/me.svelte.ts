import { Awaited } from "$app/awaited.svelte";
import { call } from "$host";

/** Who the person at this computer is, among those whom the lists name. */
class Me {
  readonly names = new Awaited<string[]>(async () => (await call("preferences.show", {})).me);

  /** Whether anything can be called theirs. */
  get known(): boolean {
    return (this.names.value ?? []).length > 0;
  }

  /** Returns whether a name or a role means them. */
  is(name: string): boolean {
    return (this.names.value ?? []).includes(name);
  }

  /** Sets the names and roles that mean them. */
  async set(names: string[]): Promise<void> {
    this.names.value = (await call("preferences.set", { me: names })).me;
  }
}

export const me = new Me();
