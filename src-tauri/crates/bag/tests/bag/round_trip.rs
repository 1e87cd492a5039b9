//! What goes in comes out.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{Bag, BagError, Digest, Passphrase, Sealing, is_sealed, write};
use proptest::prelude::*;

use crate::samples::{all, bytes_of, contents, on, passphrase, sealing, small, verify};

/// Returns every file below a folder with its bytes, by its name with `/`.
fn below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, before)) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{before}{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                folders.push((entry.path(), format!("{name}/")));
            } else {
                found.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

fn files() -> impl Strategy<Value = BTreeMap<String, Vec<u8>>> {
    // A letter before each kind of name keeps files and folders apart.
    let name = prop_oneof![
        "f[a-z0-9_-]{0,8}(\\.[a-z]{1,3})?",
        "d[a-z]{1,2}/f[a-z0-9]{1,8}",
        "d[a-c]/e[a-c]/f[a-z]{1,4}"
    ];
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        (any::<u8>(), 60_000_usize..140_000).prop_map(|(byte, length)| vec![byte; length]),
    ];
    prop::collection::btree_map(name, bytes, 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_in_comes_out(files in files(), sealed: bool) {
        let pairs: Vec<_> = files.iter().collect();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup");
        let seal = sealing();
        let written = write(&file, &contents(&pairs), sealed.then_some(&seal), false, &mut on).unwrap();
        prop_assert_eq!(written.files, files.len());
        prop_assert_eq!(written.size, fs::metadata(&file).unwrap().len());

        let bag = Bag::open(&file, Some(&passphrase())).unwrap();
        prop_assert_eq!(bag.is_sealed(), sealed);
        prop_assert_eq!(bag.told("Annexe-Backup-Format"), Some("1"));
        let mut bag = bag.verify(&all, &mut on).unwrap();
        let held: Vec<_> = bag.held().map(|held| (held.name.to_owned(), held.digest)).collect();
        let expected: Vec<_> = files.iter().map(|(name, bytes)| (name.clone(), Digest::of(bytes))).collect();
        prop_assert_eq!(held, expected);

        let into = folder.path().join("into");
        bag.unpack(&into, &mut on).unwrap();
        prop_assert_eq!(&below(&into), &files);
        for (name, bytes) in &files {
            let out = bag.bytes_of(name, u64::MAX).unwrap();
            prop_assert_eq!(out.as_ref(), Some(bytes));
        }
    }
}

#[test]
fn the_same_contents_at_the_same_moment_give_the_same_bytes_in_any_order() {
    let one = bytes_of(&contents(&[("a", "1"), ("b/c", "2")]), None);
    let other = bytes_of(&contents(&[("b/c", "2"), ("a", "1")]), None);
    assert_eq!(one, other);
    let sealed = || bytes_of(&contents(&[("a", "1")]), Some(&sealing()));
    assert_ne!(sealed(), sealed());
}

#[test]
fn nothing_plain_is_in_a_sealed_file() {
    let sealed = small(Some(&sealing()));
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    assert!(!sealed.windows(12).any(|bytes| bytes == b"the database" || bytes == b"bag-info.txt"));
}

#[test]
fn whether_a_file_is_sealed_is_told_before_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    let told = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        is_sealed(&file).unwrap()
    };
    let sealed = small(Some(&sealing()));
    assert!(told(&sealed));
    assert!(told(b"age-encryption.org/v1\n"));
    assert!(!told(&small(None)));
    assert!(!told(&sealed[..21]));
    assert!(!told(b"age-encryption.org/v10\n"));
    assert!(!told(b""));
    let shown = |name: &str| {
        let error = is_sealed(&folder.path().join(name)).unwrap_err();
        error.to_string().replace(&*folder.path().to_string_lossy(), "FOLDER")
    };
    insta::assert_snapshot!(shown("none"), @"There is no file FOLDER/none");
    insta::assert_snapshot!(shown(""), @"FOLDER/ is a folder; expected the name of a file");
}

#[test]
fn a_sealed_file_opens_with_its_passphrase_alone() {
    let sealed = small(Some(&sealing()));
    let open = |passphrase: Option<&Passphrase>| verify(&sealed, passphrase).map(|_| ());
    open(Some(&passphrase())).unwrap();
    insta::assert_snapshot!(open(None).unwrap_err(), @"The backup is sealed with a passphrase");
    let wrong = Passphrase::new("correct horse").unwrap();
    insta::assert_snapshot!(open(Some(&wrong)).unwrap_err(), @"This passphrase does not open the backup");
    insta::assert_snapshot!(Passphrase::new("").unwrap_err(), @"The passphrase is empty");
}

#[test]
fn the_usual_work_is_that_of_the_age_tool() {
    let sealed = small(Some(&Sealing::with(passphrase())));
    let line = sealed.split(|&byte| byte == b'\n').nth(1).unwrap();
    assert!(line.starts_with(b"-> scrypt ") && line.ends_with(b" 18"), "{}", line.escape_ascii());
    verify(&sealed, Some(&passphrase())).map(|_| ()).unwrap();
}

#[test]
fn another_reader_of_zip_reads_the_same() {
    let bytes = small(None);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let names: Vec<_> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    insta::assert_debug_snapshot!(names, @r#"
    [
        "annexe-backup/bagit.txt",
        "annexe-backup/bag-info.txt",
        "annexe-backup/README.txt",
        "annexe-backup/data/annexe.db",
        "annexe-backup/data/vault/ab/abcd",
        "annexe-backup/data/vault/cd/cdef",
        "annexe-backup/manifest-sha256.txt",
        "annexe-backup/tagmanifest-sha256.txt",
    ]
    "#);
    let mut text = |name: &str| {
        let mut text = String::new();
        let mut entry = zip.by_name(&format!("annexe-backup/{name}")).unwrap();
        assert_eq!(entry.last_modified().unwrap().to_string(), "2026-11-24 07:31:58");
        entry.read_to_string(&mut text).unwrap();
        text
    };
    insta::assert_snapshot!(text("bag-info.txt"), @"
    Bagging-Date: 2026-11-24
    Payload-Oxum: 20.3
    Annexe-Backup-Format: 1
    ");
    insta::assert_snapshot!(text("bagit.txt"), @"
    BagIt-Version: 1.0
    Tag-File-Character-Encoding: UTF-8
    ");
    insta::assert_snapshot!(text("manifest-sha256.txt"), @"
    4510afc0b42a97bf76ce44e86d2ccbeede8d2925c5da8e2e2e0704c4f749de44  data/annexe.db
    ee8250fb76e094b34b471f13a73dbbe51d1ae142e9df59d7c0d31ec20f0a0a8e  data/vault/ab/abcd
    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/vault/cd/cdef
    ");
    insta::assert_snapshot!(text("tagmanifest-sha256.txt"), @"
    1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9  bagit.txt
    f033d71e85c968c92ddf4a93c70028cc965a304283d1ff9b382ebe5855ed7175  bag-info.txt
    1f546aa31d6c80908f7c51e5d84b5614955fd2b1791378d22f9893d38e74c7cf  README.txt
    4cf2f7bba453929d49d3c206284741f0b30b77ac1f5e5755065c4916a095374c  manifest-sha256.txt
    ");
}

#[test]
fn the_moment_is_brought_into_what_zip_can_say() {
    for (year, expected) in [(1970, "1980"), (2500, "2107")] {
        let mut contents = contents(&[("a", "b")]);
        contents.made = jiff::civil::date(year, 2, 3).at(4, 5, 7, 0);
        let bytes = bytes_of(&contents, None);
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let told = zip.by_index(0).unwrap().last_modified().unwrap().to_string();
        assert_eq!(told, format!("{expected}-02-03 04:05:06"));
    }
}

#[test]
fn progress_counts_up_to_its_total_and_a_stop_leaves_nothing() {
    let big = vec![7; 3_000_000];
    let files = [("big", big.as_slice()), ("small", b"123")];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.zip");
    let mut told = Vec::new();
    let mut listen = |progress: annexe_bag::Progress| {
        told.push(progress);
        ControlFlow::Continue(())
    };
    write(&file, &contents(&files), None, false, &mut listen).unwrap();
    assert!(told.is_sorted_by_key(|progress| progress.done));
    let last = told.last().unwrap();
    assert_eq!((last.done, last.total), (3 * 3_000_003, 3 * 3_000_003));
    fs::remove_file(&file).unwrap();

    for stop in 0..told.len() {
        let mut calls = 0;
        let mut stopping = |_| {
            calls += 1;
            if calls > stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let stopped = write(&file, &contents(&files), None, false, &mut stopping);
        assert!(matches!(stopped, Err(BagError::Stopped)), "{stop}: {stopped:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{stop}");
    }

    write(&file, &contents(&files), None, false, &mut on).unwrap();
    let into = folder.path().join("into");
    fs::create_dir(&into).unwrap();
    let mut bag = Bag::open(&file, None).unwrap().verify(&all, &mut on).unwrap();
    let made = folder.path().join("made");
    for stop in [0, 1, 5] {
        for into in [&into, &made] {
            let mut calls = 0;
            let stopped = bag.unpack(into, &mut |_| {
                calls += 1;
                if calls > stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            assert!(matches!(stopped, Err(BagError::Stopped)));
        }
        assert_eq!(fs::read_dir(&into).unwrap().count(), 0);
        assert!(!made.exists());
    }
    bag.unpack(&into, &mut on).unwrap();
    assert_eq!(fs::read(into.join("big")).unwrap(), big);
}

#[test]
fn one_file_is_taken_out_by_its_digest() {
    let mut bag = verify(&small(None), None).unwrap();
    let digest = Digest::of(b"evidence");
    let name = bag.held().find(|held| held.digest == digest).unwrap().name.to_owned();
    let mut out = Vec::new();
    assert_eq!(bag.copy(&name, &mut out).unwrap(), Some(8));
    assert_eq!(out, b"evidence");
    assert_eq!(bag.bytes_of(&name, 7).unwrap(), None);
    assert_eq!(bag.bytes_of("vault/ab/none", 7).unwrap(), None);
}
