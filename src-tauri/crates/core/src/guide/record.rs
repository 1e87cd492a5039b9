//! What the company says of the steps, as it is kept.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ids::{StepId, TickId};
use super::theme::GuideTheme;
use crate::{Day, Line, Prose};

/// What was said of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideStep {
    /// The step.
    pub step: StepId,
    /// Who does it.
    pub owner: Line,
    /// The day by which it is to be done.
    pub due: Option<Day>,
    /// Whether a plan set that day; a plan may move it then.
    pub planned: bool,
    /// Its tasks that are ticked.
    pub tasks: BTreeSet<TickId>,
    /// What counts as done and was ticked by hand.
    pub done: BTreeSet<TickId>,
    /// Notes.
    pub note: Prose,
}

impl GuideStep {
    /// Returns what is known of a step of which nobody has said anything.
    #[must_use]
    pub fn untouched(step: StepId) -> Self {
        Self {
            step,
            owner: Line::default(),
            due: None,
            planned: false,
            tasks: BTreeSet::new(),
            done: BTreeSet::new(),
            note: Prose::default(),
        }
    }
}

/// A step of the company's own: one beside the others, or a part of one that was split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnStep {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: Line,
    /// Where on the road it stands.
    pub theme: GuideTheme,
    /// The step of which it is a part.
    pub under: Option<StepId>,
    /// What to do.
    pub what: Prose,
    /// How long it takes, in minutes.
    pub minutes: u32,
}

impl OwnStep {
    /// How long a step of the company's own is taken to be where nobody says, in minutes.
    pub const USUAL: u32 = 60;

    /// The longest that one may be said to take, in minutes: a working week.
    pub const LONGEST: u32 = 2_400;

    /// Returns the number in its name.
    pub(super) fn number(&self) -> u32 {
        self.id.as_str().rsplit('-').next().and_then(|figures| figures.parse().ok()).unwrap_or(u32::MAX)
    }
}
