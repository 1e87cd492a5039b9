//! The imprint of a database: the SHA-256 of its every byte, and the entry with which its ledger ended.
//!
//! It is taken when a workspace that was changed is closed. Verifying compares what the tables hold with the ledger,
//! but most bytes of a database file are room that nothing reads: the imprint shows where those changed, as on a
//! disk that begins to fail, and where entries are gone from the end of the ledger. After a crash it is older than
//! the database; then it says only that its entry must still be there.
//!
//! `sha256sum -c` reads it too, while the workspace is closed.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use rusqlite::{Connection, MAIN_DB};

use super::error::StoreError;
use super::folder;
use crate::ledger::{Hash, Head, store};

const FILE: &str = "annexe.db.sha256";
const BEGUN: &str = "annexe.db.sha256.begun";

/// What was noted of a database when it was last closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Imprint {
    head: Head,
    sha256: Hash,
}

impl Imprint {
    /// Returns the one that stands in a folder; nothing where there is none.
    ///
    /// It must be read before the state of the database is that it is compared with: that can only be a later one.
    ///
    /// # Errors
    /// Why it can't be read.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, String> {
        match fs::read(folder.join(FILE)) {
            Ok(bytes) => match std::str::from_utf8(&bytes).ok().and_then(Self::parse) {
                Some(imprint) => Ok(Some(imprint)),
                None => Err(format!("{FILE}: it is not as Annexe writes it")),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{FILE}: it can't be read ({error})")),
        }
    }

    fn text(&self) -> String {
        let Self { head, sha256 } = self;
        format!("# Up to entry {} of the ledger, {}\n{sha256}  {}\n", head.seq, head.hash, folder::DATABASE)
    }

    fn parse(text: &str) -> Option<Self> {
        let (comment, line) = text.split_once('\n')?;
        let (seq, hash) = comment.strip_prefix("# Up to entry ")?.split_once(" of the ledger, ")?;
        let head = Head { seq: seq.parse().ok()?, hash: hash.parse().ok()? };
        let imprint = Self { head, sha256: line.get(..64)?.parse().ok()? };
        (imprint.text() == text).then_some(imprint)
    }

    /// Returns how the state of a database that a transaction sees differs from the one that was noted.
    pub(super) fn faults(&self, conn: &Connection) -> Result<Vec<String>, StoreError> {
        let Self { head, sha256 } = self;
        match store::hash_at(conn, head.seq)? {
            Some(hash) if hash == head.hash => {}
            Some(_) | None => {
                let gone = format!(
                    "annexe.db: entry {} was the last of the ledger when the workspace was closed, and is not in it now",
                    head.seq
                );
                return Ok(vec![gone]);
            }
        }
        // Whoever has written since takes another when it closes.
        if store::head(conn)?.as_ref() != Some(head) {
            return Ok(Vec::new());
        }
        let found = sha256_of(conn)?;
        if found == *sha256 {
            return Ok(Vec::new());
        }
        Ok(vec![format!(
            "annexe.db: its bytes are not those with which it was closed (their SHA-256 is {found}, {sha256} is noted)"
        )])
    }
}

/// Returns the SHA-256 of the pages of a database.
fn sha256_of(conn: &Connection) -> Result<Hash, StoreError> {
    // Through SQLite, not through the file: a process that closes the file loses the locks that it has on it.
    Ok(Hash::of(&conn.serialize(MAIN_DB)?))
}

/// Takes the imprint anew where entries were added since the last one. The caller holds the lock.
///
/// Where that fails the last one stays, which is true of an older state.
pub(super) fn renew(folder: &Path) -> Result<(), StoreError> {
    let mut conn = folder::connect_for_reading(folder)?;
    let state = conn.transaction()?;
    let Some(head) = store::head(&state)? else { return Ok(()) };
    if Imprint::read(folder).is_ok_and(|known| known.is_some_and(|known| known.head == head)) {
        return Ok(());
    }
    let imprint = Imprint { head, sha256: sha256_of(&state)? };
    let begun = folder.join(BEGUN);
    let written = File::create(&begun).and_then(|mut file| {
        file.write_all(imprint.text().as_bytes())?;
        file.sync_all()
    });
    let put = written.and_then(|()| fs::rename(&begun, folder.join(FILE)));
    put.map_err(|error| StoreError::Disk(error.to_string()))
}

/// Removes what a crash left of an imprint. The caller holds the lock.
pub(super) fn clear_leftovers(folder: &Path) {
    // It is in nobody's way; the next imprint takes its place.
    let _ = fs::remove_file(folder.join(BEGUN));
}

/// Removes the imprint, because the database is about to change without an entry. The caller holds the lock.
pub(super) fn forget(folder: &Path) -> std::io::Result<()> {
    match fs::remove_file(folder.join(FILE)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => super::sync_folder(folder),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::tests::Bench;
    use crate::workspace::{Access, Workspace};
    use serde_json::json;

    fn text(bench: &Bench) -> String {
        fs::read_to_string(bench.path().join(FILE)).unwrap()
    }

    #[test]
    fn it_is_what_sha256sum_says_of_a_closed_workspace() {
        let bench = Bench::new();
        drop(bench.create());
        let first = text(&bench);
        let workspace = bench.open(Access::Write).unwrap();
        bench.set(&workspace, &json!({ "controls": ["A.2.2"], "owner": "IT lead" }));
        assert_eq!(text(&bench), first, "it is taken when the workspace is closed");
        assert!(Bench::verify(&workspace).ok);
        let head = workspace.head().unwrap().unwrap();
        drop(workspace);
        let sha256 = Hash::of(&fs::read(bench.path().join(folder::DATABASE)).unwrap());
        assert_eq!(
            text(&bench),
            format!("# Up to entry 2 of the ledger, {}\n{sha256}  annexe.db\n", head.hash)
        );
        assert!(Bench::verify(&bench.open(Access::Read).unwrap()).ok);
    }

    #[test]
    fn who_changes_nothing_leaves_it_as_it_is() {
        let bench = Bench::new();
        drop(bench.create());
        bench.behind_its_back("VACUUM");
        let said = |workspace: &Workspace| {
            let checks = Bench::verify(workspace).checks;
            checks.into_iter().flat_map(|check| check.faults).collect::<Vec<_>>().join("\n")
        };
        for access in [Access::Read, Access::Write, Access::Read] {
            let said = said(&bench.open(access).unwrap());
            assert!(
                said.starts_with("annexe.db: its bytes are not those with which it was closed"),
                "{said}"
            );
        }
    }

    #[test]
    fn after_a_crash_it_says_nothing_of_what_came_later() {
        let bench = Bench::new();
        drop(bench.create());
        let first = text(&bench);
        let workspace = bench.open(Access::Write).unwrap();
        bench.set(&workspace, &json!({ "controls": ["A.2.2"], "owner": "IT lead" }));
        drop(workspace);
        fs::write(bench.path().join(FILE), first).unwrap();
        fs::write(bench.path().join(BEGUN), "# Up to").unwrap();
        assert!(Bench::verify(&bench.open(Access::Read).unwrap()).ok);
        drop(bench.open(Access::Write).unwrap());
        assert!(text(&bench).starts_with("# Up to entry 2 of"));
        assert!(!bench.path().join(BEGUN).exists());
    }

    #[test]
    fn a_ledger_that_lost_its_end_is_found() {
        let bench = Bench::new();
        drop(bench.create());
        let older = fs::read(bench.path().join(folder::DATABASE)).unwrap();
        let workspace = bench.open(Access::Write).unwrap();
        bench.set(&workspace, &json!({ "controls": ["A.2.2"], "owner": "IT lead" }));
        drop(workspace);
        fs::write(bench.path().join(folder::DATABASE), older).unwrap();
        let checks = Bench::verify(&bench.open(Access::Read).unwrap()).checks;
        let faults: Vec<String> = checks.into_iter().flat_map(|check| check.faults).collect();
        insta::assert_snapshot!(faults.join("\n"), @"annexe.db: entry 2 was the last of the ledger when the workspace was closed, and is not in it now");
    }
}
