//! Every date of the workspace in one list: what is to be done by when, and what holds until when.
//!
//! The standard asks for dates in many places: when objectives are to be reached (clause 6.2), when audits and
//! reviews take place (9.2, 9.3), when documented information is looked at again (7.5). Nothing is kept here; every
//! date belongs to the record that has it.

mod dates;
mod export;
mod ics;
#[cfg(test)]
mod tests;
mod words;

use serde::Serialize;
use ts_rs::TS;

use crate::assessment::ControlId;
use crate::audits::AuditId;
use crate::cases::CaseId;
use crate::catalogue::ClauseId;
use crate::documents::DocumentId;
use crate::evidence::EvidenceId;
use crate::findings::{ActionId, FindingId};
use crate::guide::StepId;
use crate::objectives::{MeasureId, ObjectiveId};
use crate::reviews::ReviewId;
use crate::{Day, Line};

pub use dates::{ListDates, list};
pub use export::{CalendarError, ExportCalendar, WrittenCalendar, export};

/// What a date is about, and so where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum DateSubject {
    /// The organisation is to be ready for the first stage of the audit by then.
    Target,
    /// The issues outside and inside are to be looked at again by then (clause 4.1).
    Context,
    /// A clause is to be met by then.
    Clause {
        /// Its number.
        id: ClauseId,
    },
    /// A control is to be implemented by then.
    Control {
        /// Its number.
        id: ControlId,
    },
    /// A step of the guide is to be done by then.
    Step {
        /// Its name.
        id: StepId,
    },
    /// A controlled document is to be looked at again by then (clause 7.5).
    Document {
        /// Its number.
        id: DocumentId,
    },
    /// Somebody is to be told of a case by then (A.8.4).
    Case {
        /// Its number.
        id: CaseId,
    },
    /// An internal audit is to begin then, or to end by then (clause 9.2).
    Audit {
        /// Its number.
        id: AuditId,
    },
    /// A management review is to be held then (clause 9.3).
    Review {
        /// Its number.
        id: ReviewId,
    },
    /// An objective is to be reached by then (clause 6.2).
    Objective {
        /// Its number.
        id: ObjectiveId,
    },
    /// A measure is to be read by then (clause 9.1).
    Measure {
        /// Its number.
        id: MeasureId,
    },
    /// A finding is to be closed by then (clause 10.2).
    Finding {
        /// Its number.
        id: FindingId,
    },
    /// Somebody is to look then whether what was done about a finding works (clause 10.2).
    EffectCheck {
        /// The finding's number.
        id: FindingId,
    },
    /// An action is to be done by then.
    Action {
        /// Its number.
        id: ActionId,
    },
    /// A piece of evidence holds until then.
    Evidence {
        /// Its number.
        id: EvidenceId,
    },
}

/// How a date stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DateState {
    /// It is that day, or still to come.
    Due,
    /// It has passed.
    Overdue,
    /// What was to be done by then is done.
    Done,
}

/// A date, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarDate {
    /// The day.
    pub day: Day,
    /// What it is about.
    #[serde(flatten)]
    pub subject: DateSubject,
    /// The title of that, where it has one.
    pub title: String,
    /// Who answers for it.
    pub owner: Line,
    /// How it stands today.
    pub state: DateState,
}

/// The dates from one day to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarPage {
    /// The dates, the earliest first.
    pub dates: Vec<CalendarDate>,
    /// Whether there are more than were asked for.
    pub more: bool,
}
