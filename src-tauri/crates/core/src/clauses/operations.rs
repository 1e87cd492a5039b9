//! What can be done with clauses.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use super::assessment::{AssessedClause, ClauseAssessment};
use super::error::ClauseError;
use super::store;
use crate::assessment::Status;
use crate::catalogue::{Catalogue, Clause, ClauseId};
use crate::evidence;
use crate::ledger::{Entry, RecordKind};
use crate::record::Record as _;
use crate::workspace::{StoreError, Tx, Workspace};
use crate::{Day, Line, Prose};

/// Names a clause.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClauseReference {
    /// Its number.
    pub id: ClauseId,
}

/// What to change about one or many clauses; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetClauses {
    /// The clauses by their numbers.
    pub clauses: Vec<ClauseId>,
    /// How far they are met.
    pub status: Option<Status>,
    /// The day by which they are to be met; null takes it away.
    #[serde(default, deserialize_with = "crate::given::given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub target: Option<Option<Day>>,
    /// How they are met here.
    pub how: Option<Prose>,
    /// Who answers for them.
    pub owner: Option<Line>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// Returns every clause that can be assessed, in the order of the standard.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace) -> Result<Vec<AssessedClause>, StoreError> {
    workspace.read(clauses)
}

/// Returns one clause.
///
/// # Errors
/// [`ClauseError`] where there is none of that number, or it is a heading.
pub fn show(workspace: &Workspace, id: &ClauseId) -> Result<AssessedClause, ClauseError> {
    workspace.read(|conn| clause(conn, assessable(id)?))
}

/// Returns what the ledger says of a clause, the newest first.
///
/// # Errors
/// [`ClauseError`] where there is none of that number, or it is a heading.
pub fn history(workspace: &Workspace, id: &ClauseId) -> Result<Vec<Entry>, ClauseError> {
    let clause = assessable(id)?;
    Ok(workspace.history_of(&[RecordKind::Clause], clause.id.as_str())?)
}

/// Changes how far clauses are met, by when, how and by whom, and returns them.
///
/// # Errors
/// [`ClauseError`] where one is not known or a heading; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, set: SetClauses) -> Result<Vec<AssessedClause>, ClauseError> {
    let SetClauses { clauses, status, target, how, owner, notes } = set;
    if clauses.is_empty() {
        return Err(ClauseError::NoClause);
    }
    let clauses: Vec<&Clause> = clauses.iter().map(assessable).collect::<Result<_, _>>()?;
    for asked in &clauses {
        let before = assessment(tx.reading(), &asked.id)?;
        let after = ClauseAssessment {
            clause: before.clause,
            status: status.unwrap_or(before.status),
            target: target.unwrap_or(before.target),
            how: how.clone().unwrap_or(before.how),
            owner: owner.clone().unwrap_or(before.owner),
            notes: notes.clone().unwrap_or(before.notes),
        };
        if after == ClauseAssessment::untouched(asked.id.clone()) {
            tx.remove::<ClauseAssessment>(asked.id.as_str())?;
        } else {
            tx.put(&after)?;
        }
    }
    clauses.into_iter().map(|asked| clause(tx.reading(), asked)).collect()
}

/// Returns the clause of a number that can be assessed.
fn assessable(id: &ClauseId) -> Result<&'static Clause, ClauseError> {
    match Catalogue::english().clause(id) {
        Some(clause) if clause.assessable => Ok(clause),
        Some(_) => Err(ClauseError::Heading(id.clone())),
        None => Err(ClauseError::Unknown(id.clone())),
    }
}

fn clause(conn: &Connection, clause: &Clause) -> Result<AssessedClause, ClauseError> {
    let assessment = assessment(conn, &clause.id)?;
    Ok(AssessedClause::new(clause, assessment, evidence::count_of_clause(conn, &clause.id)?))
}

fn assessment(conn: &Connection, id: &ClauseId) -> Result<ClauseAssessment, StoreError> {
    let said = ClauseAssessment::load(conn, id.as_str())?;
    Ok(said.unwrap_or_else(|| ClauseAssessment::untouched(id.clone())))
}

/// Returns every clause that can be assessed, in the order of the standard.
pub(crate) fn clauses(conn: &Connection) -> Result<Vec<AssessedClause>, StoreError> {
    let mut said: BTreeMap<ClauseId, ClauseAssessment> =
        store::all(conn)?.into_iter().map(|said| (said.clause.clone(), said)).collect();
    let evidence = evidence::counts_by_clause(conn)?;
    let clauses = Catalogue::english().clauses.iter().filter(|clause| clause.assessable);
    Ok(clauses
        .map(|clause| {
            let id = clause.id.clone();
            let pieces = evidence.get(id.as_str()).copied().unwrap_or(0);
            let said = said.remove(&id).unwrap_or_else(|| ClauseAssessment::untouched(id));
            AssessedClause::new(clause, said, pieces)
        })
        .collect())
}
