//! The records as the ledger left them earlier, in a database in memory with the same tables: whatever reads the
//! tables of today reads those of any day.

use rusqlite::{Connection, params};

use super::error::StoreError;
use super::schema;
use crate::ledger::Event;
use crate::record;

/// A database in memory that follows the ledger, entry by entry.
#[derive(Debug)]
pub(crate) struct Replay {
    conn: Connection,
}

impl Replay {
    /// Returns one that has not followed any entry.
    pub(crate) fn new() -> Result<Self, StoreError> {
        let conn = schema::expected()?;
        conn.pragma_update(None, "foreign_keys", true)?;
        Ok(Self { conn })
    }

    /// Brings each record to what an entry left of it. Of the entry itself it keeps only that it was, and of what.
    pub(crate) fn follow(&mut self, event: &Event) -> Result<(), StoreError> {
        let transaction = self.conn.transaction()?;
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        transaction
            .prepare_cached("INSERT INTO ledger (seq, event, hash) VALUES (?1, '{}', '')")?
            .execute([event.seq])?;
        for change in &event.changes {
            transaction
                .prepare_cached("INSERT OR IGNORE INTO ledger_subject (record, id, seq) VALUES (?1, ?2, ?3)")?
                .execute(params![change.record.name(), change.id, event.seq])?;
            record::restore(&transaction, change.record, &change.id, change.after.as_ref())?;
        }
        Ok(transaction.commit()?)
    }

    /// Returns the database as it stands after the last entry that was followed.
    pub(crate) fn database(&self) -> &Connection {
        &self.conn
    }
}
