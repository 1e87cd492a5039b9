/**
 * The words of the window: `t("controls.title")`, out of one file per language, and one for each room that is
 * loaded when somebody goes there; such a room says what it brings along by `learn`.
 *
 * A message is a text, or texts by plural form, chosen by the value `n`. In it `{name}` is replaced by the value of
 * that name, `{n:word}` by the number as a word up to nine, and `{n:Word}` by that word with a capital.
 */
import en from "./en.json";
import type audits from "./rooms/audits.en.json";
import type cases from "./rooms/cases.en.json";
import type reviews from "./rooms/reviews.en.json";
import type objectives from "./rooms/objectives.en.json";

export type Key =
  keyof typeof en | keyof typeof audits | keyof typeof cases | keyof typeof objectives | keyof typeof reviews;
export type Values = Record<string, string | number>;

export const language = "en-GB";

type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;

const messages: Partial<Record<Key, Message>> = { ...en };
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/** Takes in the words that a room brings along. */
export function learn(words: Partial<Record<Key, Message>>): void {
  Object.assign(messages, words);
}

/** Returns the words of a key, with its values put in. */
export function t(key: Key, values: Values = {}): string {
  const message = messages[key] ?? key;
  const form = typeof message === "string" ? message : pluralForm(message, Number(values["n"] ?? 0));
  return form.replace(/\{(\w+)(?::(\w+))?\}/g, (whole, name: string, style: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? spoken(value, style) : value;
  });
}

function pluralForm(message: Partial<Record<Intl.LDMLPluralRule, string>>, n: number): string {
  return message[plurals.select(n)] ?? message.other ?? "";
}

const words: readonly Key[] = [
  "number.0",
  "number.1",
  "number.2",
  "number.3",
  "number.4",
  "number.5",
  "number.6",
  "number.7",
  "number.8",
  "number.9",
];

function spoken(value: number, style: string | undefined): string {
  const key = words[value];
  if ((style !== "word" && style !== "Word") || key === undefined) return numbers.format(value);
  const word = t(key);
  return style === "Word" ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const lists = new Intl.ListFormat(language, { type: "conjunction" });

/** Returns the items as a sentence writes them: "a, b and c". */
export function list(items: readonly string[]): string {
  return lists.format(items);
}
