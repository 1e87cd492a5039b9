//! How many pieces are linked to what.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::assessment::ControlId;
use crate::catalogue::ClauseId;
use crate::workspace::StoreError;

/// Returns how many pieces are linked to each control, by its number.
pub(crate) fn counts_by_control(conn: &Connection) -> Result<BTreeMap<String, u32>, StoreError> {
    counts_by(conn, "control")
}

/// Returns how many pieces are linked to each clause, by its number.
pub(crate) fn counts_by_clause(conn: &Connection) -> Result<BTreeMap<String, u32>, StoreError> {
    counts_by(conn, "clause")
}

fn counts_by(conn: &Connection, kind: &'static str) -> Result<BTreeMap<String, u32>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT id, count(*) FROM evidence_link WHERE kind = ?1 GROUP BY id")?;
    let rows = statement.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns how many pieces are linked to a control.
pub(crate) fn count_of_control(conn: &Connection, id: &ControlId) -> Result<u32, StoreError> {
    count_of(conn, "control", id.as_str())
}

/// Returns how many pieces are linked to a clause.
pub(crate) fn count_of_clause(conn: &Connection, id: &ClauseId) -> Result<u32, StoreError> {
    count_of(conn, "clause", id.as_str())
}

fn count_of(conn: &Connection, kind: &'static str, id: &str) -> Result<u32, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT count(*) FROM evidence_link WHERE kind = ?1 AND id = ?2")?;
    Ok(statement.query_row([kind, id], |row| row.get(0))?)
}
