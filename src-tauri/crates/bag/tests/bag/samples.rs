//! Bags to test with.

use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{
    Bag, BagError, Contents, Entry, Passphrase, Progress, Sealing, Source, Unverified, Verified, write,
};
use jiff::civil::{DateTime, date};

/// The moment that the samples carry.
pub(crate) fn moment() -> DateTime {
    date(2026, 11, 24).at(7, 31, 58, 0)
}

/// What is put into a bag, of names and bytes.
pub(crate) fn contents<'a>(files: &'a [(impl AsRef<str>, impl AsRef<[u8]>)]) -> Contents<'a> {
    let entry = |(name, bytes): &'a (_, _)| {
        let name: &str = AsRef::<str>::as_ref(name);
        Entry { name: name.to_owned(), source: Source::bytes(AsRef::<[u8]>::as_ref(bytes)), expected: None }
    };
    Contents {
        folder: "annexe-backup".to_owned(),
        made: moment(),
        info: vec![("Annexe-Backup-Format".to_owned(), "1".to_owned())],
        readme: "How to check this backup.\n".to_owned(),
        payload: files.iter().map(entry).collect(),
    }
}

/// Goes on, whatever is told.
pub(crate) fn on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Takes any name.
pub(crate) fn all(_: &str) -> bool {
    true
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery staple").unwrap()
}

/// A seal that is quick to try.
pub(crate) fn sealing() -> Sealing {
    Sealing::with(passphrase()).work(1)
}

/// Returns the bytes of a bag.
pub(crate) fn bytes_of(contents: &Contents<'_>, sealing: Option<&Sealing>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.zip");
    write(&file, contents, sealing, false, &mut on).unwrap();
    fs::read(file).unwrap()
}

/// A small bag with each kind of entry: some bytes, none, in folders.
pub(crate) fn small(sealing: Option<&Sealing>) -> Vec<u8> {
    let files = [("annexe.db", &b"the database"[..]), ("vault/ab/abcd", b"evidence"), ("vault/cd/cdef", b"")];
    bytes_of(&contents(&files), sealing)
}

pub(crate) fn open(bytes: &[u8], passphrase: Option<&Passphrase>) -> Result<Bag<Unverified>, BagError> {
    Bag::read(Path::new("backup.zip"), Cursor::new(bytes.to_vec()), passphrase)
}

pub(crate) fn verify(bytes: &[u8], passphrase: Option<&Passphrase>) -> Result<Bag<Verified>, BagError> {
    open(bytes, passphrase)?.verify(&all, &mut on)
}

/// Returns the error of what is to fail.
pub(crate) fn error(result: Result<Bag<Verified>, BagError>) -> BagError {
    match result {
        Ok(_) => panic!("the bag was taken"),
        Err(error) => error,
    }
}
