/** Returns a path as people read it, "Documents › Clients › Saltmarsh": its last three folders. */
export function trail(folder: string): string {
  const parts = folder.split(/[\\/]+/).filter((part) => part !== "");
  return parts.slice(-3).join(" › ");
}

/** Returns a name that every file system takes, out of a company's name. */
export function folderName(name: string): string {
  const kept = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[. ]+$/, "");
  const short = Array.from(kept).slice(0, 60).join("").trim();
  return short === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? "Annexe" : short;
}

/** Returns the path of a folder inside another, with the separator that the other uses. */
export function inside(parent: string, name: string): string {
  const separator = parent.includes("\\") && !parent.includes("/") ? "\\" : "/";
  return parent.endsWith(separator) ? parent + name : parent + separator + name;
}

/** Returns the folder that a path lies in, or null where it lies in none. */
export function parentOf(folder: string): string | null {
  const match = /^(.*[^\\/])[\\/]+[^\\/]+[\\/]*$/.exec(folder);
  return match?.[1] ?? null;
}
