import { settleAll } from "$app/leaving.svelte";
import { toasts } from "$app/toasts.svelte";
import { folderName } from "$areas/workspace";
import { call, Failed, pick, type Progress } from "$host";
import { t } from "$i18n";

/** The minutes on their way to a file. What fails stays beside the button. */
class Minutes {
  exporting = $state(false);
  progress = $state.raw<Progress | null>(null);
  failure = $state.raw<Failed | null>(null);
}

export const minutes = new Minutes();

/** Lets the person choose a file and writes the minutes of a review to it. */
export async function exportMinutes(id: string, organisation: string): Promise<void> {
  if (minutes.exporting) return;
  minutes.exporting = true;
  minutes.failure = null;
  minutes.progress = null;
  try {
    await settleAll();
    const file = await pick({
      kind: "save",
      title: t("reviews.minutes.pick"),
      suggestion: t("reviews.minutes.name", { id, organisation: folderName(organisation) }),
      extension: "pdf",
    });
    if (file === null) return;
    const written = await call(
      "report.review",
      { id, file },
      { onprogress: (progress) => (minutes.progress = progress) },
    );
    const name = written.file.split(/[\\/]/).pop() ?? written.file;
    toasts.tell(t("reviews.minutes.written", { file: name, n: written.pages }));
    if (written.warnings.length > 0) {
      const characters = written.warnings.flatMap((warning) => warning.characters).join(" ");
      toasts.tell(t("reviews.minutes.characters", { characters }), { warning: true });
    }
  } catch (reason) {
    minutes.failure = Failed.from(reason);
  } finally {
    minutes.exporting = false;
    minutes.progress = null;
  }
}
