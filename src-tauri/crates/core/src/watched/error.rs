//! What can be wrong with a watched folder.

use std::path::PathBuf;

use annexe_watch::ScanError;

use crate::evidence::EvidenceError;
use crate::explain::Explain;
use crate::text::shown;
use crate::workspace::{StoreError, WriteError};

/// Why something was not done with a watched folder. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// Its path is no text.
    #[error("The path of the folder {} is not written in UTF-8", .0.display())]
    NotText(PathBuf),
    /// It is watched already, or a folder above or below it is.
    #[error("The folder {} is watched already, or is part of one that is", shown(.0))]
    Overlaps(String),
    /// It is the workspace, or in it.
    #[error("The folder belongs to the workspace itself")]
    OfTheWorkspace,
    /// It is not watched.
    #[error("The folder {} is not watched", shown(.0))]
    NotWatched(String),
    /// No file was named.
    #[error("No file is named")]
    NoFile,
    /// A file is not in the inbox, or no longer.
    #[error("{} is not in the inbox", shown(.0))]
    NotInInbox(String),
    /// It can't be looked through.
    #[error(transparent)]
    Scan(#[from] ScanError),
    /// A file could not be taken in.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for WatchError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for WatchError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotText(_) => "not-a-file-name",
            Self::Overlaps(_) => "folder-watched",
            Self::OfTheWorkspace => "folder-inside",
            Self::NotWatched(_) => "folder-not-watched",
            Self::NoFile => "no-file",
            Self::NotInInbox(_) => "not-in-inbox",
            Self::Scan(ScanError::Stopped) => "stopped",
            Self::Scan(ScanError::NotThere(_) | ScanError::NotAFolder(_)) => "no-such-folder",
            Self::Scan(_) => "folder-not-readable",
            Self::Evidence(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NotText(_) => "Give the folder another name, or choose the one above it.",
            Self::Overlaps(_) => "Choose another folder, or stop watching that one first.",
            Self::OfTheWorkspace => "Choose the folder in which the documents themselves are.",
            Self::NotWatched(_) => "The list of watched folders has those that are.",
            Self::NoFile => "Choose at least one file of the inbox.",
            Self::NotInInbox(_) => "Look through the folders again: it may have changed or gone.",
            Self::Scan(error) => return error.hint().map(Into::into),
            Self::Evidence(error) => return error.hint(),
            Self::Write(error) => return error.hint(),
        };
        Some(hint.into())
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotText(_)
            | Self::Overlaps(_)
            | Self::OfTheWorkspace
            | Self::NotWatched(_)
            | Self::Scan(_) => Some("folder"),
            Self::NoFile | Self::NotInInbox(_) => Some("files"),
            Self::Evidence(error) => error.field(),
            Self::Write(_) => None,
        }
    }
}
