//! Internal audits (clause 9.2): planned by risk, answered requirement by requirement, reported, and the programme.
//!
//! Kept is what people say: an [`Audit`] with its checklist, and an [`AuditAnswer`] for each requirement that was
//! answered. What is to be audited next, and how much was audited in three years, follows from that, from the findings
//! and from the ledger. Nobody audits their own work (clause 9.2.2): whoever answers for a requirement can't answer
//! for it as its auditor.

mod answer;
mod answering;
mod asked;
mod audit;
mod audited;
mod coverage;
mod criteria;
mod error;
mod impartial;
mod operations;
mod programme;
mod queries;
mod raising;
mod report;
mod store;
mod summary;
#[cfg(test)]
mod tests;
mod words;

pub use answer::{AuditAnswer, SeenEvidence, Verdict};
pub use answering::{AnswerAudit, answer};
pub use audit::{Addition, Audit, AuditStage, Cancelling, CheckLine, Conclusion};
pub(crate) use audited::Audited;
pub use audited::LastAudited;
pub use coverage::{Coverage, CoverageRow, CoverageYear, coverage};
pub use criteria::Criteria;
pub use error::AuditError;
pub use operations::{
    AddAudit, AssignAuditor, AuditReference, CancelAudit, ConcludeAudit, ExtendAudit, SetAudit, StartAudit,
    add, assign, cancel, conclude, extend, set, start,
};
pub use programme::{DueReason, DueRow, Programme, ProgrammeYear, programme};
pub(crate) use queries::rows;
pub use queries::{
    AuditCounts, AuditDetails, AuditFinding, AuditRow, Lack, ShownEvidence, ShownLine, history, list, show,
};
pub use raising::{RaiseFinding, raise};
pub use report::{AuditReportError, ExportAudit, export as export_report};
pub(crate) use store::TABLES;
pub(crate) use summary::summaries;
pub use summary::{AuditSummary, reported};

use crate::numbered::numbered;

numbered!(
    /// The number of an internal audit, written `AU-1`. A workspace gives each number once.
    AuditId, AuditIdError: "AU-", "an internal audit"
);
