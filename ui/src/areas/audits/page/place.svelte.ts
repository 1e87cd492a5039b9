import type { AuditDetails, AuditLine } from "$host";
import { targetOf } from "../audits.svelte";

/** Where in its checklist an audit is. */
export class Place {
  #chosen = $state<string | null>(null);
  readonly #shown: () => AuditDetails;

  constructor(shown: () => AuditDetails) {
    this.#shown = shown;
  }

  get #lines(): readonly AuditLine[] {
    return this.#shown().lines;
  }

  /** The line in hand: the one that was chosen, else the first that is not answered, else the first. */
  get line(): AuditLine | undefined {
    const chosen = this.#lines.find(({ requirement }) => targetOf(requirement) === this.#chosen);
    return chosen ?? this.#lines.find(isOpen) ?? this.#lines[0];
  }

  /** Its place in the checklist, from 1. */
  get at(): number {
    return this.#index + 1;
  }

  get #index(): number {
    const { line } = this;
    return line === undefined ? -1 : this.#lines.indexOf(line);
  }

  choose(line: AuditLine): void {
    this.#chosen = targetOf(line.requirement);
  }

  /** Goes on by so many lines; returns whether there was one. */
  step(steps: number): boolean {
    const next = this.#lines[this.#index + steps];
    if (next !== undefined) this.choose(next);
    return next !== undefined;
  }

  /** Goes to the next line that is not answered, from the beginning where none follows; returns whether one is. */
  next(): boolean {
    const here = this.#index;
    const after = [...this.#lines.slice(here + 1), ...this.#lines.slice(0, here)];
    const next = after.find(isOpen);
    if (next !== undefined) this.choose(next);
    return next !== undefined;
  }

  /** Keeps the line in hand although it is answered now. */
  stay(): void {
    const { line } = this;
    if (line !== undefined) this.choose(line);
  }
}

/** Returns whether a line is still to be answered. */
export function isOpen({ lacks }: AuditLine): boolean {
  return lacks === "answer";
}
