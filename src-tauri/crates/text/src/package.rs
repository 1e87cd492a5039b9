//! The parts of a ZIP package, unpacked no further than they may be.

use std::io::{BufReader, Read, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::TextError;
use crate::limits::Limits;
use crate::words::Source;

/// A document that is a ZIP of parts.
pub(crate) struct Package<'a> {
    zip: ZipArchive<BufReader<&'a mut dyn Source>>,
    part: u64,
    room: u64,
}

/// The parts of a package that may be named; a real document has far fewer.
const MOST_PARTS: usize = 20_000;

/// How the container of the old formats of Office begins. It wraps a document that has a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The name of the sealed document within that container.
const SEALED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// How the entry of a part begins in the list of parts.
const ENTRY: &[u8] = b"PK\x01\x02";

/// Bytes looked through at a time.
const BLOCK: usize = 256 << 10;

impl<'a> Package<'a> {
    /// Opens a package.
    pub(crate) fn open(file: &'a mut dyn Source, limits: &Limits) -> Result<Self, TextError> {
        let mut start = Vec::new();
        file.take(COMPOUND.len() as u64).read_to_end(&mut start)?;
        if start == COMPOUND {
            let is_sealed = count(file, SEALED, 1, limits.file)? > 0;
            return Err(if is_sealed { TextError::Sealed } else { TextError::Damaged });
        }
        // Asked before anything makes room for them.
        if count(file, ENTRY, MOST_PARTS + 1, limits.file)? > MOST_PARTS {
            return Err(TextError::Damaged);
        }
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|_| TextError::Damaged)?;
        Ok(Self { zip, part: limits.part, room: limits.parts })
    }

    /// Returns the names of the parts.
    pub(crate) fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// Returns the bytes of a part, as far as they fit, and whether that is all; nothing where there is none.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<(Vec<u8>, bool)>, TextError> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(TextError::Sealed),
            Err(_) => return Err(TextError::Damaged),
        };
        let limit = self.part.min(self.room);
        let mut bytes = Vec::new();
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|_| TextError::Damaged)?;
        let whole = bytes.len() as u64 <= limit;
        bytes.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        self.room -= bytes.len() as u64;
        Ok(Some((bytes, whole)))
    }
}

/// Returns how often a file holds these bytes, counted up to `enough`, and goes back to its start.
fn count(file: &mut dyn Source, sought: &[u8], enough: usize, limit: u64) -> Result<usize, TextError> {
    file.seek(SeekFrom::Start(0))?;
    let mut buffer = Vec::with_capacity(BLOCK + sought.len());
    let (mut found, mut read) = (0, 0);
    while read <= limit && found < enough {
        let fresh = file.take(BLOCK as u64).read_to_end(&mut buffer)?;
        if fresh == 0 {
            break;
        }
        found += memchr::memmem::find_iter(&buffer, sought).count();
        read += fresh as u64;
        // The beginning may stand at the end of a block.
        let done = buffer.len().saturating_sub(sought.len() - 1);
        buffer.drain(..done);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(found)
}
