//! Starting: what a new workspace begins with, written as one whole or not at all (clauses 4.1, 4.3, 5.3 and 6.2).
//!
//! The organisation, the parts of its scope, the first rows of the inventory, and a plan with dates up to the day by
//! which the organisation wants to be ready.

mod error;
#[cfg(test)]
mod tests;

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

pub use error::StartError;

use crate::guide::{self, GuidePlan, PlanGuide};
use crate::organisation::scope::{self, SetScopeParts};
use crate::organisation::{self, Organisation, SetOrganisation};
use crate::systems::{self, AddSystem};
use crate::workspace::{Foundation, Stamp, Tx, Workspace};
use crate::{Day, Prose};

/// What a new workspace begins with.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Beginning {
    /// The organisation.
    pub organisation: SetOrganisation,
    /// The parts of its scope; they make the text of the scope where the organisation comes without one.
    pub scope: Option<SetScopeParts>,
    /// The first AI systems of the inventory.
    pub systems: Option<Vec<AddSystem>>,
    /// Whether the steps of the guide get days up to the organisation's target; they do not where nothing is said.
    pub plan: Option<bool>,
}

/// What comes of a beginning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StartOutlook")]
pub struct Outlook {
    /// The text of the scope.
    pub scope: Prose,
    /// The plan, where one was asked for.
    pub plan: Option<GuidePlan>,
}

/// Makes a workspace in a folder that is empty or does not exist, and opens it for writing.
///
/// # Errors
/// [`StartError`]; the folder is then as it was.
pub fn create(
    folder: &Path,
    id: Uuid,
    beginning: Beginning,
    stamp: &Stamp,
    today: Day,
) -> Result<Workspace, StartError> {
    let (foundation, rest) = founded(id, beginning)?;
    Workspace::create_with(folder, &foundation, stamp, |tx| rest.write(tx, today).map(drop))
}

/// Returns what would come of a beginning; nothing is kept.
///
/// # Errors
/// [`StartError`], as [`create`] would refuse it.
pub fn outlook(beginning: Beginning, stamp: &Stamp, today: Day) -> Result<Outlook, StartError> {
    let (foundation, rest) = founded(Uuid::nil(), beginning)?;
    Workspace::rehearse(&foundation, stamp, |tx| rest.write(tx, today))
}

/// What follows the organisation.
struct Rest {
    scope: Option<SetScopeParts>,
    systems: Vec<AddSystem>,
    plan: bool,
}

fn founded(id: Uuid, beginning: Beginning) -> Result<(Foundation, Rest), StartError> {
    let Beginning { organisation, scope, systems, plan } = beginning;
    let organisation = organisation.founded()?;
    let rest = Rest { scope, systems: systems.unwrap_or_default(), plan: plan.unwrap_or(false) };
    Ok((Foundation { id, organisation, sample: false }, rest))
}

impl Rest {
    fn write(self, tx: &mut Tx<'_>, today: Day) -> Result<Outlook, StartError> {
        // The text of the scope names the systems.
        for system in self.systems {
            systems::add(tx, system)?;
        }
        let organisation = match self.scope {
            Some(parts) => with_scope(tx, parts)?,
            None => organisation::load(tx.reading())?,
        };
        let plan = match self.plan {
            true => Some(guide::plan(tx, today, &PlanGuide { target: organisation.target, again: None })?),
            false => None,
        };
        Ok(Outlook { scope: organisation.scope, plan })
    }
}

/// Keeps the parts of the scope and, where there is no text of it yet, the text that they make.
fn with_scope(tx: &mut Tx<'_>, parts: SetScopeParts) -> Result<Organisation, StartError> {
    let text = scope::set_parts(tx, parts)?.proposal;
    let organisation = organisation::load(tx.reading())?;
    if !organisation.scope.is_empty() {
        return Ok(organisation);
    }
    let set = SetOrganisation { scope: Some(text), ..SetOrganisation::default() };
    Ok(organisation::set(tx, set)?)
}
