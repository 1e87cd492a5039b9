//! Reading and changing who does what.

use serde::Deserialize;
use ts_rs::TS;

use super::super::register::RegisterError;
use super::{AimsRole, Competence, Person, PersonId, store};
use crate::evidence::Evidence;
use crate::given::renew;
use crate::ledger::RecordKind;
use crate::workspace::{StoreError, Tx, Workspace};
use crate::{Line, Prose};

/// Names a person.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonReference {
    /// Their number.
    pub id: PersonId,
}

/// A person to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddPerson {
    /// Their name or job title.
    pub name: Line,
    /// What they do for the AI management system.
    pub roles: Option<Vec<AimsRole>>,
    /// What they may decide, and what they answer for.
    pub authority: Option<Prose>,
    /// Who stands in for them.
    pub deputy: Option<Line>,
    /// What they have to know or be able to do.
    pub competences: Option<Vec<Competence>>,
}

/// What to change about a person; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetPerson {
    /// Their number.
    pub id: PersonId,
    /// Their name or job title.
    pub name: Option<Line>,
    /// What they do for the AI management system, in place of what they did.
    pub roles: Option<Vec<AimsRole>>,
    /// What they may decide, and what they answer for.
    pub authority: Option<Prose>,
    /// Who stands in for them.
    pub deputy: Option<Line>,
    /// What they have to know or be able to do, in place of what was written.
    pub competences: Option<Vec<Competence>>,
}

/// Returns everybody, by their numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace) -> Result<Vec<Person>, StoreError> {
    workspace.read(store::all)
}

/// Adds a person (clause 5.3) and returns them.
///
/// # Errors
/// [`RegisterError`] where they have no name, or a competence says nothing or rests on evidence that is not there.
pub fn add(tx: &mut Tx<'_>, add: AddPerson) -> Result<Person, RegisterError> {
    let id = PersonId::next(tx, RecordKind::Person)?;
    let AddPerson { name, roles, authority, deputy, competences } = add;
    let person = Person {
        id,
        name,
        roles: roles.unwrap_or_default(),
        authority: authority.unwrap_or_default(),
        deputy: deputy.unwrap_or_default(),
        competences: competences.unwrap_or_default(),
    };
    check_proofs(tx, &[], &person.competences)?;
    save(tx, person)
}

/// Changes a person and returns them.
///
/// # Errors
/// [`RegisterError`] where there is nobody of that number, or what [`add`] refuses.
pub fn set(tx: &mut Tx<'_>, set: SetPerson) -> Result<Person, RegisterError> {
    let mut person = one(tx, set.id)?;
    if let Some(competences) = &set.competences {
        check_proofs(tx, &person.competences, competences)?;
    }
    renew(&mut person.name, set.name);
    renew(&mut person.roles, set.roles);
    renew(&mut person.authority, set.authority);
    renew(&mut person.deputy, set.deputy);
    renew(&mut person.competences, set.competences);
    save(tx, person)
}

/// Removes a person.
///
/// # Errors
/// [`RegisterError::UnknownPerson`] where there is nobody of that number.
pub fn remove(tx: &mut Tx<'_>, id: PersonId) -> Result<(), RegisterError> {
    let person = one(tx, id)?;
    tx.remove::<Person>(&person.id.to_string())?;
    Ok(())
}

fn one(tx: &Tx<'_>, id: PersonId) -> Result<Person, RegisterError> {
    tx.get(&id.to_string())?.ok_or(RegisterError::UnknownPerson(id))
}

/// Refuses a proof that is not there. One that was named before stays: the piece may have been removed since.
fn check_proofs(tx: &Tx<'_>, before: &[Competence], after: &[Competence]) -> Result<(), RegisterError> {
    for id in after.iter().filter_map(|competence| competence.proof) {
        let known = before.iter().any(|competence| competence.proof == Some(id));
        if !known && tx.get::<Evidence>(&id.to_string())?.is_none() {
            return Err(RegisterError::UnknownProof(id));
        }
    }
    Ok(())
}

fn save(tx: &mut Tx<'_>, mut person: Person) -> Result<Person, RegisterError> {
    if person.name.is_empty() {
        return Err(RegisterError::PersonNeedsName);
    }
    if person.competences.iter().any(|competence| competence.needed.is_empty()) {
        return Err(RegisterError::CompetenceIsEmpty);
    }
    person.roles.sort_unstable();
    person.roles.dedup();
    tx.put(&person)?;
    Ok(person)
}
