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

/// Bytes looked through at a time.
const BLOCK: usize = 256 << 10;

impl<'a> Package<'a> {
    /// Opens a package.
    pub(crate) fn open(file: &'a mut dyn Source, limits: &Limits) -> Result<Self, TextError> {
        let mut magic = [0; 8];
        let read = file.read(&mut magic)?;
        file.seek(SeekFrom::Start(0))?;
        // Office wraps a document that has a password into the container of its old formats.
        if magic.get(..read).is_some_and(|magic| magic.starts_with(b"\xd0\xcf\x11\xe0")) {
            return Err(TextError::Sealed);
        }
        if !has_few_parts(file, limits.file)? {
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

/// Returns whether a package names no more parts than [`MOST_PARTS`], before anything makes room for them.
fn has_few_parts(file: &mut dyn Source, limit: u64) -> Result<bool, TextError> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    let mut buffer = Vec::with_capacity(BLOCK + ENTRY.len());
    let (mut parts, mut read) = (0, 0);
    while read <= limit {
        let kept = buffer.len();
        let fresh = file.take(BLOCK as u64).read_to_end(&mut buffer)?;
        parts += memchr::memmem::find_iter(&buffer, ENTRY).count();
        if fresh == 0 || parts > MOST_PARTS {
            break;
        }
        read += fresh as u64;
        // The beginning of an entry may stand at the end of a block.
        let tail = (kept + fresh).saturating_sub(ENTRY.len() - 1);
        buffer.drain(..tail);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(parts <= MOST_PARTS)
}
