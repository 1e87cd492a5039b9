//! Concerns, complaints and incidents: what somebody reported or what happened (A.3.3, A.8.3, A.8.4), who was told of
//! it and when, and the duties to tell whose time runs.
//!
//! Kept is what people say. Which duties a case may fall under, and by when they are due, follows from its harms, from
//! the roles under the EU AI Act and from `data/duties.toml`; whether one applies is said by a person.

mod case;
mod duty;
mod error;
mod handling;
mod in_period;
mod operations;
mod queries;
mod store;
#[cfg(test)]
mod tests;

pub use case::{Case, CaseKind, Closing, Harm, Reopening, Ruling, Told};
pub use duty::{DutyKey, DutyKeyError};
pub use error::CaseError;
pub use handling::{CloseCase, ReopenCase, RuleOnDuty, TellOfCase, close, reopen, rule, tell};
pub use in_period::KindFigures;
pub(crate) use in_period::figures;
pub use operations::{AddCase, CaseReference, SetCase, add, set};
pub(crate) use queries::rows;
pub use queries::{CaseDetails, CaseRow, DutyState, ShownDuty, history, list, show};
pub(crate) use store::TABLES;

use crate::numbered::numbered;

numbered!(
    /// The number of a case, written `C-1`. A workspace gives each number once.
    CaseId, CaseIdError: "C-", "a case"
);
