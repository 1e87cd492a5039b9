//! Reading and changing the inventory of AI systems.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::SystemError;
use super::screening::{Answer, HighImpact, Judgement, LegalClass, Question};
use super::{AiSystem, Stage, SystemId, store};
use crate::evidence::{self, Link};
use crate::given::{given, renew};
use crate::ledger::{Entry, RecordKind};
use crate::organisation::{ActRole, Role};
use crate::record::Record as _;
use crate::workspace::{StoreError, Tx, Workspace};
use crate::{Day, Line, Prose};

/// Names an AI system.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SystemReference {
    /// Its number.
    pub id: SystemId,
}

/// An AI system to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddSystem {
    /// Its name.
    pub name: Line,
    /// What it is for.
    pub purpose: Option<Prose>,
    /// Our roles towards it (ISO/IEC 22989).
    pub roles: Option<Vec<Role>>,
    /// Our roles towards it under the EU AI Act.
    pub act_roles: Option<Vec<ActRole>>,
    /// Who answers for it.
    pub owner: Option<Line>,
    /// Who built it or sells it.
    pub supplier: Option<Line>,
    /// Where it stands in its life; in use where nothing is said.
    pub stage: Option<Stage>,
    /// Whether the AI management system covers it; yes where nothing is said.
    pub in_scope: Option<bool>,
}

/// What to change about an AI system; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetSystem {
    /// Its number.
    pub id: SystemId,
    /// Its name.
    pub name: Option<Line>,
    /// What it is for.
    pub purpose: Option<Prose>,
    /// Our roles towards it (ISO/IEC 22989), in place of those we have.
    pub roles: Option<Vec<Role>>,
    /// Our roles towards it under the EU AI Act, in place of those we have.
    pub act_roles: Option<Vec<ActRole>>,
    /// Who answers for it.
    pub owner: Option<Line>,
    /// Who built it or sells it.
    pub supplier: Option<Line>,
    /// Where it stands in its life.
    pub stage: Option<Stage>,
    /// Whether the AI management system covers it.
    pub in_scope: Option<bool>,
    /// Answers to screening questions; the others stay, and `unknown` opens one again.
    #[ts(as = "Option<BTreeMap<Question, Answer>>", optional)]
    pub screening: Option<BTreeMap<Question, Answer>>,
    /// In which class of the EU AI Act we put it.
    pub legal: Option<LegalClass>,
    /// What somebody decided about its impact against the screening; null leaves it to the screening.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Judgement>", optional = nullable)]
    pub judgement: Option<Option<Judgement>>,
    /// Whether it works with personal data.
    pub personal_data: Option<Answer>,
    /// Whom it affects.
    pub affected: Option<Prose>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// An AI system with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AiSystemDetails {
    /// The system.
    #[serde(flatten)]
    pub system: AiSystem,
    /// Whether its impact is high, and what says so.
    pub high_impact: HighImpact,
    /// How many pieces of evidence are linked to it.
    pub evidence: u32,
    /// How many of them hold today.
    pub holding: u32,
}

/// Returns every AI system, by their numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn systems(workspace: &Workspace, today: Day) -> Result<Vec<AiSystemDetails>, StoreError> {
    workspace.read(|conn| {
        let counts = evidence::counts_by_system(conn, today)?;
        Ok(store::all(conn)?.into_iter().map(|system| details(system, &counts)).collect())
    })
}

/// Returns one AI system.
///
/// # Errors
/// [`SystemError::Unknown`] where there is none of that number.
pub fn show(workspace: &Workspace, id: SystemId, today: Day) -> Result<AiSystemDetails, SystemError> {
    workspace.read(|conn| {
        let system = AiSystem::load(conn, &id.to_string())?.ok_or(SystemError::Unknown(id))?;
        Ok(details(system, &evidence::counts_by_system(conn, today)?))
    })
}

fn details(system: AiSystem, counts: &BTreeMap<String, (u32, u32)>) -> AiSystemDetails {
    let (evidence, holding) = counts.get(&system.id.to_string()).copied().unwrap_or_default();
    AiSystemDetails { high_impact: system.high_impact(), system, evidence, holding }
}

/// Returns what the ledger says of an AI system, the newest first.
///
/// # Errors
/// [`SystemError::Unknown`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: SystemId) -> Result<Vec<Entry>, SystemError> {
    let entries = workspace.history_of(&[RecordKind::System], &id.to_string())?;
    if entries.is_empty() { Err(SystemError::Unknown(id)) } else { Ok(entries) }
}

/// Returns every AI system, by their numbers.
pub(crate) fn all(conn: &Connection) -> Result<Vec<AiSystem>, StoreError> {
    store::all(conn)
}

/// Adds an AI system to the inventory and returns it.
///
/// # Errors
/// [`SystemError`] where it has no name, or one that another has.
pub fn add(tx: &mut Tx<'_>, add: AddSystem) -> Result<AiSystem, SystemError> {
    let AddSystem { name, purpose, roles, act_roles, owner, supplier, stage, in_scope } = add;
    let system = AiSystem {
        id: SystemId::next(tx, RecordKind::System)?,
        name,
        purpose: purpose.unwrap_or_default(),
        roles: roles.unwrap_or_default(),
        act_roles: act_roles.unwrap_or_default(),
        owner: owner.unwrap_or_default(),
        supplier: supplier.unwrap_or_default(),
        stage: stage.unwrap_or_default(),
        in_scope: in_scope.unwrap_or(true),
        screening: BTreeMap::new(),
        legal: LegalClass::default(),
        judgement: None,
        personal_data: Answer::default(),
        affected: Prose::default(),
        notes: Prose::default(),
    };
    save(tx, system)
}

/// Changes an AI system and returns it.
///
/// # Errors
/// [`SystemError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, set: SetSystem) -> Result<AiSystem, SystemError> {
    let mut system = one(tx, set.id)?;
    renew(&mut system.name, set.name);
    renew(&mut system.purpose, set.purpose);
    renew(&mut system.roles, set.roles);
    renew(&mut system.act_roles, set.act_roles);
    renew(&mut system.owner, set.owner);
    renew(&mut system.supplier, set.supplier);
    renew(&mut system.stage, set.stage);
    renew(&mut system.in_scope, set.in_scope);
    system.screening.extend(set.screening.unwrap_or_default());
    renew(&mut system.legal, set.legal);
    renew(&mut system.judgement, set.judgement);
    renew(&mut system.personal_data, set.personal_data);
    renew(&mut system.affected, set.affected);
    renew(&mut system.notes, set.notes);
    save(tx, system)
}

/// Removes an AI system, with the links of evidence to it.
///
/// # Errors
/// [`SystemError::Unknown`] where there is none of that number.
pub fn remove(tx: &mut Tx<'_>, id: SystemId) -> Result<(), SystemError> {
    let system = one(tx, id)?;
    evidence::unlink_all(tx, &Link::System(system.id))?;
    tx.remove::<AiSystem>(&system.id.to_string())?;
    Ok(())
}

fn one(tx: &Tx<'_>, id: SystemId) -> Result<AiSystem, SystemError> {
    tx.get(&id.to_string())?.ok_or(SystemError::Unknown(id))
}

fn save(tx: &mut Tx<'_>, mut system: AiSystem) -> Result<AiSystem, SystemError> {
    if system.name.is_empty() {
        return Err(SystemError::NeedsName);
    }
    let alike = |other: &&AiSystem| {
        other.id != system.id && other.name.as_str().to_lowercase() == system.name.as_str().to_lowercase()
    };
    if let Some(other) = store::all(tx.reading())?.iter().find(alike) {
        return Err(SystemError::NameTaken(other.name.to_string(), other.id));
    }
    if system.judgement.as_ref().is_some_and(|judgement| judgement.reason.is_empty()) {
        return Err(SystemError::JudgementNeedsReason);
    }
    system.roles.sort_unstable();
    system.roles.dedup();
    system.act_roles.sort_unstable();
    system.act_roles.dedup();
    system.screening.retain(|_, answer| *answer != Answer::Unknown);
    tx.put(&system)?;
    Ok(system)
}
