//! Every operation of Annexe by name, declared once.
//!
//! The window, the command line and the tests all come in through [`Session::call`]. [`OPERATIONS`] is the
//! list: from it come the dispatcher, the TypeScript types of the window and `annexe call`.

mod application;
mod backup;
mod calendar;
mod documents;
mod evidence;
mod failure;
mod guide;
mod home;
mod host;
mod opened;
mod operations;
mod readiness;
mod reminder;
mod report;
mod scope;
mod session;
mod soa;
mod start;
mod time_of_day;
mod typescript;
mod watched;
mod workspace;

pub use annexe_core::watched::Ear;
pub use failure::Failure;
pub use host::{Host, Progress, system_user};
pub use operations::{Kind, OPERATIONS, Operation};
pub use session::Session;
pub use typescript::{bindings, declarations, signature};

#[cfg(test)]
mod tests;
