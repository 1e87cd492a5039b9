//! What a management review looks at (clause 9.3.2): figures of every area, and the records that they name.
//!
//! The figures are kept with a review when it is approved. What was reported confidentially is counted and never named.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReviewId;
use crate::audits::AuditSummary;
use crate::cases::KindFigures;
use crate::choice::choice;
use crate::findings::{ActionId, ActionState, ActionTrend, GradeFigures, NamedFinding};
use crate::objectives::{Figure, Goal, MeasureId, MeasureState, ObjectiveId, ObjectiveState};
use crate::organisation::context::{ContextIssueId, Side};
use crate::organisation::parties::InterestedPartyId;
use crate::readiness::GateName;
use crate::{Day, Line, Prose};

choice!(
    /// What a review looks at, in the order in which the standard asks for it (clause 9.3.2).
    #[ts(rename = "ReviewInput")]
    pub enum InputKind {
        /// How the actions of earlier reviews stand.
        Actions = "actions",
        /// What changed of the issues outside and inside (clause 4.1).
        Issues = "issues",
        /// What changed of the needs of interested parties (clause 4.2).
        Parties = "parties",
        /// Nonconformities and corrective actions (clause 10.2).
        Nonconformities = "nonconformities",
        /// What was measured (clause 9.1).
        Measurements = "measurements",
        /// What internal audits found (clause 9.2).
        Audits = "audits",
        /// Whether objectives are being reached (clause 6.2).
        Objectives = "objectives",
        /// Concerns, complaints and incidents (A.3.3, A.8.3, A.8.4).
        Feedback = "feedback",
        /// Risks and their treatment (clauses 8.2, 8.3); told in words.
        Risks = "risks",
        /// How ready the management system is, and its Statement of Applicability (clause 6.1.3).
        Standing = "standing",
        /// Opportunities for improvement (clause 10.1).
        Improvements = "improvements",
    }
);

/// Everything that a review looks at, as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewInputs {
    /// The day on which it stands like that.
    pub as_on: Day,
    /// The first day that is looked back on; nothing where that is the beginning.
    pub since: Option<Day>,
    /// The actions of other reviews.
    pub actions: ReviewActions,
    /// The issues outside and inside.
    pub issues: IssueFigures,
    /// The interested parties.
    pub parties: PartyFigures,
    /// Nonconformities and corrective actions.
    pub nonconformities: NonconformityFigures,
    /// What was measured.
    pub measurements: MeasureFigures,
    /// The internal audits that were reported in the period, the earliest first.
    #[serde(default)]
    pub audits: Vec<AuditSummary>,
    /// The objectives.
    pub objectives: ObjectiveFigures,
    /// What people reported.
    pub feedback: FeedbackFigures,
    /// How ready the management system is.
    pub standing: StandingFigures,
    /// Opportunities for improvement.
    pub improvements: ImprovementFigures,
}

/// The actions that the decisions of other reviews became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewActions {
    /// How many are to be done.
    pub open: u32,
    /// How many of those should have been done by now.
    pub overdue: u32,
    /// How many were done in the period.
    pub done: u32,
    /// Those that are open, or were done in the period; the first of them.
    pub actions: Vec<ReviewedAction>,
}

/// An action that a decision became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewedAction {
    /// Its number.
    pub id: ActionId,
    /// The review that decided it.
    pub review: ReviewId,
    /// The decision's number.
    pub decision: u32,
    /// What is to be done.
    pub text: Prose,
    /// Who does it.
    pub owner: Line,
    /// By when.
    pub due: Day,
    /// How it stands.
    pub state: ActionState,
    /// When it was done.
    pub done_on: Option<Day>,
}

choice!(
    /// How something differs from what it was.
    #[ts(rename = "ReviewChangeKind")]
    pub enum ChangeKind {
        /// It is new.
        Added = "added",
        /// It says something else.
        Changed = "changed",
        /// It is gone.
        Removed = "removed",
    }
);

/// The issues outside and inside (clause 4.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IssueFigures {
    /// How many there are.
    pub total: u32,
    /// How many somebody looked at in the period.
    pub looked_at: u32,
    /// How many differ from what they were before the period.
    pub changed: u32,
    /// The first of those.
    pub changes: Vec<ChangedIssue>,
}

/// An issue that differs from what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedIssue {
    /// Its number.
    pub id: ContextIssueId,
    /// Where it lies.
    pub side: Side,
    /// What it is about, or was.
    pub topic: Line,
    /// How it differs.
    pub how: ChangeKind,
}

/// The interested parties (clause 4.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartyFigures {
    /// How many there are.
    pub total: u32,
    /// How many differ from what they were before the period, with what they need.
    pub changed: u32,
    /// The first of those.
    pub changes: Vec<ChangedParty>,
}

/// An interested party that differs from what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedParty {
    /// Its number.
    pub id: InterestedPartyId,
    /// Who they are, or were.
    pub name: Line,
    /// How it differs.
    pub how: ChangeKind,
}

/// Nonconformities and corrective actions (clause 10.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NonconformityFigures {
    /// The gravest grade first.
    pub grades: Vec<GradeFigures>,
    /// How many of those found in the period repeat one of the twelve months before.
    pub repeats: u32,
    /// The first of those that are open, the gravest first.
    pub open: Vec<NamedFinding>,
    /// How the actions of every origin went.
    pub actions: ActionTrend,
}

/// What was measured (clause 9.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasureFigures {
    /// How many measures are as they are wanted.
    pub on_target: u32,
    /// How many are not.
    pub off_target: u32,
    /// How many should have been read by now, and were as they are wanted when they last were.
    pub reading_overdue: u32,
    /// How many were never read.
    pub no_reading: u32,
    /// How many readings were taken in the period.
    pub readings: u32,
    /// Those that are read; the first of them, what is most pressing first.
    pub measures: Vec<MeasuredFigure>,
}

/// A measure with its last figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeasuredFigure {
    /// Its number.
    pub id: MeasureId,
    /// What is measured.
    pub what: Line,
    /// In what it is counted.
    pub unit: Line,
    /// What is wanted.
    pub goal: Goal,
    /// The last figure.
    pub value: Option<Figure>,
    /// When it was read.
    pub read_on: Option<Day>,
    /// The last figure before the period.
    pub before: Option<Figure>,
    /// How it stands.
    pub state: MeasureState,
}

/// Whether objectives are being reached (clause 6.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewObjectives")]
pub struct ObjectiveFigures {
    /// How many are pursued.
    pub open: u32,
    /// How many of those have a measure off target.
    pub off_target: u32,
    /// How many of those should have been reached by now.
    pub overdue: u32,
    /// How many were judged in the period to be reached.
    pub reached: u32,
    /// How many were judged in it not to be.
    pub missed: u32,
    /// Those that are pursued, or were judged in the period; the first of them.
    pub objectives: Vec<ObjectiveFigure>,
}

/// An objective by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewObjective")]
pub struct ObjectiveFigure {
    /// Its number.
    pub id: ObjectiveId,
    /// What is to be reached.
    pub title: Line,
    /// By when.
    pub target: Option<Day>,
    /// How it stands.
    pub state: ObjectiveState,
    /// Whether its day has passed, and nobody has judged it.
    pub overdue: bool,
}

/// What people reported, in numbers alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FeedbackFigures {
    /// Of each kind.
    pub kinds: Vec<KindFigures>,
    /// Of how many cases somebody should have been told by now.
    pub duties_overdue: u32,
}

/// How ready the management system is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingFigures {
    /// How ready, in whole per cent; what is over is left out.
    pub percent: u32,
    /// How many requirements are met.
    pub met: u32,
    /// How many there are.
    pub total: u32,
    /// What must be there before the whole goes above 79 %, and is not.
    pub gates: Vec<GateName>,
    /// The Statement of Applicability that was exported last.
    pub statement: Option<StatementFigures>,
}

/// The Statement of Applicability that was exported last (clause 6.1.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementFigures {
    /// Its version.
    pub version: Line,
    /// When it was exported, in UTC.
    pub on: Day,
    /// How many records that it shows have changed since.
    pub changes: u32,
}

/// Opportunities for improvement (clause 10.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImprovementFigures {
    /// How many there are.
    pub figures: GradeFigures,
    /// The first of those that are open, the earliest due first.
    pub open: Vec<NamedFinding>,
}
