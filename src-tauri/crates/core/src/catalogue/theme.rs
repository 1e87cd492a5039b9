//! The six themes of the work, by which the road to the audit is laid out and readiness is told.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A theme of the work; each clause and each control belongs to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "WorkTheme")]
pub enum Theme {
    /// Who the company is and who leads: clauses 4 and 5, A.2, A.3.
    Leadership,
    /// What can go wrong and what is meant to be reached: clause 6, A.5.
    Planning,
    /// What the work needs: clause 7, A.4.
    Support,
    /// The work itself: clause 8, A.6 to A.10.
    Operation,
    /// Whether it works: clause 9.
    PerformanceEvaluation,
    /// Getting better: clause 10.
    ContinualImprovement,
}

impl Theme {
    /// Every theme, in the order of the standard.
    pub const ALL: [Self; 6] = [
        Self::Leadership,
        Self::Planning,
        Self::Support,
        Self::Operation,
        Self::PerformanceEvaluation,
        Self::ContinualImprovement,
    ];

    /// Returns the theme's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leadership => "leadership",
            Self::Planning => "planning",
            Self::Support => "support",
            Self::Operation => "operation",
            Self::PerformanceEvaluation => "performance-evaluation",
            Self::ContinualImprovement => "continual-improvement",
        }
    }
}
