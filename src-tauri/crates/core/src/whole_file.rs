//! Writing a file for somebody: whole and on the disk under its name, or not at all.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::explain::Explain;

/// Why a file was not written. What stood under its name still does.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// No name was given.
    #[error("No file is named")]
    NoName,
    /// A folder stands under the name.
    #[error("{} is a folder; expected the name of a file", .0.display())]
    IsAFolder(PathBuf),
    /// Something else that is no file stands under the name.
    #[error("{} is not an ordinary file", .0.display())]
    NotAFile(PathBuf),
    /// The folder for it does not exist.
    #[error("There is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// A file stands under the name, and was not to be replaced.
    #[error("There is a file {} already", .0.display())]
    Exists(PathBuf),
    /// It can't be written there.
    #[error("{} cannot be written", .0.display())]
    NotAllowed(PathBuf),
    /// No room is left.
    #[error("The disk is full; {} was not written", .0.display())]
    DiskFull(PathBuf),
    /// Anything else.
    #[error("{} could not be written ({why})", .path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

impl FileError {
    fn from_system(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed(path.into()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path.into()),
            ErrorKind::IsADirectory => Self::IsAFolder(path.into()),
            _ => Self::Failed { path: path.into(), why: error.to_string() },
        }
    }
}

impl Explain for FileError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName | Self::IsAFolder(_) | Self::NotAFile(_) => "not-a-file-name",
            Self::NoFolder(_) => "no-such-folder",
            Self::Exists(_) => "file-exists",
            Self::NotAllowed(_) => "file-not-writable",
            Self::DiskFull(_) => "disk-full",
            Self::Failed { .. } => "file-not-written",
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::NoName | Self::IsAFolder(_) | Self::NotAFile(_) => {
                    "Name a file, such as soa.pdf in that folder."
                }
                Self::NoFolder(_) => "Make the folder first, or choose another.",
                Self::Exists(_) => "Choose another name, or allow it to be replaced.",
                Self::NotAllowed(_) => {
                    "Choose a folder where you may write, and close the file where it is open."
                }
                Self::DiskFull(_) => "Make room on the disk, or choose another one.",
                Self::Failed { .. } => "Check that the drive is connected and try again.",
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        Some("file")
    }
}

/// Writes a file under a name and returns the name as it is on the disk.
pub(crate) fn write(path: &Path, mut bytes: &[u8], replace: bool) -> Result<PathBuf, FileError> {
    write_from(path, &mut bytes, replace)
}

/// Writes what can be read to a file under a name and returns the name as it is on the disk. Where reading fails,
/// nothing is written.
pub(crate) fn write_from(path: &Path, source: &mut dyn Read, replace: bool) -> Result<PathBuf, FileError> {
    if path.as_os_str().is_empty() {
        return Err(FileError::NoName);
    }
    let failed = |error: std::io::Error| FileError::from_system(path, &error);
    let path = std::path::absolute(path).map_err(failed)?;
    let path = target(path, replace)?;
    let (Some(folder), Some(_)) = (path.parent(), path.file_name()) else {
        return Err(FileError::IsAFolder(path));
    };
    if !folder.is_dir() {
        return Err(FileError::NoFolder(folder.into()));
    }
    let mut file = beside(folder).map_err(failed)?;
    std::io::copy(source, &mut file).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    let persisted = if replace { file.persist(&path) } else { file.persist_noclobber(&path) };
    persisted.map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => FileError::Exists(path.clone()),
        _ => FileError::from_system(&path, &error.error),
    })?;
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(path)
}

/// Returns where the bytes go: where a link leads, and never onto anything but a file that may be replaced.
fn target(path: PathBuf, replace: bool) -> Result<PathBuf, FileError> {
    let Ok(path) = fs::canonicalize(&path) else { return Ok(path) };
    let about = fs::metadata(&path).map_err(|error| FileError::from_system(&path, &error))?;
    if about.is_dir() {
        Err(FileError::IsAFolder(path))
    } else if !about.is_file() {
        Err(FileError::NotAFile(path))
    } else if !replace {
        Err(FileError::Exists(path))
    } else if about.permissions().readonly() {
        Err(FileError::NotAllowed(path))
    } else {
        Ok(path)
    }
}

fn beside(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".annexe-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any program makes a file: the user's mask takes away what it should.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("soa.pdf");
        write(&path, b"one", true).unwrap();
        write(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(matches!(write(&path, b"three", false), Err(FileError::Exists(_))));
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["soa.pdf"]);
    }

    #[test]
    fn what_is_no_file_is_refused_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).unwrap();
        assert!(matches!(write(&inner, b"x", true), Err(FileError::IsAFolder(_))));
        assert!(matches!(write(Path::new(""), b"x", true), Err(FileError::NoName)));
        assert!(matches!(write(&folder.path().join("no/soa.pdf"), b"x", true), Err(FileError::NoFolder(_))));
        if cfg!(unix) {
            assert!(matches!(write(Path::new("/dev/null"), b"x", true), Err(FileError::NotAFile(_))));
        }
        assert_eq!(names(folder.path()), ["inner"]);
    }
}
