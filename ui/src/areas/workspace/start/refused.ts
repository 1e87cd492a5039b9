import type { StartStep } from "$app/router.svelte";
import type { StartAnswers } from "$host";
import { fieldId, type StartField } from "./pages";

type Question = Exclude<StartField, "systems_later" | "remind" | "folder">;

const steps: Record<Question, StartStep> = {
  name: "company",
  activity: "company",
  headcount: "company",
  places: "company",
  roles: "roles",
  act_roles: "roles",
  systems: "systems",
  part: "scope",
  units: "scope",
  activities: "scope",
  in_charge: "charge",
  top_management: "charge",
  target: "target",
};

/**
 * Returns the page and the field that a refusal is about, from the argument that was wrong: `organisation.name`,
 * `systems[1].purpose`, `folder`. Null where it is about none of the answers.
 */
export function placeOf(
  code: string,
  argument: string | null,
  answers: StartAnswers,
): { step: StartStep; field: string } | null {
  if (argument === null) return null;
  const [first = "", ...rest] = argument.split(/[.[\]]+/);
  if (first === "folder") return { step: "check", field: fieldId("folder") };
  if (first === "systems") {
    // The row may count without those that are empty.
    const given = Number(rest[0] ?? "");
    const rows = answers.systems.flatMap((system, row) => (system.name.trim() === "" ? [] : [row]));
    const row = code === "system-needs-name" ? 0 : (rows[Number.isInteger(given) ? given : 0] ?? 0);
    return { step: "systems", field: fieldId("systems", row) };
  }
  const named = first === "organisation" || first === "scope" ? (rest[0] ?? "name") : first;
  const question = (Object.keys(steps) as Question[]).find((each) => each === named);
  if (question === undefined) return { step: "company", field: fieldId("name") };
  return { step: steps[question], field: fieldId(question) };
}
