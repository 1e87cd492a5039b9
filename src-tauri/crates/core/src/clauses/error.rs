//! What can be wrong with what somebody says of a clause.

use crate::catalogue::ClauseId;
use crate::explain::Explain;
use crate::workspace::{StoreError, WriteError};

/// Why a change to a clause was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ClauseError {
    /// There is no such clause.
    #[error("There is no clause {0}")]
    Unknown(ClauseId),
    /// A heading over clauses can't be assessed.
    #[error("{0} is a heading over clauses, which is not assessed itself")]
    Heading(ClauseId),
    /// No clause was named.
    #[error("No clause is named")]
    NoClause,
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for ClauseError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for ClauseError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) | Self::Heading(_) | Self::NoClause => "unknown-clause",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Unknown(_) | Self::NoClause => {
                Some("Expected a clause of ISO/IEC 42001, from 4.1 to 10.2.".into())
            }
            Self::Heading(id) => Some(format!("Name the clauses under it, such as {id}.1.")),
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unknown(_) | Self::Heading(_) | Self::NoClause => Some("clauses"),
            Self::Write(_) => None,
        }
    }
}
