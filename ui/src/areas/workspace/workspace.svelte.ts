import { Awaited } from "$app/awaited.svelte";
import { changes } from "$app/change.svelte";
import { leaving } from "$app/leaving.svelte";
import { router } from "$app/router.svelte";
import { call, pick, type Arguments, type Recent, type Waiting, type Workspace } from "$host";
import { t } from "$i18n";

/** The workspace that is open, and those that were. */
class WorkspaceStore {
  current = $state.raw<Workspace | null>(null);
  readonly recents = new Awaited<Recent[]>(() => call("workspace.recent", {}));

  /** Whether anything may be changed. */
  get canWrite(): boolean {
    return this.current?.can_write ?? false;
  }

  async load(): Promise<void> {
    this.current = await call("workspace.current", {});
  }

  async open(folder: string): Promise<void> {
    if (await leaving.mayLeave()) this.#enter(await call("workspace.open", { folder }));
  }

  /** Opens the sample company, made where there is none yet. */
  async sample(): Promise<void> {
    if (await leaving.mayLeave()) this.#enter(await call("workspace.sample", {}));
  }

  /** Makes a workspace with what it begins with, and opens it. */
  async create(folder: string, beginning: Omit<Arguments<"workspace.create">, "folder">): Promise<void> {
    this.#enter(await call("workspace.create", { folder, ...beginning }));
  }

  /** Makes a workspace out of a backup and opens it, where the person still waits for it. */
  async restore(
    backup: Arguments<"backup.restore">,
    waiting: Waiting,
    awaited: () => boolean,
  ): Promise<void> {
    const made = await call("backup.restore", backup, waiting);
    if (awaited()) this.#enter(made);
    else await this.#leave(made.folder);
  }

  /** Lets the person choose a folder and opens it; does nothing where they chose none. */
  async choose(): Promise<void> {
    const folder = await pick({
      kind: "folder",
      title: t("welcome.open.pick"),
      suggestion: null,
      extension: null,
    });
    if (folder !== null) await this.open(folder);
  }

  async close(): Promise<void> {
    if (!(await leaving.mayLeave())) return;
    await call("workspace.close", {});
    this.current = null;
    router.go({ page: "welcome" });
  }

  /** Takes a folder off the list of recent ones; the folder itself stays. */
  async forget(folder: string): Promise<void> {
    this.recents.value = await call("workspace.forget", { folder });
  }

  /** Leads the core out of a workspace that it opened for somebody who had gone: to where they are now. */
  async #leave(folder: string): Promise<void> {
    const now = await call("workspace.current", {});
    if (now?.folder !== folder || this.current?.folder === folder) return;
    if (this.current === null) await call("workspace.close", {});
    else await call("workspace.open", { folder: this.current.folder });
    await this.recents.load();
  }

  #enter(opened: Workspace): void {
    this.current = opened;
    changes.announce();
    router.go({ page: "home" });
  }
}

export const workspace = new WorkspaceStore();
