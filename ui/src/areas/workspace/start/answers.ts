import type { Arguments, StartAnswers, StartSystem } from "$host";
import { readDate } from "$i18n/dates";
import { lines } from "./pages";

/** What a new workspace begins with, as the core takes it. */
export type Beginning = Arguments<"start.outlook">;

/** Returns the answers of somebody who has said nothing. */
export function noAnswers(): StartAnswers {
  return {
    furthest: "company",
    name: "",
    activity: "",
    headcount: "",
    places: "",
    roles: [],
    act_roles: [],
    systems: [noSystem()],
    systems_later: false,
    part: null,
    units: "",
    activities: "",
    in_charge: "",
    top_management: "",
    target: "",
    remind: false,
    folder: "",
    folder_chosen: false,
  };
}

/** Returns an AI system of which nothing is said. */
export function noSystem(): StartSystem {
  return { name: "", purpose: "", roles: [], owner: "" };
}

/** Returns whether something is said of an AI system. */
export function isNamed({ name, purpose, owner }: StartSystem): boolean {
  return [name, purpose, owner].some((text) => text.trim() !== "");
}

/** Returns the AI systems of which something is said. */
export function namedSystems({ systems, systems_later }: StartAnswers): StartSystem[] {
  return systems_later ? [] : systems.filter(isNamed);
}

/** Returns the day by which the company wants to be ready as ISO 8601, or null where none will do. */
export function targetDay({ target }: StartAnswers): string | null {
  return readDate(target);
}

/** Returns the answers as the core takes them. */
export function beginning(answers: StartAnswers): Beginning {
  const target = targetDay(answers);
  const headcount = Number(answers.headcount.trim());
  return {
    organisation: {
      name: answers.name.trim(),
      activity: answers.activity.trim(),
      places: answers.places.trim(),
      roles: [...answers.roles],
      act_roles: [...answers.act_roles],
      in_charge: answers.in_charge.trim(),
      top_management: answers.top_management.trim(),
      ...(answers.headcount.trim() === "" ? {} : { headcount }),
      ...(target === null ? {} : { target }),
    },
    scope: {
      activities: lines(answers.activities),
      units: answers.part === "part" ? lines(answers.units) : [],
    },
    systems: namedSystems(answers).map(({ name, purpose, roles, owner }) => ({
      name: name.trim(),
      purpose: purpose.trim(),
      roles: [...roles],
      owner: owner.trim(),
    })),
    plan: target !== null,
  };
}
