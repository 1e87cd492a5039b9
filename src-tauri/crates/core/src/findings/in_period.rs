//! How findings and actions went over a period, in figures: what a management review looks at (clause 9.3.2).

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::grade::Grade;
use super::id::FindingId;
use super::store::{column, unreadable};
use super::{action_store, burn_down};
use crate::workspace::StoreError;
use crate::{Day, Line};

/// How many findings of a grade there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewGradeFigures")]
pub struct GradeFigures {
    /// The grade.
    pub grade: Grade,
    /// How many were found in the period.
    pub found: u32,
    /// How many were closed in it.
    pub closed: u32,
    /// How many were refused in it.
    pub refused: u32,
    /// How many are open.
    pub open: u32,
    /// How many of those should have been closed by now.
    pub overdue: u32,
}

/// A finding that is open, by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewFinding")]
pub struct NamedFinding {
    /// Its number.
    pub id: FindingId,
    /// What it is.
    pub title: Line,
    /// How grave it is.
    pub grade: Grade,
    /// By when it is to be closed.
    pub due: Day,
    /// Whether that day has passed.
    pub overdue: bool,
}

impl NamedFinding {
    /// Reads one that is open, of its number, title, grade and day.
    pub(super) fn read(row: &Row<'_>, today: Day) -> Result<Self, StoreError> {
        let number: u32 = row.get("number")?;
        let at = ("finding", number);
        let id = FindingId::new(number).ok_or_else(|| unreadable("finding", number, "number", &"it is 0"))?;
        let due: Day = column(at, row, "due")?;
        let (title, grade) = (column(at, row, "title")?, column(at, row, "grade")?);
        Ok(Self { id, title, grade, due, overdue: due < today })
    }
}

/// How actions went over the period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewActionTrend")]
pub struct ActionTrend {
    /// How many were open when it began.
    pub before: u32,
    /// How many were planned in it.
    pub planned: u32,
    /// How many were done in it, or were needed no longer.
    pub done: u32,
    /// How many are open.
    pub open: u32,
    /// How many of those should have been done by now.
    pub overdue: u32,
}

/// A period that ends today.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InPeriod {
    /// Its first day; nothing where that is the beginning.
    pub(crate) since: Option<Day>,
    pub(crate) today: Day,
}

impl InPeriod {
    /// Returns the first day as the tables write days; what is no day comes before each.
    fn from(self) -> String {
        self.since.map(|day| day.to_string()).unwrap_or_default()
    }
}

/// Returns how many findings of each grade there are, the gravest first.
pub(crate) fn figures(conn: &Connection, period: InPeriod) -> Result<Vec<GradeFigures>, StoreError> {
    Grade::ALL.iter().map(|grade| figures_of(conn, *grade, period)).collect()
}

/// Returns how many findings of a grade there are.
pub(crate) fn figures_of(
    conn: &Connection,
    grade: Grade,
    period: InPeriod,
) -> Result<GradeFigures, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FILTER (WHERE found_on >= ?2),
             count(*) FILTER (WHERE json_extract(closing, '$.on') >= ?2),
             count(*) FILTER (WHERE json_extract(refusal, '$.on') >= ?2),
             count(*) FILTER (WHERE closing IS NULL AND refusal IS NULL),
             count(*) FILTER (WHERE closing IS NULL AND refusal IS NULL AND due < ?3)
         FROM finding WHERE grade = ?1",
    )?;
    let read = |row: &Row<'_>| {
        let (found, closed, refused) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(GradeFigures { grade, found, closed, refused, open: row.get(3)?, overdue: row.get(4)? })
    };
    Ok(statement.query_row(params![grade.name(), period.from(), period.today], read)?)
}

/// Returns the first of the findings that are open, the gravest and those that are due first; nonconformities, or
/// opportunities for improvement.
pub(crate) fn first_open(
    conn: &Connection,
    nonconformities: bool,
    today: Day,
    most: usize,
) -> Result<Vec<NamedFinding>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT number, title, grade, due FROM finding
         WHERE closing IS NULL AND refusal IS NULL AND (grade <> 'ofi') = ?1
         ORDER BY grade <> 'major', due, number LIMIT ?2",
    )?;
    let mut rows = statement.query(params![nonconformities, i64::try_from(most).unwrap_or(i64::MAX)])?;
    let mut named = Vec::new();
    while let Some(row) = rows.next()? {
        named.push(NamedFinding::read(row, today)?);
    }
    Ok(named)
}

/// Returns how many nonconformities found in a period repeat one against the same requirement, found up to a year
/// before.
pub(crate) fn repeats(conn: &Connection, period: InPeriod) -> Result<u32, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT finding.number, finding.found_on, finding.refusal IS NOT NULL AS refused,
             finding_requirement.kind || ' ' || finding_requirement.id AS about
         FROM finding JOIN finding_requirement ON finding_requirement.finding = finding.number
         WHERE finding.grade <> 'ofi' ORDER BY finding.number",
    )?;
    let mut rows = statement.query([])?;
    let mut earlier: BTreeMap<String, BTreeSet<Day>> = BTreeMap::new();
    let mut repeating = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get("number")?;
        let found_on: Day = column(("finding", number), row, "found_on")?;
        let before = earlier.entry(row.get("about")?).or_default();
        let within = period.since.is_none_or(|since| found_on >= since);
        if within && before.range(found_on.months_later(-12)..=found_on).next().is_some() {
            repeating.insert(number);
        }
        if !row.get::<_, bool>("refused")? {
            before.insert(found_on);
        }
    }
    Ok(u32::try_from(repeating.len()).unwrap_or(u32::MAX))
}

/// Returns how the actions of every origin went. Days of planning are those in UTC, in which the ledger counts.
pub(crate) fn trend(conn: &Connection, period: InPeriod) -> Result<ActionTrend, StoreError> {
    let spans = burn_down::spans(conn, &TimeZone::UTC, period.today)?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let within = |day: Day| period.since.is_none_or(|since| day >= since);
    let still = |ended: Option<Day>| ended.is_none_or(within);
    Ok(ActionTrend {
        before: number(spans.iter().filter(|span| !within(span.planned) && still(span.ended)).count()),
        planned: number(spans.iter().filter(|span| within(span.planned)).count()),
        done: number(spans.iter().filter(|span| span.ended.is_some_and(within)).count()),
        open: number(spans.iter().filter(|span| span.ended.is_none()).count()),
        overdue: number(action_store::count_late(conn, period.today)?),
    })
}
