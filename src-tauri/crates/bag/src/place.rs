//! The place that a file gets: another name beside it first, then its own.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::error::FileError;

/// How the names of files begin that are not finished.
pub const TEMPORARY: &str = ".annexe-bag-";
/// How they end.
const PART: &str = ".part";

/// The place that a file gets.
pub(crate) struct Place {
    path: PathBuf,
    folder: PathBuf,
    replace: bool,
}

impl Place {
    /// Checks that a file can stand there.
    pub(crate) fn at(path: &Path, replace: bool) -> Result<Self, FileError> {
        if path.as_os_str().is_empty() {
            return Err(FileError::NoName);
        }
        let failed = |error: std::io::Error| FileError::writing(path, &error);
        let mut path = std::path::absolute(path).map_err(failed)?;
        // Where a link leads to a file, that file is meant.
        if let Ok(real) = fs::canonicalize(&path) {
            let about = fs::metadata(&real).map_err(failed)?;
            if about.is_dir() {
                return Err(FileError::IsAFolder(path));
            } else if !about.is_file() {
                return Err(FileError::NotAFile(path));
            } else if !replace {
                return Err(FileError::Exists(path));
            } else if about.permissions().readonly() {
                return Err(FileError::NotAllowed(path));
            }
            path = real;
        }
        let (Some(folder), Some(_)) = (path.parent(), path.file_name()) else {
            return Err(FileError::IsAFolder(path));
        };
        if !folder.is_dir() {
            return Err(FileError::NoFolder(folder.into()));
        }
        let folder = folder.to_owned();
        Ok(Self { path, folder, replace })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Removes what a crash left beside the place, and refuses at once what the disk has no room for then.
    pub(crate) fn make_room(&self, bytes: u64) -> Result<(), FileError> {
        let _ = remove_unfinished(&self.folder);
        if has_room(&self.folder, bytes) { Ok(()) } else { Err(FileError::DiskFull(self.path.clone())) }
    }

    /// Makes a file beside the place, which only its owner may read, and which goes when it is dropped.
    pub(crate) fn begin(&self) -> Result<NamedTempFile, FileError> {
        loop {
            let file = Builder::new().prefix(TEMPORARY).suffix(PART).tempfile_in(&self.folder);
            let file = file.map_err(|error| FileError::writing(&self.path, &error))?;
            // The lock says that somebody is at work; until then another may take it for left behind. Where a disk
            // keeps no locks, nothing is.
            let is_taken = matches!(file.as_file().try_lock(), Err(TryLockError::WouldBlock));
            if !is_taken && file.path().exists() {
                return Ok(file);
            }
        }
    }

    /// Gives a synced file its name, and syncs the folder.
    pub(crate) fn finish(self, file: NamedTempFile) -> Result<PathBuf, FileError> {
        // Locked until it has its name, so that nobody takes it for left behind.
        let (_locked, file) = file.into_parts();
        let persisted =
            if self.replace { file.persist(&self.path) } else { file.persist_noclobber(&self.path) };
        persisted.map_err(|error| match error.error.kind() {
            ErrorKind::AlreadyExists => FileError::Exists(self.path.clone()),
            _ => FileError::writing(&self.path, &error.error),
        })?;
        if let Err(error) = sync_folder(&self.folder) {
            if !self.replace {
                // Nothing stood there, so nothing is to stand there.
                let _ = fs::remove_file(&self.path);
            }
            return Err(FileError::writing(&self.path, &error));
        }
        Ok(self.path)
    }
}

/// Puts the names in a folder on the disk; Windows keeps them in order by itself.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Puts a file on the disk and forgets what memory holds of it, so that reading it again reads the disk.
pub(crate) fn sync_and_forget(file: &File) -> std::io::Result<()> {
    file.sync_all()?;
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    Ok(())
}

/// Says whether a disk has room for some bytes, as far as it tells.
pub(crate) fn has_room(folder: &Path, bytes: u64) -> bool {
    #[cfg(unix)]
    if let Ok(disk) = rustix::fs::statvfs(folder) {
        return disk.f_bavail.saturating_mul(disk.f_frsize) >= bytes;
    }
    let _ = (folder, bytes);
    true
}

/// Removes the unfinished files that a crash left in a folder, and returns how many.
///
/// Those that are being written, in this or another process, stay: they are locked.
///
/// # Errors
/// A folder that can't be read. A file that can't be removed stays.
pub fn remove_unfinished(folder: &Path) -> Result<usize, FileError> {
    let entries = fs::read_dir(folder).map_err(|error| FileError::reading(folder, &error))?;
    let mut removed = 0;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file
            && name.starts_with(TEMPORARY)
            && name.ends_with(PART)
            && let Some(_locked) = left(&entry.path())
        {
            removed += usize::from(fs::remove_file(entry.path()).is_ok());
        }
    }
    Ok(removed)
}

/// Locks an unfinished file that nobody writes any more. It is to stay locked until it is removed, so that whoever has
/// just made it sees that.
fn left(path: &Path) -> Option<File> {
    // Opened for writing, without which a lock on a share is refused.
    let file = OpenOptions::new().write(true).open(path).ok()?;
    file.try_lock().is_ok().then_some(file)
}
