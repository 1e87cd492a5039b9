//! Verifying a workspace: the database, the ledger's chain, and that the tables say what the ledger says.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::error::StoreError;
use super::{Workspace, schema, tables};
use crate::ledger::{self, Event, RecordKind, store};
use crate::record;
use crate::text::shown;

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verification {
    /// Whether everything is as it should be.
    pub ok: bool,
    /// What was checked, in order.
    pub checks: Vec<Check>,
}

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Check {
    /// Which, by its name: `database`, `references`, `schema`, `ledger` or `records`.
    pub check: String,
    /// Whether it is as it should be.
    pub passed: bool,
    /// What is not, each with its table and row.
    pub faults: Vec<String>,
}

impl Workspace {
    /// Checks the whole workspace and changes nothing.
    ///
    /// # Errors
    /// [`StoreError`] where the database can't be read at all; what is wrong inside it is in the result.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        self.read(|conn| {
            let mut state = BTreeMap::new();
            let mut subjects = BTreeSet::new();
            let mut broken = Vec::new();
            let chain = ledger::check(conn, |event| follow(&event, &mut state, &mut subjects, &mut broken));
            let chain =
                chain.map(|faults| faults.iter().map(ToString::to_string).chain(broken).collect::<Vec<_>>());
            let checks = vec![
                check("database", integrity(conn)),
                check("references", references(conn)),
                check("schema", objects(conn)),
                check("ledger", chain.and_then(|faults| Ok([faults, index(conn, &subjects)?].concat()))),
                check("records", records(conn, &state)),
            ];
            Ok(Verification { ok: checks.iter().all(|check| check.passed), checks })
        })
    }
}

fn check(name: &str, faults: Result<Vec<String>, StoreError>) -> Check {
    let faults = faults.unwrap_or_else(|error| vec![error.to_string()]);
    Check { check: name.into(), passed: faults.is_empty(), faults }
}

type State = BTreeMap<(RecordKind, String), Option<Value>>;

/// Moves the state on by one entry; each change must begin where the last one ended.
fn follow(
    event: &Event,
    state: &mut State,
    subjects: &mut BTreeSet<(String, String, i64)>,
    faults: &mut Vec<String>,
) {
    for change in &event.changes {
        subjects.insert((change.record.name().into(), change.id.clone(), event.seq));
        let before = state.insert((change.record, change.id.clone()), change.after.clone()).flatten();
        if before != change.before {
            faults.push(format!(
                "table ledger, row {}: it begins from a state of {} {} that no entry left",
                event.seq,
                change.record.name(),
                shown(&change.id)
            ));
        }
    }
}

fn integrity(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare("PRAGMA integrity_check")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let said: Vec<String> = rows.collect::<Result<_, _>>()?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

fn references(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| {
        let (table, row, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let row = row.map_or_else(|| "a row".into(), |row| format!("row {row}"));
        Ok(format!("table {table}, {row}: it refers to a row of {parent} that is not there"))
    })?;
    rows.map(|row| Ok(row?)).collect()
}

fn objects(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let expected: BTreeMap<_, _> = schema::objects(&schema::expected()?)?.into_iter().collect();
    let actual: BTreeMap<_, _> = schema::objects(conn)?.into_iter().collect();
    let mut faults = Vec::new();
    for (name, sql) in &expected {
        match actual.get(name) {
            None => faults.push(format!("{name} is missing")),
            Some(found) if found != sql => faults.push(format!("{name} is not as Annexe made it")),
            Some(_) => {}
        }
    }
    for name in actual.keys().filter(|name| !expected.contains_key(*name)) {
        faults.push(format!("{} was not made by Annexe", shown(name)));
    }
    Ok(faults)
}

fn index(conn: &Connection, expected: &BTreeSet<(String, String, i64)>) -> Result<Vec<String>, StoreError> {
    let actual: BTreeSet<_> = store::subjects(conn)?.into_iter().collect();
    let row =
        |(record, id, seq): &(String, String, i64)| format!("{} {}, entry {seq}", shown(record), shown(id));
    let missing = expected
        .difference(&actual)
        .map(|key| format!("table ledger_subject, row {}: it is missing", row(key)));
    let foreign = actual
        .difference(expected)
        .map(|key| format!("table ledger_subject, row {}: no entry made it", row(key)));
    Ok(missing.chain(foreign).collect())
}

/// Compares every row with what the ledger left of it.
fn records(conn: &Connection, state: &State) -> Result<Vec<String>, StoreError> {
    let (expected, mut faults) = replayed(state)?;
    for table in tables::names(&expected)? {
        // A table that is missing was named among the schema's faults.
        if tables::names(conn)?.contains(&table) {
            faults.extend(tables::differences(conn, &expected, &table)?);
        }
    }
    Ok(faults)
}

/// Returns a database in memory that holds what the ledger left, and which records can't be brought back.
fn replayed(state: &State) -> Result<(Connection, Vec<String>), StoreError> {
    let conn = schema::expected()?;
    conn.pragma_update(None, "foreign_keys", false)?;
    let mut faults = Vec::new();
    for ((kind, key), image) in state {
        if let Some(image) = image
            && let Err(error) = record::restore(&conn, *kind, key, Some(image))
        {
            faults.push(format!(
                "table ledger: what it left of {} {} can't be read: {error}",
                kind.name(),
                shown(key)
            ));
        }
    }
    Ok((conn, faults))
}
