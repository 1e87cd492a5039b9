//! Reading objectives and measures: the lists, one whole, its history.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::deriving::{Derived, MeasureState, ObjectiveState};
use super::error::ObjectiveError;
use super::id::{MeasureId, ObjectiveId};
use super::measure::{Measure, Reading};
use super::objective::Objective;
use super::store;
use crate::findings::{self, ActionRow, FindingOrigin, FindingRow};
use crate::ledger::{Entry, RecordKind};
use crate::record::Record as _;
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// A measure as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeasureRow {
    /// What is kept.
    #[serde(flatten)]
    pub measure: Measure,
    /// The title of its objective.
    pub of: Option<Line>,
    /// The reading that comes last.
    pub last: Option<Reading>,
    /// How it stands.
    pub state: MeasureState,
    /// When it is to be read next; nothing where it is read no more.
    pub due: Option<Day>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// A reading, and whether it is as it is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownReading {
    /// The reading.
    #[serde(flatten)]
    pub reading: Reading,
    /// Whether its figure is as it is wanted today.
    pub on_target: bool,
}

/// A measure with its readings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeasureDetails {
    /// The measure.
    #[serde(flatten)]
    pub row: MeasureRow,
    /// Its readings, the earliest first.
    pub readings: Vec<ShownReading>,
    /// The findings that come from it, the newest first.
    pub findings: Vec<FindingRow>,
}

/// An objective as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObjectiveRow {
    /// What is kept.
    #[serde(flatten)]
    pub objective: Objective,
    /// How it stands.
    pub state: ObjectiveState,
    /// Whether its day has passed, and nobody has judged it.
    pub overdue: bool,
    /// Its measures, by their numbers.
    pub measures: Vec<MeasureRow>,
}

/// An objective with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObjectiveDetails {
    /// What is kept.
    #[serde(flatten)]
    pub objective: Objective,
    /// How it stands.
    pub state: ObjectiveState,
    /// Whether its day has passed, and nobody has judged it.
    pub overdue: bool,
    /// Its measures with their readings.
    pub measures: Vec<MeasureDetails>,
    /// The actions of its plan, those that are due first.
    pub actions: Vec<ActionRow>,
}

/// Returns the objectives, by their numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, today: Day) -> Result<Vec<ObjectiveRow>, StoreError> {
    workspace.read(|conn| objective_rows(conn, today))
}

/// Returns every measure, also those of objectives, by their numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn measures(workspace: &Workspace, today: Day) -> Result<Vec<MeasureRow>, StoreError> {
    workspace.read(|conn| measure_rows(conn, today))
}

/// Returns an objective with its measures and the actions of its plan.
///
/// # Errors
/// [`ObjectiveError::UnknownObjective`] where there is none of that number.
pub fn show(workspace: &Workspace, id: ObjectiveId, today: Day) -> Result<ObjectiveDetails, ObjectiveError> {
    workspace.read(|conn| details(conn, id, today))
}

/// Returns a measure with its readings.
///
/// # Errors
/// [`ObjectiveError::UnknownMeasure`] where there is none of that number.
pub fn show_measure(
    workspace: &Workspace,
    id: MeasureId,
    today: Day,
) -> Result<MeasureDetails, ObjectiveError> {
    workspace.read(|conn| measure_details(conn, id, today))
}

/// Returns what the ledger says of an objective, its measures and their readings, the newest first.
///
/// # Errors
/// [`ObjectiveError::UnknownObjective`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: ObjectiveId) -> Result<Vec<Entry>, ObjectiveError> {
    let mut entries = workspace.history_of(&[RecordKind::Objective], &id.to_string())?;
    if entries.is_empty() {
        return Err(ObjectiveError::UnknownObjective(id));
    }
    for measure in workspace.read(|conn| store::measures_of(conn, id))? {
        entries.extend(entries_of(workspace, measure.id)?);
    }
    Ok(in_order(entries))
}

/// Returns what the ledger says of a measure and its readings, the newest first.
///
/// # Errors
/// [`ObjectiveError::UnknownMeasure`] where there never was one of that number.
pub fn measure_history(workspace: &Workspace, id: MeasureId) -> Result<Vec<Entry>, ObjectiveError> {
    let entries = entries_of(workspace, id)?;
    if entries.is_empty() { Err(ObjectiveError::UnknownMeasure(id)) } else { Ok(in_order(entries)) }
}

fn entries_of(workspace: &Workspace, id: MeasureId) -> Result<Vec<Entry>, StoreError> {
    let mut entries = workspace.history_of(&[RecordKind::Measure], &id.to_string())?;
    for reading in workspace.read(|conn| store::readings(conn, id))? {
        entries.extend(workspace.history_of(&[RecordKind::Reading], &reading.key())?);
    }
    Ok(entries)
}

fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    entries.dedup_by_key(|entry| entry.seq);
    entries
}

pub(super) fn details(
    conn: &Connection,
    id: ObjectiveId,
    today: Day,
) -> Result<ObjectiveDetails, ObjectiveError> {
    let objective = Objective::load(conn, &id.to_string())?.ok_or(ObjectiveError::UnknownObjective(id))?;
    let measures = store::measures_of(conn, id)?
        .into_iter()
        .map(|measure| with_readings(conn, measure, Some(&objective), today))
        .collect::<Result<Vec<_>, StoreError>>()?;
    Ok(ObjectiveDetails {
        state: ObjectiveState::of(&objective, measures.iter().map(|measure| measure.row.state)),
        overdue: is_past(&objective, today),
        measures,
        actions: findings::actions_of(conn, id, today)?,
        objective,
    })
}

pub(super) fn measure_details(
    conn: &Connection,
    id: MeasureId,
    today: Day,
) -> Result<MeasureDetails, ObjectiveError> {
    let measure = Measure::load(conn, &id.to_string())?.ok_or(ObjectiveError::UnknownMeasure(id))?;
    let objective = match measure.objective {
        Some(objective) => Objective::load(conn, &objective.to_string())?,
        None => None,
    };
    Ok(with_readings(conn, measure, objective.as_ref(), today)?)
}

fn with_readings(
    conn: &Connection,
    measure: Measure,
    objective: Option<&Objective>,
    today: Day,
) -> Result<MeasureDetails, StoreError> {
    let readings = store::readings(conn, measure.id)?;
    let findings = findings::that_came_from(conn, FindingOrigin::Measure { id: measure.id }, today)?;
    let goal = measure.goal;
    let row = row(measure, readings.last().cloned(), objective, today);
    let shown = |reading: Reading| ShownReading { on_target: goal.is_met(reading.value), reading };
    Ok(MeasureDetails { row, readings: readings.into_iter().map(shown).collect(), findings })
}

fn row(measure: Measure, last: Option<Reading>, objective: Option<&Objective>, today: Day) -> MeasureRow {
    let over = objective.is_some_and(|objective| objective.evaluation.is_some());
    let Derived { state, due, overdue } = Derived::of(&measure, last.as_ref(), over, today);
    MeasureRow { of: objective.map(|objective| objective.title.clone()), measure, last, state, due, overdue }
}

fn is_past(objective: &Objective, today: Day) -> bool {
    objective.evaluation.is_none() && objective.target.is_some_and(|target| target < today)
}

/// Returns every measure as a list shows it, by their numbers.
pub(crate) fn measure_rows(conn: &Connection, today: Day) -> Result<Vec<MeasureRow>, StoreError> {
    let objectives: BTreeMap<ObjectiveId, Objective> =
        store::objectives(conn)?.into_iter().map(|objective| (objective.id, objective)).collect();
    store::measures(conn)?
        .into_iter()
        .map(|measure| {
            let last = store::last_reading(conn, measure.id)?;
            let objective = measure.objective.and_then(|id| objectives.get(&id));
            Ok(row(measure, last, objective, today))
        })
        .collect()
}

/// Returns every objective as a list shows it, by their numbers.
pub(crate) fn objective_rows(conn: &Connection, today: Day) -> Result<Vec<ObjectiveRow>, StoreError> {
    let mut measures: BTreeMap<ObjectiveId, Vec<MeasureRow>> = BTreeMap::new();
    for row in measure_rows(conn, today)? {
        if let Some(objective) = row.measure.objective {
            measures.entry(objective).or_default().push(row);
        }
    }
    let row = |objective: Objective| {
        let measures = measures.remove(&objective.id).unwrap_or_default();
        ObjectiveRow {
            state: ObjectiveState::of(&objective, measures.iter().map(|row| row.state)),
            overdue: is_past(&objective, today),
            measures,
            objective,
        }
    };
    Ok(store::objectives(conn)?.into_iter().map(row).collect())
}

/// Returns the objectives that nobody has judged, with their measures.
pub(crate) fn pursued(conn: &Connection) -> Result<Vec<(Objective, Vec<Measure>)>, StoreError> {
    store::objectives(conn)?
        .into_iter()
        .filter(|objective| objective.evaluation.is_none())
        .map(|objective| {
            let measures = store::measures_of(conn, objective.id)?;
            Ok((objective, measures))
        })
        .collect()
}
