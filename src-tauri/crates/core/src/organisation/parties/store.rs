//! The table `interested_party`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{InterestedParty, InterestedPartyId};
use crate::column::Json;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE interested_party (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    name   TEXT NOT NULL CHECK (name <> ''),
    kind   TEXT NOT NULL,
    needs  TEXT NOT NULL -- a JSON array
) STRICT;
";

fn read(row: &Row<'_>) -> rusqlite::Result<InterestedParty> {
    let Json(needs) = row.get("needs")?;
    Ok(InterestedParty { id: row.get("number")?, name: row.get("name")?, kind: row.get("kind")?, needs })
}

/// Returns every interested party, by their numbers.
pub(crate) fn all(conn: &Connection) -> Result<Vec<InterestedParty>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM interested_party ORDER BY number")?;
    let rows = statement.query_map([], read)?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for InterestedParty {
    const KIND: RecordKind = RecordKind::InterestedParty;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: InterestedPartyId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM interested_party WHERE number = ?1")?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO interested_party (number, name, kind, needs) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (number) DO UPDATE SET name = ?2, kind = ?3, needs = ?4",
        )?
        .execute(params![self.id, self.name, self.kind, Json(&self.needs)])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: InterestedPartyId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM interested_party WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}
