import { evidenceList } from "./list.svelte";
import { pieces } from "./pieces.svelte";

/** Adds a tag to pieces that the list has shown; those that have the same tags are changed together. */
export async function addTag(ids: readonly string[], tag: string): Promise<void> {
  const alike = new Map<string, { tags: readonly string[]; ids: string[] }>();
  for (const id of ids) {
    const tags = evidenceList.get(id)?.tags ?? [];
    if (tags.includes(tag)) continue;
    const key = JSON.stringify(tags);
    const group = alike.get(key) ?? { tags, ids: [] };
    group.ids.push(id);
    alike.set(key, group);
  }
  for (const { tags, ids: group } of alike.values()) await pieces.set(group, { tags: [...tags, tag] });
}
