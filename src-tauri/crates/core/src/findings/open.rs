//! What other areas ask about findings: which nonconformities are open, what is due, what was closed.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::finding::{Check, Criterion};
use super::grade::Grade;
use super::id::FindingId;
use super::in_period::NamedFinding;
use super::store::{column, json, unreadable};
use crate::evidence::Link;
use crate::workspace::StoreError;
use crate::{Day, Line};

/// A nonconformity that is neither closed nor refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenNonconformity {
    /// Its number.
    pub id: FindingId,
    /// What it is.
    pub title: Line,
    /// How grave it is.
    pub grade: Grade,
}

/// The nonconformities that are open.
#[derive(Debug, Default)]
pub(crate) struct OpenNonconformities {
    all: BTreeMap<FindingId, OpenNonconformity>,
    about: BTreeMap<Link, Vec<FindingId>>,
}

impl OpenNonconformities {
    pub(crate) fn load(conn: &Connection) -> Result<Self, StoreError> {
        let mut open = Self::default();
        let mut statement = conn.prepare_cached(
            "SELECT finding.number, finding.title, finding.grade, finding_requirement.kind, finding_requirement.id
             FROM finding JOIN finding_requirement ON finding_requirement.finding = finding.number
             WHERE finding.closing IS NULL AND finding.refusal IS NULL AND finding.grade <> 'ofi'
             ORDER BY finding.number",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let number: u32 = row.get(0)?;
            let at = ("finding", number);
            let id =
                FindingId::new(number).ok_or_else(|| unreadable("finding", number, "number", &"it is 0"))?;
            let link = Link::of_parts(&row.get::<_, String>(3)?, row.get(4)?)
                .map_err(|why| unreadable("finding_requirement", number, "id", &why))?;
            open.about.entry(link).or_default().push(id);
            if let std::collections::btree_map::Entry::Vacant(place) = open.all.entry(id) {
                let (title, grade) = (column(at, row, "title")?, column(at, row, "grade")?);
                place.insert(OpenNonconformity { id, title, grade });
            }
        }
        Ok(open)
    }

    /// Returns those about something, the oldest first.
    pub(crate) fn about(&self, link: &Link) -> &[FindingId] {
        self.about.get(link).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a major one is about something: that can't be said to be met.
    pub(crate) fn unmakes(&self, link: &Link) -> bool {
        self.about(link).iter().any(|id| self.all.get(id).is_some_and(|one| one.grade == Grade::Major))
    }

    /// Returns the major ones, the oldest first.
    pub(crate) fn major(&self) -> Vec<OpenNonconformity> {
        self.all.values().filter(|one| one.grade == Grade::Major).cloned().collect()
    }
}

/// Returns the first finding that is closed: of the improvements, or of the nonconformities.
pub(crate) fn first_closed(
    conn: &Connection,
    improvement: bool,
) -> Result<Option<(FindingId, Line)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, title FROM finding WHERE closing IS NOT NULL AND (grade = 'ofi') = ?1
         ORDER BY number LIMIT 1",
    )?;
    let mut rows = statement.query([improvement])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let number: u32 = row.get("number")?;
    let title = column(("finding", number), row, "title")?;
    Ok(FindingId::new(number).map(|id| (id, title)))
}

/// Returns how many findings should have been closed by now, and the first of them, the longest overdue first.
pub(crate) fn overdue(
    conn: &Connection,
    today: Day,
    most: usize,
) -> Result<(usize, Vec<NamedFinding>), StoreError> {
    let count: u32 = conn
        .prepare_cached(
            "SELECT count(*) FROM finding WHERE closing IS NULL AND refusal IS NULL AND due < ?1",
        )?
        .query_row([today], |row| row.get(0))?;
    let mut statement = conn.prepare_cached(
        "SELECT number, title, grade, due FROM finding WHERE closing IS NULL AND refusal IS NULL AND due < ?1
         ORDER BY due, number LIMIT ?2",
    )?;
    let mut rows = statement.query(params![today, i64::try_from(most).unwrap_or(i64::MAX)])?;
    let mut first = Vec::new();
    while let Some(row) = rows.next()? {
        first.push(NamedFinding::read(row, today)?);
    }
    Ok((usize::try_from(count).unwrap_or(usize::MAX), first))
}

/// The days of a finding that is neither closed nor refused.
pub(crate) struct FindingDue {
    pub(crate) id: FindingId,
    pub(crate) title: Line,
    pub(crate) owner: Line,
    /// By when it is to be closed.
    pub(crate) due: Day,
    /// When somebody is to look whether what was done works; nothing once that was seen.
    pub(crate) check_on: Option<Day>,
}

/// Returns the days of the findings that are neither closed nor refused, in the order of their numbers.
pub(crate) fn due(conn: &Connection) -> Result<Vec<FindingDue>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, title, owner, due, round, criterion, checks FROM finding
         WHERE closing IS NULL AND refusal IS NULL ORDER BY number",
    )?;
    let mut rows = statement.query([])?;
    let mut due = Vec::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get("number")?;
        let at = ("finding", number);
        let Some(id) = FindingId::new(number) else { continue };
        let round: u32 = row.get("round")?;
        let criterion: Option<Criterion> = json(at, row, "criterion")?;
        let checks: Vec<Check> = json(at, row, "checks")?;
        let looked = checks.iter().any(|check| check.round == round);
        due.push(FindingDue {
            id,
            title: column(at, row, "title")?,
            owner: column(at, row, "owner")?,
            due: column(at, row, "due")?,
            check_on: criterion.filter(|_| !looked).map(|criterion| criterion.check_on),
        });
    }
    Ok(due)
}
