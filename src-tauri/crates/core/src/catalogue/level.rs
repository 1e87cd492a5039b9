//! How strongly a hint suggests that a control applies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How strongly a hint suggests that a control applies; in order, what asks most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Leaving it out would be hard to defend.
    Expected,
    /// It normally applies.
    Usual,
    /// It often applies in reduced form.
    Partial,
    /// It depends on facts.
    Conditional,
    /// It is often excluded, with a specific justification.
    OftenExcluded,
}

impl Level {
    /// Every level, in order.
    pub const ALL: [Self; 5] =
        [Self::Expected, Self::Usual, Self::Partial, Self::Conditional, Self::OftenExcluded];
}
