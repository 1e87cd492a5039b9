//! The Statement of Applicability (clause 6.1.3): what stands in its way, its pages, and its export as PDF.

mod check;
mod details;
mod document;
mod export;
mod issue;
mod pages;
#[cfg(test)]
mod tests;
mod words;

pub use check::{CheckName, SoaCheck, SoaFinding, check};
pub(crate) use check::{Facts, is_thin};
pub use details::{SetSoa, SoaDetails, set, show};
pub use document::Content;
pub use export::{ExportSoa, Exported, Format, Rendered, SoaError, Warning, export, render};
pub use issue::{EvidenceUsed, SoaIssue};
pub(crate) use issue::{NewestIssue, issues_with, newest_changed, newest_issue};
pub(crate) use words::Words;

/// The tables of the area.
pub(crate) const TABLES: &[&str] = &[details::TABLES, issue::TABLES];
