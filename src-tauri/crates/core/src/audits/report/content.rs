//! What the report of an audit is made of, read at once.

use rusqlite::Connection;

use crate::Day;
use crate::audits::queries::{self, AuditDetails};
use crate::audits::{AuditError, AuditId};
use crate::ledger::{Head, store};
use crate::organisation::{self, Organisation};
use crate::systems;

/// One state of an audit, as its report needs it.
pub(super) struct Content {
    pub(super) today: Day,
    pub(super) organisation: Organisation,
    pub(super) audit: AuditDetails,
    /// The AI systems that it looks at, by number and name.
    pub(super) systems: Vec<String>,
    pub(super) head: Option<Head>,
    pub(super) sample: bool,
}

impl Content {
    pub(super) fn load(conn: &Connection, id: AuditId, today: Day) -> Result<Self, AuditError> {
        let audit = queries::details(conn, id, today)?;
        let systems = systems::list(conn)?
            .into_iter()
            .filter(|system| audit.audit.systems.contains(&system.id))
            .map(|system| format!("{} {}", system.id, system.name))
            .collect();
        Ok(Self {
            today,
            organisation: organisation::load(conn)?,
            audit,
            systems,
            head: store::head_of_changes(conn)?,
            sample: crate::workspace::is_sample(conn)?,
        })
    }
}
