//! Actions in their table.

use rusqlite::{Connection, Row, params};

use super::action::{Action, Done};
use super::id::{ActionId, FindingId};
use super::origin::ActionOrigin;
use super::store::{column, json, to_json, unreadable};
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

/// The statement that reads actions with what a list says of what they come from, with the rest of it.
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT action.*, coalesce(finding.title, objective.title, management_review.title) AS of,
                 finding.closing IS NOT NULL OR finding.refusal IS NOT NULL
                     OR objective.evaluation IS NOT NULL AS over
             FROM action
             LEFT JOIN finding ON action.origin = 'finding' AND finding.number = action.origin_number
             LEFT JOIN objective ON action.origin = 'objective' AND objective.number = action.origin_number
             LEFT JOIN management_review
                 ON action.origin = 'review' AND management_review.number = action.origin_number ",
            $rest
        )
    };
}

fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map(ActionId::number).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn action(row: &Row<'_>) -> Result<Action, StoreError> {
    let number: u32 = row.get("number")?;
    let at = (TABLE, number);
    let id = ActionId::new(number).ok_or_else(|| unreadable(TABLE, number, "number", &"it is 0"))?;
    let word: String = row.get("origin")?;
    let origin = ActionOrigin::of_columns(&word, row.get("origin_number")?, row.get("round")?)
        .ok_or_else(|| unreadable(TABLE, number, "origin", &format!("“{word}” is none that there is")))?;
    let done = match row.get::<_, Option<String>>("done_on")? {
        None => None,
        Some(_) => Some(Done {
            on: column(at, row, "done_on")?,
            proof: json(at, row, "proof")?,
            note: column(at, row, "note")?,
        }),
    };
    Ok(Action {
        id,
        origin,
        text: column(at, row, "text")?,
        owner: column(at, row, "owner")?,
        due: column(at, row, "due")?,
        due_changes: json(at, row, "due_changes")?,
        done,
    })
}

fn listed(row: &Row<'_>) -> Result<Listed, StoreError> {
    let action = action(row)?;
    let of = match row.get::<_, Option<String>>("of")? {
        None => None,
        Some(_) => Some(column((TABLE, action.id.number()), row, "of")?),
    };
    Ok(Listed { of, over: row.get("over")?, action })
}

/// Returns the actions of a finding, in the order of their numbers.
pub(super) fn of_finding(conn: &Connection, finding: FindingId) -> Result<Vec<Action>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT * FROM action WHERE origin = 'finding' AND origin_number = ?1 ORDER BY number",
    )?;
    let mut rows = statement.query([finding.number()])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(action(row)?);
    }
    Ok(actions)
}

/// Returns the actions that are not done, or all of them, those that are due first.
pub(super) fn all(conn: &Connection, open: bool) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(if open {
        listed!("WHERE action.done_on IS NULL ORDER BY action.due, action.number")
    } else {
        listed!("ORDER BY action.done_on IS NOT NULL, action.due, action.number")
    })?;
    let mut rows = statement.query([])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(listed(row)?);
    }
    Ok(actions)
}

/// Returns the actions that are not done and whose day has passed, the longest overdue first.
pub(super) fn late(conn: &Connection, today: Day) -> Result<Vec<Listed>, StoreError> {
    let mut statement = conn.prepare_cached(listed!(
        "WHERE action.done_on IS NULL AND action.due < ?1 ORDER BY action.due, action.number"
    ))?;
    let mut rows = statement.query([today.to_string()])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(listed(row)?);
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
        let mut statement = conn.prepare_cached("SELECT * FROM action WHERE number = ?1")?;
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
