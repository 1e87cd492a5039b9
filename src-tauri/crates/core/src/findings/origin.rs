//! What an action comes from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id::FindingId;

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
    /// Nothing else: somebody planned it by itself.
    Own,
}

/// An origin as the table keeps it: its word, its number, its round.
pub(super) type Columns = (&'static str, Option<u32>, Option<u32>);

impl ActionOrigin {
    /// Returns the finding that it is; nothing where it is something else.
    #[must_use]
    pub fn finding(self) -> Option<FindingId> {
        match self {
            Self::Finding { id, .. } => Some(id),
            Self::Own => None,
        }
    }

    /// Returns the round of its finding in which an action counts; nothing where it is no finding.
    pub(super) fn round(self) -> Option<u32> {
        match self {
            Self::Finding { round, .. } => Some(round),
            Self::Own => None,
        }
    }

    pub(super) fn columns(self) -> Columns {
        match self {
            Self::Finding { id, round } => ("finding", Some(id.number()), Some(round)),
            Self::Own => ("own", None, None),
        }
    }

    /// Returns the origin that columns name; nothing where they name none.
    pub(super) fn of_columns(word: &str, number: Option<u32>, round: Option<u32>) -> Option<Self> {
        match (word, number, round) {
            ("finding", Some(number), Some(round)) => {
                Some(Self::Finding { id: FindingId::new(number)?, round })
            }
            ("own", None, None) => Some(Self::Own),
            _ => None,
        }
    }
}
