import { holds } from "$app/leaving.svelte";
import { startSteps, type StartStep } from "$app/router.svelte";
import { call, Failed, type StartAnswers, type StartOutlook } from "$host";
import { t } from "$i18n";
import { folderName, inside } from "../folders";
import { beginning, isNamed, namedSystems, noAnswers, targetDay } from "./answers";
import { fieldId, lines, type StartField } from "./pages";
import { placeOf } from "./refused";

/** Something wrong with an answer: on which page, at which field. */
export interface Wrong {
  step: StartStep;
  /** The id of the field. */
  field: string;
  message: string;
  hint: string | null;
}

/** How long typing rests before the answers are kept, in milliseconds. */
const REST = 1_500;

/** The answers so far. They are kept on this computer, so that the questions can be left and taken up. */
class Start {
  answers = $state<StartAnswers>(noAnswers());
  /** The folder for documents that the system names. */
  documents = $state.raw<string | null>(null);
  /** What the core refused, until the answer changes. */
  refused = $state.raw<Wrong | null>(null);

  #taken: Promise<void> | null = null;
  #kept = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    holds({ settle: () => this.keep(), unsaved: () => 0, drop: () => undefined });
  }

  get begun(): boolean {
    return this.furthest !== "company" || this.answers.name !== "";
  }

  get furthest(): StartStep {
    return startSteps.find((step) => step === this.answers.furthest) ?? "company";
  }

  /** Takes up what was answered before; once, for as long as the window is open. */
  take(): Promise<void> {
    this.#taken ??= this.#take();
    return this.#taken;
  }

  async #take(): Promise<void> {
    const { answers, documents } = await call("start.answers", {});
    this.documents = documents;
    if (answers !== null) this.answers = answers;
    this.#kept = JSON.stringify(this.answers);
  }

  /** Keeps the answers as soon as typing rests. */
  keepSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), REST);
  }

  /** Keeps the answers. Never rejects: whoever stays loses nothing. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    const answers = $state.snapshot(this.answers);
    const text = JSON.stringify(answers);
    if (this.#taken === null || text === this.#kept) return;
    try {
      await call("start.keep", answers);
      this.#kept = text;
    } catch {
      // They are kept again with the next change.
    }
  }

  /** Returns what would come of the answers. */
  outlook(answers: StartAnswers = this.answers): Promise<StartOutlook> {
    return call("start.outlook", beginning(answers));
  }

  /** Proposes where to keep the workspace, in the folder that was chosen or used before. */
  propose(parent: string): void {
    this.answers.folder = inside(parent, folderName(this.answers.name));
  }

  /** Returns what is wrong on a page, as far as the page itself knows. */
  wrongs(step: StartStep): Wrong[] {
    const { answers } = this;
    const at = (field: StartField, message: string, row: number | null = null): Wrong => ({
      step,
      field: fieldId(field, row),
      message,
      hint: null,
    });
    const when = (holds: boolean, wrong: () => Wrong): Wrong[] => (holds ? [wrong()] : []);
    switch (step) {
      case "company":
        return [
          ...when(answers.name.trim() === "", () => at("name", t("start.name.missing"))),
          ...when(!/^\s*(\d{1,6})?\s*$/.test(answers.headcount), () =>
            at("headcount", t("start.headcount.wrong")),
          ),
        ];
      case "roles":
        return when(answers.roles.length === 0, () => at("roles", t("start.roles.missing")));
      case "systems":
        return answers.systems_later
          ? []
          : [
              ...when(namedSystems(answers).length === 0, () => at("systems", t("start.systems.missing"), 0)),
              ...answers.systems.flatMap((system, row) =>
                when(isNamed(system) && system.name.trim() === "", () =>
                  at("systems", t("start.system.name.missing", { n: row + 1 }), row),
                ),
              ),
            ];
      case "scope":
        return [
          ...when(answers.part === null, () => at("part", t("start.part.missing"))),
          ...when(answers.part === "part" && lines(answers.units).length === 0, () =>
            at("units", t("start.units.missing")),
          ),
        ];
      case "charge":
        return [];
      case "target":
        return when(targetDay(answers) === null, () =>
          answers.target.trim() === ""
            ? at("target", t("start.target.missing"))
            : {
                ...at("target", t("date.wrong", { typed: answers.target.trim() })),
                hint: t("date.wrong.hint"),
              },
        );
      case "check":
        return [
          ...this.allWrongs(),
          ...when(answers.folder.trim() === "", () => at("folder", t("start.folder.missing"))),
        ];
    }
  }

  /** Returns what is wrong on all pages with questions. */
  allWrongs(): Wrong[] {
    return startSteps.filter((step) => step !== "check").flatMap((step) => this.wrongs(step));
  }

  /** Returns what is wrong on a page, by itself or because the core refuses it. */
  async check(step: StartStep): Promise<Wrong[]> {
    const wrongs = this.wrongs(step);
    // What earlier pages lack is said there, and not here.
    if (wrongs.length > 0 || this.answers.name.trim() === "") return wrongs;
    try {
      await this.outlook();
    } catch (reason) {
      const wrong = this.at(Failed.from(reason));
      if (wrong?.step === step) return [wrong];
    }
    return [];
  }

  /** Returns what the core refused, at the question that it is about; null where it is about none. */
  at({ code, field, message, hint }: Failed): Wrong | null {
    const place = placeOf(code, field, this.answers);
    return place === null ? null : { ...place, message, hint };
  }

  /** Remembers how far the person came. */
  reached(step: StartStep): void {
    if (startSteps.indexOf(step) > startSteps.indexOf(this.furthest)) this.answers.furthest = step;
  }

  /** Sets the answers aside and begins anew; returns what brings them back. */
  setAside(): () => void {
    const before = $state.snapshot(this.answers);
    const put = (answers: StartAnswers): void => {
      this.answers = answers;
      this.refused = null;
      void this.keep();
    };
    put(noAnswers());
    return () => put(before);
  }

  /** Begins anew: a workspace was made of the answers, and the core has forgotten them. */
  clear(): void {
    clearTimeout(this.#timer);
    this.answers = noAnswers();
    this.refused = null;
    this.#kept = JSON.stringify(this.answers);
  }

  /** Forgets everything, as where the window opens. */
  forget(): void {
    this.clear();
    this.#taken = null;
    this.documents = null;
  }
}

export const start = new Start();
