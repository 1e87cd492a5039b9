//! A bag that can't be written whole is not written.

use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use annexe_bag::{Bag, BagError, Contents, Digest, Entry, Source, TEMPORARY, remove_unfinished, write};

use crate::samples::{all, contents, on, sealing};

/// Returns what is told of contents that can't be written, after looking that nothing was.
fn failed(contents: &Contents<'_>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let error = write(&folder.path().join("backup.zip"), contents, None, false, &mut on).unwrap_err();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    error.to_string()
}

fn of_source(source: Source<'_>, expected: Option<Digest>) -> Contents<'_> {
    let files: &[(&str, &[u8])] = &[("a", b"first"), ("c", b"last")];
    let mut contents = contents(files);
    contents.payload.push(Entry { name: "vault/ab/abcd".into(), source, expected });
    contents
}

/// Something that is read with another result each time.
struct Changing(Cursor<Vec<u8>>, Vec<u8>);

impl Read for Changing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Seek for Changing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0 = Cursor::new(std::mem::take(&mut self.1));
        self.0.seek(to)
    }
}

#[test]
fn a_damaged_source_is_refused_by_its_name() {
    insta::assert_snapshot!(failed(&of_source(Source::bytes(&b"evidence"[..]), Some(Digest::of(b"Evidence")))), @"vault/ab/abcd is damaged: its SHA-256 is ee8250fb76e094b34b471f13a73dbbe51d1ae142e9df59d7c0d31ec20f0a0a8e, not 03867aea70acaf4c5dce37a76cf5a04dab1716d6ff70bf03761c439daa8be984");
    insta::assert_snapshot!(failed(&of_source(Source::file("/nowhere/at/all"), None)), @"vault/ab/abcd could not be read (No such file or directory (os error 2))");
    let opener = || Err(io::Error::other("Input/output error"));
    insta::assert_snapshot!(failed(&of_source(Source::opened(8, opener), None)), @"vault/ab/abcd could not be read (Input/output error)");
}

#[test]
fn a_source_that_changes_is_refused_by_its_name() {
    let size = 3_000_000;
    let changing = |first: usize, second: usize, with: u8| {
        let open = move || {
            let mut again = vec![7; second];
            again[0] = with;
            Ok(Box::new(Changing(Cursor::new(vec![7; first]), again)) as Box<dyn annexe_bag::ReadSeek>)
        };
        failed(&of_source(Source::opened(size, open), None))
    };
    let size = usize::try_from(size).unwrap();
    // Another size than was planned; another size, or other bytes, the second time.
    for told in [
        changing(size + 1, size, 7),
        changing(size - 1, size, 7),
        changing(size, size + 1, 7),
        changing(size, size - 1, 7),
        changing(size, size, 8),
    ] {
        assert_eq!(told, "vault/ab/abcd changed while it was read");
    }
}

#[test]
fn a_source_that_fails_midway_is_told_by_its_name() {
    struct Failing(Cursor<Vec<u8>>, usize);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.1 = self.1.checked_sub(1).ok_or_else(|| io::Error::other("Input/output error"))?;
            self.0.read(buffer)
        }
    }
    impl Seek for Failing {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }
    let count = |reads: usize| {
        let open = move || {
            let bytes = Cursor::new(vec![7; 3_000_000]);
            Ok(Box::new(Failing(bytes, reads)) as Box<dyn annexe_bag::ReadSeek>)
        };
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.zip");
        let contents = of_source(Source::opened(3_000_000, open), None);
        let error = write(&file, &contents, None, false, &mut on).err()?;
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        Some(error.to_string())
    };
    let mut reads = 0;
    while let Some(told) = count(reads) {
        assert_eq!(told, "vault/ab/abcd could not be read (Input/output error)");
        reads += 1;
    }
    assert!(reads > 20);
}

#[test]
fn a_source_is_opened_once() {
    let opened = AtomicUsize::new(0);
    let open = || {
        opened.fetch_add(1, Ordering::Relaxed);
        Ok(Box::new(Cursor::new(vec![7_u8; 3_000_000])) as Box<dyn annexe_bag::ReadSeek>)
    };
    let folder = tempfile::tempdir().unwrap();
    let contents = of_source(Source::opened(3_000_000, open), None);
    write(&folder.path().join("backup.zip"), &contents, Some(&sealing()), false, &mut on).unwrap();
    drop(contents);
    assert_eq!(opened.into_inner(), 1);
}

#[test]
fn contents_that_no_reader_would_take_are_refused() {
    let named = |name: &str| failed(&contents(&[(name, "")]));
    insta::assert_snapshot!(named("../evil"), @"../evil cannot be the name of an entry: it leads out of its folder");
    insta::assert_snapshot!(named("Bericht \u{fc}ber.pdf"), @"Bericht über.pdf cannot be the name of an entry: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(named(&"a".repeat(240)), @"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa cannot be the name of an entry: it is longer than 255 characters");
    insta::assert_snapshot!(failed(&contents(&[("a", ""), ("A", "")])), @"A is named twice");
    insta::assert_snapshot!(failed(&contents(&[("a", ""), ("a/b", "")])), @"a/b is named twice");
    let changed = |change: &dyn Fn(&mut Contents<'_>)| {
        let files: &[(&str, &str)] = &[];
        let mut contents = contents(files);
        change(&mut contents);
        failed(&contents)
    };
    insta::assert_snapshot!(changed(&|contents| contents.folder = "a/b".into()), @"a/b cannot be the name of an entry: it holds a character other than letters, digits, '.', '-' and '_'");
    insta::assert_snapshot!(changed(&|contents| contents.info.push(("A".into(), "b\nc".into()))), @r#""A" cannot stand in bag-info.txt"#);
    insta::assert_snapshot!(changed(&|contents| contents.info.push(("Payload-Oxum".into(), "0.0".into()))), @r#""Payload-Oxum" cannot stand in bag-info.txt"#);
    insta::assert_snapshot!(changed(&|contents| contents.readme = "x".repeat(1_048_577)), @"README.txt is too long");
}

#[test]
fn what_stands_there_is_replaced_only_when_asked_and_only_by_something_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.zip");
    fs::write(&file, "what stood there").unwrap();
    let good = contents(&[("a", "b")]);
    let bad = of_source(Source::bytes(&b"evidence"[..]), Some(Digest::of(b"Evidence")));
    assert!(matches!(write(&file, &good, None, false, &mut on), Err(BagError::File(_))));
    assert!(matches!(write(&file, &bad, None, true, &mut on), Err(BagError::Source(_))));
    assert_eq!(fs::read(&file).unwrap(), b"what stood there");
    write(&file, &good, None, true, &mut on).unwrap();
    Bag::open(&file, None).unwrap().verify(&all, &mut on).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_place_where_no_file_can_stand_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let good = contents(&[("a", "b")]);
    let shown = |name: &str| {
        let error = write(&folder.path().join(name), &good, None, true, &mut on).unwrap_err();
        error.to_string().replace(&*folder.path().to_string_lossy(), "FOLDER")
    };
    insta::assert_snapshot!(shown(""), @"FOLDER/ is a folder; expected the name of a file");
    insta::assert_snapshot!(shown("none/backup.zip"), @"There is no folder FOLDER/none");
    let error = write(Path::new(""), &good, None, true, &mut on).unwrap_err();
    insta::assert_snapshot!(error, @"No file is named");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_file_in_the_making_is_known_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut seen = Vec::new();
    let mut look = |_| {
        seen.extend(fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()));
        std::ops::ControlFlow::Continue(())
    };
    write(&folder.path().join("backup.zip"), &contents(&[("a", "b")]), None, false, &mut look).unwrap();
    assert!(!seen.is_empty() && seen.iter().all(|name| name.to_string_lossy().starts_with(TEMPORARY)));
}

#[test]
fn a_source_that_is_no_ordinary_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    insta::assert_snapshot!(failed(&of_source(Source::file(folder.path()), None)), @"vault/ab/abcd could not be read (it is not an ordinary file)");
    if cfg!(unix) {
        insta::assert_snapshot!(failed(&of_source(Source::file("/dev/zero"), None)), @"vault/ab/abcd could not be read (it is not an ordinary file)");
    }
}

#[test]
fn many_that_are_written_at_once_into_one_folder_leave_each_other_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                for _ in 0..100 {
                    let file = folder.join(format!("{thread}.zip"));
                    write(&file, &contents(&[("a", "one")]), None, true, &mut on).unwrap();
                }
            });
        }
    });
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
}

#[test]
fn what_a_crash_left_goes_and_what_is_being_written_stays() {
    let folder = tempfile::tempdir().unwrap();
    let names = || {
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let left = format!("{TEMPORARY}abc.part");
    let leave = || fs::write(folder.path().join(&left), "half of a backup").unwrap();
    for name in [".annexe-bag-of-mine", "other.part", "evidence.pdf"] {
        fs::write(folder.path().join(name), "not ours").unwrap();
    }
    fs::create_dir(folder.path().join(format!("{TEMPORARY}folder.part"))).unwrap();
    let before = names();

    leave();
    assert_eq!(remove_unfinished(folder.path()).unwrap(), 1);
    assert_eq!(names(), before);
    assert_eq!(remove_unfinished(folder.path()).unwrap(), 0);

    // By the next that is written there, which nobody takes for left behind meanwhile.
    leave();
    let mut look = |_| {
        assert_eq!(remove_unfinished(folder.path()).unwrap(), 0);
        assert_eq!(names().len(), before.len() + 1);
        assert!(!names().contains(&left));
        std::ops::ControlFlow::Continue(())
    };
    write(&folder.path().join("backup.zip"), &contents(&[("a", "b")]), None, false, &mut look).unwrap();
    assert_eq!(names().len(), before.len() + 1);
    assert!(names().contains(&"backup.zip".to_owned()));
    assert!(remove_unfinished(&folder.path().join("none")).is_err());
}
