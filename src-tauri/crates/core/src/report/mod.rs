//! The gap report: where the company stands before the audit, what is missing, and who does what by when (clauses 9.1,
//! 9.2). Its figures are those of [`readiness`](crate::readiness), its steps those of the [`guide`](crate::guide).

mod content;
mod export;
mod gaps;
mod lack;
mod pages;
#[cfg(test)]
mod tests;
mod words;
mod work;

pub use export::{ExportGapReport, ReportError, export};
