//! Management reviews (clause 9.3): what top management looks at, what was said of it, and what it decided.
//!
//! Kept is what people say. The inputs (clause 9.3.2) are gathered from the other areas as they stand on the day
//! somebody looks; when a review is approved they are kept with it, and nothing of it changes any more. A decision
//! (clause 9.3.3) can become an action, which stands in the one list of actions and is done there.

mod agenda;
mod approving;
mod changes;
mod deciding;
mod error;
mod gathering;
mod inputs;
mod minutes;
mod operations;
mod queries;
mod review;
mod store;
#[cfg(test)]
mod tests;

pub use agenda::{
    AddPoint, MovePoint, PointReference, RemarkOnPoint, add_point, move_point, remark, remove_point,
};
pub use approving::{ApproveReview, Obstacle, approve};
pub use deciding::{
    ActOnDecision, DecideInReview, DecisionReference, SetDecision, act, decide, remove_decision, set_decision,
};
pub use error::ReviewError;
pub use inputs::{
    ChangeKind, ChangedIssue, ChangedParty, FeedbackFigures, ImprovementFigures, InputKind, IssueFigures,
    MeasureFigures, MeasuredFigure, NonconformityFigures, ObjectiveFigure, ObjectiveFigures, PartyFigures,
    ReviewActions, ReviewInputs, ReviewedAction, StandingFigures, StatementFigures,
};
pub use minutes::{ExportMinutes, MinutesError, WrittenMinutes, export as export_minutes};
pub use operations::{
    AddReview, CancelReview, HoldReview, ReviewReference, SetReview, add, cancel, hold, set,
};
pub use queries::{ReviewDetails, ReviewRow, history, list, show};
pub(crate) use queries::{a_year_ago, is_approved_within_a_year, rows};
pub use review::{
    AgendaPoint, Approval, Attendee, Cancellation, Decision, DecisionAbout, Frozen, Review, ReviewStage,
};
pub(crate) use store::TABLES;

use crate::numbered::numbered;

numbered!(
    /// The number of a management review, written `MR-1`. A workspace gives each number once.
    ReviewId, ReviewIdError: "MR-", "a management review"
);
