//! Approving a document (clause 7.5.2): what is approved goes into the vault, then the records speak of it.

use std::ops::ControlFlow;
use std::path::PathBuf;

use annexe_vault::{Progress, Source};
use serde::Deserialize;
use ts_rs::TS;

use super::data;
use super::drafts;
use super::error::DocumentError;
use super::operations::{in_state, put, targets};
use super::queries::USUAL_MONTHS;
use super::record::{Approval, Document, DocumentId, DocumentState};
use super::text::Text;
use crate::evidence::{self, By, Evidence, EvidenceId, FileName, Incoming, Particulars, Stored};
use crate::record::Record as _;
use crate::workspace::{Tx, Workspace};
use crate::{Day, Line, Prose};

/// What is approved.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "as", rename_all = "kebab-case", deny_unknown_fields)]
#[ts(rename = "ApprovedAs")]
pub enum Approved {
    /// The text as Annexe writes it now; it is kept as PDF.
    Generated,
    /// A file that the company has written or edited.
    File {
        /// The file.
        #[ts(as = "String")]
        file: PathBuf,
    },
    /// The newest version of a piece of evidence, which holds the document already.
    Evidence {
        /// The piece.
        id: EvidenceId,
    },
}

/// The approval of a document.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApproveDocument {
    /// The document.
    #[ts(optional = false)]
    pub id: DocumentId,
    /// What is approved.
    #[ts(optional = false)]
    pub what: Approved,
    /// Who approves it; whoever the document names where nothing is said.
    pub by: Option<Line>,
    /// When it was approved; today where nothing is said.
    pub on: Option<Day>,
    /// When it is looked at again; the usual time later where nothing is said.
    pub next_review: Option<Day>,
    /// Why the owner approves it alone, where that is so.
    pub alone: Option<Prose>,
}

/// Approves the version of a document that is in review, and returns the document.
///
/// What is approved stands in the vault before any record speaks of it; the document and its evidence change in one
/// step, which undo takes back whole.
///
/// # Errors
/// [`DocumentError`]; nothing was changed then.
pub fn approve(
    workspace: &Workspace,
    by: By<'_>,
    approve: &ApproveDocument,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Document, DocumentError> {
    // Whatever can be refused is, before a file is read.
    let (document, text) = workspace.read(|conn| {
        let document = Document::load(conn, &approve.id.to_string())?;
        let document = document.ok_or(DocumentError::Unknown(approve.id))?;
        reviewed(&document)?;
        let document = approved(document, approve, by.today)?;
        let text = match (&approve.what, document.draft) {
            (Approved::Generated, None) => return Err(DocumentError::NoDraft(document.id)),
            (Approved::Generated, Some(draft)) => {
                Some(decided(drafts::filled(conn, draft, Some(&document))?)?)
            }
            (Approved::File { .. } | Approved::Evidence { .. }, _) => None,
        };
        Ok::<_, DocumentError>((document, text))
    })?;
    let incoming = match (&approve.what, text) {
        (Approved::Generated, Some(text)) => Some(generated(&document, &text, by, progress)?),
        (Approved::File { file }, _) => Some(Incoming {
            shown: file.display().to_string(),
            name: FileName::of(file).map_err(evidence::EvidenceError::from)?,
            source: Source::picked(file),
            origin: None,
        }),
        (Approved::Generated | Approved::Evidence { .. }, _) => None,
    };
    workspace.adding(|vault| {
        let stored =
            incoming.map(|incoming| evidence::store_file(vault, by, incoming, progress)).transpose()?;
        workspace.write(by.stamp, "document.approve", |tx| record(tx, by, approve, stored))
    })
}

/// Records what is approved as evidence, and the approval in the document.
fn record(
    tx: &mut Tx<'_>,
    by: By<'_>,
    approve: &ApproveDocument,
    stored: Option<Stored>,
) -> Result<Document, DocumentError> {
    let document = in_state(tx, approve.id, &[DocumentState::InReview])?;
    let mut document = approved(document, approve, by.today)?;
    let (Some(mut approval), kept) = (document.approvals.pop(), document.evidence) else {
        return Err(DocumentError::NeedsApprover);
    };
    let about = Particulars {
        title: Some(document.title.clone()),
        kind: Some(document.kind),
        effective: Some(approval.on),
        collected: Some(by.today),
        expires: Some(approval.next_review),
        source: Some(approval.by.clone()),
        links: Some(targets(&document.links)),
        ..Particulars::default()
    };
    let piece: Evidence = match (&approve.what, stored) {
        (Approved::Evidence { id }, _) => evidence::renew_piece(tx, *id, &about)?,
        (Approved::Generated | Approved::File { .. }, Some(stored)) => {
            let comment: Line = approval.version.clone();
            evidence::file_piece(tx, by, kept, &about, stored, comment)?
        }
        (Approved::Generated | Approved::File { .. }, None) => {
            return Err(DocumentError::NoDraft(document.id));
        }
    };
    approval.evidence = piece.id;
    approval.file = piece.latest().map_or(1, |version| version.version);
    document.evidence = Some(piece.id);
    document.approvals.push(approval);
    put(tx, document)
}

/// Checks that a document is in review.
fn reviewed(document: &Document) -> Result<(), DocumentError> {
    match document.state {
        DocumentState::InReview => Ok(()),
        is @ (DocumentState::Draft | DocumentState::Approved | DocumentState::Withdrawn) => {
            Err(DocumentError::WrongState { id: document.id, is, needed: &[DocumentState::InReview] })
        }
    }
}

/// Returns a document as it is once it is approved; its evidence is still to come.
fn approved(
    mut document: Document,
    approve: &ApproveDocument,
    today: Day,
) -> Result<Document, DocumentError> {
    let by = approve.by.clone().filter(|by| !by.is_empty()).unwrap_or_else(|| document.approver.clone());
    if by.is_empty() {
        return Err(DocumentError::NeedsApprover);
    }
    let alone = approve.alone.clone().unwrap_or_default();
    let is_owner = by.as_str().to_lowercase() == document.owner.as_str().to_lowercase();
    if is_owner && alone.is_empty() {
        return Err(DocumentError::OwnerApprovesAlone(by));
    }
    let on = approve.on.unwrap_or(today);
    if on > today {
        return Err(DocumentError::ApprovedLater);
    }
    let months = document.draft.map_or(USUAL_MONTHS, |key| data::template(key).review_months);
    let next_review = approve.next_review.unwrap_or_else(|| on.months_later(months));
    if next_review <= on {
        return Err(DocumentError::ReviewNotLater);
    }
    document.approvals.push(Approval {
        version: document.version.clone(),
        by: by.clone(),
        on,
        next_review,
        changes: document.changes.clone(),
        evidence: EvidenceId::FIRST,
        file: 1,
        alone: if is_owner { alone } else { Prose::default() },
    });
    document.approver = by;
    document.state = DocumentState::Approved;
    document.next_review = Some(next_review);
    Ok(document)
}

/// Returns a text in which nothing is left to decide.
fn decided(text: Text) -> Result<Text, DocumentError> {
    if text.decisions.is_empty() {
        return Ok(text);
    }
    let open =
        text.decisions.into_iter().map(|decision| format!("{} {}", decision.number, decision.question));
    Err(DocumentError::OpenDecisions(open.collect()))
}

/// Returns the pages of a document as a file for the vault.
fn generated(
    document: &Document,
    text: &Text,
    by: By<'_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Incoming, DocumentError> {
    let mut pages = |_: usize| progress(Progress::default());
    let (bytes, ..) = drafts::render(text, by.stamp.at, &mut pages)?;
    let name = format!("{} {}.pdf", document.title, document.version).replace(['/', '\\'], "-");
    let name: String = name.chars().take(200).collect();
    let name = FileName::try_from(name).map_err(evidence::EvidenceError::from)?;
    Ok(Incoming { shown: name.shown(), name, source: Source::Bytes(bytes), origin: None })
}
