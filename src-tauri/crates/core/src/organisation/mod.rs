//! The organisation whose AI management system this is (clauses 4.1 to 4.4, 5.1 to 5.3, 7.2).
//!
//! Its profile and roles towards AI stand here; beside them the registers of what surrounds it (`context`), of who has a
//! stake in its AI (`parties`) and of who does what (`people`), and the scope with its versions (`scope`).

mod act_role;
pub mod context;
mod operations;
pub mod parties;
pub mod people;
mod profile;
mod register;
mod role;
pub mod scope;
mod store;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use act_role::ActRole;
pub(crate) use operations::load;
pub use operations::{OrganisationError, SetOrganisation, set, show};
pub use profile::{Climate, HeldStandard, Sector};
pub use register::RegisterError;
pub use role::{Role, RoleError};
pub(crate) use store::TABLES;

use crate::{Day, Line, Prose};

/// What the second version of the database knows of the organisation.
pub(crate) const SECOND: [&str; 5] =
    [store::PROFILE, context::TABLES, parties::TABLES, people::TABLES, scope::TABLES];

/// The organisation, as the Statement of Applicability names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    pub name: Line,
    /// Its roles towards AI (ISO/IEC 22989), in their order and each once.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Its roles under the EU AI Act, in their order and each once.
    #[serde(default)]
    pub act_roles: Vec<ActRole>,
    /// How many people work there.
    #[serde(default)]
    pub headcount: Option<u32>,
    /// In which countries and places it works.
    #[serde(default)]
    pub places: Line,
    /// What it does.
    #[serde(default)]
    pub activity: Prose,
    /// The sectors in which it works (Annex D).
    #[serde(default)]
    pub sectors: Vec<Sector>,
    /// The standards whose management systems it already runs (Annex D).
    #[serde(default)]
    pub standards: Vec<HeldStandard>,
    /// Whether climate change matters to its AI management system (clause 4.1).
    #[serde(default)]
    pub climate: Climate,
    /// Who leads the AI management system (clause 5.3).
    #[serde(default)]
    pub in_charge: Line,
    /// Who answers for it at the top (clause 5.1).
    #[serde(default)]
    pub top_management: Line,
    /// By when it is to be ready for the first stage of the audit.
    #[serde(default)]
    pub target: Option<Day>,
    /// What the AI management system covers (clause 4.3).
    #[serde(default)]
    pub scope: Prose,
}

impl Organisation {
    /// Returns an organisation whose name is given, and of which nothing else is known.
    ///
    /// # Errors
    /// [`OrganisationError::NeedsName`] where the name is empty.
    pub fn new(name: Line, roles: Vec<Role>, scope: Prose) -> Result<Self, OrganisationError> {
        Self { name, roles, scope, ..Self::default() }.checked()
    }

    /// Returns it with its roles in their order and each once.
    ///
    /// # Errors
    /// [`OrganisationError`] where it has no name, or a sector or a standard has none.
    pub(crate) fn checked(mut self) -> Result<Self, OrganisationError> {
        if self.name.is_empty() {
            return Err(OrganisationError::NeedsName);
        }
        if self.sectors.iter().any(|sector| sector.name.is_empty()) {
            return Err(OrganisationError::SectorNeedsName);
        }
        if self.standards.iter().any(|standard| standard.reference.is_empty()) {
            return Err(OrganisationError::StandardNeedsName);
        }
        self.roles.sort_unstable();
        self.roles.dedup();
        self.act_roles.sort_unstable();
        self.act_roles.dedup();
        Ok(self)
    }
}
