/** The evidence: what it is, what it proves, from when until when, and its files with all their versions (7.5). */
export { default as AddingFoot } from "./adding/AddingFoot.svelte";
export { default as EvidenceEverywhere } from "./adding/Everywhere.svelte";
export { default as EvidenceOf } from "./EvidenceOf.svelte";
export { default as EvidenceOfStep } from "./EvidenceOfStep.svelte";
export { default as EvidencePage } from "./EvidencePage.svelte";
export { default as LinkField } from "./LinkField.svelte";
export { default as SearchField } from "./SearchField.svelte";
export { inHand as evidenceInHand } from "./in-hand.svelte";
export { kinds } from "./kinds";
export { allTargets, linkOf, linkWords, titleOf as linkTitle } from "./targets";
export { addEvidence, chooseEvidence, evidenceCommands } from "./commands";
export { forgetEvidence, showEvidence, titleOfEvidence, unfinishedEvidence } from "./room";
