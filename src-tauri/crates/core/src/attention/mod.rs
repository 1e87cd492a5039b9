//! What to do next, what needs attention, and how each control stands: the first page (clauses 9.1 and 10.1).
//!
//! Nothing is kept here. Everything follows from what the other areas say on a day, so it is never out of date.

mod looking;
#[cfg(test)]
mod tests;

use serde::Serialize;
use ts_rs::TS;

use crate::Day;
use crate::assessment::ControlId;
use crate::audits::AuditId;
use crate::cases::CaseId;
use crate::evidence::EvidenceId;
use crate::findings::{ActionId, FindingId};
use crate::guide::NextGuideStep;
use crate::objectives::{MeasureId, ObjectiveId};
use crate::reviews::ReviewId;
use crate::{Line, Prose};

pub use looking::{BackupFailure, Backups, GoodBackup, look};

/// What the first page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Home")]
pub struct Overview {
    /// How long it is until the organisation wants to be ready, where it has said so.
    pub countdown: Option<Countdown>,
    /// The next steps of the road; at most three.
    pub next: Vec<NextGuideStep>,
    /// What needs attention, the most urgent first.
    pub attention: Vec<Attention>,
    /// How each control stands, in their order.
    pub controls: Vec<ControlStanding>,
}

/// How long it is until the organisation wants to be ready for its audit (clause 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Countdown {
    /// The day by which.
    pub target: Day,
    /// How many days are left; below zero once it has passed.
    pub days: i32,
}

/// Something that needs attention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum Attention {
    /// Controls should have been implemented by now.
    Overdue {
        /// Those, the longest overdue first.
        controls: Vec<LateControl>,
    },
    /// Actions should have been done by now (clause 10.2).
    ActionsOverdue {
        /// How many.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest overdue first.
        actions: Vec<LateAction>,
    },
    /// Findings should have been closed by now (clause 10.2).
    FindingsOverdue {
        /// How many.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest overdue first.
        findings: Vec<LateFinding>,
    },
    /// The time to tell somebody of a concern, a complaint or an incident has passed (A.8.4).
    DutiesOverdue {
        /// Of how many cases.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest overdue first.
        cases: Vec<LateCase>,
    },
    /// Internal audits should have begun or ended by now (clause 9.2).
    AuditsPast {
        /// How many.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest past first.
        audits: Vec<LateAudit>,
    },
    /// Measures should have been read by now (clause 9.1).
    ReadingsOverdue {
        /// How many.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest overdue first.
        measures: Vec<LateMeasure>,
    },
    /// The day of objectives has passed, and nobody has judged them (clause 6.2).
    ObjectivesPast {
        /// How many.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest past first.
        objectives: Vec<LateObjective>,
    },
    /// The day of management reviews has passed, and they were neither held nor cancelled (clause 9.3).
    ReviewsPast {
        /// How many.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the longest past first.
        reviews: Vec<LateReview>,
    },
    /// No management review was held for a year, and none is planned (clause 9.3).
    ReviewMissing {
        /// When the last one was held, where there ever was one.
        last: Option<Day>,
    },
    /// Evidence holds no more.
    Expired {
        /// How many pieces.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the earliest first.
        pieces: Vec<ExpiringPiece>,
    },
    /// The last try to make a backup failed.
    BackupFailed {
        /// When, in UTC (RFC 3339).
        at: String,
        /// What happened.
        message: String,
        /// What to do next.
        hint: Option<String>,
    },
    /// Controls are implemented, and no evidence that holds shows it.
    Unproven {
        /// Those.
        controls: Vec<ControlId>,
    },
    /// Evidence expires within four weeks.
    Expiring {
        /// How many pieces.
        #[ts(type = "number")]
        total: usize,
        /// The first of them, the earliest first.
        pieces: Vec<ExpiringPiece>,
    },
    /// What the newest exported statement says has changed since.
    StatementOutdated {
        /// Its version.
        version: String,
        /// When it was exported, in UTC (RFC 3339).
        at: String,
    },
    /// A watched folder could not be looked through.
    FolderAway {
        /// Its path.
        folder: String,
        /// What is the matter.
        message: String,
        /// What to do next.
        hint: Option<String>,
    },
    /// Places in a watched folder could not be read.
    FolderUnreadable {
        /// Its path.
        folder: String,
        /// How many.
        #[ts(type = "number")]
        places: usize,
    },
    /// Files of watched folders are new or have changed.
    Inbox {
        /// How many.
        #[ts(type = "number")]
        files: usize,
    },
    /// The last good backup is old.
    BackupOld {
        /// When it was made, in UTC (RFC 3339).
        at: String,
        /// Where it is.
        file: String,
    },
    /// There is no backup, and something that would be lost.
    BackupNever,
}

/// A control whose date has passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateControl {
    /// Its number.
    pub id: ControlId,
    /// The day by which it was to be done.
    pub target: Day,
}

/// A piece of evidence that holds no more, or soon will not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExpiringPiece {
    /// Its number.
    pub id: EvidenceId,
    /// Its title.
    pub title: String,
    /// The last day on which it holds.
    pub expires: Day,
    /// How many days are left; below zero where it holds no more.
    pub days: i32,
}

/// How a control stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ControlStanding {
    /// Its number.
    pub id: ControlId,
    /// How it stands.
    pub standing: Standing,
}

/// How a control stands, where what stops it from counting goes before how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Nobody has decided about it.
    Undecided,
    /// It does not apply.
    Excluded,
    /// It applies, and nothing is done.
    NotStarted,
    /// It is known what will be done.
    Planned,
    /// Some of it is done.
    InProgress,
    /// It is done, and evidence shows it.
    Implemented,
    /// It should have been done by now.
    Overdue,
    /// It is said to be done, and no evidence that holds shows it.
    NoEvidence,
    /// A major nonconformity against it is open (clause 10.2).
    Nonconforming,
}

/// An action that should have been done by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateAction {
    /// Its number.
    pub id: ActionId,
    /// What was to be done.
    pub text: Prose,
    /// By when.
    pub due: Day,
    /// The finding that it answers.
    pub finding: Option<FindingId>,
}

/// A finding that should have been closed by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateFinding {
    /// Its number.
    pub id: FindingId,
    /// What it is.
    pub title: Line,
    /// By when.
    pub due: Day,
}

/// A case of which somebody should have been told by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateCase {
    /// Its number.
    pub id: CaseId,
    /// What it is; nothing where it is confidential.
    pub title: Option<Line>,
    /// By when.
    pub due: Day,
}

/// A measure that should have been read by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateMeasure {
    /// Its number.
    pub id: MeasureId,
    /// What is measured.
    pub what: Line,
    /// By when.
    pub due: Day,
}

/// An objective whose day has passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateObjective {
    /// Its number.
    pub id: ObjectiveId,
    /// What was to be reached.
    pub title: Line,
    /// By when.
    pub target: Day,
}

/// An internal audit that should have begun or ended by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateAudit {
    /// Its number.
    pub id: AuditId,
    /// What it is.
    pub title: Line,
    /// By when.
    pub due: Day,
}

/// A management review whose day has passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateReview {
    /// Its number.
    pub id: ReviewId,
    /// What it is called.
    pub title: Line,
    /// For when it was planned.
    pub planned_on: Day,
}
