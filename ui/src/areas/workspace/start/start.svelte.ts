import { startSteps, type StartStep } from "$app/router.svelte";
import type { Failed, Role } from "$host";
import { t } from "$i18n";
import { folderName, inside } from "../folders";

export interface Wrong {
  step: StartStep;
  message: string;
  hint: string | null;
}

/** The answers so far. They stay while the window is open, so that the questions can be left and taken up. */
class Start {
  name = $state("");
  roles = $state.raw<readonly Role[]>([]);
  scope = $state("");
  folder = $state("");
  /** Whether the person wrote or chose the folder, so that it no longer follows the name. */
  folderChosen = $state(false);
  furthest = $state<StartStep>("name");
  /** What the core refused, until the answer changes. */
  refused = $state.raw<Wrong | null>(null);

  get begun(): boolean {
    return this.furthest !== "name" || this.name !== "";
  }

  /** Proposes where to keep it, in the folder that was chosen or used before. */
  propose(parent: string): void {
    this.folder = inside(parent, folderName(this.name));
  }

  /** Returns what is missing on a page, or null where the answer will do. */
  missing(step: StartStep): Wrong | null {
    switch (step) {
      case "name":
        return this.name.trim() === "" ? wrong(step, t("start.name.missing")) : null;
      case "roles":
        return this.roles.length === 0 ? wrong(step, t("start.roles.missing")) : null;
      case "scope":
        return null;
      case "folder":
        return this.folder.trim() === "" ? wrong(step, t("start.folder.missing")) : null;
      case "check":
        return this.allMissing()[0] ?? null;
    }
  }

  allMissing(): Wrong[] {
    return startSteps
      .filter((step) => step !== "check")
      .map((step) => this.missing(step))
      .filter((each) => each !== null);
  }

  /** Remembers how far the person came. */
  reached(step: StartStep): void {
    if (startSteps.indexOf(step) > startSteps.indexOf(this.furthest)) this.furthest = step;
  }

  /** Keeps what the core refused, at the question that it is about. */
  refuse(failure: Failed): void {
    this.refused = { step: stepOf(failure.field), message: failure.message, hint: failure.hint };
  }

  clear(): void {
    this.name = "";
    this.roles = [];
    this.scope = "";
    this.folder = "";
    this.folderChosen = false;
    this.furthest = "name";
    this.refused = null;
  }
}

function wrong(step: StartStep, message: string): Wrong {
  return { step, message, hint: null };
}

function stepOf(field: string | null): StartStep {
  if (field === "organisation") return "name";
  const last = field?.split(".").pop() ?? "";
  return startSteps.find((step) => step === last) ?? "folder";
}

export const start = new Start();
