//! The clauses of the standard, 4 to 10.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::crosswalk::Crosswalk;
use super::number::{ClauseId, ControlNumber};
use super::theme::Theme;

/// Whether a clause itself asks for documented information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentedInformation {
    /// The clause asks for it.
    Required,
    /// The clause names none, but auditors expect some.
    ExpectedInPractice,
}

/// A clause, or a heading over clauses. A heading has a title and nothing else: its texts are empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Clause {
    /// Its number.
    pub id: ClauseId,
    /// Its title, as the standard prints it.
    pub title: String,
    /// The heading over it.
    pub parent: Option<ClauseId>,
    /// The theme of the work that it belongs to.
    pub theme: Theme,
    /// Whether a company can be assessed against it; a heading can't.
    pub assessable: bool,
    /// What it asks for, in our own words.
    pub requirement: String,
    /// The documents and records that it asks for or that practice expects.
    pub documented_information: Vec<String>,
    /// Which of the two; none for a heading.
    pub documented_information_status: Option<DocumentedInformation>,
    /// What an auditor expects to see.
    pub evidence: Vec<String>,
    /// What to do, for a company of 10 to 50 people.
    pub steps: Vec<String>,
    /// What the auditor asks.
    pub auditor_question: String,
    /// What is often missing.
    pub common_gap: String,
    /// The controls that carry most of it, in order. Each of them names the clause in turn;
    /// [`Catalogue::controls_of_clause`](super::Catalogue::controls_of_clause) finds all that do.
    pub controls: Vec<ControlNumber>,
    /// What is related elsewhere.
    pub crosswalk: Crosswalk,
}
