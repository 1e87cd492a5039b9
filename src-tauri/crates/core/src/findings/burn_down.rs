//! How many actions were open, week by week.
//!
//! Nothing is kept for it. When an action was planned is what the ledger says, when it was done what the action says;
//! an action that was removed is left out, as if it had never been.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::store::unreadable;
use crate::Day;
use crate::workspace::{StoreError, Workspace};

/// The most weeks that are told of: half a year.
const MOST: i32 = 26;

/// How it stood at the end of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ActionWeek")]
pub struct Week {
    /// Its last day, a Sunday; today where the week is not over.
    pub day: Day,
    /// How many actions were to be done then.
    pub open: u32,
    /// How many had been planned in the week.
    pub planned: u32,
    /// How many had been done in it, or were needed no longer.
    pub done: u32,
}

/// From when to when an action was to be done.
pub(super) struct Span {
    pub(super) planned: Day,
    /// When it was done, or needed no longer.
    pub(super) ended: Option<Day>,
}

/// Returns the weeks since the first action was planned, the earliest first; half a year at most.
///
/// The days begin and end in a zone.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn burn_down(workspace: &Workspace, zone: &TimeZone, today: Day) -> Result<Vec<Week>, StoreError> {
    Ok(weeks(&workspace.read(|conn| spans(conn, zone, today))?, today))
}

pub(super) fn spans(conn: &Connection, zone: &TimeZone, today: Day) -> Result<Vec<Span>, StoreError> {
    let planned = planned(conn, zone)?;
    let mut statement = conn.prepare_cached(
        "SELECT action.number, action.done_on,
             coalesce(json_extract(finding.refusal, '$.on'), json_extract(finding.closing, '$.on'),
                 json_extract(objective.evaluation, '$.on'))
         FROM action
         LEFT JOIN finding ON action.origin = 'finding' AND finding.number = action.origin_number
         LEFT JOIN objective ON action.origin = 'objective' AND objective.number = action.origin_number",
    )?;
    let mut rows = statement.query([])?;
    let mut spans = Vec::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        let day = |at: usize| -> Result<Option<Day>, StoreError> {
            let text: Option<String> = row.get(at)?;
            let read =
                |text: String| text.parse().map_err(|error| unreadable("action", number, "done_on", &error));
            text.map(read).transpose()
        };
        let ended = match day(1)? {
            Some(done) => Some(done),
            None => day(2)?,
        };
        // What is being planned just now stands in no entry yet.
        let at = planned.get(&number).copied().unwrap_or(today);
        // Something may be told after it was done.
        spans.push(Span { planned: at.min(ended.unwrap_or(at)), ended });
    }
    Ok(spans)
}

/// Returns when each action was planned, by its number: the moment of the first entry that speaks of it.
fn planned(conn: &Connection, zone: &TimeZone) -> Result<BTreeMap<u32, Day>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT first.number, json_extract(ledger.event, '$.at')
         FROM (SELECT CAST(substr(id, instr(id, '-') + 1) AS INTEGER) AS number, min(seq) AS seq
               FROM ledger_subject WHERE record = 'action' GROUP BY id) AS first
         JOIN ledger INDEXED BY ledger_by_moment ON ledger.seq = first.seq",
    )?;
    let mut rows = statement.query([])?;
    let mut planned = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        let at: Timestamp =
            row.get::<_, String>(1)?.parse().map_err(|error| unreadable("ledger", number, "at", &error))?;
        planned.insert(number, Day::at(at, zone));
    }
    Ok(planned)
}

fn weeks(spans: &[Span], today: Day) -> Vec<Week> {
    let Some(first) = spans.iter().map(|span| span.planned).min() else { return Vec::new() };
    let sunday = sunday_of(today);
    let mut weeks: Vec<Week> = (0..MOST)
        .map(|back| sunday.weeks_later(-back))
        .take_while(|last| *last >= first)
        .map(|last| week(spans, last, today))
        .collect();
    weeks.reverse();
    weeks
}

fn week(spans: &[Span], last: Day, today: Day) -> Week {
    let monday = last.days_later(-6);
    let within = |day: Day| monday <= day && day <= last;
    let count =
        |of: &dyn Fn(&&Span) -> bool| u32::try_from(spans.iter().filter(of).count()).unwrap_or(u32::MAX);
    Week {
        day: last.min(today),
        open: count(&|span| span.planned <= last && span.ended.is_none_or(|ended| ended > last)),
        planned: count(&|span| within(span.planned)),
        done: count(&|span| span.ended.is_some_and(within)),
    }
}

/// Returns the last day of the week of a day.
fn sunday_of(day: Day) -> Day {
    let after_monday = i32::from(day.date().weekday().to_monday_zero_offset());
    day.days_later(6 - after_monday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn span(planned: &str, ended: Option<&str>) -> Span {
        Span { planned: day(planned), ended: ended.map(day) }
    }

    #[test]
    fn each_week_says_what_was_open_at_its_end_and_what_came_and_went_in_it() {
        // 2026-10-12 is a Monday.
        let spans = [
            span("2026-09-28", None),
            span("2026-09-30", Some("2026-10-04")),
            span("2026-10-05", Some("2026-10-12")),
            span("2026-10-12", None),
        ];
        let said: Vec<String> = weeks(&spans, day("2026-10-14"))
            .iter()
            .map(|week| format!("{}: {} open, +{} -{}", week.day, week.open, week.planned, week.done))
            .collect();
        assert_eq!(
            said,
            ["2026-10-04: 1 open, +2 -1", "2026-10-11: 2 open, +1 -0", "2026-10-14: 2 open, +1 -1"]
        );
    }

    #[test]
    fn without_actions_there_is_no_week_and_with_old_ones_half_a_year() {
        assert_eq!(weeks(&[], day("2026-10-14")), []);
        assert_eq!(weeks(&[span("2020-01-01", None)], day("2026-10-14")).len(), 26);
    }

    #[test]
    fn whatever_day_it_is_the_week_ends_on_a_sunday() {
        for (of, sunday) in
            [("2026-10-12", "2026-10-18"), ("2026-10-18", "2026-10-18"), ("2026-12-31", "2027-01-03")]
        {
            assert_eq!(sunday_of(day(of)), day(sunday), "{of}");
        }
    }
}
