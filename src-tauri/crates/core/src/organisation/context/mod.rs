//! What surrounds the organisation and matters to its AI (clause 4.1): issues outside and inside.

mod operations;
mod store;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use operations::{AddContextIssue, ContextIssueReference, SetContextIssue, add, list, remove, set};
pub(crate) use store::{TABLES, all};

use crate::choice::choice;
use crate::numbered::numbered;
use crate::{Day, Line, Prose};

numbered!(
    /// The number of an issue, written `CI-3`.
    ContextIssueId, ContextIssueIdError: "CI-", "an issue"
);

choice!(
    /// Where an issue lies.
    pub enum Side {
        /// Outside: law, markets, technology, society.
        Outside = "outside",
        /// Inside: people, processes, systems, culture.
        Inside = "inside",
    }
);

/// An issue outside or inside that matters to the AI management system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContextIssue {
    /// Its number.
    pub id: ContextIssueId,
    /// Where it lies.
    pub side: Side,
    /// What it is about.
    pub topic: Line,
    /// What it means for our AI.
    pub meaning: Prose,
    /// What we do about it.
    pub response: Prose,
    /// When somebody last looked at it.
    pub reviewed: Option<Day>,
}
