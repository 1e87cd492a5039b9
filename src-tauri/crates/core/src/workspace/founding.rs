//! The founding of a workspace: its id, when it was made, and whether it is the sample.

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::StoreError;
use super::{Stamp, Tx};
use crate::organisation::Organisation;
use crate::record::{Record, RecordKind};

pub(super) const TABLES: &str = "
CREATE TABLE workspace (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    id        TEXT NOT NULL,
    created   TEXT NOT NULL,
    sample    INTEGER NOT NULL CHECK (sample IN (0, 1))
) STRICT;
";

/// What a workspace begins with.
#[derive(Debug, Clone)]
pub struct Foundation {
    /// Its id, by which copies of it are known.
    pub id: Uuid,
    /// The organisation whose AI management system it holds.
    pub organisation: Organisation,
    /// Whether it is the sample, with which people try things out.
    pub sample: bool,
}

impl Foundation {
    /// Writes it as the first that a workspace holds.
    pub(super) fn write(&self, tx: &mut Tx<'_>, stamp: &Stamp) -> Result<(), StoreError> {
        tx.put(&Founding { id: self.id, created: format!("{:.3}", stamp.at), sample: self.sample })?;
        tx.put(&self.organisation)
    }
}

/// The record of a workspace's founding, which never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// Its id.
    pub id: Uuid,
    /// When it was made, in UTC (RFC 3339).
    pub created: String,
    /// Whether it is the sample.
    pub sample: bool,
}

/// The key of a record of which a workspace holds one.
const ONLY: &str = "workspace";

/// Returns whether a workspace is the sample.
pub(crate) fn is_sample(conn: &Connection) -> Result<bool, StoreError> {
    Ok(Founding::load(conn, ONLY)?.is_some_and(|founding| founding.sample))
}

impl Founding {
    /// Returns the id of a workspace.
    pub(crate) fn id_of(conn: &Connection) -> Result<Uuid, StoreError> {
        let founding = Self::load(conn, ONLY)?;
        founding
            .map(|founding| founding.id)
            .ok_or_else(|| StoreError::Unreadable("table workspace: it is empty".into()))
    }
}

impl Record for Founding {
    const KIND: RecordKind = RecordKind::Workspace;

    fn key(&self) -> String {
        ONLY.into()
    }

    fn load(conn: &Connection, _key: &str) -> Result<Option<Self>, StoreError> {
        let row: Option<(String, String, bool)> = conn
            .prepare_cached("SELECT id, created, sample FROM workspace WHERE singleton = 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((id, created, sample)) = row else { return Ok(None) };
        let id = id.parse().map_err(|error| StoreError::Unreadable(format!("table workspace: {error}")))?;
        Ok(Some(Self { id, created, sample }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(
            "INSERT INTO workspace (singleton, id, created, sample) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT (singleton) DO UPDATE SET id = ?1, created = ?2, sample = ?3",
            params![self.id.to_string(), self.created, self.sample],
        )?;
        Ok(())
    }

    fn delete(conn: &Connection, _key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM workspace", [])?;
        Ok(())
    }
}
