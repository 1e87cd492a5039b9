//! Why there is no backup, or no workspace out of one.

use std::path::PathBuf;

use annexe_bag::{BagError, FileError, SealError};
use annexe_vault::{AddError, VaultError};

use crate::explain::Explain;
use crate::workspace::{OpenError, StoreError, VerifyError, WriteError};

/// Why there is no backup, or no workspace out of one. Whatever was there before still is.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file could not be written, read, or believed.
    #[error(transparent)]
    Bag(#[from] BagError),
    /// A later Annexe wrote it.
    #[error("This backup was written by a newer Annexe (its format is {0})")]
    Newer(String),
    /// It is whole, and not a backup of Annexe.
    #[error("This is not a backup of Annexe: {0}")]
    NotABackup(&'static str),
    /// Its database holds what Annexe never put there.
    #[error("The database in this backup was not made by Annexe ({0})")]
    ForeignDatabase(String),
    /// Its database speaks of files that it does not hold.
    #[error("The backup lacks {missing} of the files that its database speaks of, such as {example}")]
    Incomplete {
        /// How many.
        missing: usize,
        /// One of them, by its SHA-256.
        example: String,
    },
    /// It is whole, and what it holds contradicts itself.
    #[error("The workspace in this backup does not verify: {0}")]
    DoesNotVerify(String),
    /// The workspace could not be opened or made.
    #[error(transparent)]
    Workspace(#[from] OpenError),
    /// The database could not be copied or read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The files of the workspace could not be read.
    #[error(transparent)]
    Vault(VaultError),
    /// A file or folder could not be written.
    #[error("{} could not be written ({why})", .path.display())]
    Files {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// No file of the evidence needs what was offered.
    #[error("This file restores nothing: no damaged or missing file of the evidence has its SHA-256")]
    NothingToHeal,
    /// The user stopped it.
    #[error("The work was stopped")]
    Stopped,
}

impl BackupError {
    pub(super) fn files(path: impl Into<PathBuf>, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                StoreError::DiskFull.into()
            }
            _ => Self::Files { path: path.into(), why: error.to_string() },
        }
    }
}

impl From<VaultError> for BackupError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Stopped => Self::Stopped,
            VaultError::DiskFull(_) => StoreError::DiskFull.into(),
            other => Self::Vault(other),
        }
    }
}

impl From<AddError> for BackupError {
    fn from(error: AddError) -> Self {
        match error {
            AddError::Stopped => Self::Stopped,
            AddError::DiskFull(_) => StoreError::DiskFull.into(),
            AddError::Vault(error) => error.into(),
            other => Self::Files { path: PathBuf::new(), why: other.to_string() },
        }
    }
}

impl From<VerifyError> for BackupError {
    fn from(error: VerifyError) -> Self {
        match error {
            VerifyError::Stopped => Self::Stopped,
            VerifyError::Store(error) => error.into(),
        }
    }
}

impl Explain for BackupError {
    fn code(&self) -> &'static str {
        match self {
            Self::Bag(error) => bag_code(error),
            Self::Newer(_) => "backup-newer",
            Self::NotABackup(_) => "not-a-backup",
            Self::ForeignDatabase(_) => "backup-foreign",
            Self::Incomplete { .. } | Self::DoesNotVerify(_) => "backup-damaged",
            Self::Workspace(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Write(error) => error.code(),
            Self::Vault(_) => "vault-failed",
            Self::Files { .. } => "file-not-written",
            Self::NothingToHeal => "nothing-to-restore",
            Self::Stopped => "stopped",
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Bag(error) => bag_hint(error)?,
            Self::Newer(_) => "Install the newest Annexe to restore it.",
            Self::NotABackup(_) => "Choose a file that Annexe wrote as a backup.",
            Self::ForeignDatabase(_) => "Do not trust this file. Restore another backup.",
            Self::Incomplete { .. } | Self::DoesNotVerify(_) => "Restore another backup.",
            Self::Workspace(error) => return error.hint(),
            Self::Store(error) => return error.hint(),
            Self::Write(error) => return error.hint(),
            Self::Vault(_) => "Check that the drive is connected and try again.",
            Self::Files { .. } => "Check that the drive is connected and that you may write there.",
            Self::NothingToHeal => {
                "Run the check of the workspace to see which files are damaged or missing."
            }
            Self::Stopped => return None,
        };
        Some(hint.into())
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Bag(BagError::Seal(_)) => Some("passphrase"),
            Self::Bag(_)
            | Self::Newer(_)
            | Self::NotABackup(_)
            | Self::ForeignDatabase(_)
            | Self::Incomplete { .. }
            | Self::DoesNotVerify(_)
            | Self::NothingToHeal => Some("file"),
            Self::Workspace(error) => error.field(),
            Self::Store(_) | Self::Write(_) | Self::Vault(_) | Self::Files { .. } | Self::Stopped => None,
        }
    }
}

fn bag_code(error: &BagError) -> &'static str {
    match error {
        BagError::File(error) => match error {
            FileError::NoName | FileError::IsAFolder(_) | FileError::NotAFile(_) => "not-a-file-name",
            FileError::NoFolder(_) => "no-such-folder",
            FileError::NotEmpty(_) => "folder-not-empty",
            FileError::Exists(_) => "file-exists",
            FileError::NotAllowed(_) => "file-not-writable",
            FileError::DiskFull(_) => "disk-full",
            FileError::NotFound(_) => "no-such-file",
            FileError::NotRead { .. } => "file-not-readable",
            FileError::NotWritten { .. } => "file-not-written",
        },
        BagError::Contents(_) => "backup-not-written",
        BagError::Source(_) => "evidence-damaged",
        BagError::Seal(SealError::PassphraseNeeded) => "passphrase-needed",
        BagError::Seal(SealError::WrongPassphrase) => "wrong-passphrase",
        BagError::Seal(_) => "backup-sealed",
        BagError::Refused(_) => "not-a-backup",
        BagError::Damaged(_) => "backup-damaged",
        BagError::NotAsWritten(_) => "backup-not-written",
        BagError::Stopped => "stopped",
    }
}

fn bag_hint(error: &BagError) -> Option<&'static str> {
    Some(match error {
        BagError::File(error) => match error {
            FileError::NoName | FileError::IsAFolder(_) | FileError::NotAFile(_) => {
                "Name a file, such as backup.zip in that folder."
            }
            FileError::NoFolder(_) => "Make the folder first, or choose another.",
            FileError::NotEmpty(_) => "Choose an empty folder, or a name that does not exist yet.",
            FileError::Exists(_) => "Choose another name, or allow it to be replaced.",
            FileError::NotAllowed(_) => "Choose a folder where you may write.",
            FileError::DiskFull(_) => "Make room on the disk, or choose another one.",
            FileError::NotFound(_) => "Check the name, and that the drive it is on is connected.",
            FileError::NotRead { .. } | FileError::NotWritten { .. } => {
                "Check that the drive is connected and try again."
            }
        },
        BagError::Contents(_) | BagError::NotAsWritten(_) => "Try again, or choose another drive.",
        BagError::Source(_) => "Run the check of the workspace, and try again.",
        BagError::Seal(SealError::PassphraseNeeded) => "Give the passphrase that it was sealed with.",
        BagError::Seal(SealError::WrongPassphrase) => "Type it again; capital letters and spaces count.",
        BagError::Seal(_) => "Open it with the tool that sealed it, and restore what is inside.",
        BagError::Refused(_) => "Choose a file that Annexe wrote as a backup, unchanged.",
        BagError::Damaged(_) => "Fetch it again from where it was kept, or restore another backup.",
        BagError::Stopped => return None,
    })
}
