//! What the statement says of itself: document number, version, owner (clause 7.5.2).

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Line;
use crate::record::{Record, RecordKind};
use crate::workspace::{StoreError, Tx, Workspace, WriteError};

pub(crate) const TABLES: &str = "
CREATE TABLE soa (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    number    TEXT NOT NULL,
    version   TEXT NOT NULL,
    owner     TEXT NOT NULL
) STRICT;
";

/// The key of the one record.
const ONLY: &str = "soa";

/// What the statement says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SoaDetails {
    /// The number under which the company keeps it.
    pub number: Line,
    /// The version of the draft.
    pub version: Line,
    /// Who answers for it.
    pub owner: Line,
}

/// What to change about the statement's particulars; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetSoa {
    /// The number under which the company keeps it; empty brings back the usual one.
    pub number: Option<Line>,
    /// The version of the draft; empty brings back the first one.
    pub version: Option<Line>,
    /// Who answers for it.
    pub owner: Option<Line>,
}

impl Default for SoaDetails {
    fn default() -> Self {
        let line = |text: &str| text.parse().unwrap_or_default();
        Self { number: line("SOA-01"), version: line("0.1"), owner: Line::default() }
    }
}

/// Returns what the statement says of itself.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn show(workspace: &Workspace) -> Result<SoaDetails, StoreError> {
    workspace.read(load)
}

pub(super) fn load(conn: &Connection) -> Result<SoaDetails, StoreError> {
    Ok(SoaDetails::load(conn, ONLY)?.unwrap_or_default())
}

/// Changes what the statement says of itself and returns it.
///
/// # Errors
/// [`WriteError`] where the workspace can't be written; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, set: SetSoa) -> Result<SoaDetails, WriteError> {
    let before = load(tx.reading())?;
    let usual = SoaDetails::default();
    let or = |given: Option<Line>, before: Line, usual: Line| match given {
        Some(line) if line.is_empty() => usual,
        Some(line) => line,
        None => before,
    };
    let after = SoaDetails {
        number: or(set.number, before.number, usual.number),
        version: or(set.version, before.version, usual.version),
        owner: or(set.owner, before.owner, usual.owner),
    };
    if load(tx.reading())? != after {
        tx.put(&after)?;
    }
    Ok(after)
}

impl Record for SoaDetails {
    const KIND: RecordKind = RecordKind::Soa;

    fn key(&self) -> String {
        ONLY.into()
    }

    fn load(conn: &Connection, _key: &str) -> Result<Option<Self>, StoreError> {
        let row: Option<[String; 3]> = conn
            .prepare_cached("SELECT number, version, owner FROM soa WHERE singleton = 1")?
            .query_row([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))
            .optional()?;
        let Some([number, version, owner]) = row else { return Ok(None) };
        let read = |column: &str, text: String| {
            text.parse().map_err(|error| StoreError::Unreadable(format!("table soa: {column}: {error}")))
        };
        Ok(Some(Self {
            number: read("number", number)?,
            version: read("version", version)?,
            owner: read("owner", owner)?,
        }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(
            "INSERT INTO soa (singleton, number, version, owner) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT (singleton) DO UPDATE SET number = ?1, version = ?2, owner = ?3",
            params![self.number, self.version, self.owner],
        )?;
        Ok(())
    }

    fn delete(conn: &Connection, _key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM soa", [])?;
        Ok(())
    }
}
