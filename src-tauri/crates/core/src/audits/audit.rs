//! An audit as it is kept: what it looks at, who audits, when, and how it ended.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AuditId;
use crate::choice::choice;
use crate::evidence::Link;
use crate::systems::SystemId;
use crate::{Day, Line, Prose};

choice!(
    /// How far an audit has come.
    pub enum AuditStage {
        /// It is to be held.
        Planned = "planned",
        /// It has begun: its checklist is answered.
        UnderWay = "under-way",
        /// It is concluded, and stays as it is.
        Reported = "reported",
        /// It is not held, or was broken off.
        Cancelled = "cancelled",
    }
);

impl AuditStage {
    /// Returns whether nothing about it changes any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Planned | Self::UnderWay => false,
            Self::Reported | Self::Cancelled => true,
        }
    }
}

/// An internal audit (clause 9.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Audit {
    /// Its number.
    pub id: AuditId,
    /// What it is, in a line.
    pub title: Line,
    /// What of the company it looks at.
    pub scope: Prose,
    /// Who audits, and leads where others audit too.
    pub auditor: Line,
    /// The AI systems whose practice it looks at, each once.
    pub systems: Vec<SystemId>,
    /// When it is to begin.
    pub planned_for: Day,
    /// The last day, where it takes more than one.
    pub until: Option<Day>,
    /// How it is done: talks, samples, screens.
    pub methods: Prose,
    /// What it is audited against, in the order of the standard, each requirement once.
    pub checklist: Vec<CheckLine>,
    /// When it began, where it has.
    pub begun: Option<Day>,
    /// How it was concluded, where it is.
    pub conclusion: Option<Conclusion>,
    /// Why it is not held, where it is not.
    pub cancelled: Option<Cancelling>,
    /// Notes, which no document shows.
    pub notes: Prose,
}

/// A requirement of an audit's criteria.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AuditCheckLine")]
pub struct CheckLine {
    /// The clause or the control.
    pub requirement: Link,
    /// Who audits it in place of the audit's auditor; empty where nobody does.
    pub auditor: Line,
    /// Why it came onto the checklist after the audit began, where it did.
    pub added: Option<Addition>,
}

/// That a requirement came onto the checklist of an audit that had begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AuditAddition")]
pub struct Addition {
    /// Why.
    pub why: Prose,
    /// Who added it.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// How an audit was concluded (clause 9.2.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AuditConclusion")]
pub struct Conclusion {
    /// What the auditor says of the whole.
    pub text: Prose,
    /// Who concluded it.
    pub by: Line,
    /// When.
    pub on: Day,
}

/// Why an audit is not held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AuditCancelling")]
pub struct Cancelling {
    /// Why.
    pub why: Prose,
    /// Who said so.
    pub by: Line,
    /// When.
    pub on: Day,
}

impl Audit {
    /// Returns how far it has come.
    #[must_use]
    pub fn stage(&self) -> AuditStage {
        match (&self.cancelled, &self.conclusion, self.begun) {
            (Some(_), _, _) => AuditStage::Cancelled,
            (None, Some(_), _) => AuditStage::Reported,
            (None, None, Some(_)) => AuditStage::UnderWay,
            (None, None, None) => AuditStage::Planned,
        }
    }

    /// Returns the line of a requirement, where it is on the checklist.
    #[must_use]
    pub fn line(&self, requirement: &Link) -> Option<&CheckLine> {
        self.checklist.iter().find(|line| line.requirement == *requirement)
    }

    /// Returns who audits a line.
    #[must_use]
    pub fn auditor_of<'a>(&'a self, line: &'a CheckLine) -> &'a Line {
        if line.auditor.is_empty() { &self.auditor } else { &line.auditor }
    }

    /// Returns the day by which something is to be done about it: to begin, or to end; nothing once it is over, or
    /// where no last day is said.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        due(self.stage(), self.planned_for, self.until)
    }

    /// Puts the checklist into the order of the standard.
    pub(super) fn tidy(&mut self) {
        self.checklist.sort_by(|one, other| one.requirement.cmp(&other.requirement));
        self.checklist.dedup_by(|one, other| one.requirement == other.requirement);
    }
}

/// Returns the day by which something is to be done about an audit at a stage.
pub(super) fn due(stage: AuditStage, planned_for: Day, until: Option<Day>) -> Option<Day> {
    match stage {
        AuditStage::Planned => Some(planned_for),
        AuditStage::UnderWay => until,
        AuditStage::Reported | AuditStage::Cancelled => None,
    }
}
