//! How far a control is done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a control is done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nothing is done yet.
    #[default]
    NotStarted,
    /// It is known what will be done.
    Planned,
    /// Some of it is done.
    InProgress,
    /// It is done, and in use.
    Implemented,
}

impl Status {
    /// Every status, from nothing to done.
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::Planned, Self::InProgress, Self::Implemented];

    /// Returns the status' name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Planned => "planned",
            Self::InProgress => "in-progress",
            Self::Implemented => "implemented",
        }
    }
}
