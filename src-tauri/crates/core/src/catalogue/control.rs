//! Annex A: its groups and its controls.

use serde::Serialize;
use ts_rs::TS;

use super::crosswalk::{Crosswalk, SourceKey};
use super::level::Level;
use super::number::{AnnexCId, ClauseId, ControlNumber, GroupId};
use super::theme::Theme;
use crate::organisation::Role;

/// A group of Annex A's controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Group {
    /// Its number.
    pub id: GroupId,
    /// Its title, as the standard prints it.
    pub title: String,
    /// The group of which it is a part: A.6 of A.6.1 and A.6.2.
    pub parent: Option<GroupId>,
    /// The theme of the work that it belongs to.
    pub theme: Theme,
    /// Whether the standard states an objective for it; A.6 leaves that to its parts.
    pub has_objective: bool,
    /// What it is for, in our own words.
    pub meaning: String,
    /// Its controls, in order. A.6 has them through its parts.
    pub controls: Vec<ControlNumber>,
}

/// A suggestion whether a control applies to a company in a role. It never decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hint {
    /// The role.
    pub role: Role,
    /// Every role that it serves: this one, and those without hints of their own.
    pub serves: Vec<Role>,
    /// How strongly it suggests that the control applies.
    pub level: Level,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub sources: Vec<SourceKey>,
}

/// A control of Annex A.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CatalogueControl {
    /// Its number.
    pub id: ControlNumber,
    /// Its title, as the standard prints it.
    pub title: String,
    /// Its group, such as `A.2` or `A.6.2`.
    pub group: GroupId,
    /// The theme of the work that it belongs to.
    pub theme: Theme,
    /// What it means, in our own words.
    pub meaning: String,
    /// What to do, for a company of 10 to 50 people.
    pub steps: Vec<String>,
    /// What an auditor expects to see.
    pub evidence: Vec<String>,
    /// What the auditor asks.
    pub auditor_question: String,
    /// What is often missing.
    pub common_gap: String,
    /// Who usually answers for it.
    pub owner_hint: String,
    /// How much work it usually is.
    pub effort_hint: String,
    /// How often it is usually looked at again.
    pub review_cadence: String,
    /// A suggestion for each role that has one, in the order of [`Role::HINTED`].
    pub hints: Vec<Hint>,
    /// The clauses that it serves, in order.
    pub clauses: Vec<ClauseId>,
    /// The objectives of Annex C that it serves, in order.
    pub objectives: Vec<AnnexCId>,
    /// The risk sources of Annex C that it treats, in order.
    pub risk_sources: Vec<AnnexCId>,
    /// What is related elsewhere.
    pub crosswalk: Crosswalk,
}

impl CatalogueControl {
    /// Returns the hints for the roles that a company holds, in the order of [`Role::HINTED`].
    #[must_use]
    pub fn hints_for(&self, roles: &[Role]) -> Vec<&Hint> {
        self.hints.iter().filter(|hint| hint.serves.iter().any(|role| roles.contains(role))).collect()
    }

    /// Returns the hint that asks most of a company in its roles; none where it holds no role that has hints.
    ///
    /// A company that holds several roles has to satisfy the strictest of them.
    #[must_use]
    pub fn suggestion(&self, roles: &[Role]) -> Option<&Hint> {
        self.hints_for(roles).into_iter().min_by_key(|hint| hint.level)
    }
}
