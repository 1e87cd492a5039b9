import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import { Draft } from "$app/draft.svelte";
import { Followed } from "$app/followed.svelte";
import { holds, settleAll } from "$app/leaving.svelte";
import { toasts } from "$app/toasts.svelte";
import { call, Failed, pick, type SoaCheck, type SoaDetails, type SoaPreview, type Warning } from "$host";
import { t } from "$i18n";

/** The statement as the core has it, and what is being written about it. */
class Soa {
  readonly check = new Awaited<SoaCheck>(() => call("soa.check", {}));
  readonly details = new Awaited<SoaDetails>(() => call("soa.show", {}));
  /** The pages as they would be exported now. */
  readonly preview = new Followed<SoaPreview>((waiting) => call("soa.preview", {}, waiting));

  readonly number = this.#draft("number");
  readonly version = this.#draft("version");
  readonly owner = this.#draft("owner");

  exporting = $state(false);
  exportFailure = $state.raw<Failed | null>(null);
  /** What the reader of the exported file should know. */
  exportWarnings = $state.raw<readonly Warning[]>([]);

  constructor() {
    const drafts = [this.number, this.version, this.owner];
    holds({
      settle: async () => {
        await Promise.all(drafts.map((draft) => draft.settle()));
      },
      unsaved: () => drafts.filter((draft) => draft.unsaved).length,
      drop: () => drafts.forEach((draft) => draft.discard()),
    });
  }

  #draft(field: keyof SoaDetails): Draft {
    return new Draft({
      recorded: () => this.details.value?.[field] ?? "",
      send: async (text) => void (this.details.value = await change("soa.set", { [field]: text })),
    });
  }
}

export const soa = new Soa();

/** Lets the person choose a file and writes the statement to it. What fails stays beside the button. */
export async function exportSoa(organisation: string): Promise<void> {
  if (soa.exporting) return;
  soa.exporting = true;
  soa.exportFailure = null;
  try {
    await settleAll();
    if (soa.details.value === null) await soa.details.load();
    const file = await pick({
      kind: "save",
      title: t("soa.export.pick"),
      suggestion: fileName(soa.details.value, organisation),
      extension: "pdf",
    });
    if (file === null) return;
    const exported = await call("soa.export", { format: "pdf", file });
    soa.exportWarnings = exported.warnings;
    toasts.tell(t("soa.exported", { file: lastPart(exported.file), n: exported.pages }));
  } catch (reason) {
    soa.exportFailure = Failed.from(reason);
  } finally {
    soa.exporting = false;
  }
}

/** Returns a name for the file that says what is in it and that every system takes. */
export function fileName(details: SoaDetails | null, organisation: string): string {
  const words = [details?.number ?? "", details?.version ?? "", organisation]
    .map((word) => word.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ").trim())
    .filter((word) => word !== "");
  const name = Array.from(words.join(" ").replace(/\s+/g, " "))
    .slice(0, 100)
    .join("")
    .replace(/[. ]+$/, "");
  return `${name === "" ? t("soa.file") : name}.pdf`;
}

function lastPart(file: string): string {
  return file.split(/[\\/]/).pop() ?? file;
}
