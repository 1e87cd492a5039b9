//! How far requirements that relate to a place are in place.

use serde::Serialize;
use ts_rs::TS;

use crate::assessment::{Decision, Status};

/// How a clause or a control counts towards a place of another framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// It is said to be done, and evidence that holds shows it.
    InPlace,
    /// It is said to be done, and no evidence that holds shows it.
    Unproven,
    /// It is planned or in progress.
    UnderWay,
    /// Nothing is done yet, or nobody has decided about it.
    Open,
    /// It is excluded.
    Excluded,
}

impl Coverage {
    /// Returns how a clause counts that stands like this, with or without evidence that holds.
    #[must_use]
    pub fn of_clause(status: Status, proven: bool) -> Self {
        match status {
            Status::NotStarted => Self::Open,
            Status::Planned | Status::InProgress => Self::UnderWay,
            Status::Implemented if proven => Self::InPlace,
            Status::Implemented => Self::Unproven,
        }
    }

    /// Returns how a control counts that stands like this, with or without evidence that holds.
    #[must_use]
    pub fn of_control(decision: &Decision, status: Status, proven: bool) -> Self {
        match decision {
            Decision::Undecided => Self::Open,
            Decision::Excluded { .. } => Self::Excluded,
            Decision::Applicable { .. } => Self::of_clause(status, proven),
        }
    }
}

/// How many of the requirements that relate to a place stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Covered {
    /// All that relate to it.
    #[ts(type = "number")]
    pub related: usize,
    /// Those that are said to be done, and evidence that holds shows it.
    #[ts(type = "number")]
    pub in_place: usize,
    /// Those that are said to be done, and no evidence that holds shows it.
    #[ts(type = "number")]
    pub unproven: usize,
    /// Those that are planned or in progress.
    #[ts(type = "number")]
    pub under_way: usize,
    /// Those of which nothing is done yet, or about which nobody has decided.
    #[ts(type = "number")]
    pub open: usize,
    /// Those that are excluded.
    #[ts(type = "number")]
    pub excluded: usize,
}

impl FromIterator<Coverage> for Covered {
    fn from_iter<I: IntoIterator<Item = Coverage>>(all: I) -> Self {
        let mut counted = Self::default();
        for one in all {
            counted.related += 1;
            let count = match one {
                Coverage::InPlace => &mut counted.in_place,
                Coverage::Unproven => &mut counted.unproven,
                Coverage::UnderWay => &mut counted.under_way,
                Coverage::Open => &mut counted.open,
                Coverage::Excluded => &mut counted.excluded,
            };
            *count += 1;
        }
        counted
    }
}
