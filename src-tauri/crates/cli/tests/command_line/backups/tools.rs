//! A backup needs no Annexe to be checked: `unzip`, `sha256sum` and `age` will do.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::support::{Answer, Bench};

/// Returns whether tools are missing here, and says so.
fn missing(tools: &[&str]) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |tool: &str| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
    let gone: Vec<_> = tools.iter().filter(|tool| !there(tool)).collect();
    if !gone.is_empty() {
        eprintln!("not checked, for these are not installed: {gone:?}");
    }
    !gone.is_empty()
}

/// A workspace with evidence in several versions, one file of it linked and one removed.
fn filled() -> Bench {
    let bench = Bench::new();
    bench.init();
    fs::write(bench.path("policy.txt"), "The AI policy").unwrap();
    fs::write(bench.path("minutes.txt"), "What was decided").unwrap();
    fs::write(bench.path("empty"), "").unwrap();
    bench.on(&["evidence", "add", "policy.txt", "minutes.txt", "empty", "--link", "A.2.2"]).done();
    fs::write(bench.path("policy.txt"), "The AI policy, made wider").unwrap();
    bench.on(&["evidence", "version", "E-1", "policy.txt"]).done();
    bench.on(&["evidence", "remove", "E-3", "--why", "It is empty."]).done();
    bench
}

fn run(folder: &Path, tool: &str, words: &[&str]) -> Answer {
    Answer::from(Command::new(tool).args(words).current_dir(folder).output().unwrap()).done()
}

/// Unpacks a backup and follows its README; asserts that it holds the workspace.
fn follow_the_readme(bench: &Bench, zip: &str) {
    run(&bench.path(""), "unzip", &["-q", zip, "-d", "unpacked"]);
    let folder = bench.path("unpacked/annexe-backup");
    let readme = fs::read_to_string(folder.join("README.txt")).unwrap();
    let commands = readme.lines().map(str::trim).filter(|line| line.starts_with("sha256sum -c "));
    let manifests: Vec<&str> = commands.map(|line| line.trim_start_matches("sha256sum -c ")).collect();
    assert_eq!(manifests, ["manifest-sha256.txt", "tagmanifest-sha256.txt"]);
    let checked: String = manifests
        .iter()
        .map(|manifest| run(&folder, "sha256sum", &["-c", "--strict", manifest]).out)
        .collect();
    assert!(checked.lines().all(|line| line.ends_with(": OK")), "{checked}");
    // The database, the head of the ledger, three files; and the four that describe the bag.
    assert_eq!(checked.lines().count(), 2 + 3 + 4, "{checked}");
    // Nothing is in it that no manifest names.
    assert_eq!(run(&folder, "find", &[".", "-type", "f"]).out.lines().count(), 2 + 3 + 5);
    let conn = rusqlite::Connection::open(folder.join("data/annexe.db")).unwrap();
    let versions: u32 =
        conn.query_row("SELECT count(*) FROM evidence_version", [], |row| row.get(0)).unwrap();
    assert_eq!(versions, 3);
    let head = bench.on(&["log", "--limit", "1", "--json"]).done().json()[0].clone();
    let told = fs::read_to_string(folder.join("data/ledger-head.txt")).unwrap();
    assert_eq!(told, format!("entry {}, SHA-256 {}\n", head["seq"], head["hash"].as_str().unwrap()));
    fs::remove_dir_all(bench.path("unpacked")).unwrap();
}

#[test]
fn unzip_and_sha256sum_check_a_backup() {
    if missing(&["unzip", "sha256sum", "find"]) {
        return;
    }
    let bench = filled();
    bench.on(&["backup", "backup.zip"]).done();
    follow_the_readme(&bench, "backup.zip");
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "takes the `script` of util-linux")]
fn age_opens_a_sealed_backup() {
    if missing(&["unzip", "sha256sum", "find", "age", "script"]) {
        return;
    }
    let bench = filled();
    fs::write(bench.path("passphrase"), "correct horse battery staple\nand a second line\n").unwrap();
    let sealed = ["backup", "backup.zip.age", "--passphrase-file", "passphrase"];
    assert_eq!(bench.on(&[&sealed[..], &["--json"]].concat()).done().json()["files"], json!(3));
    let mut script = Command::new("script")
        .args(["-qec", "age -d -o backup.zip backup.zip.age", "/dev/null"])
        .current_dir(bench.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    script.stdin.take().unwrap().write_all(b"correct horse battery staple\n").unwrap();
    let told = script.wait_with_output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stdout));
    follow_the_readme(&bench, "backup.zip");
}

#[test]
fn sha256sum_checks_the_database_of_a_closed_workspace() {
    if missing(&["sha256sum"]) {
        return;
    }
    let bench = filled();
    let checked = run(&bench.path("w"), "sha256sum", &["-c", "--strict", "annexe.db.sha256"]);
    assert_eq!(checked.out, "annexe.db: OK\n");
}
