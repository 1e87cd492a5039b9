//! How many cases came and went over a period: in figures alone, so that what is confidential stays so.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case::CaseKind;
use crate::Day;
use crate::workspace::StoreError;

/// How many cases of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewCaseFigures")]
pub struct KindFigures {
    /// The kind.
    pub kind: CaseKind,
    /// How many became known in the period.
    pub reported: u32,
    /// How many were closed in it.
    pub closed: u32,
    /// How many are open.
    pub open: u32,
}

/// Returns how many cases of each kind there are.
pub(crate) fn figures(conn: &Connection, since: Option<Day>) -> Result<Vec<KindFigures>, StoreError> {
    let from = since.map(|day| day.to_string()).unwrap_or_default();
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FILTER (WHERE known_since >= ?2),
             count(*) FILTER (WHERE json_extract(closing, '$.on') >= ?2),
             count(*) FILTER (WHERE closing IS NULL)
         FROM incident_case WHERE kind = ?1",
    )?;
    let of = |kind: CaseKind| {
        statement.query_row(params![kind, from], |row| {
            Ok(KindFigures { kind, reported: row.get(0)?, closed: row.get(1)?, open: row.get(2)? })
        })
    };
    CaseKind::ALL.iter().copied().map(of).map(|figures| Ok(figures?)).collect()
}
