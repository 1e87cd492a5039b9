//! The report of an audit as a file.

use std::ops::ControlFlow;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::Deserialize;
use ts_rs::TS;

use super::content::Content;
use super::pages;
use crate::Day;
use crate::audits::words::Words;
use crate::audits::{AuditError, AuditId};
use crate::explain::Explain;
use crate::ledger::Hash;
use crate::soa::{Exported, Rendered};
use crate::whole_file::{self, FileError};
use crate::workspace::Workspace;

/// Which audit's report goes where: a PDF (PDF/UA-1 and PDF/A-3a).
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportAudit {
    /// The audit.
    pub id: AuditId,
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is where nothing is said.
    pub replace: Option<bool>,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum AuditReportError {
    /// The user stopped it.
    #[error("The report was stopped; no file was written")]
    Stopped,
    /// The document can't be made.
    #[error("The report could not be made ({0})")]
    Pdf(annexe_pdf::PdfError),
    /// The file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is no such audit, or it can't be read.
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl Explain for AuditReportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Pdf(_) => "document-not-made",
            Self::File(error) => error.code(),
            Self::Audit(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Pdf(_) => Some("Shorten the longest texts and try again.".into()),
            Self::File(error) => error.hint(),
            Self::Audit(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::File(error) => error.field(),
            Self::Audit(error) => error.field(),
            Self::Stopped | Self::Pdf(_) => None,
        }
    }
}

/// Renders the report. The same content and moment give the same bytes.
///
/// `progress` is told how many pages are done, and stops the work by breaking.
pub(super) fn render(
    content: &Content,
    at: Timestamp,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Rendered, AuditReportError> {
    let document = pages::document(content, Words::english(), at);
    let rendered = annexe_pdf::render(&document, progress).map_err(|error| match error {
        annexe_pdf::PdfError::Stopped => AuditReportError::Stopped,
        other => AuditReportError::Pdf(other),
    })?;
    Ok(rendered.into())
}

/// Writes the report of an audit to a file: whole, or not at all.
///
/// # Errors
/// [`AuditReportError`]; what stood under the file's name still does then.
pub fn export(
    workspace: &Workspace,
    to: &ExportAudit,
    at: Timestamp,
    today: Day,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Exported, AuditReportError> {
    let content = workspace.read(|conn| Content::load(conn, to.id, today))?;
    let Rendered { bytes, pages, warnings } = render(&content, at, progress)?;
    let file = whole_file::write(&to.file, &bytes, to.replace.unwrap_or(true))?;
    Ok(Exported {
        file: file.display().to_string(),
        bytes: bytes.len(),
        pages,
        sha256: Hash::of(&bytes),
        warnings,
    })
}
