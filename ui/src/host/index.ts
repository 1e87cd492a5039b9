/**
 * The one door to what stands below the window: operations by name, and the system's dialogs.
 *
 * Nothing else in the UI talks to the shell.
 */
import type { Operations, Progress } from "./bindings";
import { Failed } from "./failed";
import { tauri } from "./tauri";

export type * from "./bindings";
export { Failed } from "./failed";

export type Name = keyof Operations;
export type Arguments<N extends Name> = Operations[N]["arguments"];
export type Result<N extends Name> = Operations[N]["result"];

/** What a caller may follow and stop while an operation runs. */
export interface Waiting {
  onprogress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** A question for the system's own dialog. */
export interface PickRequest {
  kind: "folder" | "save" | "file" | "files";
  title: string;
  suggestion: string | null;
  extension: string | null;
}

/** What happens outside the page. Places are in the page's own measure, from its upper left corner. */
export type Notice =
  | { kind: "files-over"; files: number | null; x: number; y: number }
  | { kind: "files-left" }
  | { kind: "files-dropped"; paths: string[]; odd: string[]; x: number; y: number }
  | { kind: "folders-changed" }
  | { kind: "closing" };

/** What the UI needs from below; the shell is one, the tests' in-memory double another. */
export interface Door {
  call: <N extends Name>(
    name: N,
    args: Arguments<N>,
    id: number,
    onprogress: (progress: Progress) => void,
  ) => Promise<Result<N>>;
  cancel: (id: number) => Promise<void>;
  pick: (request: PickRequest) => Promise<string[]>;
  openCopy: (id: string, version: number | null) => Promise<void>;
  listen: (onnotice: (notice: Notice) => void) => Promise<void>;
  answerClosing: (leave: boolean) => Promise<void>;
  clipboardPicture: () => Promise<string | null>;
  notify: (title: string, body: string) => Promise<void>;
}

let door: Door = tauri;
let lastId = 0;

/** Puts another door in the shell's place, for tests and for looking at pages in a browser. */
export function connect(other: Door): void {
  door = other;
}

/**
 * Runs an operation by its name.
 *
 * Rejects with {@link Failed}, whatever went wrong.
 */
export async function call<N extends Name>(
  name: N,
  args: Arguments<N>,
  waiting: Waiting = {},
): Promise<Result<N>> {
  lastId += 1;
  const id = lastId;
  const stop = (): void => void cancel(id);
  waiting.signal?.addEventListener("abort", stop, { once: true });
  try {
    return await door.call(name, args, id, (progress) => waiting.onprogress?.(progress));
  } catch (reason) {
    throw Failed.from(reason);
  } finally {
    waiting.signal?.removeEventListener("abort", stop);
  }
}

/** Asks a running operation to stop; its call then rejects. */
export async function cancel(id: number): Promise<void> {
  try {
    await door.cancel(id);
  } catch {
    // It ended before it could be stopped: nothing is left to do.
  }
}

/** Lets the person choose a path in the system's dialog; null where they chose none. */
export async function pick(
  request: PickRequest & { kind: "folder" | "save" | "file" },
): Promise<string | null> {
  const [path] = await pickAll(request);
  return path ?? null;
}

/** Lets the person choose files in the system's dialog; none where they turned it down. */
export async function pickFiles(title: string): Promise<string[]> {
  return pickAll({ kind: "files", title, suggestion: null, extension: null });
}

async function pickAll(request: PickRequest): Promise<string[]> {
  try {
    return await door.pick(request);
  } catch (reason) {
    throw Failed.from(reason);
  }
}

/** Opens a read-only copy of a file of the evidence in its own program; refuses what could run. */
export async function openCopy(id: string, version: number | null): Promise<void> {
  try {
    await door.openCopy(id, version);
  } catch (reason) {
    throw Failed.from(reason);
  }
}

/** Hears from now on what happens outside the page: files held over it, watched folders that changed. */
export async function listen(onnotice: (notice: Notice) => void): Promise<void> {
  await door.listen(onnotice);
}

/** Answers whether the window may be closed, once a notice told that the person wants to. */
export async function answerClosing(leave: boolean): Promise<void> {
  await door.answerClosing(leave);
}

/** Returns the picture in the system's clipboard, as PNG in Base64; null where it holds none. */
export async function clipboardPicture(): Promise<string | null> {
  try {
    return await door.clipboardPicture();
  } catch (reason) {
    throw Failed.from(reason);
  }
}

/** Shows a notification of the desktop, where it shows any. */
export async function notify(title: string, body: string): Promise<void> {
  try {
    await door.notify(title, body);
  } catch (reason) {
    throw Failed.from(reason);
  }
}
