//! Bags that are larger than the first form of ZIP could tell.

use std::fs;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::process::Command;

use annexe_bag::{Bag, Contents, Entry, Source, write};

use crate::samples::{all, contents, on, passphrase, sealing};
use crate::tools;

/// Returns more files than 16 bits count.
fn very_many() -> Contents<'static> {
    let files: &[(&str, &str)] = &[];
    let mut contents = contents(files);
    contents.payload = (0..70_000_u32)
        .map(|index| Entry {
            name: format!("vault/{:02x}/{index:08}", index % 256),
            source: Source::bytes(index.to_le_bytes().to_vec()),
            expected: None,
        })
        .collect();
    contents
}

#[test]
fn more_files_than_16_bits_count_go_in_and_come_out() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.zip");
    assert_eq!(write(&file, &very_many(), None, false, &mut on).unwrap().files, 70_000);
    let mut bag = Bag::open(&file, None).unwrap().verify(&all, &mut on).unwrap();
    assert_eq!(bag.held().count(), 70_000);
    assert_eq!(bag.bytes_of("vault/6f/00069999", 4).unwrap().unwrap(), 69_999_u32.to_le_bytes());

    // Each bit of the two ends.
    let bytes = fs::read(&file).unwrap();
    let open = |bytes: Vec<u8>| Bag::read(&file, Cursor::new(bytes), None).map(|_| ());
    open(bytes.clone()).unwrap();
    for at in bytes.len() - 98..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            assert!(open(flipped).is_err(), "bit {bit} of byte {at} of {} is free", bytes.len());
        }
    }
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "takes the `script` of util-linux")]
fn stock_tools_check_more_files_than_16_bits_count() {
    if tools::missing(&["unzip", "sha256sum", "age", "script"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let sealed = folder.path().join("backup.zip.age");
    write(&sealed, &very_many(), Some(&sealing()), false, &mut on).unwrap();
    let plain = folder.path().join("backup.zip");
    tools::age_decrypt(&sealed, &plain);
    assert_eq!(tools::unzip_and_check(&plain, folder.path()), 70_000);
    // And what came out of the seal is a bag.
    Bag::open(&plain, None).unwrap().verify(&all, &mut on).unwrap();
    Bag::open(&sealed, Some(&passphrase())).unwrap();
}

/// Zeros without end, up to a size.
struct Zeros {
    at: u64,
    size: u64,
}

impl Read for Zeros {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.size - self.at).unwrap_or(usize::MAX).min(buffer.len());
        buffer[..left].fill(0);
        self.at += left as u64;
        Ok(left)
    }
}

impl Seek for Zeros {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let SeekFrom::Start(at) = to else { return Err(std::io::ErrorKind::Unsupported.into()) };
        self.at = at;
        Ok(at)
    }
}

#[test]
#[ignore = "writes 5 GiB and reads them several times"]
fn a_file_of_more_than_4_gib_goes_in_and_comes_out() {
    let size = 5 << 30;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.zip");
    let files: &[(&str, &str)] = &[("aaa", "before"), ("zzz", "after, beyond 4 GiB")];
    let mut contents = contents(files);
    let open = move || Ok(Box::new(Zeros { at: 0, size }) as Box<dyn annexe_bag::ReadSeek>);
    contents.payload.push(Entry { name: "big".into(), source: Source::opened(size, open), expected: None });
    write(&file, &contents, None, false, &mut on).unwrap();
    let mut bag = Bag::open(&file, None).unwrap().verify(&all, &mut on).unwrap();
    assert_eq!(bag.bytes_of("zzz", 100).unwrap().unwrap(), b"after, beyond 4 GiB");
    assert_eq!(bag.held().find(|held| held.name == "big").unwrap().size, size);
    if !tools::missing(&["unzip"]) {
        let tested = Command::new("unzip").arg("-tq").arg(&file).output().unwrap();
        assert!(tested.status.success(), "{}", String::from_utf8_lossy(&tested.stdout));
    }
}
