import { RecordDrafts } from "$app/record-drafts";
import type { HeldStandard, Organisation, Sector } from "$host";
import { organisation } from "./organisation.svelte";

/** The lists of the organisation in which each entry has a name and a few words about it. */
export type Named = "sectors" | "standards";

interface Entry {
  name: string;
  about: string;
}

/** Returns the entries of a list. */
export function named(shown: Organisation, of: Named): Entry[] {
  return of === "sectors"
    ? shown.sectors.map(({ name, rules }) => ({ name, about: rules }))
    : shown.standards.map(({ reference, state }) => ({ name: reference, about: state }));
}

/** What is being written in them: by the name of the list, and the place in it. */
export const namedDrafts = new RecordDrafts({
  recorded: (list, place) => {
    const [entries, index, part] = at(list, place);
    return entries[index]?.[part] ?? "";
  },
  send: (list, place, text) => {
    const [entries, index, part] = at(list, place);
    return send(
      listOf(list),
      entries.map((entry, here) => (here === index ? { ...entry, [part]: text } : entry)),
    );
  },
});

export async function addNamed(of: Named, name: string): Promise<void> {
  await namedDrafts.settle(of);
  await send(of, [...entriesOf(of), { name, about: "" }]);
}

export async function removeNamed(of: Named, index: number): Promise<void> {
  await namedDrafts.settle(of);
  await send(
    of,
    entriesOf(of).filter((_, here) => here !== index),
  );
  namedDrafts.forget(of);
}

function send(of: Named, entries: readonly Entry[]): Promise<void> {
  if (of === "sectors") {
    const sectors: Sector[] = entries.map(({ name, about }) => ({ name, rules: about }));
    return organisation.set({ sectors });
  }
  const standards: HeldStandard[] = entries.map(({ name, about }) => ({ reference: name, state: about }));
  return organisation.set({ standards });
}

function entriesOf(of: Named): Entry[] {
  const shown = organisation.shown.value;
  return shown === null ? [] : named(shown, of);
}

function listOf(list: string): Named {
  return list === "sectors" ? "sectors" : "standards";
}

function at(list: string, place: string): [Entry[], number, keyof Entry] {
  const [index, part] = place.split(".");
  return [entriesOf(listOf(list)), Number(index), part === "about" ? "about" : "name"];
}
