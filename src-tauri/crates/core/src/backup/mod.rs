//! Backups: one file that needs no Annexe to be trusted, and the way back from it.
//!
//! What is in it: the database as it stood at one moment, every file of the evidence that it speaks of, the head of
//! the ledger, and how to check all that with tools that every system has. Nothing is called a backup before it was
//! read back whole, and nothing is called restored before it was verified as a workspace.

mod contents;
mod error;
mod form;
mod healing;
mod opened;
mod restoring;
mod scratch;
mod snapshot;
#[cfg(test)]
mod tests;
mod writing;

pub use annexe_bag::{Passphrase, Progress as BackupProgress, Sealing};
pub use error::BackupError;
pub use healing::{Healed, heal};
pub use opened::{BackupReport, check};
pub use restoring::restore;
pub(crate) use scratch::clear_leftovers;
pub use writing::{WrittenBackup, write};
