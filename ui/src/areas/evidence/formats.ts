import File from "@lucide/svelte/icons/file";
import FileArchive from "@lucide/svelte/icons/file-archive";
import FileImage from "@lucide/svelte/icons/file-image";
import FileSpreadsheet from "@lucide/svelte/icons/file-spreadsheet";
import FileText from "@lucide/svelte/icons/file-text";
import Mail from "@lucide/svelte/icons/mail";
import type { Glyph } from "$design";
import { t, type Key } from "$i18n";

/** What a file is, as the core names it: its words and its picture. */
const known: Record<string, { words: Key; icon: Glyph }> = {
  png: { words: "evidence.format.png", icon: FileImage },
  jpeg: { words: "evidence.format.jpeg", icon: FileImage },
  gif: { words: "evidence.format.gif", icon: FileImage },
  webp: { words: "evidence.format.webp", icon: FileImage },
  bmp: { words: "evidence.format.bmp", icon: FileImage },
  pdf: { words: "evidence.format.pdf", icon: FileText },
  text: { words: "evidence.format.text", icon: FileText },
  markdown: { words: "evidence.format.markdown", icon: FileText },
  csv: { words: "evidence.format.csv", icon: FileSpreadsheet },
  docx: { words: "evidence.format.docx", icon: FileText },
  xlsx: { words: "evidence.format.xlsx", icon: FileSpreadsheet },
  pptx: { words: "evidence.format.pptx", icon: FileText },
  "old-office": { words: "evidence.format.old-office", icon: FileText },
  "open-document": { words: "evidence.format.open-document", icon: FileText },
  "rich-text": { words: "evidence.format.rich-text", icon: FileText },
  email: { words: "evidence.format.email", icon: Mail },
  archive: { words: "evidence.format.archive", icon: FileArchive },
  audio: { words: "evidence.format.audio", icon: File },
  video: { words: "evidence.format.video", icon: File },
  runnable: { words: "evidence.format.runnable", icon: File },
};

/** Returns what a file is, in words: "PDF", "Word document". */
export function formatWords(format: string): string {
  return t(known[format]?.words ?? "evidence.format.unknown");
}

/** Returns the picture of a file. */
export function formatIcon(format: string | undefined): Glyph {
  return known[format ?? ""]?.icon ?? File;
}
