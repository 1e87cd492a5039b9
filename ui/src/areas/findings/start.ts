import type { EvidenceLink, FindingOrigin, FindingSource } from "$host";

/** What a finding begins with where it comes from something that is already known. */
export interface FindingStart {
  title: string;
  found: string;
  source: FindingSource;
  origin: FindingOrigin;
  requirements: readonly EvidenceLink[];
}
