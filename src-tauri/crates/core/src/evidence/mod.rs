//! Evidence (clause 7.5): what shows that the company does what it says, with its files in the vault.
//!
//! Bytes go into the vault before the database speaks of them, and leave it after the database has ceased to. So
//! whatever the database names is there, whenever the power fails.

mod add;
mod adding;
mod bytes;
mod counts;
mod ending;
mod error;
mod file_name;
mod filing;
mod filter;
mod holding;
mod id;
mod kind;
mod link;
mod operations;
mod queries;
mod record;
mod search;
mod store;
mod sweep;
#[cfg(test)]
mod tests;

pub use add::{By, add, add_version, paste};
pub use adding::{
    AddEvidence, AddVersion, AddedEvidence, KnownFile, Particulars, PasteEvidence, RefusedFile,
};
pub use bytes::{
    ExportEvidence, ExportedEvidence, NoPreview, Preview, VersionReference, copy_to_open, export, preview,
};
pub use error::EvidenceError;
pub use file_name::{FileName, FileNameError};
pub use id::{EvidenceId, EvidenceIdError};
pub use kind::{Confidentiality, Kind};
pub use link::{Link, LinkError, Target};
pub use operations::{
    EvidenceReference, LinkEvidence, RemoveEvidence, SetEvidence, link, remove, set, unlink,
};
pub use queries::{
    EvidenceDetails, EvidencePage, EvidenceRow, EvidenceUse, ListEvidence, State, history, list, removed,
    show, tags,
};
pub use record::{Evidence, Origin, RemovedEvidence, Version};
pub use search::{Index, Reading, read_files};
pub use sweep::{Swept, VaultSweep, sweep};

pub use annexe_vault::{Digest, Progress as FileProgress};

pub(crate) use add::{Incoming, take_in, take_in_version};
pub(crate) use counts::{count_of_clause, count_of_control, counts_by_clause, counts_by_control};
pub(crate) use ending::{Ending, EndingPiece, ending, expired, expiring};
pub(crate) use filing::{Stored, file_piece, renew_piece, store_file};
pub(crate) use holding::{
    count_holding, counts_by_system, first_holding, lapsed, policy_holds, proven_clauses, proven_on,
    systems_proven_for,
};
pub(crate) use link::resolve as resolve_target;
pub(crate) use operations::{resolved as resolve, unlink_all};
pub(crate) use queries::{all, has_any, of_controls};
pub(crate) use sweep::referenced;

/// What the second version of the database adds.
pub(crate) use store::SECOND;

/// The tables of the area.
pub(crate) const TABLES: &[&str] = &[store::TABLES, sweep::TABLES];
