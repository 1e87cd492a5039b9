//! An action: what somebody will do by a day, and what shows that it is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id::ActionId;
use super::origin::ActionOrigin;
use crate::evidence::EvidenceId;
use crate::{Day, Line, Prose};

/// An action (clauses 6.2, 9.3 and 10.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Action {
    /// Its number.
    pub id: ActionId,
    /// What it comes from.
    pub origin: ActionOrigin,
    /// What will be done.
    pub text: Prose,
    /// Who does it.
    pub owner: Line,
    /// By when.
    pub due: Day,
    /// How that was moved, and why; the first comes first.
    pub due_changes: Vec<DueChange>,
    /// When it was done, and what shows it.
    pub done: Option<Done>,
}

/// That a date was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DueChange {
    /// The date before.
    pub from: Day,
    /// The date after.
    pub to: Day,
    /// Why.
    pub why: Prose,
    /// Who moved it.
    pub by: Line,
    /// When, in UTC (RFC 3339).
    pub at: String,
}

/// That an action is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ActionDone")]
pub struct Done {
    /// When.
    pub on: Day,
    /// What shows it; at least one.
    pub proof: Vec<EvidenceId>,
    /// What was done, where it differs from what was planned.
    pub note: Prose,
}

/// How an action stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ActionState {
    /// It is to be done.
    Planned,
    /// It should have been done by now.
    Overdue,
    /// It is done.
    Done,
    /// Nobody waits for it any more: what it comes from is closed or refused.
    Dropped,
}

impl ActionState {
    /// Returns how an action stands, where it is known whether what it comes from is over.
    ///
    /// There is no other rule: lists, dates and reminders ask this one, and where the database counts, for the first
    /// page, a test holds it to this one.
    pub(super) fn of(action: &Action, over: bool, today: Day) -> Self {
        match (action.done.is_some(), over) {
            (true, _) => Self::Done,
            (false, true) => Self::Dropped,
            (false, false) if action.due < today => Self::Overdue,
            (false, false) => Self::Planned,
        }
    }

    /// Returns its name, as JSON has it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Overdue => "overdue",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Returns whether somebody is to do it.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Planned | Self::Overdue => true,
            Self::Done | Self::Dropped => false,
        }
    }
}
