import type { Catalogue, ControlStanding, Group } from "$host";

/** A group of Annex A as the map shows it: A.6 holds the controls of both its parts. */
export interface MapGroup {
  group: Group;
  tiles: { id: string; title: string; standing: ControlStanding["standing"] }[];
}

/** Returns the nine groups of Annex A with their controls, in order. */
export function mapGroups(catalogue: Catalogue, standings: readonly ControlStanding[]): MapGroup[] {
  const byId = new Map(standings.map(({ id, standing }) => [id, standing]));
  return catalogue.groups
    .filter((group) => group.parent === null)
    .map((group) => {
      const parts = catalogue.groups.filter(({ id, parent }) => id === group.id || parent === group.id);
      const within = new Set(parts.map(({ id }) => id));
      return {
        group,
        tiles: catalogue.controls
          .filter((control) => within.has(control.group))
          .map(({ id, title }) => ({ id, title, standing: byId.get(id) ?? "undecided" })),
      };
    })
    .filter(({ tiles }) => tiles.length > 0);
}
