//! The parts of the road: what comes before it, and the six themes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part of the road to the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GuideTheme {
    /// What to know and to agree before the work begins.
    BeforeYouStart,
    /// Who we are and who leads (clauses 4 and 5, A.2, A.3).
    Leadership,
    /// What can go wrong, and what is meant to be reached (clause 6, A.5).
    Planning,
    /// What the work needs (clause 7, A.4).
    Support,
    /// The work itself (clause 8, A.6 to A.10).
    Operation,
    /// Whether it works (clause 9).
    PerformanceEvaluation,
    /// Getting better (clause 10).
    ContinualImprovement,
}

impl GuideTheme {
    /// Every part, in the order of the road.
    pub const ALL: [Self; 7] = [
        Self::BeforeYouStart,
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
            Self::BeforeYouStart => "before-you-start",
            Self::Leadership => "leadership",
            Self::Planning => "planning",
            Self::Support => "support",
            Self::Operation => "operation",
            Self::PerformanceEvaluation => "performance-evaluation",
            Self::ContinualImprovement => "continual-improvement",
        }
    }
}

impl fmt::Display for GuideTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that names no theme.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no theme of the road", crate::text::shown(.0))]
pub struct ThemeError(String);

impl FromStr for GuideTheme {
    type Err = ThemeError;

    fn from_str(text: &str) -> Result<Self, ThemeError> {
        Self::ALL.into_iter().find(|theme| theme.name() == text).ok_or_else(|| ThemeError(text.into()))
    }
}
