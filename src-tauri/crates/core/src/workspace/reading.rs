//! Reading: each on a connection of its own, so that long reads and writes do not wait for each other.

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::folder;
use super::{Workspace, locked};
use crate::ledger::{Entry, Head, RecordKind, UndoState, store, undo};

impl Workspace {
    /// Runs a function on one state of the workspace, whatever is written meanwhile.
    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        run: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.reader()?;
        let transaction =
            conn.transaction_with_behavior(TransactionBehavior::Deferred).map_err(StoreError::from)?;
        let value = run(&transaction);
        transaction.finish().map_err(StoreError::from)?;
        locked(&self.readers).push(conn);
        value
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        if let Some(conn) = locked(&self.readers).pop() {
            return Ok(conn);
        }
        folder::connect_for_reading(&self.folder)
    }

    /// Returns its id, by which copies of it are known.
    ///
    /// # Errors
    /// [`StoreError`] where the database can't be read.
    pub fn id(&self) -> Result<uuid::Uuid, StoreError> {
        self.read(super::Founding::id_of)
    }

    /// Returns whether this is the sample company's.
    ///
    /// # Errors
    /// [`StoreError`] where the database can't be read.
    pub fn is_sample(&self) -> Result<bool, StoreError> {
        self.read(super::is_sample)
    }

    /// Returns entries of the ledger before a place in it, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] where the ledger can't be read.
    pub fn history(&self, before: Option<i64>, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.read(|conn| store::entries(conn, before, limit))
    }

    /// Returns the entries that speak of a record of one of some kinds, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] where the ledger can't be read.
    pub fn history_of(&self, kinds: &[RecordKind], id: &str) -> Result<Vec<Entry>, StoreError> {
        self.read(|conn| store::entries_of(conn, kinds, id))
    }

    /// Returns what undo and redo would do now.
    ///
    /// # Errors
    /// [`StoreError`] where the ledger can't be read.
    pub fn undo_state(&self) -> Result<UndoState, StoreError> {
        self.read(undo::state)
    }

    /// Returns the last entry of the ledger.
    ///
    /// # Errors
    /// [`StoreError`] where the ledger can't be read.
    pub fn head(&self) -> Result<Option<Head>, StoreError> {
        self.read(store::head)
    }
}
