//! The table `organisation`: one row.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Organisation, Role};
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE organisation (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    name      TEXT NOT NULL,
    roles     TEXT NOT NULL, -- a JSON array
    scope     TEXT NOT NULL
) STRICT;
";

/// The key of the one record.
pub(super) const ONLY: &str = "organisation";

impl Record for Organisation {
    const KIND: RecordKind = RecordKind::Organisation;

    fn key(&self) -> String {
        ONLY.into()
    }

    fn load(conn: &Connection, _key: &str) -> Result<Option<Self>, StoreError> {
        let row: Option<(String, String, String)> = conn
            .prepare_cached("SELECT name, roles, scope FROM organisation WHERE singleton = 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((name, roles, scope)) = row else { return Ok(None) };
        let unreadable =
            |why: &dyn std::fmt::Display| StoreError::Unreadable(format!("table organisation: {why}"));
        let roles: Vec<Role> = serde_json::from_str(&roles).map_err(|error| unreadable(&error))?;
        Ok(Some(Self {
            name: name.parse().map_err(|error| unreadable(&error))?,
            roles,
            scope: scope.parse().map_err(|error| unreadable(&error))?,
        }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let roles =
            serde_json::to_string(&self.roles).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        conn.execute(
            "INSERT INTO organisation (singleton, name, roles, scope) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT (singleton) DO UPDATE SET name = ?1, roles = ?2, scope = ?3",
            params![self.name, roles, self.scope],
        )?;
        Ok(())
    }

    fn delete(conn: &Connection, _key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM organisation", [])?;
        Ok(())
    }
}
