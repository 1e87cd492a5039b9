//! The tables `objective`, `measure` and `reading`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::id::{MeasureId, ObjectiveId};
use super::measure::{Measure, Reading};
use super::objective::Objective;
use crate::Day;
use crate::column::Json;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE objective (
    number     INTEGER PRIMARY KEY CHECK (number > 0),
    title      TEXT NOT NULL CHECK (title <> ''),
    purpose    TEXT NOT NULL,
    about      TEXT NOT NULL, -- a JSON array
    owner      TEXT NOT NULL,
    plan       TEXT NOT NULL,
    resources  TEXT NOT NULL,
    target     TEXT,
    judged_by  TEXT NOT NULL,
    evaluation TEXT, -- a JSON object
    notes      TEXT NOT NULL
) STRICT;

CREATE TABLE measure (
    number    INTEGER PRIMARY KEY CHECK (number > 0),
    objective INTEGER, -- no reference: undo and replay may bring the measure back first
    about     TEXT NOT NULL, -- a JSON array
    what      TEXT NOT NULL CHECK (what <> ''),
    unit      TEXT NOT NULL,
    method    TEXT NOT NULL,
    by        TEXT NOT NULL,
    rhythm    TEXT NOT NULL, -- a JSON object
    goal      TEXT NOT NULL, -- a JSON object
    start     TEXT,
    since     TEXT NOT NULL,
    ended     TEXT
) STRICT;
CREATE INDEX measure_by_objective ON measure (objective);

CREATE TABLE reading (
    measure  INTEGER NOT NULL, -- no reference, as above
    day      TEXT NOT NULL,
    value    TEXT NOT NULL, -- a decimal number, to the last place that was typed
    note     TEXT NOT NULL,
    by       TEXT NOT NULL,
    evidence TEXT NOT NULL, -- a JSON array
    PRIMARY KEY (measure, day)
) STRICT, WITHOUT ROWID;
";

fn read_objective(row: &Row<'_>) -> rusqlite::Result<Objective> {
    let Json(about) = row.get("about")?;
    let evaluation: Option<Json<_>> = row.get("evaluation")?;
    Ok(Objective {
        id: row.get("number")?,
        title: row.get("title")?,
        purpose: row.get("purpose")?,
        about,
        owner: row.get("owner")?,
        plan: row.get("plan")?,
        resources: row.get("resources")?,
        target: row.get("target")?,
        judged_by: row.get("judged_by")?,
        evaluation: evaluation.map(|Json(evaluation)| evaluation),
        notes: row.get("notes")?,
    })
}

fn read_measure(row: &Row<'_>) -> rusqlite::Result<Measure> {
    let Json(about) = row.get("about")?;
    let Json(rhythm) = row.get("rhythm")?;
    let Json(goal) = row.get("goal")?;
    Ok(Measure {
        id: row.get("number")?,
        objective: row.get("objective")?,
        about,
        what: row.get("what")?,
        unit: row.get("unit")?,
        method: row.get("method")?,
        by: row.get("by")?,
        rhythm,
        goal,
        start: row.get("start")?,
        since: row.get("since")?,
        ended: row.get("ended")?,
    })
}

fn read_reading(row: &Row<'_>) -> rusqlite::Result<Reading> {
    let Json(evidence) = row.get("evidence")?;
    Ok(Reading {
        measure: row.get("measure")?,
        day: row.get("day")?,
        value: row.get("value")?,
        note: row.get("note")?,
        by: row.get("by")?,
        evidence,
    })
}

/// Returns every objective, by their numbers.
pub(super) fn objectives(conn: &Connection) -> Result<Vec<Objective>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM objective ORDER BY number")?;
    let rows = statement.query_map([], read_objective)?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns every measure, by their numbers.
pub(super) fn measures(conn: &Connection) -> Result<Vec<Measure>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM measure ORDER BY number")?;
    let rows = statement.query_map([], read_measure)?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns the measures of an objective, by their numbers.
pub(super) fn measures_of(conn: &Connection, objective: ObjectiveId) -> Result<Vec<Measure>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM measure WHERE objective = ?1 ORDER BY number")?;
    let rows = statement.query_map([objective], read_measure)?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns the readings of a measure, the earliest first.
pub(super) fn readings(conn: &Connection, measure: MeasureId) -> Result<Vec<Reading>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM reading WHERE measure = ?1 ORDER BY day")?;
    let rows = statement.query_map([measure], read_reading)?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns the reading of a measure that comes last.
pub(super) fn last_reading(conn: &Connection, measure: MeasureId) -> Result<Option<Reading>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT * FROM reading WHERE measure = ?1 ORDER BY day DESC LIMIT 1")?;
    Ok(statement.query_row([measure], read_reading).optional()?)
}

/// Returns the reading of a measure on a day.
pub(super) fn reading(
    conn: &Connection,
    measure: MeasureId,
    day: Day,
) -> Result<Option<Reading>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM reading WHERE measure = ?1 AND day = ?2")?;
    Ok(statement.query_row(params![measure, day], read_reading).optional()?)
}

impl Record for Objective {
    const KIND: RecordKind = RecordKind::Objective;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: ObjectiveId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM objective WHERE number = ?1")?;
        Ok(statement.query_row([id], read_objective).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO objective (number, title, purpose, about, owner, plan, resources, target, judged_by,
                 evaluation, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (number) DO UPDATE SET title = ?2, purpose = ?3, about = ?4, owner = ?5, plan = ?6,
                 resources = ?7, target = ?8, judged_by = ?9, evaluation = ?10, notes = ?11",
        )?
        .execute(params![
            self.id,
            self.title,
            self.purpose,
            Json(&self.about),
            self.owner,
            self.plan,
            self.resources,
            self.target,
            self.judged_by,
            self.evaluation.as_ref().map(Json),
            self.notes,
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: ObjectiveId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM objective WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}

impl Record for Measure {
    const KIND: RecordKind = RecordKind::Measure;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: MeasureId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM measure WHERE number = ?1")?;
        Ok(statement.query_row([id], read_measure).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO measure (number, objective, about, what, unit, method, by, rhythm, goal, start, since, ended)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (number) DO UPDATE SET objective = ?2, about = ?3, what = ?4, unit = ?5, method = ?6, by = ?7,
                 rhythm = ?8, goal = ?9, start = ?10, since = ?11, ended = ?12",
        )?
        .execute(params![
            self.id,
            self.objective,
            Json(&self.about),
            self.what,
            self.unit,
            self.method,
            self.by,
            Json(&self.rhythm),
            Json(&self.goal),
            self.start,
            self.since,
            self.ended,
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: MeasureId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM measure WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}

/// Returns the measure and the day that the key of a reading names: `M-1/2026-10-12`.
fn reading_key(key: &str) -> Result<(MeasureId, Day), StoreError> {
    let (measure, day) = key
        .split_once('/')
        .ok_or_else(|| StoreError::Unreadable(format!("“{}” is no reading", crate::text::shown(key))))?;
    Ok((numbered_key(measure)?, numbered_key(day)?))
}

impl Record for Reading {
    const KIND: RecordKind = RecordKind::Reading;

    fn key(&self) -> String {
        format!("{}/{}", self.measure, self.day)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let (measure, day) = reading_key(key)?;
        reading(conn, measure, day)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO reading (measure, day, value, note, by, evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (measure, day) DO UPDATE SET value = ?3, note = ?4, by = ?5, evidence = ?6",
        )?
        .execute(params![
            self.measure,
            self.day,
            self.value,
            self.note,
            self.by,
            Json(&self.evidence)
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let (measure, day) = reading_key(key)?;
        conn.prepare_cached("DELETE FROM reading WHERE measure = ?1 AND day = ?2")?
            .execute(params![measure, day])?;
        Ok(())
    }
}
