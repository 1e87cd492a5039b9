//! The tables `scope_parts` and `scope_version`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{ScopeParts, ScopeVersion};
use crate::column::Json;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE scope_parts (
    singleton  INTEGER PRIMARY KEY CHECK (singleton = 1),
    activities TEXT NOT NULL, -- JSON arrays
    units      TEXT NOT NULL,
    places     TEXT NOT NULL,
    outside    TEXT NOT NULL,
    interfaces TEXT NOT NULL
) STRICT;

CREATE TABLE scope_version (
    version     INTEGER PRIMARY KEY CHECK (version > 0),
    text        TEXT NOT NULL CHECK (text <> ''),
    day         TEXT NOT NULL,
    approved_by TEXT NOT NULL CHECK (approved_by <> ''),
    change      TEXT NOT NULL
) STRICT;
";

/// The key of the one record of parts.
pub(super) const ONLY: &str = "scope";

fn parts(row: &Row<'_>) -> rusqlite::Result<ScopeParts> {
    let Json(activities) = row.get("activities")?;
    let Json(units) = row.get("units")?;
    let Json(places) = row.get("places")?;
    let Json(outside) = row.get("outside")?;
    let Json(interfaces) = row.get("interfaces")?;
    Ok(ScopeParts { activities, units, places, outside, interfaces })
}

impl Record for ScopeParts {
    const KIND: RecordKind = RecordKind::ScopeParts;

    fn key(&self) -> String {
        ONLY.into()
    }

    fn unwritten(_key: &str) -> Option<Self> {
        Some(Self::default())
    }

    fn load(conn: &Connection, _key: &str) -> Result<Option<Self>, StoreError> {
        let mut statement = conn.prepare_cached("SELECT * FROM scope_parts WHERE singleton = 1")?;
        Ok(statement.query_row([], parts).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(
            "INSERT INTO scope_parts (singleton, activities, units, places, outside, interfaces)
             VALUES (1, ?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (singleton) DO UPDATE SET activities = ?1, units = ?2, places = ?3, outside = ?4,
                 interfaces = ?5",
            params![
                Json(&self.activities),
                Json(&self.units),
                Json(&self.places),
                Json(&self.outside),
                Json(&self.interfaces),
            ],
        )?;
        Ok(())
    }

    fn delete(conn: &Connection, _key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM scope_parts", [])?;
        Ok(())
    }
}

fn version(row: &Row<'_>) -> rusqlite::Result<ScopeVersion> {
    Ok(ScopeVersion {
        version: row.get("version")?,
        text: row.get("text")?,
        day: row.get("day")?,
        approved_by: row.get("approved_by")?,
        change: row.get("change")?,
    })
}

/// Returns every version, the newest first.
pub(super) fn versions(conn: &Connection) -> Result<Vec<ScopeVersion>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM scope_version ORDER BY version DESC")?;
    let rows = statement.query_map([], version)?;
    rows.map(|row| Ok(row?)).collect()
}

fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map_err(|error| StoreError::Unreadable(format!("the version of a scope: {error}")))
}

impl Record for ScopeVersion {
    const KIND: RecordKind = RecordKind::ScopeVersion;

    fn key(&self) -> String {
        self.version.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let mut statement = conn.prepare_cached("SELECT * FROM scope_version WHERE version = ?1")?;
        Ok(statement.query_row([number(key)?], version).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO scope_version (version, text, day, approved_by, change) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (version) DO UPDATE SET text = ?2, day = ?3, approved_by = ?4, change = ?5",
        )?
        .execute(params![self.version, self.text, self.day, self.approved_by, self.change])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM scope_version WHERE version = ?1")?.execute([number(key)?])?;
        Ok(())
    }
}
