//! What is wanted of a measure, and how often it is read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::ObjectiveError;
use super::figure::Figure;
use crate::Day;
use crate::choice::choice;

/// The figure that is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "direction", rename_all = "kebab-case", deny_unknown_fields)]
#[ts(rename = "MeasureGoal")]
pub enum Goal {
    /// That or more.
    AtLeast {
        /// The least.
        value: Figure,
    },
    /// That or less.
    AtMost {
        /// The most.
        value: Figure,
    },
    /// From the one to the other.
    Between {
        /// The least.
        low: Figure,
        /// The most.
        high: Figure,
    },
}

impl Goal {
    /// Returns whether a figure is as it is wanted.
    #[must_use]
    pub fn is_met(&self, figure: Figure) -> bool {
        match self {
            Self::AtLeast { value } => figure >= *value,
            Self::AtMost { value } => figure <= *value,
            Self::Between { low, high } => (*low..=*high).contains(&figure),
        }
    }

    /// Checks that there is a figure that meets it.
    pub(super) fn check(self) -> Result<Self, ObjectiveError> {
        match self {
            Self::Between { low, high } if low > high => Err(ObjectiveError::GoalReversed(low, high)),
            Self::AtLeast { .. } | Self::AtMost { .. } | Self::Between { .. } => Ok(self),
        }
    }
}

choice!(
    /// In what a rhythm is counted.
    pub enum RhythmUnit {
        /// Seven days.
        Weeks = "weeks",
        /// From a day to that of the next month.
        Months = "months",
    }
);

/// How often something is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "MeasureRhythm")]
pub struct Rhythm {
    /// After how many of the units; from 1 to 60.
    pub every: u32,
    /// Of which.
    pub unit: RhythmUnit,
}

impl Default for Rhythm {
    /// Once a month.
    fn default() -> Self {
        Self { every: 1, unit: RhythmUnit::Months }
    }
}

impl Rhythm {
    /// Returns the day on which it is time again.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        let every = i32::try_from(self.every).unwrap_or(i32::MAX);
        match self.unit {
            RhythmUnit::Weeks => day.weeks_later(every),
            RhythmUnit::Months => day.months_later(every),
        }
    }

    pub(super) fn check(self) -> Result<Self, ObjectiveError> {
        if (1..=60).contains(&self.every) { Ok(self) } else { Err(ObjectiveError::Rhythm(self.every)) }
    }
}
