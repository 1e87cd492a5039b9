//! The tables `guide_step` and `own_step`.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::ids::{StepId, TickId};
use super::record::{GuideStep, OwnStep};
use crate::record::{Record, RecordKind};
use crate::text::shown;
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
-- A step of which nobody has said anything has no row.
CREATE TABLE guide_step (
    step    TEXT PRIMARY KEY,
    owner   TEXT NOT NULL,
    due     TEXT,
    planned INTEGER NOT NULL CHECK (planned IN (0, 1) AND (planned = 0 OR due IS NOT NULL)),
    tasks   TEXT NOT NULL, -- a JSON array
    done    TEXT NOT NULL, -- a JSON array
    note    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE own_step (
    id      TEXT PRIMARY KEY,
    title   TEXT NOT NULL CHECK (title <> ''),
    theme   TEXT NOT NULL,
    under   TEXT,
    what    TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0)
) STRICT, WITHOUT ROWID;
";

/// Returns what was said of steps, by step.
pub(super) fn said(conn: &Connection) -> Result<BTreeMap<StepId, GuideStep>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM guide_step")?;
    let rows = statement.query_map([], StoredStep::of)?;
    rows.map(|row| row?.step().map(|step| (step.step.clone(), step))).collect()
}

/// Returns the company's own steps, the oldest first.
pub(super) fn own(conn: &Connection) -> Result<Vec<OwnStep>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM own_step")?;
    let rows = statement.query_map([], StoredOwn::of)?;
    let mut steps: Vec<OwnStep> = rows.map(|row| row?.step()).collect::<Result<_, _>>()?;
    steps.sort_by_key(OwnStep::number);
    Ok(steps)
}

/// Returns the number that the next of them gets: one that this workspace never gave.
pub(super) fn next(conn: &Connection) -> Result<u32, StoreError> {
    let given: Option<u32> = conn
        .prepare_cached("SELECT max(CAST(substr(id, 5) AS INTEGER)) FROM ledger_subject WHERE record = ?1")?
        .query_row([RecordKind::OwnStep.name()], |row| row.get(0))?;
    Ok(given.unwrap_or(0).saturating_add(1))
}

fn unreadable(table: &str, row: &str, column: &str, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Unreadable(format!("table {table}, row {}: {column}: {why}", shown(row)))
}

/// A row of `guide_step` as it stands.
struct StoredStep {
    step: String,
    owner: String,
    due: Option<String>,
    planned: bool,
    tasks: String,
    done: String,
    note: String,
}

impl StoredStep {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            step: row.get("step")?,
            owner: row.get("owner")?,
            due: row.get("due")?,
            planned: row.get("planned")?,
            tasks: row.get("tasks")?,
            done: row.get("done")?,
            note: row.get("note")?,
        })
    }

    fn step(self) -> Result<GuideStep, StoreError> {
        let wrong =
            |column: &str, why: &dyn std::fmt::Display| unreadable("guide_step", &self.step, column, why);
        let ticks = |column: &str, text: &str| -> Result<BTreeSet<TickId>, StoreError> {
            serde_json::from_str(text).map_err(|error| wrong(column, &error))
        };
        let due = self.due.as_deref().map(str::parse).transpose();
        Ok(GuideStep {
            owner: self.owner.parse().map_err(|error| wrong("owner", &error))?,
            due: due.map_err(|error: crate::DayError| wrong("due", &error))?,
            planned: self.planned,
            tasks: ticks("tasks", &self.tasks)?,
            done: ticks("done", &self.done)?,
            note: self.note.parse().map_err(|error| wrong("note", &error))?,
            step: self.step.parse().map_err(|error| wrong("step", &error))?,
        })
    }
}

/// A row of `own_step` as it stands.
struct StoredOwn {
    id: String,
    title: String,
    theme: String,
    under: Option<String>,
    what: String,
    minutes: u32,
}

impl StoredOwn {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            title: row.get("title")?,
            theme: row.get("theme")?,
            under: row.get("under")?,
            what: row.get("what")?,
            minutes: row.get("minutes")?,
        })
    }

    fn step(self) -> Result<OwnStep, StoreError> {
        let wrong = |column: &str, why: &dyn std::fmt::Display| unreadable("own_step", &self.id, column, why);
        let under = self.under.as_deref().map(str::parse).transpose();
        Ok(OwnStep {
            title: self.title.parse().map_err(|error| wrong("title", &error))?,
            theme: self.theme.parse().map_err(|error| wrong("theme", &error))?,
            under: under.map_err(|error: super::ids::NameError| wrong("under", &error))?,
            what: self.what.parse().map_err(|error| wrong("what", &error))?,
            minutes: self.minutes,
            id: self.id.parse().map_err(|error| wrong("id", &error))?,
        })
    }
}

impl Record for GuideStep {
    const KIND: RecordKind = RecordKind::GuideStep;

    fn key(&self) -> String {
        self.step.to_string()
    }

    fn unwritten(key: &str) -> Option<Self> {
        key.parse().ok().map(Self::untouched)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached("SELECT * FROM guide_step WHERE step = ?1")?
            .query_row([key], StoredStep::of)
            .optional()?;
        row.map(StoredStep::step).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let ticks = |ticks: &BTreeSet<TickId>| {
            serde_json::to_string(ticks).map_err(|error| StoreError::Unreadable(error.to_string()))
        };
        let (tasks, done) = (ticks(&self.tasks)?, ticks(&self.done)?);
        let due = self.due.map(|day| day.to_string());
        conn.prepare_cached(
            "INSERT INTO guide_step (step, owner, due, planned, tasks, done, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (step) DO UPDATE SET owner = ?2, due = ?3, planned = ?4, tasks = ?5, done = ?6, note = ?7",
        )?
        .execute(params![self.step.as_str(), self.owner, due, self.planned, tasks, done, self.note])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM guide_step WHERE step = ?1")?.execute([key])?;
        Ok(())
    }
}

impl Record for OwnStep {
    const KIND: RecordKind = RecordKind::OwnStep;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached("SELECT * FROM own_step WHERE id = ?1")?
            .query_row([key], StoredOwn::of)
            .optional()?;
        row.map(StoredOwn::step).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let under = self.under.as_ref().map(StepId::as_str);
        conn.prepare_cached(
            "INSERT INTO own_step (id, title, theme, under, what, minutes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET title = ?2, theme = ?3, under = ?4, what = ?5, minutes = ?6",
        )?
        .execute(params![
            self.id.as_str(),
            self.title,
            self.theme.name(),
            under,
            self.what,
            self.minutes
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM own_step WHERE id = ?1")?.execute([key])?;
        Ok(())
    }
}
