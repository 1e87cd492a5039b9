import { call, type EvidenceRow } from "$host";

/** Returns the evidence that some words or a number find, the best first; without words, the newest. */
export async function searchEvidence(words: string, limit: number): Promise<EvidenceRow[]> {
  const asked = words.trim();
  const number = /^e-?([1-9]\d*)$/i.exec(asked)?.[1];
  const [page, named] = await Promise.all([
    call("evidence.list", { limit, ...(asked === "" ? {} : { words: asked }) }),
    number === undefined ? null : byNumber(`E-${number}`),
  ]);
  if (named === null) return page.rows;
  return [named, ...page.rows.filter((row) => row.id !== named.id)];
}

async function byNumber(id: string): Promise<EvidenceRow | null> {
  try {
    const piece = await call("evidence.show", { id });
    const { versions } = piece;
    return { ...piece, versions: versions.length, file: versions[versions.length - 1] ?? null };
  } catch {
    return null;
  }
}
