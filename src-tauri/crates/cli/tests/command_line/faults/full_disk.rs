//! A disk that is really full: 2 MiB of memory, mounted where nobody else sees it.
//!
//! This test runs itself again within a namespace of its own. Where that is not to be had, it says so and passes.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use super::desk::{Desk, names};

/// Says to the test that it runs where a small disk is mounted as its place for what is temporary.
const DISK: &str = "ANNEXE_TEST_SMALL_DISK";
const NAME: &str = "faults::full_disk::a_full_disk_is_told_and_the_next_try_succeeds_once_there_is_room";

#[test]
fn a_full_disk_is_told_and_the_next_try_succeeds_once_there_is_room() {
    if std::env::var_os(DISK).is_some() {
        return on_the_small_disk();
    }
    let folder = tempfile::tempdir().unwrap();
    let within = |script: &str| {
        let mut unshare = Command::new("unshare");
        unshare.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]).arg(folder.path());
        unshare
    };
    let mount = "mount -t tmpfs -o size=2m tmpfs \"$1\"";
    match within(mount).output() {
        Ok(tried) if tried.status.success() => {}
        Ok(tried) => {
            return eprintln!("no full disk was tried: {}", String::from_utf8_lossy(&tried.stderr).trim());
        }
        Err(error) => return eprintln!("no full disk was tried: {error}"),
    }
    let script = format!("{mount} && exec \"$2\" --exact {NAME} --nocapture");
    let again = within(&script)
        .arg(std::env::current_exe().unwrap())
        .env(DISK, "1")
        .env("TMPDIR", folder.path())
        .output()
        .unwrap();
    let (said, failed) = (String::from_utf8_lossy(&again.stdout), String::from_utf8_lossy(&again.stderr));
    assert!(again.status.success() && said.contains("1 passed"), "{said}{failed}");
}

fn on_the_small_disk() {
    let desk = Desk::new();
    let said = |words: &[&str]| {
        let answer = desk.bench.on(words);
        assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
        let bench = desk.bench.path("").display().to_string();
        (answer.out + &answer.err).replace(bench.trim_end_matches('/'), "BENCH")
    };
    desk.file("small", b"small");
    desk.file("large", &[b'.'; 60_000]);
    desk.bench.on(&["evidence", "add", "files/small"]).done();
    desk.bench.on(&["backup", "out/first.zip"]).done();
    let before = desk.list();

    fill(&desk, 30_000);
    let adding = said(&["evidence", "add", "files/large"]);
    assert_eq!(desk.list(), before);
    fill(&desk, 280_000);
    let backing_up = said(&["backup", "out/second.zip"]);
    let replacing = said(&["backup", "out/first.zip", "--replace"]);
    // Where there is not even room for the copy of the database.
    fill(&desk, 120_000);
    let copying = said(&["backup", "out/second.zip"]);
    assert!(copying.starts_with("error: The disk is full"), "{copying}");
    assert_eq!(names(&desk.bench.path("out")), ["first.zip"]);

    // Not a byte is left: reading goes on.
    fill(&desk, 0);
    assert_eq!(desk.list(), before);
    let setting = said(&["evidence", "set", "E-1", "--notes", &"Not a byte is left. ".repeat(1_000)]);
    insta::assert_snapshot!([adding, backing_up, replacing, setting].concat(), @r"
    error: The disk that holds BENCH/w/vault is full.
      Make room on the disk that holds the workspace and try again.
    error: The disk is full; BENCH/out/second.zip was not written.
      Make room on the disk, or choose another one.
    error: The disk is full; BENCH/out/first.zip was not written.
      Make room on the disk, or choose another one.
    error: The disk is full; nothing was changed.
      Make room on the disk and try again.
    ");

    fs::remove_file(desk.bench.path("filler")).unwrap();
    desk.bench.on(&["evidence", "add", "files/large"]).done();
    fs::remove_file(desk.bench.path("files/large")).unwrap();
    desk.bench.on(&["backup", "out/first.zip", "--replace"]).done();
    assert_eq!(desk.list().len(), 2);
    desk.good_backups();
    desk.is_tidy();
}

/// Takes all room that the disk has but some bytes.
fn fill(desk: &Desk, but: u64) {
    let path = desk.bench.path("filler");
    let _ = fs::remove_file(&path);
    let mut filler = File::create_new(&path).unwrap();
    while filler.write_all(&[7; 4096]).is_ok() {}
    let taken = filler.metadata().unwrap().len();
    filler.set_len(taken.saturating_sub(but)).unwrap();
    assert!(Path::new(&path).is_file());
}
