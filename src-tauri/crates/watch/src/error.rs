//! Why a folder could not be looked through, in the user's words.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::shown::shown;

/// Why a watched folder could not be looked through. Nothing is known about what is in it now.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// There is nothing at that place.
    #[error("The folder {} is not there", shown(.0))]
    NotThere(PathBuf),
    /// It is a file, or something else.
    #[error("{} is not a folder", shown(.0))]
    NotAFolder(PathBuf),
    /// It can't be read.
    #[error("The folder {} cannot be read", shown(.0))]
    NotAllowed(PathBuf),
    /// A folder stands there, on another disk or empty in place of the one that was watched.
    #[error("{} is there, but it is not the folder that was watched", shown(.0))]
    AnotherDisk(PathBuf),
    /// It lies in a folder that the caller leaves out.
    #[error("{} is in a folder that is left out, so there is nothing to watch in it", shown(.0))]
    LeftOut(PathBuf),
    /// It went away while it was looked through.
    #[error("The folder {} went away while it was looked through", shown(.0))]
    WentAway(PathBuf),
    /// Anything else, such as a share that does not answer.
    #[error("The folder {} could not be looked through ({why})", shown(.root))]
    Failed {
        /// The folder.
        root: PathBuf,
        /// What the system says.
        why: String,
    },
    /// Whoever hears of the progress asked to stop.
    #[error("Looking through the folder was stopped")]
    Stopped,
}

impl ScanError {
    /// Returns what to do next, where there is something to do.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotThere(_) | Self::WentAway(_) => Some(
                "Connect the drive or the network share it is on. If the folder was moved, watch it at its new place.",
            ),
            Self::NotAFolder(_) => Some("Choose the folder that the file is in."),
            Self::NotAllowed(_) => Some("Ask for permission to read the folder."),
            Self::AnotherDisk(_) => Some(
                "Connect the drive that was there before. If this is the right folder, stop watching it and watch it again.",
            ),
            Self::LeftOut(_) => Some("Choose a folder outside it."),
            Self::Failed { .. } => {
                Some("Check that the drive or the network share is connected, and try again.")
            }
            Self::Stopped => None,
        }
    }

    pub(crate) fn from_system(root: &Path, error: &io::Error) -> Self {
        let path = root.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound => Self::NotThere(path),
            // It, or a part of the way to it, is a file.
            ErrorKind::NotADirectory => Self::NotAFolder(path),
            ErrorKind::PermissionDenied => Self::NotAllowed(path),
            _ => Self::Failed { root: path, why: error.to_string() },
        }
    }
}
