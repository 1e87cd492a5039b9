//! Reading and changing the interested parties.

use serde::Deserialize;
use ts_rs::TS;

use super::super::register::RegisterError;
use super::{InterestedParty, InterestedPartyId, Need, PartyKind, store};
use crate::Line;
use crate::given::renew;
use crate::ledger::RecordKind;
use crate::workspace::{StoreError, Tx, Workspace};

/// Names an interested party.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterestedPartyReference {
    /// Its number.
    pub id: InterestedPartyId,
}

/// An interested party to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddInterestedParty {
    /// Who they are.
    pub name: Line,
    /// What they are to the organisation.
    pub kind: Option<PartyKind>,
    /// What they need.
    pub needs: Option<Vec<Need>>,
}

/// What to change about an interested party; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetInterestedParty {
    /// Its number.
    pub id: InterestedPartyId,
    /// Who they are.
    pub name: Option<Line>,
    /// What they are to the organisation.
    pub kind: Option<PartyKind>,
    /// What they need, in place of what was written.
    pub needs: Option<Vec<Need>>,
}

/// Returns the interested parties, by their numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace) -> Result<Vec<InterestedParty>, StoreError> {
    workspace.read(store::all)
}

/// Adds an interested party (clause 4.2) and returns it.
///
/// # Errors
/// [`RegisterError`] where it has no name, or a need says nothing.
pub fn add(tx: &mut Tx<'_>, add: AddInterestedParty) -> Result<InterestedParty, RegisterError> {
    let AddInterestedParty { name, kind, needs } = add;
    let id = InterestedPartyId::next(tx, RecordKind::InterestedParty)?;
    let (kind, needs) = (kind.unwrap_or_default(), needs.unwrap_or_default());
    save(tx, InterestedParty { id, name, kind, needs })
}

/// Changes an interested party and returns it.
///
/// # Errors
/// [`RegisterError`] where there is none of that number, it would have no name, or a need says nothing.
pub fn set(tx: &mut Tx<'_>, set: SetInterestedParty) -> Result<InterestedParty, RegisterError> {
    let mut party = one(tx, set.id)?;
    renew(&mut party.name, set.name);
    renew(&mut party.kind, set.kind);
    renew(&mut party.needs, set.needs);
    save(tx, party)
}

/// Removes an interested party.
///
/// # Errors
/// [`RegisterError::UnknownParty`] where there is none of that number.
pub fn remove(tx: &mut Tx<'_>, id: InterestedPartyId) -> Result<(), RegisterError> {
    let party = one(tx, id)?;
    tx.remove::<InterestedParty>(&party.id.to_string())?;
    Ok(())
}

fn one(tx: &Tx<'_>, id: InterestedPartyId) -> Result<InterestedParty, RegisterError> {
    tx.get(&id.to_string())?.ok_or(RegisterError::UnknownParty(id))
}

fn save(tx: &mut Tx<'_>, party: InterestedParty) -> Result<InterestedParty, RegisterError> {
    if party.name.is_empty() {
        return Err(RegisterError::PartyNeedsName);
    }
    if party.needs.iter().any(|need| need.need.is_empty()) {
        return Err(RegisterError::NeedIsEmpty);
    }
    tx.put(&party)?;
    Ok(party)
}
