//! The tables `watched_folder` and `passed_over`.

use std::collections::{BTreeMap, BTreeSet};

use annexe_watch::{FileIdentity, RelativePath, Seen, Stamp};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::{EvidenceId, Origin};
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE watched_folder (
    folder   TEXT PRIMARY KEY,
    identity TEXT NOT NULL,
    since    TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE passed_over (
    folder   TEXT NOT NULL,
    path     TEXT NOT NULL,
    bytes    INTEGER NOT NULL CHECK (bytes >= 0),
    modified TEXT NOT NULL,
    file_id  TEXT,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) STRICT, WITHOUT ROWID;
";

/// A folder that is watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WatchedFolder {
    /// Its path.
    pub folder: String,
    /// Which folder on which disk it was, so that another in its place is not taken for it.
    pub identity: String,
    /// Since when, in UTC (RFC 3339).
    pub since: String,
    /// Who watches it, as the system names them.
    pub by: String,
}

/// What is no news of a file of a watched folder: that it is there, a change in it, or that it is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOver {
    /// Where it was, its size and its time.
    #[serde(flatten)]
    pub origin: Origin,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was passed over, in UTC (RFC 3339).
    pub at: String,
    /// By whom, as the system names them.
    pub by: String,
}

impl PassedOver {
    /// Returns the key of a file of a folder.
    pub(super) fn key_of(folder: &str, path: &str) -> String {
        serde_json::to_string(&(folder, path)).unwrap_or_default()
    }
}

/// Returns a file as it was known when it was taken in or passed over.
fn seen(origin: &Origin, bytes: u64) -> Result<Seen, StoreError> {
    let unreadable = |why: &dyn std::fmt::Display| {
        StoreError::Unreadable(format!("the place of {}: {why}", crate::text::shown(&origin.path)))
    };
    let path: RelativePath = origin.path.parse().map_err(|error| unreadable(&error))?;
    let modified: i64 = origin.modified.parse().map_err(|error| unreadable(&error))?;
    let identity = origin.file_id.as_deref().map(str::parse::<FileIdentity>).transpose();
    Ok(Seen {
        path,
        size: bytes,
        modified: Stamp::from_nanoseconds(modified),
        identity: identity.map_err(|error| unreadable(&error))?,
    })
}

/// What is known of a file: which piece it is, or that it was passed over.
#[derive(Debug, Clone)]
pub(super) struct KnownFile {
    /// The file as it is no news.
    pub(super) seen: Seen,
    /// The piece that it is; nothing where it was passed over and is none.
    pub(super) piece: Option<EvidenceId>,
    /// The file as it was when it was taken in or passed over.
    pub(super) taken: Seen,
    /// Whether it was passed over that it is gone.
    pub(super) let_go: bool,
}

/// Returns what is known of the files of a folder: those taken in, by the newest version that came from there, and
/// those passed over. What of a piece's file was passed over since that version is no news either: a change, or
/// that it is gone.
pub(super) fn known(conn: &Connection, folder: &str) -> Result<Vec<KnownFile>, StoreError> {
    let mut passed: BTreeMap<String, PassedOver> =
        passed_over(conn, Some(folder))?.into_iter().map(|one| (one.origin.path.clone(), one)).collect();
    let mut statement = conn.prepare_cached(
        "SELECT evidence, path, bytes, modified, file_id, added FROM evidence_version AS this
         WHERE folder = ?1 AND version = (SELECT max(version) FROM evidence_version AS other
             WHERE other.evidence = this.evidence AND other.folder = ?1)",
    )?;
    let mut rows = statement.query([folder])?;
    let (mut files, mut places) = (Vec::new(), BTreeSet::new());
    while let Some(row) = rows.next()? {
        let (piece, bytes, added): (u32, i64, String) = (row.get(0)?, row.get(2)?, row.get(5)?);
        let origin =
            Origin { folder: folder.into(), path: row.get(1)?, modified: row.get(3)?, file_id: row.get(4)? };
        let taken = seen(&origin, u64::try_from(bytes).unwrap_or_default())?;
        let since = passed.get(&origin.path).filter(|passed| passed.at > added);
        let (news, let_go) = match since {
            None => (taken.clone(), false),
            Some(one) => {
                let news = seen(&one.origin, one.bytes)?;
                let let_go = (news.size, news.modified) == (taken.size, taken.modified);
                (if let_go { taken.clone() } else { news }, let_go)
            }
        };
        places.insert(origin.path);
        files.push(KnownFile { seen: news, piece: EvidenceId::new(piece), taken, let_go });
    }
    passed.retain(|path, _| !places.contains(path));
    for one in passed.into_values() {
        let taken = seen(&one.origin, one.bytes)?;
        files.push(KnownFile { seen: taken.clone(), piece: None, taken, let_go: false });
    }
    Ok(files)
}

/// Returns what was passed over, by folder and path; of one folder, or of all.
pub(super) fn passed_over(conn: &Connection, folder: Option<&str>) -> Result<Vec<PassedOver>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT folder, path, bytes, modified, file_id, at, by FROM passed_over
         WHERE ?1 IS NULL OR folder = ?1 ORDER BY folder, path",
    )?;
    let rows = statement.query_map([folder], |row| {
        let origin =
            Origin { folder: row.get(0)?, path: row.get(1)?, modified: row.get(3)?, file_id: row.get(4)? };
        let bytes = u64::try_from(row.get::<_, i64>(2)?).unwrap_or_default();
        Ok(PassedOver { origin, bytes, at: row.get(5)?, by: row.get(6)? })
    })?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns the watched folders, by their paths.
pub(super) fn folders(conn: &Connection) -> Result<Vec<WatchedFolder>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT folder, identity, since, by FROM watched_folder ORDER BY folder")?;
    let rows = statement.query_map([], |row| {
        Ok(WatchedFolder { folder: row.get(0)?, identity: row.get(1)?, since: row.get(2)?, by: row.get(3)? })
    })?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for WatchedFolder {
    const KIND: RecordKind = RecordKind::WatchedFolder;

    fn key(&self) -> String {
        self.folder.clone()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached("SELECT folder, identity, since, by FROM watched_folder WHERE folder = ?1")?
            .query_row([key], |row| {
                Ok(Self { folder: row.get(0)?, identity: row.get(1)?, since: row.get(2)?, by: row.get(3)? })
            })
            .optional()?;
        Ok(row)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO watched_folder (folder, identity, since, by) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (folder) DO UPDATE SET identity = ?2, since = ?3, by = ?4",
        )?
        .execute(params![self.folder, self.identity, self.since, self.by])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM watched_folder WHERE folder = ?1")?.execute([key])?;
        Ok(())
    }
}

/// Reads the folder and the path that a key of the ledger names.
fn parts(key: &str) -> Result<(String, String), StoreError> {
    serde_json::from_str(key)
        .map_err(|error| StoreError::Unreadable(format!("the key {}: {error}", crate::text::shown(key))))
}

impl Record for PassedOver {
    const KIND: RecordKind = RecordKind::PassedOver;

    fn key(&self) -> String {
        Self::key_of(&self.origin.folder, &self.origin.path)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let (folder, path) = parts(key)?;
        let row = conn
            .prepare_cached(
                "SELECT bytes, modified, file_id, at, by FROM passed_over WHERE folder = ?1 AND path = ?2",
            )?
            .query_row([&folder, &path], |row| {
                Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })
            .optional()?;
        let Some((bytes, modified, file_id, at, by)) = row else { return Ok(None) };
        let bytes = u64::try_from(bytes)
            .map_err(|error| StoreError::Unreadable(format!("table passed_over: bytes: {error}")))?;
        Ok(Some(Self { origin: Origin { folder, path, modified, file_id }, bytes, at, by }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let Self { origin, bytes, at, by } = self;
        conn.prepare_cached(
            "INSERT INTO passed_over (folder, path, bytes, modified, file_id, at, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (folder, path) DO UPDATE SET bytes = ?3, modified = ?4, file_id = ?5, at = ?6, by = ?7",
        )?
        .execute(params![
            origin.folder,
            origin.path,
            i64::try_from(*bytes).unwrap_or(i64::MAX),
            origin.modified,
            origin.file_id,
            at,
            by
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let (folder, path) = parts(key)?;
        conn.prepare_cached("DELETE FROM passed_over WHERE folder = ?1 AND path = ?2")?
            .execute([folder, path])?;
        Ok(())
    }
}

/// Returns the digest of the newest version of a piece that came from a folder.
pub(super) fn digest_from(
    conn: &Connection,
    piece: EvidenceId,
    folder: &str,
) -> Result<Option<annexe_vault::Digest>, StoreError> {
    let text: Option<String> = conn
        .prepare_cached(
            "SELECT sha256 FROM evidence_version WHERE evidence = ?1 AND folder = ?2 ORDER BY version DESC LIMIT 1",
        )?
        .query_row(params![piece.number(), folder], |row| row.get(0))
        .optional()?;
    text.map(|text| text.parse())
        .transpose()
        .map_err(|error| StoreError::Unreadable(format!("table evidence_version: sha256: {error}")))
}
