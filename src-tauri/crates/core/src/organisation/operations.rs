//! Reading and changing the organisation.

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use super::store::ONLY;
use super::{Organisation, Role};
use crate::explain::Explain;
use crate::record::Record as _;
use crate::workspace::{StoreError, Tx, Workspace, WriteError};
use crate::{Line, Prose};

/// What was wrong with a change to the organisation.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// The name is empty.
    #[error("The organisation has no name")]
    NeedsName,
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for OrganisationError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for OrganisationError {
    fn code(&self) -> &'static str {
        match self {
            Self::NeedsName => "organisation-needs-name",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NeedsName => Some("Write the name under which it is registered.".into()),
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NeedsName => Some("name"),
            Self::Write(_) => None,
        }
    }
}

/// What to change about the organisation; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetOrganisation {
    /// Its name.
    pub name: Option<Line>,
    /// Its roles towards AI.
    pub roles: Option<Vec<Role>>,
    /// What the AI management system covers (clause 4.3).
    pub scope: Option<Prose>,
}

/// Returns the organisation.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn show(workspace: &Workspace) -> Result<Organisation, StoreError> {
    workspace.read(load)
}

pub(crate) fn load(conn: &Connection) -> Result<Organisation, StoreError> {
    Organisation::load(conn, ONLY)?
        .ok_or_else(|| StoreError::Unreadable("table organisation: it is empty".into()))
}

/// Changes the organisation and returns it.
///
/// # Errors
/// [`OrganisationError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, change: SetOrganisation) -> Result<Organisation, OrganisationError> {
    let before = load(tx.reading())?;
    let after = Organisation::new(
        change.name.unwrap_or(before.name),
        change.roles.unwrap_or(before.roles),
        change.scope.unwrap_or(before.scope),
    )?;
    tx.put(&after)?;
    Ok(after)
}
