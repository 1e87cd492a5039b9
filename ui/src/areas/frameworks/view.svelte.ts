import type { Framework, FrameworkOverview, LawFact } from "$host";
import { frameworks } from "./frameworks.svelte";

/** What the page can be narrowed to. */
export const parts = ["law", "eu-ai-act", "nist-ai-rmf", "iso-27001"] as const;
export type Part = (typeof parts)[number];

/** How the person looks at laws and frameworks. It stays while they are in other rooms. */
class View {
  text = $state("");
  part = $state<Part | null>(null);

  readonly facts: readonly LawFact[] = $derived(
    this.#shows("law") ? (frameworks.law.value?.facts ?? []).filter((fact) => this.#matchesFact(fact)) : [],
  );
  readonly frameworks: readonly FrameworkOverview[] = $derived(
    (frameworks.list.value ?? [])
      .filter(({ framework }) => this.#shows(framework))
      .map((each) => ({
        ...each,
        places: each.places.filter(({ reference, title }) => this.#matches(`${reference} ${title}`)),
      }))
      .filter(({ places }) => places.length > 0),
  );
  /** The places as they stand on the screen. */
  readonly references: readonly string[] = $derived(
    this.frameworks.flatMap(({ places }) => places.map(({ reference }) => reference)),
  );

  get narrowed(): boolean {
    return this.text.trim() !== "" || this.part !== null;
  }

  choose(part: Part): void {
    this.part = this.part === part ? null : part;
  }

  showAll(): void {
    this.text = "";
    this.part = null;
  }

  /** Returns the place so many steps from this one, or null where the list ends. */
  neighbour(reference: string, steps: number): string | null {
    const index = this.references.indexOf(reference);
    return index < 0 ? null : (this.references[index + steps] ?? null);
  }

  #shows(part: Part | Framework): boolean {
    return this.part === null || this.part === part;
  }

  #matches(text: string): boolean {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const all = text.toLowerCase();
    return words.every((word) => all.includes(word));
  }

  #matchesFact(fact: LawFact): boolean {
    return this.#matches(`${fact.title} ${fact.meaning} ${fact.places.join(" ")} ${fact.day ?? ""}`);
  }
}

export const view = new View();
