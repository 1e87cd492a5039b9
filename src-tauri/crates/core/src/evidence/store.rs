//! The tables `evidence`, `evidence_tag`, `evidence_link`, `evidence_version` and `removed_evidence`.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::id::EvidenceId;
use super::kind::{Confidentiality, Kind};
use super::link::Link;
use super::record::{Evidence, Origin, RemovedEvidence, Version};
use crate::Line;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE evidence (
    number          INTEGER PRIMARY KEY CHECK (number > 0),
    title           TEXT NOT NULL CHECK (title <> ''),
    kind            TEXT NOT NULL,
    proves          TEXT NOT NULL,
    effective       TEXT,
    collected       TEXT,
    expires         TEXT,
    confidentiality TEXT NOT NULL CHECK (confidentiality IN ('public', 'internal', 'confidential', 'restricted')),
    source          TEXT NOT NULL,
    notes           TEXT NOT NULL
) STRICT;

CREATE TABLE evidence_tag (
    evidence INTEGER NOT NULL REFERENCES evidence (number) ON DELETE CASCADE,
    tag      TEXT NOT NULL,
    PRIMARY KEY (evidence, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_link (
    evidence INTEGER NOT NULL REFERENCES evidence (number) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind IN ('clause', 'control')),
    id       TEXT NOT NULL,
    PRIMARY KEY (evidence, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_link_by_target ON evidence_link (kind, id);

CREATE TABLE evidence_version (
    evidence INTEGER NOT NULL REFERENCES evidence (number) ON DELETE CASCADE,
    version  INTEGER NOT NULL CHECK (version > 0),
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes    INTEGER NOT NULL CHECK (bytes >= 0),
    name     TEXT NOT NULL CHECK (name <> ''),
    format   TEXT NOT NULL,
    added    TEXT NOT NULL,
    by       TEXT NOT NULL,
    comment  TEXT NOT NULL,
    folder   TEXT, -- the watched folder it was taken from
    path     TEXT CHECK ((path IS NULL) = (folder IS NULL)),
    modified TEXT CHECK ((modified IS NULL) = (folder IS NULL)),
    file_id  TEXT,
    PRIMARY KEY (evidence, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_version_by_file ON evidence_version (sha256);
CREATE INDEX evidence_version_by_folder ON evidence_version (folder) WHERE folder IS NOT NULL;

CREATE TABLE removed_evidence (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    title  TEXT NOT NULL,
    why    TEXT NOT NULL CHECK (why <> ''),
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;
";

/// What the second version adds: what ends is found by its day, and evidence proves something about AI systems too, for
/// which the table of links is made anew, because SQLite changes no check.
pub(crate) const SECOND: &str = "
CREATE TABLE evidence_link_second (
    evidence INTEGER NOT NULL REFERENCES evidence (number) ON DELETE CASCADE,
    kind     TEXT NOT NULL CHECK (kind IN ('clause', 'control', 'system')),
    id       TEXT NOT NULL,
    PRIMARY KEY (evidence, kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence_link_second SELECT evidence, kind, id FROM evidence_link;
DROP TABLE evidence_link;
ALTER TABLE evidence_link_second RENAME TO evidence_link;
CREATE INDEX evidence_link_by_target ON evidence_link (kind, id);
CREATE INDEX evidence_by_expiry ON evidence (expires, effective);
";

/// Reads the number that a key of the ledger names.
fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map(EvidenceId::number).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

/// Reads a column of a row, and says which one can't be read.
fn read<T: FromStr<Err: std::fmt::Display>>(
    table: &str,
    id: u32,
    column: &str,
    text: &str,
) -> Result<T, StoreError> {
    text.parse().map_err(|error| unreadable(table, id, column, &error))
}

fn unreadable(table: &str, id: u32, column: &str, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Unreadable(format!("table {table}, row {id}: {column}: {why}"))
}

/// Returns the one of these that has a name.
fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Option<T> {
    all.iter().copied().find(|one| name(*one) == text)
}

struct Main {
    title: String,
    kind: String,
    proves: String,
    effective: Option<String>,
    collected: Option<String>,
    expires: Option<String>,
    confidentiality: String,
    source: String,
    notes: String,
}

impl Main {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            title: row.get("title")?,
            kind: row.get("kind")?,
            proves: row.get("proves")?,
            effective: row.get("effective")?,
            collected: row.get("collected")?,
            expires: row.get("expires")?,
            confidentiality: row.get("confidentiality")?,
            source: row.get("source")?,
            notes: row.get("notes")?,
        })
    }

    fn evidence(
        self,
        id: EvidenceId,
        tags: Vec<Line>,
        links: Vec<Link>,
        versions: Vec<Version>,
    ) -> Result<Evidence, StoreError> {
        const TABLE: &str = "evidence";
        let at = id.number();
        let day = |column, text: Option<String>| text.map(|text| read(TABLE, at, column, &text)).transpose();
        let no_such = |column: &str, text: &str| {
            unreadable(TABLE, at, column, &format!("“{}” is none", crate::text::shown(text)))
        };
        let mut evidence = Evidence {
            id,
            title: read(TABLE, at, "title", &self.title)?,
            kind: named(&Kind::ALL, Kind::name, &self.kind).ok_or_else(|| no_such("kind", &self.kind))?,
            proves: read(TABLE, at, "proves", &self.proves)?,
            effective: day("effective", self.effective)?,
            collected: day("collected", self.collected)?,
            expires: day("expires", self.expires)?,
            confidentiality: named(&Confidentiality::ALL, Confidentiality::name, &self.confidentiality)
                .ok_or_else(|| no_such("confidentiality", &self.confidentiality))?,
            source: read(TABLE, at, "source", &self.source)?,
            notes: read(TABLE, at, "notes", &self.notes)?,
            tags,
            links,
            versions,
        };
        evidence.tidy();
        Ok(evidence)
    }
}

fn tags(conn: &Connection, number: u32) -> Result<Vec<Line>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT tag FROM evidence_tag WHERE evidence = ?1")?;
    let rows = statement.query_map([number], |row| row.get::<_, String>(0))?;
    rows.map(|row| read("evidence_tag", number, "tag", &row?)).collect()
}

fn links(conn: &Connection, number: u32) -> Result<Vec<Link>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT kind, id FROM evidence_link WHERE evidence = ?1")?;
    let rows =
        statement.query_map([number], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    rows.map(|row| {
        let (kind, id) = row?;
        Link::of_parts(&kind, id).map_err(|why| unreadable("evidence_link", number, "id", &why))
    })
    .collect()
}

fn versions(conn: &Connection, number: u32) -> Result<Vec<Version>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT version, sha256, bytes, name, format, added, by, comment, folder, path, modified, file_id
         FROM evidence_version WHERE evidence = ?1 ORDER BY version",
    )?;
    let mut rows = statement.query([number])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        versions.push(version(number, row)?);
    }
    Ok(versions)
}

fn version(number: u32, row: &Row<'_>) -> Result<Version, StoreError> {
    const TABLE: &str = "evidence_version";
    let origin = match (row.get("folder")?, row.get("path")?, row.get("modified")?) {
        (Some(folder), Some(path), Some(modified)) => {
            Some(Origin { folder, path, modified, file_id: row.get("file_id")? })
        }
        _ => None,
    };
    let name: String = row.get("name")?;
    Ok(Version {
        version: row.get("version")?,
        sha256: read(TABLE, number, "sha256", &row.get::<_, String>("sha256")?)?,
        bytes: u64::try_from(row.get::<_, i64>("bytes")?)
            .map_err(|error| unreadable(TABLE, number, "bytes", &error))?,
        name: name.try_into().map_err(|error| unreadable(TABLE, number, "name", &error))?,
        format: row.get("format")?,
        added: row.get("added")?,
        by: row.get("by")?,
        comment: read(TABLE, number, "comment", &row.get::<_, String>("comment")?)?,
        origin,
    })
}

impl Record for Evidence {
    const KIND: RecordKind = RecordKind::Evidence;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let number = number(key)?;
        let main = conn
            .prepare_cached("SELECT * FROM evidence WHERE number = ?1")?
            .query_row([number], Main::of)
            .optional()?;
        let (Some(main), Some(id)) = (main, EvidenceId::new(number)) else { return Ok(None) };
        main.evidence(id, tags(conn, number)?, links(conn, number)?, versions(conn, number)?).map(Some)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let number = self.id.number();
        let day = |day: Option<crate::Day>| day.map(|day| day.to_string());
        conn.prepare_cached(
            "INSERT INTO evidence (number, title, kind, proves, effective, collected, expires, confidentiality, source, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (number) DO UPDATE SET title = ?2, kind = ?3, proves = ?4, effective = ?5,
                 collected = ?6, expires = ?7, confidentiality = ?8, source = ?9, notes = ?10",
        )?
        .execute(params![
            number,
            self.title,
            self.kind.name(),
            self.proves,
            day(self.effective),
            day(self.collected),
            day(self.expires),
            self.confidentiality.name(),
            self.source,
            self.notes,
        ])?;
        for table in ["evidence_tag", "evidence_link", "evidence_version"] {
            conn.prepare_cached(&format!("DELETE FROM {table} WHERE evidence = ?1"))?.execute([number])?;
        }
        let mut tag = conn.prepare_cached("INSERT INTO evidence_tag (evidence, tag) VALUES (?1, ?2)")?;
        for one in &self.tags {
            tag.execute(params![number, one])?;
        }
        let mut link =
            conn.prepare_cached("INSERT INTO evidence_link (evidence, kind, id) VALUES (?1, ?2, ?3)")?;
        for one in &self.links {
            let (kind, id) = one.parts();
            link.execute(params![number, kind, id])?;
        }
        let mut version = conn.prepare_cached(
            "INSERT INTO evidence_version (evidence, version, sha256, bytes, name, format, added, by, comment, folder, path, modified, file_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?;
        for one in &self.versions {
            let origin = one.origin.as_ref();
            version.execute(params![
                number,
                one.version,
                one.sha256.to_string(),
                i64::try_from(one.bytes).unwrap_or(i64::MAX),
                one.name.as_str(),
                one.format,
                one.added,
                one.by,
                one.comment,
                origin.map(|origin| &origin.folder),
                origin.map(|origin| &origin.path),
                origin.map(|origin| &origin.modified),
                origin.and_then(|origin| origin.file_id.as_ref()),
            ])?;
        }
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM evidence WHERE number = ?1")?.execute([number(key)?])?;
        Ok(())
    }
}

impl Record for RemovedEvidence {
    const KIND: RecordKind = RecordKind::RemovedEvidence;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        const TABLE: &str = "removed_evidence";
        let number = number(key)?;
        let row: Option<[String; 4]> = conn
            .prepare_cached("SELECT title, why, at, by FROM removed_evidence WHERE number = ?1")?
            .query_row([number], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))
            .optional()?;
        let (Some([title, why, at, by]), Some(id)) = (row, EvidenceId::new(number)) else { return Ok(None) };
        let (title, why) = (read(TABLE, number, "title", &title)?, read(TABLE, number, "why", &why)?);
        Ok(Some(Self { id, title, why, at, by }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO removed_evidence (number, title, why, at, by) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (number) DO UPDATE SET title = ?2, why = ?3, at = ?4, by = ?5",
        )?
        .execute(params![self.id.number(), self.title, self.why, self.at, self.by])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM removed_evidence WHERE number = ?1")?.execute([number(key)?])?;
        Ok(())
    }
}

/// Returns the numbers that an SQL query gives.
pub(super) fn numbers(
    conn: &Connection,
    sql: &str,
    arguments: impl rusqlite::Params,
) -> Result<Vec<EvidenceId>, StoreError> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(arguments, |row| row.get::<_, u32>(0))?;
    rows.map(|row| {
        EvidenceId::new(row?).ok_or_else(|| StoreError::Unreadable("table evidence, row 0".into()))
    })
    .collect()
}

/// Returns the pieces of evidence of some numbers that are there.
pub(super) fn pieces(conn: &Connection, ids: &[EvidenceId]) -> Result<Vec<Evidence>, StoreError> {
    ids.iter().filter_map(|id| Evidence::load(conn, &id.to_string()).transpose()).collect()
}
