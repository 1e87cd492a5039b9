// Made from the list of operations in annexe-api; `cargo run -p annexe-api --example bindings` makes it anew.

export type About = { 
/**
 * Its version.
 */
version: string, 
/**
 * The standard that its catalogue covers.
 */
standard: string, };

export type ActOnReviewDecision = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The decision's number.
 */
decision: number, 
/**
 * What is to be done; what was decided where it is left out.
 */
text?: Prose, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * By when.
 */
due: Day, };

export type ActRole = "provider" | "deployer" | "importer" | "distributor";

export type Action = { 
/**
 * Its number.
 */
id: ActionId, 
/**
 * What it comes from.
 */
origin: ActionOrigin, 
/**
 * What will be done.
 */
text: Prose, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * By when.
 */
due: Day, 
/**
 * How that was moved, and why; the first comes first.
 */
due_changes: Array<DueChange>, 
/**
 * When it was done, and what shows it.
 */
done: ActionDone | null, };

export type ActionDone = { 
/**
 * When.
 */
on: Day, 
/**
 * What shows it; at least one.
 */
proof: Array<EvidenceId>, 
/**
 * What was done, where it differs from what was planned.
 */
note: Prose, };

export type ActionId = string;

export type ActionList = { 
/**
 * Those that somebody is to do come first, by the day on which they are due; then those that are over, what ended
 * last before the rest.
 */
actions: Array<ActionRow>, 
/**
 * How many actions there are, whatever was asked for.
 */
total: number, };

export type ActionOrigin = { "from": "finding", 
/**
 * Its number.
 */
id: FindingId, 
/**
 * In which of its rounds the action counts.
 */
round: number, } | { "from": "objective", 
/**
 * Its number.
 */
id: ObjectiveId, } | { "from": "review", 
/**
 * The review's number.
 */
id: ReviewId, 
/**
 * Which of its decisions.
 */
decision: number, } | { "from": "own" };

export type ActionReference = { 
/**
 * Its number.
 */
id: ActionId, };

export type ActionRow = { 
/**
 * The title of what it comes from, where that has one and the list does not say it anyhow.
 */
of: Line | null, 
/**
 * How it stands.
 */
state: ActionState, 
/**
 * Its number.
 */
id: ActionId, 
/**
 * What it comes from.
 */
origin: ActionOrigin, 
/**
 * What will be done.
 */
text: Prose, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * By when.
 */
due: Day, 
/**
 * How that was moved, and why; the first comes first.
 */
due_changes: Array<DueChange>, 
/**
 * When it was done, and what shows it.
 */
done: ActionDone | null, };

export type ActionState = "planned" | "overdue" | "done" | "dropped";

export type ActionWeek = { 
/**
 * Its last day, a Sunday; today where the week is not over.
 */
day: Day, 
/**
 * How many actions were to be done then.
 */
open: number, 
/**
 * How many had been planned in the week.
 */
planned: number, 
/**
 * How many had been done in it, or were needed no longer.
 */
done: number, };

export type AddAction = { 
/**
 * The finding that it answers; left out where it answers none.
 */
finding?: FindingId, 
/**
 * The objective in whose plan it stands; left out where it stands in none.
 */
objective?: ObjectiveId, 
/**
 * What will be done.
 */
text: Prose, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * By when.
 */
due: Day, };

export type AddAudit = { 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * When it is to begin.
 */
planned_for: Day, 
/**
 * The last day, where it takes more than one.
 */
until?: Day, 
/**
 * What of the company it looks at.
 */
scope?: Prose, 
/**
 * Who audits; to be said before it begins.
 */
auditor?: Line, 
/**
 * What it is held against; every clause and every control that applies where it is left out.
 */
criteria?: Array<AuditCriteria>, 
/**
 * The AI systems whose practice it looks at.
 */
systems?: Array<SystemId>, 
/**
 * How it is done.
 */
methods?: Prose, };

export type AddCase = { 
/**
 * What kind it is.
 */
kind: CaseKind, 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * What was reported, or what happened.
 */
what?: Prose, 
/**
 * When it happened, where that is known.
 */
occurred_on?: Day, 
/**
 * Since when the company knows of it; today where it is left out.
 */
known_since?: Day, 
/**
 * Who reported it; nobody is named where it is left out.
 */
reported_by?: Line, 
/**
 * Whether they asked that it be kept confidential.
 */
confidential?: boolean, 
/**
 * The AI systems that it is about.
 */
systems?: Array<SystemId>, 
/**
 * What it did, or may have done.
 */
harms?: Array<CaseHarm>, 
/**
 * What shows it.
 */
evidence?: Array<EvidenceId>, 
/**
 * Who sees to it.
 */
owner?: Line, };

export type AddContextIssue = { 
/**
 * Where it lies.
 */
side: Side, 
/**
 * What it is about.
 */
topic: Line, 
/**
 * What it means for our AI.
 */
meaning?: Prose, 
/**
 * What we do about it.
 */
response?: Prose, 
/**
 * When somebody last looked at it.
 */
reviewed?: Day, };

export type AddControl = { 
/**
 * Its number.
 */
id: ControlId, 
/**
 * Its title.
 */
title: Line, 
/**
 * Where it comes from: a standard, a contract, a decision.
 */
source: Line, };

export type AddDocument = { 
/**
 * The draft that it begins with.
 */
draft?: DraftKey, 
/**
 * The title; that of the draft where nothing is said.
 */
title?: Line, 
/**
 * What it is; as the draft says where nothing is said.
 */
kind?: EvidenceKind, 
/**
 * The number under which the company keeps it.
 */
number?: Line, 
/**
 * The version; 1.0 where nothing is said.
 */
version?: Line, 
/**
 * Who answers for it.
 */
owner?: Line, 
/**
 * Who approves it.
 */
approver?: Line, 
/**
 * Where the file is that people work on.
 */
working_file?: Line, 
/**
 * The clauses and controls that it serves, by their numbers; those of the draft where nothing is said.
 */
links?: Array<EvidenceTarget>, };

export type AddEvidence = { 
/**
 * The files. Of a folder, every file in it and below is added, but for what systems and editors leave
 * there; links in it are not followed.
 */
files: Array<string>, 
/**
 * What is said of them.
 */
about?: Particulars, };

export type AddFinding = { 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * The clauses and controls that it is about, by their numbers; at least one.
 */
requirements: Array<EvidenceTarget>, 
/**
 * How grave it is.
 */
grade: FindingGrade, 
/**
 * Where it comes from; a look of one's own where it is left out.
 */
source?: FindingSource, 
/**
 * Which record it comes from, where it comes from one.
 */
origin?: FindingOrigin, 
/**
 * What was found.
 */
found?: Prose, 
/**
 * When; today where it is left out.
 */
found_on?: Day, 
/**
 * By whom; whoever records it where it is left out.
 */
found_by?: Line, 
/**
 * What shows it.
 */
evidence?: Array<EvidenceId>, 
/**
 * What it does to people, society and the business.
 */
effect?: Prose, 
/**
 * Who sees to it.
 */
owner?: Line, };

export type AddGuideStep = { 
/**
 * Its title.
 */
title: Line, 
/**
 * Where on the road it stands; it comes last there.
 */
theme: GuideTheme, 
/**
 * What to do.
 */
what?: Prose, 
/**
 * Who does it.
 */
owner?: Line, 
/**
 * The day by which it is to be done.
 */
due?: Day, 
/**
 * How long it takes, in minutes; an hour where nothing is said.
 */
minutes?: number, };

export type AddInterestedParty = { 
/**
 * Who they are.
 */
name: Line, 
/**
 * What they are to the organisation.
 */
kind?: PartyKind, 
/**
 * What they need.
 */
needs?: Array<Need>, };

export type AddMeasure = { 
/**
 * The objective that it measures; left out where it stands alone.
 */
objective?: ObjectiveId, 
/**
 * The clauses, controls and AI systems that it watches, by their numbers.
 */
about?: Array<EvidenceTarget>, 
/**
 * What is measured.
 */
what: Line, 
/**
 * In what it is counted.
 */
unit?: Line, 
/**
 * How it is measured.
 */
method?: Prose, 
/**
 * Who measures it.
 */
by?: Line, 
/**
 * How often; once a month where nothing is said.
 */
rhythm?: MeasureRhythm, 
/**
 * What is wanted.
 */
goal: MeasureGoal, 
/**
 * What the figure is before anything is done.
 */
start?: Figure, 
/**
 * From when it is measured; from today where nothing is said.
 */
since?: Day, };

export type AddObjective = { 
/**
 * What is to be reached, in a line.
 */
title: Line, 
/**
 * What that is good for.
 */
purpose?: Prose, 
/**
 * The clauses, controls and AI systems that it serves, by their numbers.
 */
about?: Array<EvidenceTarget>, 
/**
 * Who answers for it.
 */
owner?: Line, 
/**
 * What will be done.
 */
plan?: Prose, 
/**
 * What that takes.
 */
resources?: Prose, 
/**
 * By when it is to be reached.
 */
target?: Day, 
/**
 * How it will be judged whether it was reached.
 */
judged_by?: Prose, 
/**
 * What measures it first; its owner reads it once a month.
 */
measure?: FirstMeasure, };

export type AddPerson = { 
/**
 * Their name or job title.
 */
name: Line, 
/**
 * What they do for the AI management system.
 */
roles?: Array<AimsRole>, 
/**
 * What they may decide, and what they answer for.
 */
authority?: Prose, 
/**
 * Who stands in for them.
 */
deputy?: Line, 
/**
 * What they have to know or be able to do.
 */
competences?: Array<Competence>, };

export type AddReview = { 
/**
 * What it is called.
 */
title: Line, 
/**
 * The day for which it is planned.
 */
planned_on: Day, 
/**
 * The first day that it looks back on; left out, it is that of the review before.
 */
since?: Day, 
/**
 * Who chairs it; top management where it is left out.
 */
chair?: Line, 
/**
 * Who is invited.
 */
present?: Array<ReviewAttendee>, };

export type AddReviewPoint = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * What it is called.
 */
title: Line, };

export type AddSystem = { 
/**
 * Its name.
 */
name: Line, 
/**
 * What it is for.
 */
purpose?: Prose, 
/**
 * Our roles towards it (ISO/IEC 22989).
 */
roles?: Array<Role>, 
/**
 * Our roles towards it under the EU AI Act.
 */
act_roles?: Array<ActRole>, 
/**
 * Who answers for it.
 */
owner?: Line, 
/**
 * Who built it or sells it.
 */
supplier?: Line, 
/**
 * Where it stands in its life; in use where nothing is said.
 */
stage?: Stage, 
/**
 * Whether the AI management system covers it; yes where nothing is said.
 */
in_scope?: boolean, };

export type AddVersion = { 
/**
 * The piece by its number.
 */
id: EvidenceId, 
/**
 * The file.
 */
file: string, 
/**
 * What is new in it.
 */
comment?: Line, };

export type AddedEvidence = { 
/**
 * The pieces that were added, in the order of the files.
 */
added: Array<EvidenceId>, 
/**
 * Files that are the newest version of a piece already, under the same name; links and tags that were given
 * went to that piece.
 */
known: Array<KnownFile>, 
/**
 * Files that were not taken in.
 */
refused: Array<RefusedFile>, 
/**
 * Whether it was stopped before the end; the files that are named in no list were not taken in.
 */
stopped: boolean, };

export type AdoptScope = { 
/**
 * Who approved it.
 */
approved_by: Line, 
/**
 * What changed; for the first version, why it was written.
 */
change?: Line, 
/**
 * When it was approved; today where nothing is said.
 */
day?: Day, };

export type AgendaPoint = { 
/**
 * Its number within the review, which stays when points move.
 */
number: number, 
/**
 * The input that it is about; nothing for a point of the company's own.
 */
input: ReviewInput | null, 
/**
 * What it is called; empty for an input, which has its name.
 */
title: Line, 
/**
 * What was said about it.
 */
said: Prose, 
/**
 * Whether it was looked at, and there was nothing to say.
 */
noted: boolean, };

export type Agreement = "agreed" | "agreed-weak" | "single-source" | "structural";

export type AiSystem = { 
/**
 * Its number.
 */
id: SystemId, 
/**
 * Its name.
 */
name: Line, 
/**
 * What it is for.
 */
purpose: Prose, 
/**
 * Our roles towards it (ISO/IEC 22989), in their order and each once.
 */
roles: Array<Role>, 
/**
 * Our roles towards it under the EU AI Act, in their order and each once.
 */
act_roles: Array<ActRole>, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * Who built it or sells it.
 */
supplier: Line, 
/**
 * Where it stands in its life.
 */
stage: Stage, 
/**
 * Whether the AI management system covers it (clause 4.3).
 */
in_scope: boolean, 
/**
 * The answers to the screening questions; a question that is open has none.
 */
screening: { [key in ScreeningQuestion]?: Answer }, 
/**
 * In which class of the EU AI Act we put it.
 */
legal: LegalClass, 
/**
 * What somebody decided about its impact against the screening.
 */
judgement: Judgement | null, 
/**
 * Whether it works with personal data.
 */
personal_data: Answer, 
/**
 * Whom it affects.
 */
affected: Prose, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type AiSystemDetails = { 
/**
 * Whether its impact is high, and what says so.
 */
high_impact: HighImpact, 
/**
 * How many pieces of evidence are linked to it.
 */
evidence: number, 
/**
 * How many of them hold today.
 */
holding: number, 
/**
 * Its number.
 */
id: SystemId, 
/**
 * Its name.
 */
name: Line, 
/**
 * What it is for.
 */
purpose: Prose, 
/**
 * Our roles towards it (ISO/IEC 22989), in their order and each once.
 */
roles: Array<Role>, 
/**
 * Our roles towards it under the EU AI Act, in their order and each once.
 */
act_roles: Array<ActRole>, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * Who built it or sells it.
 */
supplier: Line, 
/**
 * Where it stands in its life.
 */
stage: Stage, 
/**
 * Whether the AI management system covers it (clause 4.3).
 */
in_scope: boolean, 
/**
 * The answers to the screening questions; a question that is open has none.
 */
screening: { [key in ScreeningQuestion]?: Answer }, 
/**
 * In which class of the EU AI Act we put it.
 */
legal: LegalClass, 
/**
 * What somebody decided about its impact against the screening.
 */
judgement: Judgement | null, 
/**
 * Whether it works with personal data.
 */
personal_data: Answer, 
/**
 * Whom it affects.
 */
affected: Prose, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type AimsRole = "top-management" | "aims-lead" | "deputy" | "system-owner" | "risk-owner" | "impact-assessor" | "human-overseer" | "data-lead" | "privacy" | "security" | "purchasing" | "concerns-contact" | "internal-auditor";

export type AnnexC = { 
/**
 * Its number.
 */
id: AnnexCId, 
/**
 * Its title, as the standard prints it.
 */
title: string, 
/**
 * What it means, in our own words.
 */
meaning: string, };

export type AnnexCId = string;

export type AnnexD = { 
/**
 * What it is about, in our own words.
 */
title: string, 
/**
 * What it says, in our own words.
 */
meaning: string, 
/**
 * What one company needs only once for all its management systems; advice of ours.
 */
shared: Array<string>, 
/**
 * What AI needs for itself beside them; advice of ours.
 */
apart: Array<string>, 
/**
 * The standards that it names as companions.
 */
standards: Array<Companion>, };

export type Answer = "yes" | "no" | "unknown";

export type AnswerAudit = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * The requirement, by its number.
 */
requirement: EvidenceTarget, 
/**
 * How it was found; null takes that back.
 */
verdict?: AuditVerdict | null, 
/**
 * What was seen, or why nobody looked.
 */
seen?: Prose, 
/**
 * What shows it, in place of what did.
 */
evidence?: Array<EvidenceId>, 
/**
 * When it was looked at; today where it is left out.
 */
on?: Day, };

export type AnsweredAt = { "room": "document" } | { "room": "organisation" } | { "room": "roles" } | { "room": "context" } | { "room": "scope" } | { "room": "people" } | { "room": "parties" } | { "room": "systems" } | { "room": "objectives" } | { "room": "controls" } | { "room": "control", 
/**
 * Its number.
 */
id: ControlId, };

export type ApproveDocument = { 
/**
 * The document.
 */
id: DocumentId, 
/**
 * What is approved.
 */
what: ApprovedAs, 
/**
 * Who approves it; whoever the document names where nothing is said.
 */
by?: Line, 
/**
 * When it was approved; today where nothing is said.
 */
on?: Day, 
/**
 * When it is looked at again; the usual time later where nothing is said.
 */
next_review?: Day, 
/**
 * Why the owner approves it alone, where that is so.
 */
alone?: Prose, };

export type ApprovePlan = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * Who approves.
 */
by: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type ApproveReview = { 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * By whom.
 */
by: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type ApprovedAs = { "as": "generated" } | { "as": "file", 
/**
 * The file.
 */
file: string, } | { "as": "evidence", 
/**
 * The piece.
 */
id: EvidenceId, };

export type AssessedClause = { 
/**
 * Its number.
 */
id: ClauseId, 
/**
 * Its title.
 */
title: string, 
/**
 * The theme of the work that it belongs to.
 */
theme: WorkTheme, 
/**
 * Whether it itself asks for documented information.
 */
documented: DocumentedInformation | null, 
/**
 * How far it is met.
 */
status: Status, 
/**
 * The day by which it is to be met.
 */
target: Day | null, 
/**
 * How it is met here.
 */
how: Prose, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * Notes, which no document shows.
 */
notes: Prose, 
/**
 * How many pieces of evidence are linked to it.
 */
evidence: number, };

export type AssignAuditor = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * The requirements, by their numbers.
 */
requirements: Array<EvidenceTarget>, 
/**
 * Who audits them; nobody where it is empty, and so the audit's auditor.
 */
auditor: Line, };

export type Attention = { "about": "overdue", 
/**
 * Those, the longest overdue first.
 */
controls: Array<LateControl>, } | { "about": "actions-overdue", 
/**
 * How many.
 */
total: number, 
/**
 * The first of them, the longest overdue first.
 */
actions: Array<LateAction>, } | { "about": "findings-overdue", 
/**
 * How many.
 */
total: number, 
/**
 * The first of them, the longest overdue first.
 */
findings: Array<LateFinding>, } | { "about": "duties-overdue", 
/**
 * Of how many cases.
 */
total: number, 
/**
 * The first of them, the longest overdue first.
 */
cases: Array<LateCase>, } | { "about": "audits-past", 
/**
 * How many.
 */
total: number, 
/**
 * The first of them, the longest past first.
 */
audits: Array<LateAudit>, } | { "about": "readings-overdue", 
/**
 * How many.
 */
total: number, 
/**
 * The first of them, the longest overdue first.
 */
measures: Array<LateMeasure>, } | { "about": "objectives-past", 
/**
 * How many.
 */
total: number, 
/**
 * The first of them, the longest past first.
 */
objectives: Array<LateObjective>, } | { "about": "reviews-past", 
/**
 * How many.
 */
total: number, 
/**
 * The first of them, the longest past first.
 */
reviews: Array<LateReview>, } | { "about": "review-missing", 
/**
 * When the last one was held, where there ever was one.
 */
last: Day | null, } | { "about": "expired", 
/**
 * How many pieces.
 */
total: number, 
/**
 * The first of them, the earliest first.
 */
pieces: Array<ExpiringPiece>, } | { "about": "backup-failed", 
/**
 * When, in UTC (RFC 3339).
 */
at: string, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do next.
 */
hint: string | null, } | { "about": "unproven", 
/**
 * Those.
 */
controls: Array<ControlId>, } | { "about": "expiring", 
/**
 * How many pieces.
 */
total: number, 
/**
 * The first of them, the earliest first.
 */
pieces: Array<ExpiringPiece>, } | { "about": "statement-outdated", 
/**
 * Its version.
 */
version: string, 
/**
 * When it was exported, in UTC (RFC 3339).
 */
at: string, } | { "about": "folder-away", 
/**
 * Its path.
 */
folder: string, 
/**
 * What is the matter.
 */
message: string, 
/**
 * What to do next.
 */
hint: string | null, } | { "about": "folder-unreadable", 
/**
 * Its path.
 */
folder: string, 
/**
 * How many.
 */
places: number, } | { "about": "inbox", 
/**
 * How many.
 */
files: number, } | { "about": "backup-old", 
/**
 * When it was made, in UTC (RFC 3339).
 */
at: string, 
/**
 * Where it is.
 */
file: string, } | { "about": "backup-never" };

export type AuditAddition = { 
/**
 * Why.
 */
why: Prose, 
/**
 * Who added it.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type AuditAnswer = { 
/**
 * The audit.
 */
audit: AuditId, 
/**
 * The clause or the control.
 */
requirement: EvidenceLink, 
/**
 * How it was found; nothing while the auditor only noted something.
 */
verdict: AuditVerdict | null, 
/**
 * What was seen, or why nobody looked.
 */
seen: Prose, 
/**
 * What shows it.
 */
evidence: Array<AuditSeenEvidence>, 
/**
 * Who answered.
 */
by: Line, 
/**
 * When it was looked at.
 */
on: Day, };

export type AuditCancelling = { 
/**
 * Why.
 */
why: Prose, 
/**
 * Who said so.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type AuditCheckLine = { 
/**
 * The clause or the control.
 */
requirement: EvidenceLink, 
/**
 * Who audits it in place of the audit's auditor; empty where nobody does.
 */
auditor: Line, 
/**
 * Why it came onto the checklist after the audit began, where it did.
 */
added: AuditAddition | null, };

export type AuditConclusion = { 
/**
 * What the auditor says of the whole.
 */
text: Prose, 
/**
 * Who concluded it.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type AuditCounts = { 
/**
 * How many there are.
 */
total: number, 
/**
 * How many have an answer.
 */
answered: number, 
/**
 * How many requirements are met.
 */
conforms: number, 
/**
 * How many are not met in a single lapse.
 */
minor: number, 
/**
 * How many are not met gravely.
 */
major: number, 
/**
 * How many could be better.
 */
ofi: number, 
/**
 * How many nobody looked at.
 */
not_looked_at: number, };

export type AuditCoverage = { 
/**
 * The years, the earliest first; the last is this one.
 */
years: Array<AuditCoverageYear>, 
/**
 * How many requirements there are today.
 */
total: number, 
/**
 * How many of them were audited at least once in these years.
 */
audited: number, 
/**
 * The requirements, in the order of the standard.
 */
requirements: Array<AuditCoverageRow>, };

export type AuditCoverageRow = { 
/**
 * The clause or the control.
 */
requirement: EvidenceLink, 
/**
 * Its title.
 */
title: string, 
/**
 * The heading that it stands under; none for a control of the company's own.
 */
heading: string | null, 
/**
 * For each year whether somebody looked at it.
 */
audited: Array<boolean>, };

export type AuditCoverageYear = { 
/**
 * The year.
 */
year: number, 
/**
 * How many of today's requirements somebody looked at.
 */
audited: number, };

export type AuditCriteria = { "choose": "clauses" } | { "choose": "controls" } | { "choose": "risk" } | { "choose": "under", 
/**
 * The number of the heading or the group.
 */
id: string, } | { "choose": "requirement", 
/**
 * Its number.
 */
id: EvidenceTarget, };

export type AuditDetails = { 
/**
 * How far it has come.
 */
stage: AuditStage, 
/**
 * Whether its day has passed: it should have begun, or ended.
 */
overdue: boolean, 
/**
 * How its checklist was answered.
 */
counts: AuditCounts, 
/**
 * Its checklist with what was answered, in the order of the standard.
 */
lines: Array<AuditLine>, 
/**
 * The findings that came from it, the newest first.
 */
findings: Array<FindingRow>, 
/**
 * Its number.
 */
id: AuditId, 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * What of the company it looks at.
 */
scope: Prose, 
/**
 * Who audits, and leads where others audit too.
 */
auditor: Line, 
/**
 * The AI systems whose practice it looks at, each once.
 */
systems: Array<SystemId>, 
/**
 * When it is to begin.
 */
planned_for: Day, 
/**
 * The last day, where it takes more than one.
 */
until: Day | null, 
/**
 * How it is done: talks, samples, screens.
 */
methods: Prose, 
/**
 * What it is audited against, in the order of the standard, each requirement once.
 */
checklist: Array<AuditCheckLine>, 
/**
 * When it began, where it has.
 */
begun: Day | null, 
/**
 * How it was concluded, where it is.
 */
conclusion: AuditConclusion | null, 
/**
 * Why it is not held, where it is not.
 */
cancelled: AuditCancelling | null, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type AuditDue = { 
/**
 * The clause or the control.
 */
requirement: EvidenceLink, 
/**
 * Its title.
 */
title: string, 
/**
 * The heading that it stands under; none for a control of the company's own.
 */
heading: string | null, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * When it was last audited.
 */
last: LastAudited | null, 
/**
 * What makes it due, the weightiest first.
 */
why: Array<AuditDueReason>, 
/**
 * What the reasons weigh together.
 */
weight: number, 
/**
 * The audit that is to look at it, where one is planned or under way.
 */
planned_in: AuditId | null, 
/**
 * Whether it is proposed for the next audit.
 */
proposed: boolean, };

export type AuditDueReason = { "why": "open-major", 
/**
 * Those.
 */
findings: Array<FindingId>, } | { "why": "repeated", 
/**
 * Those.
 */
findings: Array<FindingId>, } | { "why": "never-audited" } | { "why": "long-ago" } | { "why": "open-minor", 
/**
 * Those.
 */
findings: Array<FindingId>, } | { "why": "important" } | { "why": "changed", 
/**
 * When, the last time.
 */
on: Day, } | { "why": "year-ago" };

export type AuditEvidence = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: Line, 
/**
 * The name of the file that was seen; none where the piece was removed.
 */
file: string | null, 
/**
 * Its SHA-256; none where the piece was removed.
 */
sha256: string | null, };

export type AuditFinding = { 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is.
 */
title: Line, 
/**
 * How grave it is.
 */
grade: FindingGrade, 
/**
 * How far it has come.
 */
stage: FindingStage, };

export type AuditId = string;

export type AuditLack = "answer" | "reason" | "seen" | "finding";

export type AuditLine = { 
/**
 * The clause or the control.
 */
requirement: EvidenceLink, 
/**
 * Its title.
 */
title: string, 
/**
 * The heading that it stands under: `4` to `10`, or `A.2` to `A.10`; none for a control of the company's own.
 */
heading: string | null, 
/**
 * What the auditor asks.
 */
question: string, 
/**
 * What an auditor expects to see.
 */
expected: Array<string>, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * Who audits it.
 */
auditor: Line, 
/**
 * What its auditor answers for, where that keeps them from auditing it (clause 9.2.2).
 */
own_work: string | null, 
/**
 * Why it came onto the checklist after the audit began, where it did.
 */
added: AuditAddition | null, 
/**
 * When it was last audited before, where it was.
 */
last: LastAudited | null, 
/**
 * What was answered.
 */
answer: AuditAnswer | null, 
/**
 * What shows that.
 */
evidence: Array<AuditEvidence>, 
/**
 * The findings of this audit about it.
 */
findings: Array<AuditFinding>, 
/**
 * What it lacks before the audit can be reported.
 */
lacks: AuditLack | null, };

export type AuditProgramme = { 
/**
 * The year.
 */
year: number, 
/**
 * Its audits, the first comes first.
 */
audits: Array<AuditRow>, 
/**
 * Every requirement, what is most due first.
 */
requirements: Array<AuditDue>, 
/**
 * How many of them are proposed for the next audit.
 */
proposed: number, };

export type AuditReference = { 
/**
 * Its number.
 */
id: AuditId, };

export type AuditRow = { 
/**
 * Its number.
 */
id: AuditId, 
/**
 * What it is.
 */
title: Line, 
/**
 * Who audits.
 */
auditor: Line, 
/**
 * When it is to begin.
 */
planned_for: Day, 
/**
 * The last day, where it takes more than one.
 */
until: Day | null, 
/**
 * How far it has come.
 */
stage: AuditStage, 
/**
 * When it was concluded, where it is.
 */
reported_on: Day | null, 
/**
 * Whether its day has passed: it should have begun, or ended.
 */
overdue: boolean, 
/**
 * How its checklist was answered.
 */
counts: AuditCounts, 
/**
 * How many findings came from it.
 */
findings: number, };

export type AuditSeenEvidence = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Which version was the newest then.
 */
version: number, };

export type AuditStage = "planned" | "under-way" | "reported" | "cancelled";

export type AuditSummary = { 
/**
 * Its number.
 */
id: AuditId, 
/**
 * What it is.
 */
title: Line, 
/**
 * When it was concluded.
 */
on: Day, 
/**
 * How many requirements somebody looked at.
 */
looked_at: number, 
/**
 * How many were on its checklist and were not looked at.
 */
not_looked_at: number, 
/**
 * How many major nonconformities came from it; what was refused does not count, here and below.
 */
major: number, 
/**
 * How many minor ones.
 */
minor: number, 
/**
 * How many opportunities for improvement.
 */
ofi: number, };

export type AuditVerdict = "conforms" | "minor" | "major" | "ofi" | "not-looked-at";

export type AuditorQuestion = { 
/**
 * About which clause or control, by its number.
 */
about: string, 
/**
 * The question.
 */
question: string, };

export type BackupReport = { 
/**
 * The organisation whose it is.
 */
organisation: string, 
/**
 * When it was made, in UTC (RFC 3339).
 */
made: string, 
/**
 * The Annexe that wrote it.
 */
program: string, 
/**
 * The last entry of its ledger.
 */
head: string, 
/**
 * Whether it is sealed with a passphrase.
 */
sealed: boolean, 
/**
 * How many files of the evidence it holds.
 */
files: number, 
/**
 * How many bytes it unpacks to.
 */
bytes: number, 
/**
 * Files of the evidence that were damaged or missing already when it was made, by their SHA-256.
 */
left_out: Array<string>, };

export type BackupSchedule = { 
/**
 * The folder that they go to.
 */
folder: string, 
/**
 * After how many days the next one is made; from 1 to 90.
 */
days: number, 
/**
 * How many are kept; from 1 to 1,000.
 */
keep: number, };

export type BackupStatus = { 
/**
 * When backups are made by themselves, where they are.
 */
schedule: BackupSchedule | null, 
/**
 * The last good one that this computer made.
 */
last: LastBackup | null, 
/**
 * Why the last try failed, where it came after the last good one.
 */
failed: FailedBackup | null, 
/**
 * Whether one is due by the schedule.
 */
due: boolean, };

export type Beginning = { 
/**
 * The organisation.
 */
organisation: SetOrganisation, 
/**
 * The parts of its scope; they make the text of the scope where the organisation comes without one.
 */
scope?: SetScopeParts, 
/**
 * The first AI systems of the inventory.
 */
systems?: Array<AddSystem>, 
/**
 * Whether the steps of the guide get days up to the organisation's target; they do not where nothing is said.
 */
plan?: boolean, };

export type CalendarDate = { 
/**
 * The day.
 */
day: Day, 
/**
 * The title of that, where it has one.
 */
title: string, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * How it stands today.
 */
state: DateState, } & ({ "about": "target" } | { "about": "context" } | { "about": "clause", 
/**
 * Its number.
 */
id: ClauseId, } | { "about": "control", 
/**
 * Its number.
 */
id: ControlId, } | { "about": "step", 
/**
 * Its name.
 */
id: StepId, } | { "about": "document", 
/**
 * Its number.
 */
id: DocumentId, } | { "about": "case", 
/**
 * Its number.
 */
id: CaseId, } | { "about": "audit", 
/**
 * Its number.
 */
id: AuditId, } | { "about": "review", 
/**
 * Its number.
 */
id: ReviewId, } | { "about": "objective", 
/**
 * Its number.
 */
id: ObjectiveId, } | { "about": "measure", 
/**
 * Its number.
 */
id: MeasureId, } | { "about": "finding", 
/**
 * Its number.
 */
id: FindingId, } | { "about": "effect-check", 
/**
 * The finding's number.
 */
id: FindingId, } | { "about": "action", 
/**
 * Its number.
 */
id: ActionId, } | { "about": "evidence", 
/**
 * Its number.
 */
id: EvidenceId, });

export type CalendarPage = { 
/**
 * The dates, the earliest first.
 */
dates: Array<CalendarDate>, 
/**
 * Whether there are more than were asked for.
 */
more: boolean, };

export type CancelAudit = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * Why.
 */
why: Prose, };

export type CancelReview = { 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * Why.
 */
why: Prose, };

export type Cap = "gate-missing" | "major-open";

export type CaseClosing = { 
/**
 * What came of it.
 */
outcome: Prose, 
/**
 * By whom.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type CaseDetails = { 
/**
 * The duties that it falls under, or may, the one that is due first comes first.
 */
duties: Array<CaseDuty>, 
/**
 * When the duties were last held against the law.
 */
duties_checked_on: Day, 
/**
 * The findings that came from it, the newest first.
 */
findings: Array<FindingRow>, 
/**
 * Its number.
 */
id: CaseId, 
/**
 * What kind it is.
 */
kind: CaseKind, 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * What was reported, or what happened.
 */
what: Prose, 
/**
 * When it happened, where that is known.
 */
occurred_on: Day | null, 
/**
 * Since when the company knows of it; the time of duties runs from here.
 */
known_since: Day, 
/**
 * Who reported it; empty where they gave no name.
 */
reported_by: Line, 
/**
 * Whether they asked that it be kept confidential.
 */
confidential: boolean, 
/**
 * The AI systems that it is about, each once.
 */
systems: Array<SystemId>, 
/**
 * What it did, or may have done, each once.
 */
harms: Array<CaseHarm>, 
/**
 * What shows it.
 */
evidence: Array<EvidenceId>, 
/**
 * Who sees to it.
 */
owner: Line, 
/**
 * What was said of duties, one at most of each.
 */
rulings: Array<CaseRuling>, 
/**
 * Who was told, the first comes first.
 */
told: Array<CaseTold>, 
/**
 * How it was closed, where it is.
 */
closing: CaseClosing | null, 
/**
 * How often and why it was opened again; the first comes first.
 */
reopened: Array<CaseReopening>, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type CaseDuty = { 
/**
 * Its name.
 */
key: DutyKey, 
/**
 * What it asks for.
 */
title: string, 
/**
 * Who is to be told.
 */
whom: string, 
/**
 * What it says, in our words.
 */
meaning: string, 
/**
 * Where it stands.
 */
law: string, 
/**
 * The last day on which somebody can be told in time.
 */
due: Day, 
/**
 * How many days there are until then; less than 0 where it has passed.
 */
days_left: number, 
/**
 * How it stands.
 */
standing: DutyState, 
/**
 * Whether its day has passed and nobody was told.
 */
overdue: boolean, 
/**
 * What was said of it.
 */
ruling: CaseRuling | null, };

export type CaseHarm = "death" | "health" | "rights" | "property" | "infrastructure" | "widespread" | "personal-data";

export type CaseId = string;

export type CaseKind = "concern" | "complaint" | "incident";

export type CaseReference = { 
/**
 * Its number.
 */
id: CaseId, };

export type CaseReopening = { 
/**
 * Why.
 */
why: Prose, 
/**
 * Who did.
 */
by: Line, 
/**
 * When.
 */
on: Day, 
/**
 * How it had been closed.
 */
closing: CaseClosing, };

export type CaseRow = { 
/**
 * Its number.
 */
id: CaseId, 
/**
 * What kind it is.
 */
kind: CaseKind, 
/**
 * What it is.
 */
title: Line, 
/**
 * Since when the company knows of it.
 */
known_since: Day, 
/**
 * Whether it is to be kept confidential.
 */
confidential: boolean, 
/**
 * The AI systems that it is about.
 */
systems: Array<SystemId>, 
/**
 * Who sees to it.
 */
owner: Line, 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * When the next duty is due, where one is open.
 */
next_due: Day | null, 
/**
 * Whether that day has passed.
 */
overdue: boolean, 
/**
 * How many findings came from it.
 */
findings: number, };

export type CaseRuling = { 
/**
 * The duty.
 */
duty: DutyKey, 
/**
 * Whether it applies.
 */
applies: boolean, 
/**
 * Why; always given where it does not.
 */
why: Prose, 
/**
 * Who said so.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type CaseTold = { 
/**
 * Who: an authority, a customer, the provider, the people affected.
 */
whom: Line, 
/**
 * When.
 */
on: Day, 
/**
 * What they were told, or by what letter.
 */
what: Prose, 
/**
 * Which duty that fulfilled, where it did.
 */
duty: DutyKey | null, 
/**
 * Who told them.
 */
by: Line, };

export type Catalogue = { 
/**
 * The standard, such as `ISO/IEC 42001:2023`.
 */
standard: string, 
/**
 * Its edition.
 */
edition: string, 
/**
 * Whether it has been amended.
 */
amendments: string, 
/**
 * When the catalogue was compiled.
 */
compiled: string, 
/**
 * The language of the words.
 */
language: Language, 
/**
 * What the catalogue is not, for the people who read it.
 */
notice: string, 
/**
 * Where the titles come from.
 */
title_rule: string, 
/**
 * What the hints leave to be decided.
 */
applicability_warning: string, 
/**
 * What a row of the crosswalk does not say.
 */
crosswalk_warning: string, 
/**
 * What each level of a hint means.
 */
levels: Record<Level, string>, 
/**
 * What each strength of agreement means.
 */
agreements: Record<Agreement, string>, 
/**
 * The names of the frameworks of the crosswalk.
 */
frameworks: Frameworks, 
/**
 * The places of those frameworks, in their order.
 */
places: Array<FrameworkPlace>, 
/**
 * The sources that the crosswalk and the hints rest on.
 */
sources: Record<string, string>, 
/**
 * Clauses 4 to 10 with their headings, in order.
 */
clauses: Array<Clause>, 
/**
 * The groups of Annex A, in order; A.6 comes before its two parts.
 */
groups: Array<Group>, 
/**
 * The controls of Annex A, in order.
 */
controls: Array<CatalogueControl>, 
/**
 * The objectives of Annex C (C.2), in order.
 */
objectives: Array<AnnexC>, 
/**
 * The risk sources of Annex C (C.3), in order.
 */
risk_sources: Array<AnnexC>, 
/**
 * What Annex D says.
 */
annex_d: AnnexD, };

export type CatalogueControl = { 
/**
 * Its number.
 */
id: ControlNumber, 
/**
 * Its title, as the standard prints it.
 */
title: string, 
/**
 * Its group, such as `A.2` or `A.6.2`.
 */
group: GroupId, 
/**
 * The theme of the work that it belongs to.
 */
theme: WorkTheme, 
/**
 * What it means, in our own words.
 */
meaning: string, 
/**
 * What to do, for a company of 10 to 50 people.
 */
steps: Array<string>, 
/**
 * What an auditor expects to see.
 */
evidence: Array<string>, 
/**
 * What the auditor asks.
 */
auditor_question: string, 
/**
 * What is often missing.
 */
common_gap: string, 
/**
 * Who usually answers for it.
 */
owner_hint: string, 
/**
 * How much work it usually is.
 */
effort_hint: string, 
/**
 * How often it is usually looked at again.
 */
review_cadence: string, 
/**
 * A suggestion for each role that has one, in the order of [`Role::HINTED`].
 */
hints: Array<Hint>, 
/**
 * The clauses that it serves, in order.
 */
clauses: Array<ClauseId>, 
/**
 * The objectives of Annex C that it serves, in order.
 */
objectives: Array<AnnexCId>, 
/**
 * The risk sources of Annex C that it treats, in order.
 */
risk_sources: Array<AnnexCId>, 
/**
 * What is related elsewhere.
 */
crosswalk: Crosswalk, };

export type CauseBranch = { 
/**
 * The kind.
 */
kind: CauseKind, 
/**
 * What may have led to it.
 */
causes: Array<Line>, };

export type CauseKind = "people" | "method" | "model" | "data" | "measurement" | "environment";

export type CauseMethod = "five-whys" | "fishbone" | "text";

export type ChangedIssue = { 
/**
 * Its number.
 */
id: ContextIssueId, 
/**
 * Where it lies.
 */
side: Side, 
/**
 * What it is about, or was.
 */
topic: Line, 
/**
 * How it differs.
 */
how: ReviewChangeKind, };

export type ChangedParty = { 
/**
 * Its number.
 */
id: InterestedPartyId, 
/**
 * Who they are, or were.
 */
name: Line, 
/**
 * How it differs.
 */
how: ReviewChangeKind, };

export type Check = { 
/**
 * Which, by its name: `database`, `references`, `schema`, `ledger`, `records`, `vault` or `evidence`.
 */
check: string, 
/**
 * Whether it is as it should be.
 */
passed: boolean, 
/**
 * What is not, each with its table and row.
 */
faults: Array<string>, };

export type CheckFinding = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * Who looked.
 */
by: Line, 
/**
 * How it ended.
 */
result: CheckResult, 
/**
 * What was seen.
 */
note?: Prose, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type CheckResult = "effective" | "partly" | "not";

export type Clause = { 
/**
 * Its number.
 */
id: ClauseId, 
/**
 * Its title, as the standard prints it.
 */
title: string, 
/**
 * The heading over it.
 */
parent: ClauseId | null, 
/**
 * The theme of the work that it belongs to.
 */
theme: WorkTheme, 
/**
 * Whether a company can be assessed against it; a heading can't.
 */
assessable: boolean, 
/**
 * What it asks for, in our own words.
 */
requirement: string, 
/**
 * The documents and records that it asks for or that practice expects.
 */
documented_information: Array<string>, 
/**
 * Which of the two; none for a heading.
 */
documented_information_status: DocumentedInformation | null, 
/**
 * What an auditor expects to see.
 */
evidence: Array<string>, 
/**
 * What to do, for a company of 10 to 50 people.
 */
steps: Array<string>, 
/**
 * What the auditor asks.
 */
auditor_question: string, 
/**
 * What is often missing.
 */
common_gap: string, 
/**
 * The controls that carry most of it, in order. Each of them names the clause in turn;
 * [`Catalogue::controls_of_clause`](super::Catalogue::controls_of_clause) finds all that do.
 */
controls: Array<ControlNumber>, 
/**
 * What is related elsewhere.
 */
crosswalk: Crosswalk, };

export type ClauseFigure = { 
/**
 * The heading's number, `4` to `10`.
 */
clause: ClauseId, 
/**
 * Its title.
 */
title: string, 
/**
 * How ready, in per cent.
 */
percent: Percent, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many are not met, and under way.
 */
under_way: number, 
/**
 * How many there are; those that are left out are not among them.
 */
total: number, };

export type ClauseId = string;

export type ClauseReference = { 
/**
 * Its number.
 */
id: ClauseId, };

export type Climate = { "answer": "not-answered" } | { "answer": "relevant", 
/**
 * Why.
 */
reason: Prose, } | { "answer": "not-relevant", 
/**
 * Why not.
 */
reason: Prose, };

export type CloseCase = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * What came of it.
 */
outcome: Prose, 
/**
 * Who closes it; whoever records it where it is left out.
 */
by?: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type CloseFinding = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * Who closes it.
 */
by: Line, };

export type Companion = { 
/**
 * The standard, such as `ISO 9001`.
 */
reference: string, 
/**
 * What it is about.
 */
subject: string, };

export type Competence = { 
/**
 * What the task asks.
 */
needed: Line, 
/**
 * How far they have it.
 */
held: Held, 
/**
 * What is done about the gap, by when.
 */
action: Line, 
/**
 * What shows that they have it.
 */
proof: EvidenceId | null, };

export type ComposedScope = { 
/**
 * The text.
 */
text: Prose, };

export type ConcludeAudit = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * What the auditor says of the whole.
 */
text: Prose, 
/**
 * Who concludes it; its auditor where it is left out.
 */
by?: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type Confidentiality = "public" | "internal" | "confidential" | "restricted";

export type ContainFinding = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * What stopped the harm.
 */
text: Prose, 
/**
 * How the case itself was put right.
 */
correction?: Prose, 
/**
 * Who did it; whoever records it where it is left out.
 */
by?: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type Containment = { 
/**
 * What stopped the harm.
 */
text: Prose, 
/**
 * How the case itself was put right.
 */
correction: Prose, 
/**
 * Who did it.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type ContextIssue = { 
/**
 * Its number.
 */
id: ContextIssueId, 
/**
 * Where it lies.
 */
side: Side, 
/**
 * What it is about.
 */
topic: Line, 
/**
 * What it means for our AI.
 */
meaning: Prose, 
/**
 * What we do about it.
 */
response: Prose, 
/**
 * When somebody last looked at it.
 */
reviewed: Day | null, };

export type ContextIssueId = string;

export type ContextIssueReference = { 
/**
 * Its number.
 */
id: ContextIssueId, };

export type Control = { 
/**
 * Its number.
 */
id: ControlId, 
/**
 * Its title.
 */
title: string, 
/**
 * How far it is done.
 */
status: Status, 
/**
 * The day by which it is to be done.
 */
target: Day | null, 
/**
 * How it is done here.
 */
how: Prose, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * Notes, which no document shows.
 */
notes: Prose, 
/**
 * How many pieces of evidence are linked to it.
 */
evidence: number, } & ({ "decision": "undecided" } | { "decision": "applicable", 
/**
 * Why: one or more, in their order and each once.
 */
reasons: Array<Reason>, 
/**
 * The reasons in the company's own words.
 */
justification: Prose, } | { "decision": "excluded", 
/**
 * Why not.
 */
ground: Ground, 
/**
 * The ground in the company's own words.
 */
justification: Prose, }) & ({ "origin": "annex-a", 
/**
 * Its group, such as `A.6.2`.
 */
group: string, } | { "origin": "own", 
/**
 * That source.
 */
source: Line, });

export type ControlId = string;

export type ControlNumber = string;

export type ControlReference = { 
/**
 * Its number.
 */
id: ControlId, };

export type ControlStanding = { 
/**
 * Its number.
 */
id: ControlId, 
/**
 * How it stands.
 */
standing: Standing, };

export type ControlledDocument = { 
/**
 * Its number in the workspace.
 */
id: DocumentId, 
/**
 * Its title.
 */
title: Line, 
/**
 * The draft that it began with; nothing where the company brought its own.
 */
draft: DraftKey | null, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * The number under which the company keeps it, where that is another.
 */
number: Line, 
/**
 * The version that is being worked on, or that is approved.
 */
version: Line, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * Who approves it.
 */
approver: Line, 
/**
 * How far that version is.
 */
state: DocumentState, 
/**
 * When it is looked at again.
 */
next_review: Day | null, 
/**
 * What is new in the version that is being worked on.
 */
changes: Prose, 
/**
 * Where the file is that people work on.
 */
working_file: Line, 
/**
 * The clauses and controls that it serves, in order and each once.
 */
links: Array<EvidenceLink>, 
/**
 * What was decided in the draft, by the name of each decision.
 */
answers: { [key in string]: Prose }, 
/**
 * What was approved, the oldest first; all but the last are superseded.
 */
approvals: Array<DocumentApproval>, 
/**
 * The piece of evidence that holds what was approved.
 */
evidence: EvidenceId | null, 
/**
 * When it was withdrawn, and why.
 */
withdrawn: DocumentWithdrawal | null, };

export type Countdown = { 
/**
 * The day by which.
 */
target: Day, 
/**
 * How many days are left; below zero once it has passed.
 */
days: number, };

export type Coverage = "in-place" | "unproven" | "under-way" | "open" | "excluded";

export type Covered = { 
/**
 * All that relate to it.
 */
related: number, 
/**
 * Those that are said to be done, and evidence that holds shows it.
 */
in_place: number, 
/**
 * Those that are said to be done, and no evidence that holds shows it.
 */
unproven: number, 
/**
 * Those that are planned or in progress.
 */
under_way: number, 
/**
 * Those of which nothing is done yet, or about which nobody has decided.
 */
open: number, 
/**
 * Those that are excluded.
 */
excluded: number, };

export type CreateWorkspace = { 
/**
 * A folder that is empty or does not exist.
 */
folder: string, 
/**
 * The organisation whose AI management system it will hold.
 */
organisation: SetOrganisation, 
/**
 * The parts of its scope; they make the text of the scope where the organisation comes without one.
 */
scope?: SetScopeParts, 
/**
 * The first AI systems of the inventory.
 */
systems?: Array<AddSystem>, 
/**
 * Whether the steps of the guide get days up to the organisation's target; they do not where nothing is said.
 */
plan?: boolean, };

export type Crosswalk = { 
/**
 * The articles of the EU AI Act.
 */
eu_ai_act: Array<Related>, 
/**
 * The subcategories of the NIST AI RMF.
 */
nist_ai_rmf: Array<Related>, 
/**
 * The clauses of ISO/IEC 27001:2022 and the controls of its Annex A.
 */
iso_27001: Array<Related>, 
/**
 * What to know before leaning on a row.
 */
note: string | null, };

export type DamagedFile = { 
/**
 * The SHA-256 that it should have.
 */
sha256: string, 
/**
 * What is the matter with it.
 */
condition: FileCondition, 
/**
 * The evidence that it belongs to.
 */
pieces: Array<DamagedPiece>, };

export type DamagedPiece = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: string, 
/**
 * Which of its versions.
 */
version: number, 
/**
 * The name that the file had.
 */
name: string, 
/**
 * What it proves something about.
 */
links: Array<EvidenceLink>, };

export type DateState = "due" | "overdue" | "done";

export type Day = string;

export type DecideControls = { 
/**
 * The controls by their numbers.
 */
controls: Array<ControlId>, 
/**
 * The decision.
 */
decision: DecisionKind, 
/**
 * Why they apply; with `applicable`.
 */
reasons?: Array<Reason>, 
/**
 * Why they do not; with `excluded`.
 */
ground?: Ground, 
/**
 * The reason or ground in the company's own words.
 */
justification?: Prose, };

export type DecideDocument = { 
/**
 * The document.
 */
id: DocumentId, 
/**
 * The decision by its name.
 */
decision: string, 
/**
 * What was decided, as it is to stand in the document; null or nothing opens the decision again.
 */
answer: Prose | null, };

export type DecideInReview = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * What it is about.
 */
about: ReviewDecisionAbout, 
/**
 * What was decided.
 */
text: Prose, };

export type DecisionKind = "undecided" | "applicable" | "excluded";

export type DocumentApproval = { 
/**
 * The version.
 */
version: Line, 
/**
 * Who approved it.
 */
by: Line, 
/**
 * When.
 */
on: Day, 
/**
 * When it was to be looked at again.
 */
next_review: Day, 
/**
 * What was new in it.
 */
changes: Prose, 
/**
 * The piece of evidence that holds it.
 */
evidence: EvidenceId, 
/**
 * The version of that piece.
 */
file: number, 
/**
 * Why the owner approved it alone, where that is so.
 */
alone: Prose, };

export type DocumentDetails = { 
/**
 * The document.
 */
document: ControlledDocument, 
/**
 * Whether it is to be looked at again.
 */
review: ReviewDue, 
/**
 * What its draft leaves open with what the workspace knows today.
 */
decisions: Array<DraftDecision>, 
/**
 * How many months usually pass before its next review.
 */
review_months: number, };

export type DocumentId = string;

export type DocumentReference = { 
/**
 * Its number.
 */
id: DocumentId, };

export type DocumentRow = { 
/**
 * The document.
 */
document: ControlledDocument, 
/**
 * Whether it is to be looked at again.
 */
review: ReviewDue, 
/**
 * How many decisions its draft leaves open with what the workspace knows today.
 */
open: number, };

export type DocumentState = "draft" | "in-review" | "approved" | "withdrawn";

export type DocumentWithdrawal = { 
/**
 * When.
 */
on: Day, 
/**
 * Why.
 */
why: Prose, };

export type DocumentedInformation = "required" | "expected-in-practice";

export type DoneBy = "hand" | "work";

export type DoneEntry = { 
/**
 * Its name within the step.
 */
id: TickId, 
/**
 * What it is.
 */
text: string, 
/**
 * Who says that it is done.
 */
by: DoneBy, 
/**
 * Whether it is.
 */
met: boolean, 
/**
 * How much of it is done, where it is more than one thing.
 */
have: number | null, 
/**
 * Out of how much.
 */
need: number | null, 
/**
 * What shows it, where it is met; else where it can be done.
 */
places: Array<GuidePlace>, };

export type DraftDecision = { 
/**
 * Its number in the document, from 1.
 */
number: number, 
/**
 * The name by which an answer names it.
 */
key: string, 
/**
 * What is to be decided.
 */
question: string, 
/**
 * What we propose, as it would stand in the document.
 */
proposal: string, 
/**
 * Where it is answered.
 */
at: AnsweredAt, };

export type DraftFormat = "docx" | "pdf";

export type DraftKey = "ai-policy" | "aims-scope" | "roles-and-responsibilities" | "ai-risk-method" | "impact-assessment-procedure" | "acceptable-use" | "reporting-of-concerns" | "supplier-questionnaire" | "data-governance" | "incident-communication" | "objectives-plan" | "training-plan" | "document-control" | "audit-programme" | "management-review-agenda" | "corrective-action-procedure";

export type DraftPreview = { 
/**
 * The PDF in Base64.
 */
pdf: string, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * What is left to decide in it.
 */
decisions: Array<DraftDecision>, 
/**
 * What its reader should know.
 */
warnings: Array<Warning>, };

export type DraftQuestion = { 
/**
 * The name of the decision.
 */
key: string, 
/**
 * What is to be decided.
 */
question: string, };

export type DraftReference = { 
/**
 * Its name.
 */
draft: DraftKey, };

export type DraftSummary = { 
/**
 * Its name.
 */
key: DraftKey, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * The clauses and controls that it serves.
 */
links: Array<EvidenceLink>, 
/**
 * Who usually approves it.
 */
approver: UsualApprover, 
/**
 * How many months usually pass before its next review.
 */
review_months: number, 
/**
 * What is left to decide with what the workspace knows today.
 */
decisions: Array<DraftDecision>, 
/**
 * What it leaves to its reader, answered or not.
 */
asks: Array<DraftQuestion>, 
/**
 * The controlled document that it has become.
 */
document: DocumentId | null, 
/**
 * How far that is.
 */
state: DocumentState | null, };

export type DueChange = { 
/**
 * The date before.
 */
from: Day, 
/**
 * The date after.
 */
to: Day, 
/**
 * Why.
 */
why: Prose, 
/**
 * Who moved it.
 */
by: Line, 
/**
 * When, in UTC (RFC 3339).
 */
at: string, };

export type DueDates = { 
/**
 * How many.
 */
total: number, 
/**
 * The first of them.
 */
first: Array<CalendarDate>, };

export type DutyKey = string;

export type DutyState = { "state": "undecided" } | { "state": "open" } | { "state": "told", 
/**
 * When.
 */
on: Day, 
/**
 * Whether that was in time.
 */
in_time: boolean, } | { "state": "ruled-out" };

export type EditControl = { 
/**
 * Its number.
 */
id: ControlId, 
/**
 * Its title.
 */
title?: Line, 
/**
 * Where it comes from.
 */
source?: Line, };

export type EvaluateObjective = { 
/**
 * Its number.
 */
id: ObjectiveId, 
/**
 * Whether it was reached.
 */
reached: boolean, 
/**
 * What came of it, and what follows.
 */
text: Prose, 
/**
 * Who judges; whoever records it where it is left out.
 */
by?: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type Evidence = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: Line, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * What it proves, in the company's own words.
 */
proves: Prose, 
/**
 * From when it holds.
 */
effective: Day | null, 
/**
 * When it was collected.
 */
collected: Day | null, 
/**
 * Until when it holds, or by when it is looked at again.
 */
expires: Day | null, 
/**
 * Who may see it.
 */
confidentiality: Confidentiality, 
/**
 * Where it comes from: a system, a person's role, a supplier.
 */
source: Line, 
/**
 * Notes, which no document shows.
 */
notes: Prose, 
/**
 * Words to find it by, in their order and each once.
 */
tags: Array<Line>, 
/**
 * What it proves something about, in order and each once.
 */
links: Array<EvidenceLink>, 
/**
 * Its files, the oldest first; at least one.
 */
versions: Array<EvidenceVersion>, };

export type EvidenceCopy = { 
/**
 * Its path.
 */
file: string, };

export type EvidenceDetails = { 
/**
 * Whether it still holds.
 */
state: EvidenceState, 
/**
 * The statements that rest on it, the newest first, each with the version that it used.
 */
used: Array<EvidenceUse>, 
/**
 * The findings, actions and answers of audits that it is the evidence of, in order.
 */
shows: Array<EvidenceShows>, 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: Line, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * What it proves, in the company's own words.
 */
proves: Prose, 
/**
 * From when it holds.
 */
effective: Day | null, 
/**
 * When it was collected.
 */
collected: Day | null, 
/**
 * Until when it holds, or by when it is looked at again.
 */
expires: Day | null, 
/**
 * Who may see it.
 */
confidentiality: Confidentiality, 
/**
 * Where it comes from: a system, a person's role, a supplier.
 */
source: Line, 
/**
 * Notes, which no document shows.
 */
notes: Prose, 
/**
 * Words to find it by, in their order and each once.
 */
tags: Array<Line>, 
/**
 * What it proves something about, in order and each once.
 */
links: Array<EvidenceLink>, 
/**
 * Its files, the oldest first; at least one.
 */
versions: Array<EvidenceVersion>, };

export type EvidenceId = string;

export type EvidenceKind = "policy" | "procedure" | "record" | "minutes" | "report" | "contract" | "training" | "test-result" | "log" | "screenshot" | "other";

export type EvidenceLink = { "to": "clause", "id": ClauseId } | { "to": "control", "id": ControlId } | { "to": "system", "id": SystemId };

export type EvidenceOrigin = { 
/**
 * The watched folder.
 */
folder: string, 
/**
 * The path in it, in the lossless form of `annexe_watch::RelativePath`.
 */
path: string, 
/**
 * When it was last written then, in nanoseconds since 1970.
 */
modified: string, 
/**
 * Which file it was on this computer, where the system tells.
 */
file_id?: string | null, };

export type EvidencePage = { 
/**
 * How many pieces there are on all pages.
 */
total: number, 
/**
 * How many pieces the workspace has.
 */
all: number, 
/**
 * How many newest files have not been read for their words yet; they are found by everything else.
 */
unread: number, 
/**
 * The pieces.
 */
rows: Array<EvidenceRow>, };

export type EvidencePreview = { "as": "picture", 
/**
 * Its media type, such as `image/png`.
 */
media_type: string, 
/**
 * Its bytes in Base64.
 */
bytes: string, } | { "as": "pdf", 
/**
 * Its bytes in Base64.
 */
bytes: string, } | { "as": "text", 
/**
 * The text.
 */
text: string, 
/**
 * Whether that is all of it.
 */
complete: boolean, } | { "as": "nothing", 
/**
 * Why not.
 */
because: NoPreview, };

export type EvidenceReading = { 
/**
 * How many files were read.
 */
read: number, 
/**
 * How many are left, because it was stopped.
 */
left: number, };

export type EvidenceReference = { 
/**
 * Its number.
 */
id: EvidenceId, };

export type EvidenceRow = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: Line, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * Whether it still holds.
 */
state: EvidenceState, 
/**
 * From when it holds.
 */
effective: Day | null, 
/**
 * When it was collected.
 */
collected: Day | null, 
/**
 * Until when it holds.
 */
expires: Day | null, 
/**
 * Who may see it.
 */
confidentiality: Confidentiality, 
/**
 * Words to find it by.
 */
tags: Array<Line>, 
/**
 * What it proves something about.
 */
links: Array<EvidenceLink>, 
/**
 * How many versions it has.
 */
versions: number, 
/**
 * Its newest file.
 */
file: EvidenceVersion | null, };

export type EvidenceShows = { "what": "finding", 
/**
 * The finding.
 */
id: FindingId, 
/**
 * What it is.
 */
title: Line, } | { "what": "action", 
/**
 * The action.
 */
id: ActionId, 
/**
 * What was to be done.
 */
text: Prose, 
/**
 * The finding that it answers.
 */
finding: FindingId | null, } | { "what": "audit", 
/**
 * The audit.
 */
id: AuditId, 
/**
 * What it is.
 */
title: Line, 
/**
 * The requirement.
 */
requirement: EvidenceLink, };

export type EvidenceState = "current" | "expires-soon" | "expired" | "not-yet";

export type EvidenceTarget = string;

export type EvidenceUse = { 
/**
 * The statement.
 */
soa: SoaIssue, 
/**
 * The version of the piece that it used.
 */
version: number, };

export type EvidenceUsed = { 
/**
 * The piece.
 */
id: EvidenceId, 
/**
 * The version that was the newest then.
 */
version: number, 
/**
 * The SHA-256 of its bytes.
 */
sha256: string, };

export type EvidenceVersion = { 
/**
 * Its number, from 1.
 */
version: number, 
/**
 * The SHA-256 of its bytes.
 */
sha256: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * The name it had.
 */
name: FileName, 
/**
 * What it is by name and first bytes, such as `pdf` or `word-document`.
 */
format: string, 
/**
 * When it was added, in UTC (RFC 3339).
 */
added: string, 
/**
 * Who added it, as the system names them.
 */
by: string, 
/**
 * What is new in it.
 */
comment: Line, 
/**
 * Where it was, where it was taken from a watched folder: the folder, and the path in it.
 */
origin?: EvidenceOrigin | null, };

export type ExpiringPiece = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: string, 
/**
 * The last day on which it holds.
 */
expires: Day, 
/**
 * How many days are left; below zero where it holds no more.
 */
days: number, };

export type ExplainFinding = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * The cause; where it is left out, the last answer of `whys`.
 */
text?: Prose, 
/**
 * Which kind it is of.
 */
kind?: CauseKind, 
/**
 * The answers to “why?”, in order.
 */
whys?: Array<Line>, 
/**
 * What may have led to it, by kind.
 */
branches?: Array<CauseBranch>, };

export type ExportAudit = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * The file.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is where nothing is said.
 */
replace?: boolean, };

export type ExportCalendar = { 
/**
 * The file, best named `….ics`.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is where nothing is said.
 */
replace?: boolean, };

export type ExportEvidence = { 
/**
 * The piece by its number.
 */
id: EvidenceId, 
/**
 * The version; the newest where nothing is said.
 */
version?: number, 
/**
 * The file.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is not where nothing is said.
 */
replace?: boolean, };

export type ExportFindings = { 
/**
 * The file.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is where nothing is said.
 */
replace?: boolean, };

export type ExportGapReport = { 
/**
 * The file.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is where nothing is said.
 */
replace?: boolean, };

export type ExportMinutes = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The file.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is where nothing is said.
 */
replace?: boolean, };

export type ExportSoa = { 
/**
 * In which form.
 */
format: Format, 
/**
 * The file.
 */
file: string, 
/**
 * Whether a file of that name is replaced; it is where nothing is said.
 */
replace?: boolean, };

export type Exported = { 
/**
 * Where it is.
 */
file: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * Its SHA-256.
 */
sha256: string, 
/**
 * What its reader should know.
 */
warnings: Array<Warning>, };

export type ExportedEvidence = { 
/**
 * Where it is.
 */
file: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * Its SHA-256, which is that of the file that was added.
 */
sha256: string, };

export type ExtendAudit = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * The requirements, by their numbers.
 */
requirements: Array<EvidenceTarget>, 
/**
 * Why.
 */
why: Prose, };

export type FailedBackup = { 
/**
 * When it was tried, in UTC (RFC 3339).
 */
at: string, 
/**
 * What happened.
 */
message: string, 
/**
 * What to do next.
 */
hint: string | null, };

export type Failure = { 
/**
 * The name by which a program recognises it, in kebab case.
 */
code: string, 
/**
 * What happened, in the user's words, without a full stop.
 */
message: string, 
/**
 * What to do next.
 */
hint: string | null, 
/**
 * The argument that was wrong.
 */
field: string | null, };

export type FeedbackFigures = { 
/**
 * Of each kind.
 */
kinds: Array<ReviewCaseFigures>, 
/**
 * Of how many cases somebody should have been told by now.
 */
duties_overdue: number, };

export type FieldChange = { 
/**
 * What kind of record.
 */
record: RecordKind, 
/**
 * Which one.
 */
id: string, 
/**
 * Which field.
 */
field: string, 
/**
 * Its value before; null where there was none.
 */
before: unknown, 
/**
 * Its value after; null where there is none.
 */
after: unknown, };

export type Figure = string;

export type FileCondition = "missing" | "damaged" | "unreadable";

export type FileName = string;

export type FindingCause = { 
/**
 * How it was looked for.
 */
method: CauseMethod, 
/**
 * The cause that was found.
 */
text: Prose, 
/**
 * Which kind it is of.
 */
kind: CauseKind | null, 
/**
 * The answers to “why?”, in order.
 */
whys: Array<Line>, 
/**
 * What may have led to it, by kind, each kind once.
 */
branches: Array<CauseBranch>, };

export type FindingCheck = { 
/**
 * In which round.
 */
round: number, 
/**
 * What had to be so.
 */
criterion: Prose, 
/**
 * Who looked: nobody who carried out an action of the round.
 */
by: Line, 
/**
 * When.
 */
on: Day, 
/**
 * How it ended.
 */
result: CheckResult, 
/**
 * What was seen.
 */
note: Prose, };

export type FindingClosing = { 
/**
 * By whom.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type FindingCriterion = { 
/**
 * What must be so.
 */
text: Prose, 
/**
 * When to look.
 */
check_on: Day, };

export type FindingDetails = { 
/**
 * How far it has come.
 */
stage: FindingStage, 
/**
 * What it needs to be closed, in order.
 */
needs: Array<FindingNeed>, 
/**
 * What the record is called that it comes from.
 */
came_from: Line | null, 
/**
 * Its road, stage by stage.
 */
road: Array<FindingStep>, 
/**
 * Its actions of every round.
 */
actions: Array<ActionRow>, 
/**
 * Whether its date has passed, and it is open.
 */
overdue: boolean, 
/**
 * An earlier nonconformity against the same requirement, found up to a year before.
 */
repeats: FindingId | null, 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * How grave it is.
 */
grade: FindingGrade, 
/**
 * What kind of thing it comes from.
 */
source: FindingSource, 
/**
 * Which record it comes from, where it comes from one.
 */
origin: FindingOrigin | null, 
/**
 * When it was found.
 */
found_on: Day, 
/**
 * Who found it.
 */
found_by: Line, 
/**
 * Which requirements it is about, each once.
 */
requirements: Array<EvidenceLink>, 
/**
 * What was found.
 */
found: Prose, 
/**
 * What shows it.
 */
evidence: Array<EvidenceId>, 
/**
 * What it does to people, society and the business.
 */
effect: Prose, 
/**
 * Who sees to it.
 */
owner: Line, 
/**
 * By when it is to be closed.
 */
due: Day, 
/**
 * How that was moved, and why; the first comes first.
 */
due_changes: Array<DueChange>, 
/**
 * What was done at once.
 */
containment: Containment | null, 
/**
 * What a look for similar cases showed; empty before.
 */
similar: Prose, 
/**
 * Why it came about.
 */
cause: FindingCause | null, 
/**
 * Who approved the planned actions; an auditor asks for it where the finding is major.
 */
plan_approval: PlanApproval | null, 
/**
 * By what it will be seen that the actions work.
 */
criterion: FindingCriterion | null, 
/**
 * Which round it is in, from 1: another begins where a check fails and where it is reopened.
 */
round: number, 
/**
 * The checks of the effect, the first comes first.
 */
checks: Array<FindingCheck>, 
/**
 * When it was closed, where it is.
 */
closing: FindingClosing | null, 
/**
 * Why it is none, where it was refused.
 */
refusal: FindingRefusal | null, 
/**
 * How often and why it was reopened; the first comes first.
 */
reopened: Array<FindingReopening>, 
/**
 * What else is to be brought up to date.
 */
follow_ups: Array<FollowUp>, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type FindingGrade = "major" | "minor" | "ofi";

export type FindingId = string;

export type FindingNeed = "containment" | "similar-cases" | "cause" | "action" | "criterion" | "actions-done" | "effective-check" | "closing";

export type FindingOrigin = { "from": "measure", 
/**
 * Its number.
 */
id: MeasureId, } | { "from": "case", 
/**
 * Its number.
 */
id: CaseId, } | { "from": "audit", 
/**
 * Its number.
 */
id: AuditId, };

export type FindingReference = { 
/**
 * Its number.
 */
id: FindingId, };

export type FindingRefusal = { 
/**
 * Why.
 */
why: Prose, 
/**
 * Who said so.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type FindingReopening = { 
/**
 * Why.
 */
why: Prose, 
/**
 * Who did.
 */
by: Line, 
/**
 * When.
 */
on: Day, 
/**
 * How it had been closed, where it had.
 */
closing: FindingClosing | null, 
/**
 * Why it had been refused, where it had.
 */
refusal: FindingRefusal | null, };

export type FindingRow = { 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is, in a line.
 */
title: Line, 
/**
 * How grave it is.
 */
grade: FindingGrade, 
/**
 * Where it comes from.
 */
source: FindingSource, 
/**
 * When it was found.
 */
found_on: Day, 
/**
 * Which requirements it is about.
 */
requirements: Array<EvidenceLink>, 
/**
 * Who sees to it.
 */
owner: Line, 
/**
 * By when it is to be closed.
 */
due: Day, 
/**
 * Whether that day has passed, and it is open.
 */
overdue: boolean, 
/**
 * How far it has come.
 */
stage: FindingStage, 
/**
 * How many actions count now, and how many of them are open.
 */
actions: number, 
/**
 * How many of them are not done.
 */
open_actions: number, 
/**
 * How many of them are overdue.
 */
overdue_actions: number, 
/**
 * How often it was reopened.
 */
reopened: number, };

export type FindingSource = "internal-audit" | "external-audit" | "management-review" | "incident" | "complaint" | "concern" | "monitoring" | "supplier" | "self-assessment";

export type FindingStage = "reported" | "contained" | "cause-found" | "action-planned" | "action-done" | "effect-checked" | "closed" | "refused";

export type FindingStep = { 
/**
 * Which.
 */
stage: FindingStage, 
/**
 * Whether it is reached.
 */
state: FindingStepState, 
/**
 * What it needs and is there, in order.
 */
met: Array<FindingNeed>, 
/**
 * What it needs and is not there yet, in order.
 */
open: Array<FindingNeed>, 
/**
 * When it was reached, where that is known.
 */
on: Day | null, 
/**
 * By when it is to be reached, where it is not.
 */
due: Day | null, };

export type FindingStepState = "done" | "now" | "shut";

export type FindingsLog = { 
/**
 * Where it is.
 */
file: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * How many pages it has, where it has pages.
 */
pages: number | null, 
/**
 * How many findings it tells of.
 */
findings: number, 
/**
 * Its SHA-256.
 */
sha256: string, 
/**
 * What its reader should know.
 */
warnings: Array<Warning>, };

export type FinishAction = { 
/**
 * Its number.
 */
id: ActionId, 
/**
 * What shows it; at least one piece of evidence.
 */
proof: Array<EvidenceId>, 
/**
 * When; today where it is left out.
 */
on?: Day, 
/**
 * What was done, where it differs from what was planned.
 */
note?: Prose, };

export type FirstMeasure = { 
/**
 * What is measured.
 */
what: Line, 
/**
 * In what it is counted.
 */
unit?: Line, 
/**
 * What is wanted.
 */
goal: MeasureGoal, };

export type FolderReference = { 
/**
 * Its path.
 */
folder: string, };

export type FolderState = { 
/**
 * Its path.
 */
folder: string, 
/**
 * Whether it was looked through since the workspace was opened.
 */
scanned: boolean, 
/**
 * How many files are in it.
 */
files: number, 
/**
 * How many of them still change, and are looked at again.
 */
moving: number, 
/**
 * Why it could not be looked through; what was known of it stays.
 */
problem: string | null, 
/**
 * What to do about that.
 */
hint: string | null, 
/**
 * How changes in it are heard of; nothing where nobody listens.
 */
hearing: Hearing | null, 
/**
 * Why the system does not report every change in it.
 */
trouble: string | null, 
/**
 * What to do about that.
 */
trouble_hint: string | null, 
/**
 * Places in it that could not be read.
 */
unreadable: Array<Unreadable>, };

export type FollowUp = { 
/**
 * What.
 */
what: FollowUpKind, 
/**
 * In words.
 */
note: Line, 
/**
 * When it was done, where it is.
 */
done_on?: Day | null, };

export type FollowUpFinding = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * All of it, in place of what was there.
 */
follow_ups: Array<FollowUp>, };

export type FollowUpKind = "statement" | "risk" | "document" | "system";

export type Format = "pdf";

export type Framework = "eu-ai-act" | "nist-ai-rmf" | "iso-27001";

export type FrameworkOverview = { 
/**
 * The framework.
 */
framework: Framework, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether the organisation already runs it, so that work can be shared (Annex D).
 */
held: boolean, 
/**
 * Its places, in their order.
 */
places: Array<FrameworkPlaceRow>, };

export type FrameworkPlace = { 
/**
 * The framework.
 */
framework: Framework, 
/**
 * The place, such as `Art. 9`, `GOVERN 1.1` or `A.5.1`.
 */
reference: string, 
/**
 * What it is called; for the NIST AI RMF a label in our own words.
 */
title: string, 
/**
 * The clauses that answer most of it, in order; none where no source says.
 */
main_clauses: Array<ClauseId>, 
/**
 * The controls that answer most of it, in order; none where no source says.
 */
main_controls: Array<ControlNumber>, 
/**
 * The sources that say so.
 */
sources: Array<SourceKey>, 
/**
 * What ISO/IEC 42001 leaves open of it, in our own words; nothing where no source says.
 */
leaves_open: string | null, };

export type FrameworkPlaceReference = { 
/**
 * The place, such as `Art. 9`, `GOVERN 1.1` or `A.5.1`, however it is spaced and capitalised.
 */
reference: string, };

export type FrameworkPlaceRow = { 
/**
 * The place.
 */
reference: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * How many requirements relate to it, and how they stand.
 */
covered: Covered, 
/**
 * Whether the sources say what ISO/IEC 42001 leaves open of it.
 */
leaves_open: boolean, };

export type FrameworkView = { 
/**
 * The framework.
 */
framework: Framework, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether the organisation already runs it, so that work can be shared (Annex D).
 */
held: boolean, 
/**
 * The place.
 */
reference: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * How many requirements relate to it, and how they stand.
 */
covered: Covered, 
/**
 * What relates to it: first what answers most of it, then by how strongly the sources agree.
 */
related: Array<RelatedRequirement>, 
/**
 * What ISO/IEC 42001 leaves open of it; nothing where no source says.
 */
leaves_open: string | null, 
/**
 * The sources that say what answers most of it and what stays open.
 */
sources: Array<SourceKey>, };

export type Frameworks = { 
/**
 * The EU AI Act.
 */
eu_ai_act: string, 
/**
 * The NIST AI RMF.
 */
nist_ai_rmf: string, 
/**
 * ISO/IEC 27001.
 */
iso_27001: string, };

export type FrozenReview = { 
/**
 * The inputs.
 */
inputs: ReviewInputs, 
/**
 * The actions that its decisions had become.
 */
actions: Array<ReviewedAction>, 
/**
 * What the organisation was called.
 */
organisation: Line, };

export type GateLack = { "lacks": "scope-text" } | { "lacks": "evidence", 
/**
 * The clause.
 */
clause: ClauseId, } | { "lacks": "policy", 
/**
 * The clause.
 */
clause: ClauseId, } | { "lacks": "audit", 
/**
 * The clause.
 */
clause: ClauseId, } | { "lacks": "not-exported" } | { "lacks": "outdated" } | { "lacks": "obstacles", 
/**
 * What.
 */
checks: Array<SoaCheckName>, } | { "lacks": "no-systems" } | { "lacks": "screening", 
/**
 * The system.
 */
system: SystemId, 
/**
 * Its name.
 */
name: string, } | { "lacks": "management-review" } | { "lacks": "impact-assessment", 
/**
 * The system.
 */
system: SystemId, 
/**
 * Its name.
 */
name: string, 
/**
 * The clause.
 */
clause: ClauseId, };

export type GateName = "scope" | "policy" | "risks" | "statement" | "impact-assessments" | "internal-audit" | "management-review" | "corrective-actions";

export type GiveReason = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * Why.
 */
why: Prose, };

export type Ground = string;

export type Group = { 
/**
 * Its number.
 */
id: GroupId, 
/**
 * Its title, as the standard prints it.
 */
title: string, 
/**
 * The group of which it is a part: A.6 of A.6.1 and A.6.2.
 */
parent: GroupId | null, 
/**
 * The theme of the work that it belongs to.
 */
theme: WorkTheme, 
/**
 * Whether the standard states an objective for it; A.6 leaves that to its parts.
 */
has_objective: boolean, 
/**
 * What it is for, in our own words.
 */
meaning: string, 
/**
 * Its controls, in order. A.6 has them through its parts.
 */
controls: Array<ControlNumber>, };

export type GroupFigure = { 
/**
 * The group's number, `A.2` to `A.10`.
 */
group: GroupId, 
/**
 * Its title.
 */
title: string, 
/**
 * How ready, in per cent.
 */
percent: Percent, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many are not met, and under way.
 */
under_way: number, 
/**
 * How many there are; those that are left out are not among them.
 */
total: number, };

export type GroupId = string;

export type GuidePart = { 
/**
 * Its title.
 */
title: Line, 
/**
 * Who does it.
 */
owner?: Line, 
/**
 * The day by which it is to be done.
 */
due?: Day, };

export type GuidePlace = { "at": "roles" } | { "at": "profile" } | { "at": "context" } | { "at": "parties" } | { "at": "people" } | { "at": "systems" } | { "at": "scope" } | { "at": "controls" } | { "at": "control", 
/**
 * Its number.
 */
control: ControlId, 
/**
 * Whether it is excluded, with its reason.
 */
excluded: boolean, } | { "at": "clause", 
/**
 * Its number.
 */
clause: ClauseId, } | { "at": "evidence", 
/**
 * Its number.
 */
evidence: EvidenceId, 
/**
 * Its title.
 */
title: string, } | { "at": "document", 
/**
 * Its number.
 */
document: DocumentId, 
/**
 * Its title.
 */
title: string, } | { "at": "draft", 
/**
 * Its name.
 */
draft: DraftKey, 
/**
 * Its title.
 */
title: string, } | { "at": "finding", 
/**
 * Its number.
 */
finding: FindingId, 
/**
 * Its title.
 */
title: Line, } | { "at": "findings" } | { "at": "audit", 
/**
 * Its number.
 */
audit: AuditId, 
/**
 * Its title.
 */
title: Line, } | { "at": "audits" } | { "at": "review", 
/**
 * Its number.
 */
review: ReviewId, 
/**
 * Its title.
 */
title: Line, } | { "at": "reviews" } | { "at": "evidence-room" } | { "at": "statement" } | { "at": "objectives" } | { "at": "plan" };

export type GuidePlan = { 
/**
 * The day on which it begins.
 */
today: Day, 
/**
 * The day on which it ends.
 */
target: Day, 
/**
 * How many weeks that is, begun ones counted.
 */
weeks: number, 
/**
 * How many minutes the steps take that are not over.
 */
minutes: number, 
/**
 * How many minutes that is in each week.
 */
minutes_a_week: number, 
/**
 * The first day that would ask no more than a working day in each week, where the plan asks for more.
 */
calm_target: Day | null, 
/**
 * How many steps keep the day that was set by hand.
 */
kept: number, 
/**
 * The steps that are not over, in the order of the road.
 */
steps: Array<PlannedStep>, };

export type GuideRoad = { 
/**
 * Its themes, in order.
 */
themes: Array<GuideThemeRoad>, 
/**
 * How many steps are done.
 */
done: number, 
/**
 * How many there are, without those that are not needed.
 */
of: number, 
/**
 * How many minutes the steps take that are not over.
 */
minutes_left: number, 
/**
 * Whether any step that is not over has a day.
 */
planned: boolean, };

export type GuideStepDetails = { 
/**
 * The title of its theme.
 */
theme_title: string, 
/**
 * Which step of its theme it is, from 1.
 */
number: number, 
/**
 * How many steps its theme has.
 */
of: number, 
/**
 * The step of which it is a part.
 */
under: GuideStepName | null, 
/**
 * Why it matters; nothing for a step of the company's own.
 */
why: string, 
/**
 * What to do in a step of the company's own.
 */
what: Prose, 
/**
 * What to do.
 */
tasks: Array<GuideTask>, 
/**
 * What counts as done: all of it.
 */
done: Array<DoneEntry>, 
/**
 * Questions to ask oneself.
 */
ask: Array<string>, 
/**
 * What to keep as evidence.
 */
evidence: Array<string>, 
/**
 * What an auditor will ask, by what the step serves.
 */
questions: Array<AuditorQuestion>, 
/**
 * The clauses that it serves.
 */
clauses: Array<ServedClause>, 
/**
 * The controls that it serves.
 */
controls: Array<ServedControl>, 
/**
 * The drafts that it starts from.
 */
drafts: Array<DraftKey>, 
/**
 * Notes.
 */
note: Prose, 
/**
 * The step before it on the road.
 */
previous: GuideStepName | null, 
/**
 * The step after it.
 */
next: GuideStepName | null, 
/**
 * Its name.
 */
id: StepId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where on the road it stands.
 */
theme: GuideTheme, 
/**
 * How far it is.
 */
state: StepState, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * The day by which it is to be done.
 */
due: Day | null, 
/**
 * Whether a plan set that day.
 */
planned: boolean, 
/**
 * Whether that day has passed and the step is not over.
 */
late: boolean, 
/**
 * How long it takes a company in its roles, in minutes.
 */
minutes: number, 
/**
 * How much of what counts is done.
 */
met: number, 
/**
 * How much counts.
 */
entries: number, 
/**
 * Whether the company added it.
 */
own: boolean, 
/**
 * The nonconformities against what it serves that are open, the oldest first.
 */
nonconformities: Array<FindingId>, 
/**
 * To which roles it matters most.
 */
roles: Array<Role>, 
/**
 * The steps before it that are not over.
 */
waits_for: Array<GuideStepName>, 
/**
 * The parts into which it was split.
 */
parts: Array<GuideStepSummary>, };

export type GuideStepName = { 
/**
 * Its name.
 */
id: StepId, 
/**
 * Its title.
 */
title: string, };

export type GuideStepReference = { 
/**
 * Its name.
 */
step: StepId, };

export type GuideStepSummary = { 
/**
 * Its name.
 */
id: StepId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where on the road it stands.
 */
theme: GuideTheme, 
/**
 * How far it is.
 */
state: StepState, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * The day by which it is to be done.
 */
due: Day | null, 
/**
 * Whether a plan set that day.
 */
planned: boolean, 
/**
 * Whether that day has passed and the step is not over.
 */
late: boolean, 
/**
 * How long it takes a company in its roles, in minutes.
 */
minutes: number, 
/**
 * How much of what counts is done.
 */
met: number, 
/**
 * How much counts.
 */
entries: number, 
/**
 * Whether the company added it.
 */
own: boolean, 
/**
 * The nonconformities against what it serves that are open, the oldest first.
 */
nonconformities: Array<FindingId>, 
/**
 * To which roles it matters most.
 */
roles: Array<Role>, 
/**
 * The steps before it that are not over.
 */
waits_for: Array<GuideStepName>, 
/**
 * The parts into which it was split.
 */
parts: Array<GuideStepSummary>, };

export type GuideTask = { 
/**
 * Its name within the step.
 */
id: TickId, 
/**
 * What to do.
 */
text: string, 
/**
 * A hint.
 */
hint: string | null, 
/**
 * Whether it is ticked.
 */
ticked: boolean, };

export type GuideTheme = "before-you-start" | "leadership" | "planning" | "support" | "operation" | "performance-evaluation" | "continual-improvement";

export type GuideThemeRoad = { 
/**
 * Which.
 */
theme: GuideTheme, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is about.
 */
about: string, 
/**
 * How many of its steps are done.
 */
done: number, 
/**
 * How many it has, without those that are not needed.
 */
of: number, 
/**
 * Its steps, in order.
 */
steps: Array<GuideStepSummary>, };

export type Healed = { 
/**
 * The files that are whole again, by their SHA-256.
 */
healed: Array<string>, 
/**
 * The files that are still damaged or missing.
 */
left: Array<string>, };

export type Hearing = "at-once" | "at-intervals" | "not";

export type Held = "no" | "partly" | "yes";

export type HeldStandard = { 
/**
 * The standard, such as `ISO/IEC 27001`.
 */
reference: Line, 
/**
 * How it is held: a certificate until when, or work under way.
 */
state: Line, };

export type HighImpact = { 
/**
 * Whether it is.
 */
high: Answer, 
/**
 * What says so.
 */
outcome: ScreeningOutcome, };

export type Hint = { 
/**
 * The role.
 */
role: Role, 
/**
 * Every role that it serves: this one, and those without hints of their own.
 */
serves: Array<Role>, 
/**
 * How strongly it suggests that the control applies.
 */
level: Level, 
/**
 * Why.
 */
reason: string, 
/**
 * Who says so.
 */
sources: Array<SourceKey>, };

export type HistoryPage = { 
/**
 * How many at most; 100 where nothing is said.
 */
limit?: number, 
/**
 * Only entries before this one.
 */
before?: number, };

export type HoldReview = { 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * When; today where it is left out.
 */
on?: Day, 
/**
 * Who chaired it.
 */
chair?: Line, 
/**
 * Who was there, in place of those who were named.
 */
present?: Array<ReviewAttendee>, };

export type Home = { 
/**
 * How long it is until the organisation wants to be ready, where it has said so.
 */
countdown: Countdown | null, 
/**
 * The next steps of the road; at most three.
 */
next: Array<NextGuideStep>, 
/**
 * What needs attention, the most urgent first.
 */
attention: Array<Attention>, 
/**
 * How each control stands, in their order.
 */
controls: Array<ControlStanding>, };

export type ImportPreview = { 
/**
 * The SHA-256 of the file.
 */
digest: string, 
/**
 * How many readings there are.
 */
total: number, 
/**
 * How many of them take the place of another.
 */
replaced: number, 
/**
 * The first of them, in the order of the file.
 */
readings: Array<PreviewedReading>, 
/**
 * How many lines are wrong; where any is, nothing is taken in.
 */
wrong: number, 
/**
 * The first of them.
 */
problems: Array<ReadingProblem>, };

export type ImportReadings = { 
/**
 * The measure.
 */
id: MeasureId, 
/**
 * The path of the file.
 */
file: string, 
/**
 * Whether readings of the file take the place of those that their days have; without it such days are refused.
 */
replace?: boolean, 
/**
 * The SHA-256 of the file as somebody looked at it; another file is refused.
 */
digest?: string, };

export type ImportedReadings = { 
/**
 * How many readings are new.
 */
added: number, 
/**
 * How many took the place of another.
 */
replaced: number, };

export type ImprovementFigures = { 
/**
 * How many there are.
 */
figures: ReviewGradeFigures, 
/**
 * The first of those that are open, the earliest due first.
 */
open: Array<ReviewFinding>, };

export type InboxCounts = { 
/**
 * New files.
 */
new: number, 
/**
 * Files that changed.
 */
changed: number, 
/**
 * Files that are gone.
 */
vanished: number, };

export type InboxFile = { 
/**
 * The watched folder.
 */
folder: string, 
/**
 * The path in it, as the inbox gives it.
 */
path: string, };

export type InboxItem = { 
/**
 * The watched folder.
 */
folder: string, 
/**
 * The path in it, in a form that names it exactly.
 */
path: string, 
/**
 * The path as it may be shown.
 */
shown: string, 
/**
 * Its size in bytes; 0 where it is gone.
 */
bytes: number, 
/**
 * When it was last written, in UTC (RFC 3339); nothing where it is gone.
 */
modified: string | null, 
/**
 * What happened.
 */
what: InboxWhat, 
/**
 * The piece of evidence that it is, where it is one.
 */
id: EvidenceId | null, };

export type InboxPage = { 
/**
 * The folders, by their paths.
 */
folders: Array<FolderState>, 
/**
 * How many items there are on all pages.
 */
total: number, 
/**
 * How many items there are of each sort, whichever the pages show.
 */
counts: InboxCounts, 
/**
 * What is to be dealt with, by folder and path.
 */
items: Array<InboxItem>, 
/**
 * After how many milliseconds another scan may tell more; nothing where all holds still.
 */
look_again_in: number | null, };

export type InboxRange = { 
/**
 * Only of this sort.
 */
what?: InboxWhat, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * How many at most; 500 where nothing is said.
 */
limit?: number, };

export type InboxWhat = "new" | "changed" | "vanished";

export type InterestedParty = { 
/**
 * Its number.
 */
id: InterestedPartyId, 
/**
 * Who they are.
 */
name: Line, 
/**
 * What they are to the organisation.
 */
kind: PartyKind, 
/**
 * What they need, in the order in which it was written.
 */
needs: Array<Need>, };

export type InterestedPartyId = string;

export type InterestedPartyReference = { 
/**
 * Its number.
 */
id: InterestedPartyId, };

export type IssueFigures = { 
/**
 * How many there are.
 */
total: number, 
/**
 * How many somebody looked at in the period.
 */
looked_at: number, 
/**
 * How many differ from what they were before the period.
 */
changed: number, 
/**
 * The first of those.
 */
changes: Array<ChangedIssue>, };

export type Judgement = { 
/**
 * Whether it is high.
 */
high: boolean, 
/**
 * Why.
 */
reason: Prose, };

export type KnownFile = { 
/**
 * The file as it was given.
 */
file: string, 
/**
 * The piece.
 */
id: EvidenceId, };

export type Language = "en-GB";

export type LastAudited = { 
/**
 * The audit.
 */
audit: AuditId, 
/**
 * When it was looked at.
 */
on: Day, 
/**
 * How it was found.
 */
verdict: AuditVerdict, };

export type LastBackup = { 
/**
 * When it was made, in UTC (RFC 3339).
 */
at: string, 
/**
 * Where it was written.
 */
file: string, 
/**
 * Its size in bytes.
 */
bytes: number, };

export type LateAction = { 
/**
 * Its number.
 */
id: ActionId, 
/**
 * What was to be done.
 */
text: Prose, 
/**
 * By when.
 */
due: Day, 
/**
 * The finding that it answers.
 */
finding: FindingId | null, };

export type LateAudit = { 
/**
 * Its number.
 */
id: AuditId, 
/**
 * What it is.
 */
title: Line, 
/**
 * By when.
 */
due: Day, };

export type LateCase = { 
/**
 * Its number.
 */
id: CaseId, 
/**
 * What it is; nothing where it is confidential.
 */
title: Line | null, 
/**
 * By when.
 */
due: Day, };

export type LateControl = { 
/**
 * Its number.
 */
id: ControlId, 
/**
 * The day by which it was to be done.
 */
target: Day, };

export type LateFinding = { 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is.
 */
title: Line, 
/**
 * By when.
 */
due: Day, };

export type LateMeasure = { 
/**
 * Its number.
 */
id: MeasureId, 
/**
 * What is measured.
 */
what: Line, 
/**
 * By when.
 */
due: Day, };

export type LateObjective = { 
/**
 * Its number.
 */
id: ObjectiveId, 
/**
 * What was to be reached.
 */
title: Line, 
/**
 * By when.
 */
target: Day, };

export type LateReview = { 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * What it is called.
 */
title: Line, 
/**
 * For when it was planned.
 */
planned_on: Day, };

export type LawBacking = "several" | "one";

export type LawFact = { 
/**
 * The name by which it is known.
 */
key: string, 
/**
 * What it is about.
 */
subject: LawSubject, 
/**
 * What its day means.
 */
kind: LawKind, 
/**
 * Its day, where it has one.
 */
day: Day | null, 
/**
 * Where that lies, seen from today.
 */
timing: LawTiming, 
/**
 * How many days it is until then; below zero where it has come.
 */
days: number | null, 
/**
 * What it says, in a few words.
 */
title: string, 
/**
 * What it means.
 */
meaning: string, 
/**
 * The Act's roles whom it concerns; none where it asks nothing of a company.
 */
roles: Array<ActRole>, 
/**
 * Whether the organisation holds one of them.
 */
concerns_us: boolean, 
/**
 * The articles that it is about, as the crosswalk names them.
 */
places: Array<string>, 
/**
 * Who says so.
 */
backing: LawBacking, };

export type LawKind = "in-force" | "applies" | "due" | "published" | "announced" | "stands";

export type LawSubject = "law" | "standards";

export type LawTiming = "past" | "next" | "later" | "undated";

export type LawToday = { 
/**
 * The day.
 */
today: Day, 
/**
 * When all of this was last held against its sources.
 */
checked_on: Day, 
/**
 * Whether that is more than half a year ago.
 */
stale: boolean, 
/**
 * That ISO/IEC 42001 is no harmonised standard, and what follows.
 */
not_harmonised: string, 
/**
 * That this is no legal advice.
 */
no_advice: string, 
/**
 * What each word for who says so means.
 */
backings: Record<LawBacking, string>, 
/**
 * The roles that the organisation holds under the Act.
 */
act_roles: Array<ActRole>, 
/**
 * The facts: those of a subject by their days, and those without one at the end.
 */
facts: Array<LawFact>, };

export type LedgerEntry = { 
/**
 * Its place in the ledger, from 1.
 */
seq: number, 
/**
 * When it happened, in UTC (RFC 3339).
 */
at: string, 
/**
 * Who did it.
 */
actor: string, 
/**
 * The operation by its name.
 */
operation: string, 
/**
 * What changed.
 */
changes: Array<FieldChange>, 
/**
 * The entry that this one takes back.
 */
undoes: number | null, 
/**
 * The entry that this one does again.
 */
redoes: number | null, 
/**
 * Its SHA-256.
 */
hash: string, };

export type LegalClass = "unknown" | "minimal" | "transparency" | "high" | "prohibited";

export type Level = "expected" | "usual" | "partial" | "conditional" | "often-excluded";

export type Line = string;

export type LinkEvidence = { 
/**
 * The pieces by their numbers.
 */
ids: Array<EvidenceId>, 
/**
 * Clauses, controls and AI systems by their numbers.
 */
targets: Array<EvidenceTarget>, };

export type ListActions = { 
/**
 * Only those of an owner, whatever the case of the letters.
 */
owner?: Line, 
/**
 * Only those that somebody is to do.
 */
open?: boolean, 
/**
 * Only those that should have been done by now.
 */
overdue?: boolean, };

export type ListDates = { 
/**
 * The first day; where nothing is said, every date that was missed counts, and evidence that ended within the
 * last four weeks.
 */
from?: Day, 
/**
 * The last day.
 */
to?: Day, 
/**
 * Only what this person answers for.
 */
owner?: Line, 
/**
 * How many at most, up to 1,000; 200 where nothing is said.
 */
limit?: number, };

export type ListEvidence = { 
/**
 * Words, or beginnings of words, that it must hold: in its title, its texts, its tags, the names of its
 * files, or inside the newest file. The best come first; without words, the newest.
 */
words?: string, 
/**
 * Of which kind.
 */
kind?: EvidenceKind, 
/**
 * Linked to this clause, control or AI system.
 */
link?: EvidenceTarget, 
/**
 * Linked to nothing.
 */
unlinked?: boolean, 
/**
 * In which state.
 */
state?: EvidenceState, 
/**
 * With this tag.
 */
tag?: Line, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * How many at most, up to 1,000; 200 where nothing is said.
 */
limit?: number, };

export type ListFindings = { 
/**
 * Only those that are at a stage.
 */
stage?: FindingStage, 
/**
 * Only those of a grade.
 */
grade?: FindingGrade, 
/**
 * Only those that are neither closed nor refused.
 */
open?: boolean, 
/**
 * Only those whose day to be closed has passed.
 */
overdue?: boolean, 
/**
 * Only those about a clause or a control, by its number.
 */
requirement?: EvidenceTarget, };

export type ListRange = { 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * How many at most; 500 where nothing is said.
 */
limit?: number, };

export type MakeSample = { 
/**
 * A folder that is empty or does not exist; without one, the application's own.
 */
folder?: string, };

export type Maturity = { 
/**
 * The theme.
 */
theme: WorkTheme, 
/**
 * As it is; nothing where nobody has said so.
 */
now: MaturityLevel | null, 
/**
 * As it is meant to be; nothing where nobody has said so.
 */
goal: MaturityLevel | null, };

export type MaturityLevel = 0 | 1 | 2 | 3 | 4 | 5;

export type MeasureDetails = { 
/**
 * Its readings, the earliest first.
 */
readings: Array<ShownReading>, 
/**
 * The findings that come from it, the newest first.
 */
findings: Array<FindingRow>, 
/**
 * The title of its objective.
 */
of: Line | null, 
/**
 * The reading that comes last.
 */
last: MeasureReading | null, 
/**
 * How it stands.
 */
state: MeasureState, 
/**
 * When it is to be read next; nothing where it is read no more.
 */
due: Day | null, 
/**
 * Whether that day has passed.
 */
overdue: boolean, 
/**
 * Its number.
 */
id: MeasureId, 
/**
 * The objective that it measures; none where it stands alone.
 */
objective: ObjectiveId | null, 
/**
 * The clauses, controls and AI systems that it watches, each once.
 */
about: Array<EvidenceLink>, 
/**
 * What is measured.
 */
what: Line, 
/**
 * In what it is counted.
 */
unit: Line, 
/**
 * How it is measured.
 */
method: Prose, 
/**
 * Who measures it.
 */
by: Line, 
/**
 * How often.
 */
rhythm: MeasureRhythm, 
/**
 * What is wanted.
 */
goal: MeasureGoal, 
/**
 * What the figure was before anything was done.
 */
start: Figure | null, 
/**
 * From when it is measured.
 */
since: Day, 
/**
 * Since when it is measured no more.
 */
ended: Day | null, };

export type MeasureFigures = { 
/**
 * How many measures are as they are wanted.
 */
on_target: number, 
/**
 * How many are not.
 */
off_target: number, 
/**
 * How many should have been read by now, and were as they are wanted when they last were.
 */
reading_overdue: number, 
/**
 * How many were never read.
 */
no_reading: number, 
/**
 * How many readings were taken in the period.
 */
readings: number, 
/**
 * Those that are read; the first of them, what is most pressing first.
 */
measures: Array<MeasuredFigure>, };

export type MeasureGoal = { "direction": "at-least", 
/**
 * The least.
 */
value: Figure, } | { "direction": "at-most", 
/**
 * The most.
 */
value: Figure, } | { "direction": "between", 
/**
 * The least.
 */
low: Figure, 
/**
 * The most.
 */
high: Figure, };

export type MeasureId = string;

export type MeasureReading = { 
/**
 * The measure.
 */
measure: MeasureId, 
/**
 * The day, of which a measure has one reading.
 */
day: Day, 
/**
 * The figure.
 */
value: Figure, 
/**
 * What is to be said of it.
 */
note: Prose, 
/**
 * Who measured it.
 */
by: Line, 
/**
 * What shows it.
 */
evidence: Array<EvidenceId>, };

export type MeasureReference = { 
/**
 * Its number.
 */
id: MeasureId, };

export type MeasureRhythm = { 
/**
 * After how many of the units; from 1 to 60.
 */
every: number, 
/**
 * Of which.
 */
unit: RhythmUnit, };

export type MeasureRow = { 
/**
 * The title of its objective.
 */
of: Line | null, 
/**
 * The reading that comes last.
 */
last: MeasureReading | null, 
/**
 * How it stands.
 */
state: MeasureState, 
/**
 * When it is to be read next; nothing where it is read no more.
 */
due: Day | null, 
/**
 * Whether that day has passed.
 */
overdue: boolean, 
/**
 * Its number.
 */
id: MeasureId, 
/**
 * The objective that it measures; none where it stands alone.
 */
objective: ObjectiveId | null, 
/**
 * The clauses, controls and AI systems that it watches, each once.
 */
about: Array<EvidenceLink>, 
/**
 * What is measured.
 */
what: Line, 
/**
 * In what it is counted.
 */
unit: Line, 
/**
 * How it is measured.
 */
method: Prose, 
/**
 * Who measures it.
 */
by: Line, 
/**
 * How often.
 */
rhythm: MeasureRhythm, 
/**
 * What is wanted.
 */
goal: MeasureGoal, 
/**
 * What the figure was before anything was done.
 */
start: Figure | null, 
/**
 * From when it is measured.
 */
since: Day, 
/**
 * Since when it is measured no more.
 */
ended: Day | null, };

export type MeasureState = "off-target" | "reading-overdue" | "no-reading" | "on-target" | "ended";

export type MeasuredFigure = { 
/**
 * Its number.
 */
id: MeasureId, 
/**
 * What is measured.
 */
what: Line, 
/**
 * In what it is counted.
 */
unit: Line, 
/**
 * What is wanted.
 */
goal: MeasureGoal, 
/**
 * The last figure.
 */
value: Figure | null, 
/**
 * When it was read.
 */
read_on: Day | null, 
/**
 * The last figure before the period.
 */
before: Figure | null, 
/**
 * How it stands.
 */
state: MeasureState, };

export type MoveActions = { 
/**
 * The actions by their numbers.
 */
ids: Array<ActionId>, 
/**
 * The new date.
 */
due: Day, 
/**
 * Why they move.
 */
why: Prose, };

export type MoveReviewPoint = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The point's number.
 */
point: number, 
/**
 * The place, from 1.
 */
to: number, };

export type Need = { 
/**
 * What they need.
 */
need: Line, 
/**
 * Why they may ask for it.
 */
source: NeedSource, 
/**
 * Whether the AI management system takes it on as a requirement.
 */
requirement: boolean, 
/**
 * Where it is met: a control, a clause, a document.
 */
met_by: Line, };

export type NeedSource = "law" | "contract" | "promise" | "expectation";

export type NewVersion = { 
/**
 * The document.
 */
id: DocumentId, 
/**
 * The version; the next whole number where nothing is said.
 */
version?: Line, 
/**
 * What is to be new in it.
 */
changes?: Prose, };

export type NextGuideStep = { 
/**
 * Why it matters, in a sentence; nothing for a step of the company's own.
 */
why: string, 
/**
 * Why now.
 */
now: WhyNow, 
/**
 * The clauses that it serves.
 */
clauses: Array<ClauseId>, 
/**
 * The controls that it serves.
 */
controls: Array<ControlNumber>, 
/**
 * Its name.
 */
id: StepId, 
/**
 * Its title.
 */
title: string, 
/**
 * Where on the road it stands.
 */
theme: GuideTheme, 
/**
 * How far it is.
 */
state: StepState, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * The day by which it is to be done.
 */
due: Day | null, 
/**
 * Whether a plan set that day.
 */
planned: boolean, 
/**
 * Whether that day has passed and the step is not over.
 */
late: boolean, 
/**
 * How long it takes a company in its roles, in minutes.
 */
minutes: number, 
/**
 * How much of what counts is done.
 */
met: number, 
/**
 * How much counts.
 */
entries: number, 
/**
 * Whether the company added it.
 */
own: boolean, 
/**
 * The nonconformities against what it serves that are open, the oldest first.
 */
nonconformities: Array<FindingId>, 
/**
 * To which roles it matters most.
 */
roles: Array<Role>, 
/**
 * The steps before it that are not over.
 */
waits_for: Array<GuideStepName>, 
/**
 * The parts into which it was split.
 */
parts: Array<GuideStepSummary>, };

export type NextGuideSteps = { 
/**
 * How many at most; three where nothing is said.
 */
limit?: number, };

export type NextThing = "decide" | "give-reason" | "name-owner" | "plan" | "begin" | "finish" | "add-evidence" | "renew-evidence" | "close-finding";

export type NoPreview = "format" | "size" | "content";

export type NonconformityFigures = { 
/**
 * The gravest grade first.
 */
grades: Array<ReviewGradeFigures>, 
/**
 * How many of those found in the period repeat one of the twelve months before.
 */
repeats: number, 
/**
 * The first of those that are open, the gravest first.
 */
open: Array<ReviewFinding>, 
/**
 * How the actions of every origin went.
 */
actions: ReviewActionTrend, };

export type Nothing = Record<string, never>;

export type ObjectiveDetails = { 
/**
 * How it stands.
 */
state: ObjectiveState, 
/**
 * Whether its day has passed, and nobody has judged it.
 */
overdue: boolean, 
/**
 * Its measures with their readings.
 */
measures: Array<MeasureDetails>, 
/**
 * The actions of its plan, those that are due first.
 */
actions: Array<ActionRow>, 
/**
 * Its number.
 */
id: ObjectiveId, 
/**
 * What is to be reached, in a line.
 */
title: Line, 
/**
 * What that is good for.
 */
purpose: Prose, 
/**
 * The clauses, controls and AI systems that it serves, each once.
 */
about: Array<EvidenceLink>, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * What will be done.
 */
plan: Prose, 
/**
 * What that takes: people, money, tools.
 */
resources: Prose, 
/**
 * By when it is to be reached.
 */
target: Day | null, 
/**
 * How it will be judged whether it was reached.
 */
judged_by: Prose, 
/**
 * How it ended, where it has.
 */
evaluation: ObjectiveEvaluation | null, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type ObjectiveEvaluation = { 
/**
 * Whether it was reached.
 */
reached: boolean, 
/**
 * What came of it, and what follows.
 */
text: Prose, 
/**
 * Who judged it.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type ObjectiveId = string;

export type ObjectiveReference = { 
/**
 * Its number.
 */
id: ObjectiveId, };

export type ObjectiveRow = { 
/**
 * How it stands.
 */
state: ObjectiveState, 
/**
 * Whether its day has passed, and nobody has judged it.
 */
overdue: boolean, 
/**
 * Its measures, by their numbers.
 */
measures: Array<MeasureRow>, 
/**
 * Its number.
 */
id: ObjectiveId, 
/**
 * What is to be reached, in a line.
 */
title: Line, 
/**
 * What that is good for.
 */
purpose: Prose, 
/**
 * The clauses, controls and AI systems that it serves, each once.
 */
about: Array<EvidenceLink>, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * What will be done.
 */
plan: Prose, 
/**
 * What that takes: people, money, tools.
 */
resources: Prose, 
/**
 * By when it is to be reached.
 */
target: Day | null, 
/**
 * How it will be judged whether it was reached.
 */
judged_by: Prose, 
/**
 * How it ended, where it has.
 */
evaluation: ObjectiveEvaluation | null, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type ObjectiveState = "off-target" | "reading-overdue" | "no-reading" | "no-measure" | "on-target" | "reached" | "missed";

export type OpenBackup = { 
/**
 * The file.
 */
file: string, 
/**
 * The passphrase that it was sealed with.
 */
passphrase?: string, };

export type OpenFor = "writing" | "reading";

export type OpenNonconformity = { 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is.
 */
title: Line, 
/**
 * How grave it is.
 */
grade: FindingGrade, };

export type OpenWorkspace = { 
/**
 * Its folder.
 */
folder: string, 
/**
 * For what; where nothing is said, for writing if that can be, else for reading.
 */
access?: OpenFor, };

export type Organisation = { 
/**
 * Its name.
 */
name: Line, 
/**
 * Its roles towards AI (ISO/IEC 22989), in their order and each once.
 */
roles: Array<Role>, 
/**
 * Its roles under the EU AI Act, in their order and each once.
 */
act_roles: Array<ActRole>, 
/**
 * How many people work there.
 */
headcount: number | null, 
/**
 * In which countries and places it works.
 */
places: Line, 
/**
 * What it does.
 */
activity: Prose, 
/**
 * The sectors in which it works (Annex D).
 */
sectors: Array<Sector>, 
/**
 * The standards whose management systems it already runs (Annex D).
 */
standards: Array<HeldStandard>, 
/**
 * Whether climate change matters to its AI management system (clause 4.1).
 */
climate: Climate, 
/**
 * Who leads the AI management system (clause 5.3).
 */
in_charge: Line, 
/**
 * Who answers for it at the top (clause 5.1).
 */
top_management: Line, 
/**
 * By when it is to be ready for the first stage of the audit.
 */
target: Day | null, 
/**
 * What the AI management system covers (clause 4.3).
 */
scope: Prose, };

export type Outside = { 
/**
 * What.
 */
what: Line, 
/**
 * Why.
 */
why: Line, };

export type OverallReadiness = { 
/**
 * The figure as it would be if nothing kept it back.
 */
uncapped: Percent, 
/**
 * The clauses alone, in per cent; they make 60 % of it.
 */
clauses: Percent, 
/**
 * The controls alone, in per cent; they make 40 % of it. None where each is left out.
 */
controls: Percent | null, 
/**
 * What keeps it back, whether or not it is high enough to be kept.
 */
cap: Cap | null, 
/**
 * The most that it reaches while that is so, in per cent.
 */
most: Percent | null, 
/**
 * What it means.
 */
band: ReadinessBand, 
/**
 * How ready, in per cent.
 */
percent: Percent, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many are not met, and under way.
 */
under_way: number, 
/**
 * How many there are; those that are left out are not among them.
 */
total: number, };

export type Particulars = { 
/**
 * The title; with one file. Without one, each gets a title from its name.
 */
title?: Line, 
/**
 * What they are; `other` where nothing is said.
 */
kind?: EvidenceKind, 
/**
 * What they prove.
 */
proves?: Prose, 
/**
 * From when they hold.
 */
effective?: Day, 
/**
 * When they were collected; today where nothing is said.
 */
collected?: Day, 
/**
 * Until when they hold, or by when they are looked at again.
 */
expires?: Day, 
/**
 * Who may see them; `internal` where nothing is said.
 */
confidentiality?: Confidentiality, 
/**
 * Where they come from.
 */
source?: Line, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, 
/**
 * Words to find them by.
 */
tags?: Array<Line>, 
/**
 * Clauses and controls that they prove something about, by their numbers.
 */
links?: Array<EvidenceTarget>, };

export type PartyFigures = { 
/**
 * How many there are.
 */
total: number, 
/**
 * How many differ from what they were before the period, with what they need.
 */
changed: number, 
/**
 * The first of those.
 */
changes: Array<ChangedParty>, };

export type PartyKind = "customer" | "affected" | "staff" | "supplier" | "authority" | "owner" | "partner" | "public" | "other";

export type PassFiles = { 
/**
 * The files.
 */
files: Array<InboxFile>, };

export type PassedFile = { 
/**
 * The watched folder.
 */
folder: string, 
/**
 * The path in it, in a form that names it exactly.
 */
path: string, 
/**
 * The path as it may be shown.
 */
shown: string, 
/**
 * Its size in bytes then.
 */
bytes: number, 
/**
 * When it was passed over, in UTC (RFC 3339).
 */
at: string, 
/**
 * By whom, as the system names them.
 */
by: string, };

export type PassedFiles = { 
/**
 * How many were passed over.
 */
passed: number, };

export type PassedPage = { 
/**
 * How many there are on all pages.
 */
total: number, 
/**
 * The files, by folder and path.
 */
files: Array<PassedFile>, };

export type PasteEvidence = { 
/**
 * The name it gets.
 */
name: FileName, 
/**
 * Its bytes in Base64.
 */
bytes: string, 
/**
 * What is said of it.
 */
about?: Particulars, };

export type Percent = number;

export type Person = { 
/**
 * Their number.
 */
id: PersonId, 
/**
 * Their name or job title.
 */
name: Line, 
/**
 * What they do for it, in the order of the list and each once.
 */
roles: Array<AimsRole>, 
/**
 * What they may decide, and what they answer for.
 */
authority: Prose, 
/**
 * Who stands in for them.
 */
deputy: Line, 
/**
 * What they have to know or be able to do.
 */
competences: Array<Competence>, };

export type PersonId = string;

export type PersonReference = { 
/**
 * Their number.
 */
id: PersonId, };

export type PlanApproval = { 
/**
 * Who.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type PlanGuide = { 
/**
 * The day by which the company wants to be ready.
 */
target?: Day, 
/**
 * Whether days that were set by hand are planned again; they stay otherwise.
 */
again?: boolean, };

export type PlannedStep = { 
/**
 * Its name.
 */
id: StepId, 
/**
 * Its title.
 */
title: string, 
/**
 * Its theme.
 */
theme: GuideTheme, 
/**
 * The day by which it is to be done.
 */
due: Day, 
/**
 * The day that it had before.
 */
before: Day | null, 
/**
 * Whether it keeps the day that was set by hand.
 */
kept: boolean, };

export type Preferences = { 
/**
 * The colours of the window.
 */
theme: Theme, 
/**
 * How they are reminded of dates.
 */
reminders: Reminders, 
/**
 * The names and roles that mean them, so that a list can show what is theirs; each once.
 */
me: Array<Line>, };

export type PreviewReadings = { 
/**
 * The measure.
 */
id: MeasureId, 
/**
 * The path of the file.
 */
file: string, 
/**
 * Whether readings of the file take the place of those that their days have.
 */
replace?: boolean, };

export type PreviewedReading = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * The day.
 */
day: Day, 
/**
 * The figure.
 */
value: Figure, 
/**
 * What is to be said of it.
 */
note: Prose, 
/**
 * Whether it is as it is wanted.
 */
on_target: boolean, 
/**
 * The figure whose place it takes.
 */
replaces: Figure | null, };

export type ProgrammeYear = { 
/**
 * The year; this one where it is left out.
 */
year?: number, };

export type Progress = { 
/**
 * What is done.
 */
done: number, 
/**
 * What there is to do, where that is known.
 */
total: number | null, 
/**
 * What is counted: `pages`, `files`, `bytes` or `entries` of the ledger.
 */
what: string, };

export type Prose = string;

export type QuietHours = { 
/**
 * When it begins.
 */
from: TimeOfDay, 
/**
 * When it ends.
 */
until: TimeOfDay, };

export type RaiseAuditFinding = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * The requirement, by its number.
 */
requirement: EvidenceTarget, 
/**
 * What it is, in a line; the first sentence of what was seen where it is left out.
 */
title?: Line, 
/**
 * Who sees to it; whoever answers for the requirement where it is left out.
 */
owner?: Line, };

export type ReadMeasure = { 
/**
 * The measure.
 */
id: MeasureId, 
/**
 * The figure.
 */
value: Figure, 
/**
 * The day; today where it is left out.
 */
day?: Day, 
/**
 * What is to be said of it.
 */
note?: Prose, 
/**
 * Who measured it; whoever is named with the measure where it is left out, else whoever records it.
 */
by?: Line, 
/**
 * What shows it.
 */
evidence?: Array<EvidenceId>, 
/**
 * Whether it takes the place of the reading that the day has; without it such a day is refused.
 */
replace?: boolean, };

export type Readiness = { 
/**
 * Over all.
 */
overall: OverallReadiness, 
/**
 * By theme, in the order of the standard.
 */
themes: Array<ThemeFigure>, 
/**
 * By clause, 4 to 10.
 */
clauses: Array<ClauseFigure>, 
/**
 * By group of Annex A.
 */
groups: Array<GroupFigure>, 
/**
 * The controls of the company's own; none where it has none.
 */
own: ReadinessFigure | null, 
/**
 * What must be there before the whole goes above 79 %.
 */
gates: Array<ReadinessGate>, 
/**
 * The major nonconformities that are open, the oldest first: the whole stays at 89 % or below meanwhile.
 */
nonconformities: Array<OpenNonconformity>, 
/**
 * Every requirement, clauses first.
 */
items: Array<ReadinessItem>, };

export type ReadinessBand = "starting" | "building" | "nearly-ready" | "ready";

export type ReadinessFigure = { 
/**
 * How ready, in per cent.
 */
percent: Percent, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many are not met, and under way.
 */
under_way: number, 
/**
 * How many there are; those that are left out are not among them.
 */
total: number, };

export type ReadinessGate = { 
/**
 * Which one.
 */
gate: GateName, 
/**
 * What it lacks; nothing where it is met.
 */
missing: Array<GateLack>, };

export type ReadinessItem = { 
/**
 * Its title.
 */
title: string, 
/**
 * The theme that it belongs to; none for a control of the company's own.
 */
theme: WorkTheme | null, 
/**
 * The heading that it stands under: `4` to `10`, or `A.2` to `A.10`; none for a control of the company's own.
 */
heading: string | null, 
/**
 * How much it counts beside the others of its kind: 1, or 2.
 */
weight: number, 
/**
 * What it is worth now.
 */
worth: Worth, 
/**
 * That in per cent of the whole; none where it does not count.
 */
percent: number | null, 
/**
 * Its status.
 */
status: Status, 
/**
 * How many pieces of evidence are linked to it.
 */
evidence: number, 
/**
 * Whether one of them holds today.
 */
current: boolean, 
/**
 * The nonconformities against it that are open, the oldest first.
 */
nonconformities: Array<FindingId>, 
/**
 * Who answers for it.
 */
owner: Line, 
/**
 * The day by which it is to be done.
 */
target: Day | null, 
/**
 * What to do next; nothing where it is met or does not count.
 */
next: NextThing | null, } & ({ "kind": "clause", "id": ClauseId } | { "kind": "control", "id": ControlId });

export type ReadinessPoint = { 
/**
 * The day.
 */
day: Day, 
/**
 * Over all.
 */
overall: Percent, 
/**
 * Over all, as it would have been if nothing had kept it back.
 */
uncapped: Percent, 
/**
 * How many requirements were met.
 */
met: number, 
/**
 * How many there were.
 */
total: number, };

export type ReadinessStatus = { 
/**
 * The figures.
 */
readiness: StatusFigures, 
/**
 * What each gate lacks that is not met, in words.
 */
gates: Array<string>, 
/**
 * The major nonconformities that are open, in words.
 */
nonconformities: Array<string>, };

export type ReadingProblem = { 
/**
 * Which line, from 1.
 */
line: number, 
/**
 * What stands there.
 */
found: string, 
/**
 * What was expected in its place.
 */
expected: string, };

export type ReadingReference = { 
/**
 * The measure.
 */
id: MeasureId, 
/**
 * The day.
 */
day: Day, };

export type Reason = "risk-assessment" | "impact-assessment" | "law" | "contract" | "good-practice" | "clause";

export type Recent = { 
/**
 * Its folder.
 */
folder: string, 
/**
 * The organisation's name.
 */
name: string, 
/**
 * When it was opened last, in UTC (RFC 3339).
 */
opened: string, 
/**
 * Whether it is there now.
 */
found: boolean, };

export type RecordKind = "workspace" | "organisation" | "own-control" | "control" | "soa" | "soa-issue" | "evidence" | "removed-evidence" | "vault-sweep" | "watched-folder" | "passed-over" | "guide-step" | "own-step" | "document" | "clause" | "maturity" | "context-issue" | "interested-party" | "person" | "scope-parts" | "scope-version" | "system" | "finding" | "action" | "objective" | "measure" | "reading" | "case" | "audit" | "audit-answer" | "review";

export type RefusedFile = { 
/**
 * The file as it was given.
 */
file: string, 
/**
 * The name by which a program recognises why.
 */
code: string, 
/**
 * Why.
 */
message: string, 
/**
 * What to do next.
 */
hint: string | null, };

export type Related = { 
/**
 * The place, such as `Art. 9`, `GOVERN 1.1` or `A.5.1`.
 */
reference: string, 
/**
 * What it is called; for the NIST AI RMF a label in our own words.
 */
title: string, 
/**
 * How strongly the sources agree.
 */
agreement: Agreement, 
/**
 * Those sources; none where the structure itself says it.
 */
sources: Array<SourceKey>, };

export type RelatedRequirement = { 
/**
 * Which it is.
 */
requirement: EvidenceLink, 
/**
 * Its title.
 */
title: string, 
/**
 * Whether it is one of those that answer most of the place.
 */
main: boolean, 
/**
 * How strongly the sources agree that it relates.
 */
agreement: Agreement, 
/**
 * Those sources; none where the structure itself says it.
 */
sources: Array<SourceKey>, 
/**
 * What to know before leaning on it.
 */
note: string | null, 
/**
 * Whether it applies; nothing for a clause, which always does.
 */
decision: DecisionKind | null, 
/**
 * How far it is done.
 */
status: Status, 
/**
 * How many pieces of evidence that hold today are linked to it.
 */
evidence: number, 
/**
 * How it counts.
 */
coverage: Coverage, };

export type RemarkOnReviewPoint = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The point's number.
 */
point: number, 
/**
 * What was said about it.
 */
said?: Prose, 
/**
 * Whether it was looked at, and there was nothing to say.
 */
noted?: boolean, 
/**
 * What it is called, where it is one of the company's own.
 */
title?: Line, };

export type Reminder = { 
/**
 * What is due today or soon, the earliest first.
 */
coming: DueDates, 
/**
 * What has passed within the last four weeks and is not done, the latest first.
 */
passed: DueDates, };

export type Reminders = { 
/**
 * Whether they are.
 */
on: boolean, 
/**
 * How many days ahead; from 0 to 60.
 */
days_ahead: number, 
/**
 * When they are left in peace, where there is such a time.
 */
quiet: QuietHours | null, };

export type RemoveEvidence = { 
/**
 * The pieces by their numbers.
 */
ids: Array<EvidenceId>, 
/**
 * Why they are no longer needed.
 */
why: Prose, };

export type RemovedEvidence = { 
/**
 * Its number.
 */
id: EvidenceId, 
/**
 * Its title.
 */
title: Line, 
/**
 * Why it was removed.
 */
why: Prose, 
/**
 * When, in UTC (RFC 3339).
 */
at: string, 
/**
 * By whom, as the system names them.
 */
by: string, };

export type ReopenCase = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * Why.
 */
why: Prose, };

export type RestoreBackup = { 
/**
 * The file.
 */
file: string, 
/**
 * A folder that is empty or does not exist.
 */
folder: string, 
/**
 * The passphrase that it was sealed with.
 */
passphrase?: string, };

export type ReviewActionTrend = { 
/**
 * How many were open when it began.
 */
before: number, 
/**
 * How many were planned in it.
 */
planned: number, 
/**
 * How many were done in it, or were needed no longer.
 */
done: number, 
/**
 * How many are open.
 */
open: number, 
/**
 * How many of those should have been done by now.
 */
overdue: number, };

export type ReviewActions = { 
/**
 * How many are to be done.
 */
open: number, 
/**
 * How many of those should have been done by now.
 */
overdue: number, 
/**
 * How many were done in the period.
 */
done: number, 
/**
 * Those that are open, or were done in the period; the first of them.
 */
actions: Array<ReviewedAction>, };

export type ReviewApproval = { 
/**
 * By whom.
 */
by: Line, 
/**
 * When.
 */
on: Day, 
/**
 * What it showed then.
 */
frozen: FrozenReview, };

export type ReviewAttendee = { 
/**
 * The name or the job title.
 */
name: Line, 
/**
 * What for.
 */
role: Line, };

export type ReviewCancellation = { 
/**
 * Why.
 */
why: Prose, 
/**
 * Who said so.
 */
by: Line, 
/**
 * When.
 */
on: Day, };

export type ReviewCaseFigures = { 
/**
 * The kind.
 */
kind: CaseKind, 
/**
 * How many became known in the period.
 */
reported: number, 
/**
 * How many were closed in it.
 */
closed: number, 
/**
 * How many are open.
 */
open: number, };

export type ReviewChangeKind = "added" | "changed" | "removed";

export type ReviewDecision = { 
/**
 * Its number within the review.
 */
number: number, 
/**
 * What it is about.
 */
about: ReviewDecisionAbout, 
/**
 * What was decided.
 */
text: Prose, };

export type ReviewDecisionAbout = "improvement" | "change" | "resources";

export type ReviewDecisionReference = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The decision's number.
 */
decision: number, };

export type ReviewDetails = { 
/**
 * How far it has come.
 */
stage: ReviewStage, 
/**
 * Whether its day has passed, and it was neither held nor cancelled.
 */
overdue: boolean, 
/**
 * The inputs: as they stand today, or as they stood when it was approved.
 */
inputs: ReviewInputs, 
/**
 * The actions that its decisions became, in the order of the decisions.
 */
actions: Array<ActionRow>, 
/**
 * What stands in the way of approving it; nothing where it is approved or cancelled.
 */
obstacles: Array<ReviewObstacle>, 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * What it is called.
 */
title: Line, 
/**
 * The day for which it is planned.
 */
planned_on: Day, 
/**
 * The first day that it looks back on; left out, it is that of the review before.
 */
since: Day | null, 
/**
 * Who chairs it.
 */
chair: Line, 
/**
 * Who was there.
 */
present: Array<ReviewAttendee>, 
/**
 * What is spoken about, in order.
 */
agenda: Array<AgendaPoint>, 
/**
 * When it was held.
 */
held_on: Day | null, 
/**
 * What was decided, in order.
 */
decisions: Array<ReviewDecision>, 
/**
 * Why nothing had to be decided, where nothing was.
 */
no_decision: Prose, 
/**
 * Who approved it, and the inputs as they stood then.
 */
approval: ReviewApproval | null, 
/**
 * Why it does not take place.
 */
cancellation: ReviewCancellation | null, 
/**
 * Notes, which no document shows.
 */
notes: Prose, };

export type ReviewDue = "unset" | "later" | "soon" | "overdue";

export type ReviewFinding = { 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is.
 */
title: Line, 
/**
 * How grave it is.
 */
grade: FindingGrade, 
/**
 * By when it is to be closed.
 */
due: Day, 
/**
 * Whether that day has passed.
 */
overdue: boolean, };

export type ReviewGradeFigures = { 
/**
 * The grade.
 */
grade: FindingGrade, 
/**
 * How many were found in the period.
 */
found: number, 
/**
 * How many were closed in it.
 */
closed: number, 
/**
 * How many were refused in it.
 */
refused: number, 
/**
 * How many are open.
 */
open: number, 
/**
 * How many of those should have been closed by now.
 */
overdue: number, };

export type ReviewId = string;

export type ReviewInput = "actions" | "issues" | "parties" | "nonconformities" | "measurements" | "audits" | "objectives" | "feedback" | "risks" | "standing" | "improvements";

export type ReviewInputs = { 
/**
 * The day on which it stands like that.
 */
as_on: Day, 
/**
 * The first day that is looked back on; nothing where that is the beginning.
 */
since: Day | null, 
/**
 * The actions of other reviews.
 */
actions: ReviewActions, 
/**
 * The issues outside and inside.
 */
issues: IssueFigures, 
/**
 * The interested parties.
 */
parties: PartyFigures, 
/**
 * Nonconformities and corrective actions.
 */
nonconformities: NonconformityFigures, 
/**
 * What was measured.
 */
measurements: MeasureFigures, 
/**
 * The internal audits that were reported in the period, the earliest first.
 */
audits: Array<AuditSummary>, 
/**
 * The objectives.
 */
objectives: ReviewObjectives, 
/**
 * What people reported.
 */
feedback: FeedbackFigures, 
/**
 * How ready the management system is.
 */
standing: StandingFigures, 
/**
 * Opportunities for improvement.
 */
improvements: ImprovementFigures, };

export type ReviewObjective = { 
/**
 * Its number.
 */
id: ObjectiveId, 
/**
 * What is to be reached.
 */
title: Line, 
/**
 * By when.
 */
target: Day | null, 
/**
 * How it stands.
 */
state: ObjectiveState, 
/**
 * Whether its day has passed, and nobody has judged it.
 */
overdue: boolean, };

export type ReviewObjectives = { 
/**
 * How many are pursued.
 */
open: number, 
/**
 * How many of those have a measure off target.
 */
off_target: number, 
/**
 * How many of those should have been reached by now.
 */
overdue: number, 
/**
 * How many were judged in the period to be reached.
 */
reached: number, 
/**
 * How many were judged in it not to be.
 */
missed: number, 
/**
 * Those that are pursued, or were judged in the period; the first of them.
 */
objectives: Array<ReviewObjective>, };

export type ReviewObstacle = { "lacks": "held" } | { "lacks": "chair" } | { "lacks": "present" } | { "lacks": "points", 
/**
 * Their numbers.
 */
points: Array<number>, } | { "lacks": "decision" };

export type ReviewPointReference = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The point's number.
 */
point: number, };

export type ReviewReference = { 
/**
 * Its number.
 */
id: ReviewId, };

export type ReviewRow = { 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * What it is called.
 */
title: Line, 
/**
 * Who chairs it.
 */
chair: Line, 
/**
 * The day for which it is planned.
 */
planned_on: Day, 
/**
 * When it was held.
 */
held_on: Day | null, 
/**
 * How far it has come.
 */
stage: ReviewStage, 
/**
 * Whether its day has passed, and it was neither held nor cancelled.
 */
overdue: boolean, 
/**
 * How many decisions it has.
 */
decisions: number, 
/**
 * How many actions those became.
 */
actions: number, 
/**
 * How many of them are to be done.
 */
open_actions: number, };

export type ReviewStage = "planned" | "held" | "approved" | "cancelled";

export type ReviewedAction = { 
/**
 * Its number.
 */
id: ActionId, 
/**
 * The review that decided it.
 */
review: ReviewId, 
/**
 * The decision's number.
 */
decision: number, 
/**
 * What is to be done.
 */
text: Prose, 
/**
 * Who does it.
 */
owner: Line, 
/**
 * By when.
 */
due: Day, 
/**
 * How it stands.
 */
state: ActionState, 
/**
 * When it was done.
 */
done_on: Day | null, };

export type RhythmUnit = "weeks" | "months";

export type Role = "provider" | "producer" | "user" | "customer" | "partner";

export type RuleOnDuty = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * The duty.
 */
duty: DutyKey, 
/**
 * Whether it applies.
 */
applies: boolean, 
/**
 * Why; needed where it does not.
 */
why?: Prose, 
/**
 * Who says so; whoever records it where it is left out.
 */
by?: Line, };

export type Scope = { 
/**
 * The text that holds, which documents show.
 */
text: Prose, 
/**
 * How it stands to what was adopted.
 */
standing: ScopeStanding, 
/**
 * What it is made of.
 */
parts: ScopeParts, 
/**
 * The text that its parts make; nothing writes it into the scope by itself.
 */
proposal: Prose, 
/**
 * The versions that were adopted, the newest first.
 */
versions: Array<ScopeVersion>, };

export type ScopeParts = { 
/**
 * What is done with AI, such as handling claims.
 */
activities: Array<Line>, 
/**
 * The parts of the company that take part.
 */
units: Array<Line>, 
/**
 * Where.
 */
places: Array<Line>, 
/**
 * What is outside, and why.
 */
outside: Array<Outside>, 
/**
 * Where it meets what others do: suppliers, customers, other management systems.
 */
interfaces: Array<Line>, };

export type ScopeStanding = "empty" | "never-adopted" | "adopted" | "changed";

export type ScopeVersion = { 
/**
 * Its number, from 1.
 */
version: number, 
/**
 * The text.
 */
text: Prose, 
/**
 * When it was approved.
 */
day: Day, 
/**
 * Who approved it.
 */
approved_by: Line, 
/**
 * What changed; for the first, why it was written.
 */
change: Line, };

export type ScreeningOutcome = { "by": "open", 
/**
 * The questions without an answer on which it hangs.
 */
missing: Array<ScreeningQuestion>, 
/**
 * Whether it hangs on the class of the EU AI Act.
 */
legal: boolean, } | { "by": "screening", 
/**
 * The questions answered with yes.
 */
because: Array<ScreeningQuestion>, 
/**
 * Whether the class of the EU AI Act alone is enough.
 */
legal: boolean, } | { "by": "judgement", 
/**
 * Why.
 */
reason: Prose, };

export type ScreeningQuestion = "decisions" | "vulnerable" | "sensitive-data" | "public-facing" | "automatic" | "irreversible" | "safety" | "many-people" | "misuse";

export type Sector = { 
/**
 * Its name.
 */
name: Line, 
/**
 * Which rules of the sector apply to its AI.
 */
rules: Prose, };

export type ServedClause = { 
/**
 * Its number.
 */
id: ClauseId, 
/**
 * Its title.
 */
title: string, };

export type ServedControl = { 
/**
 * Its number.
 */
id: ControlNumber, 
/**
 * Its title.
 */
title: string, 
/**
 * Whether it is excluded, with its reason.
 */
excluded: boolean, };

export type SetActions = { 
/**
 * The actions by their numbers.
 */
ids: Array<ActionId>, 
/**
 * What will be done; with one action.
 */
text?: Prose, 
/**
 * Who does it.
 */
owner?: Line, };

export type SetAudit = { 
/**
 * Its number.
 */
id: AuditId, 
/**
 * What it is, in a line.
 */
title?: Line, 
/**
 * When it is to begin; while it has not.
 */
planned_for?: Day, 
/**
 * The last day; null where it takes one.
 */
until?: Day | null, 
/**
 * What of the company it looks at.
 */
scope?: Prose, 
/**
 * Who audits.
 */
auditor?: Line, 
/**
 * What it is held against, in place of what it was; while it has not begun.
 */
criteria?: Array<AuditCriteria>, 
/**
 * The AI systems whose practice it looks at, in place of those it has.
 */
systems?: Array<SystemId>, 
/**
 * How it is done.
 */
methods?: Prose, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetBackupSchedule = { 
/**
 * The schedule; null ends it.
 */
schedule: BackupSchedule | null, };

export type SetCase = { 
/**
 * Its number.
 */
id: CaseId, 
/**
 * What kind it is.
 */
kind?: CaseKind, 
/**
 * What it is, in a line.
 */
title?: Line, 
/**
 * What was reported, or what happened.
 */
what?: Prose, 
/**
 * When it happened; null where that is not known.
 */
occurred_on?: Day | null, 
/**
 * Since when the company knows of it.
 */
known_since?: Day, 
/**
 * Who reported it.
 */
reported_by?: Line, 
/**
 * Whether they asked that it be kept confidential.
 */
confidential?: boolean, 
/**
 * The AI systems that it is about, in place of those it has.
 */
systems?: Array<SystemId>, 
/**
 * What it did, or may have done, in place of what it has.
 */
harms?: Array<CaseHarm>, 
/**
 * What shows it, in place of what did.
 */
evidence?: Array<EvidenceId>, 
/**
 * Who sees to it.
 */
owner?: Line, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetClauses = { 
/**
 * The clauses by their numbers.
 */
clauses: Array<ClauseId>, 
/**
 * How far they are met.
 */
status?: Status, 
/**
 * The day by which they are to be met; null takes it away.
 */
target?: Day | null, 
/**
 * How they are met here.
 */
how?: Prose, 
/**
 * Who answers for them.
 */
owner?: Line, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetContextIssue = { 
/**
 * Its number.
 */
id: ContextIssueId, 
/**
 * Where it lies.
 */
side?: Side, 
/**
 * What it is about.
 */
topic?: Line, 
/**
 * What it means for our AI.
 */
meaning?: Prose, 
/**
 * What we do about it.
 */
response?: Prose, 
/**
 * When somebody last looked at it; null takes it away.
 */
reviewed?: Day | null, };

export type SetControls = { 
/**
 * The controls by their numbers.
 */
controls: Array<ControlId>, 
/**
 * How far they are done.
 */
status?: Status, 
/**
 * The day by which they are to be done; null takes it away.
 */
target?: Day | null, 
/**
 * How they are done here.
 */
how?: Prose, 
/**
 * Who answers for them.
 */
owner?: Line, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetCriterion = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * What must be so.
 */
text: Prose, 
/**
 * When to look.
 */
check_on: Day, };

export type SetDocument = { 
/**
 * The document.
 */
id: DocumentId, 
/**
 * The title; not where it is approved.
 */
title?: Line, 
/**
 * The version; not where it is approved.
 */
version?: Line, 
/**
 * What is new in this version; not where it is approved.
 */
changes?: Prose, 
/**
 * What it is.
 */
kind?: EvidenceKind, 
/**
 * The number under which the company keeps it.
 */
number?: Line, 
/**
 * Who answers for it.
 */
owner?: Line, 
/**
 * Who approves it.
 */
approver?: Line, 
/**
 * When it is looked at again; null takes it away.
 */
next_review?: Day | null, 
/**
 * Where the file is that people work on.
 */
working_file?: Line, 
/**
 * The clauses and controls that it serves, by their numbers, in place of those it has.
 */
links?: Array<EvidenceTarget>, };

export type SetEvidence = { 
/**
 * The pieces by their numbers.
 */
ids: Array<EvidenceId>, 
/**
 * The title; with one piece.
 */
title?: Line, 
/**
 * What it is.
 */
kind?: EvidenceKind, 
/**
 * What it proves.
 */
proves?: Prose, 
/**
 * From when it holds; null takes it away.
 */
effective?: Day | null, 
/**
 * When it was collected; null takes it away.
 */
collected?: Day | null, 
/**
 * Until when it holds, or by when it is looked at again; null takes it away.
 */
expires?: Day | null, 
/**
 * Who may see it.
 */
confidentiality?: Confidentiality, 
/**
 * Where it comes from.
 */
source?: Line, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, 
/**
 * Words to find it by, in place of those it has.
 */
tags?: Array<Line>, };

export type SetFinding = { 
/**
 * Its number.
 */
id: FindingId, 
/**
 * What it is, in a line.
 */
title?: Line, 
/**
 * The clauses and controls that it is about, in place of those it has.
 */
requirements?: Array<EvidenceTarget>, 
/**
 * How grave it is.
 */
grade?: FindingGrade, 
/**
 * Where it comes from.
 */
source?: FindingSource, 
/**
 * What was found.
 */
found?: Prose, 
/**
 * When.
 */
found_on?: Day, 
/**
 * By whom.
 */
found_by?: Line, 
/**
 * What shows it, in place of what did.
 */
evidence?: Array<EvidenceId>, 
/**
 * What it does to people, society and the business.
 */
effect?: Prose, 
/**
 * Who sees to it.
 */
owner?: Line, 
/**
 * By when it is to be closed; with `why`.
 */
due?: Day, 
/**
 * Why that day is another.
 */
why?: Prose, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetGuideStep = { 
/**
 * The step.
 */
step: StepId, 
/**
 * Who does it.
 */
owner?: Line, 
/**
 * The day by which it is to be done; null takes it away.
 */
due?: Day | null, 
/**
 * Tasks, and what counts as done by hand, to tick.
 */
tick?: Array<TickId>, 
/**
 * The same to take back.
 */
untick?: Array<TickId>, 
/**
 * Notes.
 */
note?: Prose, 
/**
 * The title of a step of the company's own.
 */
title?: Line, 
/**
 * What to do in a step of the company's own.
 */
what?: Prose, 
/**
 * How long a step of the company's own takes, in minutes.
 */
minutes?: number, };

export type SetInterestedParty = { 
/**
 * Its number.
 */
id: InterestedPartyId, 
/**
 * Who they are.
 */
name?: Line, 
/**
 * What they are to the organisation.
 */
kind?: PartyKind, 
/**
 * What they need, in place of what was written.
 */
needs?: Array<Need>, };

export type SetMaturity = { 
/**
 * The theme.
 */
theme: WorkTheme, 
/**
 * As it is; null takes it away.
 */
now?: MaturityLevel | null, 
/**
 * As it is meant to be; null takes it away.
 */
goal?: MaturityLevel | null, };

export type SetMeasure = { 
/**
 * Its number.
 */
id: MeasureId, 
/**
 * The clauses, controls and AI systems that it watches, in place of those it has.
 */
about?: Array<EvidenceTarget>, 
/**
 * What is measured.
 */
what?: Line, 
/**
 * In what it is counted.
 */
unit?: Line, 
/**
 * How it is measured.
 */
method?: Prose, 
/**
 * Who measures it.
 */
by?: Line, 
/**
 * How often.
 */
rhythm?: MeasureRhythm, 
/**
 * What is wanted.
 */
goal?: MeasureGoal, 
/**
 * What the figure was before anything was done; null takes it away.
 */
start?: Figure | null, 
/**
 * From when it is measured.
 */
since?: Day, 
/**
 * Since when it is measured no more; null lets it go on.
 */
ended?: Day | null, };

export type SetObjective = { 
/**
 * Its number.
 */
id: ObjectiveId, 
/**
 * What is to be reached, in a line.
 */
title?: Line, 
/**
 * What that is good for.
 */
purpose?: Prose, 
/**
 * The clauses, controls and AI systems that it serves, in place of those it has.
 */
about?: Array<EvidenceTarget>, 
/**
 * Who answers for it.
 */
owner?: Line, 
/**
 * What will be done.
 */
plan?: Prose, 
/**
 * What that takes.
 */
resources?: Prose, 
/**
 * By when it is to be reached; null takes the day away.
 */
target?: Day | null, 
/**
 * How it will be judged whether it was reached.
 */
judged_by?: Prose, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetOrganisation = { 
/**
 * Its name.
 */
name?: Line, 
/**
 * Its roles towards AI (ISO/IEC 22989).
 */
roles?: Array<Role>, 
/**
 * Its roles under the EU AI Act.
 */
act_roles?: Array<ActRole>, 
/**
 * How many people work there; null takes it away.
 */
headcount?: number | null, 
/**
 * In which countries and places it works.
 */
places?: Line, 
/**
 * What it does.
 */
activity?: Prose, 
/**
 * The sectors in which it works, in place of those it has.
 */
sectors?: Array<Sector>, 
/**
 * The standards whose management systems it already runs, in place of those it has.
 */
standards?: Array<HeldStandard>, 
/**
 * Whether climate change matters to its AI management system (clause 4.1).
 */
climate?: Climate, 
/**
 * Who leads the AI management system (clause 5.3).
 */
in_charge?: Line, 
/**
 * Who answers for it at the top (clause 5.1).
 */
top_management?: Line, 
/**
 * By when it is to be ready for the first stage of the audit; null takes it away.
 */
target?: Day | null, 
/**
 * What the AI management system covers (clause 4.3).
 */
scope?: Prose, };

export type SetPerson = { 
/**
 * Their number.
 */
id: PersonId, 
/**
 * Their name or job title.
 */
name?: Line, 
/**
 * What they do for the AI management system, in place of what they did.
 */
roles?: Array<AimsRole>, 
/**
 * What they may decide, and what they answer for.
 */
authority?: Prose, 
/**
 * Who stands in for them.
 */
deputy?: Line, 
/**
 * What they have to know or be able to do, in place of what was written.
 */
competences?: Array<Competence>, };

export type SetPreferences = { 
/**
 * The colours of the window.
 */
theme?: Theme, 
/**
 * How they are reminded of dates.
 */
reminders?: Reminders, 
/**
 * The names and roles that mean them, in place of those before.
 */
me?: Array<Line>, };

export type SetReview = { 
/**
 * Its number.
 */
id: ReviewId, 
/**
 * What it is called.
 */
title?: Line, 
/**
 * The day for which it is planned.
 */
planned_on?: Day, 
/**
 * The first day that it looks back on; null takes that of the review before.
 */
since?: Day | null, 
/**
 * Who chairs it.
 */
chair?: Line, 
/**
 * Who was there, in place of those who were named.
 */
present?: Array<ReviewAttendee>, 
/**
 * Why nothing has to be decided.
 */
no_decision?: Prose, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type SetReviewDecision = { 
/**
 * The review.
 */
id: ReviewId, 
/**
 * The decision's number.
 */
decision: number, 
/**
 * What it is about.
 */
about?: ReviewDecisionAbout, 
/**
 * What was decided.
 */
text?: Prose, };

export type SetScopeParts = { 
/**
 * What is done with AI.
 */
activities?: Array<Line>, 
/**
 * The parts of the company that take part.
 */
units?: Array<Line>, 
/**
 * Where.
 */
places?: Array<Line>, 
/**
 * What is outside, and why.
 */
outside?: Array<Outside>, 
/**
 * Where it meets what others do.
 */
interfaces?: Array<Line>, };

export type SetSoa = { 
/**
 * The number under which the company keeps it; empty brings back the usual one.
 */
number?: Line, 
/**
 * The version of the draft; empty brings back the first one.
 */
version?: Line, 
/**
 * Who answers for it.
 */
owner?: Line, };

export type SetSystem = { 
/**
 * Its number.
 */
id: SystemId, 
/**
 * Its name.
 */
name?: Line, 
/**
 * What it is for.
 */
purpose?: Prose, 
/**
 * Our roles towards it (ISO/IEC 22989), in place of those we have.
 */
roles?: Array<Role>, 
/**
 * Our roles towards it under the EU AI Act, in place of those we have.
 */
act_roles?: Array<ActRole>, 
/**
 * Who answers for it.
 */
owner?: Line, 
/**
 * Who built it or sells it.
 */
supplier?: Line, 
/**
 * Where it stands in its life.
 */
stage?: Stage, 
/**
 * Whether the AI management system covers it.
 */
in_scope?: boolean, 
/**
 * Answers to screening questions; the others stay, and `unknown` opens one again.
 */
screening?: { [key in ScreeningQuestion]?: Answer }, 
/**
 * In which class of the EU AI Act we put it.
 */
legal?: LegalClass, 
/**
 * What somebody decided about its impact against the screening; null leaves it to the screening.
 */
judgement?: Judgement | null, 
/**
 * Whether it works with personal data.
 */
personal_data?: Answer, 
/**
 * Whom it affects.
 */
affected?: Prose, 
/**
 * Notes, which no document shows.
 */
notes?: Prose, };

export type ShownReading = { 
/**
 * Whether its figure is as it is wanted today.
 */
on_target: boolean, 
/**
 * The measure.
 */
measure: MeasureId, 
/**
 * The day, of which a measure has one reading.
 */
day: Day, 
/**
 * The figure.
 */
value: Figure, 
/**
 * What is to be said of it.
 */
note: Prose, 
/**
 * Who measured it.
 */
by: Line, 
/**
 * What shows it.
 */
evidence: Array<EvidenceId>, };

export type Side = "outside" | "inside";

export type SimilarCases = { 
/**
 * The finding.
 */
id: FindingId, 
/**
 * Where somebody looked, and what was there.
 */
text: Prose, };

export type SoaCheck = { 
/**
 * What is not as it should be.
 */
findings: Array<SoaFinding>, 
/**
 * What is.
 */
passed: Array<SoaCheckName>, };

export type SoaCheckName = "scope-missing" | "role-missing" | "document-owner-missing" | "undecided" | "exclusion-reason-thin" | "met-by-excluded" | "owner-missing" | "how-missing" | "target-missing" | "target-passed" | "evidence-missing" | "nonconformity-open";

export type SoaDetails = { 
/**
 * The number under which the company keeps it.
 */
number: Line, 
/**
 * The version of the draft.
 */
version: Line, 
/**
 * Who answers for it.
 */
owner: Line, };

export type SoaFinding = { 
/**
 * What was looked at.
 */
check: SoaCheckName, 
/**
 * Whether it stands in the way of approval; else it is advice.
 */
obstacle: boolean, 
/**
 * The controls that it is about; none where it is about the document.
 */
controls: Array<ControlId>, };

export type SoaIssue = { 
/**
 * The last entry of the ledger that it shows.
 */
entry: number, 
/**
 * The hash of that entry, as the document names it.
 */
head: string, 
/**
 * The number under which the company keeps it.
 */
number: Line, 
/**
 * Its version.
 */
version: Line, 
/**
 * When it was first exported, in UTC (RFC 3339).
 */
at: string, 
/**
 * The evidence that it rests on, in order.
 */
evidence: Array<EvidenceUsed>, };

export type SoaPreview = { 
/**
 * The PDF in Base64.
 */
pdf: string, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * What its reader should know.
 */
warnings: Array<Warning>, };

export type SourceKey = string;

export type SplitGuideStep = { 
/**
 * The step.
 */
step: StepId, 
/**
 * Its new parts, beside those that it has.
 */
parts: Array<GuidePart>, };

export type Stage = "idea" | "building" | "in-use" | "retired";

export type Standing = "undecided" | "excluded" | "not-started" | "planned" | "in-progress" | "implemented" | "overdue" | "no-evidence" | "nonconforming";

export type StandingFigures = { 
/**
 * How ready, in whole per cent; what is over is left out.
 */
percent: number, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many there are.
 */
total: number, 
/**
 * What must be there before the whole goes above 79 %, and is not.
 */
gates: Array<GateName>, 
/**
 * The Statement of Applicability that was exported last.
 */
statement: StatementFigures | null, };

export type Start = { 
/**
 * The answers so far, where there are any.
 */
answers: StartAnswers | null, 
/**
 * The folder in which the person keeps documents, where the system names one.
 */
documents: string | null, };

export type StartAnswers = { 
/**
 * The page that was reached, by its name.
 */
furthest: string, 
/**
 * The organisation's name.
 */
name: string, 
/**
 * What it does.
 */
activity: string, 
/**
 * How many people work there.
 */
headcount: string, 
/**
 * In which countries and places it works.
 */
places: string, 
/**
 * Its roles towards AI (ISO/IEC 22989).
 */
roles: Array<Role>, 
/**
 * Its roles under the EU AI Act.
 */
act_roles: Array<ActRole>, 
/**
 * Its AI systems.
 */
systems: Array<StartSystem>, 
/**
 * Whether they are to be named later.
 */
systems_later: boolean, 
/**
 * Whether the whole organisation is in scope.
 */
part: StartPart | null, 
/**
 * Which parts of it are, one a line.
 */
units: string, 
/**
 * What they do with AI, one a line.
 */
activities: string, 
/**
 * Who leads the AI management system.
 */
in_charge: string, 
/**
 * Who answers for it at the top.
 */
top_management: string, 
/**
 * By when it is to be ready.
 */
target: string, 
/**
 * Whether to remind of dates on this computer.
 */
remind: boolean, 
/**
 * Where the workspace goes.
 */
folder: string, 
/**
 * Whether that was chosen, and is not proposed.
 */
folder_chosen: boolean, };

export type StartAudit = { 
/**
 * The audit.
 */
id: AuditId, 
/**
 * When; today where it is left out.
 */
on?: Day, };

export type StartOutlook = { 
/**
 * The text of the scope.
 */
scope: Prose, 
/**
 * The plan, where one was asked for.
 */
plan: GuidePlan | null, };

export type StartPart = "whole" | "part";

export type StartSystem = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * The organisation's roles towards it.
 */
roles: Array<Role>, 
/**
 * Who answers for it.
 */
owner: string, };

export type StatementFigures = { 
/**
 * Its version.
 */
version: Line, 
/**
 * When it was exported, in UTC.
 */
on: Day, 
/**
 * How many records that it shows have changed since.
 */
changes: number, };

export type Status = "not-started" | "planned" | "in-progress" | "implemented";

export type StatusFigures = { 
/**
 * Over all, no higher than the gates allow.
 */
overall: Percent, 
/**
 * Over all, as it would be if no gate kept it back.
 */
uncapped: Percent, 
/**
 * What that means.
 */
band: ReadinessBand, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many there are.
 */
total: number, 
/**
 * By theme.
 */
themes: Record<string, number>, 
/**
 * By clause, 4 to 10.
 */
clauses: Record<string, number>, 
/**
 * By group of Annex A.
 */
groups: Record<string, number>, };

export type Step = { 
/**
 * Its place in the ledger.
 */
seq: number, 
/**
 * The operation by its name.
 */
operation: string, 
/**
 * The records it changed.
 */
ids: Array<string>, };

export type StepId = string;

export type StepState = "not-started" | "in-progress" | "done" | "not-needed";

export type Swept = { 
/**
 * How many files.
 */
files: number, 
/**
 * How many bytes they had.
 */
bytes: number, };

export type SystemId = string;

export type SystemReference = { 
/**
 * Its number.
 */
id: SystemId, };

export type TakeFiles = { 
/**
 * The files. One that changed becomes a new version of the piece that it is.
 */
files: Array<InboxFile>, 
/**
 * What is said of those that are new.
 */
about?: Particulars, };

export type TakenFiles = { 
/**
 * The pieces that got a new version.
 */
versions: Array<EvidenceId>, 
/**
 * The pieces that were added, in the order of the files.
 */
added: Array<EvidenceId>, 
/**
 * Files that are the newest version of a piece already, under the same name; links and tags that were given
 * went to that piece.
 */
known: Array<KnownFile>, 
/**
 * Files that were not taken in.
 */
refused: Array<RefusedFile>, 
/**
 * Whether it was stopped before the end; the files that are named in no list were not taken in.
 */
stopped: boolean, };

export type TellOfCase = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * Who was told.
 */
whom: Line, 
/**
 * When; today where it is left out.
 */
on?: Day, 
/**
 * What they were told, or by what letter.
 */
what?: Prose, 
/**
 * Which duty that fulfils, where it does; it applies then.
 */
duty?: DutyKey, 
/**
 * Who told them; whoever records it where it is left out.
 */
by?: Line, };

export type Theme = "system" | "light" | "dark";

export type ThemeFigure = { 
/**
 * The theme.
 */
theme: WorkTheme, 
/**
 * How ready, in per cent.
 */
percent: Percent, 
/**
 * How many requirements are met.
 */
met: number, 
/**
 * How many are not met, and under way.
 */
under_way: number, 
/**
 * How many there are; those that are left out are not among them.
 */
total: number, };

export type TickId = string;

export type TimeOfDay = string;

export type UndoState = { 
/**
 * What undo would take back.
 */
undo: Step | null, 
/**
 * What redo would do again.
 */
redo: Step | null, };

export type Unreadable = { 
/**
 * The place, as it may be shown.
 */
path: string, 
/**
 * Why.
 */
why: string, };

export type UsualApprover = "top-management" | "in-charge";

export type Verification = { 
/**
 * Whether everything is as it should be.
 */
ok: boolean, 
/**
 * What was checked, in order.
 */
checks: Array<Check>, 
/**
 * The files of evidence that are not as they were added.
 */
damaged: Array<DamagedFile>, 
/**
 * How many files were read.
 */
files: number, 
/**
 * How many bytes they have.
 */
bytes: number, };

export type VerifyWorkspace = { 
/**
 * Its folder; without one, the open workspace.
 */
folder?: string, 
/**
 * How many files to read, by chance; without a number, all.
 */
sample?: number, };

export type VersionReference = { 
/**
 * The piece by its number.
 */
id: EvidenceId, 
/**
 * The version; the newest where nothing is said.
 */
version?: number, };

export type Warning = { "code": "missing-character", 
/**
 * The characters.
 */
characters: Array<string>, 
/**
 * Where they stand, such as a control's number.
 */
place: string, };

export type WatchedFolder = { 
/**
 * Its path.
 */
folder: string, 
/**
 * Which folder on which disk it was, so that another in its place is not taken for it.
 */
identity: string, 
/**
 * Since when, in UTC (RFC 3339).
 */
since: string, 
/**
 * Who watches it, as the system names them.
 */
by: string, };

export type WatchedFolderReference = { 
/**
 * Its path.
 */
folder: string, };

export type WhyNow = { "because": "late", 
/**
 * How many days ago.
 */
days: number, } | { "because": "due", 
/**
 * In how many days.
 */
days: number, } | { "because": "begun" } | { "because": "opens", 
/**
 * How many.
 */
steps: number, } | { "because": "next" } | { "because": "after", 
/**
 * The titles of those that it waits for.
 */
titles: Array<string>, };

export type WithdrawDocument = { 
/**
 * The document.
 */
id: DocumentId, 
/**
 * Why.
 */
why: Prose, };

export type WorkTheme = "leadership" | "planning" | "support" | "operation" | "performance-evaluation" | "continual-improvement";

export type Workspace = { 
/**
 * Its folder.
 */
folder: string, 
/**
 * The organisation whose AI management system it holds.
 */
organisation: Organisation, 
/**
 * Whether it can be changed.
 */
can_write: boolean, 
/**
 * Why it can't be changed, where it can't.
 */
read_only_because: Failure | null, 
/**
 * Whether it is the sample.
 */
sample: boolean, };

export type Worth = "left-out" | "excluded-thinly" | "undecided" | "not-started" | "planned" | "in-progress" | "unproven" | "nonconforming" | "proven" | "verified";

export type WriteBackup = { 
/**
 * The file; one that is sealed is best named `….zip.age`.
 */
file: string, 
/**
 * A passphrase to seal it with.
 */
passphrase?: string, 
/**
 * Whether a file of that name is replaced; it is not where nothing is said.
 */
replace?: boolean, };

export type WriteDraft = { 
/**
 * Its name.
 */
draft: DraftKey, 
/**
 * The file.
 */
file: string, 
/**
 * In which form; as the ending of the file's name says where nothing is said.
 */
format?: DraftFormat, 
/**
 * Whether a file of that name is replaced; it is not where nothing is said.
 */
replace?: boolean, };

export type WrittenBackup = { 
/**
 * Where it is.
 */
file: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * How many files of the evidence are in it.
 */
files: number, 
/**
 * Files of the evidence that are not, because they were damaged or missing already, by their SHA-256.
 */
left_out: Array<string>, 
/**
 * The last entry of the ledger that is in it.
 */
entry: number, };

export type WrittenCalendar = { 
/**
 * Where it is.
 */
file: string, 
/**
 * How many dates it holds.
 */
dates: number, };

export type WrittenDraft = { 
/**
 * Where it is.
 */
file: string, 
/**
 * In which form.
 */
format: DraftFormat, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * Its SHA-256.
 */
sha256: string, 
/**
 * How many decisions it leaves open.
 */
open: number, 
/**
 * What its reader should know.
 */
warnings: Array<Warning>, };

export type WrittenMinutes = { 
/**
 * Where they are.
 */
file: string, 
/**
 * Their size in bytes.
 */
bytes: number, 
/**
 * How many pages they have.
 */
pages: number, 
/**
 * Whether they say that they are a draft.
 */
draft: boolean, 
/**
 * Their SHA-256.
 */
sha256: string, 
/**
 * What their reader should know.
 */
warnings: Array<Warning>, };

/** Every operation: what it takes and what it returns. */
export interface Operations {
  /** Says which Annexe this is. */
  "app.about": { arguments: Nothing; result: About };
  /** Returns the preferences of the person at this computer. */
  "preferences.show": { arguments: Nothing; result: Preferences };
  /** Changes preferences; what is left out stays. */
  "preferences.set": { arguments: SetPreferences; result: Preferences };
  /** Returns the whole catalogue: clauses, Annex A, Annex C and what other frameworks ask. */
  "catalogue.show": { arguments: Nothing; result: Catalogue };
  /** Returns the workspaces opened last, the latest first. */
  "workspace.recent": { arguments: Nothing; result: Array<Recent> };
  /** Takes a workspace off the list of those opened last; the workspace stays. */
  "workspace.forget": { arguments: FolderReference; result: Array<Recent> };
  /** Makes a workspace with what it begins with, and opens it. */
  "workspace.create": { arguments: CreateWorkspace; result: Workspace };
  /** Makes the sample company's workspace and opens it; without a folder, the one of this computer. */
  "workspace.sample": { arguments: MakeSample; result: Workspace };
  /** Opens a workspace. */
  "workspace.open": { arguments: OpenWorkspace; result: Workspace };
  /** Closes the open workspace. */
  "workspace.close": { arguments: Nothing; result: null };
  /** Returns the open workspace. */
  "workspace.current": { arguments: Nothing; result: Workspace | null };
  /** Checks the database, the ledger's chain, that the tables say what the ledger says, and the files. */
  "workspace.verify": { arguments: VerifyWorkspace; result: Verification };
  /** Returns what somebody who starts a workspace has answered so far on this computer. */
  "start.answers": { arguments: Nothing; result: Start };
  /** Keeps the answers on this computer until a workspace is made of them. */
  "start.keep": { arguments: StartAnswers; result: null };
  /** Returns the scope and the plan that workspace.create would write; nothing is kept. */
  "start.outlook": { arguments: Beginning; result: StartOutlook };
  /** Writes a backup, reads it back whole, and only then calls it done. */
  "backup.write": { arguments: WriteBackup; result: WrittenBackup };
  /** Checks a backup whole; nothing is kept. */
  "backup.check": { arguments: OpenBackup; result: BackupReport };
  /** Makes a workspace out of a backup, verifies it, and opens it. */
  "backup.restore": { arguments: RestoreBackup; result: Workspace };
  /** Says when the last good backup was made from this computer, and when the next is due. */
  "backup.status": { arguments: Nothing; result: BackupStatus };
  /** Sets when backups are made by themselves, where, and how many are kept. */
  "backup.schedule": { arguments: SetBackupSchedule; result: BackupStatus };
  /** Makes a backup if one is due. */
  "backup.run": { arguments: Nothing; result: BackupStatus };
  /** Says what to do next, what needs attention, and how each control stands. */
  "home.show": { arguments: Nothing; result: Home };
  /** Returns the road to the audit: its themes, and how far each step is. */
  "guide.show": { arguments: Nothing; result: GuideRoad };
  /** Returns a step of the road whole: why, what to do, what counts as done, what it serves. */
  "guide.step": { arguments: GuideStepReference; result: GuideStepDetails };
  /** Says which few steps are next on the road, and why now. */
  "guide.next": { arguments: NextGuideSteps; result: Array<NextGuideStep> };
  /** Changes owner, day, ticks and note of a step; what is left out stays. */
  "guide.set": { arguments: SetGuideStep; result: GuideStepDetails };
  /** Adds a step of the company's own. */
  "guide.add": { arguments: AddGuideStep; result: GuideStepDetails };
  /** Splits a step into parts, each with an owner and a day. */
  "guide.split": { arguments: SplitGuideStep; result: GuideStepDetails };
  /** Removes a step of the company's own, with its parts. */
  "guide.remove": { arguments: GuideStepReference; result: null };
  /** Returns the plan that guide.plan would write, and how much work it asks for in each week. */
  "guide.plan-preview": { arguments: PlanGuide; result: GuidePlan };
  /** Gives every step that is not over a day between today and the target. */
  "guide.plan": { arguments: PlanGuide; result: GuidePlan };
  /** Returns the dates of the workspace: what is to be done by when, and what holds until when. */
  "calendar.list": { arguments: ListDates; result: CalendarPage };
  /** Writes every date to a file that calendar programs read (RFC 5545). */
  "calendar.export": { arguments: ExportCalendar; result: WrittenCalendar };
  /** Returns what to remind of now, and notes on this computer that it was told. */
  "reminder.due": { arguments: Nothing; result: Reminder };
  /** Returns the organisation. */
  "organisation.show": { arguments: Nothing; result: Organisation };
  /** Changes the organisation; what is left out stays. */
  "organisation.set": { arguments: SetOrganisation; result: Organisation };
  /** Returns every clause that can be assessed, from 4.1 to 10.2, and where the company stands with it. */
  "clause.list": { arguments: Nothing; result: Array<AssessedClause> };
  /** Returns one clause. */
  "clause.show": { arguments: ClauseReference; result: AssessedClause };
  /** Changes status, target date, how, owner and notes of clauses; what is left out stays. */
  "clause.set": { arguments: SetClauses; result: Array<AssessedClause> };
  /** Returns what the ledger says of a clause, the newest first. */
  "clause.history": { arguments: ClauseReference; result: Array<LedgerEntry> };
  /** Says how ready the company is today, what each figure is made of, and what keeps it back. */
  "readiness.show": { arguments: Nothing; result: Readiness };
  /** Says the same in short: figures in per cent, and the gates that are not met in words. */
  "readiness.status": { arguments: Nothing; result: ReadinessStatus };
  /** Returns the issues outside and inside (clause 4.1). */
  "context.list": { arguments: Nothing; result: Array<ContextIssue> };
  /** Adds an issue. */
  "context.add": { arguments: AddContextIssue; result: ContextIssue };
  /** Changes an issue; what is left out stays. */
  "context.set": { arguments: SetContextIssue; result: ContextIssue };
  /** Removes an issue. */
  "context.remove": { arguments: ContextIssueReference; result: null };
  /** Returns the interested parties and what they need (clause 4.2). */
  "party.list": { arguments: Nothing; result: Array<InterestedParty> };
  /** Adds an interested party. */
  "party.add": { arguments: AddInterestedParty; result: InterestedParty };
  /** Changes an interested party; what is left out stays. */
  "party.set": { arguments: SetInterestedParty; result: InterestedParty };
  /** Removes an interested party. */
  "party.remove": { arguments: InterestedPartyReference; result: null };
  /** Returns who does what for the management system, and what they have to know for it (clauses 5.3 and 7.2). */
  "person.list": { arguments: Nothing; result: Array<Person> };
  /** Adds a person. */
  "person.add": { arguments: AddPerson; result: Person };
  /** Changes a person; what is left out stays. */
  "person.set": { arguments: SetPerson; result: Person };
  /** Removes a person. */
  "person.remove": { arguments: PersonReference; result: null };
  /** Returns the scope: its text, its parts, the text that they make, and the versions that were adopted (clause 4.3). */
  "scope.show": { arguments: Nothing; result: Scope };
  /** Changes the parts of the scope; what is left out stays, and so does its text. */
  "scope.set": { arguments: SetScopeParts; result: Scope };
  /** Returns the text that the parts of the scope make with some changes; nothing is kept. */
  "scope.compose": { arguments: SetScopeParts; result: ComposedScope };
  /** Keeps the text of the scope as a version that was approved. */
  "scope.adopt": { arguments: AdoptScope; result: Scope };
  /** Returns the versions of the scope that were adopted, the newest first. */
  "scope.versions": { arguments: Nothing; result: Array<ScopeVersion> };
  /** Returns the inventory of AI systems. */
  "system.list": { arguments: Nothing; result: Array<AiSystemDetails> };
  /** Returns one AI system. */
  "system.show": { arguments: SystemReference; result: AiSystemDetails };
  /** Adds an AI system to the inventory. */
  "system.add": { arguments: AddSystem; result: AiSystem };
  /** Changes an AI system; what is left out stays. */
  "system.set": { arguments: SetSystem; result: AiSystem };
  /** Removes an AI system, with the links of evidence to it. */
  "system.remove": { arguments: SystemReference; result: null };
  /** Returns what the ledger says of an AI system, the newest first. */
  "system.history": { arguments: SystemReference; result: Array<LedgerEntry> };
  /** Says how ready the company was on each day on which something changed, and how ready it is today. */
  "readiness.history": { arguments: Nothing; result: Array<ReadinessPoint> };
  /** Returns how mature the work of each theme is, and is meant to be, as the company itself judges. */
  "maturity.list": { arguments: Nothing; result: Array<Maturity> };
  /** Changes how mature the work of a theme is, or is meant to be; what is left out stays. */
  "maturity.set": { arguments: SetMaturity; result: Array<Maturity> };
  /** Writes the gap report to a file: where the company stands, what is missing, and who does what by when. */
  "report.gap": { arguments: ExportGapReport; result: Exported };
  /** Writes the log of findings and corrective actions to a file: PDF, XLSX or CSV, by the end of its name. */
  "report.findings": { arguments: ExportFindings; result: FindingsLog };
  /** Writes the report of an internal audit to a file, as PDF. */
  "report.audit": { arguments: ExportAudit; result: Exported };
  /** Writes the minutes of a management review to a file; before it is approved they say that they are a draft. */
  "report.review": { arguments: ExportMinutes; result: WrittenMinutes };
  /** Returns every control: Annex A's, then the company's own. */
  "control.list": { arguments: Nothing; result: Array<Control> };
  /** Returns one control. */
  "control.show": { arguments: ControlReference; result: Control };
  /** Decides whether controls apply, and why (clause 6.1.3). */
  "control.decide": { arguments: DecideControls; result: Array<Control> };
  /** Changes status, target date, how, owner and notes of controls; what is left out stays. */
  "control.set": { arguments: SetControls; result: Array<Control> };
  /** Adds a control beside Annex A's. */
  "control.add": { arguments: AddControl; result: Control };
  /** Changes title or source of a control of the company's own. */
  "control.edit": { arguments: EditControl; result: Control };
  /** Removes a control of the company's own. */
  "control.remove": { arguments: ControlReference; result: null };
  /** Returns what the ledger says of a control, the newest first. */
  "control.history": { arguments: ControlReference; result: Array<LedgerEntry> };
  /** Returns a page of the evidence: what holds some words, what is linked to a control, what has expired. */
  "evidence.list": { arguments: ListEvidence; result: EvidencePage };
  /** Returns a piece of evidence, with the statements that rest on it. */
  "evidence.show": { arguments: EvidenceReference; result: EvidenceDetails };
  /** Returns what the ledger says of a piece of evidence, the newest first. */
  "evidence.history": { arguments: EvidenceReference; result: Array<LedgerEntry> };
  /** Returns the tags in use, and how often each is. */
  "evidence.tags": { arguments: Nothing; result: { [key in string]: number } };
  /** Returns the evidence that was removed, and why. */
  "evidence.removed": { arguments: Nothing; result: Array<RemovedEvidence> };
  /** Adds files, or all files of folders, each as a piece of evidence. */
  "evidence.add": { arguments: AddEvidence; result: AddedEvidence };
  /** Adds a file that is given as its bytes, such as a picture that was pasted. */
  "evidence.paste": { arguments: PasteEvidence; result: AddedEvidence };
  /** Adds a file as the newest version of a piece; the older ones stay. */
  "evidence.add-version": { arguments: AddVersion; result: Evidence };
  /** Changes what is said of evidence; what is left out stays. */
  "evidence.set": { arguments: SetEvidence; result: Array<Evidence> };
  /** Links evidence to the clauses, controls and AI systems that it proves something about. */
  "evidence.link": { arguments: LinkEvidence; result: Array<Evidence> };
  /** Takes links of evidence away. */
  "evidence.unlink": { arguments: LinkEvidence; result: Array<Evidence> };
  /** Removes evidence, with a reason; its bytes stay until they are cleared out. */
  "evidence.remove": { arguments: RemoveEvidence; result: Array<RemovedEvidence> };
  /** Writes a file of the evidence to a place, as it was added. */
  "evidence.export": { arguments: ExportEvidence; result: ExportedEvidence };
  /** Returns what a window can show of a file. */
  "evidence.preview": { arguments: VersionReference; result: EvidencePreview };
  /** Makes a read-only copy for another program to open; refuses what could run. */
  "evidence.copy": { arguments: VersionReference; result: EvidenceCopy };
  /** Reads files that are new for the words inside them, so that they are found by those. */
  "evidence.read": { arguments: Nothing; result: EvidenceReading };
  /** Brings damaged or missing files back, from a backup or from the original. */
  "evidence.heal": { arguments: OpenBackup; result: Healed };
  /** Deletes the files that nothing refers to; what was done before can't be undone after that. */
  "evidence.sweep": { arguments: Nothing; result: Swept };
  /** Returns the drafts of documents, each with what is left to decide in it (clause 7.5). */
  "draft.list": { arguments: Nothing; result: Array<DraftSummary> };
  /** Renders a draft for a look at its pages, as it reads with what the workspace knows today. */
  "draft.preview": { arguments: DraftReference; result: DraftPreview };
  /** Writes a draft to a file, as a document to edit or as PDF. */
  "draft.write": { arguments: WriteDraft; result: WrittenDraft };
  /** Returns the controlled documents. */
  "document.list": { arguments: Nothing; result: Array<DocumentRow> };
  /** Returns a controlled document, with what is left to decide in it. */
  "document.show": { arguments: DocumentReference; result: DocumentDetails };
  /** Returns what the ledger says of a document, the newest first. */
  "document.history": { arguments: DocumentReference; result: Array<LedgerEntry> };
  /** Controls a document from now on: one that begins with a draft, or one that the company has already. */
  "document.add": { arguments: AddDocument; result: ControlledDocument };
  /** Changes what is said of a document; what is left out stays. */
  "document.set": { arguments: SetDocument; result: ControlledDocument };
  /** Answers a decision that a draft leaves open, or opens it again. */
  "document.decide": { arguments: DecideDocument; result: ControlledDocument };
  /** Gives a draft to somebody to read. */
  "document.submit": { arguments: DocumentReference; result: ControlledDocument };
  /** Takes a document that is in review back to draft. */
  "document.recall": { arguments: DocumentReference; result: ControlledDocument };
  /** Approves the version that is in review; what is approved becomes evidence. */
  "document.approve": { arguments: ApproveDocument; result: ControlledDocument };
  /** Begins the next version; what is approved stays in force until that is. */
  "document.new-version": { arguments: NewVersion; result: ControlledDocument };
  /** Withdraws a document; what was approved is kept and holds no longer. */
  "document.withdraw": { arguments: WithdrawDocument; result: ControlledDocument };
  /** Returns the watched folders. */
  "watch.list": { arguments: Nothing; result: Array<WatchedFolder> };
  /** Watches a folder from now on. */
  "watch.add": { arguments: WatchedFolderReference; result: WatchedFolder };
  /** Watches a folder no longer; what was taken in stays. */
  "watch.remove": { arguments: WatchedFolderReference; result: null };
  /** Looks through the watched folders and returns what is new, changed or gone. */
  "watch.scan": { arguments: InboxRange; result: InboxPage };
  /** Returns what the last look saw and nobody has dealt with. */
  "watch.inbox": { arguments: InboxRange; result: InboxPage };
  /** Takes files of the inbox in: new ones as pieces of evidence, changed ones as new versions. */
  "watch.take": { arguments: TakeFiles; result: TakenFiles };
  /** Passes files of the inbox over: they are not asked about again. */
  "watch.pass": { arguments: PassFiles; result: PassedFiles };
  /** Returns the files that were passed over. */
  "watch.passed": { arguments: ListRange; result: PassedPage };
  /** Asks again about files that were passed over. */
  "watch.recall": { arguments: PassFiles; result: null };
  /** Returns the other frameworks with their places, and how much of what relates to each is in place. */
  "framework.list": { arguments: Nothing; result: Array<FrameworkOverview> };
  /** Returns an article, a subcategory, a clause or a control of another framework: what relates to it, how that stands, and what stays open. */
  "framework.place": { arguments: FrameworkPlaceReference; result: FrameworkView };
  /** Returns the dates of the EU AI Act and the state of the standards for it, with what concerns the organisation. */
  "framework.law": { arguments: Nothing; result: LawToday };
  /** Returns the findings, the newest first. */
  "finding.list": { arguments: ListFindings; result: Array<FindingRow> };
  /** Returns a finding with its actions, how far it has come, and what it needs next. */
  "finding.show": { arguments: FindingReference; result: FindingDetails };
  /** Returns what the ledger says of a finding and its actions, the newest first. */
  "finding.history": { arguments: FindingReference; result: Array<LedgerEntry> };
  /** Records a nonconformity or an opportunity for improvement (clause 10.2). */
  "finding.add": { arguments: AddFinding; result: FindingDetails };
  /** Changes what is said of a finding; what is left out stays, and another date asks why. */
  "finding.set": { arguments: SetFinding; result: FindingDetails };
  /** Records what was done at once, and how the case was put right. */
  "finding.contain": { arguments: ContainFinding; result: FindingDetails };
  /** Records what a look for similar cases showed. */
  "finding.similar": { arguments: SimilarCases; result: FindingDetails };
  /** Records the cause: in words, by five whys, or by a fishbone. */
  "finding.cause": { arguments: ExplainFinding; result: FindingDetails };
  /** Records who approved the planned actions. */
  "finding.approve-plan": { arguments: ApprovePlan; result: FindingDetails };
  /** Records by what it will be seen that the actions work, and when to look. */
  "finding.criterion": { arguments: SetCriterion; result: FindingDetails };
  /** Records a check of the effect; where it did not pass, another round begins. */
  "finding.check": { arguments: CheckFinding; result: FindingDetails };
  /** Closes a finding for which everything is there. */
  "finding.close": { arguments: CloseFinding; result: FindingDetails };
  /** Refuses a finding, with the reason. */
  "finding.refuse": { arguments: GiveReason; result: FindingDetails };
  /** Opens a finding again that was closed or refused, with the reason. */
  "finding.reopen": { arguments: GiveReason; result: FindingDetails };
  /** Records what else a finding asks to bring up to date. */
  "finding.follow-up": { arguments: FollowUpFinding; result: FindingDetails };
  /** Returns the actions of every origin: those that are to be done, and then those that are over. */
  "action.list": { arguments: ListActions; result: ActionList };
  /** Returns how many actions were open week by week, half a year back at most. */
  "action.burn-down": { arguments: Nothing; result: Array<ActionWeek> };
  /** Plans an action. */
  "action.add": { arguments: AddAction; result: Action };
  /** Changes what actions say, or whose they are; what is left out stays. */
  "action.set": { arguments: SetActions; result: Array<Action> };
  /** Gives actions another date, with the reason. */
  "action.move": { arguments: MoveActions; result: Array<Action> };
  /** Records that an action is done, with the evidence that shows it. */
  "action.finish": { arguments: FinishAction; result: Action };
  /** Opens an action again that was said to be done. */
  "action.reopen": { arguments: ActionReference; result: Action };
  /** Removes an action that is not done. */
  "action.remove": { arguments: ActionReference; result: null };
  /** Returns the objectives with their measures. */
  "objective.list": { arguments: Nothing; result: Array<ObjectiveRow> };
  /** Returns an objective with the readings of its measures and the actions of its plan. */
  "objective.show": { arguments: ObjectiveReference; result: ObjectiveDetails };
  /** Returns what the ledger says of an objective, its measures and their readings, the newest first. */
  "objective.history": { arguments: ObjectiveReference; result: Array<LedgerEntry> };
  /** Sets an objective (clause 6.2). */
  "objective.add": { arguments: AddObjective; result: ObjectiveDetails };
  /** Changes what is said of an objective; what is left out stays. */
  "objective.set": { arguments: SetObjective; result: ObjectiveDetails };
  /** Records whether an objective was reached, and what follows. */
  "objective.evaluate": { arguments: EvaluateObjective; result: ObjectiveDetails };
  /** Takes up an objective again that was judged. */
  "objective.resume": { arguments: ObjectiveReference; result: ObjectiveDetails };
  /** Removes an objective with its measures and their readings. */
  "objective.remove": { arguments: ObjectiveReference; result: null };
  /** Returns every measure, also those of objectives. */
  "measure.list": { arguments: Nothing; result: Array<MeasureRow> };
  /** Returns a measure with its readings. */
  "measure.show": { arguments: MeasureReference; result: MeasureDetails };
  /** Returns what the ledger says of a measure and its readings, the newest first. */
  "measure.history": { arguments: MeasureReference; result: Array<LedgerEntry> };
  /** Adds a measure, for an objective or by itself (clause 9.1). */
  "measure.add": { arguments: AddMeasure; result: MeasureDetails };
  /** Changes what is said of a measure; what is left out stays. */
  "measure.set": { arguments: SetMeasure; result: MeasureDetails };
  /** Removes a measure with its readings. */
  "measure.remove": { arguments: MeasureReference; result: null };
  /** Records what was measured on a day. */
  "measure.read": { arguments: ReadMeasure; result: MeasureDetails };
  /** Takes a reading away. */
  "measure.remove-reading": { arguments: ReadingReference; result: MeasureDetails };
  /** Says what taking readings in from a file would do. */
  "measure.preview": { arguments: PreviewReadings; result: ImportPreview };
  /** Takes readings in from a file, all of them or none. */
  "measure.import": { arguments: ImportReadings; result: ImportedReadings };
  /** Returns the concerns, complaints and incidents, the newest first. */
  "case.list": { arguments: Nothing; result: Array<CaseRow> };
  /** Returns a case with the duties that it falls under, or may. */
  "case.show": { arguments: CaseReference; result: CaseDetails };
  /** Returns what the ledger says of a case, the newest first. */
  "case.history": { arguments: CaseReference; result: Array<LedgerEntry> };
  /** Records a concern, a complaint or an incident (A.3.3, A.8.3, A.8.4). */
  "case.add": { arguments: AddCase; result: CaseDetails };
  /** Changes what is said of a case; what is left out stays. */
  "case.set": { arguments: SetCase; result: CaseDetails };
  /** Records that somebody was told of a case. */
  "case.tell": { arguments: TellOfCase; result: CaseDetails };
  /** Records whether a duty to tell applies to a case. */
  "case.rule": { arguments: RuleOnDuty; result: CaseDetails };
  /** Closes a case with what came of it. */
  "case.close": { arguments: CloseCase; result: CaseDetails };
  /** Opens a closed case again. */
  "case.reopen": { arguments: ReopenCase; result: CaseDetails };
  /** Returns the internal audits, the newest first. */
  "audit.list": { arguments: Nothing; result: Array<AuditRow> };
  /** Returns an internal audit with its checklist, what was answered, and what it lacks. */
  "audit.show": { arguments: AuditReference; result: AuditDetails };
  /** Returns what the ledger says of an internal audit and its answers, the newest first. */
  "audit.history": { arguments: AuditReference; result: Array<LedgerEntry> };
  /** Returns the audits of a year, and what is due by risk, with the reasons (clause 9.2.2). */
  "audit.programme": { arguments: ProgrammeYear; result: AuditProgramme };
  /** Returns what was audited in this year and the two before. */
  "audit.coverage": { arguments: Nothing; result: AuditCoverage };
  /** Plans an internal audit (clause 9.2). */
  "audit.add": { arguments: AddAudit; result: AuditDetails };
  /** Changes what is said of an audit; what is left out stays. */
  "audit.set": { arguments: SetAudit; result: AuditDetails };
  /** Says who audits some requirements in place of the audit's auditor. */
  "audit.assign": { arguments: AssignAuditor; result: AuditDetails };
  /** Begins an audit, which fixes its checklist. */
  "audit.start": { arguments: StartAudit; result: AuditDetails };
  /** Adds requirements to the checklist of an audit that has begun, with the reason. */
  "audit.extend": { arguments: ExtendAudit; result: AuditDetails };
  /** Records what an auditor found of a requirement. */
  "audit.answer": { arguments: AnswerAudit; result: AuditDetails };
  /** Records a finding straight from an answer. */
  "audit.raise": { arguments: RaiseAuditFinding; result: AuditDetails };
  /** Concludes an audit whose checklist is answered. */
  "audit.conclude": { arguments: ConcludeAudit; result: AuditDetails };
  /** Says that an audit is not held, or not ended, and why. */
  "audit.cancel": { arguments: CancelAudit; result: AuditDetails };
  /** Returns the management reviews, the newest first. */
  "review.list": { arguments: Nothing; result: Array<ReviewRow> };
  /** Returns a management review with its inputs: as they stand, or as they stood when it was approved. */
  "review.show": { arguments: ReviewReference; result: ReviewDetails };
  /** Returns what the ledger says of a management review and its actions, the newest first. */
  "review.history": { arguments: ReviewReference; result: Array<LedgerEntry> };
  /** Plans a management review, with the inputs on its agenda (clause 9.3). */
  "review.add": { arguments: AddReview; result: ReviewDetails };
  /** Changes what is said of a management review; what is left out stays. */
  "review.set": { arguments: SetReview; result: ReviewDetails };
  /** Calls off a management review that was planned. */
  "review.cancel": { arguments: CancelReview; result: ReviewDetails };
  /** Records that a management review was held. */
  "review.hold": { arguments: HoldReview; result: ReviewDetails };
  /** Writes down what was said about a point of the agenda, or that there was nothing to say. */
  "review.remark": { arguments: RemarkOnReviewPoint; result: ReviewDetails };
  /** Puts a point of the company's own on the agenda. */
  "review.add-point": { arguments: AddReviewPoint; result: ReviewDetails };
  /** Moves a point to another place of the agenda. */
  "review.move-point": { arguments: MoveReviewPoint; result: ReviewDetails };
  /** Takes a point of the company's own off the agenda. */
  "review.remove-point": { arguments: ReviewPointReference; result: ReviewDetails };
  /** Records what a management review decided (clause 9.3.3). */
  "review.decide": { arguments: DecideInReview; result: ReviewDetails };
  /** Changes what a decision says; what is left out stays. */
  "review.set-decision": { arguments: SetReviewDecision; result: ReviewDetails };
  /** Takes a decision away that became no action. */
  "review.remove-decision": { arguments: ReviewDecisionReference; result: ReviewDetails };
  /** Plans the action that a decision becomes. */
  "review.act": { arguments: ActOnReviewDecision; result: ReviewDetails };
  /** Approves a management review: its inputs are kept as they stand, and nothing of it changes any more. */
  "review.approve": { arguments: ApproveReview; result: ReviewDetails };
  /** Returns entries of the ledger, the newest first. */
  "history.list": { arguments: HistoryPage; result: Array<LedgerEntry> };
  /** Returns what undo and redo would do. */
  "history.state": { arguments: Nothing; result: UndoState };
  /** Takes back what was last done. */
  "history.undo": { arguments: Nothing; result: LedgerEntry };
  /** Does again what was last taken back. */
  "history.redo": { arguments: Nothing; result: LedgerEntry };
  /** Returns what the Statement of Applicability says of itself. */
  "soa.show": { arguments: Nothing; result: SoaDetails };
  /** Changes the statement's number, version or owner; what is left out stays. */
  "soa.set": { arguments: SetSoa; result: SoaDetails };
  /** Returns what stands in the way of approving the statement. */
  "soa.check": { arguments: Nothing; result: SoaCheck };
  /** Renders the statement for a look at its pages. */
  "soa.preview": { arguments: Nothing; result: SoaPreview };
  /** Writes the statement to a file. */
  "soa.export": { arguments: ExportSoa; result: Exported };
}
