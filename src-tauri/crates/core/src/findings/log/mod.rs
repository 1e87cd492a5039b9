//! The log of nonconformities and corrective actions (clause 10.2): what was found, why, what was done, what came of it.
//!
//! As a document for whoever wants to read it, and as tables for whoever wants to sort it.

mod content;
mod export;
mod pages;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub use export::{ExportFindings, FindingsLog, LogError, export};
