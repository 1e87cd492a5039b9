//! Writing a bag: whole, verified and on the disk under its name, or not at all.

use std::io::{BufWriter, ErrorKind, Seek as _, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use age::stream::StreamWriter;
use tempfile::NamedTempFile;

use crate::bag::Bag;
use crate::bagit::{self, DECLARATION, DECLARED, INFO, LONGEST_TAG, MANIFEST, PAYLOAD, README, TAG_MANIFEST};
use crate::contents::{Contents, Entry, ReadSeek};
use crate::digest::{Digest, Passed, Passing};
use crate::directory::MOST;
use crate::error::{BagError, ContentsError, Damage, FileError, SourceError};
use crate::input::AT_ONCE;
use crate::name::{self, NameError};
use crate::place::{Place, sync_and_forget};
use crate::progress::{Ear, Meter, Progress};
use crate::seal::Sealing;
use crate::verify::Held;
use crate::zip::{End, Record, Stamp};

/// A source up to this size, in bytes, is kept in memory between the two times it is needed.
const KEPT: u64 = 1 << 20;

/// What was written and verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file as it is named on the disk.
    pub file: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// How many files its payload has.
    pub files: usize,
    /// How many bytes its payload has.
    pub payload: u64,
}

/// Writes a bag, reads it back whole, and gives it its name.
///
/// Every source is read once, or twice where it is large: before its bytes stands their checksum. The progress
/// counts each byte three times: hashed, written, read back.
///
/// # Errors
/// What can't be read or written, by name; `Stopped`. What stood under the name still does.
pub fn write(
    to: &Path,
    contents: &Contents<'_>,
    sealing: Option<&Sealing>,
    replace: bool,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Written, BagError> {
    let place = Place::at(to, replace)?;
    let plan = Plan::of(contents)?;
    place.make_room(plan.payload)?;
    let file = place.begin()?;
    let writing = |error: std::io::Error| BagError::from(FileError::writing(place.path(), &error));
    let out = BufWriter::with_capacity(AT_ONCE, file.as_file());
    let total = plan.payload.saturating_mul(3);
    let put = match sealing {
        None => {
            let (mut out, put) = write_into(out, &plan, place.path(), &mut Meter::new(progress, total))?;
            out.flush().map_err(writing)?;
            put
        }
        Some(sealing) => {
            let out: StreamWriter<_> = sealing.around(place.path(), out)?;
            let (out, put) = write_into(out, &plan, place.path(), &mut Meter::new(progress, total))?;
            out.finish().and_then(|mut out| out.flush()).map_err(writing)?;
            put
        }
    };
    sync_and_forget(file.as_file()).map_err(writing)?;
    let size = file.as_file().metadata().map_err(writing)?.len();
    read_back(&file, sealing, &put, plan.payload, progress).map_err(|error| match error {
        BagError::Stopped => BagError::Stopped,
        error => BagError::NotAsWritten(Box::new(error)),
    })?;
    let file = place.finish(file)?;
    Ok(Written { file, size, files: put.len(), payload: plan.payload })
}

/// Reads what was written as anybody would, and verifies that it is what was put in.
fn read_back(
    file: &NamedTempFile,
    sealing: Option<&Sealing>,
    put: &[(String, Passed)],
    payload: u64,
    progress: Ear<'_>,
) -> Result<(), BagError> {
    let mut shifted = |read: Progress| {
        progress(Progress { done: payload.saturating_mul(2) + read.done, total: payload.saturating_mul(3) })
    };
    let path = file.path();
    // The same handle again: on Windows no other may read what is locked.
    let reader = file.as_file().try_clone().map_err(|error| FileError::reading(path, &error))?;
    let bag = Bag::read(path, reader, sealing.map(Sealing::passphrase))?.verify(&|_| true, &mut shifted)?;
    let mut held = bag.held();
    for (name, passed) in put {
        match held.next() {
            Some(Held { name: read, size, digest })
                if read == name && size == passed.size && digest == passed.digest => {}
            Some(_) | None => return Err(Damage::Bytes(name.clone()).into()),
        }
    }
    Ok(())
}

/// What is to be written, checked and in its order.
pub(crate) struct Plan<'a> {
    contents: &'a Contents<'a>,
    info: String,
    /// The payload by name, with its size in bytes.
    entries: Vec<(&'a Entry<'a>, u64)>,
    payload: u64,
}

impl<'a> Plan<'a> {
    pub(crate) fn of(contents: &'a Contents<'a>) -> Result<Self, BagError> {
        let unfit = |name: &str, why| ContentsError::Name { name: name.to_owned(), why };
        let folder = contents.folder.as_str();
        name::check_part(folder.as_bytes()).map_err(|why| unfit(folder, why))?;
        let count = contents.payload.len() as u64 + 5;
        if count > MOST {
            return Err(ContentsError::TooMany { entries: count, limit: MOST }.into());
        }
        let mut entries = Vec::with_capacity(contents.payload.len());
        let mut payload: u64 = 0;
        for entry in &contents.payload {
            name::check(entry.name.as_bytes()).map_err(|why| unfit(&entry.name, why))?;
            if folder.len() + 1 + PAYLOAD.len() + entry.name.len() > name::LONGEST {
                return Err(unfit(&entry.name, NameError::TooLong).into());
            }
            let size = entry.source.size().map_err(|error| unread(entry, &error))?;
            payload = payload.saturating_add(size);
            entries.push((entry, size));
        }
        let names: Vec<&str> = contents.payload.iter().map(|entry| entry.name.as_str()).collect();
        if let Some(name) = name::twin(&names).and_then(|at| names.get(at)) {
            return Err(ContentsError::Twice((*name).to_owned()).into());
        }
        entries.sort_unstable_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        let info = bagit::info(contents.made, &bagit::oxum(payload, entries.len()), &contents.info)?;
        for (file, text) in [(INFO, &info), (README, &contents.readme)] {
            if text.len() as u64 > LONGEST_TAG {
                return Err(ContentsError::TooLong(file).into());
            }
        }
        Ok(Self { contents, info, entries, payload })
    }
}

fn unread(entry: &Entry<'_>, error: &std::io::Error) -> SourceError {
    SourceError::NotRead { name: entry.name.clone(), why: error.to_string() }
}

/// Writes the bytes of a bag one after the other, and returns what was put into the payload.
pub(crate) fn write_into<W: Write>(
    out: W,
    plan: &Plan<'_>,
    path: &Path,
    meter: &mut Meter<'_>,
) -> Result<(W, Vec<(String, Passed)>), BagError> {
    let mut zip = Zip {
        out,
        path,
        folder: &plan.contents.folder,
        stamp: Stamp::of(plan.contents.made),
        at: 0,
        directory: Vec::new(),
        entries: 0,
    };
    meter.more(0)?;
    let mut tags = String::new();
    for (name, text) in [(DECLARATION, DECLARED), (INFO, &plan.info), (README, &plan.contents.readme)] {
        tags.push_str(&bagit::line(&zip.text(name, text)?, name));
    }
    let mut put = Vec::with_capacity(plan.entries.len());
    let mut manifest = String::new();
    let mut buffer = vec![0; AT_ONCE];
    for &(entry, size) in &plan.entries {
        let passed = put_in(&mut zip, entry, size, &mut buffer, meter)?;
        manifest.push_str(&bagit::line(&passed.digest, &format!("{PAYLOAD}{}", entry.name)));
        put.push((entry.name.clone(), passed));
    }
    tags.push_str(&bagit::line(&zip.text(MANIFEST, &manifest)?, MANIFEST));
    zip.text(TAG_MANIFEST, &tags)?;
    Ok((zip.finish()?, put))
}

/// Puts one file in: reads it through one handle, compares it with what it is known by, and writes it.
fn put_in<W: Write>(
    zip: &mut Zip<'_, W>,
    entry: &Entry<'_>,
    size: u64,
    buffer: &mut [u8],
    meter: &mut Meter<'_>,
) -> Result<Passed, BagError> {
    let changed = || BagError::from(SourceError::Changed { name: entry.name.clone() });
    let mut source = entry.source.open().map_err(|error| unread(entry, &error))?;
    let mut kept = Vec::new();
    let passed = pass(entry, size, source.as_mut(), buffer, &mut |bytes| {
        if size <= KEPT {
            kept.extend_from_slice(bytes);
        }
        meter.more(bytes.len() as u64)
    })?;
    if let Some(expected) = entry.expected
        && passed.digest != expected
    {
        let (name, found) = (entry.name.clone(), passed.digest);
        return Err(SourceError::Damaged { name, expected, found }.into());
    }
    zip.begin(&format!("{PAYLOAD}{}", entry.name), &passed)?;
    if size <= KEPT {
        zip.bytes(&kept)?;
        meter.more(size)?;
    } else {
        source.rewind().map_err(|error| unread(entry, &error))?;
        let again = pass(entry, size, source.as_mut(), buffer, &mut |bytes| {
            zip.bytes(bytes)?;
            meter.more(bytes.len() as u64)
        })?;
        if again != passed {
            return Err(changed());
        }
    }
    Ok(passed)
}

/// Reads a source to its end, which is to be where it was planned.
fn pass(
    entry: &Entry<'_>,
    size: u64,
    source: &mut dyn ReadSeek,
    buffer: &mut [u8],
    sink: &mut dyn FnMut(&[u8]) -> Result<(), BagError>,
) -> Result<Passed, BagError> {
    let changed = || BagError::from(SourceError::Changed { name: entry.name.clone() });
    let mut passing = Passing::new();
    let mut left = size;
    loop {
        let read = match source.read(buffer) {
            Ok(0) => break,
            Ok(read) => &buffer[..read],
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(unread(entry, &error).into()),
        };
        left = left.checked_sub(read.len() as u64).ok_or_else(changed)?;
        passing.update(read);
        sink(read)?;
    }
    if left == 0 { Ok(passing.finish()) } else { Err(changed()) }
}

/// A ZIP in the making, which is only ever added to.
struct Zip<'a, W> {
    out: W,
    path: &'a Path,
    folder: &'a str,
    stamp: Stamp,
    at: u64,
    directory: Vec<u8>,
    entries: u64,
}

impl<W: Write> Zip<'_, W> {
    fn bytes(&mut self, bytes: &[u8]) -> Result<(), BagError> {
        self.out.write_all(bytes).map_err(|error| FileError::writing(self.path, &error))?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Begins an entry, whose bytes follow.
    fn begin(&mut self, name: &str, passed: &Passed) -> Result<(), BagError> {
        let name = format!("{}/{name}", self.folder);
        let Passed { crc, size, .. } = *passed;
        let record = Record { name: name.as_bytes(), stamp: self.stamp, crc, size, offset: self.at };
        self.directory.extend(record.central());
        self.entries += 1;
        self.bytes(&record.header())
    }

    fn text(&mut self, name: &str, text: &str) -> Result<Digest, BagError> {
        let passed = Passing::of(text.as_bytes());
        self.begin(name, &passed)?;
        self.bytes(text.as_bytes())?;
        Ok(passed.digest)
    }

    fn finish(mut self) -> Result<W, BagError> {
        let end = End { entries: self.entries, size: self.directory.len() as u64, offset: self.at };
        let directory = std::mem::take(&mut self.directory);
        self.bytes(&directory)?;
        self.bytes(&end.bytes())?;
        Ok(self.out)
    }
}
