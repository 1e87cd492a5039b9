//! The list of operations, and the way they travel.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Failure, Host, OPERATIONS, Progress, Session, bindings, signature};

struct Desk {
    folder: tempfile::TempDir,
    application: PathBuf,
    session: Session,
}

impl Host for Desk {
    fn now(&self) -> Timestamp {
        "2026-10-12T09:41:00Z".parse().unwrap()
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
        Self { folder, application, session: Session::new() }
    }

    fn call(&self, operation: &str, arguments: Value) -> Result<Value, Failure> {
        self.session.call(self, operation, arguments)
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
    assert_eq!(desk.call("preferences.show", json!({})).unwrap(), json!({ "theme": "system" }));
    desk.call("preferences.set", json!({ "theme": "dark" })).unwrap();
    assert_eq!(desk.call("preferences.show", json!({})).unwrap(), json!({ "theme": "dark" }));
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
    assert_eq!(desk.call("preferences.show", json!({})).unwrap(), json!({ "theme": "system" }));
    assert_eq!(desk.call("workspace.recent", json!({})).unwrap(), json!([]));
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
