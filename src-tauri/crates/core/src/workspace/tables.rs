//! Tables as they stand, whatever an area would make of them: for comparing two databases row by row.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::error::StoreError;
use crate::text::shown;

/// A row: its key as people read it, and its values by column.
type Rows = BTreeMap<String, BTreeMap<String, Value>>;

/// Returns the names of the tables that areas keep their records in.
pub(super) fn names(conn: &Connection) -> Result<BTreeSet<String>, StoreError> {
    let mut statement = conn.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN ('ledger', 'ledger_subject')",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns how a table differs from what is expected, each with its row and column.
///
/// The name must come from [`names`] of a database that Annexe made: it becomes part of a query.
pub(super) fn differences(
    conn: &Connection,
    expected: &Connection,
    table: &str,
) -> Result<Vec<String>, StoreError> {
    // What is damaged may not even be able to name its columns.
    let columns = Columns::of(expected, table)?;
    let (found, expected) = (columns.rows(conn, table)?, columns.rows(expected, table)?);
    let mut faults = Vec::new();
    for key in found.keys().chain(expected.keys()).collect::<BTreeSet<_>>() {
        let row = format!("table {table}, row {}", shown(key));
        match (found.get(key), expected.get(key)) {
            (Some(_), None) => faults.push(format!("{row}: the ledger knows nothing of it")),
            (None, Some(_)) => faults.push(format!("{row}: it is missing")),
            (Some(found), Some(expected)) => {
                for (column, expected) in expected {
                    let found = found.get(column).unwrap_or(&Value::Null);
                    if found != expected {
                        let (found, expected) = (said(found), said(expected));
                        faults.push(format!("{row}: {column} is {found}; the ledger says {expected}"));
                    }
                }
            }
            (None, None) => {}
        }
    }
    Ok(faults)
}

/// The columns of a table.
struct Columns {
    all: Vec<String>,
    /// Those that make its key.
    keys: Vec<String>,
}

impl Columns {
    fn of(conn: &Connection, table: &str) -> Result<Self, StoreError> {
        let names = |sql: &str| -> Result<Vec<String>, StoreError> {
            let mut statement = conn.prepare(sql)?;
            let names = statement.query_map([table], |row| row.get(0))?;
            names.map(|name| Ok(name?)).collect()
        };
        Ok(Self {
            all: names("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?,
            keys: names("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?,
        })
    }

    fn rows(&self, conn: &Connection, table: &str) -> Result<Rows, StoreError> {
        let quoted: Vec<String> = self.all.iter().map(|column| format!("\"{column}\"")).collect();
        let mut statement = conn.prepare(&format!("SELECT {} FROM \"{table}\"", quoted.join(", ")))?;
        let mut rows = statement.query([])?;
        let mut found = Rows::new();
        while let Some(row) = rows.next()? {
            let values: Result<BTreeMap<String, Value>, rusqlite::Error> =
                self.all.iter().enumerate().map(|(at, column)| Ok((column.clone(), row.get(at)?))).collect();
            let values = values?;
            let key: Vec<String> = self.keys.iter().filter_map(|key| values.get(key)).map(plain).collect();
            found.insert(key.join(", "), values);
        }
        Ok(found)
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

fn said(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::Text(text) => format!("“{}”", shown(text)),
        Value::Integer(_) | Value::Real(_) | Value::Blob(_) => plain(value),
    }
}
