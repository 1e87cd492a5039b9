//! How measures and objectives stand on a day. There is no other rule: lists, the first page and dates ask this one.

use super::measure::{Measure, Reading};
use super::objective::Objective;
use crate::Day;
use crate::choice::choice;

choice!(
    /// How a measure stands, where what is most pressing goes first.
    pub enum MeasureState {
        /// The last figure is not as it is wanted.
        OffTarget = "off-target",
        /// It should have been read by now.
        ReadingOverdue = "reading-overdue",
        /// It was never read, and need not have been yet.
        NoReading = "no-reading",
        /// The last figure is as it is wanted.
        OnTarget = "on-target",
        /// It is measured no more.
        Ended = "ended",
    }
);

choice!(
    /// How an objective stands, where what is most pressing goes first.
    pub enum ObjectiveState {
        /// A measure is off target.
        OffTarget = "off-target",
        /// A measure should have been read by now.
        ReadingOverdue = "reading-overdue",
        /// A measure was never read, and need not have been yet.
        NoReading = "no-reading",
        /// Nothing measures it.
        NoMeasure = "no-measure",
        /// Every measure is on target.
        OnTarget = "on-target",
        /// It was judged to be reached.
        Reached = "reached",
        /// It was judged not to be reached.
        Missed = "missed",
    }
);

/// What follows for a measure on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Derived {
    pub(super) state: MeasureState,
    /// When it is to be read next; nothing where it is read no more.
    pub(super) due: Option<Day>,
    /// Whether that day has passed.
    pub(super) overdue: bool,
}

impl Derived {
    /// Returns what follows from a measure and its last reading, where it is known whether its objective is over.
    pub(super) fn of(measure: &Measure, last: Option<&Reading>, over: bool, today: Day) -> Self {
        if over || measure.ended.is_some_and(|ended| ended <= today) {
            return Self { state: MeasureState::Ended, due: None, overdue: false };
        }
        let due = measure.rhythm.after(last.map_or(measure.since, |reading| reading.day));
        let overdue = due < today;
        let state = match last {
            Some(reading) if !measure.goal.is_met(reading.value) => MeasureState::OffTarget,
            _ if overdue => MeasureState::ReadingOverdue,
            None => MeasureState::NoReading,
            Some(_) => MeasureState::OnTarget,
        };
        Self { state, due: Some(due), overdue }
    }
}

impl ObjectiveState {
    /// Returns how an objective stands with its measures.
    pub(super) fn of(objective: &Objective, measures: impl Iterator<Item = MeasureState>) -> Self {
        match &objective.evaluation {
            Some(evaluation) if evaluation.reached => return Self::Reached,
            Some(_) => return Self::Missed,
            None => {}
        }
        match measures.filter(|state| *state != MeasureState::Ended).min() {
            Some(MeasureState::OffTarget) => Self::OffTarget,
            Some(MeasureState::ReadingOverdue) => Self::ReadingOverdue,
            Some(MeasureState::NoReading) => Self::NoReading,
            Some(MeasureState::OnTarget) => Self::OnTarget,
            Some(MeasureState::Ended) | None => Self::NoMeasure,
        }
    }

    /// Returns whether somebody has judged it, so that nothing is waited for.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Reached | Self::Missed => true,
            Self::OffTarget | Self::ReadingOverdue | Self::NoReading | Self::NoMeasure | Self::OnTarget => {
                false
            }
        }
    }
}
