//! What a management review takes from the audits (clause 9.3.2).

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AuditId, queries};
use crate::findings::{Grade, Stage};
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// An audit that was reported, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditSummary {
    /// Its number.
    pub id: AuditId,
    /// What it is.
    pub title: Line,
    /// When it was concluded.
    pub on: Day,
    /// How many requirements somebody looked at.
    pub looked_at: u32,
    /// How many were on its checklist and were not looked at.
    pub not_looked_at: u32,
    /// How many major nonconformities came from it; what was refused does not count, here and below.
    #[ts(type = "number")]
    pub major: usize,
    /// How many minor ones.
    #[ts(type = "number")]
    pub minor: usize,
    /// How many opportunities for improvement.
    #[ts(type = "number")]
    pub ofi: usize,
}

/// Returns the audits that were reported on a day or after it, the earliest first; all of them where no day is said.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn reported(
    workspace: &Workspace,
    since: Option<Day>,
    today: Day,
) -> Result<Vec<AuditSummary>, StoreError> {
    workspace.read(|conn| super::summaries(conn, since, today))
}

/// Returns the same, for whoever reads other things in the same state.
pub(crate) fn summaries(
    conn: &Connection,
    since: Option<Day>,
    today: Day,
) -> Result<Vec<AuditSummary>, StoreError> {
    let mut summaries = Vec::new();
    for row in queries::rows(conn, today)? {
        let Some(on) = row.reported_on.filter(|on| since.is_none_or(|since| *on >= since)) else { continue };
        let findings = queries::findings_of(conn, row.id, today)?;
        let of = |grade: Grade| {
            findings.iter().filter(|one| one.grade == grade && one.stage != Stage::Refused).count()
        };
        summaries.push(AuditSummary {
            id: row.id,
            title: row.title,
            on,
            looked_at: row.counts.looked_at(),
            not_looked_at: row.counts.not_looked_at,
            major: of(Grade::Major),
            minor: of(Grade::Minor),
            ofi: of(Grade::Ofi),
        });
    }
    summaries.sort_by_key(|summary| (summary.on, summary.id));
    Ok(summaries)
}
