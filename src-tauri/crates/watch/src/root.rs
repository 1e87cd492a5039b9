//! Whether a watched folder is still the one that was watched.

use std::fmt;
use std::fs::Metadata;
use std::path::Path;
use std::str::FromStr;

use crate::seen::FileIdentity;

/// Which folder on which disk was watched, to be remembered from one scan to the next.
///
/// A drive that is not mounted often leaves an empty folder of the same name. Taken for the real one, it would say
/// that every file vanished. So this keeps what outlives a restart: the disk by its UUID, or the share by its
/// address (Linux), or the volume by its serial number (Windows); and the folder's number on it. macOS removes the
/// folder with the drive, and only the folder's number is kept. `Display` and `FromStr` give and take the text to
/// store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootIdentity {
    volume: Option<String>,
    folder: Option<u128>,
}

/// A text that is no identity of a watched folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Expected the number of a folder, or `-`, then a space, then the name of its disk, or `-`")]
pub struct RootIdentityError;

impl RootIdentity {
    /// `root` is a path as the system gives it, without links.
    pub(crate) fn of(root: &Path, metadata: &Metadata) -> Self {
        let identity = FileIdentity::of(root, metadata);
        Self { volume: volume(root, identity), folder: identity.map(|identity| identity.file) }
    }

    /// Returns whether it lies on a disk that is known to be another.
    pub(crate) fn is_on_another_disk_than(&self, remembered: &Self) -> bool {
        matches!((&self.volume, &remembered.volume), (Some(now), Some(then)) if now != then)
    }

    /// Returns whether it is known to be another folder. Some shares number their folders anew each time.
    pub(crate) fn is_another_folder_than(&self, remembered: &Self) -> bool {
        matches!((self.folder, remembered.folder), (Some(now), Some(then)) if now != then)
    }
}

#[cfg(target_os = "linux")]
fn volume(root: &Path, _: Option<FileIdentity>) -> Option<String> {
    crate::volume::name(root)
}

#[cfg(windows)]
fn volume(_: &Path, identity: Option<FileIdentity>) -> Option<String> {
    identity.map(|identity| format!("serial {:x}", identity.volume))
}

#[cfg(not(any(target_os = "linux", windows)))]
fn volume(_: &Path, _: Option<FileIdentity>) -> Option<String> {
    None
}

impl fmt::Display for RootIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.folder {
            Some(folder) => write!(f, "{folder:x} ")?,
            None => f.write_str("- ")?,
        }
        f.write_str(self.volume.as_deref().unwrap_or("-"))
    }
}

impl FromStr for RootIdentity {
    type Err = RootIdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (folder, volume) = text.split_once(' ').ok_or(RootIdentityError)?;
        let folder = match folder {
            "-" => None,
            number => Some(u128::from_str_radix(number, 16).map_err(|_| RootIdentityError)?),
        };
        let volume = match volume {
            "" => return Err(RootIdentityError),
            "-" => None,
            name => Some(name.to_owned()),
        };
        Ok(Self { volume, folder })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_survives_as_text() {
        for text in ["- -", "2 uuid 12-34", "1f nfs server:/export/quality office", "- cifs //server/share"] {
            assert_eq!(text.parse::<RootIdentity>().unwrap().to_string(), text);
        }
        for text in ["", "-", "2 ", "g -", " -"] {
            assert_eq!(text.parse::<RootIdentity>(), Err(RootIdentityError), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_held_against_a_folder() {
        let unknown: RootIdentity = "- -".parse().unwrap();
        let known: RootIdentity = "2 uuid 1".parse().unwrap();
        let other: RootIdentity = "3 uuid 2".parse().unwrap();
        assert!(!unknown.is_on_another_disk_than(&known) && !known.is_on_another_disk_than(&unknown));
        assert!(!unknown.is_another_folder_than(&known) && !known.is_another_folder_than(&unknown));
        assert!(other.is_on_another_disk_than(&known) && other.is_another_folder_than(&known));
    }
}
