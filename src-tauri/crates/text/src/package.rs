//! The parts of a ZIP package, unpacked no further than they may be.

use std::io::{BufReader, Read};

use zip::ZipArchive;

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

impl<'a> Package<'a> {
    /// Opens a package.
    pub(crate) fn open(file: &'a mut dyn Source, limits: &Limits) -> Result<Self, TextError> {
        let mut magic = [0; 8];
        let read = file.read(&mut magic)?;
        file.seek(std::io::SeekFrom::Start(0))?;
        // Office wraps a document that has a password into the container of its old formats.
        if magic.get(..read).is_some_and(|magic| magic.starts_with(b"\xd0\xcf\x11\xe0")) {
            return Err(TextError::Sealed);
        }
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|_| TextError::Damaged)?;
        if zip.len() > MOST_PARTS {
            return Err(TextError::Damaged);
        }
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
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
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
