//! A file that changes while it is read is refused; what happens to its path does not matter.

use std::fs::{self, File};
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use crate::add::batch::{Durability, Taken};
use crate::crew;
use crate::progress::{Progress, Watch};
use crate::testing::{Bench, TINY_SMALL, quiet, sample};
use crate::{AddError, Added, Digest, Source};

type Change = fn(&Path);

const CHANGES: [(&str, Change); 5] = [
    ("grows", |path| File::options().append(true).open(path).unwrap().write_all(b"more").unwrap()),
    ("shrinks", |path| File::options().write(true).open(path).unwrap().set_len(90).unwrap()),
    ("is emptied", |path| File::options().write(true).open(path).unwrap().set_len(0).unwrap()),
    ("is written over", |path| File::options().write(true).open(path).unwrap().write_all(b"Other").unwrap()),
    ("is touched", |path| {
        File::options().write(true).open(path).unwrap().set_modified(SystemTime::now()).unwrap();
    }),
];

/// Adds a file as a large one, and does something to it when the first bytes were read.
fn add_large(bench: &Bench, path: &Path, change: impl Fn(&Path)) -> Result<Added, AddError> {
    let mut changed = false;
    let mut progress = |progress: Progress| {
        if progress.bytes > 0 && !changed {
            changed = true;
            assert!(progress.bytes < progress.bytes_total);
            change(path);
        }
        ControlFlow::Continue(())
    };
    bench.vault.add(&Source::picked(path), &mut progress)
}

/// Adds a file as a small one, and does something to it when it was opened.
fn take_small(bench: &Bench, path: &Path, change: impl Fn(&Path)) -> Result<Digest, AddError> {
    let source = Source::picked(path);
    let opened = Mutex::new(Some(source.open()?));
    change(path);
    let incoming = bench.vault.incoming()?;
    let mut ear = quiet;
    let mut watch = Watch::new(&mut ear, 1, 0);
    let next = AtomicUsize::new(0);
    let claim = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|index| *index == 0);
    let mut taken = crew::work(&mut watch, claim, |_, voice| {
        let opened = opened.lock().unwrap().take().unwrap();
        bench.vault.take(opened, &incoming, &Durability::Each, voice)
    });
    let (_, taken) = taken.pop().unwrap();
    taken.map(|Taken { digest, .. }| digest)
}

#[test]
fn a_large_file_that_changes_while_it_is_read_is_refused() {
    for (how, change) in CHANGES {
        let bench = Bench::tiny();
        let path = bench.file("minutes.txt", &sample(1, 200));
        let error = add_large(&bench, &path, change).expect_err(how);
        assert_eq!(error, AddError::ChangedWhileRead(path), "{how}");
        assert_eq!(error.to_string(), "minutes.txt changed while it was read");
        bench.holds(&[]);
    }
}

#[test]
fn a_small_file_that_changes_while_it_is_read_is_refused() {
    for (how, change) in CHANGES {
        let bench = Bench::limited(TINY_SMALL);
        let path = bench.file("minutes.txt", &sample(1, 200));
        let error = take_small(&bench, &path, change).expect_err(how);
        assert_eq!(error, AddError::ChangedWhileRead(path), "{how}");
        bench.holds(&[]);
    }
}

#[test]
fn a_file_that_was_refused_is_added_when_it_holds_still() {
    let bench = Bench::tiny();
    let path = bench.file("minutes.txt", &sample(1, 200));
    let (_, grow) = CHANGES[0];
    add_large(&bench, &path, grow).unwrap_err();
    let added = bench.add(&Source::picked(&path)).unwrap();
    let now = fs::read(&path).unwrap();
    assert_eq!(added.digest, Digest::of(&now));
    bench.holds(&[&now]);
}

#[test]
#[cfg(unix)]
fn what_takes_the_place_of_the_path_changes_nothing() {
    let swaps: [(&str, Change); 4] = [
        ("another file", |path| {
            let other = path.with_extension("other");
            fs::write(&other, sample(2, 200)).unwrap();
            fs::rename(other, path).unwrap();
        }),
        ("nothing", |path| fs::remove_file(path).unwrap()),
        ("a link", |path| {
            fs::remove_file(path).unwrap();
            std::os::unix::fs::symlink("/etc/passwd", path).unwrap();
        }),
        ("a folder", |path| {
            fs::rename(path, path.with_extension("moved")).unwrap();
            fs::create_dir(path).unwrap();
        }),
    ];
    let bytes = sample(1, 200);
    for (what, swap) in swaps {
        let bench = Bench::tiny();
        let path = bench.file("minutes.txt", &bytes);
        let added = add_large(&bench, &path, swap).expect(what);
        assert_eq!(added.digest, Digest::of(&bytes), "{what}");
        bench.holds(&[&bytes]);

        let bench = Bench::limited(TINY_SMALL);
        let path = bench.file("minutes.txt", &bytes);
        assert_eq!(take_small(&bench, &path, swap).expect(what), Digest::of(&bytes), "{what}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_gives_more_than_its_size_is_refused() {
    let bench = Bench::new();
    let error = bench.add(&Source::picked("/proc/self/status")).unwrap_err();
    assert_eq!(error, AddError::ChangedWhileRead("/proc/self/status".into()));
    bench.holds(&[]);
}
