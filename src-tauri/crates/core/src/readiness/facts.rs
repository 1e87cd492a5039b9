//! What readiness follows from, read at once.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::gate;
use super::item::Item;
use crate::audits::Audited;
use crate::catalogue::ClauseId;
use crate::clauses::{self, AssessedClause};
use crate::systems::{self, AiSystem};
use crate::workspace::StoreError;
use crate::{Day, evidence, reviews, soa};

/// What readiness follows from on a day.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(super) today: Day,
    /// The organisation, the controls, and what the statement says of itself.
    pub(super) soa: soa::Facts,
    pub(super) clauses: Vec<AssessedClause>,
    /// The numbers of the clauses for which evidence holds today.
    pub(super) proven: BTreeSet<String>,
    /// Whether a policy that holds today is linked to clause 5.2.
    pub(super) policy: bool,
    /// Whether the newest exported statement is outdated; nothing where none was exported.
    pub(super) statement: Option<bool>,
    /// Whether a management review is approved that was held within a year.
    pub(super) reviewed: bool,
    /// The AI systems that the scope counts.
    pub(super) systems: Vec<AiSystem>,
    /// The numbers of those whose impact assessment is there and holds today.
    pub(super) impacts_proven: BTreeSet<String>,
    /// What the internal audits that were reported looked at.
    pub(super) audited: Audited,
}

impl Facts {
    pub(crate) fn load(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        let policy = match "5.2".parse::<ClauseId>() {
            Ok(clause) => evidence::policy_holds(conn, &clause, today)?,
            Err(_) => false,
        };
        let impacts_proven = match gate::IMPACT.parse::<ClauseId>() {
            Ok(clause) => evidence::systems_proven_for(conn, &clause, today)?,
            Err(_) => BTreeSet::new(),
        };
        Ok(Self {
            today,
            soa: soa::Facts::load(conn, today)?,
            clauses: clauses::clauses(conn)?,
            proven: evidence::proven_clauses(conn, today)?,
            policy,
            statement: soa::newest_issue(conn)?.map(|issue| issue.outdated),
            reviewed: reviews::is_approved_within_a_year(conn, today)?,
            systems: systems::list(conn)?.into_iter().filter(AiSystem::counts).collect(),
            impacts_proven,
            audited: Audited::load(conn)?,
        })
    }

    /// Returns every requirement, clauses first.
    pub(crate) fn items(&self) -> Vec<Item> {
        let clauses = self.clauses.iter().map(|clause| Item::of_clause(clause, self));
        clauses.chain(self.soa.controls.iter().map(|control| Item::of_control(control, self))).collect()
    }
}
