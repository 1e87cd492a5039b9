use std::fs;

use annexe_watch::{FileIdentity, compare};

use crate::place::{Place, counts, names};

#[test]
fn a_folder_that_was_moved_away_and_back_holds_the_same_files() {
    let place = Place::with(&["kept.txt", "sub/a.txt", "sub/deep/b.txt"]);
    let away = place.beside("away");
    fs::rename(place.at("sub"), &away).unwrap();
    let difference = place.difference();
    assert_eq!(counts(&difference), [0, 0, 2, 0, 1, 0]);
    fs::rename(&away, place.at("sub")).unwrap();
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 3, 0]);
}

#[test]
fn the_files_of_a_renamed_folder_are_moved_and_none_is_twice() {
    let mut place = Place::with(&["kept.txt", "sub/a.txt", "sub/deep/b.txt", "sub/empty"]);
    // Alike in all but which file it is.
    place.write("sub/1", "same");
    place.write("sub/2", "same");
    place.know();
    place.rename("sub", "other");
    let difference = place.difference();
    assert_eq!(counts(&difference), [0, 0, 0, 5, 1, 0]);
    for moved in &difference.moved {
        assert_eq!(moved.now.path.as_str(), moved.from.as_str().replacen("sub/", "other/", 1));
    }
    place.know();
    place.rename("other", "sub");
    assert_eq!(counts(&place.difference()), [0, 0, 0, 5, 1, 0]);
}

#[test]
fn two_files_that_change_places_are_both_changed_though_size_and_time_are_the_same() {
    let mut place = Place::new();
    for name in ["a", "b"] {
        place.write(name, name);
        set_time(&place, name);
    }
    place.know();
    place.rename("a", "c");
    place.rename("b", "a");
    place.rename("c", "b");
    assert_eq!(names(&place.difference().changed), ["a", "b"]);
}

#[test]
fn a_file_put_over_its_twin_changes_it() {
    let mut place = Place::new();
    for name in ["a", "b"] {
        place.write(name, name);
        set_time(&place, name);
    }
    place.know();
    place.rename("b", "a");
    let difference = place.difference();
    assert_eq!((names(&difference.changed), difference.vanished[0].as_str()), (vec!["a"], "b"));
    assert_eq!(counts(&difference), [0, 1, 1, 0, 0, 0]);
}

#[test]
fn a_drive_that_numbers_its_files_anew_holds_the_same_files() {
    let mut place = Place::with(&["a.txt", "sub/b.txt"]);
    for (file, number) in place.known.iter_mut().zip(1..) {
        file.identity = Some(FileIdentity { volume: 0, file: number });
    }
    assert_eq!(counts(&place.difference()), [0, 0, 0, 0, 2, 0]);
    for file in &mut place.known {
        file.identity = None;
    }
    place.rename("sub", "moved");
    assert_eq!(counts(&place.difference()), [0, 0, 0, 1, 1, 0]);
}

#[test]
fn a_copy_that_keeps_the_time_is_new_beside_what_it_copies() {
    let place = Place::with(&["a.txt"]);
    fs::copy(place.at("a.txt"), place.at("b.txt")).unwrap();
    let time = fs::metadata(place.at("a.txt")).unwrap().modified().unwrap();
    fs::File::options().write(true).open(place.at("b.txt")).unwrap().set_modified(time).unwrap();
    let difference = place.difference();
    assert_eq!((names(&difference.fresh), counts(&difference)), (vec!["b.txt"], [1, 0, 0, 0, 1, 0]));
}

#[test]
fn nothing_is_made_of_a_folder_that_was_never_known() {
    let place = Place::with(&["a.txt", "sub/b.txt"]);
    assert_eq!(counts(&compare(&[], &place.scan())), [2, 0, 0, 0, 0, 0]);
}

fn set_time(place: &Place, name: &str) {
    let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    fs::File::options().write(true).open(place.at(name)).unwrap().set_modified(time).unwrap();
}
