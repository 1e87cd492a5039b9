//! Why changes cannot be reported, in the user's words.

use std::io::{self, ErrorKind};

/// Why the system cannot report changes in a folder. None of it loses anything: a scan sees every change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Trouble {
    /// The limit on watched folders is reached (`fs.inotify.max_user_watches`).
    #[error("The system watches as many folders as it may")]
    TooManyFolders,
    /// The limit on watchers, or on what this program may hold open, is reached (`fs.inotify.max_user_instances`).
    #[error("The system watches folders for as many programs as it may")]
    TooManyWatchers,
    /// The folder is not there.
    #[error("The folder is not there")]
    Gone,
    /// The folder, or one in it, can't be read.
    #[error("The folder, or one in it, cannot be read")]
    NotAllowed,
    /// It is on a network share: the system does not report what other computers change there.
    #[error("The folder is on a network share, where the system does not report every change")]
    OnAShare,
    /// The system lost reports, because more changed at once than it keeps.
    #[error("More changed in the folder at once than the system can report")]
    Overflow,
    /// Anything else.
    #[error("The system cannot report changes in the folder ({0})")]
    Failed(String),
}

impl Trouble {
    /// Returns what to do next.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::TooManyFolders => {
                "The folder is looked through at intervals instead. To hear of changes at once, raise the limit \
                 fs.inotify.max_user_watches, for instance: sudo sysctl fs.inotify.max_user_watches=1048576"
            }
            Self::TooManyWatchers => {
                "The folder is looked through at intervals instead. To hear of changes at once, close other programs \
                 or raise the limit fs.inotify.max_user_instances, for instance: \
                 sudo sysctl fs.inotify.max_user_instances=1024"
            }
            Self::Gone => {
                "Connect the drive or the network share it is on. If the folder was moved, watch it at its new place."
            }
            Self::NotAllowed => {
                "Ask for permission to read it. What can be read is looked through at intervals."
            }
            Self::OnAShare => "The folder is looked through at intervals instead. Nothing needs to be done.",
            Self::Overflow => "Everything in the folder is looked through now. Nothing needs to be done.",
            Self::Failed(_) => "The folder is looked through at intervals instead.",
        }
    }

    pub(crate) fn of(error: &notify::Error) -> Self {
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::TooManyFolders,
            notify::ErrorKind::PathNotFound | notify::ErrorKind::WatchNotFound => Self::Gone,
            notify::ErrorKind::Io(error) => Self::from_system(error),
            notify::ErrorKind::Generic(why) => Self::Failed(why.clone()),
            notify::ErrorKind::InvalidConfig(_) => Self::Failed("it does not take its settings".into()),
        }
    }

    pub(crate) fn from_system(error: &io::Error) -> Self {
        match error.kind() {
            // ENOSPC: watching writes nothing, so what is full is the list of watched folders.
            ErrorKind::StorageFull => Self::TooManyFolders,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Gone,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            // EMFILE and ENFILE.
            _ if cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24)) => Self::TooManyWatchers,
            _ => Self::Failed(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn what_the_system_says_is_told_as_what_it_means() {
        let system = |code| Trouble::of(&notify::Error::io(io::Error::from_raw_os_error(code)));
        for (code, expected) in [
            (28, Trouble::TooManyFolders),
            (24, Trouble::TooManyWatchers),
            (23, Trouble::TooManyWatchers),
            (2, Trouble::Gone),
            (20, Trouble::Gone),
            (13, Trouble::NotAllowed),
        ] {
            assert_eq!(system(code), expected, "{code}");
        }
        assert!(matches!(system(5), Trouble::Failed(_)));
        assert_eq!(
            Trouble::of(&notify::Error::new(notify::ErrorKind::MaxFilesWatch)),
            Trouble::TooManyFolders
        );
        assert_eq!(Trouble::of(&notify::Error::path_not_found()), Trouble::Gone);
    }

    #[test]
    fn the_limit_is_never_called_a_full_disk() {
        for trouble in [
            Trouble::of(&notify::Error::io(io::Error::from(ErrorKind::StorageFull))),
            Trouble::of(&notify::Error::new(notify::ErrorKind::MaxFilesWatch)),
        ] {
            let words = format!("{trouble} {}", trouble.hint()).to_lowercase();
            assert!(
                !words.contains("disk") && !words.contains("space") && !words.contains("full"),
                "{words}"
            );
            assert!(words.contains("fs.inotify.max_user_watches"), "{words}");
        }
    }
}
