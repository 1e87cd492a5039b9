//! What an action comes from, and what a finding does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id::FindingId;
use crate::audits::AuditId;
use crate::cases::CaseId;
use crate::objectives::{MeasureId, ObjectiveId};
use crate::reviews::ReviewId;

/// What an action comes from.
///
/// Another origin is another variant. The compiler then asks for its arms in this file; what of it the list of
/// actions shows, and whether its actions are still waited for, is told by the query in `action_store.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum ActionOrigin {
    /// A finding (clause 10.2).
    Finding {
        /// Its number.
        id: FindingId,
        /// In which of its rounds the action counts.
        round: u32,
    },
    /// The plan of an objective (clause 6.2).
    Objective {
        /// Its number.
        id: ObjectiveId,
    },
    /// A decision of a management review (clause 9.3.3).
    Review {
        /// The review's number.
        id: ReviewId,
        /// Which of its decisions.
        decision: u32,
    },
    /// Nothing else: somebody planned it by itself.
    Own,
}

/// An origin as the table keeps it: its word, its number, its round or which of its decisions.
pub(super) type Columns = (&'static str, Option<u32>, Option<u32>);

impl ActionOrigin {
    /// Returns the finding that it is; nothing where it is something else.
    #[must_use]
    pub fn finding(self) -> Option<FindingId> {
        match self {
            Self::Finding { id, .. } => Some(id),
            Self::Objective { .. } | Self::Review { .. } | Self::Own => None,
        }
    }

    /// Returns the number of what it comes from, such as F-1 or O-1; nothing where it comes from nothing else.
    pub(super) fn number(self) -> Option<String> {
        match self {
            Self::Finding { id, .. } => Some(id.to_string()),
            Self::Objective { id } => Some(id.to_string()),
            Self::Review { id, .. } => Some(id.to_string()),
            Self::Own => None,
        }
    }

    /// Returns the round of its finding in which an action counts; nothing where it is no finding.
    pub(super) fn round(self) -> Option<u32> {
        match self {
            Self::Finding { round, .. } => Some(round),
            Self::Objective { .. } | Self::Review { .. } | Self::Own => None,
        }
    }

    pub(super) fn columns(self) -> Columns {
        match self {
            Self::Finding { id, round } => ("finding", Some(id.number()), Some(round)),
            Self::Objective { id } => ("objective", Some(id.number()), None),
            Self::Review { id, decision } => ("review", Some(id.number()), Some(decision)),
            Self::Own => ("own", None, None),
        }
    }

    /// Returns the origin that columns name; nothing where they name none.
    pub(super) fn of_columns(word: &str, number: Option<u32>, round: Option<u32>) -> Option<Self> {
        match (word, number, round) {
            ("finding", Some(number), Some(round)) => {
                Some(Self::Finding { id: FindingId::new(number)?, round })
            }
            ("objective", Some(number), None) => Some(Self::Objective { id: ObjectiveId::new(number)? }),
            ("review", Some(number), Some(decision)) => {
                Some(Self::Review { id: ReviewId::new(number)?, decision })
            }
            ("own", None, None) => Some(Self::Own),
            _ => None,
        }
    }
}

/// Which record a finding comes from, beside the kind of thing that its source names.
///
/// Another origin is another variant; what of it a finding shows is told by `queries.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FindingOrigin {
    /// A measure whose figure was not as it was wanted (clause 9.1).
    Measure {
        /// Its number.
        id: MeasureId,
    },
    /// A concern, a complaint or an incident (A.3.3, A.8.3, A.8.4).
    Case {
        /// Its number.
        id: CaseId,
    },
    /// An internal audit (clause 9.2).
    Audit {
        /// Its number.
        id: AuditId,
    },
}

impl FindingOrigin {
    /// Returns the origin as the table keeps it: its word and its number.
    pub(super) fn columns(self) -> (&'static str, u32) {
        match self {
            Self::Measure { id } => ("measure", id.number()),
            Self::Case { id } => ("case", id.number()),
            Self::Audit { id } => ("audit", id.number()),
        }
    }

    /// Returns the origin that columns name; nothing where they name none.
    pub(super) fn of_columns(word: &str, number: u32) -> Option<Self> {
        match word {
            "measure" => Some(Self::Measure { id: MeasureId::new(number)? }),
            "case" => Some(Self::Case { id: CaseId::new(number)? }),
            "audit" => Some(Self::Audit { id: AuditId::new(number)? }),
            _ => None,
        }
    }
}
