//! The index: two full-text tables, one of what is said of each piece and one of the words inside its newest file.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use annexe_vault::Digest;
use rusqlite::backup::Backup;
use rusqlite::{Connection, OptionalExtension as _, params};

use unicode_normalization::UnicodeNormalization as _;

use crate::evidence::file_name::FileName;
use crate::evidence::id::EvidenceId;
use crate::evidence::record::Evidence;
use crate::ledger::{Head, RecordKind, store};
use crate::record::Record as _;
use crate::workspace::{StoreError, connect_to_read};

const FILE: &str = "search.db";

/// The form of the index; one of another form is made anew.
const FORM: i32 = 3;

/// Pages that are copied at a time.
const PAGES: i32 = 4_096;

const TABLES: &str = "
CREATE TABLE followed (
    singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
    seq       INTEGER NOT NULL,
    hash      TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE said USING fts5 (
    title, rest, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- The newest file of each piece.
CREATE TABLE newest (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name   TEXT NOT NULL,
    read   INTEGER NOT NULL -- 1 where its words are in the index
) STRICT;
CREATE INDEX newest_by_file ON newest (sha256);
CREATE INDEX newest_unread ON newest (sha256) WHERE read = 0;

-- The files that were read; one without words counts as read.
CREATE TABLE file (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE inside USING fts5 (
    words, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
";

/// The index of the words of a workspace's evidence.
#[derive(Debug)]
pub struct Index {
    conn: Connection,
    file: Option<PathBuf>,
    /// It is the file of who writes to the workspace, and may only be looked at.
    borrowed: bool,
}

impl Index {
    /// Opens the index of a workspace's folder; makes it where it is missing or of another form.
    pub(super) fn open(folder: &Path) -> Result<Self, StoreError> {
        let file = folder.join(FILE);
        match Self::connect(&file) {
            Ok(index) => Ok(index),
            Err(_) => {
                remove(&file);
                Self::connect(&file)
            }
        }
    }

    /// Opens the index of a workspace's folder to look at it, as whoever wrote to the workspace left it.
    pub(super) fn borrow(folder: &Path) -> Result<Self, StoreError> {
        let conn = connect_to_read(&folder.join(FILE))?;
        check_form(form(&conn)?)?;
        Ok(Self { conn, file: None, borrowed: true })
    }

    /// Makes an index that is gone when it is closed.
    pub(super) fn in_memory() -> Result<Self, StoreError> {
        let conn = Connection::open_in_memory()?;
        conn.execute_batch(TABLES)?;
        Ok(Self { conn, file: None, borrowed: false })
    }

    /// Goes on with a copy in memory where it may only be looked at.
    pub(super) fn own(&mut self) -> Result<(), StoreError> {
        if self.borrowed {
            let mut copy = Connection::open_in_memory()?;
            Backup::new(&self.conn, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
            self.conn = copy;
            self.borrowed = false;
        }
        Ok(())
    }

    /// Says whether its own file is what fails.
    pub(super) fn is_broken(&self) -> bool {
        let said = self.conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        let form = form(&self.conn).and_then(check_form);
        said.map_or(true, |said| said != "ok") || form.is_err()
    }

    /// Closes it and takes its file away.
    pub(super) fn discard(self) {
        let Self { conn, file, .. } = self;
        drop(conn);
        if let Some(file) = file {
            remove(&file);
        }
    }

    fn connect(file: &Path) -> Result<Self, StoreError> {
        let conn = Connection::open(file)?;
        conn.pragma_update(None, "journal_mode", "WAL")?;
        conn.pragma_update(None, "synchronous", "NORMAL")?;
        conn.pragma_update(None, "trusted_schema", false)?;
        match form(&conn)? {
            0 => conn.execute_batch(&format!("BEGIN; {TABLES} PRAGMA user_version = {FORM}; COMMIT;"))?,
            other => check_form(other)?,
        }
        Ok(Self { conn, file: Some(file.into()), borrowed: false })
    }

    /// Takes in what the ledger says since the last time.
    pub(super) fn follow(&mut self, database: &Connection) -> Result<(), StoreError> {
        let head = store::head(database)?;
        let followed = self.followed()?;
        if head.as_ref().map(|head| (head.seq, head.hash.as_str()))
            == followed.as_ref().map(|(s, h)| (*s, h.as_str()))
        {
            return Ok(());
        }
        self.own()?;
        // A workspace that was taken up from a backup has another past.
        let since = match followed {
            Some((seq, hash)) if store::hash_at(database, seq)?.is_some_and(|at| at.as_str() == hash) => seq,
            _ => 0,
        };
        let transaction = self.conn.unchecked_transaction()?;
        if since == 0 {
            transaction.execute_batch("DELETE FROM said; DELETE FROM newest;")?;
        }
        let mut changed = database
            .prepare_cached("SELECT DISTINCT id FROM ledger_subject WHERE record = ?1 AND seq > ?2")?;
        let ids =
            changed.query_map(params![RecordKind::Evidence.name(), since], |row| row.get::<_, String>(0))?;
        for id in ids {
            let id = id?;
            match Evidence::load(database, &id)? {
                Some(piece) => self.put(&piece)?,
                None => {
                    if let Ok(id) = id.parse::<EvidenceId>() {
                        self.take(id)?;
                    }
                }
            }
        }
        if let Some(Head { seq, hash }) = head {
            self.conn.execute(
                "INSERT INTO followed (singleton, seq, hash) VALUES (1, ?1, ?2)
                 ON CONFLICT (singleton) DO UPDATE SET seq = ?1, hash = ?2",
                params![seq, hash.as_str()],
            )?;
        }
        transaction.commit()?;
        Ok(())
    }

    fn followed(&self) -> Result<Option<(i64, String)>, StoreError> {
        let row = self
            .conn
            .prepare_cached("SELECT seq, hash FROM followed WHERE singleton = 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(row)
    }

    fn put(&self, piece: &Evidence) -> Result<(), StoreError> {
        self.take(piece.id)?;
        let mut rest = vec![piece.id.to_string()];
        rest.extend([piece.proves.as_str(), piece.notes.as_str(), piece.source.as_str()].map(Into::into));
        rest.extend(piece.tags.iter().map(ToString::to_string));
        rest.extend(piece.links.iter().map(ToString::to_string));
        rest.extend(piece.versions.iter().map(|version| version.name.as_str().into()));
        let number = piece.id.number();
        self.conn
            .prepare_cached("INSERT INTO said (rowid, title, rest) VALUES (?1, ?2, ?3)")?
            .execute(params![number, composed(piece.title.as_str()), composed(&rest.join("\n"))])?;
        if let Some(newest) = piece.latest() {
            self.conn
                .prepare_cached(
                    "INSERT INTO newest (number, sha256, name, read)
                     VALUES (?1, ?2, ?3, EXISTS (SELECT 1 FROM file WHERE file.sha256 = ?2))",
                )?
                .execute(params![number, newest.sha256.to_string(), newest.name.as_str()])?;
        }
        Ok(())
    }

    fn take(&self, id: EvidenceId) -> Result<(), StoreError> {
        let number = id.number();
        let known = self.conn.prepare_cached("DELETE FROM newest WHERE number = ?1")?.execute([number])?;
        if known > 0 {
            self.conn.prepare_cached("DELETE FROM said WHERE rowid = ?1")?.execute([number])?;
        }
        Ok(())
    }

    /// Returns how many newest files have not been read for their words.
    pub(super) fn count_unread(&self) -> Result<usize, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT count(DISTINCT sha256) FROM newest WHERE read = 0")?;
        let count: u32 = statement.query_row([], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Returns the newest files that have not been read for their words, each with its name.
    pub(super) fn unread(&self) -> Result<Vec<(Digest, FileName)>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT sha256, min(name) FROM newest WHERE read = 0 GROUP BY sha256")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let unreadable = |why: &dyn std::fmt::Display| StoreError::Unreadable(format!("table newest: {why}"));
        rows.map(|row| {
            let (sha256, name) = row?;
            Ok((
                sha256.parse().map_err(|error| unreadable(&error))?,
                name.try_into().map_err(|error| unreadable(&error))?,
            ))
        })
        .collect()
    }

    /// Takes in the words of files, in one transaction.
    pub(super) fn put_words(&self, files: &[(Digest, String)]) -> Result<(), StoreError> {
        let transaction = self.conn.unchecked_transaction()?;
        for (digest, words) in files {
            let fresh = self
                .conn
                .prepare_cached("INSERT OR IGNORE INTO file (sha256) VALUES (?1)")?
                .execute([digest.to_string()])?;
            let id = self.conn.last_insert_rowid();
            self.conn
                .prepare_cached("UPDATE newest SET read = 1 WHERE sha256 = ?1")?
                .execute([digest.to_string()])?;
            if fresh > 0 && !words.is_empty() {
                self.conn
                    .prepare_cached("INSERT INTO inside (rowid, words) VALUES (?1, ?2)")?
                    .execute(params![id, composed(words)])?;
            }
        }
        transaction.commit()?;
        Ok(())
    }

    /// Returns of how many files words are kept.
    #[cfg(test)]
    pub(in crate::evidence) fn words_kept(&self) -> Result<u32, StoreError> {
        Ok(self.conn.query_row("SELECT count(*) FROM file", [], |row| row.get(0))?)
    }

    /// Forgets the words of files that are no longer the newest of any piece.
    pub(in crate::evidence) fn forget_words(&self) -> Result<(), StoreError> {
        let transaction = self.conn.unchecked_transaction()?;
        transaction.execute_batch(
            "DELETE FROM inside WHERE rowid IN
                 (SELECT id FROM file WHERE NOT EXISTS (SELECT 1 FROM newest WHERE newest.sha256 = file.sha256));
             DELETE FROM file WHERE NOT EXISTS (SELECT 1 FROM newest WHERE newest.sha256 = file.sha256);",
        )?;
        transaction.commit()?;
        Ok(())
    }

    /// Returns the pieces that hold every one of some words, or words that begin so: those that hold them in the
    /// title first, then in what else is said, then inside the file; the newest first among equals.
    pub(super) fn search(&self, words: &str) -> Result<Vec<EvidenceId>, StoreError> {
        let terms = terms(words);
        let mut scores: Option<HashMap<u32, u32>> = None;
        for term in &terms {
            let mut of_term: HashMap<u32, u32> = HashMap::new();
            for (points, sql, query) in
                [(1, INSIDE, term.clone()), (3, SAID, term.clone()), (9, SAID, format!("{{title}} : {term}"))]
            {
                let mut statement = self.conn.prepare_cached(sql)?;
                let rows = statement.query_map([query], |row| row.get::<_, u32>(0))?;
                for number in rows {
                    let score = of_term.entry(number?).or_insert(0);
                    *score = points.max(*score);
                }
            }
            scores = Some(match scores {
                None => of_term,
                Some(so_far) => so_far
                    .into_iter()
                    .filter_map(|(number, score)| of_term.get(&number).map(|more| (number, score + more)))
                    .collect(),
            });
        }
        let mut found: Vec<(u32, u32)> = scores.unwrap_or_default().into_iter().collect();
        found.sort_unstable_by_key(|(number, score)| (std::cmp::Reverse(*score), std::cmp::Reverse(*number)));
        Ok(found.into_iter().filter_map(|(number, _)| EvidenceId::new(number)).collect())
    }
}

fn form(conn: &Connection) -> Result<i32, StoreError> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn check_form(form: i32) -> Result<(), StoreError> {
    if form == FORM {
        Ok(())
    } else {
        Err(StoreError::Refused("the index of the evidence has another form".into()))
    }
}

const SAID: &str = "SELECT rowid FROM said WHERE said MATCH ?1";
const INSIDE: &str = "SELECT newest.number FROM inside JOIN file ON file.id = inside.rowid
     JOIN newest ON newest.sha256 = file.sha256 WHERE inside MATCH ?1";

/// Returns what FTS5 is asked for: each run of letters and figures as the beginning of a word. What somebody types
/// is never syntax.
fn terms(words: &str) -> Vec<String> {
    const MOST: usize = 16;
    composed(words)
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST)
        .map(|word| format!("\"{word}\" *"))
        .collect()
}

/// Returns a text with its letters and accents as one, as most systems write them: some write them apart, and the two
/// are to find each other.
fn composed(text: &str) -> String {
    text.nfc().collect()
}

fn remove(file: &Path) {
    for left in ["", "-wal", "-shm", "-journal"] {
        let mut path = file.as_os_str().to_owned();
        path.push(left);
        // What can't be removed can't be opened either, which is told then.
        let _ = fs::remove_file(path);
    }
}
