//! Nobody audits their own work (clause 9.2.2): who answers for what an audit looks at.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::asked::Requirements;
use super::audit::{Audit, CheckLine};
use super::error::AuditError;
use crate::Line;
use crate::evidence::Link;
use crate::findings::folded;
use crate::systems::{self, SystemId};
use crate::workspace::StoreError;

/// Who answers for AI systems.
pub(super) struct SystemOwners(BTreeMap<SystemId, Line>);

impl SystemOwners {
    pub(super) fn load(conn: &Connection) -> Result<Self, StoreError> {
        Ok(Self(systems::list(conn)?.into_iter().map(|system| (system.id, system.owner)).collect()))
    }

    /// Returns what the auditor of a line answers for of what it is about: the requirement itself, or, for a control,
    /// an AI system that the audit looks at.
    pub(super) fn own_work(&self, audit: &Audit, line: &CheckLine, asked: &Requirements) -> Option<String> {
        let auditor = folded(audit.auditor_of(line));
        let is_auditor = |owner: &Line| !owner.is_empty() && folded(owner) == auditor;
        if asked.get(&line.requirement).is_some_and(|asked| is_auditor(&asked.owner)) {
            return Some(line.requirement.to_string());
        }
        match line.requirement {
            Link::Control(_) => {
                let owned = |id: &&SystemId| self.0.get(*id).is_some_and(is_auditor);
                audit.systems.iter().find(owned).map(ToString::to_string)
            }
            Link::Clause(_) | Link::System(_) => None,
        }
    }
}

/// Refuses an auditor who answers for what the line is about.
pub(super) fn check(conn: &Connection, audit: &Audit, line: &CheckLine) -> Result<(), AuditError> {
    let asked = Requirements::load(conn)?;
    match SystemOwners::load(conn)?.own_work(audit, line, &asked) {
        None => Ok(()),
        Some(what) => Err(AuditError::OwnWork {
            requirement: line.requirement.clone(),
            auditor: audit.auditor_of(line).clone(),
            what: if what == line.requirement.to_string() { "it".into() } else { what },
        }),
    }
}
