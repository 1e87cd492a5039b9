//! Watched folders: where the company's documents live, and what in them is new, changed or gone.
//!
//! The scan is the truth. What was taken in remembers where its file was, and what was passed over is remembered
//! too; both stand in the ledger. The inbox is the difference between that and what a scan sees, and is made anew
//! whenever it is asked for. That a file was only moved, or only touched, is remembered for as long as the workspace
//! is open: a scan finds out again.

mod error;
mod inbox;
mod listening;
mod operations;
mod scanning;
mod store;
#[cfg(test)]
mod tests;

pub use error::WatchError;
pub use inbox::{FolderState, Inbox, InboxCounts, InboxItem, InboxPage, InboxWhat, PassedFile, Unreadable};
pub use listening::{Ear, Hearing, Listening, listen};
pub use operations::{
    FolderReference, InboxFile, PassFiles, TakeFiles, TakenFiles, list, pass, passed, recall, take, unwatch,
    watch,
};
pub use scanning::{Sights, inbox, scan};
pub use store::{PassedOver, WatchedFolder};

pub use annexe_watch::Progress as ScanProgress;

pub(crate) use store::TABLES;
