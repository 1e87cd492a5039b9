//! A disk that is full: said so, with nothing left behind and nothing lost.
//!
//! No process is started here: one that is just beginning may hold a removed file, whose room is then still taken.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

#[path = "../bag/samples.rs"]
#[allow(dead_code, reason = "the other tests use the rest")]
mod samples;

use std::ffi::CString;
use std::fs::{self, File};
use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{Bag, BagError, Contents, Entry, FileError, Progress, ReadSeek, Sealing, Source, write};

use rustix::mount::{MountFlags, UnmountFlags, mount, unmount};
use samples::{all, contents, on, passphrase, sealing, verify};

/// A small disk of its own, in memory.
struct Disk(tempfile::TempDir);

impl Disk {
    /// Returns a disk of some bytes, and nothing, with a word, where this user may mount none.
    fn of(bytes: u64) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let size = CString::new(format!("size={bytes}")).unwrap();
        match mount("tmpfs", folder.path(), "tmpfs", MountFlags::empty(), size.as_c_str()) {
            Ok(()) => Some(Self(folder)),
            Err(error) => {
                eprintln!("no full disk was tried, for no disk can be mounted: {error}");
                None
            }
        }
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Takes all room that is left but some bytes.
    fn fill(&self, but: u64) {
        let mut filler = File::create_new(self.path().join("filler")).unwrap();
        let bytes = [7; 4096];
        while filler.write_all(&bytes).is_ok() {}
        let taken = filler.metadata().unwrap().len();
        filler.set_len(taken.saturating_sub(but)).unwrap();
    }

    fn make_room(&self) {
        fs::remove_file(self.path().join("filler")).unwrap();
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = unmount(self.path(), UnmountFlags::DETACH);
    }
}

fn is_full(result: &Result<impl std::fmt::Debug, BagError>) -> bool {
    matches!(result, Err(BagError::File(FileError::DiskFull(_))))
}

#[test]
fn a_disk_that_fills_while_a_backup_is_written_is_told_and_loses_nothing() {
    let Some(disk) = Disk::of(4 << 20) else { return };
    let big: Vec<u8> = (0..1_300_000_u32).map(|index| (index % 251) as u8).collect();
    let files = [("a", b"first".as_slice()), ("big", &big), ("c", b"last")];
    let contents = contents(&files);
    let (there, new) = (disk.path().join("there.zip"), disk.path().join("new.zip"));
    fs::write(&there, "what stood there").unwrap();
    let seal = sealing();
    for sealing in [None, Some(&seal)] {
        // It fills at one moment after the other, wholly or nearly.
        let (mut failed, mut moment) = (0, 0);
        loop {
            let mut reached = false;
            for (place, replace) in [(&there, true), (&new, false)] {
                let mut calls = 0;
                let mut filling = |_: Progress| {
                    if calls == moment {
                        disk.fill(moment % 3 * 4096);
                        reached = true;
                    }
                    calls += 1;
                    ControlFlow::Continue(())
                };
                let written = write(place, &contents, sealing, replace, &mut filling);
                if !reached {
                    written.unwrap();
                    break;
                }
                if is_full(&written) {
                    failed += 1;
                    assert_eq!(fs::read(&there).unwrap(), b"what stood there");
                    assert_eq!(disk.names(), ["filler", "there.zip"], "{moment}");
                } else {
                    // It was all on the disk by then.
                    written.unwrap();
                    verify(&fs::read(place).unwrap(), Some(&passphrase())).map(|_| ()).unwrap();
                }
                disk.make_room();
                // With room the same succeeds.
                let st = || {
                    let d = rustix::fs::statvfs(disk.path()).unwrap();
                    (d.f_bavail, d.f_bfree, d.f_blocks, disk.names())
                };
                let b4 = st();
                if let Err(e) = write(place, &contents, sealing, true, &mut on) {
                    eprintln!("XX {e} moment {moment} before {b4:?} after {:?}", st());
                    for e in fs::read_dir("/proc/self/fd").unwrap() {
                        eprintln!("XX fd {:?}", fs::read_link(e.unwrap().path()));
                    }
                    for e in fs::read_dir(disk.path()).unwrap() {
                        eprintln!("XX file {:?}", e.unwrap().metadata());
                    }
                    fs::remove_file(&there).unwrap();
                    eprintln!("XX {:?}", st());
                    for _ in 0..1 {
                        let r = write(place, &contents, sealing, true, &mut on);
                        eprintln!("XX again {:?} {:?}", r.is_ok(), st());
                    }
                    panic!();
                }
                fs::write(&there, "what stood there").unwrap();
                let _ = fs::remove_file(&new);
            }
            if !reached {
                break;
            }
            moment += 1;
        }
        assert!(failed > 15, "{failed} of {moment}");
        fs::write(&there, "what stood there").unwrap();
    }
}

#[test]
fn a_backup_of_every_size_around_the_room_there_is_goes_in_or_is_told() {
    let Some(disk) = Disk::of(128 << 10) else { return };
    let place = disk.path().join("backup.zip");
    let (mut taken, mut refused) = (0, 0);
    for size in (100 << 10..140 << 10).step_by(1 << 10) {
        let files = [("big", vec![7; size])];
        let written = write(&place, &contents(&files), None, false, &mut on);
        if is_full(&written) {
            refused += 1;
            assert!(disk.names().is_empty());
        } else {
            written.unwrap();
            taken += 1;
            fs::remove_file(&place).unwrap();
        }
    }
    assert!(taken > 5 && refused > 5, "{taken} {refused}");
}

#[test]
fn a_disk_without_room_for_what_is_planned_is_told_before_anything_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let open = || -> std::io::Result<Box<dyn ReadSeek>> { Ok(Box::new(Cursor::new(Vec::new()))) };
    let planned = Contents {
        payload: vec![Entry { name: "big".into(), source: Source::opened(1 << 60, open), expected: None }],
        ..contents(&[("a", "")])
    };
    let error = write(&folder.path().join("backup.zip"), &planned, None, false, &mut on).unwrap_err();
    let shown = error.to_string().replace(&*folder.path().to_string_lossy(), "FOLDER");
    insta::assert_snapshot!(shown, @"The disk is full; FOLDER/backup.zip was not written");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_disk_that_fills_while_a_backup_is_unpacked_is_told_and_nothing_is_left() {
    let Some(disk) = Disk::of(4 << 20) else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.zip.age");
    let files = [("a", vec![1; 1000]), ("b/big", vec![2; 1_000_000]), ("c/d", vec![3; 10_000])];
    write(&file, &contents(&files), Some(&Sealing::with(passphrase()).work(1)), false, &mut on).unwrap();
    let mut bag = Bag::open(&file, Some(&passphrase())).unwrap().verify(&all, &mut on).unwrap();
    let into = disk.path().join("into");
    let mut failed = 0;
    for moment in 0.. {
        let (mut calls, mut reached) = (0, false);
        let unpacked = bag.unpack(&into, &mut |_| {
            if calls == moment {
                disk.fill(0);
                reached = true;
            }
            calls += 1;
            ControlFlow::Continue(())
        });
        if !reached {
            unpacked.unwrap();
            break;
        }
        if is_full(&unpacked) {
            failed += 1;
            assert_eq!(disk.names(), ["filler"]);
        } else {
            unpacked.unwrap();
            fs::remove_dir_all(&into).unwrap();
        }
        disk.make_room();
    }
    assert!(failed > 5, "{failed}");
    assert_eq!(fs::read(into.join("c/d")).unwrap(), vec![3; 10_000]);
    // A disk that is too small is told at once.
    fs::remove_dir_all(&into).unwrap();
    disk.fill(4096);
    let mut never = |_| ControlFlow::Break(());
    assert!(matches!(
        bag.unpack(&into, &mut never),
        Err(BagError::Stopped | BagError::File(FileError::DiskFull(_)))
    ));
    assert_eq!(disk.names(), ["filler"]);
}
