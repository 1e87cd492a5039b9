import { change } from "$app/change.svelte";
import { dateFrom } from "$app/typed-date";
import { call, type Arguments, type ContextIssue, type InterestedParty, type Person } from "$host";
import { longDate } from "$i18n/dates";
import { Register } from "./register.svelte";

type Fields<N extends "context.set" | "party.set" | "person.set"> = Omit<Arguments<N>, "id">;

/** The issues outside and inside (4.1). */
export const issues = new Register<ContextIssue, Fields<"context.set">>({
  list: () => call("context.list", {}),
  set: (id, fields) => change("context.set", { id, ...fields }),
  remove: (id) => change("context.remove", { id }),
  text: (issue, field) => {
    if (field === "reviewed") return longDate(issue.reviewed ?? "");
    return field === "topic" ? issue.topic : field === "meaning" ? issue.meaning : issue.response;
  },
  fields: (_, field, text) =>
    field === "reviewed" ? { reviewed: dateFrom(text, "reviewed") } : { [field]: text },
});

/** The interested parties and what they need (4.2). */
export const parties = new Register<InterestedParty, Fields<"party.set">>({
  list: () => call("party.list", {}),
  set: (id, fields) => change("party.set", { id, ...fields }),
  remove: (id) => change("party.remove", { id }),
  text: (party, field) => {
    const [index, part] = placeOf(field);
    if (part === null) return party.name;
    return part === "met_by" ? (party.needs[index]?.met_by ?? "") : (party.needs[index]?.need ?? "");
  },
  fields: (party, field, text) => {
    const [index, part] = placeOf(field);
    if (part === null) return { name: text };
    return { needs: withPart(party.needs, index, { [part]: text }) };
  },
});

/** Who does what, and what they have to know for it (5.3, 7.2). */
export const people = new Register<Person, Fields<"person.set">>({
  list: () => call("person.list", {}),
  set: (id, fields) => change("person.set", { id, ...fields }),
  remove: (id) => change("person.remove", { id }),
  text: (person, field) => {
    const [index, part] = placeOf(field);
    if (part === "action") return person.competences[index]?.action ?? "";
    if (part !== null) return person.competences[index]?.needed ?? "";
    return field === "name" ? person.name : field === "deputy" ? person.deputy : person.authority;
  },
  fields: (person, field, text) => {
    const [index, part] = placeOf(field);
    if (part === null) return { [field]: text };
    return { competences: withPart(person.competences, index, { [part]: text }) };
  },
});

/** Returns the list with a change to one of its parts. */
export function withPart<T>(parts: readonly T[], index: number, part: Partial<T>): T[] {
  return parts.map((each, at) => (at === index ? { ...each, ...part } : each));
}

/** Takes `2.need` apart: which part of a list, and which field of it. A field of the entry itself has no part. */
function placeOf(field: string): [number, string | null] {
  const [index, part] = field.split(".");
  return part === undefined ? [-1, null] : [Number(index), part];
}

/** Forgets what the workspace that is left held. */
export function forgetRegisters(): void {
  issues.list.forget();
  parties.list.forget();
  people.list.forget();
}
