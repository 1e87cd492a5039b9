//! The list of operations. To add one, add a line; the compiler and the tests ask for the rest.

use annexe_core::assessment::{
    self, AddControl, Control, ControlReference, DecideControls, EditControl, SetControls,
};
use annexe_core::attention::Overview;
use annexe_core::audits::{
    self as core_audits, AddAudit, AnswerAudit, AssignAuditor, AuditDetails, AuditReference, AuditRow,
    CancelAudit, ConcludeAudit, Coverage, ExportAudit, ExtendAudit, Programme, ProgrammeYear, RaiseFinding,
    SetAudit, StartAudit,
};
use annexe_core::backup::{BackupReport, Healed, WrittenBackup};
use annexe_core::calendar::{CalendarPage, ExportCalendar, ListDates, WrittenCalendar};
use annexe_core::cases::{
    self as core_cases, AddCase, CaseDetails, CaseReference, CaseRow, CloseCase, ReopenCase, RuleOnDuty,
    SetCase, TellOfCase,
};
use annexe_core::catalogue::Catalogue;
use annexe_core::clauses::{self, AssessedClause, ClauseReference, SetClauses};
use annexe_core::documents::{
    self as core_documents, AddDocument, ApproveDocument, DecideDocument, Document, DocumentDetails,
    DocumentReference, DocumentRow, DraftReference, DraftSummary, NewVersion, SetDocument, WithdrawDocument,
    WriteDraft, WrittenDraft,
};
use annexe_core::evidence::{
    self as core_evidence, AddEvidence, AddVersion, AddedEvidence, Evidence, EvidenceDetails, EvidencePage,
    EvidenceReference, ExportEvidence, ExportedEvidence, LinkEvidence, ListEvidence, PasteEvidence, Reading,
    RemoveEvidence, RemovedEvidence, SetEvidence, Swept, VersionReference,
};
use annexe_core::findings::{
    self as core_findings, Action, ActionList, ActionReference, AddAction, AddFinding, ApprovePlan,
    CheckFinding, CloseFinding, ContainFinding, ExplainFinding, ExportFindings, FindingDetails,
    FindingReference, FindingRow, FindingsLog, FinishAction, FollowUpFinding, GiveReason, ListActions,
    ListFindings, MoveActions, SetActions, SetCriterion, SetFinding, SimilarCases, Week as ActionWeek,
};
use annexe_core::frameworks::{self, FrameworkOverview, FrameworkView, LawToday, PlaceReference};
use annexe_core::guide::{
    self as core_guide, AddGuideStep, GuidePlan, GuideRoad, NextGuideStep, NextSteps, PlanGuide,
    SetGuideStep, SplitGuideStep, StepDetails, StepReference,
};
use annexe_core::ledger::{Entry, UndoState};
use annexe_core::objectives::{
    self as core_objectives, AddMeasure, AddObjective, EvaluateObjective, ImportPreview, ImportReadings,
    Imported, MeasureDetails, MeasureReference, MeasureRow, ObjectiveDetails, ObjectiveReference,
    ObjectiveRow, PreviewReadings, ReadMeasure, ReadingReference, SetMeasure, SetObjective,
};
use annexe_core::organisation::context::{
    self as core_context, AddContextIssue, ContextIssue, ContextIssueReference, SetContextIssue,
};
use annexe_core::organisation::parties::{
    self as core_parties, AddInterestedParty, InterestedParty, InterestedPartyReference, SetInterestedParty,
};
use annexe_core::organisation::people::{self as core_people, AddPerson, Person, PersonReference, SetPerson};
use annexe_core::organisation::scope::{
    self as core_scope, AdoptScope, ComposedScope, Scope, ScopeVersion, SetScopeParts,
};
use annexe_core::organisation::{self, Organisation, SetOrganisation};
use annexe_core::readiness::{self as core_readiness, Maturity, Point, Readiness, SetMaturity, Status};
use annexe_core::report::ExportGapReport;
use annexe_core::reviews::{
    self as core_reviews, ActOnDecision, AddPoint, AddReview, ApproveReview, CancelReview, DecideInReview,
    DecisionReference, ExportMinutes, HoldReview, MovePoint, PointReference, RemarkOnPoint, ReviewDetails,
    ReviewReference, ReviewRow, SetDecision, SetReview, WrittenMinutes,
};
use annexe_core::soa::{self as core_soa, ExportSoa, Exported, SetSoa, SoaCheck, SoaDetails};
use annexe_core::start::{Beginning, Outlook};
use annexe_core::systems::{
    self as core_systems, AddSystem, AiSystem, AiSystemDetails, SetSystem, SystemReference,
};
use annexe_core::watched::{
    self as core_watched, InboxPage, PassFiles, TakeFiles, TakenFiles, WatchedFolder,
};
use annexe_core::workspace::Verification;
use serde_json::Value;

use crate::application::{self, About, Nothing, Preferences, SetPreferences};
use crate::backup::{self, BackupStatus, OpenBackup, RestoreBackup, SetBackupSchedule, WriteBackup};
use crate::calendar;
use crate::documents;
use crate::evidence::{self, EvidenceCopy};
use crate::failure::Failure;
use crate::guide;
use crate::home;
use crate::host::{Host, stamp, today};
use crate::readiness;
use crate::reminder::{self, Reminder};
use crate::report;
use crate::scope;
use crate::session::{self, Session};
use crate::soa::{self, Preview};
use crate::start::{self, Start, StartAnswers};
use crate::typescript::Types;
use crate::watched::{self, InboxRange, ListRange, PassedFiles, PassedPage};
use crate::workspace::{
    self, CreateWorkspace, FolderReference, HistoryPage, MakeSample, OpenWorkspace, Recent, VerifyWorkspace,
    WorkspaceSummary,
};

/// What an operation does to a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It needs none, or opens and closes them.
    Application,
    /// It reads the open one.
    Read,
    /// It changes the open one.
    Write,
    /// It reads the open one, and notes that it did where that can be changed.
    Note,
}

/// An operation as the list declares it.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// Its name, such as `control.decide`.
    pub name: &'static str,
    /// What it does to a workspace.
    pub kind: Kind,
    /// What it does, in a sentence.
    pub about: &'static str,
    pub(crate) types: fn(&mut Types) -> (String, String),
}

macro_rules! operations {
    ($($(#[doc = $about:literal])+ $kind:ident $name:literal ($arguments:ty) -> $result:ty = $run:expr;)*) => {
        /// Every operation, in the order in which a reader meets them.
        pub const OPERATIONS: &[Operation] = &[$(
            Operation {
                name: $name,
                kind: operations!(@kind $kind),
                about: concat!($($about),+),
                types: |types| (types.name::<$arguments>(), types.name::<$result>()),
            },
        )*];

        pub(crate) fn dispatch(session: &Session, host: &dyn Host, name: &str, arguments: Value) -> Result<Value, Failure> {
            match name {
                $($name => {
                    let run: operations!(@handler $kind $arguments, $result) = $run;
                    session::$kind(session, host, ($name, arguments), run)
                })*
                other => Err(Failure::unknown_operation(other)),
            }
        }
    };
    (@kind application) => { Kind::Application };
    (@kind read) => { Kind::Read };
    (@kind write) => { Kind::Write };
    (@kind dated) => { Kind::Write };
    (@kind change) => { Kind::Write };
    (@kind note) => { Kind::Note };
    (@handler application $arguments:ty, $result:ty) => { fn(&Session, &dyn Host, $arguments) -> Result<$result, _> };
    (@handler read $arguments:ty, $result:ty) => {
        fn(&annexe_core::Workspace, &dyn Host, $arguments) -> Result<$result, _>
    };
    (@handler change $arguments:ty, $result:ty) => { operations!(@handler read $arguments, $result) };
    (@handler note $arguments:ty, $result:ty) => { operations!(@handler read $arguments, $result) };
    (@handler write $arguments:ty, $result:ty) => {
        fn(&mut annexe_core::workspace::Tx<'_>, $arguments) -> Result<$result, _>
    };
    (@handler dated $arguments:ty, $result:ty) => {
        fn(&mut annexe_core::workspace::Tx<'_>, annexe_core::Day, $arguments) -> Result<$result, _>
    };
}

operations! {
    /// Says which Annexe this is.
    application "app.about" (Nothing) -> About = application::about;
    /// Returns the preferences of the person at this computer.
    application "preferences.show" (Nothing) -> Preferences = application::preferences;
    /// Changes preferences; what is left out stays.
    application "preferences.set" (SetPreferences) -> Preferences = application::set_preferences;
    /// Returns the whole catalogue: clauses, Annex A, Annex C and what other frameworks ask.
    application "catalogue.show" (Nothing) -> &'static Catalogue = application::catalogue;

    /// Returns the workspaces opened last, the latest first.
    application "workspace.recent" (Nothing) -> Vec<Recent> = workspace::recent;
    /// Takes a workspace off the list of those opened last; the workspace stays.
    application "workspace.forget" (FolderReference) -> Vec<Recent> = workspace::forget;
    /// Makes a workspace with what it begins with, and opens it.
    application "workspace.create" (CreateWorkspace) -> WorkspaceSummary = workspace::create;
    /// Makes the sample company's workspace and opens it; without a folder, the one of this computer.
    application "workspace.sample" (MakeSample) -> WorkspaceSummary = workspace::sample;
    /// Opens a workspace.
    application "workspace.open" (OpenWorkspace) -> WorkspaceSummary = workspace::open;
    /// Closes the open workspace.
    application "workspace.close" (Nothing) -> () = workspace::close;
    /// Returns the open workspace.
    application "workspace.current" (Nothing) -> Option<WorkspaceSummary> = workspace::current;
    /// Checks the database, the ledger's chain, that the tables say what the ledger says, and the files.
    application "workspace.verify" (VerifyWorkspace) -> Verification = workspace::verify;

    /// Returns what somebody who starts a workspace has answered so far on this computer.
    application "start.answers" (Nothing) -> Start = start::answers;
    /// Keeps the answers on this computer until a workspace is made of them.
    application "start.keep" (StartAnswers) -> () = start::keep;
    /// Returns the scope and the plan that workspace.create would write; nothing is kept.
    application "start.outlook" (Beginning) -> Outlook = start::outlook;

    /// Writes a backup, reads it back whole, and only then calls it done.
    read "backup.write" (WriteBackup) -> WrittenBackup = backup::write;
    /// Checks a backup whole; nothing is kept.
    application "backup.check" (OpenBackup) -> BackupReport = backup::check;
    /// Makes a workspace out of a backup, verifies it, and opens it.
    application "backup.restore" (RestoreBackup) -> WorkspaceSummary =
        |session, host, restore| session.opening(|| backup::restore(session, host, restore));
    /// Says when the last good backup was made from this computer, and when the next is due.
    read "backup.status" (Nothing) -> BackupStatus = backup::status;
    /// Sets when backups are made by themselves, where, and how many are kept.
    read "backup.schedule" (SetBackupSchedule) -> BackupStatus = backup::schedule;
    /// Makes a backup if one is due.
    read "backup.run" (Nothing) -> BackupStatus = backup::run;

    /// Says what to do next, what needs attention, and how each control stands.
    read "home.show" (Nothing) -> Overview = home::show;

    /// Returns the road to the audit: its themes, and how far each step is.
    read "guide.show" (Nothing) -> GuideRoad = guide::show;
    /// Returns a step of the road whole: why, what to do, what counts as done, what it serves.
    read "guide.step" (StepReference) -> StepDetails = guide::step;
    /// Says which few steps are next on the road, and why now.
    read "guide.next" (NextSteps) -> Vec<NextGuideStep> = guide::next;
    /// Changes owner, day, ticks and note of a step; what is left out stays.
    change "guide.set" (SetGuideStep) -> StepDetails = guide::set;
    /// Adds a step of the company's own.
    change "guide.add" (AddGuideStep) -> StepDetails = guide::add;
    /// Splits a step into parts, each with an owner and a day.
    change "guide.split" (SplitGuideStep) -> StepDetails = guide::split;
    /// Removes a step of the company's own, with its parts.
    write "guide.remove" (StepReference) -> () = |tx, asked| core_guide::remove(tx, &asked.step);
    /// Returns the plan that guide.plan would write, and how much work it asks for in each week.
    read "guide.plan-preview" (PlanGuide) -> GuidePlan = guide::preview;
    /// Gives every step that is not over a day between today and the target.
    change "guide.plan" (PlanGuide) -> GuidePlan = guide::plan;

    /// Returns the dates of the workspace: what is to be done by when, and what holds until when.
    read "calendar.list" (ListDates) -> CalendarPage = calendar::list;
    /// Writes every date to a file that calendar programs read (RFC 5545).
    read "calendar.export" (ExportCalendar) -> WrittenCalendar = calendar::export;
    /// Returns what to remind of now, and notes on this computer that it was told.
    read "reminder.due" (Nothing) -> Reminder = reminder::due;

    /// Returns the organisation.
    read "organisation.show" (Nothing) -> Organisation = |workspace, _, Nothing {}| organisation::show(workspace);
    /// Changes the organisation; what is left out stays.
    write "organisation.set" (SetOrganisation) -> Organisation = organisation::set;

    /// Returns every clause that can be assessed, from 4.1 to 10.2, and where the company stands with it.
    read "clause.list" (Nothing) -> Vec<AssessedClause> = |workspace, _, Nothing {}| clauses::list(workspace);
    /// Returns one clause.
    read "clause.show" (ClauseReference) -> AssessedClause = |workspace, _, clause| clauses::show(workspace, &clause.id);
    /// Changes status, target date, how, owner and notes of clauses; what is left out stays.
    write "clause.set" (SetClauses) -> Vec<AssessedClause> = clauses::set;
    /// Returns what the ledger says of a clause, the newest first.
    read "clause.history" (ClauseReference) -> Vec<Entry> =
        |workspace, _, clause| clauses::history(workspace, &clause.id);

    /// Says how ready the company is today, what each figure is made of, and what keeps it back.
    read "readiness.show" (Nothing) -> Readiness = |workspace, host, Nothing {}| core_readiness::show(workspace, today(host));
    /// Says the same in short: figures in per cent, and the gates that are not met in words.
    read "readiness.status" (Nothing) -> Status = |workspace, host, Nothing {}| core_readiness::status(workspace, today(host));
    /// Returns the issues outside and inside (clause 4.1).
    read "context.list" (Nothing) -> Vec<ContextIssue> = |workspace, _, Nothing {}| core_context::list(workspace);
    /// Adds an issue.
    write "context.add" (AddContextIssue) -> ContextIssue = core_context::add;
    /// Changes an issue; what is left out stays.
    write "context.set" (SetContextIssue) -> ContextIssue = core_context::set;
    /// Removes an issue.
    write "context.remove" (ContextIssueReference) -> () = |tx, issue| core_context::remove(tx, issue.id);
    /// Returns the interested parties and what they need (clause 4.2).
    read "party.list" (Nothing) -> Vec<InterestedParty> = |workspace, _, Nothing {}| core_parties::list(workspace);
    /// Adds an interested party.
    write "party.add" (AddInterestedParty) -> InterestedParty = core_parties::add;
    /// Changes an interested party; what is left out stays.
    write "party.set" (SetInterestedParty) -> InterestedParty = core_parties::set;
    /// Removes an interested party.
    write "party.remove" (InterestedPartyReference) -> () = |tx, party| core_parties::remove(tx, party.id);
    /// Returns who does what for the management system, and what they have to know for it (clauses 5.3 and 7.2).
    read "person.list" (Nothing) -> Vec<Person> = |workspace, _, Nothing {}| core_people::list(workspace);
    /// Adds a person.
    write "person.add" (AddPerson) -> Person = core_people::add;
    /// Changes a person; what is left out stays.
    write "person.set" (SetPerson) -> Person = core_people::set;
    /// Removes a person.
    write "person.remove" (PersonReference) -> () = |tx, person| core_people::remove(tx, person.id);

    /// Returns the scope: its text, its parts, the text that they make, and the versions that were adopted (clause 4.3).
    read "scope.show" (Nothing) -> Scope = |workspace, _, Nothing {}| core_scope::show(workspace);
    /// Changes the parts of the scope; what is left out stays, and so does its text.
    write "scope.set" (SetScopeParts) -> Scope = core_scope::set_parts;
    /// Returns the text that the parts of the scope make with some changes; nothing is kept.
    read "scope.compose" (SetScopeParts) -> ComposedScope = |workspace, _, parts| core_scope::compose(workspace, parts);
    /// Keeps the text of the scope as a version that was approved.
    change "scope.adopt" (AdoptScope) -> Scope = scope::adopt;
    /// Returns the versions of the scope that were adopted, the newest first.
    read "scope.versions" (Nothing) -> Vec<ScopeVersion> = |workspace, _, Nothing {}| core_scope::versions(workspace);

    /// Returns the inventory of AI systems.
    read "system.list" (Nothing) -> Vec<AiSystemDetails> =
        |workspace, host, Nothing {}| core_systems::systems(workspace, today(host));
    /// Returns one AI system.
    read "system.show" (SystemReference) -> AiSystemDetails =
        |workspace, host, system| core_systems::show(workspace, system.id, today(host));
    /// Adds an AI system to the inventory.
    write "system.add" (AddSystem) -> AiSystem = core_systems::add;
    /// Changes an AI system; what is left out stays.
    write "system.set" (SetSystem) -> AiSystem = core_systems::set;
    /// Removes an AI system, with the links of evidence to it.
    write "system.remove" (SystemReference) -> () = |tx, system| core_systems::remove(tx, system.id);
    /// Returns what the ledger says of an AI system, the newest first.
    read "system.history" (SystemReference) -> Vec<Entry> =
        |workspace, _, system| core_systems::history(workspace, system.id);

    /// Says how ready the company was on each day on which something changed, and how ready it is today.
    read "readiness.history" (Nothing) -> Vec<Point> = readiness::history;
    /// Returns how mature the work of each theme is, and is meant to be, as the company itself judges.
    read "maturity.list" (Nothing) -> Vec<Maturity> = |workspace, _, Nothing {}| core_readiness::maturity(workspace);
    /// Changes how mature the work of a theme is, or is meant to be; what is left out stays.
    write "maturity.set" (SetMaturity) -> Vec<Maturity> = core_readiness::set_maturity;
    /// Writes the gap report to a file: where the company stands, what is missing, and who does what by when.
    read "report.gap" (ExportGapReport) -> Exported = report::gap;
    /// Writes the log of findings and corrective actions to a file: PDF, XLSX or CSV, by the end of its name.
    read "report.findings" (ExportFindings) -> FindingsLog = report::findings;
    /// Writes the report of an internal audit to a file, as PDF.
    read "report.audit" (ExportAudit) -> Exported = report::audit;
    /// Writes the minutes of a management review to a file; before it is approved they say that they are a draft.
    read "report.review" (ExportMinutes) -> WrittenMinutes = report::review;

    /// Returns every control: Annex A's, then the company's own.
    read "control.list" (Nothing) -> Vec<Control> = |workspace, _, Nothing {}| assessment::list(workspace);
    /// Returns one control.
    read "control.show" (ControlReference) -> Control = |workspace, _, control| assessment::show(workspace, &control.id);
    /// Decides whether controls apply, and why (clause 6.1.3).
    write "control.decide" (DecideControls) -> Vec<Control> = assessment::decide;
    /// Changes status, target date, how, owner and notes of controls; what is left out stays.
    write "control.set" (SetControls) -> Vec<Control> = assessment::set;
    /// Adds a control beside Annex A's.
    write "control.add" (AddControl) -> Control = assessment::add;
    /// Changes title or source of a control of the company's own.
    write "control.edit" (EditControl) -> Control = assessment::edit;
    /// Removes a control of the company's own.
    write "control.remove" (ControlReference) -> () = |tx, control| assessment::remove(tx, &control.id);
    /// Returns what the ledger says of a control, the newest first.
    read "control.history" (ControlReference) -> Vec<Entry> =
        |workspace, _, control| assessment::history(workspace, &control.id);

    /// Returns a page of the evidence: what holds some words, what is linked to a control, what has expired.
    read "evidence.list" (ListEvidence) -> EvidencePage = evidence::list;
    /// Returns a piece of evidence, with the statements that rest on it.
    read "evidence.show" (EvidenceReference) -> EvidenceDetails = evidence::show;
    /// Returns what the ledger says of a piece of evidence, the newest first.
    read "evidence.history" (EvidenceReference) -> Vec<Entry> =
        |workspace, _, piece| core_evidence::history(workspace, piece.id);
    /// Returns the tags in use, and how often each is.
    read "evidence.tags" (Nothing) -> std::collections::BTreeMap<String, u32> =
        |workspace, _, Nothing {}| core_evidence::tags(workspace);
    /// Returns the evidence that was removed, and why.
    read "evidence.removed" (Nothing) -> Vec<RemovedEvidence> =
        |workspace, _, Nothing {}| core_evidence::removed(workspace);
    /// Adds files, or all files of folders, each as a piece of evidence.
    change "evidence.add" (AddEvidence) -> AddedEvidence = evidence::add;
    /// Adds a file that is given as its bytes, such as a picture that was pasted.
    change "evidence.paste" (PasteEvidence) -> AddedEvidence = evidence::paste;
    /// Adds a file as the newest version of a piece; the older ones stay.
    change "evidence.add-version" (AddVersion) -> Evidence = evidence::add_version;
    /// Changes what is said of evidence; what is left out stays.
    write "evidence.set" (SetEvidence) -> Vec<Evidence> = core_evidence::set;
    /// Links evidence to the clauses, controls and AI systems that it proves something about.
    write "evidence.link" (LinkEvidence) -> Vec<Evidence> = |tx, link| core_evidence::link(tx, &link);
    /// Takes links of evidence away.
    write "evidence.unlink" (LinkEvidence) -> Vec<Evidence> = |tx, link| core_evidence::unlink(tx, &link);
    /// Removes evidence, with a reason; its bytes stay until they are cleared out.
    write "evidence.remove" (RemoveEvidence) -> Vec<RemovedEvidence> = |tx, remove| core_evidence::remove(tx, &remove);
    /// Writes a file of the evidence to a place, as it was added.
    read "evidence.export" (ExportEvidence) -> ExportedEvidence = evidence::export;
    /// Returns what a window can show of a file.
    read "evidence.preview" (VersionReference) -> evidence::Preview = evidence::preview;
    /// Makes a read-only copy for another program to open; refuses what could run.
    read "evidence.copy" (VersionReference) -> EvidenceCopy = evidence::copy;
    /// Reads files that are new for the words inside them, so that they are found by those.
    note "evidence.read" (Nothing) -> Reading = evidence::read;
    /// Brings damaged or missing files back, from a backup or from the original.
    change "evidence.heal" (OpenBackup) -> Healed = backup::heal;
    /// Deletes the files that nothing refers to; what was done before can't be undone after that.
    change "evidence.sweep" (Nothing) -> Swept = evidence::sweep;

    /// Returns the drafts of documents, each with what is left to decide in it (clause 7.5).
    read "draft.list" (Nothing) -> Vec<DraftSummary> = |workspace, _, Nothing {}| core_documents::drafts(workspace);
    /// Renders a draft for a look at its pages, as it reads with what the workspace knows today.
    read "draft.preview" (DraftReference) -> documents::Preview = documents::preview;
    /// Writes a draft to a file, as a document to edit or as PDF.
    read "draft.write" (WriteDraft) -> WrittenDraft = documents::write;
    /// Returns the controlled documents.
    read "document.list" (Nothing) -> Vec<DocumentRow> = documents::list;
    /// Returns a controlled document, with what is left to decide in it.
    read "document.show" (DocumentReference) -> DocumentDetails = documents::show;
    /// Returns what the ledger says of a document, the newest first.
    read "document.history" (DocumentReference) -> Vec<Entry> =
        |workspace, _, document| core_documents::history(workspace, document.id);
    /// Controls a document from now on: one that begins with a draft, or one that the company has already.
    write "document.add" (AddDocument) -> Document = core_documents::add;
    /// Changes what is said of a document; what is left out stays.
    write "document.set" (SetDocument) -> Document = core_documents::set;
    /// Answers a decision that a draft leaves open, or opens it again.
    write "document.decide" (DecideDocument) -> Document = core_documents::decide;
    /// Gives a draft to somebody to read.
    write "document.submit" (DocumentReference) -> Document =
        |tx, document| core_documents::submit(tx, document.id);
    /// Takes a document that is in review back to draft.
    write "document.recall" (DocumentReference) -> Document =
        |tx, document| core_documents::recall(tx, document.id);
    /// Approves the version that is in review; what is approved becomes evidence.
    change "document.approve" (ApproveDocument) -> Document = documents::approve;
    /// Begins the next version; what is approved stays in force until that is.
    write "document.new-version" (NewVersion) -> Document = core_documents::new_version;
    /// Withdraws a document; what was approved is kept and holds no longer.
    change "document.withdraw" (WithdrawDocument) -> Document = documents::withdraw;

    /// Returns the watched folders.
    read "watch.list" (Nothing) -> Vec<WatchedFolder> = watched::list;
    /// Watches a folder from now on.
    change "watch.add" (core_watched::FolderReference) -> WatchedFolder = watched::add;
    /// Watches a folder no longer; what was taken in stays.
    change "watch.remove" (core_watched::FolderReference) -> () = watched::remove;
    /// Looks through the watched folders and returns what is new, changed or gone.
    read "watch.scan" (InboxRange) -> InboxPage = watched::scan;
    /// Returns what the last look saw and nobody has dealt with.
    read "watch.inbox" (InboxRange) -> InboxPage = watched::inbox;
    /// Takes files of the inbox in: new ones as pieces of evidence, changed ones as new versions.
    change "watch.take" (TakeFiles) -> TakenFiles = watched::take;
    /// Passes files of the inbox over: they are not asked about again.
    change "watch.pass" (PassFiles) -> PassedFiles = watched::pass;
    /// Returns the files that were passed over.
    read "watch.passed" (ListRange) -> PassedPage = watched::passed;
    /// Asks again about files that were passed over.
    write "watch.recall" (PassFiles) -> () = |tx, files| core_watched::recall(tx, &files);

    /// Returns the other frameworks with their places, and how much of what relates to each is in place.
    read "framework.list" (Nothing) -> Vec<FrameworkOverview> =
        |workspace, host, Nothing {}| frameworks::list(workspace, today(host));
    /// Returns an article, a subcategory, a clause or a control of another framework: what relates to it, how that
    /// stands, and what stays open.
    read "framework.place" (PlaceReference) -> FrameworkView =
        |workspace, host, place| frameworks::place(workspace, &place, today(host));
    /// Returns the dates of the EU AI Act and the state of the standards for it, with what concerns the organisation.
    read "framework.law" (Nothing) -> LawToday = |workspace, host, Nothing {}| frameworks::law(workspace, today(host));
    /// Returns the findings, the newest first.
    read "finding.list" (ListFindings) -> Vec<FindingRow> =
        |workspace, host, asked| core_findings::list(workspace, &asked, today(host));
    /// Returns a finding with its actions, how far it has come, and what it needs next.
    read "finding.show" (FindingReference) -> FindingDetails =
        |workspace, host, finding| core_findings::show(workspace, finding.id, today(host));
    /// Returns what the ledger says of a finding and its actions, the newest first.
    read "finding.history" (FindingReference) -> Vec<Entry> =
        |workspace, _, finding| core_findings::history(workspace, finding.id);
    /// Records a nonconformity or an opportunity for improvement (clause 10.2).
    dated "finding.add" (AddFinding) -> FindingDetails = core_findings::add;
    /// Changes what is said of a finding; what is left out stays, and another date asks why.
    dated "finding.set" (SetFinding) -> FindingDetails = core_findings::set;
    /// Records what was done at once, and how the case was put right.
    dated "finding.contain" (ContainFinding) -> FindingDetails = core_findings::contain;
    /// Records what a look for similar cases showed.
    dated "finding.similar" (SimilarCases) -> FindingDetails = core_findings::similar;
    /// Records the cause: in words, by five whys, or by a fishbone.
    dated "finding.cause" (ExplainFinding) -> FindingDetails = core_findings::explain;
    /// Records who approved the planned actions.
    dated "finding.approve-plan" (ApprovePlan) -> FindingDetails = core_findings::approve_plan;
    /// Records by what it will be seen that the actions work, and when to look.
    dated "finding.criterion" (SetCriterion) -> FindingDetails = core_findings::criterion;
    /// Records a check of the effect; where it did not pass, another round begins.
    dated "finding.check" (CheckFinding) -> FindingDetails = core_findings::check;
    /// Closes a finding for which everything is there.
    dated "finding.close" (CloseFinding) -> FindingDetails = core_findings::close;
    /// Refuses a finding, with the reason.
    dated "finding.refuse" (GiveReason) -> FindingDetails = core_findings::refuse;
    /// Opens a finding again that was closed or refused, with the reason.
    dated "finding.reopen" (GiveReason) -> FindingDetails = core_findings::reopen;
    /// Records what else a finding asks to bring up to date.
    dated "finding.follow-up" (FollowUpFinding) -> FindingDetails = core_findings::follow_up;
    /// Returns the actions of every origin: those that are to be done, and then those that are over.
    read "action.list" (ListActions) -> ActionList =
        |workspace, host, asked| core_findings::actions(workspace, &asked, today(host));
    /// Returns how many actions were open week by week, half a year back at most.
    read "action.burn-down" (Nothing) -> Vec<ActionWeek> =
        |workspace, host, Nothing {}| core_findings::burn_down(workspace, &host.time_zone(), today(host));
    /// Plans an action.
    write "action.add" (AddAction) -> Action = core_findings::add_action;
    /// Changes what actions say, or whose they are; what is left out stays.
    write "action.set" (SetActions) -> Vec<Action> = core_findings::set_actions;
    /// Gives actions another date, with the reason.
    write "action.move" (MoveActions) -> Vec<Action> = core_findings::move_actions;
    /// Records that an action is done, with the evidence that shows it.
    dated "action.finish" (FinishAction) -> Action = core_findings::finish_action;
    /// Opens an action again that was said to be done.
    write "action.reopen" (ActionReference) -> Action = |tx, action| core_findings::reopen_action(tx, action.id);
    /// Removes an action that is not done.
    write "action.remove" (ActionReference) -> () = |tx, action| core_findings::remove_action(tx, action.id);

    /// Returns the objectives with their measures.
    read "objective.list" (Nothing) -> Vec<ObjectiveRow> =
        |workspace, host, Nothing {}| core_objectives::list(workspace, today(host));
    /// Returns an objective with the readings of its measures and the actions of its plan.
    read "objective.show" (ObjectiveReference) -> ObjectiveDetails =
        |workspace, host, objective| core_objectives::show(workspace, objective.id, today(host));
    /// Returns what the ledger says of an objective, its measures and their readings, the newest first.
    read "objective.history" (ObjectiveReference) -> Vec<Entry> =
        |workspace, _, objective| core_objectives::history(workspace, objective.id);
    /// Sets an objective (clause 6.2).
    dated "objective.add" (AddObjective) -> ObjectiveDetails = core_objectives::add;
    /// Changes what is said of an objective; what is left out stays.
    dated "objective.set" (SetObjective) -> ObjectiveDetails = core_objectives::set;
    /// Records whether an objective was reached, and what follows.
    dated "objective.evaluate" (EvaluateObjective) -> ObjectiveDetails = core_objectives::evaluate;
    /// Takes up an objective again that was judged.
    dated "objective.resume" (ObjectiveReference) -> ObjectiveDetails =
        |tx, today, objective| core_objectives::resume(tx, today, objective.id);
    /// Removes an objective with its measures and their readings.
    write "objective.remove" (ObjectiveReference) -> () =
        |tx, objective| core_objectives::remove(tx, objective.id);
    /// Returns every measure, also those of objectives.
    read "measure.list" (Nothing) -> Vec<MeasureRow> =
        |workspace, host, Nothing {}| core_objectives::measures(workspace, today(host));
    /// Returns a measure with its readings.
    read "measure.show" (MeasureReference) -> MeasureDetails =
        |workspace, host, measure| core_objectives::show_measure(workspace, measure.id, today(host));
    /// Returns what the ledger says of a measure and its readings, the newest first.
    read "measure.history" (MeasureReference) -> Vec<Entry> =
        |workspace, _, measure| core_objectives::measure_history(workspace, measure.id);
    /// Adds a measure, for an objective or by itself (clause 9.1).
    dated "measure.add" (AddMeasure) -> MeasureDetails = core_objectives::add_measure;
    /// Changes what is said of a measure; what is left out stays.
    dated "measure.set" (SetMeasure) -> MeasureDetails = core_objectives::set_measure;
    /// Removes a measure with its readings.
    write "measure.remove" (MeasureReference) -> () =
        |tx, measure| core_objectives::remove_measure(tx, measure.id);
    /// Records what was measured on a day.
    dated "measure.read" (ReadMeasure) -> MeasureDetails = core_objectives::read;
    /// Takes a reading away.
    dated "measure.remove-reading" (ReadingReference) -> MeasureDetails =
        |tx, today, reading| core_objectives::remove_reading(tx, today, &reading);
    /// Says what taking readings in from a file would do.
    read "measure.preview" (PreviewReadings) -> ImportPreview =
        |workspace, host, asked| core_objectives::preview(workspace, &asked, today(host));
    /// Takes readings in from a file, all of them or none.
    change "measure.import" (ImportReadings) -> Imported =
        |workspace, host, file| core_objectives::import(workspace, &stamp(host), &file, today(host));

    /// Returns the concerns, complaints and incidents, the newest first.
    read "case.list" (Nothing) -> Vec<CaseRow> = |workspace, host, Nothing {}| core_cases::list(workspace, today(host));
    /// Returns a case with the duties that it falls under, or may.
    read "case.show" (CaseReference) -> CaseDetails =
        |workspace, host, case| core_cases::show(workspace, case.id, today(host));
    /// Returns what the ledger says of a case, the newest first.
    read "case.history" (CaseReference) -> Vec<Entry> =
        |workspace, _, case| core_cases::history(workspace, case.id);
    /// Records a concern, a complaint or an incident (A.3.3, A.8.3, A.8.4).
    dated "case.add" (AddCase) -> CaseDetails = core_cases::add;
    /// Changes what is said of a case; what is left out stays.
    dated "case.set" (SetCase) -> CaseDetails = core_cases::set;
    /// Records that somebody was told of a case.
    dated "case.tell" (TellOfCase) -> CaseDetails = core_cases::tell;
    /// Records whether a duty to tell applies to a case.
    dated "case.rule" (RuleOnDuty) -> CaseDetails = core_cases::rule;
    /// Closes a case with what came of it.
    dated "case.close" (CloseCase) -> CaseDetails = core_cases::close;
    /// Opens a closed case again.
    dated "case.reopen" (ReopenCase) -> CaseDetails = core_cases::reopen;

    /// Returns the internal audits, the newest first.
    read "audit.list" (Nothing) -> Vec<AuditRow> =
        |workspace, host, Nothing {}| core_audits::list(workspace, today(host));
    /// Returns an internal audit with its checklist, what was answered, and what it lacks.
    read "audit.show" (AuditReference) -> AuditDetails =
        |workspace, host, audit| core_audits::show(workspace, audit.id, today(host));
    /// Returns what the ledger says of an internal audit and its answers, the newest first.
    read "audit.history" (AuditReference) -> Vec<Entry> =
        |workspace, _, audit| core_audits::history(workspace, audit.id);
    /// Returns the audits of a year, and what is due by risk, with the reasons (clause 9.2.2).
    read "audit.programme" (ProgrammeYear) -> Programme =
        |workspace, host, year| core_audits::programme(workspace, year, today(host));
    /// Returns what was audited in this year and the two before.
    read "audit.coverage" (Nothing) -> Coverage =
        |workspace, host, Nothing {}| core_audits::coverage(workspace, today(host));
    /// Plans an internal audit (clause 9.2).
    dated "audit.add" (AddAudit) -> AuditDetails = core_audits::add;
    /// Changes what is said of an audit; what is left out stays.
    dated "audit.set" (SetAudit) -> AuditDetails = core_audits::set;
    /// Says who audits some requirements in place of the audit's auditor.
    dated "audit.assign" (AssignAuditor) -> AuditDetails = core_audits::assign;
    /// Begins an audit, which fixes its checklist.
    dated "audit.start" (StartAudit) -> AuditDetails = core_audits::start;
    /// Adds requirements to the checklist of an audit that has begun, with the reason.
    dated "audit.extend" (ExtendAudit) -> AuditDetails = core_audits::extend;
    /// Records what an auditor found of a requirement.
    dated "audit.answer" (AnswerAudit) -> AuditDetails = core_audits::answer;
    /// Records a finding straight from an answer.
    dated "audit.raise" (RaiseFinding) -> AuditDetails = core_audits::raise;
    /// Concludes an audit whose checklist is answered.
    dated "audit.conclude" (ConcludeAudit) -> AuditDetails = core_audits::conclude;
    /// Says that an audit is not held, or not ended, and why.
    dated "audit.cancel" (CancelAudit) -> AuditDetails = core_audits::cancel;
    /// Returns the management reviews, the newest first.
    read "review.list" (Nothing) -> Vec<ReviewRow> =
        |workspace, host, Nothing {}| core_reviews::list(workspace, today(host));
    /// Returns a management review with its inputs: as they stand, or as they stood when it was approved.
    read "review.show" (ReviewReference) -> ReviewDetails =
        |workspace, host, review| core_reviews::show(workspace, review.id, today(host));
    /// Returns what the ledger says of a management review and its actions, the newest first.
    read "review.history" (ReviewReference) -> Vec<Entry> =
        |workspace, host, review| core_reviews::history(workspace, review.id, today(host));
    /// Plans a management review, with the inputs on its agenda (clause 9.3).
    dated "review.add" (AddReview) -> ReviewDetails = core_reviews::add;
    /// Changes what is said of a management review; what is left out stays.
    dated "review.set" (SetReview) -> ReviewDetails = core_reviews::set;
    /// Calls off a management review that was planned.
    dated "review.cancel" (CancelReview) -> ReviewDetails = core_reviews::cancel;
    /// Records that a management review was held.
    dated "review.hold" (HoldReview) -> ReviewDetails = core_reviews::hold;
    /// Writes down what was said about a point of the agenda, or that there was nothing to say.
    dated "review.remark" (RemarkOnPoint) -> ReviewDetails = core_reviews::remark;
    /// Puts a point of the company's own on the agenda.
    dated "review.add-point" (AddPoint) -> ReviewDetails = core_reviews::add_point;
    /// Moves a point to another place of the agenda.
    dated "review.move-point" (MovePoint) -> ReviewDetails = core_reviews::move_point;
    /// Takes a point of the company's own off the agenda.
    dated "review.remove-point" (PointReference) -> ReviewDetails =
        |tx, today, point| core_reviews::remove_point(tx, today, &point);
    /// Records what a management review decided (clause 9.3.3).
    dated "review.decide" (DecideInReview) -> ReviewDetails = core_reviews::decide;
    /// Changes what a decision says; what is left out stays.
    dated "review.set-decision" (SetDecision) -> ReviewDetails = core_reviews::set_decision;
    /// Takes a decision away that became no action.
    dated "review.remove-decision" (DecisionReference) -> ReviewDetails =
        |tx, today, decision| core_reviews::remove_decision(tx, today, &decision);
    /// Plans the action that a decision becomes.
    dated "review.act" (ActOnDecision) -> ReviewDetails = core_reviews::act;
    /// Approves a management review: its inputs are kept as they stand, and nothing of it changes any more.
    dated "review.approve" (ApproveReview) -> ReviewDetails = core_reviews::approve;

    /// Returns entries of the ledger, the newest first.
    read "history.list" (HistoryPage) -> Vec<Entry> =
        |workspace, _, page| workspace.history(page.before, page.limit.unwrap_or(100));
    /// Returns what undo and redo would do.
    read "history.state" (Nothing) -> UndoState = |workspace, _, Nothing {}| workspace.undo_state();
    /// Takes back what was last done.
    change "history.undo" (Nothing) -> Entry = workspace::undo;
    /// Does again what was last taken back.
    change "history.redo" (Nothing) -> Entry = workspace::redo;

    /// Returns what the Statement of Applicability says of itself.
    read "soa.show" (Nothing) -> SoaDetails = |workspace, _, Nothing {}| core_soa::show(workspace);
    /// Changes the statement's number, version or owner; what is left out stays.
    write "soa.set" (SetSoa) -> SoaDetails = core_soa::set;
    /// Returns what stands in the way of approving the statement.
    read "soa.check" (Nothing) -> SoaCheck = soa::check;
    /// Renders the statement for a look at its pages.
    read "soa.preview" (Nothing) -> Preview = soa::preview;
    /// Writes the statement to a file.
    note "soa.export" (ExportSoa) -> Exported = soa::export;
}
