import { evidenceList } from "./list.svelte";
import { pieces } from "./pieces.svelte";

/** Adds a tag to pieces of the list; those that have the same tags are changed together. */
export async function addTag(ids: readonly string[], tag: string): Promise<void> {
  const alike = new Map<string, { tags: readonly string[]; ids: string[] }>();
  for (const { id, tags } of await asTheyAre(ids)) {
    if (tags.includes(tag)) continue;
    const key = JSON.stringify(tags);
    const group = alike.get(key) ?? { tags, ids: [] };
    group.ids.push(id);
    alike.set(key, group);
  }
  for (const { tags, ids: group } of alike.values()) await pieces.set(group, { tags: [...tags, tag] });
}

/** Returns the pieces with the tags they have; those that have left the list are asked for one by one. */
async function asTheyAre(ids: readonly string[]): Promise<{ id: string; tags: readonly string[] }[]> {
  const rows = await evidenceList.rowsOf(ids);
  const listed = new Set(rows.map((row) => row.id));
  const others = ids.filter((id) => !listed.has(id)).map((id) => pieces.show(id));
  return [...rows, ...(await Promise.all(others))];
}
