//! The database as it stands at one moment, copied while work goes on.

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::BackupError;
use super::scratch::Scratch;
use crate::workspace::{StoreError, Workspace};

/// Pages that are copied at a time.
const PAGES: i32 = 4_096;

/// A copy of a database, which goes when it is dropped.
pub(super) struct Snapshot {
    folder: Scratch,
    pub(super) conn: Connection,
}

impl Snapshot {
    /// Copies the database of a workspace: inside its folder where that can be written to, else where the system
    /// keeps what is temporary, for this user alone.
    pub(super) fn of(workspace: &Workspace, go_on: &mut dyn FnMut() -> bool) -> Result<Self, BackupError> {
        let above = if workspace.can_write() { workspace.folder().to_owned() } else { std::env::temp_dir() };
        let folder = Scratch::within(&above).map_err(|error| BackupError::files(above, &error))?;
        let mut copy = Connection::open(folder.path().join("annexe.db")).map_err(StoreError::from)?;
        let copied = workspace.read(|conn| copy_into(conn, &mut copy, go_on));
        copied?;
        // In this form the copy is one file, whoever opens it.
        let set: Result<(), rusqlite::Error> = copy.pragma_update(None, "journal_mode", "DELETE");
        set.map_err(StoreError::from)?;
        copy.pragma_update(None, "foreign_keys", true).map_err(StoreError::from)?;
        Ok(Self { folder, conn: copy })
    }

    /// Closes the copy and returns it as a file.
    pub(super) fn file(self) -> Result<(Scratch, PathBuf), BackupError> {
        let Self { folder, conn } = self;
        conn.close().map_err(|(_, error)| StoreError::from(error))?;
        let file = folder.path().join("annexe.db");
        Ok((folder, file))
    }
}

fn copy_into(
    conn: &Connection,
    copy: &mut Connection,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<(), BackupError> {
    let backup = Backup::new(conn, copy).map_err(StoreError::from)?;
    loop {
        if !go_on() {
            return Err(BackupError::Stopped);
        }
        match backup.step(PAGES).map_err(StoreError::from)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            // Another process writes; this one waits for its turn.
            _ => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}
