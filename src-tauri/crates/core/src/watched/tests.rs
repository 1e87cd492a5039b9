//! Watched folders against real files, with a clock that is set by hand.

use std::cell::Cell;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::Explain as _;
use crate::evidence::{self, By, EvidenceId};
use crate::workspace::tests::Bench;
use crate::workspace::{Access, Workspace};

/// A workspace, a watched folder, and a clock.
struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
    now: Cell<Duration>,
}

fn today() -> crate::Day {
    "2026-10-12".parse().unwrap()
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        let desk = Self { bench, workspace, files: tempfile::tempdir().unwrap(), now: Cell::default() };
        fs::create_dir(desk.root()).unwrap();
        watch(&desk.workspace, &desk.bench.stamp, &desk.root()).unwrap();
        desk
    }

    fn root(&self) -> PathBuf {
        self.files.path().join("documents")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn scan(&self) -> Inbox {
        scan(&self.workspace, &|| self.now.get(), &mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// Looks twice, with the time between that a file must hold still.
    fn settle(&self) -> Inbox {
        self.scan();
        self.now.set(self.now.get() + Duration::from_secs(3));
        self.scan()
    }

    /// Returns what the inbox says, as text.
    fn told(inbox: &Inbox) -> Vec<String> {
        let one = |item: &InboxItem| {
            let what = serde_json::to_value(item.what).unwrap();
            let id = item.id.map(|id| format!(" {id}")).unwrap_or_default();
            format!("{} {}{id}", what.as_str().unwrap(), item.path)
        };
        inbox.items.iter().map(one).collect()
    }

    fn take(&self, paths: &[&str]) -> TakenFiles {
        let take_them = TakeFiles { files: self.named(paths), about: evidence::Particulars::default() };
        let by = By { stamp: &self.bench.stamp, today: today() };
        take(&self.workspace, by, &take_them, &mut |_| ControlFlow::Continue(())).unwrap()
    }

    fn pass(&self, paths: &[&str]) {
        pass(&self.workspace, &self.bench.stamp, &PassFiles { files: self.named(paths) }).unwrap();
    }

    fn named(&self, paths: &[&str]) -> Vec<InboxFile> {
        let folder = self.root().display().to_string();
        paths.iter().map(|path| InboxFile { folder: folder.clone(), path: (*path).into() }).collect()
    }
}

/// Sets a file's time, so that it differs whatever the file system counts in.
fn touch(path: &Path, seconds: u64) {
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(std::time::UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)).unwrap();
}

#[test]
fn a_file_is_told_once_it_holds_still_and_no_more_once_it_is_dealt_with() {
    let desk = Desk::new();
    desk.write("policy.txt", "one");
    desk.write("deep/draft.txt", "draft");
    desk.write("~$policy.docx", "lock");
    let first = desk.scan();
    assert_eq!((first.items.len(), first.folders[0].moving), (0, 2));
    assert!(first.look_again_in.is_some());
    assert_eq!(Desk::told(&desk.settle()), ["new deep/draft.txt", "new policy.txt"]);
    assert_eq!(desk.take(&["policy.txt"]).added.added, [EvidenceId::new(1).unwrap()]);
    desk.pass(&["deep/draft.txt"]);
    let inbox = inbox(&desk.workspace).unwrap();
    assert_eq!((Desk::told(&inbox).len(), inbox.folders[0].files), (0, 2));
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    // What was done can be taken back, and is then asked about again.
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["new deep/draft.txt"]);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_change_offers_itself_as_a_new_version() {
    let desk = Desk::new();
    desk.write("policy.txt", "one");
    desk.settle();
    desk.take(&["policy.txt"]);
    // As editors save: another file takes the place.
    desk.write("policy.txt.new", "two!");
    fs::rename(desk.path("policy.txt.new"), desk.path("policy.txt")).unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["changed policy.txt E-1"]);
    assert_eq!(desk.take(&["policy.txt"]).versions, [EvidenceId::new(1).unwrap()]);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    let piece = evidence::show(&desk.workspace, EvidenceId::new(1).unwrap(), today()).unwrap();
    assert_eq!(piece.evidence.versions.len(), 2);
    // A file that was only touched has not changed.
    touch(&desk.path("policy.txt"), 1);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    touch(&desk.path("policy.txt"), 2);
    fs::write(desk.path("policy.txt"), "2two").unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["changed policy.txt E-1"]);
}

#[test]
fn what_vanished_is_told_and_what_moved_is_followed() {
    let desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.write("b.txt", "beta");
    desk.settle();
    desk.take(&["a.txt", "b.txt"]);
    fs::remove_file(desk.path("a.txt")).unwrap();
    fs::create_dir(desk.path("archive")).unwrap();
    fs::rename(desk.path("b.txt"), desk.path("archive/b.txt")).unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["vanished a.txt E-1"]);
    // It is still the same piece where it is now.
    fs::write(desk.path("archive/b.txt"), "beta, second").unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["vanished a.txt E-1", "changed archive/b.txt E-2"]);
    desk.take(&["archive/b.txt"]);
    assert_eq!(Desk::told(&desk.settle()), ["vanished a.txt E-1"]);
}

#[test]
fn a_folder_that_is_away_loses_nothing() {
    let desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.write("b.txt", "beta");
    desk.settle();
    desk.take(&["a.txt"]);
    let away = desk.files.path().join("away");
    fs::rename(desk.root(), &away).unwrap();
    let inbox = desk.settle();
    assert_eq!(Desk::told(&inbox), [] as [&str; 0], "nothing vanished: nobody can look");
    let problem = inbox.folders[0].problem.clone().unwrap();
    assert!(problem.ends_with("is not there") && inbox.folders[0].hint.is_some(), "{problem}");
    fs::rename(&away, desk.root()).unwrap();
    let inbox = desk.settle();
    assert_eq!((Desk::told(&inbox), inbox.folders[0].problem.clone()), (vec!["new b.txt".into()], None));
}

#[test]
fn twenty_thousand_new_files_are_all_told_by_one_look_more() {
    let desk = Desk::new();
    for number in 0..20_000 {
        let folder = desk.path(&format!("{:02}", number % 50));
        if number < 50 {
            fs::create_dir(&folder).unwrap();
        }
        fs::write(folder.join(format!("{number}.txt")), "x").unwrap();
    }
    assert_eq!(desk.settle().items.len(), 20_000);
    let all: Vec<String> = inbox(&desk.workspace).unwrap().items.into_iter().map(|item| item.path).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    desk.pass(&all);
    assert_eq!(inbox(&desk.workspace).unwrap().items.len(), 0);
}

#[test]
fn a_folder_is_watched_once_and_never_the_workspace_itself() {
    let desk = Desk::new();
    let stamp = &desk.bench.stamp;
    fs::create_dir(desk.path("inner")).unwrap();
    fs::write(desk.files.path().join("file"), "x").unwrap();
    let refused = |folder: &Path| watch(&desk.workspace, stamp, folder).unwrap_err().code();
    assert_eq!(refused(&desk.path("inner")), "folder-watched");
    assert_eq!(refused(desk.files.path()), "folder-watched");
    assert_eq!(refused(&desk.bench.path()), "folder-inside");
    assert_eq!(refused(&desk.bench.path().join("vault")), "folder-inside");
    assert_eq!(refused(&desk.files.path().join("no")), "no-such-folder");
    assert_eq!(refused(&desk.files.path().join("file")), "no-such-folder");
    // The folder above the workspace may be watched; the workspace in it is left out.
    let above = desk.bench.path().parent().unwrap().to_owned();
    watch(&desk.workspace, stamp, &above).unwrap();
    assert!(!desk.settle().items.iter().any(|item| item.path.contains("annexe.db")));
    assert_eq!(
        unwatch(&desk.workspace, stamp, &desk.path("inner")).unwrap_err().code(),
        "folder-not-watched"
    );
    unwatch(&desk.workspace, stamp, &desk.root()).unwrap();
    unwatch(&desk.workspace, stamp, &above).unwrap();
    assert_eq!((list(&desk.workspace).unwrap().len(), desk.scan().folders.len()), (0, 0));
}

#[test]
fn no_link_leads_out_of_a_watched_folder() {
    let desk = Desk::new();
    let secret = desk.files.path().join("secret.txt");
    fs::write(&secret, "secret").unwrap();
    desk.write("a.txt", "alpha");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&secret, desk.path("link.txt")).unwrap();
        std::os::unix::fs::symlink(desk.files.path(), desk.path("up")).unwrap();
        assert_eq!(Desk::told(&desk.settle()), ["new a.txt"]);
        // Nor does one that takes a file's place after it was seen.
        fs::remove_file(desk.path("a.txt")).unwrap();
        std::os::unix::fs::symlink(&secret, desk.path("a.txt")).unwrap();
        let taken = take(
            &desk.workspace,
            By { stamp: &desk.bench.stamp, today: today() },
            &TakeFiles { files: desk.named(&["a.txt"]), about: evidence::Particulars::default() },
            &mut |_| ControlFlow::Continue(()),
        );
        assert_eq!(taken.unwrap_err().code(), "file-is-a-link");
    }
}

#[test]
fn what_is_not_in_the_inbox_is_not_taken() {
    let desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.settle();
    let by = By { stamp: &desk.bench.stamp, today: today() };
    for path in ["no.txt", "../secret.txt", "/etc/passwd", "", "%00"] {
        let files = TakeFiles { files: desk.named(&[path]), about: evidence::Particulars::default() };
        let error = take(&desk.workspace, by, &files, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert_eq!(error.code(), "not-in-inbox", "{path}");
    }
    let elsewhere = vec![InboxFile { folder: "/etc".into(), path: "passwd".into() }];
    let error = pass(&desk.workspace, &desk.bench.stamp, &PassFiles { files: elsewhere }).unwrap_err();
    assert_eq!(error.code(), "not-in-inbox");
    let recalled =
        serde_json::from_value(json!({ "files": [{ "folder": "/etc", "path": "passwd" }] })).unwrap();
    let error =
        desk.workspace.write(&desk.bench.stamp, "watch.recall", |tx| recall(tx, &recalled)).unwrap_err();
    assert_eq!(error.code(), "not-in-inbox");
}

#[test]
fn what_was_known_is_known_after_a_restart() {
    let desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.write("b.txt", "beta");
    desk.write("c.txt", "gamma");
    desk.settle();
    desk.take(&["a.txt"]);
    desk.pass(&["b.txt"]);
    let Desk { bench, workspace, files, now } = desk;
    drop(workspace);
    let workspace = bench.open(Access::Write).unwrap();
    let desk = Desk { bench, workspace, files, now };
    assert_eq!(inbox(&desk.workspace).unwrap().items.len(), 0, "nobody has looked yet");
    assert_eq!(Desk::told(&desk.settle()), ["new c.txt"]);
}

/// What may happen to a file.
#[derive(Debug, Clone)]
enum Deed {
    Write(u8, u8),
    Remove(u8),
    Rename(u8, u8),
    Take,
    Pass,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        4 => (0..6_u8, any::<u8>()).prop_map(|(name, text)| Deed::Write(name, text)),
        1 => (0..6_u8).prop_map(Deed::Remove),
        3 => (0..6_u8, 0..6_u8).prop_map(|(from, to)| Deed::Rename(from, to)),
        2 => Just(Deed::Take),
        1 => Just(Deed::Pass),
    ];
    prop::collection::vec(deed, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever happens, in whatever order: every file that is there is either in the inbox or dealt with, and after
    /// everything in the inbox is taken in, the newest versions hold what stands in the folder.
    #[test]
    fn after_a_look_the_inbox_says_what_is_there(deeds in deeds()) {
        let desk = Desk::new();
        let mut clock = 0;
        for deed in deeds {
            match deed {
                Deed::Write(name, text) => {
                    clock += 1;
                    desk.write(&format!("{name}.txt"), &format!("{name} {text} {clock}"));
                    touch(&desk.path(&format!("{name}.txt")), clock);
                }
                Deed::Remove(name) => drop(fs::remove_file(desk.path(&format!("{name}.txt")))),
                Deed::Rename(from, to) => {
                    drop(fs::rename(desk.path(&format!("{from}.txt")), desk.path(&format!("{to}.txt"))));
                }
                Deed::Take | Deed::Pass => {
                    let inbox = desk.settle();
                    let told = |item: &&InboxItem| match deed {
                        Deed::Take => item.what != InboxWhat::Vanished,
                        _ => item.what == InboxWhat::New,
                    };
                    let paths: Vec<&str> = inbox.items.iter().filter(told).map(|item| item.path.as_str()).collect();
                    if paths.is_empty() {
                        continue;
                    }
                    if matches!(deed, Deed::Take) {
                        prop_assert!(desk.take(&paths).added.refused.is_empty());
                    } else {
                        desk.pass(&paths);
                    }
                    let rest = inbox_without_vanished(&desk.settle());
                    if matches!(deed, Deed::Take) {
                        prop_assert!(rest.is_empty(), "{:?}", rest);
                    }
                }
            }
        }
        let settled = desk.settle();
        // The same again, for nothing has happened since.
        prop_assert_eq!(Desk::told(&settled), Desk::told(&desk.settle()));
        let there: usize = fs::read_dir(desk.root()).unwrap().count();
        prop_assert_eq!(settled.folders[0].files, there);
        prop_assert!(Bench::verify(&desk.workspace).ok);
    }
}

fn inbox_without_vanished(inbox: &Inbox) -> Vec<String> {
    let mut told = Desk::told(inbox);
    told.retain(|item| !item.starts_with("vanished"));
    told
}

#[test]
fn a_folder_is_listened_to_for_as_long_as_it_is_watched() {
    let desk = Desk::new();
    let (tell, told) = std::sync::mpsc::channel();
    let ear: Ear = std::sync::Arc::new(move || _ = tell.send(()));
    let hearing = || desk.scan().folders.into_iter().map(|folder| folder.hearing).collect::<Vec<_>>();
    assert_eq!(hearing(), [None], "nobody listens yet");
    listen(&desk.workspace, &ear).unwrap();
    assert_eq!(hearing(), [Some(Hearing::AtOnce)]);
    desk.write("minutes.txt", "of March");
    told.recv_timeout(Duration::from_secs(60)).expect("a change is heard of");

    fs::rename(desk.root(), desk.files.path().join("away")).unwrap();
    told.recv_timeout(Duration::from_secs(60)).expect("that the folder went is heard of");
    listen(&desk.workspace, &ear).unwrap();
    assert_eq!(hearing(), [Some(Hearing::Not)]);
    fs::rename(desk.files.path().join("away"), desk.root()).unwrap();
    listen(&desk.workspace, &ear).unwrap();
    assert_eq!(hearing(), [Some(Hearing::AtOnce)]);

    unwatch(&desk.workspace, &desk.bench.stamp, &desk.root()).unwrap();
    listen(&desk.workspace, &ear).unwrap();
    watch(&desk.workspace, &desk.bench.stamp, &desk.root()).unwrap();
    assert_eq!(hearing(), [None], "it is a new one");
}

#[test]
fn a_folder_that_is_named_by_steps_back_up_is_one_folder() {
    let desk = Desk::new();
    fs::create_dir(desk.path("sub")).unwrap();
    let roundabout = desk.path("sub").join("..");
    watch(&desk.workspace, &desk.bench.stamp, &roundabout).unwrap();
    let folders = list(&desk.workspace).unwrap();
    assert_eq!(folders.len(), 1);
    assert_eq!(Path::new(&folders[0].folder), desk.root().canonicalize().unwrap());
    unwatch(&desk.workspace, &desk.bench.stamp, &roundabout).unwrap();
    assert!(list(&desk.workspace).unwrap().is_empty());
}

/// Moves the moment at which things are done on.
fn later(desk: &mut Desk) {
    desk.bench.stamp.at = desk.bench.stamp.at.checked_add(jiff::Span::new().minutes(1)).unwrap();
}

#[test]
fn a_change_that_was_passed_over_is_no_news_and_the_next_one_is() {
    let mut desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.settle();
    desk.take(&["a.txt"]);
    // A touched file is remembered by its new time, and must not come back for it.
    touch(&desk.path("a.txt"), 1);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    desk.write("a.txt", "second");
    touch(&desk.path("a.txt"), 2);
    assert_eq!(Desk::told(&desk.settle()), ["changed a.txt E-1"]);
    later(&mut desk);
    desk.pass(&["a.txt"]);
    assert_eq!(Desk::told(&inbox(&desk.workspace).unwrap()), [] as [&str; 0]);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    assert_eq!(passed(&desk.workspace).unwrap()[0].shown, "a.txt");

    desk.write("a.txt", "third one");
    touch(&desk.path("a.txt"), 3);
    assert_eq!(Desk::told(&desk.settle()), ["changed a.txt E-1"]);
    later(&mut desk);
    assert_eq!(desk.take(&["a.txt"]).versions.len(), 1);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_change_of_a_moved_file_can_be_passed_over() {
    let mut desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.settle();
    desk.take(&["a.txt"]);
    fs::rename(desk.path("a.txt"), desk.path("b.txt")).unwrap();
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    desk.write("b.txt", "second");
    touch(&desk.path("b.txt"), 2);
    assert_eq!(Desk::told(&desk.settle()), ["changed b.txt E-1"]);
    later(&mut desk);
    desk.pass(&["b.txt"]);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    desk.write("b.txt", "third one");
    touch(&desk.path("b.txt"), 3);
    assert_eq!(Desk::told(&desk.settle()), ["changed b.txt E-1"]);
}

#[test]
fn that_a_file_is_gone_can_be_passed_over() {
    let mut desk = Desk::new();
    desk.write("a.txt", "alpha");
    touch(&desk.path("a.txt"), 1);
    desk.settle();
    desk.take(&["a.txt"]);
    fs::remove_file(desk.path("a.txt")).unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["vanished a.txt E-1"]);
    later(&mut desk);
    desk.pass(&["a.txt"]);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    // Asked again, it is still gone.
    let recalled = PassFiles { files: desk.named(&["a.txt"]) };
    desk.workspace.write(&desk.bench.stamp, "watch.recall", |tx| recall(tx, &recalled)).unwrap();
    assert_eq!(Desk::told(&desk.settle()), ["vanished a.txt E-1"]);
    desk.pass(&["a.txt"]);
    desk.write("a.txt", "beta, and longer");
    touch(&desk.path("a.txt"), 2);
    assert_eq!(Desk::told(&desk.settle()), ["changed a.txt E-1"]);
}

/// Looks, and returns how often it was asked whether to go on.
fn asked(desk: &Desk, mut at: impl FnMut(usize)) -> usize {
    let mut asked = 0;
    let mut ear = |_| {
        asked += 1;
        // Whoever asks for the inbox meanwhile need not wait.
        inbox(&desk.workspace).unwrap();
        at(asked);
        ControlFlow::Continue(())
    };
    scan(&desk.workspace, &|| desk.now.get(), &mut ear).unwrap();
    asked
}

/// Returns a desk with one file that was taken in and then changed, though not its size.
fn changed() -> Desk {
    let desk = Desk::new();
    desk.write("a.txt", "alpha");
    desk.settle();
    desk.take(&["a.txt"]);
    desk.write("a.txt", "ALPHA");
    touch(&desk.path("a.txt"), 1);
    desk.scan();
    desk.now.set(desk.now.get() + Duration::from_secs(3));
    desk
}

#[test]
fn a_changed_file_is_read_once_and_while_nobody_waits() {
    let desk = changed();
    let reading = asked(&desk, |_| ());
    let looking = asked(&desk, |_| ());
    assert!(reading > looking, "{reading} {looking}");
    assert_eq!(Desk::told(&inbox(&desk.workspace).unwrap()), ["changed a.txt E-1"]);
    // It is read again once it is another, and is the same where it is as it was.
    desk.write("a.txt", "alpha");
    touch(&desk.path("a.txt"), 2);
    assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
    assert_eq!(asked(&desk, |_| ()), looking);
}

#[test]
fn reading_a_changed_file_can_be_stopped() {
    let desk = changed();
    let reading = asked(&changed(), |_| ());
    let mut asked = 0;
    let stopped = scan(&desk.workspace, &|| desk.now.get(), &mut |_| {
        asked += 1;
        if asked == reading { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.unwrap_err().code(), "stopped");
    assert_eq!(Desk::told(&desk.scan()), ["changed a.txt E-1"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_takes_the_place_of_a_changed_file_is_not_read() {
    let other = changed();
    asked(&other, |_| ());
    let looking = asked(&other, |_| ());
    let desk = changed();
    let outside = desk.files.path().join("outside.txt");
    fs::write(&outside, "alpha").unwrap();
    asked(&desk, |at| {
        if at == looking + 1 {
            fs::remove_file(desk.path("a.txt")).unwrap();
            std::os::unix::fs::symlink(&outside, desk.path("a.txt")).unwrap();
        }
    });
    assert_eq!(Desk::told(&inbox(&desk.workspace).unwrap()), ["changed a.txt E-1"]);
}

#[test]
fn what_was_passed_over_and_moved_is_not_asked_about_again_when_its_place_is_taken() {
    for take_in in [true, false] {
        let mut desk = Desk::new();
        desk.write("private.txt", "alpha");
        desk.settle();
        desk.pass(&["private.txt"]);
        fs::rename(desk.path("private.txt"), desk.path("elsewhere.txt")).unwrap();
        assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
        desk.write("private.txt", "another, and longer");
        touch(&desk.path("private.txt"), 7);
        assert_eq!(Desk::told(&desk.settle()), ["new private.txt"]);
        if take_in {
            desk.take(&["private.txt"]);
        } else {
            desk.pass(&["private.txt"]);
        }
        assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
        // So it stays, whoever looks next.
        let Desk { bench, workspace, files, now } = desk;
        drop(workspace);
        let workspace = bench.open(Access::Write).unwrap();
        desk = Desk { bench, workspace, files, now };
        assert_eq!(Desk::told(&desk.settle()), [] as [&str; 0]);
        assert!(Bench::verify(&desk.workspace).ok);
    }
}
