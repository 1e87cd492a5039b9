//! What can be wrong with a change to a register of the organisation.

use super::context::ContextIssueId;
use super::parties::InterestedPartyId;
use super::people::PersonId;
use crate::evidence::EvidenceId;
use crate::explain::Explain;
use crate::workspace::{StoreError, WriteError};

/// What was wrong with a change to the issues, the interested parties or the people.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// There is no such issue.
    #[error("There is no issue {0}")]
    UnknownIssue(ContextIssueId),
    /// There is no such interested party.
    #[error("There is no interested party {0}")]
    UnknownParty(InterestedPartyId),
    /// There is no such person.
    #[error("There is no person {0}")]
    UnknownPerson(PersonId),
    /// The topic of an issue is empty.
    #[error("The issue has no topic")]
    IssueNeedsTopic,
    /// The name of an interested party is empty.
    #[error("The interested party has no name")]
    PartyNeedsName,
    /// The name of a person is empty.
    #[error("The person has neither a name nor a job title")]
    PersonNeedsName,
    /// What an interested party needs is empty.
    #[error("A need of the interested party says nothing")]
    NeedIsEmpty,
    /// What somebody has to know is empty.
    #[error("A competence of the person says nothing")]
    CompetenceIsEmpty,
    /// The proof is no evidence.
    #[error("There is no piece of evidence {0}")]
    UnknownProof(EvidenceId),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for RegisterError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for RegisterError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownIssue(_) => "unknown-issue",
            Self::UnknownParty(_) => "unknown-party",
            Self::UnknownPerson(_) => "unknown-person",
            Self::IssueNeedsTopic => "issue-needs-topic",
            Self::PartyNeedsName => "party-needs-name",
            Self::PersonNeedsName => "person-needs-name",
            Self::NeedIsEmpty => "need-is-empty",
            Self::CompetenceIsEmpty => "competence-is-empty",
            Self::UnknownProof(_) => "unknown-evidence",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::UnknownIssue(_) | Self::UnknownParty(_) | Self::UnknownPerson(_) => {
                    "It may have been removed. Look at the list again."
                }
                Self::IssueNeedsTopic => "Say in a few words what it is about, such as new rules for AI.",
                Self::PartyNeedsName => "Say who they are, such as applicants or the supervisory authority.",
                Self::PersonNeedsName => "Write a name or a job title, such as Quality manager.",
                Self::NeedIsEmpty => "Say what they need or expect, or take the line away.",
                Self::CompetenceIsEmpty => {
                    "Say what the person has to know or be able to do, or take the line away."
                }
                Self::UnknownProof(_) => "Choose a piece of the evidence, or add one first.",
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownIssue(_) | Self::UnknownParty(_) | Self::UnknownPerson(_) => Some("id"),
            Self::IssueNeedsTopic => Some("topic"),
            Self::PartyNeedsName | Self::PersonNeedsName => Some("name"),
            Self::NeedIsEmpty => Some("needs"),
            Self::CompetenceIsEmpty | Self::UnknownProof(_) => Some("competences"),
            Self::Write(_) => None,
        }
    }
}
