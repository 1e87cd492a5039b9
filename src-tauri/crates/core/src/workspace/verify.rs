//! Verifying a workspace: the database, the ledger's chain, and that the tables say what the ledger says.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::error::StoreError;
use super::{Workspace, schema};
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
    let expected: BTreeMap<_, _> = schema::expected_objects()?.into_iter().collect();
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

/// Compares every record with what the ledger left of it.
fn records(conn: &Connection, state: &State) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    for kind in RecordKind::ALL {
        let mut keys: BTreeSet<String> = record::keys(conn, kind)?.into_iter().collect();
        keys.extend(state.keys().filter(|(of, _)| *of == kind).map(|(_, key)| key.clone()));
        for key in keys {
            let row = format!("table {}, row {}", kind.table(), shown(&key));
            let expected = state.get(&(kind, key.clone())).cloned().flatten();
            let expected = expected.map(|image| record::renewed(kind, &image)).transpose();
            match (record::image(conn, kind, &key), expected) {
                (Err(error), _) | (_, Err(error)) => faults.push(format!("{row}: {error}")),
                (Ok(Some(_)), Ok(None)) => faults.push(format!("{row}: the ledger knows nothing of it")),
                (Ok(None), Ok(Some(_))) => faults.push(format!("{row}: it is missing")),
                (Ok(None), Ok(None)) => {}
                (Ok(Some(found)), Ok(Some(expected))) => faults.extend(differences(&row, &found, &expected)),
            }
        }
    }
    Ok(faults)
}

fn differences(row: &str, found: &Value, expected: &Value) -> Vec<String> {
    if found == expected {
        return Vec::new();
    }
    let said = |value: Option<&Value>| match value {
        None | Some(Value::Null) => "nothing".into(),
        Some(Value::String(text)) => format!("“{}”", shown(text)),
        Some(other) => shown(&other.to_string()),
    };
    let empty = serde_json::Map::new();
    let (found, expected) = (found.as_object().unwrap_or(&empty), expected.as_object().unwrap_or(&empty));
    let fields: BTreeSet<_> = found.keys().chain(expected.keys()).collect();
    fields
        .into_iter()
        .filter(|field| found.get(*field) != expected.get(*field))
        .map(|field| {
            let (found, expected) = (said(found.get(field)), said(expected.get(field)));
            format!("{row}: {field} is {found}; the ledger says {expected}")
        })
        .collect()
}
