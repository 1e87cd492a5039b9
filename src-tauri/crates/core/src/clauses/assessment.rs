//! A clause as people see it: what it is, and how far it is met.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assessment::Status;
use crate::catalogue::{Clause, ClauseId, DocumentedInformation, Theme};
use crate::{Day, Line, Prose};

/// What was said of a clause, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseAssessment {
    /// The clause.
    pub clause: ClauseId,
    /// How far it is met.
    pub status: Status,
    /// The day by which it is to be met.
    pub target: Option<Day>,
    /// How it is met here.
    pub how: Prose,
    /// Who answers for it.
    pub owner: Line,
    /// Notes, which no document shows.
    pub notes: Prose,
}

impl ClauseAssessment {
    /// Returns what is known of a clause of which nobody has said anything.
    #[must_use]
    pub fn untouched(clause: ClauseId) -> Self {
        Self {
            clause,
            status: Status::default(),
            target: None,
            how: Prose::default(),
            owner: Line::default(),
            notes: Prose::default(),
        }
    }
}

/// A clause with everything said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessedClause {
    /// Its number.
    pub id: ClauseId,
    /// Its title.
    pub title: String,
    /// The theme of the work that it belongs to.
    pub theme: Theme,
    /// Whether it itself asks for documented information.
    pub documented: Option<DocumentedInformation>,
    /// How far it is met.
    pub status: Status,
    /// The day by which it is to be met.
    pub target: Option<Day>,
    /// How it is met here.
    pub how: Prose,
    /// Who answers for it.
    pub owner: Line,
    /// Notes, which no document shows.
    pub notes: Prose,
    /// How many pieces of evidence are linked to it.
    pub evidence: u32,
}

impl AssessedClause {
    pub(super) fn new(clause: &Clause, assessment: ClauseAssessment, evidence: u32) -> Self {
        let ClauseAssessment { clause: id, status, target, how, owner, notes } = assessment;
        let (title, theme) = (clause.title.clone(), clause.theme);
        let documented = clause.documented_information_status;
        Self { id, title, theme, documented, status, target, how, owner, notes, evidence }
    }
}
