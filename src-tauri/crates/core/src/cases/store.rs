//! The table `incident_case`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::CaseId;
use super::case::Case;
use crate::column::Json;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE incident_case ( -- “case” is a word of SQL
    number       INTEGER PRIMARY KEY CHECK (number > 0),
    kind         TEXT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    what         TEXT NOT NULL,
    occurred_on  TEXT,
    known_since  TEXT NOT NULL,
    reported_by  TEXT NOT NULL,
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    systems      TEXT NOT NULL, -- a JSON array, as are the others below
    harms        TEXT NOT NULL,
    evidence     TEXT NOT NULL,
    owner        TEXT NOT NULL,
    rulings      TEXT NOT NULL,
    told         TEXT NOT NULL,
    closing      TEXT, -- a JSON object
    reopened     TEXT NOT NULL,
    notes        TEXT NOT NULL
) STRICT;
";

fn read(row: &Row<'_>) -> rusqlite::Result<Case> {
    let Json(systems) = row.get("systems")?;
    let Json(harms) = row.get("harms")?;
    let Json(evidence) = row.get("evidence")?;
    let Json(rulings) = row.get("rulings")?;
    let Json(told) = row.get("told")?;
    let Json(reopened) = row.get("reopened")?;
    let closing: Option<Json<_>> = row.get("closing")?;
    Ok(Case {
        id: row.get("number")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        what: row.get("what")?,
        occurred_on: row.get("occurred_on")?,
        known_since: row.get("known_since")?,
        reported_by: row.get("reported_by")?,
        confidential: row.get("confidential")?,
        systems,
        harms,
        evidence,
        owner: row.get("owner")?,
        rulings,
        told,
        closing: closing.map(|Json(closing)| closing),
        reopened,
        notes: row.get("notes")?,
    })
}

/// Returns every case, by their numbers.
pub(super) fn all(conn: &Connection) -> Result<Vec<Case>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM incident_case ORDER BY number")?;
    let rows = statement.query_map([], read)?;
    rows.map(|row| Ok(row?)).collect()
}

impl Record for Case {
    const KIND: RecordKind = RecordKind::Case;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: CaseId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM incident_case WHERE number = ?1")?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO incident_case (number, kind, title, what, occurred_on, known_since, reported_by,
                 confidential, systems, harms, evidence, owner, rulings, told, closing, reopened, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
             ON CONFLICT (number) DO UPDATE SET kind = ?2, title = ?3, what = ?4, occurred_on = ?5,
                 known_since = ?6, reported_by = ?7, confidential = ?8, systems = ?9, harms = ?10, evidence = ?11,
                 owner = ?12, rulings = ?13, told = ?14, closing = ?15, reopened = ?16, notes = ?17",
        )?
        .execute(params![
            self.id,
            self.kind,
            self.title,
            self.what,
            self.occurred_on,
            self.known_since,
            self.reported_by,
            self.confidential,
            Json(&self.systems),
            Json(&self.harms),
            Json(&self.evidence),
            self.owner,
            Json(&self.rulings),
            Json(&self.told),
            self.closing.as_ref().map(Json),
            Json(&self.reopened),
            self.notes,
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: CaseId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM incident_case WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}
