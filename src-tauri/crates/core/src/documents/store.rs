//! The table `document`: a row for each controlled document.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::key::DraftKey;
use super::record::{Document, DocumentId};
use crate::column::Json;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE document (
    number       INTEGER PRIMARY KEY CHECK (number > 0),
    title        TEXT NOT NULL CHECK (title <> ''),
    draft        TEXT,
    kind         TEXT NOT NULL, -- a JSON text
    company      TEXT NOT NULL, -- the number under which the company keeps it
    version      TEXT NOT NULL CHECK (version <> ''),
    owner        TEXT NOT NULL,
    approver     TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'withdrawn')),
    next_review  TEXT,
    changes      TEXT NOT NULL,
    working_file TEXT NOT NULL,
    links        TEXT NOT NULL, -- a JSON array
    answers      TEXT NOT NULL, -- a JSON object
    approvals    TEXT NOT NULL, -- a JSON array
    evidence     TEXT, -- a JSON text
    withdrawn    TEXT -- a JSON object
) STRICT;
CREATE INDEX document_by_draft ON document (draft) WHERE draft IS NOT NULL;
";

fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map(DocumentId::number).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    let number: u32 = row.get("number")?;
    let json = |error: &str| rusqlite::types::FromSqlError::Other(error.into());
    Ok(Document {
        id: DocumentId::new(number).ok_or_else(|| json("a document has the number 0"))?,
        title: row.get("title")?,
        draft: row.get("draft")?,
        kind: row.get::<_, Json<_>>("kind")?.0,
        number: row.get("company")?,
        version: row.get("version")?,
        owner: row.get("owner")?,
        approver: row.get("approver")?,
        state: row.get("state")?,
        next_review: row.get("next_review")?,
        changes: row.get("changes")?,
        working_file: row.get("working_file")?,
        links: row.get::<_, Json<_>>("links")?.0,
        answers: row.get::<_, Json<_>>("answers")?.0,
        approvals: row.get::<_, Json<_>>("approvals")?.0,
        evidence: row.get::<_, Option<Json<_>>>("evidence")?.map(|json| json.0),
        withdrawn: row.get::<_, Option<Json<_>>>("withdrawn")?.map(|json| json.0),
    })
}

fn unreadable(error: rusqlite::Error) -> StoreError {
    match error {
        rusqlite::Error::FromSqlConversionFailure(column, _, why) => {
            StoreError::Unreadable(format!("table document, column {column}: {why}"))
        }
        other => other.into(),
    }
}

impl Record for Document {
    const KIND: RecordKind = RecordKind::Document;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let number = number(key)?;
        conn.prepare_cached("SELECT * FROM document WHERE number = ?1")?
            .query_row([number], document)
            .optional()
            .map_err(unreadable)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO document (number, title, draft, kind, company, version, owner, approver, state, next_review,
                 changes, working_file, links, answers, approvals, evidence, withdrawn)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
             ON CONFLICT (number) DO UPDATE SET title = ?2, draft = ?3, kind = ?4, company = ?5, version = ?6,
                 owner = ?7, approver = ?8, state = ?9, next_review = ?10, changes = ?11, working_file = ?12,
                 links = ?13, answers = ?14, approvals = ?15, evidence = ?16, withdrawn = ?17",
        )?
        .execute(params![
            self.id.number(),
            self.title,
            self.draft,
            Json(self.kind),
            self.number,
            self.version,
            self.owner,
            self.approver,
            self.state,
            self.next_review,
            self.changes,
            self.working_file,
            Json(&self.links),
            Json(&self.answers),
            Json(&self.approvals),
            self.evidence.map(Json),
            self.withdrawn.as_ref().map(Json),
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM document WHERE number = ?1")?.execute([number(key)?])?;
        Ok(())
    }
}

/// Returns every document, in the order of the numbers.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Document>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM document ORDER BY number")?;
    let rows = statement.query_map([], document)?;
    rows.map(|row| row.map_err(unreadable)).collect()
}

/// Returns the document that a draft has become, unless it was withdrawn.
pub(super) fn of_draft(conn: &Connection, draft: DraftKey) -> Result<Option<Document>, StoreError> {
    conn.prepare_cached("SELECT * FROM document WHERE draft = ?1 AND state <> 'withdrawn' ORDER BY number")?
        .query_row([draft], document)
        .optional()
        .map_err(unreadable)
}
