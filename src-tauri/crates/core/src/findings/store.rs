//! The tables `finding`, `finding_requirement`, `finding_evidence` and `action`.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::finding::Finding;
use super::id::FindingId;
use super::origin::FindingOrigin;
use crate::Day;
use crate::evidence::{EvidenceId, Link};
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

pub(crate) const TABLES: &str = "
CREATE TABLE finding (
    number        INTEGER PRIMARY KEY CHECK (number > 0),
    title         TEXT NOT NULL CHECK (title <> ''),
    grade         TEXT NOT NULL CHECK (grade IN ('major', 'minor', 'ofi')),
    source        TEXT NOT NULL,
    origin        TEXT,
    origin_number INTEGER CHECK ((origin_number IS NULL) = (origin IS NULL)), -- no reference, as for an action
    found_on      TEXT NOT NULL,
    found_by      TEXT NOT NULL,
    found         TEXT NOT NULL,
    effect        TEXT NOT NULL,
    owner         TEXT NOT NULL,
    due           TEXT NOT NULL,
    due_changes   TEXT NOT NULL, -- JSON, as all that follows but texts
    containment   TEXT,
    similar       TEXT NOT NULL,
    cause         TEXT,
    plan_approval TEXT,
    criterion     TEXT,
    round         INTEGER NOT NULL CHECK (round > 0),
    checks        TEXT NOT NULL,
    closing       TEXT,
    refusal       TEXT CHECK (closing IS NULL OR refusal IS NULL),
    reopened      TEXT NOT NULL,
    follow_ups    TEXT NOT NULL,
    notes         TEXT NOT NULL
) STRICT;
CREATE INDEX finding_by_origin ON finding (origin, origin_number);
CREATE INDEX finding_open ON finding (number) WHERE closing IS NULL AND refusal IS NULL;

CREATE TABLE finding_requirement (
    finding INTEGER NOT NULL REFERENCES finding (number) ON DELETE CASCADE,
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    PRIMARY KEY (finding, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_requirement_by_target ON finding_requirement (kind, id);

CREATE TABLE finding_evidence (
    finding  INTEGER NOT NULL REFERENCES finding (number) ON DELETE CASCADE,
    evidence INTEGER NOT NULL,
    PRIMARY KEY (finding, evidence)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
    number        INTEGER PRIMARY KEY CHECK (number > 0),
    origin        TEXT NOT NULL,
    origin_number INTEGER, -- no reference: undo and replay may bring the action back first
    round         INTEGER CHECK (round > 0),
    text          TEXT NOT NULL CHECK (text <> ''),
    owner         TEXT NOT NULL CHECK (owner <> ''),
    due           TEXT NOT NULL,
    due_changes   TEXT NOT NULL, -- JSON
    done_on       TEXT,
    proof         TEXT NOT NULL, -- JSON
    note          TEXT NOT NULL
) STRICT;
CREATE INDEX action_by_origin ON action (origin, origin_number, round, done_on, owner, due);
CREATE INDEX action_open ON action (due, number) WHERE done_on IS NULL;
";

/// The name of a table, for what can't be read in it.
const TABLE: &str = "finding";

pub(super) fn unreadable(table: &str, row: u32, column: &str, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Unreadable(format!("table {table}, row {row}: {column}: {why}"))
}

/// Reads a column, and says which one can't be read.
pub(super) fn column<T: FromStr<Err: std::fmt::Display>>(
    (table, number): (&str, u32),
    row: &Row<'_>,
    name: &str,
) -> Result<T, StoreError> {
    nth((table, number), row, row.as_ref().column_index(name)?)
}

/// Reads a column by its place among those that are asked for: in a list of thousands, looking each name up would take
/// longer than the rest.
pub(super) fn nth<T: FromStr<Err: std::fmt::Display>>(
    (table, number): (&str, u32),
    row: &Row<'_>,
    place: usize,
) -> Result<T, StoreError> {
    let text = row.get_ref(place)?.as_str().map_err(rusqlite::Error::from)?;
    text.parse().map_err(|error| unreadable(table, number, name_of(row, place), &error))
}

fn name_of<'a>(row: &'a Row<'_>, place: usize) -> &'a str {
    row.as_ref().column_name(place).unwrap_or_default()
}

/// Reads a column that holds JSON.
pub(super) fn json<T: DeserializeOwned>(
    (table, number): (&str, u32),
    row: &Row<'_>,
    name: &str,
) -> Result<T, StoreError> {
    nth_json((table, number), row, row.as_ref().column_index(name)?)
}

/// Reads a column that holds JSON, by its place.
pub(super) fn nth_json<T: DeserializeOwned>(
    (table, number): (&str, u32),
    row: &Row<'_>,
    place: usize,
) -> Result<T, StoreError> {
    let text = row.get_ref(place)?.as_str_or_null().map_err(rusqlite::Error::from)?;
    serde_json::from_str(text.unwrap_or("null"))
        .map_err(|error| unreadable(table, number, name_of(row, place), &error))
}

/// Writes a value as JSON.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Unreadable(error.to_string()))
}

fn maybe_json<T: Serialize>(value: Option<&T>) -> Result<Option<String>, StoreError> {
    value.map(to_json).transpose()
}

pub(super) fn requirements(conn: &Connection, number: u32) -> Result<Vec<Link>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT kind, id FROM finding_requirement WHERE finding = ?1")?;
    let rows =
        statement.query_map([number], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let links: Result<Vec<Link>, StoreError> = rows
        .map(|row| {
            let (kind, id) = row?;
            Link::of_parts(&kind, id).map_err(|why| unreadable("finding_requirement", number, "id", &why))
        })
        .collect();
    let mut links = links?;
    links.sort_unstable();
    Ok(links)
}

fn evidence(conn: &Connection, number: u32) -> Result<Vec<EvidenceId>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT evidence FROM finding_evidence WHERE finding = ?1 ORDER BY evidence")?;
    let rows = statement.query_map([number], |row| row.get::<_, u32>(0))?;
    rows.map(|row| {
        EvidenceId::new(row?).ok_or_else(|| unreadable("finding_evidence", number, "evidence", &"it is 0"))
    })
    .collect()
}

fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map(FindingId::number).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn origin(id: FindingId, row: &Row<'_>) -> Result<Option<FindingOrigin>, StoreError> {
    let Some(word) = row.get::<_, Option<String>>("origin")? else { return Ok(None) };
    let origin = FindingOrigin::of_columns(&word, row.get("origin_number")?);
    let none = || unreadable(TABLE, id.number(), "origin", &format!("“{word}” is none that there is"));
    origin.map(Some).ok_or_else(none)
}

fn finding(conn: &Connection, id: FindingId, row: &Row<'_>) -> Result<Finding, StoreError> {
    let at = (TABLE, id.number());
    Ok(Finding {
        id,
        title: column(at, row, "title")?,
        grade: column(at, row, "grade")?,
        source: column(at, row, "source")?,
        origin: origin(id, row)?,
        found_on: column(at, row, "found_on")?,
        found_by: column(at, row, "found_by")?,
        requirements: requirements(conn, id.number())?,
        found: column(at, row, "found")?,
        evidence: evidence(conn, id.number())?,
        effect: column(at, row, "effect")?,
        owner: column(at, row, "owner")?,
        due: column(at, row, "due")?,
        due_changes: json(at, row, "due_changes")?,
        containment: json(at, row, "containment")?,
        similar: column(at, row, "similar")?,
        cause: json(at, row, "cause")?,
        plan_approval: json(at, row, "plan_approval")?,
        criterion: json(at, row, "criterion")?,
        round: row.get("round")?,
        checks: json(at, row, "checks")?,
        closing: json(at, row, "closing")?,
        refusal: json(at, row, "refusal")?,
        reopened: json(at, row, "reopened")?,
        follow_ups: json(at, row, "follow_ups")?,
        notes: column(at, row, "notes")?,
    })
}

impl Record for Finding {
    const KIND: RecordKind = RecordKind::Finding;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let number = number(key)?;
        let Some(id) = FindingId::new(number) else { return Ok(None) };
        let mut statement = conn.prepare_cached("SELECT * FROM finding WHERE number = ?1")?;
        let mut rows = statement.query([number])?;
        rows.next()?.map(|row| finding(conn, id, row)).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let number = self.id.number();
        conn.prepare_cached(
            "INSERT INTO finding (number, title, grade, source, found_on, found_by, found, effect, owner, due,
                 due_changes, containment, similar, cause, plan_approval, criterion, round, checks, closing,
                 refusal, reopened, follow_ups, notes, origin, origin_number)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                 ?21, ?22, ?23, ?24, ?25)
             ON CONFLICT (number) DO UPDATE SET title = ?2, grade = ?3, source = ?4, found_on = ?5, found_by = ?6,
                 found = ?7, effect = ?8, owner = ?9, due = ?10, due_changes = ?11, containment = ?12,
                 similar = ?13, cause = ?14, plan_approval = ?15, criterion = ?16, round = ?17, checks = ?18,
                 closing = ?19, refusal = ?20, reopened = ?21, follow_ups = ?22, notes = ?23, origin = ?24,
                 origin_number = ?25",
        )?
        .execute(params![
            number,
            self.title,
            self.grade.name(),
            self.source.name(),
            self.found_on.to_string(),
            self.found_by,
            self.found,
            self.effect,
            self.owner,
            self.due.to_string(),
            to_json(&self.due_changes)?,
            maybe_json(self.containment.as_ref())?,
            self.similar,
            maybe_json(self.cause.as_ref())?,
            maybe_json(self.plan_approval.as_ref())?,
            maybe_json(self.criterion.as_ref())?,
            self.round,
            to_json(&self.checks)?,
            maybe_json(self.closing.as_ref())?,
            maybe_json(self.refusal.as_ref())?,
            to_json(&self.reopened)?,
            to_json(&self.follow_ups)?,
            self.notes,
            self.origin.map(|origin| origin.columns().0),
            self.origin.map(|origin| origin.columns().1),
        ])?;
        for table in ["finding_requirement", "finding_evidence"] {
            conn.prepare_cached(&format!("DELETE FROM {table} WHERE finding = ?1"))?.execute([number])?;
        }
        let mut requirement =
            conn.prepare_cached("INSERT INTO finding_requirement (finding, kind, id) VALUES (?1, ?2, ?3)")?;
        for one in &self.requirements {
            let (kind, id) = one.parts();
            requirement.execute(params![number, kind, id])?;
        }
        let mut evidence =
            conn.prepare_cached("INSERT INTO finding_evidence (finding, evidence) VALUES (?1, ?2)")?;
        for one in &self.evidence {
            evidence.execute([number, one.number()])?;
        }
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM finding WHERE number = ?1")?.execute([number(key)?])?;
        Ok(())
    }
}

/// Returns every finding, in the order of the numbers.
pub(super) fn all(conn: &Connection) -> Result<Vec<Finding>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM finding ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut findings = Vec::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get("number")?;
        let id = FindingId::new(number).ok_or_else(|| unreadable(TABLE, number, "number", &"it is 0"))?;
        findings.push(finding(conn, id, row)?);
    }
    Ok(findings)
}

/// Returns when another nonconformity about the same requirement was last found, up to a year before.
pub(super) fn repeated(conn: &Connection, finding: &Finding) -> Result<Option<FindingId>, StoreError> {
    if !finding.grade.is_nonconformity() {
        return Ok(None);
    }
    let year_before: Day = finding.found_on.months_later(-12);
    let number: Option<u32> = conn
        .prepare_cached(
            "SELECT max(other.number) FROM finding_requirement AS mine
             JOIN finding_requirement AS theirs ON theirs.kind = mine.kind AND theirs.id = mine.id
             JOIN finding AS other ON other.number = theirs.finding
             WHERE mine.finding = ?1 AND other.number < ?1 AND other.grade <> 'ofi' AND other.refusal IS NULL
                 AND other.found_on BETWEEN ?2 AND ?3",
        )?
        .query_row(
            params![finding.id.number(), year_before.to_string(), finding.found_on.to_string()],
            |row| row.get(0),
        )
        .optional()?
        .flatten();
    Ok(number.and_then(FindingId::new))
}

/// Returns the findings that come from a record, in the order of their numbers.
pub(super) fn of_origin(conn: &Connection, origin: FindingOrigin) -> Result<Vec<FindingId>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number FROM finding WHERE origin = ?1 AND origin_number = ?2 ORDER BY number",
    )?;
    let rows =
        statement.query_map(params![origin.columns().0, origin.columns().1], |row| row.get::<_, u32>(0))?;
    rows.map(|row| FindingId::new(row?).ok_or_else(|| unreadable(TABLE, 0, "number", &"it is 0"))).collect()
}
