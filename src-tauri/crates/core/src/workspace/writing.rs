//! The one door for writes: a transaction that changes records and appends to the ledger, or does neither.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rusqlite::{Transaction, TransactionBehavior};

use super::error::{StoreError, WriteError};
use super::{Stamp, Workspace, locked};
use crate::ledger::store::Direction;
use crate::ledger::{Change, Entry, Lasting, store, undo};
use crate::numbered;
use crate::record::{self, Record, RecordKind};

/// A transaction under way, in which areas change their records.
#[derive(Debug)]
pub struct Tx<'a> {
    transaction: Transaction<'a>,
    changes: Vec<Change>,
    /// The highest number that was given to each kind of record before, as far as somebody asked.
    given: RefCell<BTreeMap<RecordKind, u32>>,
    direction: Direction,
    /// When it is done, and by whom.
    pub stamp: &'a Stamp,
}

impl Workspace {
    /// Runs an operation in one transaction and appends what it changed to the ledger in that same transaction.
    ///
    /// It is on the disk when this returns. An operation that changes nothing leaves no entry.
    ///
    /// # Errors
    /// What the operation says, or a [`WriteError`]; nothing was changed then.
    pub fn write<T, E: From<WriteError>>(
        &self,
        stamp: &Stamp,
        operation: &str,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.enter(stamp, operation, run).map(|(value, _)| value)
    }

    /// Takes back what was last done, and returns the entry that says so; nothing where there is nothing.
    ///
    /// # Errors
    /// A [`WriteError`]; nothing was changed then.
    pub fn undo(&self, stamp: &Stamp) -> Result<Option<Entry>, WriteError> {
        self.step(stamp, "history.undo", |tx| {
            let Some(event) = undo::next_undo(&tx.transaction)? else { return Ok(()) };
            tx.direction = Direction::Undoes(event.seq);
            tx.replay(event.changes.iter().rev().map(Change::reversed).collect())
        })
    }

    /// Does again what was last taken back, and returns the entry that says so; nothing where there is nothing.
    ///
    /// # Errors
    /// A [`WriteError`]; nothing was changed then.
    pub fn redo(&self, stamp: &Stamp) -> Result<Option<Entry>, WriteError> {
        self.step(stamp, "history.redo", |tx| {
            let Some(event) = undo::next_redo(&tx.transaction)? else { return Ok(()) };
            tx.direction = Direction::Redoes(event.seq);
            tx.replay(event.changes)
        })
    }

    fn step(
        &self,
        stamp: &Stamp,
        operation: &str,
        run: impl FnOnce(&mut Tx<'_>) -> Result<(), WriteError>,
    ) -> Result<Option<Entry>, WriteError> {
        self.enter(stamp, operation, run).map(|((), entry)| entry)
    }

    fn enter<T, E: From<WriteError>>(
        &self,
        stamp: &Stamp,
        operation: &str,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Option<Entry>), E> {
        let writer = self.writer.as_ref().ok_or(WriteError::ReadingOnly)?;
        let mut conn = locked(&writer.connection);
        let transaction = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| WriteError::from(StoreError::from(error)))?;
        let mut tx = Tx::begin(transaction, stamp);
        let value = run(&mut tx)?;
        let entry = tx.finish(operation).map_err(WriteError::from)?;
        Ok((value, entry))
    }
}

impl<'a> Tx<'a> {
    pub(super) fn begin(transaction: Transaction<'a>, stamp: &'a Stamp) -> Self {
        let given = RefCell::default();
        Self { transaction, changes: Vec::new(), given, direction: Direction::Onward, stamp }
    }
}

impl Tx<'_> {
    /// Returns the record under a key.
    pub(crate) fn get<R: Record>(&self, key: &str) -> Result<Option<R>, StoreError> {
        R::load(&self.transaction, key)
    }

    /// Writes a record in place of what stood under its key.
    pub(crate) fn put<R: Record>(&mut self, record: &R) -> Result<(), StoreError> {
        let key = record.key();
        let before = R::load(&self.transaction, &key)?;
        if before.as_ref() == Some(record) {
            return Ok(());
        }
        record.save(&self.transaction)?;
        let before = before.as_ref().map(record::to_image).transpose()?;
        let after = Some(record::to_image(record)?);
        self.changes.push(Change { record: R::KIND, id: key, before, after });
        Ok(())
    }

    /// Deletes the record under a key, where there is one.
    pub(crate) fn remove<R: Record>(&mut self, key: &str) -> Result<(), StoreError> {
        let Some(before) = R::load(&self.transaction, key)? else { return Ok(()) };
        R::delete(&self.transaction, key)?;
        let before = Some(record::to_image(&before)?);
        self.changes.push(Change { record: R::KIND, id: key.into(), before, after: None });
        Ok(())
    }

    /// Returns the highest number that was ever given to a kind of record, before or in this transaction; 0 where none
    /// was.
    pub(crate) fn given(&self, kind: RecordKind) -> Result<u32, StoreError> {
        let here = self.changes.iter().filter(|change| change.record == kind);
        let highest = here.filter_map(|change| numbered::number(&change.id)).max().unwrap_or(0);
        let known = self.given.borrow().get(&kind).copied();
        let before = known.map_or_else(|| numbered::given(&self.transaction, kind), Ok)?;
        self.given.borrow_mut().insert(kind, before);
        Ok(before.max(highest))
    }

    /// Says that undo never takes back what this transaction does, and why.
    pub(crate) fn lasts(&mut self, lasting: Lasting) {
        self.direction = Direction::Lasting(lasting);
    }

    /// Returns the connection, for an area's reads inside the transaction.
    pub(crate) fn reading(&self) -> &rusqlite::Connection {
        &self.transaction
    }

    /// Makes changes that the ledger holds; each must begin where the records are.
    fn replay(&mut self, changes: Vec<Change>) -> Result<(), WriteError> {
        for change in &changes {
            let now = record::image(&self.transaction, change.record, &change.id)?;
            let expected =
                change.before.as_ref().map(|image| record::renewed(change.record, image)).transpose()?;
            if now != expected {
                let found = format!("{} {} is not as the ledger says", change.record.name(), change.id);
                return Err(StoreError::Unreadable(found).into());
            }
            record::restore(&self.transaction, change.record, &change.id, change.after.as_ref())?;
        }
        self.changes = changes;
        Ok(())
    }

    fn finish(self, operation: &str) -> Result<Option<Entry>, StoreError> {
        if self.changes.is_empty() {
            return Ok(None);
        }
        let entry = store::append(&self.transaction, self.stamp, operation, self.changes, self.direction)?;
        self.transaction.commit()?;
        Ok(Some(entry))
    }
}
