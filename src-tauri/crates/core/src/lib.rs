//! The domain of Annexe: what ISO/IEC 42001:2023 asks of a company, as types, operations and tables.
//!
//! A folder for each area; no Tauri, no clock and no random numbers in here: time, ids and the actor come in
//! from outside. Every write goes through [`Workspace::write`], which also appends it to the ledger.

pub mod assessment;
pub mod attention;
pub mod audits;
pub mod backup;
pub mod calendar;
pub mod cases;
pub mod catalogue;
mod choice;
pub mod clauses;
mod column;
mod day;
pub mod documents;
pub mod evidence;
mod explain;
pub mod findings;
pub mod frameworks;
mod given;
pub mod guide;
pub mod ledger;
mod numbered;
pub mod objectives;
pub mod organisation;
pub mod readiness;
mod record;
pub mod report;
pub mod reviews;
pub mod sample;
pub mod soa;
mod spreadsheet;
pub mod start;
pub mod systems;
mod text;
pub mod watched;
mod whole_file;
mod wording;
pub mod workspace;

pub use day::{Day, DayError};
pub use explain::Explain;
pub use text::{Line, Prose, TextError};
pub use whole_file::FileError;
pub use workspace::Workspace;
