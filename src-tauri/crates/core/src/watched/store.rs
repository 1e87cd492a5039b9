//! The tables `watched_folder` and `passed_over`.

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

/// A file of a watched folder that is not to be evidence.
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
    pub(super) seen: Seen,
    pub(super) piece: Option<EvidenceId>,
}

/// Returns what is known of the files of a folder: those taken in, by the newest version that came from there, and
/// those passed over.
pub(super) fn known(conn: &Connection, folder: &str) -> Result<Vec<KnownFile>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT evidence, path, bytes, modified, file_id FROM evidence_version AS this
         WHERE folder = ?1 AND version = (SELECT max(version) FROM evidence_version AS other
             WHERE other.evidence = this.evidence AND other.folder = ?1)
         UNION ALL SELECT NULL, path, bytes, modified, file_id FROM passed_over WHERE folder = ?1",
    )?;
    let mut rows = statement.query([folder])?;
    let mut files = Vec::new();
    while let Some(row) = rows.next()? {
        let (piece, bytes): (Option<u32>, i64) = (row.get(0)?, row.get(2)?);
        let origin =
            Origin { folder: folder.into(), path: row.get(1)?, modified: row.get(3)?, file_id: row.get(4)? };
        let bytes = u64::try_from(bytes).unwrap_or_default();
        files.push(KnownFile { seen: seen(&origin, bytes)?, piece: piece.and_then(EvidenceId::new) });
    }
    Ok(files)
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
