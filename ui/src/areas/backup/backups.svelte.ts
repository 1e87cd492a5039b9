import { Awaited } from "$app/awaited.svelte";
import { closing, endsAtClosing } from "$app/closing.svelte";
import { toasts } from "$app/toasts.svelte";
import {
  call,
  Failed,
  type BackupSchedule,
  type BackupStatus,
  type Progress,
  type WrittenBackup,
} from "$host";
import { t } from "$i18n";
import { lastPart } from "./names";

/** The backups of the open workspace that this computer makes. */
class Backups {
  readonly status = new Awaited<BackupStatus>(() => call("backup.status", {}));
  /** What is being written; null where nothing is. */
  run = $state.raw<AbortController | null>(null);
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failed | null>(null);
  written = $state.raw<WrittenBackup | null>(null);

  /** What was last told to have failed by itself, so that it is told once. */
  #told: string | null = null;
  /** What runs because it is due, and not because it was asked for. */
  #due: AbortController | null = null;

  constructor() {
    endsAtClosing(() => this.#due?.abort());
  }

  /** Writes a backup. Never rejects; returns whether a file of that name stands in the way. */
  async write(file: string, passphrase: string | null, replace: boolean): Promise<"exists" | "done"> {
    if (this.run !== null) return "done";
    const run = new AbortController();
    this.run = run;
    this.progress = null;
    this.failure = null;
    this.written = null;
    try {
      this.written = await call(
        "backup.write",
        { file, replace, ...(passphrase === null ? {} : { passphrase }) },
        { signal: run.signal, onprogress: (progress) => (this.progress = progress) },
      );
      this.#told = null;
    } catch (reason) {
      const failure = Failed.from(reason);
      if (failure.code === "file-exists" && !replace) return "exists";
      if (failure.code !== "stopped") this.failure = failure;
    } finally {
      this.run = null;
      this.progress = null;
      void this.status.load();
    }
    return "done";
  }

  /** Makes the backup that is due, if one is. Never rejects. */
  async runDue(): Promise<void> {
    await this.status.load();
    const before = this.status.value;
    if (before?.due !== true || this.run !== null || closing.begun) return;
    const run = new AbortController();
    this.run = run;
    this.#due = run;
    try {
      const after = await call("backup.run", {}, { signal: run.signal });
      if (run.signal.aborted) return;
      this.status.value = after;
      this.#told = null;
      if (after.last !== null && after.last.at !== before.last?.at)
        toasts.tell(t("backup.made", { file: lastPart(after.last.file) }));
    } catch (reason) {
      if (run.signal.aborted) return;
      const { code, sentence } = Failed.from(reason);
      if (code !== "stopped" && this.#told !== sentence) {
        this.#told = sentence;
        toasts.tell(t("backup.failed.toast", { why: sentence }), { warning: true });
      }
      await this.status.load();
    } finally {
      if (this.run === run) this.run = null;
      if (this.#due === run) this.#due = null;
    }
  }

  /** Sets or ends the schedule. Rejects where the core refuses it. */
  async plan(schedule: BackupSchedule | null): Promise<void> {
    this.status.value = await call("backup.schedule", { schedule });
    void this.runDue();
  }

  /** Forgets everything, as where another workspace is opened. */
  forget(): void {
    this.run?.abort();
    this.run = null;
    this.status.forget();
    this.progress = null;
    this.failure = null;
    this.written = null;
    this.#told = null;
  }
}

export const backups = new Backups();
