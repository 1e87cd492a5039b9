//! An action: what somebody will do by a day, and what shows that it is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id::{ActionId, FindingId};
use crate::evidence::EvidenceId;
use crate::{Day, Line, Prose};

/// An action (clause 10.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Action {
    /// Its number.
    pub id: ActionId,
    /// The finding that it answers; none where it comes from elsewhere.
    pub finding: Option<FindingId>,
    /// In which round of the finding it was planned.
    pub round: u32,
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
