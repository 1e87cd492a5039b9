//! The tables `ledger` and `ledger_subject`. Triggers refuse every UPDATE and DELETE on them.

use std::ops::ControlFlow;

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Deserialize;

use super::chain::{self, Hash, Head};
use super::entry::Entry;
use super::event::{Change, Event, Lasting};
use crate::Day;
use crate::record::RecordKind;
use crate::workspace::{Stamp, StoreError};

/// The tables as migration 1 makes them.
pub(crate) const TABLES: &str = "
CREATE TABLE ledger (
    seq   INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    hash  TEXT NOT NULL
) STRICT;
CREATE TRIGGER ledger_keeps_what_was_written BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_keeps_every_entry BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Which entries speak of which record.
CREATE TABLE ledger_subject (
    record TEXT NOT NULL,
    id     TEXT NOT NULL,
    seq    INTEGER NOT NULL REFERENCES ledger (seq),
    PRIMARY KEY (record, id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_subject_keeps_what_was_written BEFORE UPDATE ON ledger_subject
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_subject_keeps_every_entry BEFORE DELETE ON ledger_subject
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
";

/// What the second version adds: whether something was changed after an entry, and when an entry was written, is found
/// without reading the entries.
pub(crate) const SECOND: &str = "
CREATE INDEX ledger_subject_by_entry ON ledger_subject (record, seq);
CREATE INDEX ledger_by_moment ON ledger (seq, json_extract(event, '$.at'));
";

/// What an entry takes back or does again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// A change of its own.
    Onward,
    /// It takes an entry back.
    Undoes(i64),
    /// It does an entry again.
    Redoes(i64),
    /// A change of its own that undo never takes back.
    Lasting(Lasting),
}

/// Returns the last entry, or nothing in an empty ledger.
pub(crate) fn head(conn: &Connection) -> Result<Option<Head>, StoreError> {
    let row: Option<(i64, String)> = conn
        .prepare_cached("SELECT seq, hash FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    row.map(|(seq, hash)| Ok(Head { seq, hash: hash_of(seq, &hash)? })).transpose()
}

/// Returns the last entry that speaks of a record.
pub(crate) fn last_of(conn: &Connection, record: RecordKind, id: &str) -> Result<Option<Head>, StoreError> {
    let row: Option<(i64, String)> = conn
        .prepare_cached(
            "SELECT seq, hash FROM ledger
             WHERE seq = (SELECT max(seq) FROM ledger_subject WHERE record = ?1 AND id = ?2)",
        )?
        .query_row(params![record.name(), id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    row.map(|(seq, hash)| Ok(Head { seq, hash: hash_of(seq, &hash)? })).transpose()
}

/// Returns the day, in UTC, of the first entry; nothing in an empty ledger.
pub(crate) fn first_day(conn: &Connection) -> Result<Option<Day>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT substr(json_extract(event, '$.at'), 1, 10) FROM ledger WHERE seq = (SELECT min(seq) FROM ledger)",
    )?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// Returns the last entry that changed something, and did not only note what left the workspace.
pub(crate) fn head_of_changes(conn: &Connection) -> Result<Option<Head>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT seq, event, hash FROM ledger ORDER BY seq DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, text, hash) = columns(row)?;
        if read::<Course>(seq, &text)?.lasting != Some(Lasting::Noted) {
            return Ok(Some(Head { seq, hash: hash_of(seq, &hash)? }));
        }
    }
    Ok(None)
}

/// Appends an entry and returns it.
pub(crate) fn append(
    conn: &Connection,
    stamp: &Stamp,
    operation: &str,
    changes: Vec<Change>,
    direction: Direction,
) -> Result<Entry, StoreError> {
    let (seq, previous) = head(conn)?.map_or((1, Hash::origin()), |head| (head.seq + 1, head.hash));
    let (undoes, redoes, lasting) = match direction {
        Direction::Onward => (None, None, None),
        Direction::Undoes(seq) => (Some(seq), None, None),
        Direction::Redoes(seq) => (None, Some(seq), None),
        Direction::Lasting(lasting) => (None, None, Some(lasting)),
    };
    let event = Event {
        version: 1,
        seq,
        at: format!("{:.3}", stamp.at),
        actor: stamp.actor.clone(),
        operation: operation.into(),
        changes,
        previous: previous.to_string(),
        undoes,
        redoes,
        lasting,
    };
    let (text, hash) = chain::seal(&event)?;
    conn.prepare_cached("INSERT INTO ledger (seq, event, hash) VALUES (?1, ?2, ?3)")?.execute(params![
        seq,
        text,
        hash.as_str()
    ])?;
    let mut subject =
        conn.prepare_cached("INSERT OR IGNORE INTO ledger_subject (record, id, seq) VALUES (?1, ?2, ?3)")?;
    for change in &event.changes {
        subject.execute(params![change.record.name(), change.id, seq])?;
    }
    Ok(Entry::new(event, hash))
}

/// Hands out each entry after a place in the ledger, in order, until one breaks off.
pub(crate) fn each_after(
    conn: &Connection,
    seq: i64,
    mut each: impl FnMut(Event) -> Result<ControlFlow<()>, StoreError>,
) -> Result<ControlFlow<()>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT seq, event FROM ledger WHERE seq > ?1 ORDER BY seq")?;
    let mut rows = statement.query([seq])?;
    while let Some(row) = rows.next()? {
        let (seq, text): (i64, String) = (row.get(0)?, row.get(1)?);
        if each(read(seq, &text)?)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// Returns an entry whole.
pub(crate) fn event(conn: &Connection, seq: i64) -> Result<Option<Event>, StoreError> {
    let text: Option<String> = conn
        .prepare_cached("SELECT event FROM ledger WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    text.map(|text| read(seq, &text)).transpose()
}

/// Which way an entry goes, without what it changed: an export can name thousands of pieces.
#[derive(Debug, Deserialize)]
pub(super) struct Course {
    pub(super) undoes: Option<i64>,
    pub(super) redoes: Option<i64>,
    pub(super) lasting: Option<Lasting>,
}

/// Returns which way an entry goes.
pub(super) fn course(conn: &Connection, seq: i64) -> Result<Option<Course>, StoreError> {
    conn.prepare_cached("SELECT event FROM ledger WHERE seq = ?1")?
        .query_row([seq], |row| Ok(read(seq, row.get_ref(0)?.as_str()?)))
        .optional()?
        .transpose()
}

/// Returns the hash of an entry.
pub(crate) fn hash_at(conn: &Connection, seq: i64) -> Result<Option<Hash>, StoreError> {
    let text: Option<String> = conn
        .prepare_cached("SELECT hash FROM ledger WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    text.map(|text| hash_of(seq, &text)).transpose()
}

/// Returns entries before a place in the ledger, the newest first.
pub(crate) fn entries(conn: &Connection, before: Option<i64>, limit: u32) -> Result<Vec<Entry>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT seq, event, hash FROM ledger WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2")?;
    let rows = statement.query_map(params![before.unwrap_or(i64::MAX), limit], columns)?;
    rows.map(|row| entry(row?)).collect()
}

/// Returns the entries that speak of a record, the newest first.
pub(crate) fn entries_of(
    conn: &Connection,
    kinds: &[RecordKind],
    id: &str,
) -> Result<Vec<Entry>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, event, hash FROM ledger
         WHERE seq IN (SELECT seq FROM ledger_subject WHERE record = ?1 AND id = ?2)",
    )?;
    let mut entries = Vec::new();
    for kind in kinds {
        for row in statement.query_map(params![kind.name(), id], columns)? {
            let mut entry = entry(row?)?;
            entry.changes.retain(|change| change.id == id && kinds.contains(&change.record));
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    entries.dedup_by_key(|entry| entry.seq);
    Ok(entries)
}

/// Hands on every row as it stands, in order: number, text and hash.
pub(super) fn walk(conn: &Connection, mut each: impl FnMut(i64, &str, &str)) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT seq, event, hash FROM ledger ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(
            row.get(0)?,
            row.get_ref(1)?.as_str().unwrap_or_default(),
            row.get_ref(2)?.as_str().unwrap_or_default(),
        );
    }
    Ok(())
}

/// Returns every row of `ledger_subject`.
pub(crate) fn subjects(conn: &Connection) -> Result<Vec<(String, String, i64)>, StoreError> {
    let mut statement =
        conn.prepare("SELECT record, id, seq FROM ledger_subject ORDER BY record, id, seq")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.map(|row| Ok(row?)).collect()
}

fn columns(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, String, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn entry((seq, text, hash): (i64, String, String)) -> Result<Entry, StoreError> {
    Ok(Entry::new(read(seq, &text)?, hash_of(seq, &hash)?))
}

fn read<'a, T: Deserialize<'a>>(seq: i64, text: &'a str) -> Result<T, StoreError> {
    serde_json::from_str(text)
        .map_err(|error| StoreError::Unreadable(format!("table ledger, row {seq}: {error}")))
}

fn hash_of(seq: i64, text: &str) -> Result<Hash, StoreError> {
    text.parse()
        .map_err(|()| StoreError::Unreadable(format!("table ledger, row {seq}: its hash is no SHA-256")))
}
