import type {
  FolderState,
  InboxCounts,
  InboxFile,
  InboxItem,
  InboxPage,
  PassedFile,
  RefusedFile,
  WatchedFolder,
} from "$host";
import { fail, type HandlersOf } from "./handlers";

interface Options {
  bytes?: number;
  modified?: string;
}

/** The watched folders of a core in memory: what stands in them, and what was dealt with. */
export class FakeWatched {
  folders: FolderState[] = [];
  /** Everything that a look sees, dealt with or not. */
  found: InboxItem[] = [];
  passed: PassedFile[] = [];
  /** Paths of files that can't be taken in, and why. */
  readonly refusals = new Map<string, Omit<RefusedFile, "file">>();
  /** Paths of files that are in the evidence already, and as which piece. */
  readonly known = new Map<string, string>();
  lookAgainIn: number | null = null;
  /** Called as each look begins; what it returns is awaited, so that a test can hold it up. */
  whileLooking: (() => Promise<void>) | null = null;

  #taken = new Set<string>();
  #lastPiece = 0;
  readonly #write: (operation: string) => void;

  constructor(write: (operation: string) => void) {
    this.#write = write;
  }

  /** Watches a folder that was looked through. */
  withFolder(folder: string, state: Partial<FolderState> = {}): this {
    this.folders.push({
      folder,
      scanned: true,
      files: 0,
      moving: 0,
      problem: null,
      hint: null,
      hearing: "at-once",
      trouble: null,
      trouble_hint: null,
      unreadable: [],
      ...state,
    });
    return this;
  }

  /** Puts a file into the first folder that nobody knows. */
  withNew(path: string, { bytes = 1_000, modified = "2026-10-11T10:00:00Z" }: Options = {}): this {
    this.found.push({ folder: this.#first, path, shown: path, bytes, modified, what: "new", id: null });
    return this;
  }

  /** Changes a file that is a piece of evidence. */
  withChanged(path: string, id: string): this {
    const modified = "2026-10-12T07:00:00Z";
    this.found.push({ folder: this.#first, path, shown: path, bytes: 2_000, modified, what: "changed", id });
    return this;
  }

  /** Takes a file away that is a piece of evidence. */
  withVanished(path: string, id: string): this {
    const gone = { bytes: 0, modified: null, what: "vanished" as const };
    this.found.push({ folder: this.#first, path, shown: path, ...gone, id });
    return this;
  }

  /** What is open: what was seen and not dealt with. */
  get open(): InboxItem[] {
    const passed = new Set(this.passed.map(key));
    const watched = new Set(this.folders.map(({ folder }) => folder));
    return this.found.filter(
      (item) => watched.has(item.folder) && !passed.has(key(item)) && !this.#taken.has(key(item)),
    );
  }

  readonly handlers: HandlersOf<"watch"> = {
    "watch.list": () =>
      this.folders.map(({ folder }): WatchedFolder => ({
        folder,
        identity: "1:2",
        since: "2026-10-01T08:00:00Z",
        by: "qm",
      })),
    "watch.add": ({ folder }) => {
      if (folder.includes("missing"))
        throw fail(
          "no-such-folder",
          `The folder ${folder} is not there`,
          "Connect the drive, or choose another folder.",
          "folder",
        );
      if (this.folders.some((each) => each.folder === folder))
        throw fail(
          "folder-watched",
          `The folder ${folder} is watched already, or is part of one that is`,
          "Choose another folder, or stop watching that one first.",
          "folder",
        );
      this.withFolder(folder, { scanned: false });
      return { folder, identity: "1:2", since: "2026-10-12T08:41:00Z", by: "qm" };
    },
    "watch.remove": ({ folder }) => {
      this.folders = this.folders.filter((each) => each.folder !== folder);
      this.#write("watch.remove");
      return null;
    },
    "watch.scan": async (range) => {
      await this.whileLooking?.();
      this.folders = this.folders.map((state) => ({ ...state, scanned: state.problem === null }));
      return this.#page(range);
    },
    "watch.inbox": (range) => this.#page(range),
    "watch.take": ({ files, about }) => {
      const items = this.#named(files);
      const refused: RefusedFile[] = [];
      const [added, versions, known]: [string[], string[], { file: string; id: string }[]] = [[], [], []];
      for (const link of about?.links ?? [])
        if (!/^(A\.)?\d/.test(link)) throw fail("unknown-target", `There is no ${link}`, null, "links");
      for (const item of items) {
        const file = `${item.folder}/${item.shown}`;
        const refusal = this.refusals.get(item.path);
        const piece = this.known.get(item.path);
        if (refusal !== undefined) refused.push({ file, ...refusal });
        else if (piece !== undefined) known.push({ file, id: piece });
        else if (item.what === "new") {
          this.#taken.add(key(item));
          this.#lastPiece += 1;
          added.push(`E-${this.#lastPiece}`);
        } else if (item.what === "changed" && item.id !== null) {
          this.#taken.add(key(item));
          versions.push(item.id);
        }
      }
      if (added.length > 0) this.#write("watch.take");
      versions.forEach(() => this.#write("watch.take"));
      return { added, versions, known, refused, stopped: false };
    },
    "watch.pass": ({ files }) => {
      const items = this.#named(files);
      const at = "2026-10-12T08:41:00Z";
      this.passed.push(
        ...items.map(({ folder, path, shown, bytes }) => ({ folder, path, shown, bytes, at, by: "qm" })),
      );
      this.#write("watch.pass");
      return { passed: items.length };
    },
    "watch.passed": ({ offset = 0, limit = 500 }) => ({
      total: this.passed.length,
      files: this.passed.slice(offset, offset + limit),
    }),
    "watch.recall": ({ files }) => {
      const again = new Set(files.map(key));
      this.passed = this.passed.filter((file) => !again.has(key(file)));
      this.#write("watch.recall");
      return null;
    },
  };

  get #first(): string {
    return this.folders[0]?.folder ?? "/home/person/Documents";
  }

  #named(files: readonly InboxFile[]): InboxItem[] {
    const open = new Map(this.open.map((item) => [key(item), item]));
    return files.map((file) => {
      const item = open.get(key(file));
      if (item === undefined)
        throw fail(
          "not-in-inbox",
          `${file.path} is not in the inbox`,
          "Look through the folders again.",
          "files",
        );
      return item;
    });
  }

  #page({ what, offset = 0, limit = 500 }: { what?: string; offset?: number; limit?: number }): InboxPage {
    const all = this.open.filter(({ folder }) =>
      this.folders.some((state) => state.folder === folder && state.scanned),
    );
    const count = (sort: keyof InboxCounts): number => all.filter((item) => item.what === sort).length;
    const items = what === undefined ? all : all.filter((item) => item.what === what);
    return {
      folders: this.folders,
      total: items.length,
      counts: { new: count("new"), changed: count("changed"), vanished: count("vanished") },
      items: items.slice(offset, offset + limit),
      look_again_in: this.lookAgainIn,
    };
  }
}

function key({ folder, path }: InboxFile): string {
  return JSON.stringify([folder, path]);
}
