//! What can go wrong, in the user's words.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::digest::Digest;
use crate::shown::{shown_name, shown_path};

/// Why the vault could not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is nothing at that place.
    #[error("There is no vault at {}", shown_path(.0))]
    NoVault(PathBuf),
    /// A file, a link or something else stands where a folder of the vault must be.
    #[error("{} is not a folder of its own, so it is not used", shown_path(.0))]
    NotAFolder(PathBuf),
    /// Something that is no file stands where a file of the vault must be.
    #[error("What stands in the vault as {0} is not an ordinary file")]
    NotAFile(Digest),
    /// The vault has no such file.
    #[error("The vault has no file {0}")]
    Missing(Digest),
    /// It can't be read or written there.
    #[error("{} cannot be read or written", shown_path(.0))]
    NotAllowed(PathBuf),
    /// No room is left on the vault's disk.
    #[error("The disk that holds {} is full", shown_path(.0))]
    DiskFull(PathBuf),
    /// Anything else.
    #[error("{} could not be read or written ({why})", shown_path(.path))]
    Failed {
        /// The file or the folder.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// Whoever hears of the progress asked to stop.
    #[error("This was stopped")]
    Stopped,
}

impl VaultError {
    pub(crate) fn from_system(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed(path.into()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path.into()),
            ErrorKind::NotADirectory => Self::NotAFolder(path.into()),
            _ if crate::folder::is_link(error) => Self::NotAFolder(path.into()),
            _ => Self::Failed { path: path.into(), why: error.to_string() },
        }
    }
}

/// Why a file was not added. The vault is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddError {
    /// There is no such file.
    #[error("There is no file {}", shown_name(.0))]
    NotFound(PathBuf),
    /// It is a folder.
    #[error("{} is a folder; expected a file", shown_name(.0))]
    IsAFolder(PathBuf),
    /// It is a device, a pipe or a socket.
    #[error("{} is not an ordinary file", shown_name(.0))]
    NotAFile(PathBuf),
    /// It is a link, and links were not to be followed.
    #[error("{} is a link, and links are not followed here", shown_name(.0))]
    IsALink(PathBuf),
    /// Its path leads out of the folder it must be in, by `..`, from the root, or by a link.
    #[error("The path to {} leads out of its folder", shown_name(.0))]
    LeadsOut(PathBuf),
    /// It can't be read.
    #[error("{} cannot be opened: you may not read it, or another program holds it", shown_name(.0))]
    NotAllowed(PathBuf),
    /// Its bytes, size or time changed between the first byte read and the last.
    #[error("{} changed while it was read", shown_name(.0))]
    ChangedWhileRead(PathBuf),
    /// Reading it failed.
    #[error("{} could not be read ({why})", shown_name(.path))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// No room is left on the vault's disk.
    #[error("The disk that holds {} is full", shown_path(.0))]
    DiskFull(PathBuf),
    /// The vault could not take it.
    #[error(transparent)]
    Vault(VaultError),
    /// Whoever hears of the progress asked to stop.
    #[error("Adding was stopped")]
    Stopped,
}

impl AddError {
    pub(crate) fn from_reading(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            // A component of the path that is a file: there is nothing beneath it.
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NotFound(path),
            ErrorKind::PermissionDenied => Self::NotAllowed(path),
            ErrorKind::IsADirectory => Self::IsAFolder(path),
            _ => Self::Unreadable { path, why: error.to_string() },
        }
    }
}

impl From<VaultError> for AddError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::DiskFull(path) => Self::DiskFull(path),
            VaultError::Stopped => Self::Stopped,
            VaultError::NoVault(_)
            | VaultError::NotAFolder(_)
            | VaultError::NotAFile(_)
            | VaultError::Missing(_)
            | VaultError::NotAllowed(_)
            | VaultError::Failed { .. } => Self::Vault(error),
        }
    }
}
