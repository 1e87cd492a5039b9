import type { FieldChange } from "$host";
import { t, type Key } from "$i18n";

const registers = ["context-issue", "interested-party", "person", "system"] as const;
type Registered = (typeof registers)[number];

/** What fields of these records are called, where the same name means something else elsewhere. */
const fields: Partial<Record<FieldChange["record"], Record<string, Key>>> = {
  organisation: { target: "history.field.ready-by" },
  person: { roles: "history.field.tasks" },
};

/** Returns whether a change is about an entry of a register of the organisation, or about an AI system. */
export function onRegister(change: FieldChange): boolean {
  return recordOf(change) !== null;
}

/** Returns what changes did to an entry that came or went as a whole; null where it did not. */
export function registerSentence(changes: readonly FieldChange[]): string | null {
  const name = naming(changes);
  if (name === undefined) return null;
  return name.before === null ? t("history.entry-added") : t("history.entry-removed");
}

/** Returns a few words for changes of the registers and the scope where a field alone would say too little. */
export function registerWords(changes: readonly FieldChange[]): string | null {
  const all = (record: FieldChange["record"]): boolean =>
    changes.length > 0 && changes.every((change) => change.record === record);
  if (all("scope-parts")) return t("history.parts-of-scope");
  if (all("scope-version")) return t("history.version-of-scope");
  const name = naming(changes);
  const record = name === undefined ? null : recordOf(name);
  if (name === undefined || record === null) return null;
  return t(`history.whole.${record}`, { name: String(name.after ?? name.before) });
}

/** Returns the words for a field that means something of its own in its record. */
export function registerField(change: FieldChange): Key | undefined {
  return fields[change.record]?.[change.field];
}

/** Returns the change that gave an entry its name, or took it away with all else. */
function naming(changes: readonly FieldChange[]): FieldChange | undefined {
  return changes.find(
    (change) =>
      onRegister(change) &&
      (change.field === "name" || change.field === "topic") &&
      (change.before === null || change.after === null),
  );
}

function recordOf(change: FieldChange): Registered | null {
  return registers.find((each) => each === change.record) ?? null;
}
