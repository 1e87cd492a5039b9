import type {
  AddedEvidence,
  Arguments,
  Evidence,
  EvidenceDetails,
  EvidenceLink,
  EvidencePreview,
  EvidenceRow,
  EvidenceState as Standing,
  EvidenceUse,
  EvidenceVersion,
  Healed,
  LedgerEntry,
  Progress,
  RemovedEvidence,
} from "$host";
import { isoDate } from "$i18n/dates";
import { fail, type HandlersOf } from "./handlers";

/** What the ledger keeps of evidence. */
export interface EvidenceState {
  pieces: Evidence[];
  removed: RemovedEvidence[];
}

export function noEvidence(): EvidenceState {
  return { pieces: [], removed: [] };
}

/** What the evidence needs of the core that it is part of. */
interface Core {
  state: () => EvidenceState;
  write: (operation: string, how: (state: EvidenceState) => void) => void;
  now: () => Date;
  targets: () => EvidenceLink[];
  shows: (id: string) => EvidenceDetails["shows"];
  history: (id: string) => LedgerEntry[];
}

type About = NonNullable<Arguments<"evidence.add">["about"]>;

const SOON = 28;

/** The evidence of a core in memory. */
export class FakeEvidence {
  /** The files in a folder that can be added. */
  readonly folders = new Map<string, string[]>();
  /** What a path holds, where it is not what its name says. */
  readonly contents = new Map<string, string>();
  /** What a preview shows of the newest version of a piece. */
  readonly previews = new Map<string, EvidencePreview>();
  /** The words inside files, by their names; found once they were read. */
  readonly inside = new Map<string, string>();
  /** The statements that rest on a piece. */
  readonly uses = new Map<string, EvidenceUse[]>();
  /** What bringing files back comes to. */
  healing: Healed = { healed: [], left: [] };
  /** How many files were not read for their words. */
  unread = 0;
  /** Adding waits until it is let go on or stopped. */
  hold = false;
  /** How long a search for these words takes, in milliseconds. */
  readonly slow = new Map<string, number>();
  onprogress: (progress: Progress) => void = () => undefined;

  #last = 0;
  #goOn: ((stopped: boolean) => void) | null = null;
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Puts a piece there as if it had been added long ago. */
  with(title: string, fields: Partial<Evidence> & { links?: EvidenceLink[] } = {}): string {
    const id = this.#next();
    const piece = { ...this.#made(id, `/old/${title}.pdf`, {}), title, ...fields };
    this.#core.state().pieces.push(piece);
    return id;
  }

  /** Lets the adding that waits go on. */
  goOn(): void {
    this.#goOn?.(false);
  }

  stop(): void {
    this.#goOn?.(true);
  }

  versionsOf(id: string): EvidenceVersion[] {
    return this.#piece(id).versions;
  }

  countOf(id: string, to?: EvidenceLink["to"]): number {
    const linked = (link: EvidenceLink): boolean => link.id === id && (to ?? link.to) === link.to;
    return this.#core.state().pieces.filter((piece) => piece.links.some(linked)).length;
  }

  readonly handlers: HandlersOf<"evidence"> = {
    "evidence.list": async (asked) => {
      const wait = this.slow.get(asked.words ?? "");
      if (wait !== undefined) await new Promise((resolve) => setTimeout(resolve, wait));
      return this.#list(asked);
    },
    "evidence.show": ({ id }) => this.#details(this.#piece(id)),
    "evidence.history": ({ id }) => this.#core.history(id),
    "evidence.tags": () => {
      const tags = this.#pieces.flatMap((piece) => piece.tags).sort();
      return Object.fromEntries(
        [...new Set(tags)].map((tag) => [tag, tags.filter((each) => each === tag).length]),
      );
    },
    "evidence.removed": () => [...this.#core.state().removed].reverse(),
    "evidence.add": ({ files, about }) => this.#add(files, about ?? {}),
    "evidence.paste": ({ name, about }) => this.#add([name], about ?? {}, "evidence.paste"),
    "evidence.add-version": ({ id, file, comment }) => {
      const piece = this.#piece(id);
      this.#refuse(file);
      const version = this.#version(file, piece.versions.length + 1, comment ?? "");
      const newest = piece.versions[piece.versions.length - 1];
      if (newest?.sha256 === version.sha256 && newest.name === version.name)
        throw fail(
          "same-file",
          `The file has not changed: it is version ${newest.version} of ${id}`,
          "There is nothing to add.",
        );
      this.#change("evidence.add-version", [id], (each) => each.versions.push(version));
      return this.#piece(id);
    },
    "evidence.set": ({ ids, ...fields }) => {
      if (fields.title?.trim() === "")
        throw fail("evidence-needs-title", "A piece of evidence needs a title", "Write what it is.", "title");
      return this.#change("evidence.set", ids, (piece) => {
        Object.assign(piece, fields);
        if (piece.effective !== null && piece.expires !== null && piece.expires < piece.effective)
          throw fail(
            "evidence-ends-before-it-begins",
            "It expires before the day from which it holds",
            "Check both dates.",
            "expires",
          );
      });
    },
    "evidence.link": ({ ids, targets }) => {
      const links = targets.map((target) => this.#link(target));
      return this.#change("evidence.link", ids, (piece) => {
        piece.links = tidy([...piece.links, ...links]);
      });
    },
    "evidence.unlink": ({ ids, targets }) => {
      const links = targets.map((target) => JSON.stringify(this.#link(target)));
      return this.#change("evidence.unlink", ids, (piece) => {
        piece.links = piece.links.filter((link) => !links.includes(JSON.stringify(link)));
      });
    },
    "evidence.remove": ({ ids, why }) => {
      if (why.trim() === "")
        throw fail("removal-needs-reason", "Removing evidence needs a reason", "Say why.", "why");
      const removed = ids.map((id) => {
        const { title } = this.#piece(id);
        return { id, title, why, at: this.#core.now().toISOString(), by: "Quality manager" };
      });
      this.#core.write("evidence.remove", (state) => {
        state.pieces = state.pieces.filter((piece) => !ids.includes(piece.id));
        state.removed.push(...removed);
      });
      return removed;
    },
    "evidence.export": ({ id, version, file }) => {
      const { versions } = this.#piece(id);
      if (file.startsWith("/readonly"))
        throw fail("file-not-writable", `${file} cannot be written`, "Choose another folder.", "file");
      const one = versions.find((each) => each.version === (version ?? versions.length));
      return { file, bytes: one?.bytes ?? 0, sha256: one?.sha256 ?? "" };
    },
    "evidence.preview": ({ id }) => {
      this.#piece(id);
      return this.previews.get(id) ?? { as: "nothing", because: "format" };
    },
    "evidence.copy": ({ id }) => ({ file: `/tmp/${id}.pdf` }),
    "evidence.read": () => {
      const read = this.unread;
      this.unread = 0;
      return { read, left: 0 };
    },
    "evidence.heal": () => this.healing,
    "evidence.sweep": () => ({ files: 0, bytes: 0 }),
  };

  get #pieces(): readonly Evidence[] {
    return this.#core.state().pieces;
  }

  #piece(id: string): Evidence {
    const piece = this.#pieces.find((each) => each.id === id);
    if (piece !== undefined) return piece;
    const gone = this.#core.state().removed.find((each) => each.id === id);
    if (gone !== undefined)
      throw fail("evidence-removed", `${id} was removed: ${gone.why}`, "Undo the removal.", "id");
    throw fail("unknown-evidence", `There is no piece of evidence ${id}`, "Look it up in the list.", "id");
  }

  #list({
    words = "",
    kind,
    link,
    unlinked,
    state,
    tag,
    offset = 0,
    limit = 200,
  }: Arguments<"evidence.list">): {
    total: number;
    all: number;
    unread: number;
    rows: EvidenceRow[];
  } {
    const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = link === undefined ? null : JSON.stringify(this.#link(link));
    const found = [...this.#pieces]
      .reverse()
      .filter(
        (piece) =>
          asked.every((word) => this.#words(piece).includes(word)) &&
          (kind === undefined || piece.kind === kind) &&
          (wanted === null || piece.links.some((each) => JSON.stringify(each) === wanted)) &&
          (unlinked !== true || piece.links.length === 0) &&
          (state === undefined || this.#standing(piece) === state) &&
          (tag === undefined || piece.tags.includes(tag)),
      );
    return {
      total: found.length,
      all: this.#pieces.length,
      unread: this.unread,
      rows: found.slice(offset, offset + limit).map((piece) => this.#row(piece)),
    };
  }

  #words(piece: Evidence): string {
    const names = piece.versions.map((version) => version.name);
    const newest = names[names.length - 1] ?? "";
    const inside = this.unread === 0 ? (this.inside.get(newest) ?? "") : "";
    return [piece.title, piece.proves, piece.notes, piece.source, ...piece.tags, ...names, inside]
      .join("\n")
      .toLowerCase();
  }

  #row(piece: Evidence): EvidenceRow {
    const { id, title, kind, effective, collected, expires, confidentiality, tags, links, versions } = piece;
    const about = { id, title, kind, effective, collected, expires, confidentiality, tags, links };
    return {
      ...about,
      state: this.#standing(piece),
      versions: versions.length,
      file: versions[versions.length - 1] ?? null,
    };
  }

  #details(piece: Evidence): EvidenceDetails {
    return {
      ...piece,
      state: this.#standing(piece),
      used: this.uses.get(piece.id) ?? [],
      shows: this.#core.shows(piece.id),
    };
  }

  #standing({ effective, expires }: Evidence): Standing {
    const today = isoDate(new Date());
    const soon = new Date();
    soon.setDate(soon.getDate() + SOON);
    if (expires !== null && expires < today) return "expired";
    if (effective !== null && effective > today) return "not-yet";
    return expires !== null && expires <= isoDate(soon) ? "expires-soon" : "current";
  }

  #link(target: string): EvidenceLink {
    const [, kind, id] = /^(?:(clause|control|system):)?(.*)$/.exec(target) ?? [];
    const link = this.#core.targets().find((each) => each.id === id && (kind ?? each.to) === each.to);
    if (link === undefined)
      throw fail(
        "unknown-target",
        `There is no clause, control or AI system “${id ?? ""}”`,
        "Choose another.",
        "links",
      );
    return link;
  }

  #change(operation: string, ids: readonly string[], how: (piece: Evidence) => void): Evidence[] {
    for (const id of ids) this.#piece(id);
    this.#core.write(operation, (state) => {
      for (const piece of state.pieces) if (ids.includes(piece.id)) how(piece);
    });
    return ids.map((id) => this.#piece(id));
  }

  async #add(paths: readonly string[], about: About, operation = "evidence.add"): Promise<AddedEvidence> {
    const files = paths.flatMap((path) => this.folders.get(path) ?? [path]);
    const links = (about.links ?? []).map((target) => this.#link(target));
    if (files.length === 1) this.#refuse(files[0] ?? "");
    this.onprogress({ done: 0, total: files.length, what: "files" });
    const stopped = this.hold && (await new Promise<boolean>((resolve) => (this.#goOn = resolve)));
    const result: AddedEvidence = { added: [], known: [], refused: [], stopped };
    const made: Evidence[] = [];
    for (const file of stopped ? files.slice(0, 1) : files) {
      const known = this.#known(file);
      if (file.includes("locked"))
        result.refused.push({
          file,
          code: "file-not-readable",
          message: "It may not be read",
          hint: "Close it.",
        });
      else if (known !== null) result.known.push({ file, id: known });
      else made.push({ ...this.#made(this.#next(), file, about), links });
    }
    result.added = made.map((piece) => piece.id);
    const there = result.known.map(({ id }) => id);
    if (made.length > 0 || (there.length > 0 && links.length > 0))
      this.#core.write(operation, (state) => {
        for (const piece of state.pieces)
          if (there.includes(piece.id)) piece.links = tidy([...piece.links, ...links]);
        state.pieces.push(...made);
      });
    this.unread += made.length;
    return result;
  }

  #refuse(file: string): void {
    if (file.includes("locked"))
      throw fail("file-not-readable", `${file} may not be read`, "Close it where it is open.", "files");
  }

  #known(file: string): string | null {
    const { sha256, name } = this.#version(file, 1, "");
    const same = this.#pieces.find((piece) => {
      const newest = piece.versions[piece.versions.length - 1];
      return newest?.sha256 === sha256 && newest.name === name;
    });
    return same?.id ?? null;
  }

  #made(id: string, file: string, about: About): Evidence {
    const version = this.#version(file, 1, "");
    return {
      id,
      title: about.title ?? version.name.replace(/\.\w+$/, ""),
      kind: about.kind ?? "other",
      proves: about.proves ?? "",
      effective: about.effective ?? null,
      collected: about.collected ?? isoDate(this.#core.now()),
      expires: about.expires ?? null,
      confidentiality: about.confidentiality ?? "internal",
      source: about.source ?? "",
      notes: about.notes ?? "",
      tags: about.tags ?? [],
      links: [],
      versions: [version],
    };
  }

  #version(file: string, version: number, comment: string): EvidenceVersion {
    const name = file.split("/").pop() ?? file;
    const content = this.contents.get(file) ?? name;
    return {
      version,
      sha256: digest(content),
      bytes: 318_000,
      name,
      format: formats[name.split(".").pop()?.toLowerCase() ?? ""] ?? "unknown",
      added: this.#core.now().toISOString(),
      by: "Quality manager",
      comment,
    };
  }

  #next(): string {
    this.#last += 1;
    return `E-${this.#last}`;
  }
}

const formats: Record<string, string> = {
  pdf: "pdf",
  png: "png",
  txt: "text",
  md: "markdown",
  csv: "csv",
  docx: "docx",
  xlsx: "xlsx",
  eml: "email",
};

/** Something that looks like a SHA-256 and is the same for the same text. */
function digest(text: string): string {
  const codes = Array.from(text)
    .map((sign) => (sign.codePointAt(0) ?? 0).toString(16))
    .join("");
  return codes.padEnd(64, "0").slice(0, 64);
}

function tidy(links: readonly EvidenceLink[]): EvidenceLink[] {
  const sorted = [...new Set(links.map((link) => JSON.stringify(link)))].sort();
  return sorted.map((link) => JSON.parse(link) as EvidenceLink);
}
