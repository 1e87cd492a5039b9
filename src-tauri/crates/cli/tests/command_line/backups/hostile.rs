//! Backups that were made to deceive: refused by `check-backup` and `restore` alike, and nothing is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::forge::{Forge, Raw};
use crate::support::Bench;

/// A workspace `w` with one piece of evidence, and what a backup of it holds.
struct Desk {
    bench: Bench,
    database: Vec<u8>,
    file: (String, Vec<u8>),
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        bench.init();
        fs::write(bench.path("policy.txt"), "policy").unwrap();
        let added = bench.on(&["evidence", "add", "policy.txt"]).done();
        assert_eq!(added.out, "Added E-1\n");
        let shown = bench.on(&["evidence", "show", "E-1", "--json"]).done().json();
        let sha256 = shown["versions"][0]["sha256"].as_str().unwrap().to_owned();
        let database = fs::read(bench.path("w/annexe.db")).unwrap();
        fs::create_dir(bench.path("empty")).unwrap();
        Self { bench, database, file: (format!("vault/{}/{sha256}", &sha256[..2]), b"policy".to_vec()) }
    }

    /// Returns the honest backup, before it is changed.
    fn forge(&self, database: &[u8]) -> Forge {
        Forge::honest(&[("annexe.db", database), (&self.file.0, &self.file.1)])
    }

    /// Returns the database after somebody has run SQL on it.
    fn database_after(&self, sql: &str) -> Vec<u8> {
        let place = self.bench.path("forged.db");
        fs::write(&place, &self.database).unwrap();
        let conn = rusqlite::Connection::open(&place).unwrap();
        conn.pragma_update(None, "journal_mode", "DELETE").unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        let bytes = fs::read(&place).unwrap();
        fs::remove_file(place).unwrap();
        bytes
    }

    /// Returns what both commands say of a file; asserts that neither wrote anything anywhere.
    #[track_caller]
    fn refused(&self, bytes: &[u8]) -> String {
        let bench = &self.bench;
        fs::write(bench.path("hostile.zip"), bytes).unwrap();
        let before = below(&bench.path(""));
        let mut said = Vec::new();
        for words in [
            &["check-backup", "hostile.zip"][..],
            &["restore", "hostile.zip", "restored"],
            &["restore", "hostile.zip", "empty"],
            &["restore", "hostile.zip", "deep/down/restored"],
        ] {
            let answer = bench.run(words);
            assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{words:?}: {}", answer.err);
            assert!(below(&bench.path("")) == before, "{words:?} wrote something");
            said.push(answer.err.replace(bench.path("").to_str().unwrap(), "BENCH/"));
        }
        said.dedup();
        said.join("or: ")
    }
}

/// Returns everything below a folder: files with their bytes, folders and links with nothing.
fn below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let (entry, path) = entry.map(|entry| (entry.file_type().unwrap(), entry.path())).unwrap();
        if entry.is_dir() {
            all.extend(below(&path));
        }
        all.insert(path.clone(), if entry.is_file() { fs::read(path).unwrap() } else { Vec::new() });
    }
    all
}

#[test]
fn an_honest_forgery_is_restored() {
    let desk = Desk::new();
    fs::write(desk.bench.path("honest.zip"), desk.forge(&desk.database).bytes()).unwrap();
    desk.bench.run(&["check-backup", "honest.zip"]).done();
    for folder in ["restored", "empty", "deep/down/restored"] {
        desk.bench.run(&["restore", "honest.zip", folder]).done();
        desk.bench.run(&["-w", folder, "verify"]).done();
    }
}

#[test]
fn names_that_lead_elsewhere() {
    let desk = Desk::new();
    let named = |name: &str| {
        let mut forge = desk.forge(&desk.database);
        let mut raw = Raw::new("data/x", b"evil");
        raw.rename(name.as_bytes());
        forge.entries.insert(5, raw);
        forge.list();
        desk.refused(&forge.bytes())
    };
    let outside = desk.bench.path("evil").display().to_string();
    let said = [
        named("annexe-backup/data/../../evil"),
        named("../../../evil"),
        named(&outside),
        named("C:\\evil.dll"),
        named("\\\\server\\share\\evil"),
        named("annexe-backup/data/..\\..\\evil"),
        named("annexe-backup/data/a\nb"),
        named("annexe-backup/data/NUL"),
        named("annexe-backup/data/vault/../annexe.db"),
    ];
    insta::assert_snapshot!(said.concat(), @r"
    error: The name annexe-backup/data/../../evil is refused: it leads out of its folder.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name ../../../evil is refused: it leads out of its folder.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name BENCH/evil is refused: it begins at the root of a disk.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name C:\\evil.dll is refused: it begins at the root of a disk.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name \\\\server\\share\\evil is refused: it begins at the root of a disk.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name annexe-backup/data/..\\..\\evil is refused: a part of it begins or ends with a dot.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name annexe-backup/data/a\nb is refused: it holds a character other than letters, digits, '.', '-' and '_'.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name annexe-backup/data/NUL is refused: a part of it names a device on Windows.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The name annexe-backup/data/vault/../annexe.db is refused: it leads out of its folder.
      Choose a file that Annexe wrote as a backup, unchanged.
    ");
}

#[test]
fn links_twins_and_bombs() {
    let desk = Desk::new();
    let changed = |change: &dyn Fn(&mut Forge)| {
        let mut forge = desk.forge(&desk.database);
        change(&mut forge);
        desk.refused(&forge.bytes())
    };
    let file = format!("data/{}", desk.file.0);
    let twin = |name: &str| {
        changed(&|forge| {
            let raw = Raw::new(name, b"evil");
            forge.entries.insert(5, raw);
            forge.list();
        })
    };
    let said = [
        changed(&|forge| {
            forge.fill(&file, b"../../../../evil");
            forge.entry(&file).mode = 0o120_777;
            forge.list_tags();
        }),
        twin(&file),
        twin("data/ANNEXE.DB"),
        twin(&format!("{file}/x")),
        // Compressed, so that few bytes could become many; the same bytes for two files; more than is there.
        changed(&|forge| {
            forge.entry("data/annexe.db").method = 8;
            forge.entry("data/annexe.db").size = 4_000_000_000;
        }),
        changed(&|forge| forge.entry(&file).offset = Some(300)),
        changed(&|forge| forge.entry("data/annexe.db").size = 4_000_000_000),
        changed(&|forge| forge.count = Some(u16::MAX)),
    ];
    insta::assert_snapshot!(said.concat().replace(&file, "FILE"), @r"
    error: annexe-backup/FILE is not an ordinary file.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: FILE is there twice.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: data/ANNEXE.DB is there twice.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: FILE/x is there twice.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: annexe-backup/data/annexe.db is compressed (method 8); a backup holds its files as they are.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: annexe-backup/FILE does not begin where the entry before it ends.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: annexe-backup/data/annexe.db does not begin where the entry before it ends.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The end of the file tells of a directory that is not where it should be.
      Choose a file that Annexe wrote as a backup, unchanged.
    ");
}

#[test]
fn what_is_cut_short_changed_or_no_backup() {
    let desk = Desk::new();
    let whole = desk.forge(&desk.database).bytes();
    let at = |text: &[u8]| whole.windows(text.len()).position(|window| window == text).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        desk.refused(&bytes)
    };
    let said = [
        desk.refused(&whole[..whole.len() / 2]),
        desk.refused(&whole[..whole.len() - 1]),
        desk.refused(&whole[1..]),
        desk.refused(&[&whole[..], b"x"].concat()),
        flipped(at(b"SQLite format 3") + 5_000),
        flipped(at(b"policy")),
        flipped(at(b"  data/annexe.db") - 1),
        flipped(at(b"How to check")),
        desk.refused(b""),
        desk.refused(b"Dear auditor, this is the backup."),
        desk.refused(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        desk.refused(&desk.database),
    ];
    insta::assert_snapshot!(said.concat(), @r"
    error: The file is no backup, or it is cut short: it does not end as a backup does.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The file is no backup, or it is cut short: it does not end as a backup does.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The end of the file tells of a directory that is not where it should be.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The file is no backup, or it is cut short: it does not end as a backup does.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: annexe-backup/data/annexe.db is damaged: its bytes are not those that were put in.
      Fetch it again from where it was kept, or restore another backup.
    error: annexe-backup/data/annexe.db is damaged: its bytes are not those that were put in.
      Fetch it again from where it was kept, or restore another backup.
    error: annexe-backup/manifest-sha256.txt is damaged: its bytes are not those that were put in.
      Fetch it again from where it was kept, or restore another backup.
    error: annexe-backup/README.txt is damaged: its bytes are not those that were put in.
      Fetch it again from where it was kept, or restore another backup.
    error: The file is no backup, or it is cut short: it does not end as a backup does.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The file is no backup, or it is cut short: it does not end as a backup does.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: bagit.txt is missing.
      Choose a file that Annexe wrote as a backup, unchanged.
    error: The file is no backup, or it is cut short: it does not end as a backup does.
      Choose a file that Annexe wrote as a backup, unchanged.
    ");
}

#[test]
fn databases_that_annexe_never_wrote() {
    let desk = Desk::new();
    let with = |sql: &str| desk.refused(&desk.forge(&desk.database_after(sql)).bytes());
    let said = [
        with("CREATE TRIGGER t AFTER INSERT ON evidence BEGIN DELETE FROM soa; END"),
        with("CREATE VIEW v AS SELECT * FROM evidence"),
        with("DROP TRIGGER ledger_keeps_every_entry"),
        with("CREATE TABLE x (y)"),
        with("UPDATE organisation SET name = 'Another'"),
        with("UPDATE evidence SET title = 'Another'"),
        with("PRAGMA application_id = 1"),
        with("PRAGMA user_version = 99"),
        with("PRAGMA user_version = 0"),
        desk.refused(&desk.forge(b"no database").bytes()),
    ];
    insta::assert_snapshot!(said.concat(), @r"
    error: The database in this backup was not made by Annexe (t was not made by Annexe).
      Do not trust this file. Restore another backup.
    error: The database in this backup was not made by Annexe (v was not made by Annexe).
      Do not trust this file. Restore another backup.
    error: The database in this backup was not made by Annexe (ledger_keeps_every_entry is missing).
      Do not trust this file. Restore another backup.
    error: The database in this backup was not made by Annexe (x was not made by Annexe).
      Do not trust this file. Restore another backup.
    error: The workspace in this backup does not verify: table organisation, row 1: name is “Another”; the ledger says “Penmarrow Instruments”.
      Restore another backup.
    error: The workspace in this backup does not verify: table evidence, row 1: title is “Another”; the ledger says “policy”.
      Restore another backup.
    error: The database in this backup was not made by Annexe (it does not carry Annexe's mark).
      Do not trust this file. Restore another backup.
    error: This workspace was written by a newer Annexe (its database has version 99, this Annexe knows 2).
      Install the newest Annexe to open it. It was left as it is.
    error: The database in this backup was not made by Annexe (action was not made by Annexe).
      Do not trust this file. Restore another backup.
    error: The database in this backup was not made by Annexe (file is not a database).
      Do not trust this file. Restore another backup.
    ");
}

#[test]
fn a_newer_format_and_what_lacks_something() {
    let desk = Desk::new();
    let told = |form: &str| {
        let mut forge = desk.forge(&desk.database);
        let info = forge.entry("bag-info.txt").bytes.clone();
        let info = String::from_utf8(info).unwrap().replace("Annexe-Backup-Format: 1", form);
        forge.fill("bag-info.txt", info.as_bytes());
        forge.list_tags();
        desk.refused(&forge.bytes())
    };
    let said = [
        told("Annexe-Backup-Format: 2"),
        told("Annexe-Backup-Format: 0"),
        told("Other-Format: 1"),
        desk.refused(&Forge::honest(&[("annexe.db", &desk.database)]).bytes()),
        desk.refused(&Forge::honest(&[(desk.file.0.as_str(), &desk.file.1)]).bytes()),
        desk.refused(&Forge::honest(&[("annexe.db", &desk.database), (&desk.file.0, b"other!")]).bytes()),
        desk.refused(&Forge::honest(&[("annexe.db", &desk.database), ("run-me.sh", b"x")]).bytes()),
    ];
    insta::assert_snapshot!(said.concat().replace(&desk.file.0[9..], "SHA256"), @r"
    error: This backup was written by a newer Annexe (its format is 2).
      Install the newest Annexe to restore it.
    error: This is not a backup of Annexe: it tells of a format that there never was.
      Choose a file that Annexe wrote as a backup.
    error: This is not a backup of Annexe: it does not tell its format.
      Choose a file that Annexe wrote as a backup.
    error: The backup lacks 1 of the files that its database speaks of, such as SHA256.
      Restore another backup.
    error: This is not a backup of Annexe: it holds no database.
      Choose a file that Annexe wrote as a backup.
    error: This is not a backup of Annexe: a file in it has the name of another.
      Choose a file that Annexe wrote as a backup.
    error: data/run-me.sh does not belong in a backup.
      Choose a file that Annexe wrote as a backup, unchanged.
    ");
}
