//! Documented information (clause 7.5): drafts to begin with, and the controlled documents that they become.
//!
//! A draft is a text of ours with places in it. What the workspace knows goes into the places; what it does not know
//! stands there as a numbered decision, with a question and a proposal. A controlled document has an owner, a state
//! and a day on which it is looked at again; what was approved is evidence in the vault.

mod approving;
mod data;
mod drafts;
mod error;
mod fill;
mod key;
mod known;
mod markup;
mod operations;
mod pages;
mod queries;
mod record;
mod store;
#[cfg(test)]
mod tests;
mod text;
mod word;

pub use approving::{ApproveDocument, Approved, approve};
pub(crate) use drafts::draft_title;
pub use drafts::{
    Asked, DraftFormat, DraftPreview, DraftReference, DraftSummary, WriteDraft, WrittenDraft, drafts,
    preview, write,
};
pub use error::DocumentError;
pub use key::{DraftKey, UsualApprover};
pub use operations::{
    AddDocument, DecideDocument, DocumentReference, NewVersion, SetDocument, WithdrawDocument, add, decide,
    new_version, recall, set, submit, withdraw,
};
pub(crate) use queries::reviews;
pub use queries::{DocumentDetails, DocumentRow, ReviewDue, history, list, show};
pub use record::{Approval, Document, DocumentId, DocumentIdError, DocumentState, Withdrawal};
pub(crate) use store::{TABLES, all};
pub use text::{AnsweredAt, Decision};
