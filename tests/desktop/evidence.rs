//! Evidence in the real window: dropped and pasted from other programs, found, linked, looked at, removed and
//! brought back, stopped midway, backed up and restored; by keyboard wherever a keyboard can.

use std::fs::{self, File};
use std::path::PathBuf;

use serde_json::json;

use crate::application::{Application, Computer};
use crate::clipboard::Clipboard;
use crate::drag::Drag;
use crate::keyboard::{CONTROL, ENTER};
use crate::webdriver::until;

const POLICY: &str = "A person decides every claim, said the board of Harbour Letters.";

/// A picture of one red dot.
const PICTURE: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0,
    0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, b'I', b'D', b'A', b'T', 8, 0xd7, 0x63, 0xf8,
    0xcf, 0xc0, 0, 0, 3, 1, 1, 0, 0x18, 0xdd, 0x8d, 0xb0, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42,
    0x60, 0x82,
];

#[test]
fn files_become_evidence_that_is_found_linked_removed_and_restored() {
    let computer = Computer::new();
    let workspace = workspace(&computer);
    let (backup, restored) = (computer.document("Harbour.zip"), computer.document("restored"));
    let window = computer.start_on(Some(&workspace), &[&backup, &backup]);
    window.has("heading", "Home…");

    Drag::of(&window, &files(&computer).iter().map(PathBuf::as_path).collect::<Vec<_>>()).drop_at(600, 400);
    window.shows("Three files added");

    window.activate("link", "Evidence");
    window.has("row", "E-1 policy…");
    find(&window, "board", "E-1");
    window.press(ENTER);
    window.has("region", "Evidence E-1");
    window.shows(POLICY);

    window.activate("button", "Link to a clause, control or AI system");
    window.is_focused("combobox", "Clause, control or AI system");
    window.type_text("A.6.2.4");
    window.press(ENTER);
    window.has("button", "Take away A.6.2.4");

    window.activate("button", "Remove this evidence");
    window.fill("textbox", "Why is it no longer needed?", "Replaced by the group's policy.");
    window.activate("button", "Remove it");
    window.shows("E-1 removed");
    window.press_with(&[CONTROL], "z");
    until("it is back", || {
        let shown = window.operation("evidence.show", &json!({ "id": "E-1" })).ok()?;
        (shown["links"] == json!([{ "to": "control", "id": "A.6.2.4" }])).then_some(())
    });

    window.activate("link", "Settings");
    window.activate("button", "Back up now");
    window.shows("Backup written and read back whole");
    window.activate("button", "Check this workspace");
    window.shows("Everything is as it should be");

    window.operation("workspace.close", &json!({})).unwrap();
    drop(window);
    let window = computer.start_on(None, &[&backup]);
    window.activate("button", "Restore a backup…");
    window.activate("button", "Choose the backup");
    window.fill("textbox", "Folder", restored.to_str().unwrap());
    window.activate("button", "Restore the backup");
    window.has("heading", "Home…");
    window.activate("link", "Evidence");
    find(&window, "board", "E-1");
    window.press(ENTER);
    window.shows(POLICY);
    computer.home_is_empty();
}

#[test]
fn a_picture_is_pasted_and_long_adding_is_stopped() {
    let computer = Computer::new();
    let workspace = workspace(&computer);
    let large = computer.document("recording.bin");
    File::create(&large).and_then(|file| file.set_len(8 << 30)).unwrap();
    let window = computer.start_on(Some(&workspace), &[&large]);
    window.has("heading", "Home…");

    let _clipboard = Clipboard::holding(&window, "image/png", PICTURE);
    window.activate("link", "Evidence");
    window.press_with(&[CONTROL], "v");
    window.has("row", "E-1 Screenshot…");
    let shown = window.operation("evidence.show", &json!({ "id": "E-1" })).unwrap();
    assert_eq!(shown["kind"], "screenshot");
    let preview = window.operation("evidence.preview", &json!({ "id": "E-1" })).unwrap();
    assert_eq!(preview["as"], "picture");

    window.activate("button", "Add files");
    window.activate("button", "Stop");
    window.shows("Stopped");
    let all = window.operation("evidence.list", &json!({})).unwrap()["all"].clone();
    assert_eq!(all, 1, "what was stopped is not there");
    let incoming: Vec<_> = fs::read_dir(workspace.join("vault").join("incoming")).unwrap().collect();
    assert!(incoming.is_empty(), "{incoming:?}");
}

#[test]
fn what_changes_in_a_watched_folder_lands_in_the_inbox() {
    let computer = Computer::new();
    let workspace = workspace(&computer);
    let documents = computer.document("quality");
    fs::create_dir(&documents).unwrap();
    let window = computer.start_on(Some(&workspace), &[&documents]);
    window.has("heading", "Home…");
    window.activate("link", "Inbox…");
    window.activate("button", "Watch a folder");
    window.has("heading", "Nothing new");

    fs::write(documents.join("minutes.txt"), "Of the board in March.").unwrap();
    window.has("row", "minutes.txt, quality, New");
    window.is_accessible("the inbox with a file");
    window.activate("button", "Take in minutes.txt");
    window.has("heading", "Nothing new");
    fs::write(documents.join("minutes.txt"), "Of the board in March and in April.").unwrap();
    window.has("row", "minutes.txt, quality, Changed");
    window.activate("button", "Add as a new version minutes.txt");
    until("there are two versions", || {
        let shown = window.operation("evidence.show", &json!({ "id": "E-1" })).ok()?;
        (shown["versions"].as_array()?.len() == 2).then_some(())
    });
}

#[test]
fn a_file_is_opened_as_a_copy_that_can_t_be_written_and_a_program_never() {
    let computer = Computer::new();
    let workspace = workspace(&computer);
    let (policy, script) = (computer.document("policy.txt"), computer.document("setup.sh"));
    fs::write(&policy, POLICY).unwrap();
    fs::write(&script, "#!/bin/sh\necho hello\n").unwrap();
    let window = computer.start_on(Some(&workspace), &[]);
    let files = json!({ "files": [policy, script] });
    window.operation("evidence.add", &files).unwrap();
    window.has("heading", "Home…");
    window.activate("link", "Evidence");
    window.tab_to("row", "…");
    open(&window, "E-1");
    window.activate("button", "Open in its program");
    let opened = until("the copy is opened", || {
        fs::read_to_string(computer.opened()).ok().filter(|path| !path.is_empty())
    });
    assert_eq!(fs::read_to_string(&opened).unwrap(), POLICY);
    assert!(fs::metadata(&opened).unwrap().permissions().readonly());

    fs::remove_file(computer.opened()).unwrap();
    open(&window, "E-2");
    window.activate("button", "Open in its program");
    window.has("alert", "…");
    assert!(!computer.opened().exists(), "a script was opened");
}

/// Returns the folder of a workspace that was just made.
fn workspace(computer: &Computer) -> PathBuf {
    let folder = computer.document("workspace");
    let window = computer.start();
    let organisation = json!({ "name": "Harbour Letters", "roles": ["user"], "scope": "" });
    window.operation("workspace.create", &json!({ "folder": folder, "organisation": organisation })).unwrap();
    window.operation("workspace.close", &json!({})).unwrap();
    folder
}

fn files(computer: &Computer) -> [PathBuf; 3] {
    let file = |name: &str, text: &str| {
        let path = computer.document(name);
        fs::write(&path, text).unwrap();
        path
    };
    [
        file("policy.txt", POLICY),
        file("minutes.md", "# Minutes\n\nThe figures of March."),
        file("figures.csv", "week,error\n1,7.8\n"),
    ]
}

/// Finds a piece by a word inside it, and leads the focus to its row.
fn find(window: &Application, word: &str, id: &str) {
    window.tab_to("searchbox", "Filter evidence");
    window.press_with(&[CONTROL], "a");
    window.type_text(word);
    until(&format!("only {id} is left"), || {
        let rows = window.names("row");
        let rows: Vec<_> = rows.iter().filter(|row| row.starts_with("E-")).collect();
        (rows.len() == 1 && rows[0].starts_with(&format!("{id} "))).then_some(())
    });
    window.tab_to("row", &format!("{id} …"));
}

/// Opens a piece in its panel.
fn open(window: &Application, id: &str) {
    window.driver.script("location.hash = arguments[0]", &[format!("#/evidence/{id}").into()]);
    window.has("region", &format!("Evidence {id}"));
}
