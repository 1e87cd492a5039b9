import { settleAll } from "$app/leaving.svelte";
import { toasts } from "$app/toasts.svelte";
import { folderName } from "$areas/workspace";
import { call, Failed, pick } from "$host";
import { t } from "$i18n";

/** The gap report on its way to a file. What fails stays beside the button. */
class Report {
  exporting = $state(false);
  failure = $state.raw<Failed | null>(null);
}

export const report = new Report();

/** Lets the person choose a file and writes the gap report to it. */
export async function exportGapReport(organisation: string): Promise<void> {
  if (report.exporting) return;
  report.exporting = true;
  report.failure = null;
  try {
    await settleAll();
    const file = await pick({
      kind: "save",
      title: t("readiness.report.pick"),
      suggestion: t("readiness.report.name", { organisation: folderName(organisation) }),
      extension: "pdf",
    });
    if (file === null) return;
    const written = await call("report.gap", { file });
    const name = written.file.split(/[\\/]/).pop() ?? written.file;
    toasts.tell(t("readiness.report.written", { file: name, n: written.pages }));
    if (written.warnings.length > 0) {
      const characters = written.warnings.flatMap((warning) => warning.characters).join(" ");
      toasts.tell(t("readiness.report.characters", { characters }), { warning: true });
    }
  } catch (reason) {
    report.failure = Failed.from(reason);
  } finally {
    report.exporting = false;
  }
}
