//! The gap report as PDF, written where somebody wants it.

use std::ops::ControlFlow;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::Deserialize;
use ts_rs::TS;

use super::content::Content;
use super::pages;
use super::words::Words;
use crate::Day;
use crate::explain::Explain;
use crate::ledger::Hash;
use crate::soa::{Exported, Rendered};
use crate::whole_file::{self, FileError};
use crate::workspace::{StoreError, Workspace};

/// Where the gap report goes: a PDF (PDF/UA-1 and PDF/A-3a).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportGapReport {
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is where nothing is said.
    pub replace: Option<bool>,
}

/// Why there is no gap report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The user stopped it.
    #[error("The gap report was stopped; no file was written")]
    Stopped,
    /// The document can't be made.
    #[error("The gap report could not be made ({0})")]
    Pdf(annexe_pdf::PdfError),
    /// The file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for ReportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Pdf(_) => "document-not-made",
            Self::File(error) => error.code(),
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Pdf(_) => Some("Shorten the longest texts and try again.".into()),
            Self::File(error) => error.hint(),
            Self::Store(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::File(error) => error.field(),
            Self::Stopped | Self::Pdf(_) | Self::Store(_) => None,
        }
    }
}

/// Renders a gap report. The same content and moment give the same bytes.
///
/// `progress` is told how many pages are done, and stops the work by breaking.
pub(super) fn render(
    content: &Content,
    at: Timestamp,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Rendered, ReportError> {
    let document = pages::document(content, Words::english(), at);
    let rendered = annexe_pdf::render(&document, progress).map_err(|error| match error {
        annexe_pdf::PdfError::Stopped => ReportError::Stopped,
        other => ReportError::Pdf(other),
    })?;
    Ok(rendered.into())
}

/// Renders the gap report of a workspace and writes it to a file: whole, or not at all.
///
/// # Errors
/// [`ReportError`]; what stood under the file's name still does then.
pub fn export(
    workspace: &Workspace,
    to: &ExportGapReport,
    at: Timestamp,
    today: Day,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Exported, ReportError> {
    let content = workspace.read(|conn| Content::load(conn, today))?;
    let rendered = render(&content, at, progress)?;
    let file = whole_file::write(&to.file, &rendered.bytes, to.replace.unwrap_or(true))?;
    Ok(Exported {
        file: file.display().to_string(),
        bytes: rendered.bytes.len(),
        pages: rendered.pages,
        sha256: Hash::of(&rendered.bytes),
        warnings: rendered.warnings,
    })
}
