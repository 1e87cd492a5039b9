use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use annexe_watch::{Problem, ScanError, Why};
use rustix::thread::{CapabilitySet, capabilities, set_capabilities};

use crate::place::{Place, counts, look, names};

/// A folder or file that nobody may read, until it is dropped.
struct Locked(PathBuf);

impl Locked {
    fn new(path: PathBuf) -> Self {
        // The administrator may read everything; this thread no longer.
        let mut sets = capabilities(None).unwrap();
        sets.effective -= CapabilitySet::DAC_OVERRIDE | CapabilitySet::DAC_READ_SEARCH;
        set_capabilities(None, sets).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
        Self(path)
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        fs::set_permissions(&self.0, Permissions::from_mode(0o700)).unwrap();
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_a_problem_and_its_files_have_not_vanished() {
    let place = Place::with(&["a", "secret/b", "secret/deep/c", "secrets/d"]);
    let locked = Locked::new(place.at("secret"));
    let scan = place.scan();
    assert_eq!(names(&scan.files), ["a", "secrets/d"]);
    let path = "secret".parse().unwrap();
    assert_eq!(scan.unreadable, [Problem { path, why: Why::NotAllowed }]);
    assert_eq!(scan.unreadable[0].why.to_string(), "It cannot be read: permission is missing");
    let difference = place.difference();
    assert_eq!(counts(&difference), [0, 0, 0, 0, 2, 2]);
    let hidden: Vec<&str> = difference.out_of_sight.iter().map(|path| path.as_str()).collect();
    assert_eq!(hidden, ["secret/b", "secret/deep/c"]);
    drop(locked);
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 4, 0]);
}

#[test]
fn a_file_that_cannot_be_opened_is_seen_all_the_same() {
    let place = Place::with(&["a"]);
    let _locked = Locked::new(place.at("a"));
    let scan = place.scan();
    assert_eq!((names(&scan.files), scan.unreadable.len()), (vec!["a"], 0));
}

#[test]
fn a_root_that_cannot_be_read_is_an_error() {
    let place = Place::with(&["a"]);
    let _locked = Locked::new(place.root());
    assert_eq!(look(&place.root()), Err(ScanError::NotAllowed(place.root())));
}

#[test]
fn files_of_a_folder_that_may_be_listed_and_not_entered_have_not_vanished() {
    let place = Place::with(&["listed/a", "listed/b"]);
    let locked = Locked::new(place.at("listed"));
    fs::set_permissions(&locked.0, Permissions::from_mode(0o400)).unwrap();
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 0, 2]);
    assert_eq!(place.scan().unreadable.len(), 2);
}

#[test]
fn folders_deeper_than_the_system_can_name_are_a_problem_and_nothing_else() {
    let place = Place::with(&["a"]);
    let part = "d".repeat(250);
    let half = [part.as_str(); 10].join("/");
    place.write(Path::new("far").join(&half).join("file"), "deep");
    place.write(Path::new("top").join(&half).join("file"), "high");
    let below = place.at("top").join(&half).join("far");
    fs::rename(place.at("far"), &below).unwrap();
    let scan = place.scan();
    assert!(scan.files.iter().any(|file| file.path.as_str() == "a"));
    assert_eq!(scan.files.len(), 2, "the file on top and the one half way");
    assert!(matches!(scan.unreadable.as_slice(), [Problem { why: Why::Failed(_), .. }]));
    // So that all of it can be removed.
    fs::rename(&below, place.at("far")).unwrap();
}
