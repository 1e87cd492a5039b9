//! A controlled document as it is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::key::DraftKey;
use crate::choice::choice;
use crate::evidence::{EvidenceId, Kind, Link};
use crate::numbered::numbered;
use crate::{Day, Line, Prose};

numbered!(
    /// The number of a controlled document, written `D-3`. A workspace gives each number once.
    DocumentId, DocumentIdError: "D-", "a document"
);

choice! {
    /// How far the version of a document that is being worked on has come.
    pub enum DocumentState {
        /// It is being written.
        Draft = "draft",
        /// Somebody reads it before it is approved.
        InReview = "in-review",
        /// It is approved, and nothing is being changed.
        Approved = "approved",
        /// It is no longer used; everything that was approved is kept.
        Withdrawn = "withdrawn",
    }
}

/// A controlled document with all that was approved of it (clause 7.5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ControlledDocument")]
pub struct Document {
    /// Its number in the workspace.
    pub id: DocumentId,
    /// Its title.
    pub title: Line,
    /// The draft that it began with; nothing where the company brought its own.
    pub draft: Option<DraftKey>,
    /// What it is.
    pub kind: Kind,
    /// The number under which the company keeps it, where that is another.
    pub number: Line,
    /// The version that is being worked on, or that is approved.
    pub version: Line,
    /// Who answers for it.
    pub owner: Line,
    /// Who approves it.
    pub approver: Line,
    /// How far that version is.
    pub state: DocumentState,
    /// When it is looked at again.
    pub next_review: Option<Day>,
    /// What is new in the version that is being worked on.
    pub changes: Prose,
    /// Where the file is that people work on.
    pub working_file: Line,
    /// The clauses and controls that it serves, in order and each once.
    pub links: Vec<Link>,
    /// What was decided in the draft, by the name of each decision.
    pub answers: BTreeMap<String, Prose>,
    /// What was approved, the oldest first; all but the last are superseded.
    pub approvals: Vec<Approval>,
    /// The piece of evidence that holds what was approved.
    pub evidence: Option<EvidenceId>,
    /// When it was withdrawn, and why.
    pub withdrawn: Option<Withdrawal>,
}

/// The approval of a version of a document (clause 7.5.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DocumentApproval")]
pub struct Approval {
    /// The version.
    pub version: Line,
    /// Who approved it.
    pub by: Line,
    /// When.
    pub on: Day,
    /// When it was to be looked at again.
    pub next_review: Day,
    /// What was new in it.
    pub changes: Prose,
    /// The piece of evidence that holds it.
    pub evidence: EvidenceId,
    /// The version of that piece.
    pub file: u32,
    /// Why the owner approved it alone, where that is so.
    pub alone: Prose,
}

/// When a document was withdrawn, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DocumentWithdrawal")]
pub struct Withdrawal {
    /// When.
    pub on: Day,
    /// Why.
    pub why: Prose,
}

impl Document {
    /// Returns the approval that holds: the last, unless the document was withdrawn. While a new version is being
    /// written, the approved one stays in force.
    #[must_use]
    pub fn in_force(&self) -> Option<&Approval> {
        match self.state {
            DocumentState::Draft | DocumentState::InReview | DocumentState::Approved => self.approvals.last(),
            DocumentState::Withdrawn => None,
        }
    }
}
