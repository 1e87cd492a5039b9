//! The report of an audit as a document (clause 9.2.2): what was audited, what was seen, what was found.

mod checklist;
mod content;
mod export;
mod pages;
#[cfg(test)]
mod tests;

pub use export::{AuditReportError, ExportAudit, export};
