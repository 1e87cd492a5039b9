//! The minutes as a file.

use std::ops::ControlFlow;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::Content;
use super::pages;
use super::words::Words;
use crate::Day;
use crate::explain::Explain;
use crate::ledger::Hash;
use crate::reviews::{ReviewError, ReviewId};
use crate::soa::{Rendered, Warning};
use crate::whole_file::{self, FileError};
use crate::workspace::{StoreError, Workspace};

/// Of which review the minutes are written as a PDF (PDF/UA-1 and PDF/A-3a), and where they go.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportMinutes {
    /// The review.
    pub id: ReviewId,
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is where nothing is said.
    pub replace: Option<bool>,
}

/// Minutes as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenMinutes {
    /// Where they are.
    pub file: String,
    /// Their size in bytes.
    #[ts(type = "number")]
    pub bytes: usize,
    /// How many pages they have.
    #[ts(type = "number")]
    pub pages: usize,
    /// Whether they say that they are a draft.
    pub draft: bool,
    /// Their SHA-256.
    #[ts(as = "String")]
    pub sha256: Hash,
    /// What their reader should know.
    pub warnings: Vec<Warning>,
}

/// Why there are no minutes.
#[derive(Debug, thiserror::Error)]
pub enum MinutesError {
    /// The user stopped it.
    #[error("The minutes were stopped; no file was written")]
    Stopped,
    /// There is no such review, or it can't be read.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// The document can't be made.
    #[error("The minutes could not be made ({0})")]
    Pdf(annexe_pdf::PdfError),
    /// The file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
}

impl From<StoreError> for MinutesError {
    fn from(error: StoreError) -> Self {
        Self::Review(error.into())
    }
}

impl Explain for MinutesError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Review(error) => error.code(),
            Self::Pdf(_) => "document-not-made",
            Self::File(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Review(error) => error.hint(),
            Self::Pdf(_) => Some("Shorten the longest texts and try again.".into()),
            Self::File(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Review(error) => error.field(),
            Self::File(error) => error.field(),
            Self::Stopped | Self::Pdf(_) => None,
        }
    }
}

/// Writes the minutes of a review to a file: whole, or not at all. The same content and moment give the same bytes.
///
/// `progress` is told how many pages are done, and stops the work by breaking.
///
/// # Errors
/// [`MinutesError`]; what stood under the file's name still does then.
pub fn export(
    workspace: &Workspace,
    to: &ExportMinutes,
    at: Timestamp,
    today: Day,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<WrittenMinutes, MinutesError> {
    let content = workspace.read(|conn| Content::load(conn, to.id, today))?;
    let document = pages::document(&content, Words::english(), at);
    let rendered = annexe_pdf::render(&document, progress).map_err(|error| match error {
        annexe_pdf::PdfError::Stopped => MinutesError::Stopped,
        other => MinutesError::Pdf(other),
    })?;
    let Rendered { bytes, pages, warnings } = rendered.into();
    let file = whole_file::write(&to.file, &bytes, to.replace.unwrap_or(true))?;
    Ok(WrittenMinutes {
        file: file.display().to_string(),
        bytes: bytes.len(),
        pages,
        draft: content.review.review.approval.is_none(),
        sha256: Hash::of(&bytes),
        warnings,
    })
}
