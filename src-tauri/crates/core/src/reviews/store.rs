//! The table `management_review`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::ReviewId;
use super::review::Review;
use crate::Day;
use crate::column::Json;
use crate::record::{Record, RecordKind, numbered_key};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE management_review (
    number       INTEGER PRIMARY KEY CHECK (number > 0),
    title        TEXT NOT NULL CHECK (title <> ''),
    planned_on   TEXT NOT NULL,
    since        TEXT,
    chair        TEXT NOT NULL,
    present      TEXT NOT NULL, -- a JSON array, as is the agenda
    agenda       TEXT NOT NULL,
    held_on      TEXT,
    decisions    TEXT NOT NULL, -- a JSON array
    no_decision  TEXT NOT NULL,
    approval     TEXT CHECK (approval IS NULL OR held_on IS NOT NULL), -- a JSON object, as below
    cancellation TEXT CHECK (cancellation IS NULL OR held_on IS NULL),
    notes        TEXT NOT NULL
) STRICT;
";

fn read(row: &Row<'_>) -> rusqlite::Result<Review> {
    let Json(present) = row.get("present")?;
    let Json(agenda) = row.get("agenda")?;
    let Json(decisions) = row.get("decisions")?;
    let approval: Option<Json<_>> = row.get("approval")?;
    let cancellation: Option<Json<_>> = row.get("cancellation")?;
    Ok(Review {
        id: row.get("number")?,
        title: row.get("title")?,
        planned_on: row.get("planned_on")?,
        since: row.get("since")?,
        chair: row.get("chair")?,
        present,
        agenda,
        held_on: row.get("held_on")?,
        decisions,
        no_decision: row.get("no_decision")?,
        approval: approval.map(|Json(approval)| approval),
        cancellation: cancellation.map(|Json(cancellation)| cancellation),
        notes: row.get("notes")?,
    })
}

/// Returns every review as a list needs it: number, title, chair, planned and held on, whether it is approved and
/// whether it was cancelled, and how many decisions it has. What was frozen is not read.
pub(super) fn listed(conn: &Connection) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, title, chair, planned_on, held_on, approval IS NOT NULL AS approved,
             cancellation IS NOT NULL AS cancelled, json_array_length(decisions) AS decisions
         FROM management_review ORDER BY number",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Listed {
            id: row.get("number")?,
            title: row.get("title")?,
            chair: row.get("chair")?,
            planned_on: row.get("planned_on")?,
            held_on: row.get("held_on")?,
            approved: row.get("approved")?,
            cancelled: row.get("cancelled")?,
            decisions: row.get("decisions")?,
        })
    })?;
    rows.map(|row| Ok(row?)).collect()
}

/// A review as a list needs it.
pub(super) struct Listed {
    pub(super) id: ReviewId,
    pub(super) title: crate::Line,
    pub(super) chair: crate::Line,
    pub(super) planned_on: Day,
    pub(super) held_on: Option<Day>,
    pub(super) approved: bool,
    pub(super) cancelled: bool,
    pub(super) decisions: u32,
}

/// Returns on which day the last of the other approved reviews was held, up to a day.
pub(super) fn last_approved(
    conn: &Connection,
    other_than: ReviewId,
    until: Day,
) -> Result<Option<Day>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT max(held_on) FROM management_review
         WHERE approval IS NOT NULL AND number <> ?1 AND held_on <= ?2",
    )?;
    Ok(statement.query_row(params![other_than, until], |row| row.get(0))?)
}

impl Record for Review {
    const KIND: RecordKind = RecordKind::Review;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let id: ReviewId = numbered_key(key)?;
        let mut statement = conn.prepare_cached("SELECT * FROM management_review WHERE number = ?1")?;
        Ok(statement.query_row([id], read).optional()?)
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        conn.prepare_cached(
            "INSERT INTO management_review (number, title, planned_on, since, chair, present, agenda, held_on,
                 decisions, no_decision, approval, cancellation, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (number) DO UPDATE SET title = ?2, planned_on = ?3, since = ?4, chair = ?5, present = ?6,
                 agenda = ?7, held_on = ?8, decisions = ?9, no_decision = ?10, approval = ?11, cancellation = ?12,
                 notes = ?13",
        )?
        .execute(params![
            self.id,
            self.title,
            self.planned_on,
            self.since,
            self.chair,
            Json(&self.present),
            Json(&self.agenda),
            self.held_on,
            Json(&self.decisions),
            self.no_decision,
            self.approval.as_ref().map(Json),
            self.cancellation.as_ref().map(Json),
            self.notes,
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        let id: ReviewId = numbered_key(key)?;
        conn.prepare_cached("DELETE FROM management_review WHERE number = ?1")?.execute([id])?;
        Ok(())
    }
}
