//! Damaged files, and writes that fail half-way.

use super::*;
use serde_json::json;

#[test]
fn a_damaged_database_is_refused_and_left_as_it_is() {
    let whole = {
        let bench = Bench::new();
        drop(bench.create());
        std::fs::read(bench.path().join(folder::DATABASE)).unwrap()
    };
    let zeroed = {
        let mut bytes = whole.clone();
        let end = bytes.len().min(40_960);
        bytes[4096..end].fill(0);
        bytes
    };
    let damages: [(&str, Vec<u8>); 5] = [
        ("empty", vec![]),
        ("a text", b"Dear auditor, ".repeat(100)),
        ("cut short", whole[..whole.len() / 2].to_vec()),
        ("its first hundred bytes alone", whole[..100].to_vec()),
        ("pages of zeros", zeroed),
    ];
    for (damage, bytes) in damages {
        let bench = Bench::new();
        std::fs::create_dir(bench.path()).unwrap();
        std::fs::write(bench.path().join(folder::DATABASE), &bytes).unwrap();
        for access in [Access::Write, Access::Read] {
            let error = bench.open(access).expect_err(damage);
            assert_eq!(crate::Explain::code(&error), "workspace-damaged", "{damage}: {error}");
        }
        assert_eq!(std::fs::read(bench.path().join(folder::DATABASE)).unwrap(), bytes, "{damage}");
    }
}

#[test]
fn an_operation_that_fails_changes_nothing() {
    let bench = Bench::new();
    let workspace = bench.create();
    let head = workspace.head().unwrap();
    let decide = |controls: &[&str]| {
        let decide = json!({ "controls": controls, "decision": "excluded", "ground": "not-required", "justification": "x" });
        let decide = serde_json::from_value(decide).unwrap();
        workspace.write(&bench.stamp, "control.decide", |tx| assessment::decide(tx, decide))
    };
    assert!(decide(&["A.2.2", "A.2.3", "A.99.9"]).is_err());
    assert_eq!(workspace.head().unwrap(), head);
    let list = assessment::list(&workspace).unwrap();
    assert!(list.iter().all(|control| control.decision == assessment::Decision::Undecided));
    assert!(Bench::verify(&workspace).ok);
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let bench = Bench::new();
    let workspace = bench.create();
    let full: u32 = {
        let conn = locked(&workspace.writer.as_ref().unwrap().connection);
        let pages: u32 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0)).unwrap()
    };
    assert!(full > 0);
    let set = json!({ "controls": ["A.2.2"], "how": "x".repeat(20_000) });
    let set: SetControls = serde_json::from_value(set).unwrap();
    let error = workspace.write(&bench.stamp, "control.set", |tx| assessment::set(tx, set)).unwrap_err();
    insta::assert_snapshot!(said(&error), @"disk-full: The disk is full; nothing was changed. Make room on the disk and try again.");
    assert!(Bench::verify(&workspace).ok);
    assert_eq!(workspace.head().unwrap().unwrap().seq, 1);
}

#[test]
fn nothing_changed_leaves_no_entry() {
    let bench = Bench::new();
    let workspace = bench.create();
    let owner = json!({ "controls": ["A.2.2"], "owner": "IT lead" });
    bench.set(&workspace, &owner);
    let head = workspace.head().unwrap();
    bench.set(&workspace, &owner);
    assert_eq!(workspace.head().unwrap(), head);
}
