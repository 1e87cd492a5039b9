import { settleAll } from "$app/leaving.svelte";
import { toasts } from "$app/toasts.svelte";
import { call, Failed, pick, type DraftFormat, type DraftKey, type Warning } from "$host";
import { t } from "$i18n";

/** Writing a draft to a file, for one panel. */
export class Writing {
  busy = $state<DraftFormat | null>(null);
  failure = $state.raw<Failed | null>(null);
  warnings = $state.raw<readonly Warning[]>([]);

  /** Lets the person choose a file and writes the draft to it. What fails stays beside the buttons. */
  async write(draft: DraftKey, format: DraftFormat, title: string): Promise<void> {
    if (this.busy !== null) return;
    this.busy = format;
    this.failure = null;
    try {
      await settleAll();
      const file = await pick({
        kind: "save",
        title: t("documents.write.pick", { title }),
        suggestion: `${fileName(title)}.${format}`,
        extension: format,
      });
      if (file === null) return;
      // The system's dialog has asked already whether a file of that name may go.
      const written = await call("draft.write", { draft, file, format, replace: true });
      this.warnings = written.warnings;
      const name = written.file.split(/[\\/]/).pop() ?? written.file;
      toasts.tell(
        written.open === 0
          ? t("documents.written", { file: name })
          : t("documents.written.open", { file: name, n: written.open }),
      );
    } catch (reason) {
      this.failure = Failed.from(reason);
    } finally {
      this.busy = null;
    }
  }
}

/** Returns a name for the file that every system takes. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(name)
    .slice(0, 100)
    .join("")
    .replace(/[. ]+$/, "");
}
