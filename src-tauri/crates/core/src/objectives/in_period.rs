//! What a management review asks about readings: how many were taken in a period, and what a figure was before it.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::figure::Figure;
use super::id::MeasureId;
use crate::Day;
use crate::workspace::StoreError;

/// Returns how many readings were taken since a day.
pub(crate) fn readings_since(conn: &Connection, since: Option<Day>) -> Result<u32, StoreError> {
    let from = since.map(|day| day.to_string()).unwrap_or_default();
    let mut statement = conn.prepare_cached("SELECT count(*) FROM reading WHERE day >= ?1")?;
    Ok(statement.query_row([from], |row| row.get(0))?)
}

/// Returns the last figure of a measure before a day.
pub(crate) fn figure_before(
    conn: &Connection,
    measure: MeasureId,
    day: Day,
) -> Result<Option<Figure>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT value FROM reading WHERE measure = ?1 AND day < ?2 ORDER BY day DESC LIMIT 1",
    )?;
    Ok(statement.query_row(params![measure, day], |row| row.get(0)).optional()?)
}
