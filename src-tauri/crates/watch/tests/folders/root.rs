use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_watch::{RootIdentity, Rules, Scan, ScanError, scan};

use crate::place::{Place, look};

fn look_again(root: &Path, remembered: &RootIdentity) -> Result<Scan, ScanError> {
    scan(root, &Rules::new(), Some(remembered), &mut |_| ControlFlow::Continue(()))
}

#[test]
fn a_root_that_is_away_is_an_error_in_words_and_nothing_has_vanished() {
    let place = Place::with(&["file.txt"]);
    let root = place.root();
    fs::rename(&root, place.beside("away")).unwrap();
    let error = look(&root).unwrap_err();
    assert_eq!(error, ScanError::NotThere(root.clone()));
    assert_eq!(error.to_string(), format!("The folder {} is not there", root.display()));
    assert_eq!(
        error.hint(),
        Some(
            "Connect the drive or the network share it is on. If the folder was moved, watch it at its new place."
        )
    );
}

#[test]
fn a_root_that_is_a_file_is_an_error() {
    let place = Place::with(&["file.txt"]);
    assert_eq!(look(&place.at("file.txt")), Err(ScanError::NotAFolder(place.at("file.txt"))));
    #[cfg(unix)]
    assert_eq!(look(&place.at("file.txt/sub")), Err(ScanError::NotAFolder(place.at("file.txt/sub"))));
}

#[test]
fn an_empty_folder_in_place_of_the_drive_is_refused() {
    let place = Place::with(&["file.txt"]);
    let (root, remembered) = (place.root(), place.scan().root_identity);
    fs::rename(&root, place.beside("away")).unwrap();
    fs::create_dir(&root).unwrap();
    assert_eq!(look_again(&root, &remembered), Err(ScanError::AnotherDisk(root.clone())));
    // The drive is back.
    fs::remove_dir(&root).unwrap();
    fs::rename(place.beside("away"), &root).unwrap();
    assert_eq!(look_again(&root, &remembered).unwrap().files, place.known);
}

#[test]
fn the_watched_folder_may_be_emptied() {
    let place = Place::with(&["file.txt"]);
    let remembered = place.scan().root_identity;
    fs::remove_file(place.at("file.txt")).unwrap();
    assert!(look_again(&place.root(), &remembered).unwrap().files.is_empty());
}

#[test]
fn another_disk_at_the_root_is_refused_whatever_is_on_it() {
    let place = Place::with(&["file.txt"]);
    let elsewhere: RootIdentity = "2 uuid 0000-0000".parse().unwrap();
    let now = place.scan().root_identity;
    if !now.to_string().ends_with(" -") {
        let error = look_again(&place.root(), &elsewhere).unwrap_err();
        assert_eq!(error, ScanError::AnotherDisk(place.root()));
        let words = format!("{} is there, but it is not the folder that was watched", place.root().display());
        assert_eq!(error.to_string(), words);
    }
    let stored: RootIdentity = now.to_string().parse().unwrap();
    assert_eq!(look_again(&place.root(), &stored).unwrap().files, place.known);
}

/// `/dev/shm` is a disk of its own in memory.
#[test]
#[cfg(target_os = "linux")]
fn a_real_other_disk_at_the_root_is_refused() {
    use std::os::unix::fs::{MetadataExt, symlink};
    let place = Place::with(&["file.txt"]);
    let Ok(other) = tempfile::tempdir_in("/dev/shm") else { return };
    if fs::metadata(other.path()).unwrap().dev() == fs::metadata(place.root()).unwrap().dev() {
        return;
    }
    fs::write(other.path().join("file.txt"), "file.txt").unwrap();
    let link = place.beside("link");
    symlink(place.root(), &link).unwrap();
    let remembered = look(&link).unwrap().root_identity;
    fs::remove_file(&link).unwrap();
    symlink(other.path(), &link).unwrap();
    assert_eq!(look_again(&link, &remembered), Err(ScanError::AnotherDisk(link.clone())));
}

/// Windows lets nobody move a folder that is being read.
#[test]
#[cfg(unix)]
fn a_root_that_goes_away_meanwhile_is_an_error() {
    for leaves_a_folder in [false, true] {
        let place = Place::with(&["1", "2", "3", "4"]);
        let away = place.beside("away");
        let mut pulled = |progress: annexe_watch::Progress| {
            if progress.files == 2 && !away.exists() {
                fs::rename(place.root(), &away).unwrap();
                if leaves_a_folder {
                    fs::create_dir(place.root()).unwrap();
                }
            }
            ControlFlow::Continue(())
        };
        let gone = scan(&place.root(), &Rules::new(), None, &mut pulled);
        assert_eq!(gone, Err(ScanError::WentAway(place.root())));
    }
}

#[test]
fn a_scan_stops_when_it_is_asked_to() {
    let place = Place::with(&["1", "2", "3"]);
    let mut heard = Vec::new();
    let stopped = scan(&place.root(), &Rules::new(), None, &mut |progress| {
        heard.push(progress.files);
        if progress.files == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((stopped, heard), (Err(ScanError::Stopped), vec![1, 2]));
}

#[test]
fn a_folder_that_is_left_out_is_not_looked_into_nor_watched() {
    let place = Place::with(&["file.txt", "annexe/vault/a", "annexes/b"]);
    let rules = Rules::new().leaving_out(place.at("annexe"));
    let all = &mut |_| ControlFlow::Continue(());
    let found = scan(&place.root(), &rules, None, all).unwrap();
    assert_eq!(crate::place::names(&found.files), ["annexes/b", "file.txt"]);
    for inside in [place.at("annexe"), place.at("annexe/vault")] {
        assert_eq!(scan(&inside, &rules, None, all), Err(ScanError::LeftOut(inside)));
    }
}
