import type { Confidentiality, EvidenceKind } from "$host";

/** Every kind of evidence, in the order in which a list offers them. */
export const kinds: readonly EvidenceKind[] = [
  "policy",
  "procedure",
  "record",
  "minutes",
  "report",
  "contract",
  "training",
  "test-result",
  "log",
  "screenshot",
  "other",
];

/** Every level of confidentiality, from open to closed. */
export const levels: readonly Confidentiality[] = ["public", "internal", "confidential", "restricted"];
