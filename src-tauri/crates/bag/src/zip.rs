//! The records of a ZIP of stored files, as this program writes them (APPNOTE 6.3, sections 4.3 to 4.5).
//!
//! They are made from what they tell of and nothing else, so reading compares whole records with what would have
//! been written. ZIP64 fields stand where a number asks for them.

use jiff::civil::DateTime;

/// As much as the 32-bit fields hold; a number from here on stands in a ZIP64 field.
const WIDE: u64 = 0xFFFF_FFFF;
/// As much as the 16-bit count of entries holds.
const MANY: u64 = 0xFFFF;

/// Made on Unix, by version 4.5 of the format.
const MADE_BY: u16 = 3 << 8 | 45;
/// A file in a folder can be unpacked by version 2.0.
const PLAIN: u16 = 20;
/// ZIP64 asks for version 4.5.
const ZIP64: u16 = 45;
/// An ordinary file that its owner may write and everybody read.
const MODE: u32 = 0o100_644;

pub(crate) const LOCAL: u32 = 0x0403_4b50;
pub(crate) const CENTRAL: u32 = 0x0201_4b50;
pub(crate) const END: u32 = 0x0605_4b50;
pub(crate) const END64: u32 = 0x0606_4b50;
pub(crate) const LOCATOR: u32 = 0x0706_4b50;

/// The fixed part of a record of the directory, in bytes.
pub(crate) const CENTRAL_LENGTH: usize = 46;
/// The end of the file, in bytes.
pub(crate) const END_LENGTH: u64 = 22;
/// What ZIP64 puts before the end, in bytes: a record of 56 and its locator of 20.
pub(crate) const END64_LENGTH: u64 = 56 + 20;

/// The date and time of an entry, as DOS kept them: no zone, even seconds, 1980 to 2107.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) time: u16,
    pub(crate) date: u16,
}

impl Stamp {
    /// Returns the nearest that the format can say.
    pub(crate) fn of(moment: DateTime) -> Self {
        let year = moment.year().clamp(1980, 2107);
        let bits = |value: i8, shift: u16| u16::from(value.unsigned_abs()) << shift;
        Self {
            time: bits(moment.hour(), 11) | bits(moment.minute(), 5) | bits(moment.second() / 2, 0),
            date: (year - 1980).unsigned_abs() << 9 | bits(moment.month(), 5) | bits(moment.day(), 0),
        }
    }
}

/// What the records of one entry tell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    /// The whole name, with the folder.
    pub(crate) name: &'a [u8],
    pub(crate) stamp: Stamp,
    pub(crate) crc: u32,
    pub(crate) size: u64,
    /// Where its header begins, in bytes from the beginning of the file.
    pub(crate) offset: u64,
}

impl Record<'_> {
    /// Returns the header that stands before the bytes of the file.
    pub(crate) fn header(&self) -> Vec<u8> {
        let mut extra = Vec::new();
        if self.size >= WIDE {
            put_extra(&mut extra, &[self.size, self.size]);
        }
        let mut header = Vec::with_capacity(30 + self.name.len() + extra.len());
        header.extend(LOCAL.to_le_bytes());
        self.put_common(&mut header, &extra);
        header.extend(self.name);
        header.extend(extra);
        header
    }

    /// Returns the length of the header, in bytes.
    pub(crate) fn header_length(&self) -> u64 {
        30 + self.name.len() as u64 + if self.size >= WIDE { 20 } else { 0 }
    }

    /// Returns the record in the directory.
    pub(crate) fn central(&self) -> Vec<u8> {
        let mut wide = Vec::new();
        if self.size >= WIDE {
            wide.extend([self.size, self.size]);
        }
        if self.offset >= WIDE {
            wide.push(self.offset);
        }
        let mut extra = Vec::new();
        if !wide.is_empty() {
            put_extra(&mut extra, &wide);
        }
        let mut record = Vec::with_capacity(CENTRAL_LENGTH + self.name.len() + extra.len());
        record.extend(CENTRAL.to_le_bytes());
        record.extend(MADE_BY.to_le_bytes());
        self.put_common(&mut record, &extra);
        // No comment, the first disk, bytes rather than text.
        record.extend([0; 6]);
        record.extend((MODE << 16).to_le_bytes());
        record.extend(narrow(self.offset).to_le_bytes());
        record.extend(self.name);
        record.extend(extra);
        record
    }

    fn put_common(&self, to: &mut Vec<u8>, extra: &[u8]) {
        to.extend(if extra.is_empty() { PLAIN } else { ZIP64 }.to_le_bytes());
        // No flags, stored.
        to.extend([0; 4]);
        to.extend(self.stamp.time.to_le_bytes());
        to.extend(self.stamp.date.to_le_bytes());
        to.extend(self.crc.to_le_bytes());
        to.extend(narrow(self.size).to_le_bytes());
        to.extend(narrow(self.size).to_le_bytes());
        to.extend(short(self.name.len()).to_le_bytes());
        to.extend(short(extra.len()).to_le_bytes());
    }
}

fn put_extra(to: &mut Vec<u8>, values: &[u64]) {
    to.extend(1_u16.to_le_bytes());
    to.extend(short(values.len() * 8).to_le_bytes());
    values.iter().for_each(|value| to.extend(value.to_le_bytes()));
}

/// Names and extra fields are far shorter than 64 KiB; a longer one would read back as another record.
fn short(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

fn narrow(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// What the end of the file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) entries: u64,
    /// The size of the directory, in bytes.
    pub(crate) size: u64,
    /// Where the directory begins, in bytes.
    pub(crate) offset: u64,
}

impl End {
    /// Returns the last bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut end = Vec::new();
        if self.entries >= MANY || self.size >= WIDE || self.offset >= WIDE {
            end.extend(END64.to_le_bytes());
            end.extend(44_u64.to_le_bytes());
            end.extend(MADE_BY.to_le_bytes());
            end.extend(ZIP64.to_le_bytes());
            end.extend([0; 8]);
            end.extend(self.entries.to_le_bytes());
            end.extend(self.entries.to_le_bytes());
            end.extend(self.size.to_le_bytes());
            end.extend(self.offset.to_le_bytes());
            end.extend(LOCATOR.to_le_bytes());
            end.extend([0; 4]);
            end.extend(self.offset.saturating_add(self.size).to_le_bytes());
            end.extend(1_u32.to_le_bytes());
        }
        let entries = u16::try_from(self.entries).unwrap_or(u16::MAX);
        end.extend(END.to_le_bytes());
        end.extend([0; 4]);
        end.extend(entries.to_le_bytes());
        end.extend(entries.to_le_bytes());
        end.extend(narrow(self.size).to_le_bytes());
        end.extend(narrow(self.offset).to_le_bytes());
        end.extend([0; 2]);
        end
    }
}

/// Returns the little-endian number at a place, and nothing where the bytes end before it.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

/// As [`u16_at`].
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// As [`u16_at`].
pub(crate) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes)
}
