//! The statement as PDF: rendered, and written where somebody wants it.

use std::ops::ControlFlow;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::document::Content;
use super::issue::{EvidenceUsed, SoaIssue};
use super::pages;
use super::words::Words;
use crate::Day;
use crate::evidence::Evidence;
use crate::explain::Explain;
use crate::ledger::{Hash, Lasting};
use crate::record::Record as _;
use crate::whole_file::{self, FileError};
use crate::workspace::{Stamp, StoreError, Workspace, WriteError};

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// PDF/UA-1 and PDF/A-3a.
    Pdf,
}

/// Where the statement goes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportSoa {
    /// In which form.
    pub format: Format,
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is where nothing is said.
    #[ts(as = "Option<bool>")]
    #[serde(default = "yes")]
    pub replace: bool,
}

fn yes() -> bool {
    true
}

/// Something about a document that its reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Warning {
    /// Characters that the typefaces lack; each stands as its number.
    MissingCharacter {
        /// The characters.
        characters: Vec<char>,
        /// Where they stand, such as a control's number.
        place: String,
    },
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exported {
    /// Where it is.
    pub file: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: usize,
    /// How many pages it has.
    #[ts(type = "number")]
    pub pages: usize,
    /// Its SHA-256.
    #[ts(as = "String")]
    pub sha256: Hash,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

/// Why there is no statement.
#[derive(Debug, thiserror::Error)]
pub enum SoaError {
    /// The user stopped it.
    #[error("The export was stopped; no file was written")]
    Stopped,
    /// The document can't be made.
    #[error("The document could not be made ({0})")]
    Pdf(annexe_pdf::PdfError),
    /// The file can't be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file is written, and the workspace could not note it.
    #[error("The file was written, but the workspace could not note that: {0}")]
    NotNoted(#[from] WriteError),
}

impl Explain for SoaError {
    fn code(&self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Pdf(_) => "document-not-made",
            Self::File(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::NotNoted(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Stopped => None,
            Self::Pdf(_) => Some("Shorten the longest texts and try again.".into()),
            Self::File(error) => error.hint(),
            Self::Store(error) => error.hint(),
            Self::NotNoted(error) => error.hint(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::File(error) => error.field(),
            Self::Stopped | Self::Pdf(_) | Self::Store(_) | Self::NotNoted(_) => None,
        }
    }
}

/// A document as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

impl From<annexe_pdf::Rendered> for Rendered {
    fn from(rendered: annexe_pdf::Rendered) -> Self {
        let warnings = rendered.warnings.into_iter().filter_map(|warning| match warning {
            annexe_pdf::Warning::MissingCharacters { characters, place } => {
                Some(Warning::MissingCharacter { characters, place })
            }
            _ => None,
        });
        Self { bytes: rendered.bytes, pages: rendered.pages, warnings: warnings.collect() }
    }
}

/// Renders a statement. The same content, moment and day give the same bytes.
///
/// `progress` is told how many pages are done, and stops the work by breaking.
///
/// # Errors
/// [`SoaError::Stopped`] where it was stopped, [`SoaError::Pdf`] where the document can't be made.
pub fn render(
    content: &Content,
    at: Timestamp,
    today: Day,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Rendered, SoaError> {
    let document = pages::document(content, Words::english(), at, today);
    let rendered = annexe_pdf::render(&document, progress).map_err(|error| match error {
        annexe_pdf::PdfError::Stopped => SoaError::Stopped,
        other => SoaError::Pdf(other),
    })?;
    Ok(rendered.into())
}

/// Renders the statement of a workspace and writes it to a file: whole, or not at all.
///
/// Where the workspace can be written to, it also notes that this state of it left the house, with the version of
/// each piece of evidence that the statement rests on; once for each state.
///
/// # Errors
/// [`SoaError`]; what stood under the file's name still does then, unless the error is of the noting.
pub fn export(
    workspace: &Workspace,
    to: &ExportSoa,
    stamp: &Stamp,
    today: Day,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Exported, SoaError> {
    match to.format {
        Format::Pdf => {}
    }
    // The files of the evidence that the statement rests on stay until that is noted.
    workspace.keeping(|_| {
        let content = Content::of(workspace)?;
        let rendered = render(&content, stamp.at, today, progress)?;
        let file = whole_file::write(&to.file, &rendered.bytes, to.replace)?;
        if workspace.can_write() {
            note(workspace, &content, stamp)?;
        }
        Ok(Exported {
            file: file.display().to_string(),
            bytes: rendered.bytes.len(),
            pages: rendered.pages,
            sha256: Hash::of(&rendered.bytes),
            warnings: rendered.warnings,
        })
    })
}

/// Notes which state of the workspace a statement shows, and the evidence that it rests on.
fn note(workspace: &Workspace, content: &Content, stamp: &Stamp) -> Result<(), WriteError> {
    let Some(head) = &content.head else { return Ok(()) };
    let used = |piece: &Evidence| {
        let newest = piece.latest()?;
        Some(EvidenceUsed { id: piece.id, version: newest.version, sha256: newest.sha256 })
    };
    let issue = SoaIssue {
        entry: head.seq,
        head: head.hash.as_str().into(),
        number: content.details.number.clone(),
        version: content.details.version.clone(),
        at: format!("{:.3}", stamp.at),
        evidence: content.issued().filter_map(used).collect(),
    };
    workspace.write(stamp, "soa.export", |tx| {
        tx.lasts(Lasting::Noted);
        if tx.get::<SoaIssue>(&issue.key())?.is_none() {
            tx.put(&issue)?;
        }
        Ok(())
    })
}
