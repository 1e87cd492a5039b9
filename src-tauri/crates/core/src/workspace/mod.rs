//! A workspace: one folder that a person can copy, move and back up, for one organisation.
//!
//! `annexe.db` holds the records and the ledger, `vault/` the files of the evidence, `search.db` what can be made
//! anew from both, `annexe.db.sha256` what `annexe.db` was when it was last closed. One process writes at a time; any number may read.
//! [`Workspace::write`] is the only door through which anything changes.

mod error;
mod folder;
mod founding;
mod imprint;
mod lock;
mod reading;
mod rehearsal;
mod replay;
mod schema;
mod tables;
mod vault;
mod verify;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use annexe_vault::Vault;
use jiff::Timestamp;
use rusqlite::Connection;

use crate::evidence::Index;
use crate::readiness::Timeline;
use crate::watched::{Listening, Sights};

pub use error::{OpenError, StoreError, WriteError};
pub(crate) use folder::{connect_to_read, sync_folder};
pub(crate) use founding::is_sample;
pub use founding::{Foundation, Founding};
pub use lock::Holder;
pub(crate) use replay::Replay;
pub(crate) use verify::examine_foreign;
pub use verify::{Check, DamagedFile, DamagedPiece, Extent, FileCondition, Verification, VerifyError};
pub use writing::Tx;

use lock::Lock;

/// When something is done, and by whom. Both come in from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The moment.
    pub at: Timestamp,
    /// Who does it, as the system names them.
    pub actor: String,
}

/// For what a workspace is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It can be written to, and no other process can.
    Write,
    /// It can be read.
    Read,
}

/// An open workspace.
#[derive(Debug)]
pub struct Workspace {
    folder: PathBuf,
    /// Closed before the writer, which is then the last: only the last moves the log into the database.
    readers: Mutex<Vec<Connection>>,
    writer: Option<Writer>,
    vault: Option<Vault>,
    /// Held for reading by who adds files and refers to them, for writing by who clears files out.
    gate: RwLock<()>,
    index: Mutex<Option<Index>>,
    sights: Mutex<Sights>,
    timeline: Mutex<Timeline>,
    listening: Listening,
}

#[derive(Debug)]
struct Writer {
    connection: Mutex<Connection>,
    _lock: Lock,
}

impl Workspace {
    /// Returns the folder in which it stands.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns whether it can be written to.
    #[must_use]
    pub fn can_write(&self) -> bool {
        self.writer.is_some()
    }

    /// Returns how far readiness was followed through the ledger.
    pub(crate) fn timeline(&self) -> MutexGuard<'_, Timeline> {
        locked(&self.timeline)
    }

    /// Returns the folder of the workspace that holds a folder: itself, or the nearest one above it.
    #[must_use]
    pub fn holding(folder: &Path) -> Option<&Path> {
        folder.ancestors().find(|folder| folder.join(folder::DATABASE).is_file())
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        if self.can_write() {
            // Where it fails, that a later check sees less is all that comes of it.
            let _ = imprint::renew(&self.folder);
        }
    }
}

/// Returns the value behind a mutex; every transaction is whole or not at all, so a panic leaves no half state.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
pub(crate) mod tests;
