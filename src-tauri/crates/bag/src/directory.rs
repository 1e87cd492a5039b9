//! The directory at the end of the file, read strictly.

use crate::bagit::{AFTER, BEFORE, PAYLOAD};
use crate::error::{BagError, Refusal};
use crate::input::{Input, Stream};
use crate::name::{self, NameError, shown};
use crate::zip::{self, CENTRAL, CENTRAL_LENGTH, END_LENGTH, END64_LENGTH, End, Record, Stamp};

/// The most entries that are written or taken.
pub(crate) const MOST: u64 = 1_000_000;
/// The longest extra field that this program writes, in bytes.
const LONGEST_EXTRA: usize = 4 + 3 * 8;

/// What the directory tells.
pub(crate) struct Directory {
    /// The one folder that all of it stands in.
    pub(crate) folder: String,
    stamp: Stamp,
    /// The entries in their order: those before the payload, the payload by name, those after it.
    slots: Vec<Slot>,
}

/// What the directory tells of one entry.
pub(crate) struct Slot {
    /// The whole name, with the folder.
    whole: Box<str>,
    /// Where the name within the bag begins.
    within: usize,
    pub(crate) crc: u32,
    pub(crate) size: u64,
    pub(crate) offset: u64,
}

impl Slot {
    /// Returns the name within the bag.
    pub(crate) fn name(&self) -> &str {
        &self.whole[self.within..]
    }

    /// Returns the name within the payload, of a slot of the payload.
    pub(crate) fn payload_name(&self) -> &str {
        self.name().strip_prefix(PAYLOAD).unwrap_or(self.name())
    }
}

impl Directory {
    /// Reads it, and checks that every entry is one that this program writes, in its place.
    ///
    /// # Errors
    /// What is refused.
    pub(crate) fn read(input: &mut Input) -> Result<Self, BagError> {
        let end = read_end(input)?;
        if end.entries > MOST {
            return Err(Refusal::TooMany { entries: end.entries, limit: MOST }.into());
        }
        let mut records = Records {
            stream: input.from(end.offset)?,
            left: end.size,
            entry: 0,
            folder: None,
            stamp: None,
            offset: 0,
            stop: end.offset,
        };
        let mut slots = Vec::new();
        for _ in 0..end.entries {
            slots.push(records.next()?);
        }
        let Records { left, offset, folder, stamp, .. } = records;
        if left != 0 || offset != end.offset {
            return Err(Refusal::End.into());
        }
        check_order(&slots)?;
        match (folder, stamp) {
            (Some(folder), Some(stamp)) => Ok(Self { folder, stamp, slots }),
            _ => Err(Refusal::Missing(BEFORE[0]).into()),
        }
    }

    /// Returns the slots of the files before the payload, in the order of [`BEFORE`].
    pub(crate) fn before(&self) -> impl Iterator<Item = (&'static str, &Slot)> {
        BEFORE.into_iter().zip(&self.slots)
    }

    /// Returns the slots of the payload, by name.
    pub(crate) fn payload(&self) -> &[Slot] {
        let end = self.slots.len().saturating_sub(AFTER.len());
        self.slots.get(BEFORE.len()..end).unwrap_or_default()
    }

    /// Returns the slots of the files after the payload, in the order of [`AFTER`].
    pub(crate) fn after(&self) -> impl Iterator<Item = (&'static str, &Slot)> {
        AFTER.into_iter().zip(self.slots.iter().skip(BEFORE.len() + self.payload().len()))
    }

    /// Returns how many bytes the payload has; the slots lie within the file one after the other.
    pub(crate) fn payload_size(&self) -> u64 {
        self.payload().iter().map(|slot| slot.size).sum()
    }

    /// Returns what the records of a slot tell.
    pub(crate) fn record<'a>(&self, slot: &'a Slot) -> Record<'a> {
        Record {
            name: slot.whole.as_bytes(),
            stamp: self.stamp,
            crc: slot.crc,
            size: slot.size,
            offset: slot.offset,
        }
    }
}

/// Reads the end of the file: where the directory is, which fills what lies before the end.
fn read_end(input: &mut Input) -> Result<End, BagError> {
    let length = input.length();
    let Some(at) = length.checked_sub(END_LENGTH) else { return Err(Refusal::NoEnd.into()) };
    // With what ZIP64 puts before it, where the file is that long.
    let wide = at.checked_sub(END64_LENGTH);
    let mut last = vec![0; usize::try_from(length - wide.unwrap_or(at)).unwrap_or_default()];
    input.from(wide.unwrap_or(at))?.fill(&mut last)?;
    let end = last.len().saturating_sub(usize::try_from(END_LENGTH).unwrap_or_default());
    if zip::u32_at(&last, end) != Some(zip::END) {
        return Err(Refusal::NoEnd.into());
    }
    let narrow = || {
        Some(End {
            entries: zip::u16_at(&last, end + 10)?.into(),
            size: zip::u32_at(&last, end + 12)?.into(),
            offset: zip::u32_at(&last, end + 16)?.into(),
        })
    };
    let wide = || {
        (zip::u32_at(&last, 0) == Some(zip::END64) && zip::u32_at(&last, 56) == Some(zip::LOCATOR))
            .then_some(())?;
        Some(End {
            entries: zip::u64_at(&last, 32)?,
            size: zip::u64_at(&last, 40)?,
            offset: zip::u64_at(&last, 48)?,
        })
    };
    // Whichever it is, there is one way to write it.
    [narrow(), wide().filter(|_| end > 0)]
        .into_iter()
        .flatten()
        .find(|told| {
            let bytes = told.bytes();
            let before = told.offset.checked_add(told.size);
            last.ends_with(&bytes) && before.and_then(|b| b.checked_add(bytes.len() as u64)) == Some(length)
        })
        .ok_or_else(|| Refusal::End.into())
}

/// The records of the directory, one after the other.
struct Records<'a> {
    stream: Stream<'a>,
    /// How many bytes of the directory are left.
    left: u64,
    entry: u64,
    folder: Option<String>,
    stamp: Option<Stamp>,
    /// Where the next entry begins.
    offset: u64,
    /// Where the last entry ends.
    stop: u64,
}

impl Records<'_> {
    fn next(&mut self) -> Result<Slot, BagError> {
        self.entry += 1;
        let unknown = || BagError::from(Refusal::Directory(self.entry));
        let mut record = vec![0; CENTRAL_LENGTH];
        self.left = self.left.checked_sub(record.len() as u64).ok_or_else(unknown)?;
        self.stream.fill(&mut record)?;
        let short = |at| zip::u16_at(&record, at).unwrap_or_default();
        let long = |at| zip::u32_at(&record, at).unwrap_or_default();
        let (name, extra) = (usize::from(short(28)), usize::from(short(30)));
        if long(0) != CENTRAL {
            return Err(unknown());
        }
        if extra > LONGEST_EXTRA || short(32) != 0 || name == 0 {
            return Err(unknown());
        }
        self.left = self.left.checked_sub((name + extra) as u64).ok_or_else(unknown)?;
        let (method, flags, mode) = (short(10), short(8), long(38) >> 16);
        let (size, offset) = (long(24), long(42));
        let stamp = Stamp { time: short(12), date: short(14) };
        let crc = long(16);
        record.resize(CENTRAL_LENGTH + name + extra, 0);
        self.stream.fill(&mut record[CENTRAL_LENGTH..])?;
        let (name, extra) = record[CENTRAL_LENGTH..].split_at(name);

        if flags & 1 != 0 {
            return Err(Refusal::Encrypted(shown(name)).into());
        }
        if method != 0 {
            return Err(Refusal::Compressed { name: shown(name), method }.into());
        }
        if mode & 0o170_000 != 0o100_000 || name.ends_with(b"/") {
            return Err(Refusal::NotAFile(shown(name)).into());
        }
        let refused = |why: NameError| Refusal::Name { name: shown(name), why };
        name::check(name).map_err(refused)?;
        let name = std::str::from_utf8(name).map_err(|_| refused(NameError::Character))?;

        let unlike = || BagError::from(Refusal::Record(name.to_owned()));
        let mut wide =
            extra.get(4..).unwrap_or_default().chunks_exact(8).filter_map(|value| zip::u64_at(value, 0));
        let mut widened = |value: u32| if value == u32::MAX { wide.next() } else { Some(u64::from(value)) };
        let size = widened(size).ok_or_else(unlike)?;
        if size >= u64::from(u32::MAX) {
            // As it is stored, its size stands there twice.
            widened(u32::MAX);
        }
        let offset = widened(offset).ok_or_else(unlike)?;
        let told = Record { name: name.as_bytes(), stamp, crc, size, offset };
        if *self.stamp.get_or_insert(stamp) != stamp || told.central() != record {
            return Err(unlike());
        }
        let next = offset.checked_add(told.header_length()).and_then(|at| at.checked_add(size));
        match next {
            Some(next) if offset == self.offset && next <= self.stop => self.offset = next,
            Some(_) | None => return Err(Refusal::Place(name.to_owned()).into()),
        }
        let (folder, _) = name.split_once('/').ok_or_else(|| Refusal::Outside(name.to_owned()))?;
        if self.folder.get_or_insert_with(|| folder.to_owned()) != folder {
            return Err(Refusal::Outside(name.to_owned()).into());
        }
        Ok(Slot { whole: name.into(), within: folder.len() + 1, crc, size, offset })
    }
}

/// Checks that each entry belongs in a bag, is there once, and stands in its place.
fn check_order(slots: &[Slot]) -> Result<(), Refusal> {
    let names: Vec<&str> = slots.iter().map(Slot::name).collect();
    let belongs = |name: &str| name.starts_with(PAYLOAD) || BEFORE.contains(&name) || AFTER.contains(&name);
    if let Some(name) = names.iter().find(|name| !belongs(name)) {
        return Err(Refusal::Unexpected((*name).to_owned()));
    }
    if let Some(name) = name::twin(&names).and_then(|at| names.get(at)) {
        return Err(Refusal::Twice((*name).to_owned()));
    }
    for expected in BEFORE.into_iter().chain(AFTER) {
        if !slots.iter().any(|slot| slot.name() == expected) {
            return Err(Refusal::Missing(expected));
        }
    }
    // Each that must be there is there once, so both ends are long enough.
    let after = slots.len() - AFTER.len();
    for (index, slot) in slots.iter().enumerate() {
        let name = slot.name();
        let fits = if let Some(expected) = BEFORE.get(index) {
            name == *expected
        } else if let Some(expected) = index.checked_sub(after).and_then(|index| AFTER.get(index)) {
            name == *expected
        } else {
            name.starts_with(PAYLOAD) && (index == BEFORE.len() || slots[index - 1].name() < name)
        };
        if !fits {
            return Err(Refusal::Order(name.to_owned()));
        }
    }
    Ok(())
}
