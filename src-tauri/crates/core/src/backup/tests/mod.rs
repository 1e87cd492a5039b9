//! Backups of a real workspace, and the ways they can be wrong.

mod hostile;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::*;
use crate::evidence::{self, By, EvidenceId, FileName};
use crate::workspace::tests::Bench;
use crate::workspace::{Access, Workspace};
use crate::{Explain as _, assessment};

/// A workspace with two pieces of evidence, and a folder for what is made of it.
struct Desk {
    bench: Bench,
    workspace: Workspace,
    out: tempfile::TempDir,
}

fn go_on(_: BackupProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery staple").unwrap()
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        let desk = Self { bench, workspace, out: tempfile::tempdir().unwrap() };
        desk.bench.decide(&desk.workspace, &json!({
            "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it."
        }));
        desk.paste("policy.txt", "policy");
        desk.paste("minutes.txt", "minutes");
        desk
    }

    fn paste(&self, name: &str, text: &str) {
        let by = By { stamp: &self.bench.stamp, today: "2026-10-12".parse().unwrap() };
        let about = serde_json::from_value(json!({ "links": ["A.2.2"] })).unwrap();
        let name = FileName::try_from(name.to_owned()).unwrap();
        evidence::paste(&self.workspace, by, name, text.into(), &about).unwrap();
    }

    fn out(&self, name: &str) -> PathBuf {
        self.out.path().join(name)
    }

    fn back_up(&self, name: &str) -> Result<WrittenBackup, BackupError> {
        write(&self.workspace, &self.out(name), None, false, &self.bench.stamp, &mut go_on)
    }

    fn restore(&self, file: &Path, name: &str) -> Result<Workspace, BackupError> {
        restore(file, None, &self.out(name), self.bench.stamp.at, &mut go_on)?;
        Ok(Workspace::open(&self.out(name), Access::Write, self.bench.stamp.at).unwrap())
    }

    /// Returns the place in the vault of the file of a piece.
    fn place(&self, number: u32) -> PathBuf {
        let id = EvidenceId::new(number).unwrap();
        let details = evidence::show(&self.workspace, id, "2026-10-12".parse().unwrap()).unwrap();
        self.workspace.vault().unwrap().path_of(&details.evidence.latest().unwrap().sha256)
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn said(error: &BackupError) -> String {
    format!("{}: {error}. {}", error.code(), error.hint().unwrap_or_default())
}

#[test]
fn what_is_restored_is_what_was_backed_up() {
    let desk = Desk::new();
    let written = desk.back_up("backup.zip").unwrap();
    assert_eq!((written.files, written.left_out.len(), written.entry), (2, 0, 4));
    let report = check(&desk.out("backup.zip"), None, &mut go_on).unwrap();
    assert_eq!(
        (report.organisation.as_str(), report.files, report.sealed),
        ("Penmarrow Instruments", 2, false)
    );
    let restored = desk.restore(&desk.out("backup.zip"), "restored").unwrap();
    assert_eq!(restored.head().unwrap(), desk.workspace.head().unwrap());
    assert_eq!(assessment::list(&restored).unwrap(), assessment::list(&desk.workspace).unwrap());
    assert!(Bench::verify(&restored).ok);
    // Nothing is left beside it, and work goes on in it.
    assert_eq!(names(desk.out.path()), ["backup.zip", "restored"]);
    desk.bench.set(&restored, &json!({ "controls": ["A.2.2"], "owner": "IT lead" }));
    restored.undo(&desk.bench.stamp).unwrap();
    assert!(names(&desk.bench.path()).iter().all(|name| !name.starts_with(".annexe")), "no copy is left");
}

#[test]
fn a_sealed_backup_opens_with_its_passphrase_alone() {
    let desk = Desk::new();
    let file = desk.out("backup.zip.age");
    let sealing = Sealing::with(passphrase()).work(2);
    write(&desk.workspace, &file, Some(&sealing), false, &desk.bench.stamp, &mut go_on).unwrap();
    assert!(check(&file, Some(&passphrase()), &mut go_on).unwrap().sealed);
    let at = desk.bench.stamp.at;
    let without = restore(&file, None, &desk.out("a"), at, &mut go_on).unwrap_err();
    let wrong =
        restore(&file, Some(&Passphrase::new("x").unwrap()), &desk.out("a"), at, &mut go_on).unwrap_err();
    insta::assert_snapshot!(said(&without), @"passphrase-needed: The backup is sealed with a passphrase. Give the passphrase that it was sealed with.");
    insta::assert_snapshot!(said(&wrong), @"wrong-passphrase: This passphrase does not open the backup. Type it again; capital letters and spaces count.");
    assert!(!desk.out("a").exists());
    restore(&file, Some(&passphrase()), &desk.out("a"), at, &mut go_on).unwrap();
    let bytes = fs::read(file).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"policy"), "nothing of it is in the open");
}

#[test]
fn a_damaged_file_is_left_out_and_named_and_the_rest_is_saved() {
    let desk = Desk::new();
    fs::remove_file(desk.place(1)).unwrap();
    let written = desk.back_up("backup.zip").unwrap();
    assert_eq!((written.files, written.left_out.len()), (1, 1));
    assert_eq!(check(&desk.out("backup.zip"), None, &mut go_on).unwrap().left_out, written.left_out);
    let restored = desk.restore(&desk.out("backup.zip"), "restored").unwrap();
    assert_eq!(Bench::verify(&restored).damaged.len(), 1);
}

#[test]
fn damaged_files_are_brought_back_from_a_backup_or_the_original() {
    let desk = Desk::new();
    desk.back_up("backup.zip").unwrap();
    let heal = |file: &Path| heal(&desk.workspace, file, None, &mut go_on);
    assert_eq!(heal(&desk.out("backup.zip")).unwrap_err().code(), "nothing-to-restore");
    fs::remove_file(desk.place(1)).unwrap();
    let place = desk.place(2);
    fs::remove_file(&place).unwrap();
    fs::write(&place, "mInutes").unwrap();
    let original = desk.out("anything.txt");
    fs::write(&original, "minutes").unwrap();
    let healed = heal(&original).unwrap();
    assert_eq!((healed.healed.len(), healed.left.len()), (1, 1));
    let healed = heal(&desk.out("backup.zip")).unwrap();
    assert_eq!((healed.healed.len(), healed.left.len()), (1, 0));
    assert!(Bench::verify(&desk.workspace).ok);
    fs::write(&original, "another file").unwrap();
    assert_eq!(heal(&original).unwrap_err().code(), "nothing-to-restore");
}

#[test]
fn damaged_files_come_back_by_way_of_the_workspace_s_own_folder() {
    let desk = Desk::new();
    desk.back_up("backup.zip").unwrap();
    fs::remove_file(desk.place(1)).unwrap();
    // Whoever makes room for a moment clears away what a crash left in the same place.
    let left = desk.bench.path().join(".annexe-unfinished-left");
    fs::create_dir(&left).unwrap();
    heal(&desk.workspace, &desk.out("backup.zip"), None, &mut go_on).unwrap();
    assert!(!left.exists());
    let unfinished = |name: &String| name.starts_with(".annexe-unfinished-");
    assert!(!names(&desk.bench.path()).iter().any(unfinished));

    fs::create_dir(&left).unwrap();
    fs::write(left.join("in-use"), "").unwrap();
    fs::write(left.join("half"), "half a file").unwrap();
    let Desk { bench, workspace, out: _out } = desk;
    drop(workspace);
    bench.open(Access::Write).unwrap();
    assert!(!left.exists());
}

#[test]
fn what_stands_in_the_way_stays_as_it_is() {
    let desk = Desk::new();
    desk.back_up("backup.zip").unwrap();
    assert_eq!(desk.back_up("backup.zip").unwrap_err().code(), "file-exists");
    let file = desk.out("backup.zip");
    fs::create_dir(desk.out("full")).unwrap();
    fs::write(desk.out("full/mine.txt"), "mine").unwrap();
    fs::write(desk.out("file"), "mine").unwrap();
    for (name, code) in [("full", "folder-not-empty"), ("file", "no-such-folder")] {
        assert_eq!(desk.restore(&file, name).unwrap_err().code(), code, "{name}");
    }
    let own = desk.bench.path();
    let error = restore(&file, None, &own, desk.bench.stamp.at, &mut go_on).unwrap_err();
    assert_eq!(error.code(), "folder-not-empty");
    fs::create_dir(desk.out("empty")).unwrap();
    desk.restore(&file, "empty").unwrap();
    desk.restore(&file, "deep/down").unwrap();
    assert_eq!(names(desk.out.path()), ["backup.zip", "deep", "empty", "file", "full"]);
}

#[test]
fn a_stop_leaves_nothing() {
    let desk = Desk::new();
    desk.back_up("backup.zip").unwrap();
    let file = desk.out("backup.zip");
    for after in 0..40 {
        let mut left = after;
        let mut stop = |_: BackupProgress| {
            left -= 1;
            if left < 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let written = write(&desk.workspace, &desk.out("b.zip"), None, false, &desk.bench.stamp, &mut stop);
        let mut left = after;
        let mut stop = |_: BackupProgress| {
            left -= 1;
            if left < 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let restored = restore(&file, None, &desk.out("r"), desk.bench.stamp.at, &mut stop);
        for error in [written.err(), restored.err()].into_iter().flatten() {
            assert_eq!(error.code(), "stopped");
        }
        let _ = fs::remove_file(desk.out("b.zip"));
        let _ = fs::remove_dir_all(desk.out("r"));
        assert_eq!(names(desk.out.path()), ["backup.zip"], "after {after}");
    }
}

#[test]
fn who_may_only_read_backs_up_too() {
    let desk = Desk::new();
    let reading = desk.bench.open(Access::Read).unwrap();
    write(&reading, &desk.out("backup.zip"), None, false, &desk.bench.stamp, &mut go_on).unwrap();
    check(&desk.out("backup.zip"), None, &mut go_on).unwrap();
}
