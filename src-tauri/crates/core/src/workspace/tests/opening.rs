//! Making and opening: what is no workspace is refused and stays as it is.

use super::*;

/// Replaces the path of the test's folder, which is another one each time.
fn steady(bench: &Bench, text: &str) -> String {
    text.replace(&bench.path().display().to_string(), "WORKSPACE")
}

#[test]
fn a_new_workspace_opens_again_and_says_what_it_was_told() {
    let bench = Bench::new();
    drop(bench.create());
    let workspace = bench.open(Access::Write).unwrap();
    assert_eq!(crate::organisation::show(&workspace).unwrap().name.as_str(), "Penmarrow Instruments");
    assert!(Bench::verify(&workspace).ok);
    let names: Vec<_> = files(&bench.path()).into_iter().map(|(path, _)| path).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("begun")), "{names:?}");
}

#[test]
fn a_workspace_that_is_closed_has_its_database_in_one_file() {
    let bench = Bench::new();
    let closed = |workspace: Workspace| {
        drop(workspace);
        let names: Vec<_> = files(&bench.path()).into_iter().map(|(path, _)| path).collect();
        assert_eq!(
            names,
            ["annexe.db", "annexe.db.sha256", "annexe.lock"].map(|name| bench.path().join(name))
        );
    };
    closed(bench.create());
    let workspace = bench.open(Access::Write).unwrap();
    bench.set(&workspace, &serde_json::json!({ "controls": ["A.2.2"], "owner": "IT lead" }));
    assert_eq!(workspace.history(None, 1).unwrap()[0].operation, "control.set");
    closed(workspace);
}

#[test]
fn a_workspace_is_not_made_over_anything() {
    let bench = Bench::new();
    drop(bench.create());
    let before = files(&bench.path());
    let again = Workspace::create(&bench.path(), &Bench::foundation(), &bench.stamp).unwrap_err();
    insta::assert_snapshot!(steady(&bench, &said(&again)), @"folder-not-empty: WORKSPACE is a workspace already. Open it, or choose another folder for the new one.");
    assert_eq!(files(&bench.path()), before);

    let full = Bench::new();
    std::fs::create_dir(full.path()).unwrap();
    std::fs::write(full.path().join("letter.txt"), "x").unwrap();
    let error = Workspace::create(&full.path(), &Bench::foundation(), &full.stamp).unwrap_err();
    insta::assert_snapshot!(steady(&full, &said(&error)), @"folder-not-empty: The folder WORKSPACE is not empty. Choose an empty folder, or a name that does not exist yet.");
    assert_eq!(files(&full.path()).len(), 1);
}

#[test]
fn what_a_killed_creation_left_is_taken_over() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path()).unwrap();
    for name in ["annexe.lock", "annexe.holder", "annexe.db.begun", "annexe.db.begun-wal", ".DS_Store"] {
        std::fs::write(bench.path().join(name), "half").unwrap();
    }
    assert!(Bench::verify(&bench.create()).ok);
}

#[test]
fn a_second_writer_is_told_who_holds_the_workspace_and_may_read() {
    let bench = Bench::new();
    let first = bench.create();
    let error = bench.open(Access::Write).unwrap_err();
    let message = said(&error).replace(&format!("process {}", std::process::id()), "process N");
    let program = std::env::current_exe().unwrap().file_stem().unwrap().to_string_lossy().into_owned();
    insta::assert_snapshot!(message.replace(&program, "PROGRAM"), @"workspace-held: PROGRAM (process N, since 2026-10-12T09:41:00Z) holds this workspace; only one can write at a time. Close the workspace there, then try again.");
    let reader = bench.open(Access::Read).unwrap();
    bench.decide(&first, &serde_json::json!({
        "controls": ["A.2.2"], "decision": "applicable", "reasons": ["clause"], "justification": "Clause 5.2 asks for it."
    }));
    assert_eq!(reader.history(None, 1).unwrap()[0].operation, "control.decide");
    let refused: Result<(), WriteError> = reader.write(&bench.stamp, "x", |_| Ok(()));
    insta::assert_snapshot!(said(&refused.unwrap_err()), @"workspace-read-only: This workspace is open for reading only. Close it where else it is open, then open it again here.");
    drop(first);
    assert!(bench.open(Access::Write).is_ok(), "the lock ends with its holder");
}

#[test]
fn what_is_no_workspace_is_said_and_left_as_it_is() {
    let bench = Bench::new();
    insta::assert_snapshot!(steady(&bench, &said(&bench.open(Access::Write).unwrap_err())), @"no-such-folder: There is no folder WORKSPACE. Check the path, and that the drive it is on is connected.");
    std::fs::create_dir(bench.path()).unwrap();
    insta::assert_snapshot!(steady(&bench, &said(&bench.open(Access::Write).unwrap_err())), @"not-a-workspace: WORKSPACE is not a workspace: it holds no annexe.db. Choose the folder that holds annexe.db, or start a new workspace in an empty folder.");
    assert!(files(&bench.path()).is_empty());
    Connection::open(bench.path().join(folder::DATABASE))
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    let before = files(&bench.path());
    insta::assert_snapshot!(steady(&bench, &said(&bench.open(Access::Write).unwrap_err())), @"not-a-workspace: WORKSPACE is not a workspace: its annexe.db was not written by Annexe. Choose another folder. This one was left as it is.");
    assert_eq!(files(&bench.path()), before);
}

#[test]
fn a_database_of_a_newer_annexe_is_refused_and_left_as_it_is() {
    let bench = Bench::new();
    drop(bench.create());
    bench.behind_its_back("PRAGMA user_version = 99");
    let before = files(&bench.path());
    for access in [Access::Write, Access::Read] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(said(&bench.open(access).unwrap_err()), @"workspace-newer: This workspace was written by a newer Annexe (its database has version 99, this Annexe knows 2). Install the newest Annexe to open it. It was left as it is.");
        }
    }
    assert_eq!(files(&bench.path()), before);
}

#[test]
fn a_folder_that_holds_a_workspace_is_found_from_inside() {
    let bench = Bench::new();
    drop(bench.create());
    let inner = bench.path().join("vault/ab");
    std::fs::create_dir_all(&inner).unwrap();
    assert_eq!(Workspace::holding(&inner), Some(bench.path().as_path()));
    assert_eq!(Workspace::holding(bench.path().parent().unwrap()), None);
}
