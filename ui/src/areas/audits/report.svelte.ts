import { settleAll } from "$app/leaving.svelte";
import { toasts } from "$app/toasts.svelte";
import { folderName } from "$areas/workspace";
import { call, Failed, pick } from "$host";
import { t } from "$i18n";

/** The report of an audit on its way to a file. What fails stays beside the button. */
class Report {
  exporting = $state(false);
  failure = $state.raw<Failed | null>(null);
  /** How many pages are written so far. */
  pages = $state(0);

  #stop = new AbortController();

  stop(): void {
    this.#stop.abort();
  }

  /** Lets the person choose a file and writes the report of an audit to it. */
  async export(id: string, organisation: string): Promise<void> {
    if (this.exporting) return;
    this.exporting = true;
    this.failure = null;
    this.pages = 0;
    this.#stop = new AbortController();
    try {
      await settleAll();
      const file = await pick({
        kind: "save",
        title: t("audits.report.pick"),
        suggestion: t("audits.report.name", { organisation: folderName(organisation), id }),
        extension: "pdf",
      });
      if (file === null) return;
      const written = await call(
        "report.audit",
        { id, file },
        { onprogress: ({ done }) => (this.pages = done), signal: this.#stop.signal },
      );
      const name = written.file.split(/[\\/]/).pop() ?? written.file;
      toasts.tell(t("audits.report.written", { file: name, n: written.pages }));
      if (written.warnings.length > 0) {
        const characters = written.warnings.flatMap((warning) => warning.characters).join(" ");
        toasts.tell(t("findings.log.characters", { characters }), { warning: true });
      }
    } catch (reason) {
      const failure = Failed.from(reason);
      if (failure.code !== "stopped") this.failure = failure;
    } finally {
      this.exporting = false;
    }
  }
}

export const report = new Report();
