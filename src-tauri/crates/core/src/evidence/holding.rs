//! Which evidence holds on a day, and what it proves.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, params};

use super::ending::limit;
use super::id::EvidenceId;
use super::link::Link;
use super::record::Evidence;
use super::store;
use crate::Day;
use crate::catalogue::ClauseId;
use crate::workspace::StoreError;

/// What of a row of `evidence` says that it holds on a day, `?1`. A piece that names no end counts for a year of 365 days:
/// from its effective date, else from when it was collected, else from when its newest file was added.
const HOLDS: &str = "(evidence.effective IS NULL OR evidence.effective <= ?1)
    AND coalesce(evidence.expires, date(coalesce(evidence.effective, evidence.collected,
        (SELECT substr(max(file.added), 1, 10) FROM evidence_version AS file WHERE file.evidence = evidence.number)),
        '+365 days')) >= ?1";

/// Returns the numbers of the controls for which evidence holds on a day.
pub(crate) fn proven_on(conn: &Connection, day: Day) -> Result<BTreeSet<String>, StoreError> {
    proven(conn, "control", day)
}

/// Returns the numbers of the clauses for which evidence holds on a day.
pub(crate) fn proven_clauses(conn: &Connection, day: Day) -> Result<BTreeSet<String>, StoreError> {
    proven(conn, "clause", day)
}

fn proven(conn: &Connection, kind: &str, day: Day) -> Result<BTreeSet<String>, StoreError> {
    // From one number to the next through the index, and of each no more than the first piece that holds.
    let mut statement = conn.prepare_cached(&format!(
        "WITH RECURSIVE target (id) AS (
             SELECT min(id) FROM evidence_link WHERE kind = ?2
             UNION ALL
             SELECT (SELECT min(id) FROM evidence_link WHERE kind = ?2 AND id > target.id)
             FROM target WHERE target.id IS NOT NULL
         )
         SELECT id FROM target WHERE id IS NOT NULL AND EXISTS (
             SELECT 1 FROM evidence_link AS link JOIN evidence ON evidence.number = link.evidence
             WHERE link.kind = ?2 AND link.id = target.id AND {HOLDS}
         )"
    ))?;
    let rows = statement.query_map(params![day.to_string(), kind], |row| row.get(0))?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns whether a policy that holds on a day is linked to a clause.
pub(crate) fn policy_holds(conn: &Connection, clause: &ClauseId, day: Day) -> Result<bool, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT EXISTS (
             SELECT 1 FROM evidence_link AS link JOIN evidence ON evidence.number = link.evidence
             WHERE link.kind = 'clause' AND link.id = ?2 AND evidence.kind = 'policy' AND {HOLDS}
         )"
    ))?;
    Ok(statement.query_row([&day.to_string(), clause.as_str()], |row| row.get(0))?)
}

/// Returns how many pieces that hold on a day are linked to something.
pub(crate) fn count_holding(conn: &Connection, link: &Link, day: Day) -> Result<u32, StoreError> {
    let (kind, id) = link.parts();
    let mut statement = conn.prepare_cached(&format!(
        "SELECT count(*) FROM evidence_link AS link JOIN evidence ON evidence.number = link.evidence
         WHERE link.kind = ?2 AND link.id = ?3 AND {HOLDS}"
    ))?;
    Ok(statement.query_row([&*day.to_string(), kind, &*id], |row| row.get(0))?)
}

/// Returns the first piece of evidence that holds on a day and is linked to something: its number and its title.
pub(crate) fn first_holding(
    conn: &Connection,
    link: &Link,
    day: Day,
) -> Result<Option<(EvidenceId, String)>, StoreError> {
    let (kind, id) = link.parts();
    let found: Option<(u32, String)> = conn
        .prepare_cached(&format!(
            "SELECT number, title FROM evidence_link AS link JOIN evidence ON number = link.evidence
             WHERE link.kind = ?2 AND link.id = ?3 AND {HOLDS} ORDER BY link.evidence LIMIT 1"
        ))?
        .query_row([&*day.to_string(), kind, &*id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.and_then(|(number, title)| Some((EvidenceId::new(number)?, title))))
}

/// Returns the newest evidence that is linked to something and does not hold on a day, and no more than is asked for.
pub(crate) fn lapsed(
    conn: &Connection,
    link: &Link,
    day: Day,
    most: usize,
) -> Result<Vec<Evidence>, StoreError> {
    let (kind, id) = link.parts();
    let linked = format!(
        "SELECT link.evidence FROM evidence_link AS link JOIN evidence ON number = link.evidence
         WHERE link.kind = ?2 AND link.id = ?3 AND NOT ({HOLDS}) ORDER BY link.evidence DESC LIMIT ?4"
    );
    let asked = params![day.to_string(), kind, id, limit(most)];
    store::pieces(conn, &store::numbers(conn, &linked, asked)?)
}

/// Returns the numbers of the AI systems with a piece that holds on a day and is linked to a clause as well.
pub(crate) fn systems_proven_for(
    conn: &Connection,
    clause: &ClauseId,
    day: Day,
) -> Result<BTreeSet<String>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT DISTINCT link.id
         FROM evidence_link AS link JOIN evidence ON evidence.number = link.evidence
         WHERE link.kind = 'system' AND {HOLDS} AND EXISTS (
             SELECT 1 FROM evidence_link AS other
             WHERE other.evidence = link.evidence AND other.kind = 'clause' AND other.id = ?2
         )"
    ))?;
    let rows = statement.query_map([&day.to_string(), clause.as_str()], |row| row.get(0))?;
    rows.map(|row| Ok(row?)).collect()
}

/// Returns how many pieces are linked to each AI system, and how many of them hold on a day, by its number.
pub(crate) fn counts_by_system(
    conn: &Connection,
    day: Day,
) -> Result<BTreeMap<String, (u32, u32)>, StoreError> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT link.id, count(*), count(*) FILTER (WHERE {HOLDS})
         FROM evidence_link AS link JOIN evidence ON evidence.number = link.evidence
         WHERE link.kind = 'system' GROUP BY link.id"
    ))?;
    let rows = statement.query_map([day.to_string()], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    rows.map(|row| Ok(row?)).collect()
}
