//! What can be wrong with a change to the scope.

use crate::explain::Explain;
use crate::text::TextError;
use crate::workspace::{StoreError, WriteError};

/// What was wrong with a change to the scope.
#[derive(Debug, thiserror::Error)]
pub enum ScopeError {
    /// There is no text to adopt.
    #[error("The scope says nothing yet")]
    Empty,
    /// It is the version that was adopted last.
    #[error("The scope is the same as version {0}, which was adopted last")]
    Unchanged(u32),
    /// Nobody approved it.
    #[error("Nobody is named who approved the scope")]
    NeedsApprover,
    /// It does not say what changed.
    #[error("It does not say what changed since version {0}")]
    NeedsChange(u32),
    /// A part says nothing.
    #[error("A part of the scope says nothing")]
    EmptyPart,
    /// The parts make a text that is too long.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for ScopeError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for ScopeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "scope-empty",
            Self::Unchanged(_) => "scope-unchanged",
            Self::NeedsApprover => "scope-needs-approver",
            Self::NeedsChange(_) => "scope-needs-change",
            Self::EmptyPart => "scope-part-empty",
            Self::Text(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::Empty => {
                    "Write what the AI management system covers, or take over the text that its parts make."
                }
                Self::Unchanged(_) => "Change the text first, or leave that version as it is.",
                Self::NeedsApprover => "Name who approved it: a name or a job title of top management.",
                Self::NeedsChange(_) => "Say it in a line, such as: one AI system added.",
                Self::EmptyPart => "Write it out, or take the line away.",
                Self::Text(error) => return error.hint(),
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty | Self::Unchanged(_) | Self::Text(_) => Some("scope"),
            Self::NeedsApprover => Some("approved_by"),
            Self::NeedsChange(_) => Some("change"),
            Self::EmptyPart => Some("parts"),
            Self::Write(_) => None,
        }
    }
}
