//! What stands in the way of approving a Statement of Applicability, and what an auditor would ask.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::details::{self, SoaDetails};
use crate::assessment::{self, Control, ControlId, Decision, Ground, Status, stock_phrase};
use crate::evidence::{self, Link};
use crate::findings::OpenNonconformities;
use crate::organisation::{self, Organisation};
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Prose};

/// The least that a reason for an exclusion takes to say something, in characters.
const LEAST_REASON: usize = 40;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SoaCheckName")]
pub enum CheckName {
    /// The organisation has a scope (clause 4.3).
    ScopeMissing,
    /// The organisation has a role towards AI (clause 4.1).
    RoleMissing,
    /// The document has an owner.
    DocumentOwnerMissing,
    /// Every control is decided.
    Undecided,
    /// Every exclusion says why.
    ExclusionReasonThin,
    /// A control that meets another applies itself.
    MetByExcluded,
    /// Every control that applies has an owner.
    OwnerMissing,
    /// A control under way or done says how.
    HowMissing,
    /// A control that is planned or under way has a date.
    TargetMissing,
    /// No date has passed.
    TargetPassed,
    /// A control that is implemented has evidence that holds.
    EvidenceMissing,
    /// No nonconformity against a control is open (clause 10.2).
    NonconformityOpen,
}

impl CheckName {
    /// Everything that is looked at, in the order in which a page shows it.
    pub const ALL: [Self; 12] = [
        Self::ScopeMissing,
        Self::RoleMissing,
        Self::DocumentOwnerMissing,
        Self::Undecided,
        Self::ExclusionReasonThin,
        Self::MetByExcluded,
        Self::OwnerMissing,
        Self::HowMissing,
        Self::TargetMissing,
        Self::TargetPassed,
        Self::EvidenceMissing,
        Self::NonconformityOpen,
    ];

    /// Returns whether it stands in the way of approval; the others are advice.
    #[must_use]
    pub fn is_obstacle(self) -> bool {
        match self {
            Self::ScopeMissing
            | Self::RoleMissing
            | Self::DocumentOwnerMissing
            | Self::Undecided
            | Self::ExclusionReasonThin
            | Self::MetByExcluded
            | Self::OwnerMissing
            | Self::HowMissing => true,
            Self::TargetMissing | Self::TargetPassed | Self::EvidenceMissing | Self::NonconformityOpen => {
                false
            }
        }
    }

    /// Returns what is wrong where it does not hold, in a sentence without a full stop.
    #[must_use]
    pub fn finding(self) -> &'static str {
        match self {
            Self::ScopeMissing => "The organisation has no scope",
            Self::RoleMissing => "The organisation has no role towards AI",
            Self::DocumentOwnerMissing => "The document has no owner",
            Self::Undecided => "Controls are not decided",
            Self::ExclusionReasonThin => "Exclusions need a fuller reason",
            Self::MetByExcluded => "Controls are excluded as met by one that does not apply",
            Self::OwnerMissing => "Controls have no owner",
            Self::HowMissing => "Controls are under way or implemented without saying how",
            Self::TargetMissing => "Controls that are planned or in progress have no target date",
            Self::TargetPassed => "Target dates have passed",
            Self::EvidenceMissing => "Controls are implemented without evidence that holds today",
            Self::NonconformityOpen => "Nonconformities against controls are open",
        }
    }

    fn fails(self, control: &Control, facts: &Facts, today: Day) -> bool {
        let applies = matches!(control.decision, Decision::Applicable { .. });
        match self {
            Self::ScopeMissing | Self::RoleMissing | Self::DocumentOwnerMissing => false,
            Self::Undecided => control.decision == Decision::Undecided,
            Self::ExclusionReasonThin => match &control.decision {
                Decision::Excluded { justification, .. } => is_thin(justification),
                Decision::Applicable { .. } | Decision::Undecided => false,
            },
            Self::MetByExcluded => match &control.decision {
                Decision::Excluded { ground: Ground::MetBy(by), .. } => {
                    let by = facts.controls.iter().find(|control| control.id == *by);
                    !by.is_some_and(|by| matches!(by.decision, Decision::Applicable { .. }))
                }
                Decision::Excluded { .. } | Decision::Applicable { .. } | Decision::Undecided => false,
            },
            Self::OwnerMissing => applies && control.owner.is_empty(),
            Self::HowMissing => {
                applies
                    && control.how.is_empty()
                    && matches!(control.status, Status::InProgress | Status::Implemented)
            }
            Self::TargetMissing => {
                applies
                    && control.target.is_none()
                    && matches!(control.status, Status::Planned | Status::InProgress)
            }
            Self::TargetPassed => {
                applies
                    && control.status != Status::Implemented
                    && control.target.is_some_and(|target| target < today)
            }
            Self::EvidenceMissing => {
                applies
                    && control.status == Status::Implemented
                    && !facts.proven.contains(control.id.as_str())
            }
            Self::NonconformityOpen => {
                applies && !facts.nonconformities.about(&Link::Control(control.id.clone())).is_empty()
            }
        }
    }
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoaFinding {
    /// What was looked at.
    pub check: CheckName,
    /// Whether it stands in the way of approval; else it is advice.
    pub obstacle: bool,
    /// The controls that it is about; none where it is about the document.
    pub controls: Vec<ControlId>,
}

/// What a look at the statement found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoaCheck {
    /// What is not as it should be.
    pub findings: Vec<SoaFinding>,
    /// What is.
    pub passed: Vec<CheckName>,
}

/// What is looked at, read at once; of the evidence only whether it holds.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) organisation: Organisation,
    pub(crate) details: SoaDetails,
    pub(crate) controls: Vec<Control>,
    /// The numbers of the controls for which evidence holds today.
    pub(crate) proven: BTreeSet<String>,
    /// The nonconformities that are open.
    pub(crate) nonconformities: OpenNonconformities,
}

impl Facts {
    pub(crate) fn load(conn: &Connection, today: Day) -> Result<Self, StoreError> {
        Ok(Self {
            organisation: organisation::load(conn)?,
            details: details::load(conn)?,
            controls: assessment::controls(conn)?,
            proven: evidence::proven_on(conn, today)?,
            nonconformities: OpenNonconformities::load(conn)?,
        })
    }

    /// Looks at the statement as it would be today.
    pub(crate) fn check(&self, today: Day) -> SoaCheck {
        let mut found = SoaCheck { findings: Vec::new(), passed: Vec::new() };
        for check in CheckName::ALL {
            let controls: Vec<ControlId> = self
                .controls
                .iter()
                .filter(|control| check.fails(control, self, today))
                .map(|control| control.id.clone())
                .collect();
            let fails = match check {
                CheckName::ScopeMissing => self.organisation.scope.is_empty(),
                CheckName::RoleMissing => self.organisation.roles.is_empty(),
                CheckName::DocumentOwnerMissing => self.details.owner.is_empty(),
                CheckName::Undecided
                | CheckName::ExclusionReasonThin
                | CheckName::MetByExcluded
                | CheckName::OwnerMissing
                | CheckName::HowMissing
                | CheckName::TargetMissing
                | CheckName::TargetPassed
                | CheckName::EvidenceMissing
                | CheckName::NonconformityOpen => !controls.is_empty(),
            };
            if fails {
                found.findings.push(SoaFinding { check, obstacle: check.is_obstacle(), controls });
            } else {
                found.passed.push(check);
            }
        }
        found
    }
}

/// Looks at the statement as it would be today.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn check(workspace: &Workspace, today: Day) -> Result<SoaCheck, StoreError> {
    Ok(workspace.read(|conn| Facts::load(conn, today))?.check(today))
}

/// Returns whether a reason for an exclusion says too little for an auditor to check it.
pub(crate) fn is_thin(justification: &Prose) -> bool {
    let text = justification.as_str();
    text.chars().count() < LEAST_REASON || stock_phrase(text)
}
