//! Controls of the company's own, or from another source than Annex A (clause 6.1.3).

use serde::{Deserialize, Serialize};

use super::control_id::ControlId;
use crate::Line;

/// A control that stands beside Annex A's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnControl {
    /// Its number.
    pub id: ControlId,
    /// Its title.
    pub title: Line,
    /// Where it comes from: a standard, a contract, a decision.
    pub source: Line,
}
