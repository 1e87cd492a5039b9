//! The organisation whose AI management system this is (clauses 4.1 and 4.3): name, roles towards AI, scope.

mod act_role;
mod operations;
mod role;
mod store;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use act_role::ActRole;
pub(crate) use operations::load;
pub use operations::{OrganisationError, SetOrganisation, set, show};
pub use role::{Role, RoleError};
pub(crate) use store::TABLES;

use crate::{Line, Prose};

/// The organisation, as the Statement of Applicability names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    pub name: Line,
    /// Its roles towards AI (ISO/IEC 22989), in their order and each once.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// What the AI management system covers (clause 4.3).
    #[serde(default)]
    pub scope: Prose,
}

impl Organisation {
    /// Returns an organisation whose name is given.
    ///
    /// # Errors
    /// [`OrganisationError::NeedsName`] where the name is empty.
    pub fn new(name: Line, mut roles: Vec<Role>, scope: Prose) -> Result<Self, OrganisationError> {
        if name.is_empty() {
            return Err(OrganisationError::NeedsName);
        }
        roles.sort_unstable();
        roles.dedup();
        Ok(Self { name, roles, scope })
    }
}
