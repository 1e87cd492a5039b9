//! Evidence whose day has passed or is near.

use rusqlite::{Connection, ToSql, params};

use super::id::EvidenceId;
use super::queries::SOON;
use crate::Day;
use crate::workspace::StoreError;

/// Evidence that ends: how much, and the first of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ending {
    pub(crate) total: usize,
    /// The earliest, by their numbers where they end on one day.
    pub(crate) first: Vec<EndingPiece>,
}

/// What is told of a piece of evidence that ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EndingPiece {
    pub(crate) id: EvidenceId,
    pub(crate) title: String,
    pub(crate) expires: Day,
}

/// Returns the evidence that is [`State::Expired`](super::State::Expired), and names as much of it as is asked for.
pub(crate) fn expired(conn: &Connection, today: Day, named: usize) -> Result<Ending, StoreError> {
    // It compares texts: a year has four figures.
    let total = "SELECT count(*) FROM evidence WHERE expires < ?1";
    let first =
        "SELECT number, title, expires FROM evidence WHERE expires < ?1 ORDER BY expires, number LIMIT ?2";
    let today = today.to_string();
    counted(conn, (total, params![today]), (first, params![today, limit(named)]))
}

/// Returns the evidence that is [`State::ExpiresSoon`](super::State::ExpiresSoon), and names as much of it as is asked for.
pub(crate) fn expiring(conn: &Connection, today: Day, named: usize) -> Result<Ending, StoreError> {
    let total = "SELECT count(*) FROM evidence
                 WHERE expires BETWEEN ?1 AND ?2 AND (effective IS NULL OR effective <= ?1)";
    let first = "SELECT number, title, expires FROM evidence
                 WHERE expires BETWEEN ?1 AND ?2 AND (effective IS NULL OR effective <= ?1)
                 ORDER BY expires, number LIMIT ?3";
    let (soon, today) = (today.weeks_later(SOON).to_string(), today.to_string());
    counted(conn, (total, params![today, soon]), (first, params![today, soon, limit(named)]))
}

/// Returns the evidence that ends from one day to another, the earliest first, and no more than is asked for.
pub(crate) fn ending(
    conn: &Connection,
    from: Day,
    to: Option<Day>,
    most: usize,
) -> Result<Vec<EndingPiece>, StoreError> {
    let first = "SELECT number, title, expires FROM evidence WHERE expires BETWEEN ?1 AND ?2
                 ORDER BY expires, number LIMIT ?3";
    let to = to.map_or_else(|| "2999-12-31".into(), |to| to.to_string());
    named(conn, (first, params![from.to_string(), to, limit(most)]))
}

pub(super) fn limit(named: usize) -> i64 {
    i64::try_from(named).unwrap_or(i64::MAX)
}

/// A query with what is given for its parameters.
type Query<'a> = (&'a str, &'a [&'a dyn ToSql]);

fn counted(conn: &Connection, total: Query<'_>, first: Query<'_>) -> Result<Ending, StoreError> {
    let total: u32 = conn.prepare_cached(total.0)?.query_row(total.1, |row| row.get(0))?;
    Ok(Ending { total: usize::try_from(total).unwrap_or(usize::MAX), first: named(conn, first)? })
}

/// Returns the pieces that a query names.
fn named(conn: &Connection, first: Query<'_>) -> Result<Vec<EndingPiece>, StoreError> {
    let mut pieces = Vec::new();
    let mut statement = conn.prepare_cached(first.0)?;
    let mut rows = statement.query(first.1)?;
    while let Some(row) = rows.next()? {
        let (number, expires): (u32, String) = (row.get(0)?, row.get(2)?);
        let unreadable = |why: String| StoreError::Unreadable(format!("table evidence, row {number}: {why}"));
        pieces.push(EndingPiece {
            id: EvidenceId::new(number).ok_or_else(|| unreadable("it has no number".into()))?,
            title: row.get(1)?,
            expires: expires.parse().map_err(|error| unreadable(format!("expires: {error}")))?,
        });
    }
    Ok(pieces)
}
