//! Where the company stands with each clause (4 to 10): how far it is met, how, by whom and by when.
//!
//! What a clause asks comes from the catalogue. Headings are not assessed; 32 clauses are.

mod assessment;
mod error;
mod operations;
mod store;
#[cfg(test)]
mod tests;

pub use assessment::{AssessedClause, ClauseAssessment};
pub use error::ClauseError;
pub use operations::{ClauseReference, SetClauses, history, list, set, show};

pub(crate) use operations::clauses;
pub(crate) use store::TABLES;
