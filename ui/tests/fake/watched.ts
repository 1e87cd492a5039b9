import type { InboxPage } from "$host";
import { fail, type HandlersOf } from "./handlers";

/** The watched folders of a core in memory. */
export class FakeWatched {
  inbox: InboxPage = { folders: [], total: 0, items: [], look_again_in: null };

  readonly handlers: HandlersOf<"watch"> = {
    "watch.list": () => [],
    "watch.add": ({ folder }) => {
      throw fail("no-such-folder", `The folder ${folder} is not there`, null, "folder");
    },
    "watch.remove": () => null,
    "watch.scan": () => this.inbox,
    "watch.inbox": () => this.inbox,
    "watch.take": () => ({ added: [], known: [], refused: [], stopped: false, versions: [] }),
    "watch.pass": ({ files }) => ({ passed: files.length }),
    "watch.recall": () => null,
  };
}
