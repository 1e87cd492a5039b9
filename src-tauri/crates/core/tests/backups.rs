//! Backups of every format that was released are restored, with everything that was in them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on has failed")]

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use annexe_core::backup::{self, BackupProgress, Passphrase};
use annexe_core::evidence::{self, EvidenceId, ExportEvidence, ListEvidence};
use annexe_core::workspace::{Access, Extent, Workspace};
use annexe_core::{Day, Explain as _, assessment, organisation};
use jiff::Timestamp;
use serde_json::{Value, json};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn go_on(_: BackupProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn at() -> Timestamp {
    "2030-01-01T00:00:00Z".parse().unwrap()
}

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

/// Asserts that a workspace is the one that the fixtures were made of.
fn holds_everything(workspace: &Workspace) {
    let verified = workspace.verify(Extent::Everything, &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(verified.ok, "{verified:#?}");
    assert_eq!(verified.files, 4);

    let about = organisation::show(workspace).unwrap();
    assert_eq!((about.name.as_str(), about.scope.as_str()), ("Penmarrow Instruments", "Everything."));
    let decided: Vec<String> = assessment::list(workspace)
        .unwrap()
        .into_iter()
        .filter(|control| control.decision != assessment::Decision::Undecided)
        .map(|control| control.id.to_string())
        .collect();
    assert_eq!(decided, ["A.2.2", "ORG.1"]);

    let page = evidence::list(workspace, &ListEvidence::default(), today()).unwrap();
    let titles: Vec<&str> = page.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["minutes txt", "AI policy"]);
    let policy = serde_json::to_value(evidence::show(workspace, number(1), today()).unwrap()).unwrap();
    assert_eq!(
        policy["links"],
        json!([{ "to": "clause", "id": "5.2" }, { "to": "control", "id": "A.2.2" }, { "to": "control", "id": "ORG.1" }])
    );
    assert_eq!(
        (&policy["kind"], &policy["effective"], &policy["expires"], &policy["tags"]),
        (&json!("policy"), &json!("2026-09-01"), &json!("2027-09-01"), &json!(["board"]))
    );
    let used: Vec<(&Value, &Value)> = policy["used"]
        .as_array()
        .unwrap()
        .iter()
        .map(|used| (&used["soa"]["number"], &used["version"]))
        .collect();
    assert_eq!(used, [(&json!("SOA-01"), &json!(2))]);
    let texts = ["", "\nNow for suppliers too.\n", "\nNow for suppliers and partners too.\n"];
    for (version, text) in (1..).zip(texts) {
        assert_eq!(bytes(workspace, 1, version), format!("# AI policy\n{text}").into_bytes());
    }
    assert_eq!(policy["versions"].as_array().unwrap().len(), texts.len());
    assert_eq!(policy["versions"][1]["comment"], json!("Made wider"));
    let minutes = evidence::show(workspace, number(2), today()).unwrap().evidence;
    assert_eq!(minutes.latest().unwrap().name.as_str(), "minutes\u{202e}txt.md");
    assert_eq!(bytes(workspace, 2, 1), b"What was decided.\n");
    let removed = evidence::removed(workspace).unwrap();
    assert_eq!((removed.len(), removed[0].id, removed[0].why.as_str()), (1, number(3), "It is empty."));

    let operations: Vec<String> =
        workspace.history(None, 100).unwrap().into_iter().rev().map(|entry| entry.operation).collect();
    assert_eq!(
        operations,
        [
            "workspace.create",
            "control.add",
            "control.decide",
            "evidence.add",
            "evidence.add-version",
            "evidence.add",
            "soa.export",
            "evidence.add-version",
            "evidence.remove"
        ]
    );
}

fn number(number: u32) -> EvidenceId {
    EvidenceId::new(number).unwrap()
}

fn bytes(workspace: &Workspace, id: u32, version: u32) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out");
    let to = ExportEvidence { id: number(id), version: Some(version), file: file.clone(), replace: None };
    evidence::export(workspace, &to, &mut |_, _| ControlFlow::Continue(())).unwrap();
    fs::read(file).unwrap()
}

/// Restores a fixture, and goes on working in what it was.
fn restored(name: &str, passphrase: Option<&Passphrase>) {
    let report = backup::check(&fixture(name), passphrase, &mut go_on).unwrap();
    assert_eq!((report.organisation.as_str(), report.files), ("Penmarrow Instruments", 4));
    assert_eq!((report.made.as_str(), report.sealed), ("2026-10-12T09:41:00Z", passphrase.is_some()));
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("restored");
    backup::restore(&fixture(name), passphrase, &place, at(), &mut go_on).unwrap();
    holds_everything(&Workspace::open(&place, Access::Read, at()).unwrap());
    holds_everything(&Workspace::open(&place, Access::Write, at()).unwrap());
    holds_everything(&Workspace::open(&place, Access::Read, at()).unwrap());
}

#[test]
fn a_backup_of_format_1_is_restored_with_everything_in_it() {
    restored("backup-form-1.zip", None);
}

#[test]
fn a_sealed_backup_of_format_1_is_restored_with_everything_in_it() {
    let passphrase = Passphrase::new("correct horse battery staple").unwrap();
    restored("backup-form-1.zip.age", Some(&passphrase));
    let error = backup::check(&fixture("backup-form-1.zip.age"), None, &mut go_on).unwrap_err();
    assert_eq!(error.code(), "passphrase-needed");
}
