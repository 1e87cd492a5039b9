//! What can be wrong with a beginning.

use crate::explain::Explain;
use crate::guide::GuideError;
use crate::organisation::OrganisationError;
use crate::organisation::scope::ScopeError;
use crate::systems::SystemError;
use crate::workspace::{OpenError, StoreError, WriteError};

/// Why no workspace was made. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The organisation.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// The scope.
    #[error(transparent)]
    Scope(#[from] ScopeError),
    /// An AI system.
    #[error(transparent)]
    System(#[from] SystemError),
    /// The plan.
    #[error(transparent)]
    Plan(#[from] GuideError),
    /// The folder.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for StartError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl StartError {
    fn cause(&self) -> &dyn Explain {
        match self {
            Self::Organisation(error) => error,
            Self::Scope(error) => error,
            Self::System(error) => error,
            Self::Plan(error) => error,
            Self::Open(error) => error,
            Self::Write(error) => error,
        }
    }
}

impl Explain for StartError {
    fn code(&self) -> &'static str {
        self.cause().code()
    }

    fn hint(&self) -> Option<String> {
        self.cause().hint()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            // What the parts are about says more than their own arguments.
            Self::System(_) => Some("systems"),
            Self::Scope(_) => Some("scope"),
            Self::Plan(_) => Some("target"),
            Self::Organisation(error) => error.field(),
            Self::Open(error) => error.field(),
            Self::Write(error) => error.field(),
        }
    }
}
