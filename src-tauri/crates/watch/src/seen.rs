//! What is known of a file without opening it.

use std::fmt;
use std::fs::Metadata;
use std::path::Path;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::path::RelativePath;

/// A file as a scan saw it, or as the caller remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Where it stands.
    pub path: RelativePath,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last written, as its file system says.
    pub modified: Stamp,
    /// Which file it is, where the system tells.
    pub identity: Option<FileIdentity>,
}

/// A moment in nanoseconds since 1970-01-01 00:00 UTC; the years 1678 to 2262, and the nearest of them beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(i64);

/// Which file it is on this computer, whatever its name.
///
/// Device and inode on Unix, volume and file index on Windows. Systems number anew: a removed file's number may
/// be given to the next, and some file systems forget all numbers when they are mounted again. So it is never
/// taken alone. `Display` and `FromStr` give and take the text to store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIdentity {
    /// The number of the disk or volume.
    pub volume: u64,
    /// The number of the file on it.
    pub file: u128,
}

/// A text that is no identity of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Expected two hexadecimal numbers joined by `-`, of the volume and of the file")]
pub struct FileIdentityError;

impl Seen {
    /// Returns whether two sightings have the same size and time.
    pub(crate) fn looks_like(&self, other: &Self) -> bool {
        self.size == other.size && self.modified == other.modified
    }

    pub(crate) fn new(path: RelativePath, at: &Path, metadata: &Metadata) -> Self {
        // Every system Annexe runs on tells the time of modification; one that cannot gives 1970 each time.
        let modified = metadata.modified().unwrap_or(UNIX_EPOCH).into();
        Self { path, size: metadata.len(), modified, identity: FileIdentity::of(at, metadata) }
    }
}

impl Stamp {
    /// Returns the moment that many nanoseconds after 1970 began, or before it.
    pub fn from_nanoseconds(nanoseconds: i64) -> Self {
        Self(nanoseconds)
    }

    /// Returns the nanoseconds since 1970 began, negative before.
    pub fn nanoseconds(self) -> i64 {
        self.0
    }
}

impl From<SystemTime> for Stamp {
    fn from(time: SystemTime) -> Self {
        Self(match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
            Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |before| -before),
        })
    }
}

impl FileIdentity {
    #[cfg(unix)]
    pub(crate) fn of(_: &Path, metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        Some(Self { volume: metadata.dev(), file: metadata.ino().into() })
    }

    #[cfg(windows)]
    pub(crate) fn of(path: &Path, _: &Metadata) -> Option<Self> {
        use notify_debouncer_full::file_id::{FileId, get_file_id};
        Some(match get_file_id(path).ok()? {
            FileId::Inode { device_id, inode_number } => {
                Self { volume: device_id, file: inode_number.into() }
            }
            FileId::LowRes { volume_serial_number, file_index } => {
                Self { volume: volume_serial_number.into(), file: file_index.into() }
            }
            FileId::HighRes { volume_serial_number, file_id } => {
                Self { volume: volume_serial_number, file: file_id }
            }
        })
    }
}

impl fmt::Display for FileIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:x}", self.volume, self.file)
    }
}

impl FromStr for FileIdentity {
    type Err = FileIdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (volume, file) = text.split_once('-').ok_or(FileIdentityError)?;
        let volume = u64::from_str_radix(volume, 16).map_err(|_| FileIdentityError)?;
        let file = u128::from_str_radix(file, 16).map_err(|_| FileIdentityError)?;
        Ok(Self { volume, file })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn an_identity_survives_as_text() {
        for identity in
            [FileIdentity { volume: 0, file: 0 }, FileIdentity { volume: u64::MAX, file: u128::MAX }]
        {
            assert_eq!(identity.to_string().parse(), Ok(identity));
        }
        for text in ["", "-", "1", "1-", "g-1", "1-2-3", "11111111111111111-1"] {
            assert_eq!(text.parse::<FileIdentity>(), Err(FileIdentityError), "{text:?}");
        }
    }

    #[test]
    fn a_time_before_1970_or_beyond_all_years_is_kept_as_near_as_can_be() {
        assert_eq!(Stamp::from(UNIX_EPOCH - Duration::from_nanos(5)).nanoseconds(), -5);
        assert_eq!(Stamp::from(UNIX_EPOCH + Duration::from_nanos(7)), Stamp::from_nanoseconds(7));
        let far = Duration::from_secs(400 * 366 * 86_400);
        assert_eq!(Stamp::from(UNIX_EPOCH + far).nanoseconds(), i64::MAX);
        assert_eq!(Stamp::from(UNIX_EPOCH - far).nanoseconds(), i64::MIN);
    }
}
