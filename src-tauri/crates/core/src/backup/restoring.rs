//! From a backup back to a workspace.

use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{Passphrase, Progress};
use jiff::Timestamp;

use super::error::BackupError;
use super::form;
use super::opened::{Backup, verify};
use super::scratch::Scratch;
use crate::workspace::{OpenError, Workspace, sync_folder};

/// Makes a workspace out of a backup, in a folder that is empty or does not exist.
///
/// It is unpacked beside that folder, verified as a workspace, and only then gets the folder's name.
///
/// # Errors
/// [`BackupError`]; the folder is then as it was.
pub fn restore(
    file: &Path,
    passphrase: Option<&Passphrase>,
    folder: &Path,
    at: Timestamp,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), BackupError> {
    let folder = std::path::absolute(folder).map_err(|error| BackupError::files(folder, &error))?;
    let above = free(&folder)?;
    let mut backup = Backup::open(file, passphrase, &mut |now| progress(part(now, 0)))?;
    let _made = Made::above(above).map_err(|error| BackupError::files(above, &error))?;
    let begun = Scratch::within(above).map_err(|error| BackupError::files(above, &error))?;
    // In a folder of its own, which then has the permissions that any new folder has.
    let unpacked = begun.path().join("workspace");
    fs::create_dir(&unpacked).map_err(|error| BackupError::files(&unpacked, &error))?;
    backup.bag.unpack(&unpacked, &mut |now| progress(part(now, 1)))?;
    backup.check_database(&unpacked.join(form::DATABASE))?;
    let head = unpacked.join(form::HEAD);
    if head.exists() {
        fs::remove_file(&head).map_err(|error| BackupError::files(&head, &error))?;
    }
    protect(&unpacked.join("vault"))?;
    verify(&unpacked, &backup.left_out, at, progress)?;
    put(&unpacked, &folder)?;
    sync_folder(above).map_err(|error| BackupError::files(above, &error))
}

/// Returns the progress of one of the two halves.
fn part(now: Progress, half: u64) -> Progress {
    Progress { done: now.done + half * now.total, total: now.total * 2 }
}

/// Folders that had to be made, the innermost first. Those in which nothing stands at the end go again.
struct Made<'a>(Vec<&'a Path>);

impl<'a> Made<'a> {
    /// Makes a folder, and those above it.
    fn above(folder: &'a Path) -> io::Result<Self> {
        let made = Self(folder.ancestors().take_while(|folder| !folder.exists()).collect());
        fs::create_dir_all(folder)?;
        Ok(made)
    }
}

impl Drop for Made<'_> {
    fn drop(&mut self) {
        // The first that holds something is in the others.
        let _ = self.0.iter().try_for_each(fs::remove_dir);
    }
}

/// Checks that a workspace can be made in a folder, and returns the folder above it.
fn free(folder: &Path) -> Result<&Path, BackupError> {
    match fs::symlink_metadata(folder) {
        Ok(about) if !about.is_dir() => return Err(OpenError::NotAFolder(folder.into()).into()),
        Ok(_) => {
            let mut entries = fs::read_dir(folder).map_err(|error| BackupError::files(folder, &error))?;
            if Workspace::holding(folder) == Some(folder) {
                return Err(OpenError::AlreadyAWorkspace(folder.into()).into());
            }
            if entries.next().is_some() {
                return Err(OpenError::NotEmpty(folder.into()).into());
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(BackupError::files(folder, &error)),
    }
    folder.parent().ok_or_else(|| OpenError::NotEmpty(folder.into()).into())
}

/// Makes the files of the vault read-only, as the vault does.
fn protect(vault: &Path) -> Result<(), BackupError> {
    let Ok(shelves) = fs::read_dir(vault) else { return Ok(()) };
    for shelf in shelves.flatten() {
        for file in fs::read_dir(shelf.path()).into_iter().flatten().flatten() {
            let protected = file.metadata().and_then(|about| {
                let mut permissions = about.permissions();
                permissions.set_readonly(true);
                fs::set_permissions(file.path(), permissions)
            });
            protected.map_err(|error| BackupError::files(file.path(), &error))?;
        }
    }
    Ok(())
}

/// Gives what was unpacked its name.
fn put(unpacked: &Path, folder: &Path) -> Result<(), BackupError> {
    let failed = |error: std::io::Error| BackupError::files(folder, &error);
    if folder.exists() {
        // Only an empty one goes.
        fs::remove_dir(folder).map_err(failed)?;
    }
    fs::rename(unpacked, folder).map_err(failed)
}
