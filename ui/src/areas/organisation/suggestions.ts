import type { AimsRole, NeedSource, PartyKind, Side } from "$host";

/** Issues that many companies have; their words are `context.suggest.…`. */
export const issueSuggestions = [
  { key: "ai-act", side: "outside" },
  { key: "customers-ask", side: "outside" },
  { key: "supplier-changes", side: "outside" },
  { key: "public-trust", side: "outside" },
  { key: "unapproved-tools", side: "inside" },
  { key: "skills", side: "inside" },
  { key: "data-quality", side: "inside" },
] as const satisfies readonly { key: string; side: Side }[];

/** Interested parties that many companies have, with what they need; their words are `party.suggest.…`. */
export const partySuggestions = [
  { key: "applicants", kind: "affected", source: "law" },
  { key: "customers", kind: "customer", source: "contract" },
  { key: "authorities", kind: "authority", source: "law" },
  { key: "suppliers", kind: "supplier", source: "contract" },
  { key: "staff", kind: "staff", source: "expectation" },
  { key: "owners", kind: "owner", source: "expectation" },
] as const satisfies readonly { key: string; kind: PartyKind; source: NeedSource }[];

/** People that every management system needs; their words are `person.suggest.…`. */
export const personSuggestions = [
  { key: "top-management", role: "top-management" },
  { key: "aims-lead", role: "aims-lead" },
  { key: "system-owner", role: "system-owner" },
  { key: "internal-auditor", role: "internal-auditor" },
] as const satisfies readonly { key: string; role: AimsRole }[];
