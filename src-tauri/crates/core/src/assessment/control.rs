//! A control as people see it: what it is, what was decided, how far it is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::control_id::ControlId;
use super::decision::Decision;
use super::own::OwnControl;
use super::status::Status;
use crate::catalogue::CatalogueControl;
use crate::{Day, Line, Prose};

/// What was decided about a control, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The control.
    pub control: ControlId,
    /// Whether it applies, and why.
    #[serde(flatten)]
    pub decision: Decision,
    /// How far it is done.
    pub status: Status,
    /// The day by which it is to be done.
    pub target: Option<Day>,
    /// How it is done here.
    pub how: Prose,
    /// Who answers for it.
    pub owner: Line,
    /// Notes, which no document shows.
    pub notes: Prose,
}

impl Assessment {
    /// Returns what is known of a control of which nobody has said anything.
    #[must_use]
    pub fn untouched(control: ControlId) -> Self {
        Self {
            control,
            decision: Decision::default(),
            status: Status::default(),
            target: None,
            how: Prose::default(),
            owner: Line::default(),
            notes: Prose::default(),
        }
    }
}

/// Where a control comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "origin", rename_all = "kebab-case")]
pub enum Origin {
    /// Annex A of ISO/IEC 42001:2023.
    AnnexA {
        /// Its group, such as `A.6.2`.
        group: String,
    },
    /// The company itself, or another source.
    Own {
        /// That source.
        source: Line,
    },
}

/// A control with everything said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Control {
    /// Its number.
    pub id: ControlId,
    /// Its title.
    pub title: String,
    /// Whether it applies, and why.
    #[serde(flatten)]
    pub decision: Decision,
    /// How far it is done.
    pub status: Status,
    /// The day by which it is to be done.
    pub target: Option<Day>,
    /// How it is done here.
    pub how: Prose,
    /// Who answers for it.
    pub owner: Line,
    /// Notes, which no document shows.
    pub notes: Prose,
    /// How many pieces of evidence are linked to it.
    pub evidence: u32,
    /// Where it comes from.
    #[serde(flatten)]
    pub origin: Origin,
}

impl Control {
    pub(super) fn of_annex_a(control: &CatalogueControl, assessment: Assessment, evidence: u32) -> Self {
        let origin = Origin::AnnexA { group: control.group.to_string() };
        Self::new(control.title.clone(), origin, assessment, evidence)
    }

    pub(super) fn own(control: OwnControl, assessment: Assessment, evidence: u32) -> Self {
        Self::new(control.title.into(), Origin::Own { source: control.source }, assessment, evidence)
    }

    fn new(title: String, origin: Origin, assessment: Assessment, evidence: u32) -> Self {
        let Assessment { control: id, decision, status, target, how, owner, notes } = assessment;
        Self { id, title, decision, status, target, how, owner, notes, evidence, origin }
    }

    /// Returns whether the company added it beside Annex A's.
    #[must_use]
    pub fn is_own(&self) -> bool {
        matches!(self.origin, Origin::Own { .. })
    }
}
