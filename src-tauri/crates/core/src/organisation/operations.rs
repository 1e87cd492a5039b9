//! Reading and changing the organisation.

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use super::store::ONLY;
use super::{ActRole, Climate, HeldStandard, Organisation, Role, Sector};
use crate::explain::Explain;
use crate::given::{given, renew};
use crate::record::Record as _;
use crate::workspace::{StoreError, Tx, Workspace, WriteError};
use crate::{Day, Line, Prose};

/// What was wrong with a change to the organisation.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    /// The name is empty.
    #[error("The organisation has no name")]
    NeedsName,
    /// The name of a sector is empty.
    #[error("A sector has no name")]
    SectorNeedsName,
    /// The name of a standard is empty.
    #[error("A standard has no name")]
    StandardNeedsName,
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
            Self::SectorNeedsName => "sector-needs-name",
            Self::StandardNeedsName => "standard-needs-name",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NeedsName => Some("Write the name under which it is registered.".into()),
            Self::SectorNeedsName => {
                Some("Write in a few words what it is, such as insurance, or leave it out.".into())
            }
            Self::StandardNeedsName => {
                Some("Write its number, such as ISO/IEC 27001, or leave it out.".into())
            }
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NeedsName => Some("name"),
            Self::SectorNeedsName => Some("sectors"),
            Self::StandardNeedsName => Some("standards"),
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
    /// Its roles towards AI (ISO/IEC 22989).
    pub roles: Option<Vec<Role>>,
    /// Its roles under the EU AI Act.
    pub act_roles: Option<Vec<ActRole>>,
    /// How many people work there; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<u32>", optional = nullable)]
    pub headcount: Option<Option<u32>>,
    /// In which countries and places it works.
    pub places: Option<Line>,
    /// What it does.
    pub activity: Option<Prose>,
    /// The sectors in which it works, in place of those it has.
    pub sectors: Option<Vec<Sector>>,
    /// The standards whose management systems it already runs, in place of those it has.
    pub standards: Option<Vec<HeldStandard>>,
    /// Whether climate change matters to its AI management system (clause 4.1).
    pub climate: Option<Climate>,
    /// Who leads the AI management system (clause 5.3).
    pub in_charge: Option<Line>,
    /// Who answers for it at the top (clause 5.1).
    pub top_management: Option<Line>,
    /// By when it is to be ready for the first stage of the audit; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub target: Option<Option<Day>>,
    /// What the AI management system covers (clause 4.3).
    pub scope: Option<Prose>,
}

impl SetOrganisation {
    /// Returns the organisation of which nothing is known but what is said here.
    ///
    /// # Errors
    /// [`OrganisationError`] where it has no name, or a sector or a standard has none.
    pub fn founded(self) -> Result<Organisation, OrganisationError> {
        self.applied(Organisation::default())
    }

    fn applied(self, mut organisation: Organisation) -> Result<Organisation, OrganisationError> {
        renew(&mut organisation.name, self.name);
        renew(&mut organisation.roles, self.roles);
        renew(&mut organisation.act_roles, self.act_roles);
        renew(&mut organisation.headcount, self.headcount);
        renew(&mut organisation.places, self.places);
        renew(&mut organisation.activity, self.activity);
        renew(&mut organisation.sectors, self.sectors);
        renew(&mut organisation.standards, self.standards);
        renew(&mut organisation.climate, self.climate);
        renew(&mut organisation.in_charge, self.in_charge);
        renew(&mut organisation.top_management, self.top_management);
        renew(&mut organisation.target, self.target);
        renew(&mut organisation.scope, self.scope);
        organisation.checked()
    }
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
    let after = change.applied(load(tx.reading())?)?;
    tx.put(&after)?;
    Ok(after)
}
