//! The tables `audit` and `audit_answer`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::AuditId;
use super::answer::AuditAnswer;
use super::audit::Audit;
use crate::column::Json;
use crate::evidence::Link;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE audit (
    number      INTEGER PRIMARY KEY CHECK (number > 0),
    title       TEXT NOT NULL CHECK (title <> ''),
    scope       TEXT NOT NULL,
    auditor     TEXT NOT NULL,
    systems     TEXT NOT NULL, -- a JSON array, as is the checklist
    planned_for TEXT NOT NULL,
    until       TEXT,
    methods     TEXT NOT NULL,
    checklist   TEXT NOT NULL,
    begun       TEXT,
    conclusion  TEXT CHECK (conclusion IS NULL OR begun IS NOT NULL), -- a JSON object
    cancelled   TEXT CHECK (cancelled IS NULL OR conclusion IS NULL), -- a JSON object
    notes       TEXT NOT NULL
) STRICT;

CREATE TABLE audit_answer (
    audit    INTEGER NOT NULL, -- no reference: undo and replay may bring the answer back first
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    verdict  TEXT,
    seen     TEXT NOT NULL,
    evidence TEXT NOT NULL, -- a JSON array
    by_whom  TEXT NOT NULL,
    on_day   TEXT NOT NULL,
    PRIMARY KEY (audit, kind, id)
) STRICT, WITHOUT ROWID;
";

fn audit(row: &Row<'_>) -> rusqlite::Result<Audit> {
    let Json(systems) = row.get("systems")?;
    let Json(checklist) = row.get("checklist")?;
    let conclusion: Option<Json<_>> = row.get("conclusion")?;
    let cancelled: Option<Json<_>> = row.get("cancelled")?;
    Ok(Audit {
        id: row.get("number")?,
        title: row.get("title")?,
        scope: row.get("scope")?,
        auditor: row.get("auditor")?,
        systems,
        planned_for: row.get("planned_for")?,
        until: row.get("until")?,
        methods: row.get("methods")?,
        checklist,
        begun: row.get("begun")?,
        conclusion: conclusion.map(|Json(conclusion)| conclusion),
        cancelled: cancelled.map(|Json(cancelled)| cancelled),
        notes: row.get("notes")?,
    })
}

fn answer(row: &Row<'_>) -> Result<AuditAnswer, StoreError> {
    let (kind, id): (String, String) = (row.get("kind")?, row.get("id")?);
    let requirement = Link::of_parts(&kind, id)
        .map_err(|why| StoreError::Unreadable(format!("table audit_answer: id: {why}")))?;
    let Json(evidence) = row.get("evidence")?;
    Ok(AuditAnswer {
        audit: row.get("audit")?,
        requirement,
        verdict: row.get("verdict")?,
        seen: row.get("seen")?,
        evidence,
        by: row.get("by_whom")?,
        on: row.get("on_day")?,
    })
}

/// Returns every audit, by their numbers.
pub(super) fn all(conn: &Connection) -> Result<Vec<Audit>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM audit ORDER BY number")?;
    let rows = statement.query_map([], audit)?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns the answers of an audit.
pub(super) fn answers(conn: &Connection, id: AuditId) -> Result<Vec<AuditAnswer>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM audit_answer WHERE audit = ?1")?;
    let mut rows = statement.query([id])?;
    let mut answers = Vec::new();
    while let Some(row) = rows.next()? {
        answers.push(answer(row)?);
    }
    Ok(answers)
}

/// Returns the answers of every audit.
pub(super) fn all_answers(conn: &Connection) -> Result<Vec<AuditAnswer>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM audit_answer")?;
    let mut rows = statement.query([])?;
    let mut answers = Vec::new();
    while let Some(row) = rows.next()? {
        answers.push(answer(row)?);
    }
    Ok(answers)
}

impl Record for Audit {
    const KIND: RecordKind = RecordKind::Audit;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: AuditId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM audit WHERE number = ?1")?;
        Ok(statement.query_row([id], audit).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO audit (number, title, scope, auditor, systems, planned_for, until, methods, checklist,
                 begun, conclusion, cancelled, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (number) DO UPDATE SET title = ?2, scope = ?3, auditor = ?4, systems = ?5,
                 planned_for = ?6, until = ?7, methods = ?8, checklist = ?9, begun = ?10, conclusion = ?11,
                 cancelled = ?12, notes = ?13",
        )?
        .execute(params![
            self.id,
            self.title,
            self.scope,
            self.auditor,
            Json(&self.systems),
            self.planned_for,
            self.until,
            self.methods,
            Json(&self.checklist),
            self.begun,
            self.conclusion.as_ref().map(Json),
            self.cancelled.as_ref().map(Json),
            self.notes,
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: AuditId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM audit WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}

/// Returns the key under which an answer is kept: `AU-1/clause/6.1.2`.
pub(super) fn key(audit: AuditId, requirement: &Link) -> String {
    let (kind, id) = requirement.parts();
    format!("{audit}/{kind}/{id}")
}

/// Reads the key of an answer: the audit's number, the kind and the number of the requirement.
fn parts(key: &str) -> Result<(AuditId, &str, &str), StoreError> {
    let mut parts = key.splitn(3, '/');
    let (Some(audit), Some(kind), Some(id)) = (parts.next(), parts.next(), parts.next()) else {
        let shown = crate::text::shown(key);
        return Err(StoreError::Unreadable(format!("“{shown}” names no answer of an audit")));
    };
    Ok((numbered_key(audit)?, kind, id))
}

impl Record for AuditAnswer {
    const KIND: RecordKind = RecordKind::AuditAnswer;

    fn key(&self) -> String {
        key(self.audit, &self.requirement)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let (audit, kind, id) = parts(key)?;
        let mut statement =
            conn.prepare_cached("SELECT * FROM audit_answer WHERE audit = ?1 AND kind = ?2 AND id = ?3")?;
        let mut rows = statement.query(params![audit, kind, id])?;
        rows.next()?.map(answer).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let (kind, id) = self.requirement.parts();
        conn.prepare_cached(
            "INSERT INTO audit_answer (audit, kind, id, verdict, seen, evidence, by_whom, on_day)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (audit, kind, id) DO UPDATE SET verdict = ?4, seen = ?5, evidence = ?6, by_whom = ?7,
                 on_day = ?8",
        )?
        .execute(params![
            self.audit,
            kind,
            id,
            self.verdict,
            self.seen,
            Json(&self.evidence),
            self.by,
            self.on
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let (audit, kind, id) = parts(key)?;
        conn.prepare_cached("DELETE FROM audit_answer WHERE audit = ?1 AND kind = ?2 AND id = ?3")?
            .execute(params![audit, kind, id])?;
        Ok(())
    }
}
