//! The file that is read: plain, or out of its seal.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use crate::contents::ReadSeek;
use crate::digest::{Passed, Passing};
use crate::error::{BagError, Damage, FileError};
use crate::name::shown;
use crate::zip::Record;

/// How many bytes are read at once.
pub(crate) const AT_ONCE: usize = 256 * 1024;

/// Opens an ordinary file, and nothing else that may stand under its name.
pub(crate) fn open_file(path: &Path) -> Result<File, FileError> {
    let reading = |error| FileError::reading(path, &error);
    let about = fs::metadata(path).map_err(reading)?;
    if about.is_dir() {
        return Err(FileError::IsAFolder(path.into()));
    } else if !about.is_file() {
        return Err(FileError::NotAFile(path.into()));
    }
    File::open(path).map_err(reading)
}

/// The file that is read.
pub(crate) struct Input {
    path: PathBuf,
    reader: Box<dyn ReadSeek + Send>,
    length: u64,
    sealed: bool,
}

impl Input {
    pub(crate) fn new(
        path: &Path,
        mut reader: Box<dyn ReadSeek + Send>,
        sealed: bool,
    ) -> Result<Self, BagError> {
        let length = reader.seek(SeekFrom::End(0)).map_err(|error| fault(path, sealed, &error))?;
        Ok(Self { path: path.into(), reader, length, sealed })
    }

    /// Returns the length of the ZIP, in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    pub(crate) fn is_sealed(&self) -> bool {
        self.sealed
    }

    /// Returns what stands from a place on, which is to lie within the length.
    pub(crate) fn from(&mut self, offset: u64) -> Result<Stream<'_>, BagError> {
        let Self { path, reader, sealed, .. } = self;
        reader.seek(SeekFrom::Start(offset)).map_err(|error| fault(path, *sealed, &error))?;
        Ok(Stream { reader: BufReader::with_capacity(AT_ONCE, reader.as_mut()), path, sealed: *sealed })
    }
}

/// Says what a failure to read means.
pub(crate) fn fault(path: &Path, sealed: bool, error: &io::Error) -> BagError {
    match error.kind() {
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData if sealed => Damage::Sealed.into(),
        ErrorKind::UnexpectedEof => Damage::CutShort.into(),
        _ => FileError::reading(path, error).into(),
    }
}

/// What is read one after the other.
pub(crate) struct Stream<'a> {
    reader: BufReader<&'a mut (dyn ReadSeek + Send)>,
    path: &'a Path,
    sealed: bool,
}

impl Stream<'_> {
    /// Fills a buffer.
    pub(crate) fn fill(&mut self, buffer: &mut [u8]) -> Result<(), BagError> {
        self.reader.read_exact(buffer).map_err(|error| fault(self.path, self.sealed, &error))
    }

    /// Reads one entry, of which the record in the directory tells, and returns what was learnt of its bytes.
    ///
    /// # Errors
    /// Damage where its header or its bytes are not those that the record tells of; what the sink says.
    pub(crate) fn entry(
        &mut self,
        record: &Record<'_>,
        sink: &mut dyn FnMut(&[u8]) -> Result<(), BagError>,
    ) -> Result<Passed, BagError> {
        let expected = record.header();
        let mut header = vec![0; expected.len()];
        self.fill(&mut header)?;
        if header != expected {
            return Err(Damage::Header(shown(record.name)).into());
        }
        let mut passing = Passing::new();
        let mut left = record.size;
        while left > 0 {
            let read = match self.reader.fill_buf() {
                Ok([]) => Err(fault(self.path, self.sealed, &ErrorKind::UnexpectedEof.into())),
                Ok(read) => Ok(&read[..usize::try_from(left).unwrap_or(read.len()).min(read.len())]),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => Err(fault(self.path, self.sealed, &error)),
            }?;
            passing.update(read);
            sink(read)?;
            let read = read.len();
            left -= read as u64;
            self.reader.consume(read);
        }
        let passed = passing.finish();
        if passed.crc != record.crc {
            return Err(Damage::Bytes(shown(record.name)).into());
        }
        Ok(passed)
    }
}
