import type { EvidenceDetails } from "$host";
import { fail, type HandlersOf } from "./handlers";

/** The evidence of a core in memory. */
export class FakeEvidence {
  pieces: EvidenceDetails[] = [];

  readonly handlers: HandlersOf<"evidence"> = {
    "evidence.list": () => ({ total: 0, all: 0, unread: 0, rows: [] }),
    "evidence.show": ({ id }) => {
      throw unknown(id);
    },
    "evidence.history": () => [],
    "evidence.tags": () => ({}),
    "evidence.removed": () => [],
    "evidence.add": () => ({ added: [], known: [], refused: [], stopped: false }),
    "evidence.paste": () => ({ added: [], known: [], refused: [], stopped: false }),
    "evidence.add-version": ({ id }) => {
      throw unknown(id);
    },
    "evidence.set": () => [],
    "evidence.link": () => [],
    "evidence.unlink": () => [],
    "evidence.remove": () => [],
    "evidence.export": ({ id }) => {
      throw unknown(id);
    },
    "evidence.preview": () => ({ as: "nothing", because: "format" }),
    "evidence.copy": ({ id }) => {
      throw unknown(id);
    },
    "evidence.read": () => ({ read: 0, left: 0 }),
    "evidence.heal": () => ({ healed: [], left: [] }),
    "evidence.sweep": () => ({ files: 0, bytes: 0 }),
  };
}

function unknown(id: string): Error {
  return fail("unknown-evidence", `There is no evidence ${id}`, "Look it up in the list of evidence.", "id");
}
