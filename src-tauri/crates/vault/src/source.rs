//! Where the bytes of a file that is added come from.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::ops::ControlFlow;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use crate::digest::{Digest, Hasher};
use crate::error::AddError;
use crate::folder::{self, Folder, Kind};

/// Whether a link in the place of a file is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// It is: somebody picked the link itself.
    Follow,
    /// It is not.
    Refuse,
}

/// Where the bytes of a file come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file by its path.
    Path {
        /// Its path.
        path: PathBuf,
        /// Whether the last part of the path may be a link. Links before it are followed.
        links: Links,
    },
    /// A file in a folder or beneath it, reached without any link.
    Beneath {
        /// The folder. It may be a link itself, or be reached through one.
        root: PathBuf,
        /// The path from there.
        path: PathBuf,
    },
    /// Bytes in memory, such as a picture that was pasted.
    Bytes(Vec<u8>),
}

impl Source {
    /// Returns a file that somebody picked: a link is followed.
    pub fn picked(path: impl Into<PathBuf>) -> Self {
        Self::Path { path: path.into(), links: Links::Follow }
    }

    /// Returns a file that was found, by looking through a folder for instance: a link is refused.
    pub fn found(path: impl Into<PathBuf>) -> Self {
        Self::Path { path: path.into(), links: Links::Refuse }
    }

    /// Returns a file in a folder or beneath it, out of which no link and no `..` leads.
    pub fn beneath(root: impl Into<PathBuf>, path: impl Into<PathBuf>) -> Self {
        Self::Beneath { root: root.into(), path: path.into() }
    }

    /// Reads it to the end and returns the digest of its bytes. Before each part of it, it asks whether to go on.
    ///
    /// # Errors
    /// [`AddError`], as adding it would say; [`AddError::Stopped`] where it was not to go on.
    pub fn digest(&self, go_on: &mut dyn FnMut() -> ControlFlow<()>) -> Result<Digest, AddError> {
        let mut opened = self.open()?;
        let mut hasher = Hasher::new();
        let mut buffer = vec![0; 256 * 1024];
        loop {
            if go_on().is_break() {
                return Err(AddError::Stopped);
            }
            let read = opened.fill(&mut buffer)?;
            hasher.update(&buffer[..read]);
            if read < buffer.len() {
                break;
            }
        }
        let (digest, bytes) = hasher.finish();
        opened.is_unchanged(bytes)?;
        Ok(digest)
    }

    /// Returns how many bytes it seems to have, to show progress by.
    pub(crate) fn estimate(&self) -> u64 {
        let size = |about: io::Result<std::fs::Metadata>| match about {
            Ok(about) if about.is_file() => about.len(),
            _ => 0,
        };
        match self {
            Self::Path { path, links: Links::Follow } => size(path.metadata()),
            Self::Path { path, links: Links::Refuse } => size(path.symlink_metadata()),
            Self::Beneath { root, path } => size(root.join(path).symlink_metadata()),
            Self::Bytes(bytes) => bytes.len() as u64,
        }
    }

    /// Opens it, once and for all: from here on its path does not matter.
    pub(crate) fn open(&self) -> Result<Opened<'_>, AddError> {
        match self {
            Self::Path { path, links } => {
                let file = folder::open_file(path, *links == Links::Follow);
                Opened::file(path, file.map_err(|error| refused(path, *links, &error))?)
            }
            Self::Beneath { root, path } => Opened::file(path, open_beneath(root, path)?),
            Self::Bytes(bytes) => {
                Ok(Opened { path: Path::new(""), size: bytes.len() as u64, reader: Reader::Bytes(bytes) })
            }
        }
    }
}

fn refused(path: &Path, links: Links, error: &io::Error) -> AddError {
    if folder::is_link(error) && links == Links::Refuse {
        AddError::IsALink(path.into())
    } else if folder::is_special(error) {
        AddError::NotAFile(path.into())
    } else if error.kind() == ErrorKind::PermissionDenied && path.is_dir() {
        // So says Windows.
        AddError::IsAFolder(path.into())
    } else {
        AddError::from_reading(path, error)
    }
}

/// Opens a file part by part, each from the handle of the one before, so that none can be a link.
fn open_beneath(root: &Path, path: &Path) -> Result<File, AddError> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(AddError::LeadsOut(path.into()));
            }
        }
    }
    let Some((name, folders)) = parts.split_last() else { return Err(AddError::IsAFolder(path.into())) };
    let mut folder = Folder::open(root, true).map_err(|error| AddError::from_reading(path, &error))?;
    for part in folders {
        folder = folder.folder(part).map_err(|error| match folder.look(part) {
            Ok((Kind::Other, _)) => AddError::LeadsOut(path.into()),
            _ => AddError::from_reading(path, &error),
        })?;
    }
    folder.read(name).map_err(|error| refused(path, Links::Refuse, &error))
}

/// A source that was opened.
pub(crate) struct Opened<'a> {
    path: &'a Path,
    /// Its size in bytes when it was opened.
    pub(crate) size: u64,
    reader: Reader<'a>,
}

enum Reader<'a> {
    File { file: File, modified: Option<SystemTime> },
    Bytes(&'a [u8]),
}

impl<'a> Opened<'a> {
    fn file(path: &'a Path, file: File) -> Result<Self, AddError> {
        let about = file.metadata().map_err(|error| AddError::from_reading(path, &error))?;
        if about.is_dir() {
            Err(AddError::IsAFolder(path.into()))
        } else if about.is_file() {
            let reader = Reader::File { file, modified: about.modified().ok() };
            Ok(Self { path, size: about.len(), reader })
        } else {
            Err(AddError::NotAFile(path.into()))
        }
    }

    /// Reads until the buffer is full or the end is reached, and returns how many bytes were read.
    pub(crate) fn fill(&mut self, buffer: &mut [u8]) -> Result<usize, AddError> {
        let mut filled = 0;
        while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
            let read = match &mut self.reader {
                Reader::File { file, .. } => file.read(room),
                Reader::Bytes(bytes) => bytes.read(room),
            };
            match read {
                Ok(0) => break,
                Ok(bytes) => filled += bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(AddError::from_reading(self.path, &error)),
            }
        }
        Ok(filled)
    }

    /// Refuses a file that is not, after `read` bytes of it, what it was when it was opened.
    pub(crate) fn is_unchanged(&self, read: u64) -> Result<(), AddError> {
        let same = match &self.reader {
            Reader::Bytes(_) => true,
            Reader::File { file, modified } => {
                let about = file.metadata().map_err(|error| AddError::from_reading(self.path, &error))?;
                about.len() == self.size && about.modified().ok() == *modified
            }
        };
        if same && read == self.size { Ok(()) } else { Err(self.changed()) }
    }

    /// Returns the error for a file that changed.
    pub(crate) fn changed(&self) -> AddError {
        AddError::ChangedWhileRead(self.path.into())
    }
}
