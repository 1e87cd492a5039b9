//! The table `maturity`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::maturity::{Maturity, MaturityLevel};
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
-- What nobody has said anything of has no row.
CREATE TABLE maturity (
    subject TEXT PRIMARY KEY,
    now     INTEGER CHECK (now BETWEEN 0 AND 5),
    goal    INTEGER CHECK (goal BETWEEN 0 AND 5),
    CHECK (now IS NOT NULL OR goal IS NOT NULL)
) STRICT, WITHOUT ROWID;
";

type Stored = (String, Option<u8>, Option<u8>);

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok((row.get("subject")?, row.get("now")?, row.get("goal")?))
}

fn read((subject, now, goal): Stored) -> Result<Maturity, StoreError> {
    let unreadable = |column: &str, why: &dyn std::fmt::Display| {
        let row = crate::text::shown(&subject);
        StoreError::Unreadable(format!("table maturity, row {row}: {column}: {why}"))
    };
    let level = |column: &str, level: Option<u8>| {
        level.map(MaturityLevel::try_from).transpose().map_err(|error| unreadable(column, &error))
    };
    Ok(Maturity {
        now: level("now", now)?,
        goal: level("goal", goal)?,
        subject: subject.parse().map_err(|error| unreadable("subject", &error))?,
    })
}

/// Returns what was said of maturity.
pub(super) fn all(conn: &Connection) -> Result<Vec<Maturity>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT subject, now, goal FROM maturity")?;
    let rows = statement.query_map([], stored)?;
    rows.map(|row| read(row?)).collect()
}

impl Record for Maturity {
    const KIND: RecordKind = RecordKind::Maturity;

    fn key(&self) -> String {
        self.subject.to_string()
    }

    fn unwritten(key: &str) -> Option<Self> {
        key.parse().ok().map(|subject| Self { subject, now: None, goal: None })
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached("SELECT subject, now, goal FROM maturity WHERE subject = ?1")?
            .query_row([key], stored)
            .optional()?;
        row.map(read).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let number = |level: Option<MaturityLevel>| level.map(MaturityLevel::number);
        conn.prepare_cached(
            "INSERT INTO maturity (subject, now, goal) VALUES (?1, ?2, ?3)
             ON CONFLICT (subject) DO UPDATE SET now = ?2, goal = ?3",
        )?
        .execute(params![self.subject.as_str(), number(self.now), number(self.goal)])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM maturity WHERE subject = ?1")?.execute([key])?;
        Ok(())
    }
}
