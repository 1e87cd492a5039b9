//! Where the dates come from: each area's, put into one order.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use super::{CalendarDate, CalendarPage, DateState, DateSubject};
use crate::assessment::{self, Decision, Status};
use crate::audits;
use crate::cases;
use crate::clauses;
use crate::documents;
use crate::evidence::{self, EvidenceId};
use crate::findings::{self, Action, FindingDue};
use crate::guide;
use crate::objectives;
use crate::organisation::{self, context};
use crate::reviews::{self, ReviewStage};
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// The most dates of one list.
const MOST: u32 = 1_000;

/// How many months after somebody looked at the issues outside and inside they are to be looked at again.
const CONTEXT_MONTHS: i32 = 12;

/// How many weeks back evidence that holds no more is listed, where nothing is said.
const BACK: i32 = 4;

/// Which dates to list; what is left out does not matter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListDates {
    /// The first day; where nothing is said, every date that was missed counts, and evidence that ended within the
    /// last four weeks.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// Only what this person answers for.
    pub owner: Option<Line>,
    /// How many at most, up to 1,000; 200 where nothing is said.
    pub limit: Option<u32>,
}

/// Returns the dates of a workspace, the earliest first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, list: &ListDates, today: Day) -> Result<CalendarPage, StoreError> {
    let limit = usize::try_from(list.limit.unwrap_or(200).min(MOST)).unwrap_or(usize::MAX);
    let mut dates = workspace.read(|conn| dates(conn, list, today, limit))?;
    let more = dates.len() > limit;
    dates.truncate(limit);
    Ok(CalendarPage { dates, more })
}

/// Returns the dates that are asked for in their order; where there are more than `limit`, more than that.
pub(super) fn dates(
    conn: &Connection,
    list: &ListDates,
    today: Day,
    limit: usize,
) -> Result<Vec<CalendarDate>, StoreError> {
    let documents = documents::reviews(conn)?;
    let mut dates = of_organisation(conn, today)?;
    dates.extend(targets(conn, today)?);
    dates.extend(of_cases(conn, today)?);
    dates.extend(of_audits(conn, today)?);
    dates.extend(of_reviews(conn, today)?);
    dates.extend(of_objectives(conn, today)?);
    dates.extend(of_findings(conn, today)?);
    dates.extend(documents.iter().map(|(document, day)| CalendarDate {
        day: *day,
        subject: DateSubject::Document { id: document.id },
        title: document.title.to_string(),
        owner: document.owner.clone(),
        state: state(*day, today, false),
    }));
    dates.retain(|date| list.from.is_none_or(|from| date.day >= from));
    dates.retain(|date| list.to.is_none_or(|to| date.day <= to));
    // Only here may there be very many: the database counts them out.
    let from = list.from.unwrap_or(today.weeks_later(-BACK));
    let mut pieces = evidence::ending(conn, from, list.to, limit.saturating_add(1))?;
    // What was approved holds until its document is looked at again: that is one date, and not two.
    let approved: BTreeSet<EvidenceId> =
        documents.iter().filter_map(|(document, _)| document.evidence).collect();
    pieces.retain(|piece| !approved.contains(&piece.id));
    dates.extend(pieces.into_iter().map(|piece| CalendarDate {
        day: piece.expires,
        subject: DateSubject::Evidence { id: piece.id },
        title: piece.title,
        owner: Line::default(),
        state: state(piece.expires, today, false),
    }));
    if let Some(owner) = &list.owner {
        let owner = owner.as_str().trim().to_lowercase();
        dates.retain(|date| date.owner.as_str().trim().to_lowercase() == owner);
    }
    dates.sort_by_key(|date| date.day);
    Ok(dates)
}

/// Returns the target date of the organisation, and the day on which its issues are looked at again: a year after
/// somebody looked at the one that was longest left alone.
fn of_organisation(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let organisation = organisation::load(conn)?;
    let looked_at = context::all(conn)?.into_iter().filter_map(|issue| issue.reviewed).min();
    let again = looked_at.map(|day| (DateSubject::Context, day.months_later(CONTEXT_MONTHS)));
    let target = organisation.target.map(|day| (DateSubject::Target, day));
    let date = |(subject, day)| CalendarDate {
        day,
        subject,
        title: String::new(),
        owner: organisation.in_charge.clone(),
        state: state(day, today, false),
    };
    Ok(target.into_iter().chain(again).map(date).collect())
}

/// Returns the days by which the organisation wants to have done something.
fn targets(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let clauses = clauses::clauses(conn)?.into_iter().filter_map(|clause| {
        let day = clause.target?;
        Some(CalendarDate {
            day,
            title: clause.title,
            owner: clause.owner,
            state: state(day, today, clause.status == Status::Implemented),
            subject: DateSubject::Clause { id: clause.id },
        })
    });
    let controls = assessment::controls(conn)?.into_iter().filter_map(|control| {
        let day = control.target.filter(|_| !matches!(control.decision, Decision::Excluded { .. }))?;
        Some(CalendarDate {
            day,
            title: control.title,
            owner: control.owner,
            state: state(day, today, control.status == Status::Implemented),
            subject: DateSubject::Control { id: control.id },
        })
    });
    let steps = guide::days(conn, today)?.into_iter().map(|step| CalendarDate {
        day: step.due,
        subject: DateSubject::Step { id: step.id },
        title: step.title,
        owner: step.owner,
        state: state(step.due, today, step.done),
    });
    Ok(clauses.chain(controls).chain(steps).collect())
}

/// Returns the days by which somebody is to be told of cases; what a confidential one is about stays out of calendars.
fn of_cases(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let dates = cases::rows(conn, today)?.into_iter().filter_map(|row| {
        let day = row.next_due?;
        Some(CalendarDate {
            day,
            subject: DateSubject::Case { id: row.id },
            title: if row.confidential { row.kind.name().into() } else { row.title.to_string() },
            owner: row.owner,
            state: state(day, today, false),
        })
    });
    Ok(dates.collect())
}

/// Returns the days on which audits are to begin, and those by which they are to end. What is over has no date any
/// more.
fn of_audits(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let dates = audits::rows(conn, today)?.into_iter().filter_map(|row| {
        let day = row.due()?;
        Some(CalendarDate {
            day,
            subject: DateSubject::Audit { id: row.id },
            title: row.title.to_string(),
            owner: row.auditor,
            state: state(day, today, false),
        })
    });
    Ok(dates.collect())
}

/// Returns the days on which management reviews are to be held; what was cancelled has none.
fn of_reviews(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let dates = reviews::rows(conn, today)?.into_iter().filter(|row| row.stage != ReviewStage::Cancelled);
    let date = |row: reviews::ReviewRow| CalendarDate {
        day: row.planned_on,
        subject: DateSubject::Review { id: row.id },
        title: row.title.to_string(),
        owner: row.chair,
        state: state(row.planned_on, today, row.held_on.is_some()),
    };
    Ok(dates.map(date).collect())
}

/// Returns the days by which objectives are to be reached, and those by which measures are to be read.
fn of_objectives(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let objectives = objectives::objective_rows(conn, today)?.into_iter().filter_map(|row| {
        let day = row.objective.target?;
        Some(CalendarDate {
            day,
            subject: DateSubject::Objective { id: row.objective.id },
            title: row.objective.title.to_string(),
            owner: row.objective.owner,
            state: state(day, today, row.state.is_over()),
        })
    });
    let measures = objectives::measure_rows(conn, today)?.into_iter().filter_map(|row| {
        let day = row.due?;
        Some(CalendarDate {
            day,
            subject: DateSubject::Measure { id: row.measure.id },
            title: row.measure.what.to_string(),
            owner: row.measure.by,
            state: state(day, today, false),
        })
    });
    Ok(objectives.chain(measures).collect())
}

/// Returns by when findings are to be closed and checked, and actions done. What is over has no date any more.
fn of_findings(conn: &Connection, today: Day) -> Result<Vec<CalendarDate>, StoreError> {
    let date = |day: Day, subject: DateSubject, title: String, owner: Line| CalendarDate {
        day,
        subject,
        title,
        owner,
        state: state(day, today, false),
    };
    let mut dates = Vec::new();
    for finding in findings::due(conn)? {
        let FindingDue { id, title, owner, due, check_on } = finding;
        let (title, check) = (title.to_string(), DateSubject::EffectCheck { id });
        dates.extend(check_on.map(|day| date(day, check, title.clone(), owner.clone())));
        dates.push(date(due, DateSubject::Finding { id }, title, owner));
    }
    dates.extend(findings::open_actions(conn, today)?.into_iter().map(|row| {
        let Action { id, text, owner, due, .. } = row.action;
        date(
            due,
            DateSubject::Action { id },
            text.as_str().lines().next().unwrap_or_default().to_owned(),
            owner,
        )
    }));
    Ok(dates)
}

fn state(day: Day, today: Day, done: bool) -> DateState {
    if done {
        DateState::Done
    } else if day < today {
        DateState::Overdue
    } else {
        DateState::Due
    }
}
