//! Recording a case, and changing what is said of it (A.3.3, A.8.3, A.8.4).

use serde::Deserialize;
use ts_rs::TS;

use super::CaseId;
use super::case::{Case, CaseKind, Harm};
use super::error::CaseError;
use super::queries::{self, CaseDetails};
use crate::evidence::{Evidence, EvidenceId};
use crate::given::{given, renew};
use crate::record::{Record as _, RecordKind};
use crate::systems::{AiSystem, SystemId};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a case.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseReference {
    /// Its number.
    pub id: CaseId,
}

/// A case to record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddCase {
    /// What kind it is.
    pub kind: CaseKind,
    /// What it is, in a line.
    pub title: Line,
    /// What was reported, or what happened.
    pub what: Option<Prose>,
    /// When it happened, where that is known.
    pub occurred_on: Option<Day>,
    /// Since when the company knows of it; today where it is left out.
    pub known_since: Option<Day>,
    /// Who reported it; nobody is named where it is left out.
    pub reported_by: Option<Line>,
    /// Whether they asked that it be kept confidential.
    pub confidential: Option<bool>,
    /// The AI systems that it is about.
    pub systems: Option<Vec<SystemId>>,
    /// What it did, or may have done.
    pub harms: Option<Vec<Harm>>,
    /// What shows it.
    pub evidence: Option<Vec<EvidenceId>>,
    /// Who sees to it.
    pub owner: Option<Line>,
}

/// What to change about a case; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetCase {
    /// Its number.
    pub id: CaseId,
    /// What kind it is.
    pub kind: Option<CaseKind>,
    /// What it is, in a line.
    pub title: Option<Line>,
    /// What was reported, or what happened.
    pub what: Option<Prose>,
    /// When it happened; null where that is not known.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub occurred_on: Option<Option<Day>>,
    /// Since when the company knows of it.
    pub known_since: Option<Day>,
    /// Who reported it.
    pub reported_by: Option<Line>,
    /// Whether they asked that it be kept confidential.
    pub confidential: Option<bool>,
    /// The AI systems that it is about, in place of those it has.
    pub systems: Option<Vec<SystemId>>,
    /// What it did, or may have done, in place of what it has.
    pub harms: Option<Vec<Harm>>,
    /// What shows it, in place of what did.
    pub evidence: Option<Vec<EvidenceId>>,
    /// Who sees to it.
    pub owner: Option<Line>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// Records a case and returns it.
///
/// # Errors
/// [`CaseError`]; nothing was changed then.
pub fn add(tx: &mut Tx<'_>, today: Day, add: AddCase) -> Result<CaseDetails, CaseError> {
    let case = Case {
        id: CaseId::next(tx, RecordKind::Case)?,
        kind: add.kind,
        title: add.title,
        what: add.what.unwrap_or_default(),
        occurred_on: add.occurred_on,
        known_since: add.known_since.unwrap_or(today),
        reported_by: add.reported_by.unwrap_or_default(),
        confidential: add.confidential.unwrap_or(false),
        systems: systems(tx, add.systems.unwrap_or_default())?,
        harms: each_once(add.harms.unwrap_or_default()),
        evidence: evidence(tx, add.evidence.unwrap_or_default())?,
        owner: add.owner.unwrap_or_default(),
        rulings: Vec::new(),
        told: Vec::new(),
        closing: None,
        reopened: Vec::new(),
        notes: Prose::default(),
    };
    save(tx, today, case)
}

/// Changes what is said of a case and returns it.
///
/// # Errors
/// [`CaseError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, today: Day, set: SetCase) -> Result<CaseDetails, CaseError> {
    let mut case = going_on(tx, set.id)?;
    if let Some(named) = set.systems {
        case.systems = systems(tx, named)?;
    }
    if let Some(named) = set.evidence {
        case.evidence = evidence(tx, named)?;
    }
    renew(&mut case.harms, set.harms.map(each_once));
    renew(&mut case.kind, set.kind);
    renew(&mut case.title, set.title);
    renew(&mut case.what, set.what);
    renew(&mut case.occurred_on, set.occurred_on);
    renew(&mut case.known_since, set.known_since);
    renew(&mut case.reported_by, set.reported_by);
    renew(&mut case.confidential, set.confidential);
    renew(&mut case.owner, set.owner);
    renew(&mut case.notes, set.notes);
    save(tx, today, case)
}

/// Returns a case that is not closed.
pub(super) fn going_on(tx: &Tx<'_>, id: CaseId) -> Result<Case, CaseError> {
    let case = one(tx, id)?;
    if case.closing.is_some() { Err(CaseError::Closed(id)) } else { Ok(case) }
}

pub(super) fn one(tx: &Tx<'_>, id: CaseId) -> Result<Case, CaseError> {
    tx.get(&id.to_string())?.ok_or(CaseError::UnknownCase(id))
}

/// Returns a day that has come.
pub(super) fn come(day: Day, today: Day, field: &'static str) -> Result<Day, CaseError> {
    if day > today { Err(CaseError::Future(day, field)) } else { Ok(day) }
}

/// Returns who does something: the person named, else whoever sits at the keyboard.
pub(super) fn whoever(tx: &Tx<'_>, by: Option<Line>) -> Line {
    by.filter(|by| !by.is_empty()).unwrap_or_else(|| tx.stamp.actor.parse().unwrap_or_default())
}

fn each_once<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

fn systems(tx: &Tx<'_>, ids: Vec<SystemId>) -> Result<Vec<SystemId>, CaseError> {
    for id in &ids {
        if AiSystem::load(tx.reading(), &id.to_string())?.is_none() {
            return Err(CaseError::UnknownSystem(*id));
        }
    }
    Ok(each_once(ids))
}

fn evidence(tx: &Tx<'_>, ids: Vec<EvidenceId>) -> Result<Vec<EvidenceId>, CaseError> {
    for id in &ids {
        if Evidence::load(tx.reading(), &id.to_string())?.is_none() {
            return Err(CaseError::UnknownEvidence(*id));
        }
    }
    Ok(each_once(ids))
}

pub(super) fn save(tx: &mut Tx<'_>, today: Day, case: Case) -> Result<CaseDetails, CaseError> {
    if case.title.is_empty() {
        let hint = "Say in a line what somebody reported, or what happened.";
        return Err(CaseError::Missing("The title", hint, "title"));
    }
    let known_since = come(case.known_since, today, "known_since")?;
    if let Some(occurred_on) = case.occurred_on.filter(|day| *day > known_since) {
        return Err(CaseError::KnownBefore { occurred_on, known_since });
    }
    tx.put(&case)?;
    queries::details(tx.reading(), case.id, today)
}
