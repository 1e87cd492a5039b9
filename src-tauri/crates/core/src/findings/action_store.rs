//! Actions in their table.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, params};

use super::action::{Action, Done};
use super::id::{ActionId, FindingId};
use super::origin::ActionOrigin;
use super::store::{nth, nth_json, to_json, unreadable};
use crate::evidence::EvidenceId;
use crate::objectives::ObjectiveId;
use crate::record::{Record, RecordKind};
use crate::reviews::ReviewId;
use crate::workspace::StoreError;
use crate::{Day, Line};

const TABLE: &str = "action";

/// An action, and what a list says of what it comes from.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) action: Action,
    /// What it comes from is called.
    pub(super) of: Option<Line>,
    /// Whether that is over, so that nobody waits for the action.
    pub(super) over: bool,
}

/// The columns of an action, in the order of [`place`].
macro_rules! columns {
    () => {
        "action.number, action.origin, action.origin_number, action.round, action.text, action.owner, action.due,
         action.due_changes, action.done_on, action.proof, action.note"
    };
}

/// Where a column stands in what is read.
mod place {
    pub(super) const NUMBER: usize = 0;
    pub(super) const ORIGIN: usize = 1;
    pub(super) const ORIGIN_NUMBER: usize = 2;
    pub(super) const ROUND: usize = 3;
    pub(super) const TEXT: usize = 4;
    pub(super) const OWNER: usize = 5;
    pub(super) const DUE: usize = 6;
    pub(super) const DUE_CHANGES: usize = 7;
    pub(super) const DONE_ON: usize = 8;
    pub(super) const PROOF: usize = 9;
    pub(super) const NOTE: usize = 10;
    pub(super) const OF: usize = 11;
    pub(super) const OVER: usize = 12;
}

/// The statement that reads actions with what a list says of what they come from, with the rest of it.
macro_rules! listed {
    ($rest:literal) => {
        concat!(listed!(), $rest)
    };
    () => {
        concat!(
            "SELECT ",
            columns!(),
            ", coalesce(finding.title, objective.title, management_review.title) AS of,
                 finding.closing IS NOT NULL OR finding.refusal IS NOT NULL
                     OR objective.evaluation IS NOT NULL AS over
             FROM action
             LEFT JOIN finding ON action.origin = 'finding' AND finding.number = action.origin_number
             LEFT JOIN objective ON action.origin = 'objective' AND objective.number = action.origin_number
             LEFT JOIN management_review
                 ON action.origin = 'review' AND management_review.number = action.origin_number "
        )
    };
}

fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map(ActionId::number).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn action(row: &Row<'_>) -> Result<Action, StoreError> {
    let number: u32 = row.get(place::NUMBER)?;
    let at = (TABLE, number);
    let id = ActionId::new(number).ok_or_else(|| unreadable(TABLE, number, "number", &"it is 0"))?;
    let word = row.get_ref(place::ORIGIN)?.as_str().map_err(rusqlite::Error::from)?;
    let origin = ActionOrigin::of_columns(word, row.get(place::ORIGIN_NUMBER)?, row.get(place::ROUND)?)
        .ok_or_else(|| unreadable(TABLE, number, "origin", &format!("“{word}” is none that there is")))?;
    let done = match row.get_ref(place::DONE_ON)? {
        ValueRef::Null => None,
        _ => Some(Done {
            on: nth(at, row, place::DONE_ON)?,
            proof: nth_json(at, row, place::PROOF)?,
            note: nth(at, row, place::NOTE)?,
        }),
    };
    Ok(Action {
        id,
        origin,
        text: nth(at, row, place::TEXT)?,
        owner: nth(at, row, place::OWNER)?,
        due: nth(at, row, place::DUE)?,
        due_changes: nth_json(at, row, place::DUE_CHANGES)?,
        done,
    })
}

fn listed(row: &Row<'_>) -> Result<Listed, StoreError> {
    let action = action(row)?;
    let of = match row.get_ref(place::OF)? {
        ValueRef::Null => None,
        _ => Some(nth((TABLE, action.id.number()), row, place::OF)?),
    };
    Ok(Listed { of, over: row.get(place::OVER)?, action })
}

/// Returns the actions of a finding, in the order of their numbers.
pub(super) fn of_finding(conn: &Connection, finding: FindingId) -> Result<Vec<Action>, StoreError> {
    let mut statement = conn.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM action WHERE origin = 'finding' AND origin_number = ?1 ORDER BY number"
    ))?;
    let mut rows = statement.query([finding.number()])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(action(row)?);
    }
    Ok(actions)
}

/// Which actions to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    All,
    /// Those that are not done, also where nobody waits for them any more.
    NotDone,
    /// Those that are done, and those for which nobody waits.
    Over,
}

/// Returns actions, in no order.
pub(super) fn all(conn: &Connection, which: Which) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(match which {
        Which::All => listed!(""),
        Which::NotDone => listed!("WHERE action.done_on IS NULL"),
        Which::Over => listed!("WHERE action.done_on IS NOT NULL OR over"),
    })?;
    let mut rows = statement.query([])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(listed(row)?);
    }
    Ok(actions)
}

/// Returns how many actions there are.
pub(super) fn count(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.prepare_cached("SELECT count(*) FROM action")?.query_row([], |row| row.get(0))?)
}

/// What of the actions is overdue.
macro_rules! late {
    () => {
        "WHERE action.done_on IS NULL AND action.due < ?1 AND NOT over"
    };
}

/// Returns how many actions are overdue.
pub(super) fn count_late(conn: &Connection, today: Day) -> Result<usize, StoreError> {
    let mut statement = conn.prepare_cached(concat!("SELECT count(*) FROM (", listed!(), late!(), ")"))?;
    let count: u32 = statement.query_row([today], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Returns the actions that are the longest overdue, and no more than is asked for.
pub(super) fn first_late(conn: &Connection, today: Day, most: usize) -> Result<Vec<Action>, StoreError> {
    let mut statement =
        conn.prepare_cached(concat!(listed!(), late!(), " ORDER BY action.due, action.number LIMIT ?2"))?;
    let mut rows = statement.query(params![today, i64::try_from(most).unwrap_or(i64::MAX)])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(action(row)?);
    }
    Ok(actions)
}

/// Returns the actions in the plan of an objective, those that are due first.
pub(super) fn of_objective(conn: &Connection, objective: ObjectiveId) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(listed!(
        "WHERE action.origin = 'objective' AND action.origin_number = ?1
         ORDER BY action.done_on IS NOT NULL, action.due, action.number"
    ))?;
    let mut rows = statement.query([objective])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(listed(row)?);
    }
    Ok(actions)
}

/// Returns the actions that the decisions of management reviews became, those that are due first and those that are
/// done last.
pub(super) fn of_reviews(conn: &Connection) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(listed!(
        "WHERE action.origin = 'review' ORDER BY action.done_on IS NOT NULL, action.due, action.number"
    ))?;
    let mut rows = statement.query([])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(listed(row)?);
    }
    Ok(actions)
}

/// Returns the actions that the decisions of a management review became, in the order of the decisions.
pub(super) fn of_review(conn: &Connection, review: ReviewId) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(listed!(
        "WHERE action.origin = 'review' AND action.origin_number = ?1 ORDER BY action.round, action.number"
    ))?;
    let mut rows = statement.query([review])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(listed(row)?);
    }
    Ok(actions)
}

impl Record for Action {
    const KIND: RecordKind = RecordKind::Action;

    fn key(&self) -> String {
        self.id.to_string()
    }

    fn load(conn: &Connection, key: &str) -> Result<Option<Self>, StoreError> {
        let mut statement =
            conn.prepare_cached(concat!("SELECT ", columns!(), " FROM action WHERE number = ?1"))?;
        let mut rows = statement.query([number(key)?])?;
        rows.next()?.map(action).transpose()
    }

    fn save(&self, conn: &Connection) -> Result<(), StoreError> {
        let done = self.done.as_ref();
        let none: &[EvidenceId] = &[];
        let (origin, of, round) = self.origin.columns();
        conn.prepare_cached(
            "INSERT INTO action (number, origin, origin_number, round, text, owner, due, due_changes, done_on,
                 proof, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (number) DO UPDATE SET origin = ?2, origin_number = ?3, round = ?4, text = ?5,
                 owner = ?6, due = ?7, due_changes = ?8, done_on = ?9, proof = ?10, note = ?11",
        )?
        .execute(params![
            self.id.number(),
            origin,
            of,
            round,
            self.text,
            self.owner,
            self.due.to_string(),
            to_json(&self.due_changes)?,
            done.map(|done| done.on.to_string()),
            to_json(&done.map_or(none, |done| &done.proof))?,
            done.map_or("", |done| done.note.as_str()),
        ])?;
        Ok(())
    }

    fn delete(conn: &Connection, key: &str) -> Result<(), StoreError> {
        conn.prepare_cached("DELETE FROM action WHERE number = ?1")?.execute([number(key)?])?;
        Ok(())
    }
}
