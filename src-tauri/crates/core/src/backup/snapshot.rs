//! The database as it stands at one moment, copied while work goes on.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::BackupError;
use crate::workspace::{StoreError, Workspace};

/// How the names of folders begin in which a copy is made. What a crash leaves of them is cleared away.
const BEGUN: &str = ".annexe-copy-";

/// Pages that are copied at a time.
const PAGES: i32 = 4_096;

/// A copy of a database, which goes when it is dropped.
pub(super) struct Snapshot {
    folder: tempfile::TempDir,
    pub(super) conn: Connection,
}

impl Snapshot {
    /// Copies the database of a workspace: inside its folder where that can be written to, else where the system
    /// keeps what is temporary, for this user alone.
    pub(super) fn of(workspace: &Workspace, go_on: &mut dyn FnMut() -> bool) -> Result<Self, BackupError> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(BEGUN);
        let made =
            if workspace.can_write() { builder.tempdir_in(workspace.folder()) } else { builder.tempdir() };
        let folder = made.map_err(|error| BackupError::files(workspace.folder(), &error))?;
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
    pub(super) fn file(self) -> Result<(tempfile::TempDir, std::path::PathBuf), BackupError> {
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

/// Clears away what a crash left of copies in the folder of a workspace.
pub(crate) fn clear_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(BEGUN));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            // It is in nobody's way; the next start tries again.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
