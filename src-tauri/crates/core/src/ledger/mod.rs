//! The ledger: what was changed, when and by whom, each entry sealed over the one before it.
//!
//! What it shows: an edit made to the database behind Annexe's back, and anything rewritten after its head
//! was written down elsewhere (each exported Statement of Applicability carries the head). What it cannot
//! show: that whoever owns the laptop rewrote the whole of it before the head left the house.

mod chain;
mod entry;
mod event;
pub(crate) mod store;
pub(crate) mod undo;

pub use chain::{Fault, Hash, Head};
pub use entry::{Entry, FieldChange};
pub use event::{Change, Event, Lasting};
pub use undo::{Step, UndoState};

pub use crate::record::RecordKind;

pub(crate) use chain::check;
