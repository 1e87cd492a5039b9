//! The tables of a workspace: each area's, put together into migrations.

use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::StoreError;
use super::founding;
use crate::{
    assessment, audits, cases, clauses, documents, evidence, findings, guide, ledger, objectives,
    organisation, readiness, reviews, soa, systems, watched,
};

/// Marks a database as Annexe's: "Anxe" in ASCII.
pub(super) const APPLICATION: i32 = 0x416e_7865;

/// Each version of the database is the migration that makes it out of the one before. Never change one that
/// was released: add the next.
fn migrations() -> Migrations<'static> {
    Migrations::new(vec![M::up(&FIRST), M::up(&SECOND)])
}

static FIRST: LazyLock<String> = LazyLock::new(|| {
    let areas: [&[&str]; 7] = [
        &[founding::TABLES],
        &[organisation::TABLES],
        &[assessment::TABLES],
        soa::TABLES,
        evidence::TABLES,
        &[watched::TABLES],
        &[ledger::store::TABLES],
    ];
    areas.concat().concat()
});

/// The guide: whatever leads from nothing to the audit.
static SECOND: LazyLock<String> = LazyLock::new(|| {
    let areas: [&[&str]; 3] = [
        &organisation::SECOND,
        &[ledger::store::SECOND, systems::TABLES, evidence::SECOND],
        &[
            guide::TABLES,
            documents::TABLES,
            clauses::TABLES,
            readiness::TABLES,
            findings::TABLES,
            objectives::TABLES,
            cases::TABLES,
            audits::TABLES,
            reviews::TABLES,
        ],
    ];
    areas.concat().concat()
});

/// The latest version that this program knows.
pub(super) const LATEST: i32 = 2;

/// Brings a database to the latest version.
pub(super) fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    migrations().to_latest(conn).map_err(refused)
}

fn refused(error: rusqlite_migration::Error) -> StoreError {
    match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => StoreError::Refused(other.to_string()),
    }
}

/// A table, an index, a trigger or a view.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Object {
    /// Which of them.
    kind: String,
    /// The table that it belongs to.
    table: String,
    /// What made it.
    sql: String,
    /// Whether pages of the file are said to be its own.
    has_pages: bool,
}

/// Returns every table, index, trigger and view of a database, by name.
pub(super) fn objects(conn: &Connection) -> Result<Vec<(String, Object)>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT name, type, tbl_name, coalesce(sql, ''), coalesce(rootpage, 0) <> 0 FROM sqlite_schema ORDER BY name",
    )?;
    let rows = statement.query_map([], |row| {
        let (kind, table, sql, has_pages) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        Ok((row.get(0)?, Object { kind, table, sql, has_pages }))
    })?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns an empty database of the latest version, in memory.
pub(super) fn expected() -> Result<Connection, StoreError> {
    expected_at(LATEST)
}

/// Returns an empty database of a version, in memory.
pub(super) fn expected_at(version: i32) -> Result<Connection, StoreError> {
    let mut conn = Connection::open_in_memory()?;
    let version = usize::try_from(version).unwrap_or(0);
    migrations().to_version(&mut conn, version).map_err(refused)?;
    Ok(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_run_and_end_at_the_latest_version() {
        migrations().validate().unwrap();
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn).unwrap();
        let version: i32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert_eq!(version, LATEST);
    }

    #[test]
    fn sqlite_is_late_enough_to_reset_its_log_safely() {
        assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    }

    #[test]
    fn every_table_is_strict() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn).unwrap();
        for (name, object) in objects(&conn).unwrap() {
            assert!(object.kind != "table" || object.sql.contains("STRICT"), "{name}");
        }
    }
}
