//! Verifying a workspace: the database, the ledger's chain, that the tables say what the ledger says, and that every
//! file of the evidence is the one that was added.

mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use annexe_vault::Progress;
use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::error::{OpenError, StoreError};
use super::folder::{DATABASE, connect_to_read};
use super::imprint::Imprint;
use super::{Workspace, schema, tables};
use crate::explain::Explain;
use crate::ledger::{self, Event, RecordKind, store};
use crate::record;
use crate::text::shown;
pub use files::{DamagedFile, DamagedPiece, FileCondition};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verification {
    /// Whether everything is as it should be.
    pub ok: bool,
    /// What was checked, in order.
    pub checks: Vec<Check>,
    /// The files of evidence that are not as they were added.
    pub damaged: Vec<DamagedFile>,
    /// How many files were read.
    #[ts(type = "number")]
    pub files: u64,
    /// How many bytes they have.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// How much of the files is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    Everything,
    /// Some by chance.
    Sample {
        /// How many at most.
        files: u32,
        /// What decides which.
        seed: u128,
    },
}

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Check {
    /// Which, by its name: `database`, `references`, `schema`, `ledger`, `records`, `vault` or `evidence`.
    pub check: String,
    /// Whether it is as it should be.
    pub passed: bool,
    /// What is not, each with its table and row.
    pub faults: Vec<String>,
}

impl Workspace {
    /// Checks the workspace and changes nothing: the database whole, and of the files as many as the extent says.
    ///
    /// # Errors
    /// [`VerifyError`] where the database can't be read at all, or where it was stopped; what is wrong inside is in
    /// the result.
    pub fn verify(
        &self,
        extent: Extent,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Verification, VerifyError> {
        let mut verification = self.verify_database()?;
        let looked = files::look(self, extent, progress).map_err(|_| VerifyError::Stopped)?;
        verification.checks.push(check("vault", Ok(looked.vault)));
        verification.checks.push(check("evidence", Ok(looked.evidence)));
        verification.ok = verification.checks.iter().all(|check| check.passed);
        verification.damaged = looked.damaged;
        verification.files = looked.files;
        verification.bytes = looked.bytes;
        Ok(verification)
    }

    pub(super) fn verify_database(&self) -> Result<Verification, StoreError> {
        let imprint = Imprint::read(&self.folder);
        self.read(|conn| {
            // Of an earlier version what is read is a copy in memory; the bytes are those of the file.
            let copied = conn.path().is_none_or(str::is_empty);
            let file = if copied { Some(connect_to_read(&self.folder.join(DATABASE))?) } else { None };
            let on_disk = file.as_ref().unwrap_or(conn);
            let mut state = BTreeMap::new();
            let mut subjects = BTreeSet::new();
            let mut broken = Vec::new();
            let chain = ledger::check(conn, |event| follow(&event, &mut state, &mut subjects, &mut broken));
            let chain =
                chain.map(|faults| faults.iter().map(ToString::to_string).chain(broken).collect::<Vec<_>>());
            let checks = vec![
                check(
                    "database",
                    integrity(on_disk).and_then(|faults| Ok([faults, compared(on_disk, &imprint)?].concat())),
                ),
                check("references", references(conn)),
                check("schema", objects(conn)),
                check("ledger", chain.and_then(|faults| Ok([faults, index(conn, &subjects)?].concat()))),
                check("records", records(conn, &state)),
            ];
            let ok = checks.iter().all(|check| check.passed);
            Ok(Verification { ok, checks, damaged: Vec::new(), files: 0, bytes: 0 })
        })
    }
}

/// Why a workspace was not verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The user stopped it.
    #[error("The check was stopped; it says nothing of the workspace")]
    Stopped,
    /// The database can't be read at all.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for VerifyError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Store(error) => error.hint(),
        }
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

/// Compares the database with what was noted of it when it was last closed.
fn compared(conn: &Connection, imprint: &Result<Option<Imprint>, String>) -> Result<Vec<String>, StoreError> {
    match imprint {
        Ok(Some(imprint)) => imprint.faults(conn),
        Ok(None) => Ok(Vec::new()),
        Err(why) => Ok(vec![why.clone()]),
    }
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

/// Looks at a database that comes from outside before anything else is asked of it: is its application Annexe, its
/// version known, its schema the one that Annexe makes, and do its pages hold together? Returns what is not.
///
/// # Errors
/// [`OpenError::Newer`] where a later Annexe made it; [`StoreError`] where it can't be read.
pub(crate) fn examine_foreign(conn: &Connection) -> Result<Option<String>, OpenError> {
    let number =
        |pragma: &str| conn.query_row(pragma, [], |row| row.get::<_, i32>(0)).map_err(StoreError::from);
    conn.pragma_update(None, "trusted_schema", false).map_err(StoreError::from)?;
    if number("PRAGMA application_id")? != schema::APPLICATION {
        return Ok(Some("it does not carry Annexe's mark".into()));
    }
    let version = number("PRAGMA user_version")?;
    if version > schema::LATEST {
        return Err(OpenError::Newer { found: version, known: schema::LATEST });
    }
    let differences = differences(conn, &schema::expected_at(version)?)?;
    Ok(differences.into_iter().chain(integrity(conn)?).next())
}

fn objects(conn: &Connection) -> Result<Vec<String>, StoreError> {
    differences(conn, &schema::expected()?)
}

/// Returns how the schema of a database differs from that of another.
fn differences(conn: &Connection, expected: &Connection) -> Result<Vec<String>, StoreError> {
    let expected: BTreeMap<_, _> = schema::objects(expected)?.into_iter().collect();
    let actual: BTreeMap<_, _> = schema::objects(conn)?.into_iter().collect();
    let mut faults = Vec::new();
    for (name, object) in &expected {
        match actual.get(name) {
            None => faults.push(format!("{name} is missing")),
            Some(found) if found != object => faults.push(format!("{name} is not as Annexe made it")),
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
