//! What can be wrong with what somebody says of a step.

use super::ids::{StepId, TickId};
use super::record::OwnStep;
use crate::Day;
use crate::explain::Explain;
use crate::workspace::{StoreError, WriteError};

/// Why a change to the road was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum GuideError {
    /// There is no such step.
    #[error("There is no step “{0}”")]
    UnknownStep(StepId),
    /// A step has nothing of that name to tick.
    #[error("The step “{0}” has nothing called “{1}” to tick")]
    UnknownTick(StepId, TickId),
    /// What the work shows can't be ticked by hand.
    #[error("“{1}” of the step “{0}” can't be ticked: the work shows whether it is done")]
    ShownByWork(StepId, TickId),
    /// A step that the program brings keeps its title and its texts.
    #[error("“{0}” is a step of the guide, which stays as it is")]
    NotOwn(StepId),
    /// A part of a step can't be split again.
    #[error("“{0}” is a part of a step, and is not split again")]
    PartOfPart(StepId),
    /// A step was split into nothing.
    #[error("No part is named")]
    NoPart,
    /// A step of the company's own has no title.
    #[error("The step has no title")]
    NeedsTitle,
    /// A step of the company's own takes no time, or too long.
    #[error("A step takes from 1 to {longest} minutes, not {given}", given = .0, longest = OwnStep::LONGEST)]
    Minutes(u32),
    /// There is no day by which to be ready.
    #[error("There is no day by which you want to be ready")]
    NeedsTarget,
    /// That day has passed, or is today.
    #[error("{0} is not after today, so no plan can lead there")]
    TargetPassed(Day),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for GuideError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for GuideError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownStep(_) => "unknown-step",
            Self::UnknownTick(..) => "unknown-tick",
            Self::ShownByWork(..) => "shown-by-work",
            Self::NotOwn(_) => "step-not-own",
            Self::PartOfPart(_) => "part-of-part",
            Self::NoPart => "no-part",
            Self::NeedsTitle => "step-needs-title",
            Self::Minutes(_) => "step-minutes",
            Self::NeedsTarget => "plan-needs-target",
            Self::TargetPassed(_) => "target-passed",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::UnknownStep(_) => Some("`annexe guide list` names the steps.".into()),
            Self::UnknownTick(step, _) => {
                Some(format!("`annexe guide show {step}` names what can be ticked."))
            }
            Self::ShownByWork(step, _) => {
                Some(format!("`annexe guide show {step}` says where it is done. It then counts by itself."))
            }
            Self::NotOwn(_) => Some("Set its owner, its day and its note, or add a step of your own.".into()),
            Self::PartOfPart(_) => Some("Add a part to the whole step.".into()),
            Self::NoPart => Some("Give each part a title.".into()),
            Self::NeedsTitle => Some("Say in a few words what is to be done.".into()),
            Self::Minutes(_) => Some("Split what takes longer than a week.".into()),
            Self::NeedsTarget => Some("Set the day, and plan again.".into()),
            Self::TargetPassed(_) => Some("Choose a later day.".into()),
            Self::Write(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownStep(_) | Self::NotOwn(_) | Self::PartOfPart(_) => Some("step"),
            Self::UnknownTick(..) | Self::ShownByWork(..) => Some("tick"),
            Self::NoPart => Some("parts"),
            Self::NeedsTitle => Some("title"),
            Self::Minutes(_) => Some("minutes"),
            Self::NeedsTarget | Self::TargetPassed(_) => Some("target"),
            Self::Write(_) => None,
        }
    }
}
