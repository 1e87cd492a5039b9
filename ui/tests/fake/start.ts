import type { Arguments, GuidePlan, StartAnswers, StartOutlook } from "$host";
import { fail, type HandlersOf } from "./handlers";

const DAY = 86_400_000;

/** What somebody has answered so far, and what would come of it. */
export class FakeStart {
  answers: StartAnswers | null = null;
  documents: string | null = null;
  now = new Date();

  readonly handlers: HandlersOf<"start"> = {
    "start.answers": () => ({ answers: this.answers, documents: this.documents }),
    "start.keep": (answers) => {
      this.answers = answers;
      return null;
    },
    "start.outlook": (beginning) => this.outlook(beginning),
  };

  /** Refuses what the core refuses, as far as tests ask, and says what would come of the rest. */
  outlook({ organisation, scope, systems, plan }: Arguments<"start.outlook">): StartOutlook {
    const { name = "", activity = "", target } = organisation;
    if (name === "") throw fail("organisation-needs-name", "The organisation has no name", null, "name");
    if (activity.includes("\u202e"))
      throw fail(
        "invalid-arguments",
        "This text holds a character that cannot be seen",
        null,
        "organisation.activity",
      );
    const names = (systems ?? []).map((system) => system.name);
    if (new Set(names).size < names.length)
      throw fail("system-name-taken", "S-1 is called that already", "Choose another name.", "systems");
    const where = scope?.units?.join(" and ") ?? "";
    const text = `The AI management system of ${name} covers AI systems${where === "" ? "" : ` in ${where}`}.`;
    return { scope: text, plan: plan === true ? this.#plan(target ?? "") : null };
  }

  #plan(target: string): GuidePlan {
    const days = (new Date(target).getTime() - this.now.getTime()) / DAY;
    if (!(days > 0))
      throw fail("target-passed", `${target} is not after today, so no plan can lead there`, null, "target");
    const minutes = 6_000;
    return {
      today: this.now.toISOString().slice(0, 10),
      target,
      weeks: Math.ceil(days / 7),
      minutes,
      minutes_a_week: Math.ceil((minutes * 7) / days),
      calm_target: null,
      kept: 0,
      steps: [],
    };
  }
}
