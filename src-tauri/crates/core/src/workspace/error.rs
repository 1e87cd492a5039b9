//! What can go wrong with the folder and the database of a workspace.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use super::lock::Holder;
use crate::Explain;

/// What went wrong while the database was read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No room is left.
    #[error("The disk is full; nothing was changed")]
    DiskFull,
    /// The database does not read as it was written.
    #[error("The database of this workspace is damaged ({0})")]
    Damaged(String),
    /// A row holds what this program does not understand.
    #[error("The database holds something that Annexe cannot read: {0}")]
    Unreadable(String),
    /// The folder or the file can't be written to.
    #[error("This workspace cannot be written to")]
    ReadOnly,
    /// The disk failed.
    #[error("The disk could not be read or written ({0})")]
    Disk(String),
    /// Anything else that SQLite says.
    #[error("The database refused the operation ({0})")]
    Refused(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let said = error.to_string();
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // No room for what readers and writers share in memory, which SQLite calls a failure of the disk.
            Some(ErrorCode::SystemIoFailure) if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => {
                Self::DiskFull
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(said),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Disk(said),
            Some(_) => Self::Refused(said),
            None => Self::Unreadable(said),
        }
    }
}

impl Explain for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::DiskFull => "disk-full",
            Self::Damaged(_) | Self::Unreadable(_) => "workspace-damaged",
            Self::ReadOnly => "workspace-read-only",
            Self::Disk(_) => "disk-failed",
            Self::Refused(_) => "database-refused",
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::DiskFull => "Make room on the disk and try again.",
                Self::Damaged(_) | Self::Unreadable(_) => {
                    "Run the check of the workspace to see what is affected, and take up a backup."
                }
                Self::ReadOnly => "Copy the folder to a place where you may write, and open the copy.",
                Self::Disk(_) => "Check that the drive is connected and try again.",
                Self::Refused(_) => "Try again. If it stays, run the check of the workspace.",
            }
            .into(),
        )
    }
}

/// Why a workspace can't be opened or made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such folder.
    #[error("There is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// It is a file.
    #[error("{} is a file; a workspace is a folder", .0.display())]
    NotAFolder(PathBuf),
    /// Nothing of Annexe is in the folder.
    #[error("{} is not a workspace: it holds no annexe.db", .0.display())]
    NotAWorkspace(PathBuf),
    /// Its annexe.db is something else.
    #[error("{} is not a workspace: its annexe.db was not written by Annexe", .0.display())]
    NotOurDatabase(PathBuf),
    /// A later Annexe wrote it.
    #[error(
        "This workspace was written by a newer Annexe (its database has version {found}, this Annexe knows {known})"
    )]
    Newer {
        /// The version of the database.
        found: i32,
        /// The latest that this program knows.
        known: i32,
    },
    /// Another process holds it.
    #[error("{holder} holds this workspace; only one can write at a time")]
    Held {
        /// Who holds it.
        holder: Holder,
    },
    /// The folder can't be written to.
    #[error("The folder {} cannot be written to", .0.display())]
    ReadOnly(PathBuf),
    /// There is something where the new workspace should be.
    #[error("The folder {} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// There is a workspace where the new one should be.
    #[error("{} is a workspace already", .0.display())]
    AlreadyAWorkspace(PathBuf),
    /// The file system refused.
    #[error("{}: {why}", .path.display())]
    Files {
        /// What was to be read or written.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// The database could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<WriteError> for OpenError {
    fn from(error: WriteError) -> Self {
        Self::Store(match error {
            WriteError::Store(error) => error,
            // Nobody else works in a workspace that is being made.
            WriteError::ReadingOnly | WriteError::AtWork => StoreError::ReadOnly,
        })
    }
}

impl Explain for OpenError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoFolder(_) | Self::NotAFolder(_) => "no-such-folder",
            Self::NotAWorkspace(_) | Self::NotOurDatabase(_) => "not-a-workspace",
            Self::Newer { .. } => "workspace-newer",
            Self::Held { .. } => "workspace-held",
            Self::ReadOnly(_) => "workspace-read-only",
            Self::NotEmpty(_) | Self::AlreadyAWorkspace(_) => "folder-not-empty",
            Self::Files { .. } => "disk-failed",
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::NoFolder(_) => "Check the path, and that the drive it is on is connected.",
                Self::NotAFolder(_) => "Choose the folder that holds annexe.db.",
                Self::NotAWorkspace(_) => {
                    "Choose the folder that holds annexe.db, or start a new workspace in an empty folder."
                }
                Self::NotOurDatabase(_) => "Choose another folder. This one was left as it is.",
                Self::Newer { .. } => "Install the newest Annexe to open it. It was left as it is.",
                Self::Held { .. } => "Close the workspace there, then try again.",
                Self::ReadOnly(_) => "Ask for the right to write there, or copy it to a place of your own.",
                Self::NotEmpty(_) => "Choose an empty folder, or a name that does not exist yet.",
                Self::AlreadyAWorkspace(_) => "Open it, or choose another folder for the new one.",
                Self::Files { .. } => "Check that the drive is connected and that you may write there.",
                Self::Store(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        Some("folder")
    }
}

/// Why a change to a workspace did not happen.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It is open for reading alone.
    #[error("This workspace is open for reading only")]
    ReadingOnly,
    /// Its files are needed elsewhere.
    #[error("A backup, a check or an addition is under way")]
    AtWork,
    /// The database could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for WriteError {
    fn code(&self) -> &'static str {
        match self {
            Self::ReadingOnly => "workspace-read-only",
            Self::AtWork => "workspace-at-work",
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::ReadingOnly => Some("Close it where else it is open, then open it again here.".into()),
            Self::AtWork => Some("Try again when it has ended.".into()),
            Self::Store(error) => error.hint(),
        }
    }
}
