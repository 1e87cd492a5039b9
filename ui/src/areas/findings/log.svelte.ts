import { settleAll } from "$app/leaving.svelte";
import { toasts } from "$app/toasts.svelte";
import { folderName } from "$areas/workspace";
import { call, Failed, pick } from "$host";
import { t } from "$i18n";

/** What the log can be written as. */
export const forms = ["pdf", "xlsx", "csv"] as const;
export type Form = (typeof forms)[number];

/** The log on its way to a file. What fails stays beside the button. */
class Log {
  exporting = $state(false);
  failure = $state.raw<Failed | null>(null);
}

export const log = new Log();

/** Lets the person choose a file and writes the log of findings and actions to it. */
export async function exportLog(organisation: string, form: Form): Promise<void> {
  if (log.exporting) return;
  log.exporting = true;
  log.failure = null;
  try {
    await settleAll();
    const file = await pick({
      kind: "save",
      title: t("findings.log.pick"),
      suggestion: t("findings.log.name", { organisation: folderName(organisation), form }),
      extension: form,
    });
    if (file === null) return;
    const written = await call("report.findings", { file });
    const name = written.file.split(/[\\/]/).pop() ?? written.file;
    toasts.tell(t("findings.log.written", { file: name, n: written.findings }));
    if (written.warnings.length > 0) {
      const characters = written.warnings.flatMap((warning) => warning.characters).join(" ");
      toasts.tell(t("findings.log.characters", { characters }), { warning: true });
    }
  } catch (reason) {
    log.failure = Failed.from(reason);
  } finally {
    log.exporting = false;
  }
}
