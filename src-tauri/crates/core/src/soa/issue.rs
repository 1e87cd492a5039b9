//! Statements that were exported, and the evidence that each rests on.
//!
//! An export notes the state of the workspace that it shows, once: the same state exported again is the same
//! statement. So the version of a piece of evidence that a statement used is known for ever, and its bytes stay.

use annexe_vault::Digest;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::EvidenceId;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;
use crate::{Day, Line};

pub(crate) const TABLES: &str = "
CREATE TABLE soa_issue (
    entry   INTEGER PRIMARY KEY, -- the last entry of the ledger that the statement shows
    head    TEXT NOT NULL CHECK (length(head) = 64),
    number  TEXT NOT NULL,
    version TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

CREATE TABLE soa_issue_evidence (
    entry    INTEGER NOT NULL REFERENCES soa_issue (entry) ON DELETE CASCADE,
    evidence INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
    PRIMARY KEY (entry, evidence)
) STRICT, WITHOUT ROWID;
CREATE INDEX soa_issue_evidence_by_piece ON soa_issue_evidence (evidence);
";

/// A statement that was exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SoaIssue {
    /// The last entry of the ledger that it shows.
    #[ts(type = "number")]
    pub entry: i64,
    /// The hash of that entry, as the document names it.
    pub head: String,
    /// The number under which the company keeps it.
    pub number: Line,
    /// Its version.
    pub version: Line,
    /// When it was first exported, in UTC (RFC 3339).
    pub at: String,
    /// The evidence that it rests on, in order.
    pub evidence: Vec<EvidenceUsed>,
}

/// A piece of evidence that a statement rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceUsed {
    /// The piece.
    pub id: EvidenceId,
    /// The version that was the newest then.
    pub version: u32,
    /// The SHA-256 of its bytes.
    #[ts(as = "String")]
    pub sha256: Digest,
}

/// Returns the statements that rest on a piece of evidence, the newest first, each with the version it used.
pub(crate) fn issues_with(conn: &Connection, id: EvidenceId) -> Result<Vec<(SoaIssue, u32)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT entry, version FROM soa_issue_evidence WHERE evidence = ?1 ORDER BY entry DESC",
    )?;
    let rows = statement.query_map([id.number()], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    let mut issues = Vec::new();
    for row in rows {
        let (entry, version) = row?;
        if let Some(issue) = SoaIssue::load(conn, &entry.to_string())? {
            issues.push((issue, version));
        }
    }
    Ok(issues)
}

/// The newest statement that was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewestIssue {
    pub(crate) version: String,
    pub(crate) at: String,
    /// Whether something that it says has changed since.
    pub(crate) outdated: bool,
}

/// Returns the newest statement that was exported.
pub(crate) fn newest_issue(conn: &Connection) -> Result<Option<NewestIssue>, StoreError> {
    let said = [RecordKind::Organisation, RecordKind::OwnControl, RecordKind::Control, RecordKind::Soa];
    let [organisation, own, control, soa] = said.map(RecordKind::name);
    let newest = conn
        .prepare_cached(
            "SELECT version, at, EXISTS (SELECT 1 FROM ledger_subject
                 WHERE seq > entry AND record IN (?1, ?2, ?3, ?4))
             FROM soa_issue ORDER BY entry DESC LIMIT 1",
        )?
        .query_row(params![organisation, own, control, soa], |row| {
            Ok(NewestIssue { version: row.get(0)?, at: row.get(1)?, outdated: row.get(2)? })
        })
        .optional()?;
    Ok(newest)
}

/// Returns the version and the day of the newest statement, and how many records that it shows have changed since.
pub(crate) fn newest_changed(conn: &Connection) -> Result<Option<(Line, Day, u32)>, StoreError> {
    let said = [RecordKind::Organisation, RecordKind::OwnControl, RecordKind::Control, RecordKind::Soa];
    let [organisation, own, control, soa] = said.map(RecordKind::name);
    let newest = conn
        .prepare_cached(
            "SELECT version, substr(at, 1, 10), (SELECT count(DISTINCT record || ' ' || id) FROM ledger_subject
                 WHERE seq > entry AND record IN (?1, ?2, ?3, ?4))
             FROM soa_issue ORDER BY entry DESC LIMIT 1",
        )?
        .query_row(params![organisation, own, control, soa], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    Ok(newest)
}

impl Record for SoaIssue {
    const KIND: RecordKind = RecordKind::SoaIssue;

    fn key(&self) -> String {
        self.entry.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let unreadable = |table: &str, column: &str, why: &dyn std::fmt::Display| {
            StoreError::Unreadable(format!("table {table}, row {}: {column}: {why}", crate::text::shown(key)))
        };
        let entry: i64 = key.parse().map_err(|error| unreadable("soa_issue", "entry", &error))?;
        let row: Option<[String; 4]> = conn
            .prepare_cached("SELECT head, number, version, at FROM soa_issue WHERE entry = ?1")?
            .query_row([entry], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))
            .optional()?;
        let Some([head, number, version, at]) = row else { return Ok(None) };
        let mut statement = conn.prepare_cached(
            "SELECT evidence, version, sha256 FROM soa_issue_evidence WHERE entry = ?1 ORDER BY evidence",
        )?;
        let mut rows = statement.query([entry])?;
        let mut evidence = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, sha256): (u32, String) = (row.get(0)?, row.get(2)?);
            evidence.push(EvidenceUsed {
                id: EvidenceId::new(id).ok_or_else(|| unreadable("soa_issue_evidence", "evidence", &"0"))?,
                version: row.get(1)?,
                sha256: sha256.parse().map_err(|error| unreadable("soa_issue_evidence", "sha256", &error))?,
            });
        }
        Ok(Some(Self {
            entry,
            head,
            number: number.parse().map_err(|error| unreadable("soa_issue", "number", &error))?,
            version: version.parse().map_err(|error| unreadable("soa_issue", "version", &error))?,
            at,
            evidence,
        }))
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(
            "INSERT INTO soa_issue (entry, head, number, version, at) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (entry) DO UPDATE SET head = ?2, number = ?3, version = ?4, at = ?5",
            params![self.entry, self.head, self.number, self.version, self.at],
        )?;
        conn.execute("DELETE FROM soa_issue_evidence WHERE entry = ?1", [self.entry])?;
        let mut insert = conn.prepare_cached(
            "INSERT INTO soa_issue_evidence (entry, evidence, version, sha256) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for used in &self.evidence {
            insert.execute(params![self.entry, used.id.number(), used.version, used.sha256.to_string()])?;
        }
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.execute("DELETE FROM soa_issue WHERE entry = CAST(?1 AS INTEGER)", [key])?;
        Ok(())
    }
}
