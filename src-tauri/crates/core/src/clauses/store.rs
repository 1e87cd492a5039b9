//! The table `clause_assessment`.

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::assessment::ClauseAssessment;
use crate::assessment::Status;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
-- A clause of which nobody has said anything has no row.
CREATE TABLE clause_assessment (
    clause TEXT PRIMARY KEY,
    status TEXT NOT NULL CHECK (status IN ('not-started', 'planned', 'in-progress', 'implemented')),
    target TEXT,
    how    TEXT NOT NULL,
    owner  TEXT NOT NULL,
    notes  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// A row as it stands.
struct Stored {
    clause: String,
    status: String,
    target: Option<String>,
    how: String,
    owner: String,
    notes: String,
}

impl Stored {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            clause: row.get("clause")?,
            status: row.get("status")?,
            target: row.get("target")?,
            how: row.get("how")?,
            owner: row.get("owner")?,
            notes: row.get("notes")?,
        })
    }

    fn assessment(self) -> Result<ClauseAssessment, StoreError> {
        let at = self.clause.clone();
        let unreadable = |column: &str, why: &dyn std::fmt::Display| {
            let row = crate::text::shown(&at);
            StoreError::Unreadable(format!("table clause_assessment, row {row}: {column}: {why}"))
        };
        let status = Status::ALL.into_iter().find(|status| status.name() == self.status);
        let no_status = || unreadable("status", &format!("“{}” is none", crate::text::shown(&self.status)));
        let target = self.target.map(|target| target.parse()).transpose();
        Ok(ClauseAssessment {
            clause: self.clause.parse().map_err(|error| unreadable("clause", &error))?,
            status: status.ok_or_else(no_status)?,
            target: target.map_err(|error: crate::DayError| unreadable("target", &error))?,
            how: self.how.parse().map_err(|error| unreadable("how", &error))?,
            owner: self.owner.parse().map_err(|error| unreadable("owner", &error))?,
            notes: self.notes.parse().map_err(|error| unreadable("notes", &error))?,
        })
    }
}

/// Returns what was said of clauses.
pub(super) fn all(conn: &Connection) -> Result<Vec<ClauseAssessment>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM clause_assessment")?;
    let rows = statement.query_map([], Stored::of)?;
    rows.map(|row| row?.assessment()).collect()
}

impl Record for ClauseAssessment {
    const KIND: RecordKind = RecordKind::Clause;

    fn key(&self) -> String {
        self.clause.to_string()
    }

    fn unwritten(key: &str) -> Option<Self> {
        key.parse().ok().map(Self::untouched)
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let row = conn
            .prepare_cached("SELECT * FROM clause_assessment WHERE clause = ?1")?
            .query_row([key], Stored::of)
            .optional()?;
        row.map(Stored::assessment).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let target = self.target.map(|day| day.to_string());
        conn.prepare_cached(
            "INSERT INTO clause_assessment (clause, status, target, how, owner, notes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (clause) DO UPDATE SET status = ?2, target = ?3, how = ?4, owner = ?5, notes = ?6",
        )?
        .execute(params![
            self.clause.as_str(),
            self.status.name(),
            target,
            self.how,
            self.owner,
            self.notes
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM clause_assessment WHERE clause = ?1")?.execute([key])?;
        Ok(())
    }
}
