import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { Draft } from "$app/draft.svelte";
import { holds } from "$app/leaving.svelte";
import { call, type Organisation, type Role } from "$host";

/** The organisation as the core has it, and what is being written about it. */
class OrganisationStore {
  readonly shown = new Awaited<Organisation>(() => call("organisation.show", {}));
  readonly name = this.#draft("name");
  readonly scope = this.#draft("scope");

  constructor() {
    const drafts = [this.name, this.scope];
    holds({
      settle: async () => {
        await Promise.all(drafts.map((draft) => draft.settle()));
      },
      unsaved: () => drafts.filter((draft) => draft.unsaved).length,
      drop: () => drafts.forEach((draft) => draft.discard()),
    });
  }

  async setRoles(roles: Role[]): Promise<void> {
    this.shown.value = await change("organisation.set", { roles });
  }

  #draft(field: "name" | "scope"): Draft {
    return new Draft({
      recorded: () => this.shown.value?.[field] ?? "",
      send: async (text) => void (this.shown.value = await change("organisation.set", { [field]: text })),
    });
  }
}

export const organisation = new OrganisationStore();
