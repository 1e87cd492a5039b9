//! What can be wrong with what somebody says of a management review.

use super::ReviewId;
use super::approving::Obstacle;
use crate::Day;
use crate::explain::Explain;
use crate::findings::{ActionId, FindingError};
use crate::workspace::{StoreError, WriteError};

/// Why a change to a management review was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// There is no such review.
    #[error("There is no management review {0}")]
    UnknownReview(ReviewId),
    /// It has no such point.
    #[error("{0} has no point {1} on its agenda")]
    UnknownPoint(ReviewId, u32),
    /// It has no such decision.
    #[error("{0} has no decision {1}")]
    UnknownDecision(ReviewId, u32),
    /// A text that is needed is empty: what it is, how to write it, the field in which it stands.
    #[error("{0} is missing")]
    Missing(&'static str, &'static str, &'static str),
    /// A day that has not come, and the field in which it stands.
    #[error("{0} has not come yet")]
    Future(Day, &'static str),
    /// Nothing is approved before it was held.
    #[error("It was held on {held} and can't have been approved on {approved}, before that")]
    ApprovedBefore {
        /// When it was held.
        held: Day,
        /// When it would have been approved.
        approved: Day,
    },
    /// It is approved, and stays as it is.
    #[error("{0} is approved; nothing of it changes any more")]
    Approved(ReviewId),
    /// It was cancelled, and stays as it is.
    #[error("{0} was cancelled; what was said of it stays as it is")]
    Cancelled(ReviewId),
    /// It was held, and so takes place.
    #[error("{0} was held and can't be cancelled")]
    Held(ReviewId),
    /// It was not held, so nothing was decided.
    #[error("{0} has not been held; nothing can be decided in it yet")]
    NotHeld(ReviewId),
    /// An input stays on the agenda.
    #[error("Point {1} of {0} is an input that the standard asks for; it stays on the agenda")]
    InputStays(ReviewId, u32),
    /// There is no such place on the agenda.
    #[error("The agenda has places 1 to {1}; there is no place {0}")]
    NoPlace(u32, usize),
    /// A decision that became an action stays.
    #[error("Decision {0} became {1}")]
    HasAction(u32, ActionId),
    /// A decision becomes one action.
    #[error("Decision {0} is {1} already")]
    IsAction(u32, ActionId),
    /// Something is missing before it can be approved.
    #[error("{0} can't be approved yet: {list}", list = listed(.1))]
    NotYet(ReviewId, Vec<Obstacle>),
    /// The action could not be planned.
    #[error(transparent)]
    Action(#[from] FindingError),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

fn listed(obstacles: &[Obstacle]) -> String {
    obstacles.iter().map(Obstacle::said).collect::<Vec<_>>().join("; ")
}

impl From<StoreError> for ReviewError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for ReviewError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownReview(_) => "unknown-review",
            Self::UnknownPoint(..) => "unknown-point",
            Self::UnknownDecision(..) => "unknown-decision",
            Self::Missing(..) => "review-incomplete",
            Self::Future(..) => "day-in-future",
            Self::ApprovedBefore { .. } => "approved-before-held",
            Self::Approved(_) => "review-approved",
            Self::Cancelled(_) => "review-cancelled",
            Self::Held(_) => "review-held",
            Self::NotHeld(_) => "review-not-held",
            Self::InputStays(..) => "input-stays",
            Self::NoPlace(..) => "no-such-place",
            Self::HasAction(..) | Self::IsAction(..) => "decision-is-action",
            Self::NotYet(..) => "review-not-ready",
            Self::Action(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::UnknownReview(_) => "`annexe review list` shows those that there are.",
                Self::UnknownPoint(..) | Self::UnknownDecision(..) => {
                    "`annexe review show` lists its points and decisions with their numbers."
                }
                Self::Missing(_, hint, _) => hint,
                Self::Future(..) => "Take today or a day before.",
                Self::ApprovedBefore { .. } => "Correct one of the two days.",
                Self::Approved(_) => {
                    "Take up what is new in the next review. Where it was approved by mistake, undo the approval."
                }
                Self::Cancelled(_) => "Plan another review.",
                Self::Held(_) => "Write down what was said, and approve it.",
                Self::NotHeld(_) => "Record first when it was held.",
                Self::InputStays(..) => "Where there is nothing to say of it, mark it as noted.",
                Self::NoPlace(..) => "Count the points from 1.",
                Self::HasAction(..) => "Remove the action first, or leave the decision as it is.",
                Self::IsAction(..) => "Change the action, or write another decision.",
                Self::NotYet(..) => "Record what is missing, and try again.",
                Self::Action(error) => return error.hint(),
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownReview(_)
            | Self::Approved(_)
            | Self::Cancelled(_)
            | Self::Held(_)
            | Self::NotHeld(_)
            | Self::NotYet(..) => Some("id"),
            Self::UnknownPoint(..) | Self::InputStays(..) => Some("point"),
            Self::UnknownDecision(..) | Self::HasAction(..) | Self::IsAction(..) => Some("decision"),
            Self::Missing(_, _, field) | Self::Future(_, field) => Some(field),
            Self::ApprovedBefore { .. } => Some("on"),
            Self::NoPlace(..) => Some("to"),
            Self::Action(error) => error.field(),
            Self::Write(_) => None,
        }
    }
}
