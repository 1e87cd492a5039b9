import { Awaited } from "$app/awaited.svelte";
import { change } from "$app/change.svelte";
import {
  call,
  type Arguments,
  type GuidePlan,
  type GuideRoad,
  type GuideStepDetails,
  type GuideStepSummary,
  type NextGuideStep,
} from "$host";

/** The road and its steps as the core has them. */
class GuideStore {
  readonly road = new Awaited<GuideRoad>(() => call("guide.show", {}));
  readonly next = new Awaited<NextGuideStep[]>(() => call("guide.next", {}));

  readonly #steps = new Map<string, Awaited<GuideStepDetails>>();
  readonly #byId = $derived(new Map(this.all.map((step) => [step.id, step])));

  /** Every step and every part of one, in the order of the road. */
  get all(): readonly GuideStepSummary[] {
    const themes = this.road.value?.themes ?? [];
    return themes.flatMap((theme) => theme.steps.flatMap((step) => [step, ...step.parts]));
  }

  /** Returns what the road shows of a step. */
  get(id: string): GuideStepSummary | undefined {
    return this.#byId.get(id);
  }

  /** Returns a step whole, as it is asked for; the same each time. */
  step(id: string): Awaited<GuideStepDetails> {
    let step = this.#steps.get(id);
    if (step === undefined) {
      step = new Awaited(() => call("guide.step", { step: id }));
      this.#steps.set(id, step);
    }
    return step;
  }

  /** Everybody who has a step, by name. */
  get owners(): string[] {
    const names = new Set(this.all.map((step) => step.owner.trim()).filter((owner) => owner !== ""));
    return [...names].sort((a, b) => a.localeCompare(b));
  }

  async set(id: string, fields: Omit<Arguments<"guide.set">, "step">): Promise<void> {
    this.step(id).value = await change("guide.set", { step: id, ...fields });
  }

  async add(step: Arguments<"guide.add">): Promise<string> {
    const added = await change("guide.add", step);
    this.step(added.id).value = added;
    return added.id;
  }

  async split(id: string, titles: readonly string[]): Promise<void> {
    const parts = titles.map((title) => ({ title }));
    this.step(id).value = await change("guide.split", { step: id, parts });
  }

  async remove(id: string): Promise<void> {
    await change("guide.remove", { step: id });
    this.#steps.delete(id);
  }

  async plan(asked: Arguments<"guide.plan">): Promise<GuidePlan> {
    return change("guide.plan", asked);
  }

  forget(): void {
    this.road.forget();
    this.next.forget();
    this.#steps.clear();
  }
}

export const guide = new GuideStore();
