import type { BackupStatus } from "$host";
import { fail, type HandlersOf } from "./handlers";

/** The backups of a core in memory. */
export class FakeBackups {
  status: BackupStatus = { schedule: null, last: null, failed: null, due: false };

  readonly handlers: HandlersOf<"backup"> = {
    "backup.write": ({ file }) => {
      throw fail("not-writable", `“${file}” can't be written`, "Choose another folder.", "file");
    },
    "backup.check": ({ file }) => {
      throw fail("not-a-backup", `“${file}” is no backup`, null, "file");
    },
    "backup.restore": ({ file }) => {
      throw fail("not-a-backup", `“${file}” is no backup`, null, "file");
    },
    "backup.status": () => this.status,
    "backup.schedule": ({ schedule }) => (this.status = { ...this.status, schedule }),
    "backup.run": () => this.status,
  };
}
