//! Which records of a kind differ from what they were before a day: the ledger says how they stood.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::Day;
use crate::ledger::{Event, store};
use crate::record::{self, Record};
use crate::workspace::StoreError;

/// A record before a day, and now.
pub(super) struct Before<R> {
    /// Nothing where it was not there.
    pub(super) then: Option<R>,
    /// Nothing where it is gone.
    pub(super) now: Option<R>,
}

/// Returns what was written of a kind of record since a day in UTC, in which the ledger counts; by the records' keys.
pub(super) fn since<R: Record>(
    conn: &Connection,
    since: Option<Day>,
) -> Result<BTreeMap<String, Before<R>>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT ledger_subject.id, min(ledger_subject.seq) FROM ledger_subject
         JOIN ledger INDEXED BY ledger_by_moment ON ledger.seq = ledger_subject.seq
         WHERE ledger_subject.record = ?1 AND json_extract(ledger.event, '$.at') >= ?2
         GROUP BY ledger_subject.id",
    )?;
    let from = since.map(|day| day.to_string()).unwrap_or_default();
    let mut rows = statement.query([R::KIND.name(), &from])?;
    let mut changed = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (key, seq): (String, i64) = (row.get(0)?, row.get(1)?);
        let then = match store::event(conn, seq)? {
            None => None,
            Some(event) => image(event, R::KIND, &key),
        };
        let then = then.map(|image| record::from_image(&image)).transpose()?;
        let now = R::load(conn, &key)?;
        changed.insert(key, Before { then, now });
    }
    Ok(changed)
}

/// Returns how a record stood before the first change that an entry made to it.
fn image(event: Event, kind: record::RecordKind, key: &str) -> Option<serde_json::Value> {
    event.changes.into_iter().find(|change| change.record == kind && change.id == key)?.before
}
