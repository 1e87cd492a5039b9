import { call, type EvidenceDetails, type EvidenceLink } from "$host";
import { targetOf } from "../targets";

/** The most links that are looked at: past these nobody reads on. */
const MOST = 12;

/** Returns the links of a piece for which no other evidence holds today. */
export async function provedByThisAlone(piece: EvidenceDetails): Promise<EvidenceLink[]> {
  const links = piece.links.slice(0, MOST);
  const others = await Promise.all(
    links.map(async (link) => {
      const { rows } = await call("evidence.list", { link: targetOf(link), limit: 50 });
      return rows.some(
        (row) => row.id !== piece.id && (row.state === "current" || row.state === "expires-soon"),
      );
    }),
  );
  return links.filter((_, index) => others[index] === false);
}
