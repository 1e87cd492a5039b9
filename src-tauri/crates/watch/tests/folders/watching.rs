use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use annexe_watch::{Hint, Mode, Rules, Trouble, Watch, Watching};

use crate::place::Place;

/// As long as a busy computer may take.
const PATIENCE: Duration = Duration::from_secs(120);
const OFTEN: Mode = Mode::Poll(Duration::from_millis(100));

fn watch() -> (Watch, Receiver<Hint>) {
    let (sender, hints) = channel();
    (Watch::new(move |hint| sender.send(hint).unwrap_or_default()), hints)
}

/// Waits for the hint to look at a folder, and returns the troubles that came before it.
pub(crate) fn wait_for_a_look(hints: &Receiver<Hint>, root: &Path) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    loop {
        match hints.recv_timeout(PATIENCE).expect("a hint comes") {
            Hint::LookAt(folder) => {
                assert_eq!(folder, root);
                return troubles;
            }
            Hint::Trouble { what, .. } => troubles.push(what),
        }
    }
}

#[test]
fn every_kind_of_change_gives_a_hint() {
    for mode in [Mode::Native, OFTEN] {
        let place = Place::with(&["kept.txt", "gone.txt", "old.txt"]);
        let (mut watch, hints) = watch();
        watch.watch(&place.root(), &Rules::new(), mode);
        let new_folder = || place.write("sub/deep/new.txt", "new");
        let removed = || fs::remove_file(place.at("gone.txt")).unwrap();
        let renamed = || place.rename("old.txt", "new.txt");
        let changes: [&dyn Fn(); 3] = [&new_folder, &removed, &renamed];
        for change in changes {
            change();
            wait_for_a_look(&hints, &place.root());
        }
    }
}

#[test]
fn two_folders_are_told_apart() {
    let places = [Place::new(), Place::new()];
    let (mut watch, hints) = watch();
    for place in &places {
        watch.watch(&place.root(), &Rules::new(), OFTEN);
    }
    for place in &places {
        place.write("a.txt", "a");
        wait_for_a_look(&hints, &place.root());
        assert!(watch.unwatch(&place.root()));
        assert_eq!(watch.watching(&place.root()), None);
        assert!(!watch.unwatch(&place.root()));
    }
}

#[test]
fn a_folder_that_is_not_there_is_told_of_and_watched_once_it_came() {
    let place = Place::new();
    let root = place.beside("drive/documents");
    let (mut watch, hints) = watch();
    assert_eq!(watch.watch(&root, &Rules::new(), Mode::Native), Watching::Absent);
    let (what, now) = (Trouble::Gone, Watching::Absent);
    let gone = Hint::Trouble { root: root.clone(), what, now };
    assert_eq!(hints.try_iter().collect::<Vec<_>>(), std::slice::from_ref(&gone));
    watch.refresh();
    assert_eq!(hints.try_recv().ok(), None, "it is told once");

    fs::create_dir_all(&root).unwrap();
    watch.refresh();
    assert_eq!(wait_for_a_look(&hints, &root), []);
    assert_ne!(watch.watching(&root), Some(Watching::Absent));
    watch.refresh();
    assert_eq!(hints.try_recv().ok(), None, "nothing is new");

    fs::remove_dir(&root).unwrap();
    watch.refresh();
    assert_eq!(watch.watching(&root), Some(Watching::Absent));
    assert_eq!(hints.recv_timeout(PATIENCE), Ok(gone));
}

#[test]
fn a_folder_that_goes_away_is_told_of_without_being_asked() {
    // Linux alone reports it.
    let modes: &[Mode] = if cfg!(target_os = "linux") { &[Mode::Native, OFTEN] } else { &[OFTEN] };
    for mode in modes.iter().copied() {
        let place = Place::with(&["a.txt"]);
        let (mut watch, hints) = watch();
        watch.watch(&place.root(), &Rules::new(), mode);
        fs::rename(place.root(), place.beside("away")).unwrap();
        assert_eq!(wait_for_a_look(&hints, &place.root()), [Trouble::Gone]);
        fs::rename(place.beside("away"), place.root()).unwrap();
        watch.refresh();
        wait_for_a_look(&hints, &place.root());
        assert_ne!(watch.watching(&place.root()), Some(Watching::Absent));
    }
}

#[test]
fn a_watch_is_dropped_while_its_hint_is_being_heard() {
    let place = Place::new();
    let (began, entered) = channel();
    let (release, held) = channel::<()>();
    let mut watch = Watch::new(move |_| {
        began.send(()).unwrap_or_default();
        held.recv().unwrap_or_default();
    });
    watch.watch(&place.root(), &Rules::new(), OFTEN);
    place.write("a.txt", "a");
    entered.recv_timeout(PATIENCE).expect("a hint comes");
    drop(watch);
    drop(release);
}

#[test]
fn whoever_panics_on_a_hint_hears_the_next() {
    let place = Place::new();
    let (sender, hints) = channel();
    let mut first = true;
    let mut watch = Watch::new(move |hint| {
        sender.send(hint).unwrap_or_default();
        assert!(!std::mem::take(&mut first), "the first hint is too much");
    });
    let absent = place.beside("absent");
    let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        watch.watch(&absent, &Rules::new(), Mode::Native);
    }));
    assert!(told.is_err());
    watch.watch(&absent, &Rules::new(), Mode::Native);
    assert_eq!(hints.try_iter().count(), 2);
}
