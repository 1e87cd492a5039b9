//! Deciding controls (clause 6.1.3): whether each applies and why, and how far it is done.
//!
//! Annex A's controls come from the catalogue; the company's own, or those from another source, stand beside
//! them (clause 6.1.3 says that Annex A need not be enough).

mod check;
mod control;
mod control_id;
mod decision;
mod error;
mod operations;
mod own;
mod status;
mod store;
#[cfg(test)]
mod tests;

pub use control::{Assessment, Control, Origin};
pub use control_id::{ControlId, ControlIdError};
pub use decision::{Decision, Ground, Reason};
pub use error::AssessmentError;
pub use operations::{
    AddControl, ControlReference, DecideControls, DecisionKind, EditControl, SetControls, add, decide, edit,
    history, list, remove, set, show,
};
pub use own::OwnControl;
pub use status::Status;

pub(crate) use check::stock_phrase;
pub(crate) use operations::controls;
pub(crate) use store::TABLES;
