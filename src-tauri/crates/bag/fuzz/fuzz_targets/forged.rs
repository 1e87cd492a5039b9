//! Whole bags with wrong fields and right checksums: only an honest one is taken.

#![no_main]

#[path = "../../tests/bag/forge.rs"]
#[allow(dead_code)]
mod forge;
mod taken;

use arbitrary::Arbitrary;
use forge::{Forge, Raw};
use libfuzzer_sys::fuzz_target;

/// One thing that somebody changes.
#[derive(Arbitrary, Debug)]
enum Change {
    Name(u8, Vec<u8>),
    LocalName(u8, Vec<u8>),
    BothNames(u8, Vec<u8>),
    Known(u8, Known),
    Fill(u8, Vec<u8>),
    Bytes(u8, Vec<u8>),
    Method(u8, u16),
    Flags(u8, u16),
    Mode(u8, u16),
    Time(u8, u16),
    Crc(u8, u32),
    Size(u8, u32),
    Extra(u8, Vec<u8>),
    Comment(u8, Vec<u8>),
    Offset(u8, u32),
    Before(u8, Vec<u8>),
    Remove(u8),
    Copy(u8, u8),
    Swap(u8, u8),
    Prefix(Vec<u8>),
    Suffix(Vec<u8>),
    Count(u16),
    List,
    ListTags,
}

/// Names that are likely to lead somewhere.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Known {
    Upwards,
    Absolute,
    Drive,
    Backslash,
    Folder,
    Device,
    Same,
    Inside,
    Case,
    Info,
    Other,
}

impl Known {
    fn name(self) -> &'static [u8] {
        match self {
            Self::Upwards => b"annexe-backup/data/../../evil",
            Self::Absolute => b"/tmp/evil",
            Self::Drive => b"C:/evil",
            Self::Backslash => b"annexe-backup\\data\\evil",
            Self::Folder => b"annexe-backup/data/folder/",
            Self::Device => b"annexe-backup/data/NUL",
            Self::Same => b"annexe-backup/data/b/c",
            Self::Inside => b"annexe-backup/data/a/inside",
            Self::Case => b"annexe-backup/data/B/D",
            Self::Info => b"annexe-backup/bag-info.txt",
            Self::Other => b"other/data/evil",
        }
    }
}

#[derive(Arbitrary, Debug)]
struct Forgery {
    changes: Vec<Change>,
    list: bool,
    list_tags: bool,
}

/// Says whether a bag is the one that Annexe would have written, by looking at its parts alone.
fn is_honest(forge: &Forge) -> bool {
    let mut offset = 0;
    let honest = |raw: &Raw| {
        let starts = offset;
        offset += 30 + raw.name.len() + raw.bytes.len();
        raw.name == raw.local_name
            && raw.method == 0
            && raw.flags == 0
            && raw.mode & 0xffff == 0o100_644
            && raw.crc == crc32fast::hash(&raw.bytes)
            && raw.size as usize == raw.bytes.len()
            && raw.extra.is_empty()
            && raw.comment.is_empty()
            && raw.offset.is_none_or(|offset| offset as usize == starts)
            && raw.before.is_empty()
            && raw.time == forge.entries[0].time
    };
    let names: Vec<&[u8]> = forge.entries.iter().map(|raw| raw.name.as_slice()).collect();
    let payload: Vec<&&[u8]> = names.iter().filter(|name| name.starts_with(b"annexe-backup/data/")).collect();
    let mut again = forge.clone();
    forge.entries.iter().all(honest)
        && forge.prefix.is_empty()
        && forge.suffix.is_empty()
        && forge.count.is_none_or(|count| usize::from(count) == names.len())
        && names.len() == payload.len() + 5
        && payload.is_sorted_by(|one, other| one < other)
        && names[..3]
            == [&b"annexe-backup/bagit.txt"[..], b"annexe-backup/bag-info.txt", b"annexe-backup/README.txt"]
        && names[names.len() - 2..]
            == [&b"annexe-backup/manifest-sha256.txt"[..], b"annexe-backup/tagmanifest-sha256.txt"]
        && {
            again.list();
            again.entries.iter().zip(&forge.entries).all(|(one, other)| one.bytes == other.bytes)
        }
}

/// Makes the manifests anew, where they are there.
fn relist(forge: &mut Forge) {
    if holds(forge, b"annexe-backup/manifest-sha256.txt") && holds(forge, TAGS) {
        forge.list();
    }
}

/// Makes the manifest of the tags anew, where it is there.
fn relist_tags(forge: &mut Forge) {
    if holds(forge, TAGS) {
        forge.list_tags();
    }
}

const TAGS: &[u8] = b"annexe-backup/tagmanifest-sha256.txt";

fn holds(forge: &Forge, name: &[u8]) -> bool {
    forge.entries.iter().any(|raw| raw.name == name)
}

fuzz_target!(|forgery: Forgery| {
    let mut forge = Forge::honest(&[("a", b"the database"), ("b/c", b"evidence"), ("b/d", b"")]);
    for change in forgery.changes {
        let count = forge.entries.len();
        if count == 0 || count > 60 {
            return;
        }
        let at = |index: u8| usize::from(index) % count;
        match change {
            Change::Name(index, name) => forge.entries[at(index)].name = name,
            Change::LocalName(index, name) => forge.entries[at(index)].local_name = name,
            Change::BothNames(index, name) => {
                forge.entries[at(index)].rename(&[b"annexe-backup/data/", name.as_slice()].concat());
            }
            Change::Known(index, known) => forge.entries[at(index)].rename(known.name()),
            Change::Fill(index, bytes) => {
                let raw = &mut forge.entries[at(index)];
                raw.crc = crc32fast::hash(&bytes);
                raw.size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
                raw.bytes = bytes;
            }
            Change::Bytes(index, bytes) => forge.entries[at(index)].bytes = bytes,
            Change::Method(index, method) => forge.entries[at(index)].method = method,
            Change::Flags(index, flags) => forge.entries[at(index)].flags = flags,
            Change::Mode(index, mode) => forge.entries[at(index)].mode = mode.into(),
            Change::Time(index, time) => forge.entries[at(index)].time = time,
            Change::Crc(index, crc) => forge.entries[at(index)].crc = crc,
            Change::Size(index, size) => forge.entries[at(index)].size = size,
            Change::Extra(index, extra) => forge.entries[at(index)].extra = extra,
            Change::Comment(index, comment) => forge.entries[at(index)].comment = comment,
            Change::Offset(index, offset) => forge.entries[at(index)].offset = Some(offset),
            Change::Before(index, before) => forge.entries[at(index)].before = before,
            Change::Remove(index) => drop(forge.entries.remove(at(index))),
            Change::Copy(from, to) => {
                let raw = forge.entries[at(from)].clone();
                forge.entries.insert(at(to), raw);
            }
            Change::Swap(one, other) => forge.entries.swap(at(one), at(other)),
            Change::Prefix(prefix) => forge.prefix = prefix,
            Change::Suffix(suffix) => forge.suffix = suffix,
            Change::Count(count) => forge.count = Some(count),
            Change::List => relist(&mut forge),
            Change::ListTags => relist_tags(&mut forge),
        }
    }
    if forgery.list {
        relist(&mut forge);
    } else if forgery.list_tags {
        relist_tags(&mut forge);
    }
    let long = |bytes: &Vec<u8>| bytes.len() > usize::from(u16::MAX);
    if forge.entries.iter().any(|raw| long(&raw.name) || long(&raw.extra) || long(&raw.comment)) {
        return;
    }
    let honest = forge.entries.len() > 4 && is_honest(&forge);
    if taken::read_all(&forge.bytes(), None) {
        assert!(honest, "a forgery was taken");
    }
});
