use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use annexe_watch::{Leftover, LeftoverKind};

use crate::place::{Place, counts, look, names};

fn leftovers(place: &Place) -> Vec<(String, LeftoverKind)> {
    let leftovers = place.scan().leftovers;
    leftovers.into_iter().map(|Leftover { path, kind }| (path.to_string(), kind)).collect()
}

#[test]
fn links_are_never_followed_and_are_no_files() {
    let place = Place::with(&["file.txt", "sub/file.txt"]);
    fs::create_dir(place.beside("outside")).unwrap();
    fs::write(place.beside("outside/secret.txt"), "secret").unwrap();
    symlink(place.beside("outside"), place.at("to a folder")).unwrap();
    symlink(place.beside("outside/secret.txt"), place.at("to a file")).unwrap();
    symlink("../../outside", place.at("sub/out")).unwrap();
    symlink("file.txt", place.at("within")).unwrap();
    symlink("nowhere", place.at("dangling")).unwrap();
    let scan = place.scan();
    assert_eq!(names(&scan.files), ["file.txt", "sub/file.txt"]);
    let expected = ["dangling", "sub/out", "to a file", "to a folder", "within"];
    assert_eq!(leftovers(&place), expected.map(|path| (path.to_owned(), LeftoverKind::Link)));
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 2, 0]);
}

#[test]
fn a_loop_of_links_ends() {
    let place = Place::with(&["sub/file.txt"]);
    symlink("..", place.at("sub/up")).unwrap();
    symlink(place.root(), place.at("sub/top")).unwrap();
    symlink("itself", place.at("itself")).unwrap();
    symlink("two", place.at("one")).unwrap();
    symlink("one", place.at("two")).unwrap();
    assert_eq!(names(&place.scan().files), ["sub/file.txt"]);
    assert_eq!(leftovers(&place).len(), 5);
}

#[test]
fn a_file_that_a_link_takes_the_place_of_has_vanished() {
    let place = Place::with(&["file.txt", "other.txt"]);
    fs::remove_file(place.at("file.txt")).unwrap();
    symlink("other.txt", place.at("file.txt")).unwrap();
    assert_eq!(counts(&place.difference()), [0, 0, 1, 0, 1, 0]);
}

#[test]
fn the_root_itself_may_be_a_link() {
    let place = Place::with(&["file.txt"]);
    symlink(place.root(), place.beside("link")).unwrap();
    assert_eq!(names(&look(&place.beside("link")).unwrap().files), ["file.txt"]);
}

#[test]
fn two_names_of_one_file_are_two_files_that_stay_the_same() {
    let mut place = Place::with(&["a"]);
    fs::hard_link(place.at("a"), place.at("b")).unwrap();
    assert_eq!(names(&place.difference().fresh), ["b"]);
    place.know();
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 2, 0]);
}

#[test]
fn sockets_pipes_and_devices_are_left_alone() {
    let place = Place::with(&["file.txt"]);
    let _socket = UnixListener::bind(place.at("socket")).unwrap();
    let mut expected = vec!["socket"];
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, FileType, Mode, makedev, mkfifoat, mknodat};
        // Whoever opens it waits for a writer.
        mkfifoat(CWD, place.at("pipe"), Mode::RUSR).unwrap();
        expected.insert(0, "pipe");
        // Only the administrator may make one, and not everywhere.
        if mknodat(CWD, place.at("null"), FileType::CharacterDevice, Mode::RUSR, makedev(1, 3)).is_ok() {
            expected.insert(0, "null");
        }
    }
    assert_eq!(names(&place.scan().files), ["file.txt"]);
    let special = |path: &str| (path.to_owned(), LeftoverKind::Special);
    assert_eq!(leftovers(&place), expected.into_iter().map(special).collect::<Vec<_>>());
}
