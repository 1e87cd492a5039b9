//! What the log is made of: every finding and action on a day, read at once.

use rusqlite::Connection;

use crate::Day;
use crate::findings::queries::{self, ActionRow, FindingDetails};
use crate::ledger::{Head, store};
use crate::organisation::{self, Organisation};
use crate::workspace::StoreError;

/// One state of the findings, as their log needs it.
pub(super) struct Content {
    pub(super) today: Day,
    pub(super) organisation: Organisation,
    /// Every finding, the oldest first.
    pub(super) findings: Vec<FindingDetails>,
    /// The actions that answer no finding, those that are due first.
    pub(super) beside: Vec<ActionRow>,
    pub(super) head: Option<Head>,
    pub(super) sample: bool,
}

impl Content {
    pub(super) fn load(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        let actions = queries::all_actions(conn, today)?;
        Ok(Self {
            today,
            organisation: organisation::load(conn)?,
            findings: queries::all_details(conn, today)?,
            beside: actions.into_iter().filter(|row| row.action.origin.finding().is_none()).collect(),
            head: store::head_of_changes(conn)?,
            sample: crate::workspace::is_sample(conn)?,
        })
    }
}
