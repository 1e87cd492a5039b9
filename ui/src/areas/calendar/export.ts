import { toasts } from "$app/toasts.svelte";
import { folderName } from "$areas/workspace";
import { call, pick } from "$host";
import { t } from "$i18n";

/** Lets the person choose a file and writes every date to it. Rejects where that fails. */
export async function exportCalendar(organisation: string): Promise<void> {
  const file = await pick({
    kind: "save",
    title: t("calendar.export.pick"),
    suggestion: t("calendar.export.name", { organisation: folderName(organisation) }),
    extension: "ics",
  });
  if (file === null) return;
  const written = await call("calendar.export", { file });
  const name = written.file.split(/[\\/]/).pop() ?? written.file;
  toasts.tell(t("calendar.exported", { n: written.dates, file: name }));
}
