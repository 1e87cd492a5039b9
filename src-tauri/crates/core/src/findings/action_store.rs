//! Actions in their table.

use rusqlite::{Connection, Row, params};

use super::action::{Action, Done};
use super::id::{ActionId, FindingId};
use super::store::{column, json, to_json, unreadable};
use crate::Day;
use crate::record::{Record, RecordKind};
use crate::workspace::StoreError;

const TABLE: &str = "action";

fn number(key: &str) -> Result<u32, StoreError> {
    key.parse().map(ActionId::number).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn action(row: &Row<'_>) -> Result<Action, StoreError> {
    let number: u32 = row.get("number")?;
    let at = (TABLE, number);
    let id = ActionId::new(number).ok_or_else(|| unreadable(TABLE, number, "number", &"it is 0"))?;
    let finding: Option<u32> = row.get("finding")?;
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
        finding: finding.and_then(FindingId::new),
        round: row.get("round")?,
        text: column(at, row, "text")?,
        owner: column(at, row, "owner")?,
        due: column(at, row, "due")?,
        due_changes: json(at, row, "due_changes")?,
        done,
    })
}

/// Returns the actions of a finding, in the order of their numbers.
pub(super) fn of_finding(conn: &Connection, finding: FindingId) -> Result<Vec<Action>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM action WHERE finding = ?1 ORDER BY number")?;
    let mut rows = statement.query([finding.number()])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(action(row)?);
    }
    Ok(actions)
}

/// Returns every action, in the order of their numbers.
pub(super) fn all(conn: &Connection) -> Result<Vec<Action>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT * FROM action ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(action(row)?);
    }
    Ok(actions)
}

/// Returns the actions whose day has passed and that are not done, the longest overdue first. Those of a finding
/// that is closed or refused are left out: nobody waits for them.
pub(super) fn late(conn: &Connection, today: Day) -> Result<Vec<Action>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT action.* FROM action LEFT JOIN finding ON finding.number = action.finding
         WHERE action.done_on IS NULL AND action.due < ?1
             AND finding.closing IS NULL AND finding.refusal IS NULL
         ORDER BY action.due, action.number",
    )?;
    let mut rows = statement.query([today.to_string()])?;
    let mut actions = Vec::new();
    while let Some(row) = rows.next()? {
        actions.push(action(row)?);
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
        let none: &[crate::evidence::EvidenceId] = &[];
        conn.prepare_cached(
            "INSERT INTO action (number, finding, round, text, owner, due, due_changes, done_on, proof, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (number) DO UPDATE SET finding = ?2, round = ?3, text = ?4, owner = ?5, due = ?6,
                 due_changes = ?7, done_on = ?8, proof = ?9, note = ?10",
        )?
        .execute(params![
            self.id.number(),
            self.finding.map(FindingId::number),
            self.round,
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
