//! The list of operations, and the way they travel.

mod reminders;
mod start;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Failure, Host, OPERATIONS, Progress, Session, bindings, signature};

struct Desk {
    folder: tempfile::TempDir,
    application: PathBuf,
    session: Session,
    /// How far the clock has gone on, in days.
    days: AtomicI64,
}

impl Host for Desk {
    fn now(&self) -> Timestamp {
        let began: Timestamp = "2026-10-12T09:41:00Z".parse().unwrap();
        began + jiff::SignedDuration::from_hours(24 * self.days.load(Ordering::Relaxed))
    }

    fn time_zone(&self) -> TimeZone {
        TimeZone::UTC
    }

    fn actor(&self) -> String {
        "Quality manager".into()
    }

    fn new_id(&self) -> Uuid {
        Uuid::nil()
    }

    fn progress(&self, _: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn application_folder(&self) -> Option<&Path> {
        Some(&self.application)
    }
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let application = folder.path().join("application");
        Self { folder, application, session: Session::new(), days: AtomicI64::new(0) }
    }

    fn call(&self, operation: &str, arguments: Value) -> Result<Value, Failure> {
        self.session.call(self, operation, arguments)
    }

    /// Sets the clock so many days after the beginning.
    fn is_day(&self, days: i64) {
        self.days.store(days, Ordering::Relaxed);
    }

    /// Returns the names in a folder, with the parts that tell workspaces and places apart left out.
    fn backups(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.path("backups")).unwrap();
        let mut names: Vec<String> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .map(|name| match name.strip_prefix("annexe-00000000-").and_then(|rest| rest.split_once('-')) {
                Some((_, moment)) => moment.to_owned(),
                None => name,
            })
            .collect();
        names.sort();
        names
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn create(&self, name: &str) -> Value {
        let organisation = json!({ "name": "Penmarrow Instruments", "roles": ["user"], "scope": "" });
        self.call("workspace.create", json!({ "folder": self.path(name), "organisation": organisation }))
            .unwrap()
    }

    fn refuses(&self, operation: &str, arguments: Value) -> String {
        let Failure { code, message, hint, field } = self.call(operation, arguments).unwrap_err();
        format!("{code} [{}] {message}. {}", field.unwrap_or_default(), hint.unwrap_or_default())
    }
}

#[test]
fn the_types_of_the_window_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/bindings.ts");
    let written = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == bindings(), "run `cargo run -p annexe-api --example bindings`");
}

#[test]
fn every_operation_has_a_name_of_its_own_a_sentence_and_types() {
    let mut names: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), OPERATIONS.len());
    for operation in OPERATIONS {
        assert!(operation.about.trim().ends_with('.'), "{}", operation.name);
        assert!(signature(operation.name).unwrap().contains(" -> "), "{}", operation.name);
    }
    assert_eq!(signature("no.such"), None);
}

#[test]
fn every_operation_answers_whatever_it_is_given() {
    let bare = Desk::new();
    let desk = Desk::new();
    desk.create("w");
    for operation in OPERATIONS {
        for arguments in [
            json!(null),
            json!([]),
            json!("x"),
            json!({ "id": 7, "folder": "" }),
            json!({ "controls": ["\0"] }),
        ] {
            // They answer or refuse; a panic would end the test.
            let _ = bare.call(operation.name, arguments.clone());
            desk.call("workspace.open", json!({ "folder": desk.path("w") })).unwrap();
            let _ = desk.call(operation.name, arguments);
        }
    }
}

#[test]
fn a_refusal_says_what_was_expected_and_of_which_argument() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.refuses("control.list", json!({})), @"no-workspace [] No workspace is open. Open one, or start a new one.");
    desk.create("w");
    insta::assert_snapshot!(desk.refuses("no.such", json!({})), @"unknown-operation [] There is no operation “no.such”. `annexe operations` lists them.");
    insta::assert_snapshot!(desk.refuses("control.show", json!({})), @"invalid-arguments [] missing field `id`. Expected: control.show(ControlReference) -> Control");
    insta::assert_snapshot!(desk.refuses("control.set", json!({ "controls": ["A.2.2"], "target": "soon" })), @"invalid-arguments [target] “soon” is no date; expected year, month and day such as 2027-01-31. ");
    insta::assert_snapshot!(desk.refuses("control.set", json!({ "controls": ["A 2"], "status": "planned" })), @"invalid-arguments [controls] “A 2” can't be the number of a control: expected one of Annex A such as A.2.2, or your own such as ORG.1 (letters, figures, full stops, hyphens, at most 32). ");
    insta::assert_snapshot!(desk.refuses("control.set", json!({ "controls": ["A.2.2"], "status": "done" })), @"invalid-arguments [status] unknown variant `done`, expected one of `not-started`, `planned`, `in-progress`, `implemented`. ");
    insta::assert_snapshot!(desk.refuses("control.set", json!({ "controls": ["A.2.2"], "how": "a\u{202e}b" })), @"invalid-arguments [how] This text holds a character that cannot be seen (U+202E, turns the direction of writing) at position 2. ");
    insta::assert_snapshot!(desk.refuses("control.set", json!({ "controls": ["A.2.2"], "colour": "red" })), @"invalid-arguments [colour] unknown field `colour`, expected one of `controls`, `status`, `target`, `how`, `owner`, `notes`. ");
    insta::assert_snapshot!(desk.refuses("soa.export", json!({ "format": "pdf", "file": desk.path("w") })).replace(&desk.path(""), ""), @"not-a-file-name [file] w is a folder; expected the name of a file. Name a file, such as soa.pdf in that folder.");
}

#[test]
fn preferences_and_recent_workspaces_are_kept_and_survive_rubbish() {
    let desk = Desk::new();
    let theme = || desk.call("preferences.show", json!({})).unwrap()["theme"].clone();
    assert_eq!(theme(), "system");
    desk.call("preferences.set", json!({ "theme": "dark" })).unwrap();
    assert_eq!(theme(), "dark");
    let names = json!({ "me": ["Quality manager", "", "IT lead", "IT lead"] });
    assert_eq!(desk.call("preferences.set", names).unwrap()["me"], json!(["IT lead", "Quality manager"]));
    assert_eq!(theme(), "dark");
    desk.create("one");
    desk.create("two");
    std::fs::remove_dir_all(desk.path("one")).unwrap();
    let recent = desk.call("workspace.recent", json!({})).unwrap();
    let told: Vec<_> = recent
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["folder"].as_str().unwrap().to_owned(), one["found"] == true))
        .collect();
    assert_eq!(told, [(desk.path("two"), true), (desk.path("one"), false)]);
    let left = desk.call("workspace.forget", json!({ "folder": desk.path("one") })).unwrap();
    assert_eq!(left.as_array().unwrap().len(), 1);
    for name in ["preferences.json", "recent.json"] {
        std::fs::write(desk.application.join(name), "{ rubbish").unwrap();
    }
    assert_eq!(theme(), "system");
    assert_eq!(desk.call("workspace.recent", json!({})).unwrap(), json!([]));
}

#[test]
fn what_is_kept_on_this_computer_is_set_aside_where_it_makes_no_sense() {
    let desk = Desk::new();
    std::fs::create_dir_all(&desk.application).unwrap();
    let file = |name: &str| std::fs::read_to_string(desk.application.join(name)).unwrap_or_default();
    std::fs::write(desk.application.join("recent.json"), "[{ \"folder\": 7 }]").unwrap();
    desk.create("w");
    assert_eq!(file("recent.json.damaged"), "[{ \"folder\": 7 }]");
    assert_eq!(desk.call("workspace.recent", json!({})).unwrap().as_array().unwrap().len(), 1);
    // What can't be read at all is nothing to write over.
    std::fs::create_dir(desk.application.join("preferences.json")).unwrap();
    desk.call("preferences.set", json!({ "theme": "dark" })).unwrap();
    assert_eq!(file("preferences.json.begun"), "");
    assert!(desk.application.join("preferences.json").is_dir());
}

#[test]
fn no_change_to_what_is_kept_is_lost_to_another_at_the_same_time() {
    let desk = Desk::new();
    let remember = |number: u32| {
        crate::application::change_kept(&desk, "numbers.json", |all: &mut Vec<u32>| all.push(number));
    };
    std::thread::scope(|scope| {
        for number in 0..8 {
            let remember = &remember;
            scope.spawn(move || (0..10).for_each(|step| remember(number * 10 + step)));
        }
    });
    let mut all: Vec<u32> = crate::application::kept(&desk, "numbers.json");
    all.sort_unstable();
    assert_eq!(all, (0..80).collect::<Vec<_>>());
}

#[test]
fn a_workspace_held_elsewhere_opens_for_reading_and_says_why() {
    let desk = Desk::new();
    desk.create("w");
    let other = Session::new();
    let opened = other.call(&desk, "workspace.open", json!({ "folder": desk.path("w") })).unwrap();
    assert_eq!(
        (&opened["can_write"], &opened["read_only_because"]["code"]),
        (&json!(false), &json!("workspace-held"))
    );
    let refused =
        other.call(&desk, "workspace.open", json!({ "folder": desk.path("w"), "access": "writing" }));
    assert_eq!(refused.unwrap_err().code, "workspace-held");
    // Opening what is open already is no reason to be locked out by oneself.
    let again = desk.call("workspace.open", json!({ "folder": desk.path("w") })).unwrap();
    assert_eq!(again["can_write"], json!(true));
}

#[test]
fn a_workspace_is_opened_for_writing_once_the_call_that_runs_in_it_has_ended() {
    let desk = Desk::new();
    desk.create("w");
    let running = desk.session.workspace().unwrap();
    let again = std::thread::scope(|scope| {
        let again = scope.spawn(|| desk.call("workspace.open", json!({ "folder": desk.path("w") })));
        while desk.session.current().is_some() {
            std::thread::yield_now();
        }
        drop(running);
        again.join().unwrap()
    });
    assert_eq!(again.unwrap()["can_write"], json!(true));

    // It waits for one that another has taken the place of just as well.
    let running = desk.session.workspace().unwrap();
    desk.create("other");
    drop(running);
    let back = desk.call("workspace.open", json!({ "folder": desk.path("w"), "access": "writing" }));
    assert_eq!(back.unwrap()["can_write"], json!(true));
}

#[test]
fn a_workspace_in_which_a_call_runs_on_says_so() {
    let desk = Desk { session: Session::impatient(), ..Desk::new() };
    desk.create("w");
    let running = desk.session.workspace().unwrap();
    let open = json!({ "folder": desk.path("w"), "access": "writing" });
    insta::assert_snapshot!(desk.refuses("workspace.open", open.clone()), @"workspace-held [folder] Annexe is still at work in this workspace. Stop what runs, or wait until it has ended, and open the workspace again.");
    let opened = desk.call("workspace.open", json!({ "folder": desk.path("w") })).unwrap();
    assert_eq!(opened["read_only_because"]["code"], json!("workspace-held"));
    drop(running);
    assert_eq!(desk.call("workspace.open", open).unwrap()["can_write"], json!(true));
}

#[test]
fn whoever_opens_a_workspace_at_once_with_another_can_write_to_it() {
    let desk = Desk::new();
    desk.create("w");
    let open =
        || desk.call("workspace.open", json!({ "folder": desk.path("w") })).unwrap()["can_write"].clone();
    std::thread::scope(|scope| {
        let openers: Vec<_> =
            (0..4).map(|_| scope.spawn(|| (0..8).map(|_| open()).collect::<Vec<_>>())).collect();
        for opener in openers {
            assert_eq!(opener.join().unwrap(), vec![json!(true); 8]);
        }
    });
}

#[test]
fn the_sample_of_this_computer_is_made_once_and_keeps_what_was_changed() {
    let desk = Desk::new();
    let made = desk.call("workspace.sample", json!({})).unwrap();
    assert_eq!(made["sample"], json!(true));
    desk.call("control.set", json!({ "controls": ["A.2.2"], "owner": "IT lead" })).unwrap();
    desk.call("workspace.close", json!({})).unwrap();
    desk.call("workspace.sample", json!({})).unwrap();
    let control = desk.call("control.show", json!({ "id": "A.2.2" })).unwrap();
    assert_eq!(control["owner"], json!("IT lead"));
}

#[test]
fn undo_and_redo_say_when_there_is_nothing() {
    let desk = Desk::new();
    desk.create("w");
    insta::assert_snapshot!(desk.refuses("history.undo", json!({})), @"nothing-to-undo [] There is nothing to undo. ");
    desk.call("control.set", json!({ "controls": ["A.2.2"], "owner": "IT lead" })).unwrap();
    let state = desk.call("history.state", json!({})).unwrap();
    assert_eq!(
        state,
        json!({ "undo": { "seq": 2, "operation": "control.set", "ids": ["A.2.2"] }, "redo": null })
    );
    desk.call("history.undo", json!({})).unwrap();
    desk.call("history.redo", json!({})).unwrap();
    insta::assert_snapshot!(desk.refuses("history.redo", json!({})), @"nothing-to-redo [] There is nothing to redo. ");
}

#[test]
fn evidence_travels_from_a_file_to_a_backup_and_back() {
    let desk = Desk::new();
    desk.create("workspace");
    std::fs::write(desk.path("policy.txt"), "policy").unwrap();
    let added = desk
        .call(
            "evidence.add",
            json!({ "files": [desk.path("policy.txt")], "about": { "links": ["A.2.2"], "kind": "policy" } }),
        )
        .unwrap();
    assert_eq!(added["added"], json!(["E-1"]));
    let preview = desk.call("evidence.preview", json!({ "id": "E-1" })).unwrap();
    assert_eq!(preview, json!({ "as": "text", "text": "policy", "complete": true }));
    assert_eq!(desk.call("control.show", json!({ "id": "A.2.2" })).unwrap()["evidence"], 1);
    let copy = desk.call("evidence.copy", json!({ "id": "E-1" })).unwrap();
    assert!(copy["file"].as_str().unwrap().ends_with("E-1-1.txt"));
    let written = desk.call("backup.write", json!({ "file": desk.path("backup.zip") })).unwrap();
    assert_eq!(written["files"], 1);
    assert_eq!(desk.call("backup.status", json!({})).unwrap()["last"]["file"], written["file"]);
    desk.call("backup.check", json!({ "file": desk.path("backup.zip") })).unwrap();
    let restored = desk
        .call("backup.restore", json!({ "file": desk.path("backup.zip"), "folder": desk.path("restored") }))
        .unwrap();
    assert_eq!(restored["folder"], desk.path("restored"));
    assert_eq!(desk.call("workspace.verify", json!({})).unwrap()["ok"], true);
    assert_eq!(desk.call("evidence.list", json!({ "words": "pol" })).unwrap()["total"], 1);
}

#[test]
fn copies_to_open_belong_to_their_workspace_and_go_when_it_is_opened_again() {
    let desk = Desk::new();
    desk.create("w");
    std::fs::write(desk.path("policy.txt"), "policy").unwrap();
    desk.call("evidence.add", json!({ "files": [desk.path("policy.txt")], "about": {} })).unwrap();
    let copy = || {
        let copy = desk.call("evidence.copy", json!({ "id": "E-1" })).unwrap();
        PathBuf::from(copy["file"].as_str().unwrap())
    };
    let first = copy();
    assert_eq!(first, desk.application.join("opened").join(Uuid::nil().to_string()).join("E-1-1.txt"));
    let of_another = desk.application.join("opened/of-another-workspace/E-1-1.txt");
    std::fs::create_dir_all(of_another.parent().unwrap()).unwrap();
    std::fs::write(&of_another, "of another").unwrap();
    // Who only reads may stand beside the one who opened them.
    let reader = Session::new();
    let read = json!({ "folder": desk.path("w"), "access": "reading" });
    reader.call(&desk, "workspace.open", read).unwrap();
    assert!(first.exists());
    desk.call("workspace.open", json!({ "folder": desk.path("w") })).unwrap();
    assert!(!first.exists() && of_another.exists());
    assert_eq!(copy(), first);
}

#[test]
fn a_schedule_makes_backups_and_keeps_as_many_as_it_says() {
    let desk = Desk::new();
    desk.create("workspace");
    std::fs::create_dir(desk.path("backups")).unwrap();
    std::fs::write(desk.path("backups/annexe-mine.zip"), "mine").unwrap();
    let schedule = |folder: String, days: u32, keep: u32| json!({ "schedule": { "folder": folder, "days": days, "keep": keep } });
    let status = desk.call("backup.schedule", schedule(desk.path("backups"), 1, 2)).unwrap();
    assert_eq!(status["due"], true);
    for day in 0..4 {
        desk.is_day(day);
        let status = desk.call("backup.run", json!({})).unwrap();
        assert_eq!((&status["due"], &status["failed"]), (&json!(false), &json!(null)));
        assert_eq!(desk.call("backup.run", json!({})).unwrap(), status, "none is due");
    }
    assert_eq!(desk.backups(), ["2026-10-14T094100Z.zip", "2026-10-15T094100Z.zip", "annexe-mine.zip"]);
    for (arguments, code) in [
        (schedule(desk.path("no"), 1, 1), "no-such-folder"),
        (schedule("backups".into(), 1, 1), "no-such-folder"),
        (schedule(desk.path("workspace"), 1, 1), "folder-inside"),
        (schedule(desk.path("backups"), 0, 1), "out-of-range"),
        (schedule(desk.path("backups"), 1, 0), "out-of-range"),
    ] {
        assert_eq!(desk.call("backup.schedule", arguments).unwrap_err().code, code);
    }
    // A try that fails says so, and the last good one stays known.
    let failed = desk.call("backup.write", json!({ "file": desk.path("no/backup.zip") })).unwrap_err();
    let status = desk.call("backup.status", json!({})).unwrap();
    assert_eq!(status["failed"]["message"], failed.message);
    assert!(status["last"]["file"].as_str().unwrap().contains("2026-10-15"));
}

#[test]
fn a_clock_that_was_wrong_neither_stops_backups_nor_takes_the_newest_away() {
    let desk = Desk::new();
    desk.create("workspace");
    std::fs::create_dir(desk.path("backups")).unwrap();
    let schedule = json!({ "schedule": { "folder": desk.path("backups"), "days": 1, "keep": 1 } });
    desk.is_day(2_000);
    desk.call("backup.schedule", schedule).unwrap();
    desk.call("backup.run", json!({})).unwrap();
    desk.is_day(0);
    assert_eq!(desk.call("backup.status", json!({})).unwrap()["due"], true);
    let status = desk.call("backup.run", json!({})).unwrap();
    assert!(Path::new(status["last"]["file"].as_str().unwrap()).is_file());
    assert_eq!(desk.backups(), ["2026-10-12T094100Z.zip"]);
}

#[test]
fn a_copy_elsewhere_makes_no_room_in_the_backups_of_the_one_that_is_worked_in() {
    let desk = Desk::new();
    desk.create("workspace");
    std::fs::create_dir(desk.path("backups")).unwrap();
    let schedule = json!({ "schedule": { "folder": desk.path("backups"), "days": 1, "keep": 1 } });
    desk.call("backup.schedule", schedule.clone()).unwrap();
    let last = desk.call("backup.run", json!({})).unwrap()["last"]["file"].clone();
    desk.call("backup.restore", json!({ "file": last, "folder": desk.path("old") })).unwrap();
    desk.is_day(5);
    let status = desk.call("backup.run", json!({})).unwrap();
    assert_eq!((&status["schedule"], &status["last"]), (&json!(null), &json!(null)));
    desk.call("backup.schedule", schedule).unwrap();
    desk.call("backup.run", json!({})).unwrap();
    assert_eq!(desk.backups(), ["2026-10-12T094100Z.zip", "2026-10-17T094100Z.zip"]);
}

#[test]
fn a_watched_folder_fills_the_inbox() {
    let desk = Desk::new();
    desk.create("workspace");
    std::fs::create_dir(desk.path("documents")).unwrap();
    std::fs::write(desk.path("documents/a.txt"), "a").unwrap();
    desk.call("watch.add", json!({ "folder": desk.path("documents") })).unwrap();
    let page = desk.call("watch.scan", json!({})).unwrap();
    assert_eq!((page["total"].as_u64(), page["folders"][0]["moving"].as_u64()), (Some(0), Some(1)));
    assert!(page["look_again_in"].as_u64().unwrap() <= 2_010);
    assert_eq!(desk.call("watch.list", json!({})).unwrap().as_array().unwrap().len(), 1);
    desk.call("watch.remove", json!({ "folder": desk.path("documents") })).unwrap();
    assert_eq!(desk.call("watch.inbox", json!({})).unwrap()["folders"], json!([]));
}

#[test]
fn the_inbox_is_paged_by_sort_and_what_was_passed_over_is_listed() {
    let desk = Desk::new();
    desk.create("workspace");
    std::fs::create_dir(desk.path("documents")).unwrap();
    for name in ["a.txt", "b.txt", "c.txt"] {
        let file = std::fs::File::create(desk.path(&format!("documents/{name}"))).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_800_000_000)).unwrap();
    }
    desk.call("watch.add", json!({ "folder": desk.path("documents") })).unwrap();
    let again = desk.call("watch.scan", json!({})).unwrap()["look_again_in"].as_u64().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(again));
    let page = desk.call("watch.scan", json!({ "offset": 1, "limit": 1 })).unwrap();
    assert_eq!((&page["total"], &page["items"][0]["path"]), (&json!(3), &json!("b.txt")));
    assert_eq!(page["counts"], json!({ "new": 3, "changed": 0, "vanished": 0 }));
    let changed = desk.call("watch.inbox", json!({ "what": "changed" })).unwrap();
    assert_eq!((&changed["total"], &changed["counts"]["new"]), (&json!(0), &json!(3)));
    let one = json!({ "files": [{ "folder": desk.path("documents"), "path": "a.txt" }] });
    desk.call("watch.pass", one.clone()).unwrap();
    let passed = desk.call("watch.passed", json!({})).unwrap();
    assert_eq!((&passed["total"], &passed["files"][0]["shown"]), (&json!(1), &json!("a.txt")));
    desk.call("watch.recall", one).unwrap();
    assert_eq!(desk.call("watch.passed", json!({})).unwrap()["files"], json!([]));
}

#[test]
fn home_says_what_is_next_and_knows_of_the_backups_of_this_computer() {
    let desk = Desk::new();
    desk.create("workspace");
    let home = desk.call("home.show", json!({})).unwrap();
    assert_eq!(home["next"], desk.call("guide.next", json!({})).unwrap());
    desk.call(
        "control.decide",
        json!({ "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." }),
    )
    .unwrap();
    let about = || desk.call("home.show", json!({})).unwrap()["attention"][0]["about"].clone();
    assert_eq!(about(), json!("backup-never"));
    desk.call("backup.write", json!({ "file": desk.path("backup.zip") })).unwrap();
    assert_eq!(about(), json!(null));
    desk.call("backup.write", json!({ "file": desk.path("no/backup.zip") })).unwrap_err();
    assert_eq!(about(), json!("backup-failed"));
}
