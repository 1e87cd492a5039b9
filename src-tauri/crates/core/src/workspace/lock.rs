//! One process writes at a time: an operating system's lock on `annexe.lock`, which ends with the process.
//!
//! Who holds it stands beside it in `annexe.holder`, because a locked file cannot be read everywhere.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::OpenError;

const LOCK: &str = "annexe.lock";
const HOLDER: &str = "annexe.holder";

/// Every file that a lock leaves in a folder.
pub(super) const FILES: [&str; 2] = [LOCK, HOLDER];

/// The process that holds a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The program by its file name; empty where it is not known.
    pub program: String,
    /// Its number; 0 where it is not known.
    pub process: u32,
    /// Since when, in UTC (RFC 3339).
    pub since: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.process == 0 {
            return f.write_str("Another process");
        }
        write!(
            f,
            "{} (process {}, since {})",
            crate::text::shown(&self.program),
            self.process,
            crate::text::shown(&self.since)
        )
    }
}

/// The right to write, for as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    holder: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock of a folder.
    pub(super) fn take(folder: &Path, at: jiff::Timestamp) -> Result<Self, OpenError> {
        let path = folder.join(LOCK);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|error| refused(folder, &path, &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::Held { holder: holder(folder) }),
            Err(TryLockError::Error(error)) => return Err(OpenError::Files { path, why: error.to_string() }),
        }
        let lock = Self { holder: folder.join(HOLDER), file };
        lock.sign(at).map_err(|error| refused(folder, &lock.holder, &error))?;
        Ok(lock)
    }

    fn sign(&self, at: jiff::Timestamp) -> std::io::Result<()> {
        let program = std::env::current_exe().ok();
        let program =
            program.as_deref().and_then(Path::file_stem).unwrap_or_default().to_string_lossy().into_owned();
        let holder = Holder { program, process: std::process::id(), since: format!("{at:.0}") };
        File::create(&self.holder)?.write_all(serde_json::to_string(&holder)?.as_bytes())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Both only tidy up: the lock itself ends with the file.
        let _ = std::fs::remove_file(&self.holder);
        let _ = self.file.unlock();
    }
}

fn holder(folder: &Path) -> Holder {
    let text = std::fs::read_to_string(folder.join(HOLDER)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Returns what it means that a file of a workspace could not be written.
pub(super) fn refused(folder: &Path, path: &Path, error: &std::io::Error) -> OpenError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => OpenError::ReadOnly(folder.into()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => super::StoreError::DiskFull.into(),
        _ => OpenError::Files { path: path.into(), why: error.to_string() },
    }
}
