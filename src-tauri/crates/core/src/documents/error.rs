//! What can be wrong with what somebody does with documents.

use std::path::PathBuf;

use super::record::{DocumentId, DocumentState};
use crate::Line;
use crate::evidence::EvidenceError;
use crate::explain::Explain;
use crate::text::shown;
use crate::whole_file::FileError;
use crate::workspace::{StoreError, WriteError};

/// Why something was not done with a document or a draft. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// There is no such document.
    #[error("There is no document {0}")]
    Unknown(DocumentId),
    /// The draft asks no such thing.
    #[error("The draft has no decision “{}”", shown(.0))]
    UnknownDecision(String),
    /// The title is empty.
    #[error("A document needs a title")]
    NeedsTitle,
    /// The version is empty.
    #[error("A document needs a version")]
    NeedsVersion,
    /// The draft has become a document already.
    #[error("“{0}” has been begun already: it is {1}")]
    AlreadyBegun(Line, DocumentId),
    /// It is not in the state that this asks for.
    #[error("{id} is {}; this needs a document that is {}", words(*.is), either(.needed))]
    WrongState {
        /// The document.
        id: DocumentId,
        /// Its state.
        is: DocumentState,
        /// The states in which it can be done.
        needed: &'static [DocumentState],
    },
    /// Decisions are open in the text that was to be approved.
    #[error("{} open: {}", count(.0.len()), .0.join(" "))]
    OpenDecisions(Vec<String>),
    /// Nobody is named who approves it.
    #[error("Nobody is named who approves it")]
    NeedsApprover,
    /// Its owner would approve it alone.
    #[error("“{0}” is the owner and would approve it alone")]
    OwnerApprovesAlone(Line),
    /// It is approved on a day that has not come.
    #[error("It can't be approved on a day that has not come")]
    ApprovedLater,
    /// The next review is not after the approval.
    #[error("The next review is not after the day of the approval")]
    ReviewNotLater,
    /// The version was approved already.
    #[error("Version {0} was approved already")]
    VersionApproved(Line),
    /// There is no draft behind it.
    #[error("{0} did not begin with a draft of Annexe, so there is no text to approve")]
    NoDraft(DocumentId),
    /// It is withdrawn without a reason.
    #[error("Withdrawing a document needs a reason")]
    NeedsReason,
    /// The file's name does not say which form it is to have.
    #[error("“{}” names neither a Word document nor a PDF", shown(&.0.display().to_string()))]
    NoFormat(PathBuf),
    /// The user stopped it.
    #[error("It was stopped; nothing was written")]
    Stopped,
    /// The document can't be made.
    #[error("The document could not be made ({0})")]
    NotMade(String),
    /// The file could not be written where it was asked for.
    #[error(transparent)]
    File(#[from] FileError),
    /// What was approved could not be taken into the evidence.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The workspace could not be read or written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for DocumentError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl From<annexe_vault::VaultError> for DocumentError {
    fn from(error: annexe_vault::VaultError) -> Self {
        Self::Evidence(error.into())
    }
}

/// Returns a state as a sentence names it.
fn words(state: DocumentState) -> &'static str {
    match state {
        DocumentState::Draft => "a draft",
        DocumentState::InReview => "in review",
        DocumentState::Approved => "approved",
        DocumentState::Withdrawn => "withdrawn",
    }
}

fn either(states: &[DocumentState]) -> String {
    states.iter().map(|state| words(*state)).collect::<Vec<_>>().join(" or ")
}

fn count(decisions: usize) -> String {
    if decisions == 1 { "1 decision is".into() } else { format!("{decisions} decisions are") }
}

impl Explain for DocumentError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown-document",
            Self::UnknownDecision(_) => "unknown-decision",
            Self::NeedsTitle => "document-needs-title",
            Self::NeedsVersion | Self::VersionApproved(_) => "document-needs-version",
            Self::AlreadyBegun(..) => "draft-begun",
            Self::WrongState { .. } => "document-state",
            Self::OpenDecisions(_) => "decisions-open",
            Self::NeedsApprover => "document-needs-approver",
            Self::OwnerApprovesAlone(_) => "owner-approves-alone",
            Self::ApprovedLater => "approved-later",
            Self::ReviewNotLater => "review-not-later",
            Self::NoDraft(_) => "no-draft",
            Self::NeedsReason => "withdrawal-needs-reason",
            Self::NoFormat(_) => "no-format",
            Self::Stopped => "stopped",
            Self::NotMade(_) => "document-not-made",
            Self::File(error) => error.code(),
            Self::Evidence(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Unknown(_) => "Expected a number such as D-3; the list of documents has them.",
            Self::UnknownDecision(_) => "The document lists the decisions that it leaves open.",
            Self::NeedsTitle => "Write what it is called, such as AI policy.",
            Self::NeedsVersion => "Write the version, such as 1.0.",
            Self::AlreadyBegun(..) => "Go on with that one, or withdraw it first.",
            Self::WrongState { is, .. } => match is {
                DocumentState::Draft => "Submit it for review first.",
                DocumentState::InReview => "Take it back to draft first.",
                DocumentState::Approved => {
                    "Begin a new version of it; the approved one stays in force until then."
                }
                DocumentState::Withdrawn => "Undo the withdrawal, or begin another document.",
            },
            Self::OpenDecisions(_) => {
                "Answer them, or approve a file in which you have written your decisions."
            }
            Self::NeedsApprover => "Name who approves it, by role or by name.",
            Self::OwnerApprovesAlone(_) => {
                "Name somebody else, or say why one person writes and approves it: an auditor may ask."
            }
            Self::ApprovedLater => "Choose today or a day that has passed.",
            Self::ReviewNotLater => "Check both dates; a year later is usual.",
            Self::VersionApproved(_) => "Write the next version, such as 2.0.",
            Self::NoDraft(_) => "Choose the file that is approved, or the piece of evidence that holds it.",
            Self::NeedsReason => "Say why it is no longer used: an auditor may ask.",
            Self::NoFormat(_) => "End the file's name in .docx or .pdf, or say which format you want.",
            Self::Stopped => return None,
            Self::NotMade(_) => "Shorten the longest texts and try again.",
            Self::File(error) => return error.hint(),
            Self::Evidence(error) => return error.hint(),
            Self::Write(error) => return error.hint(),
        };
        Some(hint.into())
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unknown(_) | Self::WrongState { .. } => Some("id"),
            Self::UnknownDecision(_) => Some("decision"),
            Self::NeedsTitle => Some("title"),
            Self::NeedsVersion | Self::VersionApproved(_) => Some("version"),
            Self::AlreadyBegun(..) => Some("draft"),
            Self::NeedsApprover => Some("approver"),
            Self::OwnerApprovesAlone(_) => Some("alone"),
            Self::ApprovedLater => Some("on"),
            Self::ReviewNotLater => Some("next_review"),
            Self::NeedsReason => Some("why"),
            Self::NoFormat(_) => Some("file"),
            Self::File(error) => error.field(),
            Self::Evidence(error) => error.field(),
            Self::OpenDecisions(_) | Self::NoDraft(_) | Self::Stopped | Self::NotMade(_) | Self::Write(_) => {
                None
            }
        }
    }
}
