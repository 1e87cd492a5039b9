import type { Failure } from "./bindings";

/** An operation that did not happen: what happened in the user's words, and what to do next. */
export class Failed extends Error implements Failure {
  readonly code: string;
  readonly hint: string | null;
  readonly field: string | null;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = "Failed";
    this.code = failure.code;
    this.hint = failure.hint;
    this.field = failure.field;
  }

  /** What happened and what to do next, in one line. */
  get sentence(): string {
    return this.hint === null ? this.message : `${this.message}. ${this.hint}`;
  }

  /** Reads whatever was thrown; what is no failure of an operation becomes `unexpected`. */
  static from(reason: unknown): Failed {
    if (reason instanceof Failed) return reason;
    if (isFailure(reason)) return new Failed(reason);
    const message = reason instanceof Error ? reason.message : typeof reason === "string" ? reason : "";
    return new Failed({ code: "unexpected", message, hint: null, field: null });
  }
}

function isFailure(value: unknown): value is Failure {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    "message" in value &&
    typeof value.message === "string" &&
    "hint" in value &&
    "field" in value
  );
}
