//! What is put into a bag.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::PathBuf;

use jiff::civil::DateTime;

use crate::digest::Digest;

/// What is put into a bag.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The one folder that all of it stands in, such as `annexe-backup`.
    pub folder: String,
    /// The moment that every entry and `bag-info.txt` carry. ZIP keeps even seconds from 1980 to 2107.
    pub made: DateTime,
    /// Further pairs for `bag-info.txt`, in this order, such as `("Annexe-Backup-Format", "1")`.
    pub info: Vec<(String, String)>,
    /// The text of `README.txt`.
    pub readme: String,
    /// The files.
    pub payload: Vec<Entry<'a>>,
}

/// One file to put in.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its name within `data/`: parts of ASCII letters, digits, `.`, `-` and `_`, divided by `/`.
    pub name: String,
    /// Where its bytes come from.
    pub source: Source<'a>,
    /// The SHA-256 it is known by: other bytes are refused.
    pub expected: Option<Digest>,
}

/// What can be read twice.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// Opens a source.
type Opener<'a> = Box<dyn Fn() -> io::Result<Box<dyn ReadSeek>> + 'a>;

/// Where the bytes of an entry come from.
pub struct Source<'a>(Kind<'a>);

enum Kind<'a> {
    Bytes(Cow<'a, [u8]>),
    File(PathBuf),
    Opened { size: u64, open: Opener<'a> },
}

impl<'a> Source<'a> {
    /// Bytes in memory.
    pub fn bytes(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self(Kind::Bytes(bytes.into()))
    }

    /// A file, which is opened once.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self(Kind::File(path.into()))
    }

    /// Something of a known size in bytes, which is opened once and may be read twice.
    pub fn opened(size: u64, open: impl Fn() -> io::Result<Box<dyn ReadSeek>> + 'a) -> Self {
        Self(Kind::Opened { size, open: Box::new(open) })
    }

    /// Returns its size in bytes, by which the whole is planned.
    pub(crate) fn size(&self) -> io::Result<u64> {
        match &self.0 {
            Kind::Bytes(bytes) => Ok(bytes.len() as u64),
            Kind::File(path) => match path.metadata()? {
                about if about.is_file() => Ok(about.len()),
                _ => Err(io::Error::other("it is not an ordinary file")),
            },
            Kind::Opened { size, .. } => Ok(*size),
        }
    }

    pub(crate) fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        match &self.0 {
            Kind::Bytes(bytes) => Ok(Box::new(Cursor::new(&bytes[..]))),
            Kind::File(path) => Ok(Box::new(File::open(path)?)),
            Kind::Opened { open, .. } => open().map(|opened| opened as Box<dyn ReadSeek>),
        }
    }
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Kind::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Kind::File(path) => write!(f, "{path:?}"),
            Kind::Opened { size, .. } => write!(f, "{size} bytes to be opened"),
        }
    }
}
