//! What can go wrong, in the words of whoever reads it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::digest::Digest;
use crate::name::NameError;

/// Why a file was not written, read, verified or unpacked.
#[derive(Debug, thiserror::Error)]
pub enum BagError {
    /// A file or folder on the disk: the target, the backup, what is unpacked.
    #[error(transparent)]
    File(#[from] FileError),
    /// What was to be written can't be.
    #[error(transparent)]
    Contents(#[from] ContentsError),
    /// One of the files to be put in.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The passphrase.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// It is not what this program writes: something else, or made to deceive.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It was written so once, and its bytes have changed.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// What was written did not read back as it was written.
    #[error("The backup was written, but reading it back failed, so it was removed ({0})")]
    NotAsWritten(Box<BagError>),
    /// It was asked to stop.
    #[error("The work was stopped")]
    Stopped,
}

/// Why a file or folder on the disk could not be used.
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
    /// The folder to unpack into holds something.
    #[error("The folder {} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// A file stands under the name, and was not to be replaced.
    #[error("There is a file {} already", .0.display())]
    Exists(PathBuf),
    /// It can't be written there.
    #[error("{} cannot be written", .0.display())]
    NotAllowed(PathBuf),
    /// No room is left.
    #[error("The disk is full; {} was not written", .0.display())]
    DiskFull(PathBuf),
    /// Writing failed in another way.
    #[error("{} could not be written ({why})", .path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// There is no such file.
    #[error("There is no file {}", .0.display())]
    NotFound(PathBuf),
    /// Reading failed.
    #[error("{} could not be read ({why})", .path.display())]
    NotRead {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

impl FileError {
    pub(crate) fn writing(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NotAllowed(path.into()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull(path.into()),
            ErrorKind::IsADirectory => Self::IsAFolder(path.into()),
            ErrorKind::AlreadyExists => Self::Exists(path.into()),
            _ => Self::NotWritten { path: path.into(), why: error.to_string() },
        }
    }

    pub(crate) fn reading(path: &Path, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound(path.into()),
            ErrorKind::IsADirectory => Self::IsAFolder(path.into()),
            _ => Self::NotRead { path: path.into(), why: error.to_string() },
        }
    }
}

/// Why something can't be put into a bag.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContentsError {
    /// A name is not one that every system takes.
    #[error("{name} cannot be the name of an entry: {why}")]
    Name {
        /// The name.
        name: String,
        /// Why not.
        why: NameError,
    },
    /// Two names that some system takes for one.
    #[error("{0} is named twice")]
    Twice(String),
    /// A pair of `bag-info.txt` that a line can't hold.
    #[error("{0:?} cannot stand in bag-info.txt")]
    Info(String),
    /// More entries than a reader takes.
    #[error("A backup holds at most {limit} entries; these are {entries}")]
    TooMany {
        /// How many there are.
        entries: u64,
        /// How many there may be.
        limit: u64,
    },
    /// A file that describes the bag is larger than a reader takes.
    #[error("{0} is too long")]
    TooLong(&'static str),
}

/// Why a file could not be put in.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// It can't be read.
    #[error("{name} could not be read ({why})")]
    NotRead {
        /// Its name in the bag.
        name: String,
        /// What the system says.
        why: String,
    },
    /// Its bytes are not those it is known by.
    #[error("{name} is damaged: its SHA-256 is {found}, not {expected}")]
    Damaged {
        /// Its name in the bag.
        name: String,
        /// The digest it is known by.
        expected: Digest,
        /// The digest of its bytes.
        found: Digest,
    },
    /// It changed while it was read.
    #[error("{name} changed while it was read")]
    Changed {
        /// Its name in the bag.
        name: String,
    },
}

/// Why a passphrase did not open or seal a file.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// A passphrase to seal with is empty.
    #[error("The passphrase is empty")]
    Empty,
    /// The file is sealed, and no passphrase was given.
    #[error("The backup is sealed with a passphrase")]
    PassphraseNeeded,
    /// The passphrase is not the one it was sealed with.
    #[error("This passphrase does not open the backup")]
    WrongPassphrase,
    /// To try the passphrase would take too much time and memory.
    #[error("The backup asks for 2^{asked} rounds of work to try a passphrase; at most 2^{limit} are done")]
    TooMuchWork {
        /// The power of two that the file asks for.
        asked: u8,
        /// The highest that is accepted.
        limit: u8,
    },
    /// It is an age file, and not sealed with one passphrase.
    #[error("The file is sealed for the holder of a key, not with a passphrase")]
    NotAPassphrase,
    /// Sealing failed.
    #[error("The backup could not be sealed ({0})")]
    Failed(String),
}

/// Why a file is refused: it is not what this program writes.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It does not end as a ZIP without a comment does.
    #[error("The file is no backup, or it is cut short: it does not end as a backup does")]
    NoEnd,
    /// Its end tells of a directory that isn't there.
    #[error("The end of the file tells of a directory that is not where it should be")]
    End,
    /// It tells of more entries than are taken.
    #[error("The file tells of {entries} entries; at most {limit} are taken")]
    TooMany {
        /// How many it tells of.
        entries: u64,
        /// How many are taken.
        limit: u64,
    },
    /// A record of its directory has an unknown form.
    #[error("The directory of the file is not one that this program writes (entry {0})")]
    Directory(u64),
    /// An entry is compressed.
    #[error("{name} is compressed (method {method}); a backup holds its files as they are")]
    Compressed {
        /// Its name.
        name: String,
        /// The method, as ZIP numbers them.
        method: u16,
    },
    /// An entry is encrypted as ZIP does it.
    #[error("{0} is encrypted within the ZIP; a backup is sealed as a whole or not at all")]
    Encrypted(String),
    /// An entry is a link, a folder, a device, or may be run.
    #[error("{0} is not an ordinary file")]
    NotAFile(String),
    /// A name leads elsewhere, or not every system takes it.
    #[error("The name {name} is refused: {why}")]
    Name {
        /// The name, with escapes.
        name: String,
        /// Why.
        why: NameError,
    },
    /// Two names that some system takes for one.
    #[error("{0} is there twice")]
    Twice(String),
    /// An entry begins elsewhere than where the one before it ends.
    #[error("{0} does not begin where the entry before it ends")]
    Place(String),
    /// A record has values that this program does not write.
    #[error("The record of {0} is not one that this program writes")]
    Record(String),
    /// It stands outside the one folder.
    #[error("{0} stands outside the folder of the backup")]
    Outside(String),
    /// An entry stands before one that it should follow.
    #[error("{0} is not in its place in the order of entries")]
    Order(String),
    /// A file is not among those that a backup holds.
    #[error("{0} does not belong in a backup")]
    Unexpected(String),
    /// A file that every bag has is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A file that describes the bag is larger than such a file is.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// `bagit.txt` tells of another version.
    #[error("bagit.txt is not that of BagIt 1.0 in UTF-8")]
    Version,
    /// A line of a file that describes the bag has another form.
    #[error("Line {line} of {file} is not one that this program writes")]
    Line {
        /// The file.
        file: &'static str,
        /// The line, from 1.
        line: usize,
    },
}

/// What was found changed since the file was written.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// The header before an entry is not the one that the directory tells of.
    #[error("The backup is damaged before {0}")]
    Header(String),
    /// The bytes of an entry are not those that the manifest tells of.
    #[error("{0} is damaged: its bytes are not those that were put in")]
    Bytes(String),
    /// The manifest tells of a file that isn't there.
    #[error("{0} is in the manifest and not in the backup")]
    NotThere(String),
    /// The manifest does not tell of a file that is there.
    #[error("{0} is in the backup and not in the manifest")]
    NotListed(String),
    /// A count or size of `bag-info.txt` is not that of the files.
    #[error("bag-info.txt tells of {told} bytes and files (Payload-Oxum); found {found}")]
    Oxum {
        /// What it tells.
        told: String,
        /// What there is.
        found: String,
    },
    /// A part of a sealed file is not as it was sealed.
    #[error("The sealed backup is damaged or cut short")]
    Sealed,
    /// The file ends too early.
    #[error("The backup is cut short")]
    CutShort,
}
