//! The log as a file: a document or tables, by what the file's name ends with.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::content::Content;
use super::words::Words;
use super::{pages, tables};
use crate::Day;
use crate::explain::Explain;
use crate::ledger::Hash;
use crate::soa::{Rendered, Warning};
use crate::spreadsheet;
use crate::whole_file::{self, FileError};
use crate::workspace::{StoreError, Workspace};

/// Where the log goes: a PDF (PDF/UA-1 and PDF/A-3a), an XLSX or a CSV, by what the file's name ends with.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportFindings {
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is where nothing is said.
    pub replace: Option<bool>,
}

/// The log as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingsLog {
    /// Where it is.
    pub file: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: usize,
    /// How many pages it has, where it has pages.
    #[ts(type = "number | null")]
    pub pages: Option<usize>,
    /// How many findings it tells of.
    #[ts(type = "number")]
    pub findings: usize,
    /// Its SHA-256.
    #[ts(as = "String")]
    pub sha256: Hash,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

/// Why there is no log.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The user stopped it.
    #[error("The log was stopped; no file was written")]
    Stopped,
    /// The file's name says nothing of its form.
    #[error("“{}” does not say what it is to be: expected .pdf, .xlsx or .csv at its end", crate::text::shown(.0))]
    Ending(String),
    /// The document can't be made.
    #[error("The log could not be made ({0})")]
    Pdf(annexe_pdf::PdfError),
    /// The workbook can't be made.
    #[error("The log could not be made ({0})")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Explain for LogError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Ending(_) => "unknown-ending",
            Self::Pdf(_) | Self::Xlsx(_) => "document-not-made",
            Self::File(error) => error.code(),
            Self::Store(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Ending(_) => Some("Name it as in findings.pdf, to read; or findings.xlsx, to sort.".into()),
            Self::Pdf(_) | Self::Xlsx(_) => Some("Shorten the longest texts and try again.".into()),
            Self::File(error) => error.hint(),
            Self::Store(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Ending(_) => Some("file"),
            Self::File(error) => error.field(),
            Self::Stopped | Self::Pdf(_) | Self::Xlsx(_) | Self::Store(_) => None,
        }
    }
}

/// The form of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Pdf,
    Xlsx,
    Csv,
}

impl Form {
    fn of(file: &Path) -> Result<Self, LogError> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("pdf") => Ok(Self::Pdf),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("csv") => Ok(Self::Csv),
            Some(_) | None => Err(LogError::Ending(file.display().to_string())),
        }
    }
}

/// Renders the log as a document. The same content and moment give the same bytes.
///
/// `progress` is told how many pages are done, and stops the work by breaking.
pub(super) fn render(
    content: &Content,
    at: Timestamp,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Rendered, LogError> {
    let document = pages::document(content, Words::english(), at);
    let rendered = annexe_pdf::render(&document, progress).map_err(|error| match error {
        annexe_pdf::PdfError::Stopped => LogError::Stopped,
        other => LogError::Pdf(other),
    })?;
    Ok(rendered.into())
}

/// Writes the log of a workspace to a file: whole, or not at all.
///
/// # Errors
/// [`LogError`]; what stood under the file's name still does then.
pub fn export(
    workspace: &Workspace,
    to: &ExportFindings,
    at: Timestamp,
    today: Day,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<FindingsLog, LogError> {
    let form = Form::of(&to.file)?;
    let content = workspace.read(|conn| Content::load(conn, today))?;
    let words = Words::english();
    let (bytes, pages, warnings) = match form {
        Form::Pdf => {
            let Rendered { bytes, pages, warnings } = render(&content, at, progress)?;
            (bytes, Some(pages), warnings)
        }
        Form::Xlsx => {
            let sheets = [tables::findings(&content, words), tables::actions(&content, words)];
            (spreadsheet::xlsx(&sheets, &words.title, at)?, None, Vec::new())
        }
        Form::Csv => (spreadsheet::csv(&tables::together(&content, words)), None, Vec::new()),
    };
    let file = whole_file::write(&to.file, &bytes, to.replace.unwrap_or(true))?;
    Ok(FindingsLog {
        file: file.display().to_string(),
        bytes: bytes.len(),
        pages,
        findings: content.findings.len(),
        sha256: Hash::of(&bytes),
        warnings,
    })
}
