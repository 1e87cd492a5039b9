//! The table `context_issue`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{ContextIssue, ContextIssueId};
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE context_issue (
    number   INTEGER PRIMARY KEY CHECK (number > 0),
    side     TEXT NOT NULL CHECK (side IN ('outside', 'inside')),
    topic    TEXT NOT NULL CHECK (topic <> ''),
    meaning  TEXT NOT NULL,
    response TEXT NOT NULL,
    reviewed TEXT
) STRICT;
";

fn read(row: &Row<'_>) -> rusqlite::Result<ContextIssue> {
    Ok(ContextIssue {
        id: row.get("number")?,
        side: row.get("side")?,
        topic: row.get("topic")?,
        meaning: row.get("meaning")?,
        response: row.get("response")?,
        reviewed: row.get("reviewed")?,
    })
}

/// Returns every issue: those outside first, by their numbers.
pub(crate) fn all(conn: &Connection) -> Result<Vec<ContextIssue>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT * FROM context_issue ORDER BY side = 'inside', number")?;
    let rows = statement.query_map([], read)?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for ContextIssue {
    const KIND: RecordKind = RecordKind::ContextIssue;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: ContextIssueId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM context_issue WHERE number = ?1")?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO context_issue (number, side, topic, meaning, response, reviewed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (number) DO UPDATE SET side = ?2, topic = ?3, meaning = ?4, response = ?5, reviewed = ?6",
        )?
        .execute(params![self.id, self.side, self.topic, self.meaning, self.response, self.reviewed])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: ContextIssueId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM context_issue WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}
