//! The drafts: what there is, how each reads with what the workspace knows today, and writing one to a file.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::data::{self, Template};
use super::error::DocumentError;
use super::fill;
use super::key::{DraftKey, UsualApprover};
use super::known::Known;
use super::markup::{Content, Passage};
use super::pages;
use super::record::{Document, DocumentId, DocumentState};
use super::store;
use super::text::{Decision, Text};
use super::word;
use crate::choice::choice;
use crate::evidence::{Kind, Link};
use crate::ledger::Hash;
use crate::soa::{Rendered, Warning};
use crate::whole_file;
use crate::workspace::{StoreError, Workspace};

choice! {
    /// The form of a draft's file.
    pub enum DraftFormat {
        /// A document to edit, for a word processor.
        Docx = "docx",
        /// PDF/UA-1 and PDF/A-3a.
        Pdf = "pdf",
    }
}

impl DraftFormat {
    /// Returns the form that the ending of a file's name says.
    fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|format| format.name() == ending)
    }
}

/// Names a draft.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftReference {
    /// Its name.
    pub draft: DraftKey,
}

/// A draft, with what it is for and how much of it is left to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftSummary {
    /// Its name.
    pub key: DraftKey,
    /// Its title.
    pub title: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// What it is.
    pub kind: Kind,
    /// The clauses and controls that it serves.
    pub links: Vec<Link>,
    /// Who usually approves it.
    pub approver: UsualApprover,
    /// How many months usually pass before its next review.
    pub review_months: i32,
    /// What is left to decide with what the workspace knows today.
    pub decisions: Vec<Decision>,
    /// What it leaves to its reader, answered or not.
    pub asks: Vec<Asked>,
    /// The controlled document that it has become.
    pub document: Option<DocumentId>,
    /// How far that is.
    pub state: Option<DocumentState>,
}

/// What a draft leaves to its reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DraftQuestion")]
pub struct Asked {
    /// The name of the decision.
    pub key: &'static str,
    /// What is to be decided.
    pub question: &'static str,
}

/// How a draft reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPreview {
    /// Its pages as PDF.
    pub pdf: Vec<u8>,
    /// How many there are.
    pub pages: usize,
    /// What is left to decide.
    pub decisions: Vec<Decision>,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

/// Where a draft goes.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct WriteDraft {
    /// Its name.
    #[ts(optional = false)]
    pub draft: DraftKey,
    /// The file.
    #[ts(as = "String", optional = false)]
    pub file: PathBuf,
    /// In which form; as the ending of the file's name says where nothing is said.
    pub format: Option<DraftFormat>,
    /// Whether a file of that name is replaced; it is not where nothing is said.
    #[ts(as = "Option<bool>")]
    #[serde(default)]
    pub replace: bool,
}

/// A draft that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenDraft {
    /// Where it is.
    pub file: String,
    /// In which form.
    pub format: DraftFormat,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: usize,
    /// Its SHA-256.
    #[ts(as = "String")]
    pub sha256: Hash,
    /// How many decisions it leaves open.
    #[ts(type = "number")]
    pub open: usize,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

/// Returns the title of a draft.
pub(crate) fn draft_title(key: DraftKey) -> &'static str {
    &data::template(key).title
}

/// Returns every draft.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn drafts(workspace: &Workspace) -> Result<Vec<DraftSummary>, StoreError> {
    workspace.read(|conn| {
        let known = Known::load(conn)?;
        let summary = |key: &DraftKey| {
            let template = data::template(*key);
            let document = store::of_draft(conn, *key)?;
            Ok(DraftSummary {
                key: *key,
                title: &template.title,
                purpose: &template.purpose,
                kind: template.kind,
                links: super::queries::links(template),
                approver: template.approver,
                review_months: template.review_months,
                decisions: left(template, &known, document.as_ref()),
                asks: template.passages.iter().filter_map(asked).collect(),
                state: document.as_ref().map(|document| document.state),
                document: document.map(|document| document.id),
            })
        };
        DraftKey::ALL.iter().map(summary).collect()
    })
}

/// Returns what a draft leaves open; nothing where what it has become is approved.
fn left(template: &Template, known: &Known, document: Option<&Document>) -> Vec<Decision> {
    match document.map(|document| document.state) {
        Some(DocumentState::Approved) => Vec::new(),
        Some(DocumentState::Draft | DocumentState::InReview | DocumentState::Withdrawn) | None => {
            fill::fill(template, known, document).decisions
        }
    }
}

fn asked(passage: &'static Passage) -> Option<Asked> {
    match &passage.content {
        Content::Decide { key, question, .. } => Some(Asked { key, question }),
        Content::Heading { .. }
        | Content::Paragraph(_)
        | Content::List { .. }
        | Content::Table { .. }
        | Content::Insert(_) => None,
    }
}

/// Returns how a draft reads: with what the workspace knows today, and as the document that it has become.
///
/// # Errors
/// [`DocumentError`] where it can't be made, or was stopped.
pub fn preview(
    workspace: &Workspace,
    key: DraftKey,
    at: Timestamp,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<DraftPreview, DocumentError> {
    let text = workspace.read(|conn| filled(conn, key, None))?;
    let (pdf, pages, warnings) = render(&text, at, progress)?;
    Ok(DraftPreview { pdf, pages, decisions: text.decisions, warnings })
}

/// Writes a draft to a file: whole, or not at all.
///
/// # Errors
/// [`DocumentError`]; what stood under the file's name still does then.
pub fn write(
    workspace: &Workspace,
    to: &WriteDraft,
    at: Timestamp,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<WrittenDraft, DocumentError> {
    let format = to.format.or_else(|| DraftFormat::of(&to.file));
    let format = format.ok_or_else(|| DocumentError::NoFormat(to.file.clone()))?;
    let text = workspace.read(|conn| filled(conn, to.draft, None))?;
    let (bytes, warnings) = match format {
        DraftFormat::Docx => (docx(&text, at)?, Vec::new()),
        DraftFormat::Pdf => {
            let (bytes, _, warnings) = render(&text, at, progress)?;
            (bytes, warnings)
        }
    };
    let file = whole_file::write(&to.file, &bytes, to.replace)?;
    Ok(WrittenDraft {
        file: file.display().to_string(),
        format,
        bytes: bytes.len(),
        sha256: Hash::of(&bytes),
        open: text.decisions.len(),
        warnings,
    })
}

/// Returns a draft as it reads; as this document, or as the one that it has become.
pub(super) fn filled(
    conn: &Connection,
    key: DraftKey,
    document: Option<&Document>,
) -> Result<Text, StoreError> {
    let known = Known::load(conn)?;
    let become_ = match document {
        Some(document) => Some(document.clone()),
        None => store::of_draft(conn, key)?,
    };
    Ok(fill::fill(data::template(key), &known, become_.as_ref()))
}

/// Returns a document to edit.
fn docx(text: &Text, at: Timestamp) -> Result<Vec<u8>, DocumentError> {
    annexe_docx::write(&word::document(text, at)).map_err(|error| DocumentError::NotMade(error.to_string()))
}

/// Returns the pages of a text, how many there are, and what their reader should know.
pub(super) fn render(
    text: &Text,
    at: Timestamp,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<(Vec<u8>, usize, Vec<Warning>), DocumentError> {
    let rendered = annexe_pdf::render(&pages::pages(text, at), progress).map_err(|error| match error {
        annexe_pdf::PdfError::Stopped => DocumentError::Stopped,
        other => DocumentError::NotMade(other.to_string()),
    })?;
    let Rendered { bytes, pages, warnings } = rendered.into();
    Ok((bytes, pages, warnings))
}
