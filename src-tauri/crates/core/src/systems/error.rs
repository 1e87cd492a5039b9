//! What can be wrong with a change to the inventory.

use super::SystemId;
use crate::explain::Explain;
use crate::workspace::{StoreError, WriteError};

/// What was wrong with a change to the inventory of AI systems.
#[derive(Debug, thiserror::Error)]
pub enum SystemError {
    /// There is no such AI system.
    #[error("There is no AI system {0}")]
    Unknown(SystemId),
    /// The name is empty.
    #[error("The AI system has no name")]
    NeedsName,
    /// Another has that name.
    #[error("{1} is called “{name}” already", name = crate::text::shown(.0))]
    NameTaken(String, SystemId),
    /// The decision against the screening gives no reason.
    #[error("The decision on the impact gives no reason")]
    JudgementNeedsReason,
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for SystemError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for SystemError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown-system",
            Self::NeedsName => "system-needs-name",
            Self::NameTaken(..) => "system-name-taken",
            Self::JudgementNeedsReason => "judgement-needs-reason",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::Unknown(_) => "It may have been removed. Look at the list of AI systems again.",
                Self::NeedsName => "Write the name by which people at work know it.",
                Self::NameTaken(..) => "Choose a name that tells the two apart.",
                Self::JudgementNeedsReason => {
                    "Say in a sentence why the screening is wrong about this AI system."
                }
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unknown(_) => Some("id"),
            Self::NeedsName | Self::NameTaken(..) => Some("name"),
            Self::JudgementNeedsReason => Some("judgement"),
            Self::Write(_) => None,
        }
    }
}
