//! Why the past of readiness can't be told.

use crate::Explain;
use crate::workspace::StoreError;

/// Why the past of readiness can't be told. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum PastError {
    /// The user stopped it; the next time it goes on from there.
    #[error("Following the history was stopped; what was followed is kept until the workspace is closed")]
    Stopped,
    /// The database could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for PastError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Store(error) => error.hint(),
        }
    }
}
