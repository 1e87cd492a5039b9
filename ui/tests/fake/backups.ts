import type { BackupReport, BackupStatus } from "$host";
import { fail, type HandlersOf } from "./handlers";

interface KeptBackup {
  organisation: string;
  passphrase: string | null;
  damaged?: boolean;
}

/** The backups of a core in memory, and the files that they stand in. */
export class FakeBackups {
  status: BackupStatus = { schedule: null, last: null, failed: null, due: false };
  /** The backups that there are, by their paths. */
  readonly files = new Map<string, KeptBackup>();
  /** Why the next backup by itself fails. */
  runFailure: ReturnType<typeof fail> | null = null;
  now = "2026-10-12T08:41:00Z";
  organisation = "Saltmarsh Claims";

  readonly handlers: Omit<HandlersOf<"backup">, "backup.restore"> = {
    "backup.write": ({ file, passphrase, replace }) => {
      if (passphrase === "") throw fail("no-passphrase", "The passphrase is empty", null, "passphrase");
      if (file.startsWith("/readonly")) {
        const failure = fail(
          "file-not-writable",
          `${file} can't be written`,
          "Choose a folder where you may write.",
          "file",
        );
        const { message, hint } = failure;
        this.status = { ...this.status, failed: { at: this.now, message, hint } };
        throw failure;
      }
      if (this.files.has(file) && replace !== true)
        throw fail(
          "file-exists",
          `${file} exists already`,
          "Choose another name, or allow it to be replaced.",
          "file",
        );
      this.#made(file, passphrase ?? null);
      return { file, bytes: 12_300_000, files: 3, left_out: [], entry: 7 };
    },
    "backup.check": ({ file, passphrase }) => this.opened(file, passphrase),
    "backup.status": () => this.status,
    "backup.schedule": ({ schedule }) => {
      if (schedule !== null && (!schedule.folder.startsWith("/") || schedule.folder.includes("missing")))
        throw fail("no-such-folder", "There is no such folder for backups", null, "folder");
      return (this.status = {
        ...this.status,
        schedule,
        due: schedule !== null && this.status.last === null,
      });
    },
    "backup.run": () => {
      if (this.status.schedule === null || !this.status.due) return this.status;
      const failure = this.runFailure;
      if (failure !== null) {
        const { message, hint } = failure;
        this.status = { ...this.status, failed: { at: this.now, message, hint } };
        throw failure;
      }
      this.#made(`${this.status.schedule.folder}/annexe-0badcafe-2026-10-12T084100Z.zip`, null);
      return this.status;
    },
  };

  /** Opens a backup as reading one does, or says why not. */
  opened(file: string, passphrase: string | undefined): BackupReport {
    const kept = this.files.get(file);
    if (kept === undefined)
      throw fail(
        "not-a-backup",
        "This is not a backup of Annexe",
        "Choose a file that Annexe wrote as a backup.",
        "file",
      );
    if (kept.passphrase !== null && passphrase === undefined)
      throw fail(
        "passphrase-needed",
        "This backup is sealed with a passphrase",
        "Give the passphrase that it was sealed with.",
        "passphrase",
      );
    if (kept.passphrase !== null && passphrase !== kept.passphrase)
      throw fail(
        "wrong-passphrase",
        "The passphrase does not open this backup",
        "Type it again; capital letters and spaces count.",
        "passphrase",
      );
    if (kept.damaged === true)
      throw fail(
        "backup-damaged",
        "The backup is damaged",
        "Fetch it again from where it was kept, or restore another backup.",
        "file",
      );
    return {
      organisation: kept.organisation,
      made: this.now,
      program: "Annexe 0.1.0",
      head: "4f".repeat(32),
      sealed: kept.passphrase !== null,
      files: 3,
      bytes: 12_300_000,
      left_out: [],
    };
  }

  #made(file: string, passphrase: string | null): void {
    this.files.set(file, { organisation: this.organisation, passphrase });
    const last = { at: this.now, file, bytes: 12_300_000 };
    this.status = { ...this.status, last, failed: null, due: false };
  }
}
