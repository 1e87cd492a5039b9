//! Findings and what is done about them: nonconformities, corrective actions, improvements (clauses 10.1, 10.2).
//!
//! A finding keeps what was said and done; its [`Stage`] follows from that and is kept nowhere. A round begins
//! when it is recorded, and anew whenever a check of the effect fails or it is reopened: only what was done in
//! the round counts, so nothing is closed on the strength of what did not work before. Grades and deadlines are
//! the practice of certification bodies (ISO/IEC 17021-1); the standard itself grades nothing.
//!
//! An action has an [`ActionOrigin`]: whatever else asks for actions gets a variant of it. A finding says by its
//! [`Source`] what kind of thing it comes from; which one, an audit say, belongs into a field `origin` beside it.

mod acting;
mod action;
mod action_store;
mod burn_down;
mod error;
mod finding;
mod grade;
mod id;
mod in_period;
mod listing;
mod log;
mod open;
mod operations;
mod origin;
mod queries;
mod road;
mod shown;
mod stage;
mod store;
#[cfg(test)]
mod tests;

pub use acting::{
    ActionReference, AddAction, FinishAction, MoveActions, SetActions, add_action, finish_action,
    move_actions, remove_action, reopen_action, set_actions,
};
pub(crate) use acting::{Planned, plan};
pub use action::{Action, ActionState, Done, DueChange};
pub use burn_down::{Week, burn_down};
pub use error::FindingError;
pub use finding::{
    Branch, BranchKind, Cause, CauseMethod, Check, Closing, Containment, Criterion, Finding, FollowUp,
    PlanApproval, Refusal, Reopening, Updated,
};
pub use grade::{CheckResult, Grade, Source, WordError};
pub use id::{ActionId, ActionIdError, FindingId, FindingIdError};
pub use in_period::{ActionTrend, GradeFigures, NamedFinding};
pub(crate) use in_period::{InPeriod, figures, figures_of, first_open, repeats, trend};
pub(crate) use listing::rows;
pub use log::{ExportFindings, FindingsLog, LogError, export as export_log};
pub use open::OpenNonconformity;
pub(crate) use open::{FindingDue, OpenNonconformities, due, first_closed, overdue};
pub use operations::{
    AddFinding, ApprovePlan, CheckFinding, CloseFinding, ContainFinding, ExplainFinding, FindingReference,
    FollowUpFinding, GiveReason, SetCriterion, SetFinding, SimilarCases, add, approve_plan, check, close,
    contain, criterion, explain, follow_up, refuse, reopen, set, similar,
};
pub use origin::{ActionOrigin, FindingOrigin};
pub use queries::{
    ActionList, ActionRow, FindingDetails, FindingRow, ListActions, ListFindings, actions, history, list,
    show,
};
pub(crate) use queries::{
    actions_of, actions_of_review, actions_of_reviews, count_from, folded, has_actions, late_actions,
    open_actions, that_came_from,
};
pub use road::{Step, StepState};
pub use shown::Shown;
pub(crate) use shown::shown_by;
pub use stage::{Need, Stage};
pub(crate) use store::TABLES;
