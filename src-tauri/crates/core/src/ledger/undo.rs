//! Undo and redo out of the ledger: nothing is ever taken out of it; taking back is an entry of its own.
//!
//! The ledger alone says what can be taken back, so that undo works after a restart and in every window. An
//! entry that undoes entry `s` leaves the state as it was before `s`; what could be undone then can be undone
//! now. An entry that only notes something is passed over; one that is final ends the road.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::event::{Event, Lasting};
use super::store;
use crate::workspace::StoreError;

/// An entry that can be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Step {
    /// Its place in the ledger.
    #[ts(type = "number")]
    pub seq: i64,
    /// The operation by its name.
    pub operation: String,
    /// The records it changed.
    pub ids: Vec<String>,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoState {
    /// What undo would take back.
    pub undo: Option<Step>,
    /// What redo would do again.
    pub redo: Option<Step>,
}

/// Returns what undo and redo would do now.
pub(crate) fn state(conn: &Connection) -> Result<UndoState, StoreError> {
    let step = |event: Event| Step {
        seq: event.seq,
        ids: event.changes.into_iter().map(|change| change.id).collect(),
        operation: event.operation,
    };
    Ok(UndoState { undo: next_undo(conn)?.map(step), redo: next_redo(conn)?.map(step) })
}

/// Returns the entry that undo would take back. The first entry founds the workspace and stays.
pub(crate) fn next_undo(conn: &Connection) -> Result<Option<Event>, StoreError> {
    let mut at = last(conn)?;
    while at > 1 {
        let Some(course) = store::course(conn, at)? else { return Ok(None) };
        // Every arm goes back in the ledger, so the walk ends whatever stands in it.
        match (course.lasting, course.undoes, course.redoes) {
            (Some(Lasting::Final), ..) => return Ok(None),
            (Some(Lasting::Noted), ..) => at -= 1,
            (None, Some(undone), _) if undone < at => at = undone - 1,
            (None, None, Some(redone)) if redone < at => return store::event(conn, redone),
            (None, ..) => return store::event(conn, at),
        }
    }
    Ok(None)
}

/// Returns the entry that redo would do again.
pub(crate) fn next_redo(conn: &Connection) -> Result<Option<Event>, StoreError> {
    let mut at = last(conn)?;
    while let Some(course) = store::course(conn, at)? {
        match (course.lasting, course.undoes, course.redoes) {
            (Some(Lasting::Noted), ..) => at -= 1,
            (None, Some(undone), _) => return store::event(conn, undone),
            // After a redo, what could be done again before the undo that it answers, but for itself.
            (None, None, Some(redone)) => match undo_of(conn, redone, at)? {
                Some(undo) => at = undo - 1,
                None => return Ok(None),
            },
            (Some(Lasting::Final), ..) | (None, None, None) => return Ok(None),
        }
    }
    Ok(None)
}

/// Returns the last entry before `at` that undoes `seq`.
fn undo_of(conn: &Connection, seq: i64, mut at: i64) -> Result<Option<i64>, StoreError> {
    while at > seq + 1 {
        at -= 1;
        if store::course(conn, at)?.is_some_and(|course| course.undoes == Some(seq)) {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn last(conn: &Connection) -> Result<i64, StoreError> {
    Ok(store::head(conn)?.map_or(0, |head| head.seq))
}
