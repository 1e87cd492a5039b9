import { Awaited } from "$app/awaited.svelte";
import { call, type Home } from "$host";

/** What the first page says, as the core sees it. */
class HomeStore {
  readonly shown = new Awaited<Home>(() => call("home.show", {}));
}

export const home = new HomeStore();
