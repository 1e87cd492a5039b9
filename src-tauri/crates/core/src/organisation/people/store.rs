//! The table `person`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{Person, PersonId};
use crate::column::Json;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE person (
    number      INTEGER PRIMARY KEY CHECK (number > 0),
    name        TEXT NOT NULL CHECK (name <> ''),
    roles       TEXT NOT NULL, -- a JSON array
    authority   TEXT NOT NULL,
    deputy      TEXT NOT NULL,
    competences TEXT NOT NULL -- a JSON array
) STRICT;
";

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    let Json(roles) = row.get("roles")?;
    let Json(competences) = row.get("competences")?;
    Ok(Person {
        id: row.get("number")?,
        name: row.get("name")?,
        roles,
        authority: row.get("authority")?,
        deputy: row.get("deputy")?,
        competences,
    })
}

/// Returns everybody, by their numbers.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Person>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM person ORDER BY number")?;
    let rows = statement.query_map([], read)?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for Person {
    const KIND: RecordKind = RecordKind::Person;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: PersonId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM person WHERE number = ?1")?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO person (number, name, roles, authority, deputy, competences)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (number) DO UPDATE SET name = ?2, roles = ?3, authority = ?4, deputy = ?5, competences = ?6",
        )?
        .execute(params![
            self.id,
            self.name,
            Json(&self.roles),
            self.authority,
            self.deputy,
            Json(&self.competences),
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: PersonId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM person WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}
