import { guide } from "./guide.svelte";

/** Forgets the road of the workspace that is left. */
export function forgetGuide(): void {
  guide.forget();
}

/** Returns the title of a step; nothing where it is not known. */
export function titleOfStep(id: string): string | undefined {
  return guide.get(id)?.title ?? guide.step(id).value?.title;
}
