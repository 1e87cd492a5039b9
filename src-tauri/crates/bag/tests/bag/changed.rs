//! A bag of which something changed is never taken.

use annexe_bag::{BagError, Damage};

use crate::samples::{all, bytes_of, contents, error, on, open, passphrase, sealing, small, verify};

#[test]
fn every_flipped_bit_is_found() {
    let bytes = small(None);
    verify(&bytes, None).map(|_| ()).unwrap();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            assert!(verify(&flipped, None).is_err(), "bit {bit} of byte {at} of {} is free", bytes.len());
        }
    }
}

#[test]
fn every_byte_set_to_something_else_is_found() {
    let bytes = small(None);
    for at in 0..bytes.len() {
        for value in [0, b' ', b'0', b'A', 0x7f, 0xff] {
            let mut changed = bytes.clone();
            changed[at] = value;
            let taken = verify(&changed, None).is_ok();
            assert_eq!(taken, changed == bytes, "byte {at} of {} may be {value}", bytes.len());
        }
    }
}

#[test]
fn every_truncation_and_extension_is_found() {
    let bytes = small(None);
    for length in 0..bytes.len() {
        assert!(verify(&bytes[..length], None).is_err(), "cut to {length} of {}", bytes.len());
        assert!(verify(&bytes[length..], None).is_err() || length == 0, "without the first {length}");
    }
    for more in [&b"\0"[..], b"PK\x05\x06", &bytes] {
        assert!(verify(&[&bytes[..], more].concat(), None).is_err());
        assert!(verify(&[more, &bytes[..]].concat(), None).is_err());
    }
}

#[test]
fn every_byte_left_out_or_put_in_is_found() {
    let bytes = small(None);
    for at in 0..bytes.len() {
        let (before, after) = bytes.split_at(at);
        assert!(verify(&[before, &after[1..]].concat(), None).is_err(), "without byte {at}");
        assert!(verify(&[before, b"\0", after].concat(), None).is_err(), "a byte more at {at}");
        assert!(verify(&[before, &after[..1], after].concat(), None).is_err(), "byte {at} twice");
    }
}

#[test]
fn every_flipped_byte_of_a_sealed_file_is_found() {
    let bytes = small(Some(&sealing()));
    let passphrase = passphrase();
    verify(&bytes, Some(&passphrase)).map(|_| ()).unwrap();
    let header = bytes.windows(4).position(|four| four == b"\n---").unwrap() + 49;
    for at in 0..bytes.len() {
        // The header is text, where several bits may mean the same; the rest is sealed byte by byte.
        let bits = if at < header { 0..8 } else { at % 8..at % 8 + 1 };
        for bit in bits {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            assert!(
                verify(&flipped, Some(&passphrase)).is_err(),
                "bit {bit} of byte {at} of {} is free",
                bytes.len()
            );
        }
    }
}

#[test]
fn every_truncation_of_a_sealed_file_is_found() {
    let bytes = small(Some(&sealing()));
    let passphrase = passphrase();
    for length in 0..bytes.len() {
        assert!(verify(&bytes[..length], Some(&passphrase)).is_err(), "cut to {length} of {}", bytes.len());
    }
    assert!(verify(&[&bytes[..], b"\0"].concat(), Some(&passphrase)).is_err());
}

#[test]
fn a_sealed_file_of_several_parts_is_whole_or_refused() {
    // age seals 64 KiB at a time: parts left out, swapped, and cut off at their borders.
    let payload: Vec<u8> = (0..300_000_u32).map(|index| (index % 251) as u8).collect();
    let bytes = bytes_of(&contents(&[("big", payload)]), Some(&sealing()));
    let passphrase = passphrase();
    let header = bytes.windows(4).position(|four| four == b"\n---").unwrap() + 49 + 16;
    let part = 64 * 1024 + 16;
    let (head, body) = bytes.split_at(header);
    let parts: Vec<&[u8]> = body.chunks(part).collect();
    assert!(parts.len() > 4);
    verify(&bytes, Some(&passphrase)).map(|_| ()).unwrap();
    for at in 0..parts.len() {
        let mut without = parts.clone();
        without.remove(at);
        assert!(verify(&[head, &without.concat()].concat(), Some(&passphrase)).is_err(), "without part {at}");
        let mut twice = parts.clone();
        twice.insert(at, parts[at]);
        assert!(verify(&[head, &twice.concat()].concat(), Some(&passphrase)).is_err(), "part {at} twice");
        assert!(verify(&[head, &parts[..at].concat()].concat(), Some(&passphrase)).is_err(), "cut at {at}");
        let mut swapped = parts.clone();
        swapped.swap(0, at);
        assert!(at == 0 || verify(&[head, &swapped.concat()].concat(), Some(&passphrase)).is_err());
    }
    for at in (0..bytes.len()).step_by(9973) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        assert!(verify(&flipped, Some(&passphrase)).is_err(), "byte {at}");
    }
}

#[test]
fn damage_is_told_by_the_name_of_what_it_hit() {
    let bytes = small(None);
    let at = bytes.windows(8).position(|eight| eight == b"evidence").unwrap();
    let hit = |at: usize| {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        error(verify(&flipped, None)).to_string()
    };
    insta::assert_snapshot!(hit(at), @"annexe-backup/data/vault/ab/abcd is damaged: its bytes are not those that were put in");
    insta::assert_snapshot!(hit(at - 1), @"The backup is damaged before annexe-backup/data/vault/ab/abcd");
    insta::assert_snapshot!(hit(bytes.len() - 100), @"The record of annexe-backup/tagmanifest-sha256.txt is not one that this program writes");
    insta::assert_snapshot!(hit(bytes.len() - 22), @"The file is no backup, or it is cut short: it does not end as a backup does");
    insta::assert_snapshot!(hit(bytes.len() - 3), @"The end of the file tells of a directory that is not where it should be");
    let sealed = small(Some(&sealing()));
    let cut = error(verify(&sealed[..sealed.len() - 1], Some(&passphrase())));
    insta::assert_snapshot!(cut, @"The sealed backup is damaged or cut short");
}

#[test]
fn what_changes_between_verifying_and_unpacking_is_not_unpacked() {
    use std::io::{Cursor, Read, Seek, SeekFrom};
    use std::sync::{Arc, Mutex};

    /// A file that somebody else writes to.
    struct Shared(Arc<Mutex<Vec<u8>>>, u64);
    impl Read for Shared {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let bytes = self.0.lock().unwrap();
            let mut cursor = Cursor::new(&bytes[..]);
            cursor.set_position(self.1);
            let read = cursor.read(buffer)?;
            self.1 += read as u64;
            Ok(read)
        }
    }
    impl Seek for Shared {
        fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
            let bytes = self.0.lock().unwrap();
            let mut cursor = Cursor::new(&bytes[..]);
            cursor.set_position(self.1);
            self.1 = cursor.seek(to)?;
            Ok(self.1)
        }
    }

    let bytes = small(None);
    let at = bytes.windows(8).position(|eight| eight == b"evidence").unwrap();
    let shared = Arc::new(Mutex::new(bytes));
    let reader = Shared(shared.clone(), 0);
    let bag = annexe_bag::Bag::read(std::path::Path::new("backup.zip"), reader, None).unwrap();
    let mut bag = bag.verify(&all, &mut on).unwrap();
    shared.lock().unwrap()[at] ^= 1;
    let folder = tempfile::tempdir().unwrap();
    let unpacked = bag.unpack(folder.path(), &mut on);
    assert!(matches!(unpacked, Err(BagError::Damaged(Damage::Bytes(_)))), "{unpacked:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(bag.bytes_of("vault/ab/abcd", 100).is_err());
    assert_eq!(bag.bytes_of("annexe.db", 100).unwrap().unwrap(), b"the database");
}

#[test]
fn a_file_that_can_no_longer_be_read_says_so() {
    use std::io::{Cursor, Error, Read, Seek, SeekFrom};

    /// A disk that fails after some reads.
    struct Failing(Cursor<Vec<u8>>, usize);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.1 = self.1.checked_sub(1).ok_or_else(|| Error::other("Input/output error"))?;
            self.0.read(buffer)
        }
    }
    impl Seek for Failing {
        fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
            self.0.seek(to)
        }
    }

    for (bytes, passphrase) in [(small(None), None), (small(Some(&sealing())), Some(passphrase()))] {
        let mut fails = 0;
        for reads in 0.. {
            let reader = Failing(Cursor::new(bytes.clone()), reads);
            let bag = annexe_bag::Bag::read(std::path::Path::new("backup.zip"), reader, passphrase.as_ref());
            match bag.and_then(|bag| bag.verify(&all, &mut on)) {
                Ok(_) => break,
                Err(error) => {
                    assert_eq!(error.to_string(), "backup.zip could not be read (Input/output error)");
                    fails += 1;
                }
            }
        }
        assert!(fails >= 3, "{fails}");
    }
}

#[test]
fn what_is_no_bag_at_all_is_refused() {
    let told = |bytes: &[u8]| open(bytes, None).map(|_| ()).unwrap_err().to_string();
    insta::assert_snapshot!(told(b""), @"The file is no backup, or it is cut short: it does not end as a backup does");
    insta::assert_snapshot!(told(b"SQLite format 3\0 and much more, all of which is no backup"), @"The file is no backup, or it is cut short: it does not end as a backup does");
}
