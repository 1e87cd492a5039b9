//! Backups that were made to deceive: each is refused, and nothing is written outside the new folder.

use std::io;

use annexe_bag::{Contents, Entry, Source};
use annexe_vault::Digest;
use rusqlite::Connection;

use super::*;
use crate::backup::form;

/// Returns the bytes of the database that a backup holds.
fn database(desk: &Desk) -> PathBuf {
    let snapshot = crate::backup::snapshot::Snapshot::of(&desk.workspace, &mut || true).unwrap();
    let (_folder, file) = snapshot.file().unwrap();
    let place = desk.out("forged.db");
    fs::copy(file, &place).unwrap();
    place
}

/// Writes a backup of which everything is given, but for what the bag itself sees to.
fn forge(desk: &Desk, info: &[(&str, &str)], files: &[(&str, &[u8])]) -> PathBuf {
    let payload = files.iter().map(|(name, bytes)| Entry {
        name: (*name).into(),
        source: Source::bytes(bytes.to_vec()),
        expected: None,
    });
    let contents = Contents {
        folder: form::FOLDER.into(),
        made: "2026-10-12T09:41:00".parse().unwrap(),
        info: info.iter().map(|(label, value)| ((*label).into(), (*value).into())).collect(),
        readme: "forged".into(),
        payload: payload.collect(),
    };
    let file = desk.out("forged.zip");
    annexe_bag::write(&file, &contents, None, true, &mut |_| ControlFlow::Continue(())).unwrap();
    file
}

/// Tries to restore a forged backup and returns what is said; nothing may be written.
fn refused(desk: &Desk, file: &Path) -> String {
    let before = names(desk.out.path());
    let checked = check(file, None, &mut go_on).unwrap_err();
    let error = desk.restore(file, "restored").map(drop).unwrap_err();
    assert_eq!(names(desk.out.path()), before);
    assert_eq!(said(&checked), said(&error));
    said(&error)
}

const FORM: (&str, &str) = (form::LABEL_FORM, "1");

#[test]
fn a_database_that_annexe_never_made_is_refused() {
    let desk = Desk::new();
    let place = database(&desk);
    let policy = (form::file_name(&Digest::of(b"policy")), form::file_name(&Digest::of(b"minutes")));
    let with = |bytes: &[u8]| {
        forge(&desk, &[FORM], &[("annexe.db", bytes), (&policy.0, b"policy"), (&policy.1, b"minutes")])
    };
    let good = fs::read(&place).unwrap();
    desk.restore(&with(&good), "good").map(drop).unwrap();
    fs::remove_dir_all(desk.out("good")).unwrap();
    for (sql, expected) in [
        ("CREATE TRIGGER t AFTER INSERT ON ledger BEGIN DELETE FROM soa; END", "was not made by Annexe"),
        ("CREATE VIEW v AS SELECT 1", "was not made by Annexe"),
        (
            "DROP TABLE soa; CREATE VIEW soa AS SELECT 1 AS singleton, '' AS number, '' AS version, '' AS owner",
            "soa",
        ),
        ("DROP TRIGGER ledger_keeps_every_entry", "is missing"),
        ("PRAGMA application_id = 7", "mark"),
        ("PRAGMA user_version = 99", "newer Annexe"),
        ("UPDATE organisation SET name = 'Other'", "does not verify"),
        ("UPDATE evidence_version SET name = 'other'", "does not verify"),
    ] {
        fs::write(&place, &good).unwrap();
        Connection::open(&place).unwrap().execute_batch(sql).unwrap();
        let before = desk.out("forged.db");
        let said = refused(&desk, &with(&fs::read(before).unwrap()));
        assert!(said.contains(expected), "{sql}: {said}");
    }
    for rubbish in [&b""[..], b"rubbish", b"SQLite format 3\0 and then rubbish"] {
        let said = refused(&desk, &with(rubbish));
        assert!(said.starts_with("backup-foreign"), "{said}");
    }
}

#[test]
fn a_backup_that_lacks_or_mistakes_a_file_is_refused() {
    let desk = Desk::new();
    let good = fs::read(database(&desk)).unwrap();
    let (policy, minutes) =
        (form::file_name(&Digest::of(b"policy")), form::file_name(&Digest::of(b"minutes")));
    let lacking = forge(&desk, &[FORM], &[("annexe.db", &good), (&policy, b"policy")]);
    assert!(refused(&desk, &lacking).starts_with("backup-damaged: The backup lacks 1 of the files"));
    let mistaken = forge(&desk, &[FORM], &[("annexe.db", &good), (&policy, b"policy"), (&minutes, b"other")]);
    insta::assert_snapshot!(refused(&desk, &mistaken), @"not-a-backup: This is not a backup of Annexe: a file in it has the name of another. Choose a file that Annexe wrote as a backup.");
    for name in ["annexe.db-wal", "vault/x", "vault/incoming/1-1.part", "extra.txt"] {
        let extra = forge(&desk, &[FORM], &[("annexe.db", &good), (name, b"x")]);
        assert!(refused(&desk, &extra).contains("does not belong in a backup"), "{name}");
    }
    let none = forge(&desk, &[FORM], &[(&policy, b"policy")]);
    assert!(refused(&desk, &none).contains("it holds no database"));
}

#[test]
fn a_format_that_is_not_known_is_refused() {
    let desk = Desk::new();
    for (info, code) in [
        (vec![], "not-a-backup"),
        (vec![(form::LABEL_FORM, "2")], "backup-newer"),
        (vec![(form::LABEL_FORM, "0")], "not-a-backup"),
        (vec![(form::LABEL_FORM, "one")], "not-a-backup"),
        (vec![FORM, (form::LABEL_LEFT_OUT, "x")], "not-a-backup"),
    ] {
        let file = forge(&desk, &info, &[("annexe.db", b"x")]);
        assert!(refused(&desk, &file).starts_with(code), "{info:?}");
    }
}

#[test]
fn every_flipped_byte_of_a_backup_is_found() {
    let desk = Desk::new();
    desk.back_up("backup.zip").unwrap();
    let bytes = fs::read(desk.out("backup.zip")).unwrap();
    // Every byte of what is around the database, and every 97th of the database itself.
    let database = bytes.windows(16).position(|window| window == b"SQLite format 3\0").unwrap();
    let end = database + fs::read(self::database(&desk)).unwrap().len();
    let file = desk.out("flipped.zip");
    for at in (0..bytes.len()).filter(|at| !(database..end).contains(at) || at % 97 == 0) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x10;
        fs::write(&file, &flipped).unwrap();
        let found = check(&file, None, &mut go_on);
        assert!(found.is_err(), "byte {at}");
    }
    for end in (0..bytes.len()).step_by(211) {
        fs::write(&file, &bytes[..end]).unwrap();
        assert!(check(&file, None, &mut go_on).is_err(), "cut at {end}");
    }
    let _: io::Result<()> = fs::remove_file(file);
}
