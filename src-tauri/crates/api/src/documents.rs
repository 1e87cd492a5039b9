//! Operations on drafts and documents that need the clock and say how far they are.

use std::ops::ControlFlow;

use annexe_core::Workspace;
use annexe_core::documents::{
    self, ApproveDocument, Decision, Document, DocumentDetails, DocumentError, DocumentReference,
    DocumentRow, DraftReference, WithdrawDocument, WriteDraft, WrittenDraft,
};
use annexe_core::evidence::By;
use annexe_core::soa::Warning;
use annexe_core::workspace::StoreError;
use base64::Engine as _;
use serde::Serialize;
use ts_rs::TS;

use crate::application::Nothing;
use crate::evidence::files;
use crate::host::{Host, Progress, stamp, today};

/// A draft as it would be written now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DraftPreview")]
pub(crate) struct Preview {
    /// The PDF in Base64.
    pub pdf: String,
    /// How many pages it has.
    #[ts(type = "number")]
    pub pages: usize,
    /// What is left to decide in it.
    pub decisions: Vec<Decision>,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

pub(crate) fn preview(
    workspace: &Workspace,
    host: &dyn Host,
    of: DraftReference,
) -> Result<Preview, DocumentError> {
    let preview = documents::preview(workspace, of.draft, host.now(), &mut |pages| said(host, pages))?;
    let pdf = base64::engine::general_purpose::STANDARD.encode(&preview.pdf);
    Ok(Preview { pdf, pages: preview.pages, decisions: preview.decisions, warnings: preview.warnings })
}

pub(crate) fn write(
    workspace: &Workspace,
    host: &dyn Host,
    to: WriteDraft,
) -> Result<WrittenDraft, DocumentError> {
    documents::write(workspace, &to, host.now(), &mut |pages| said(host, pages))
}

pub(crate) fn list(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Vec<DocumentRow>, StoreError> {
    documents::list(workspace, today(host))
}

pub(crate) fn show(
    workspace: &Workspace,
    host: &dyn Host,
    of: DocumentReference,
) -> Result<DocumentDetails, DocumentError> {
    documents::show(workspace, of.id, today(host))
}

pub(crate) fn approve(
    workspace: &Workspace,
    host: &dyn Host,
    approve: ApproveDocument,
) -> Result<Document, DocumentError> {
    let stamp = stamp(host);
    let by = By { stamp: &stamp, today: today(host) };
    documents::approve(workspace, by, &approve, &mut |progress| files(host, progress))
}

pub(crate) fn withdraw(
    workspace: &Workspace,
    host: &dyn Host,
    withdraw: WithdrawDocument,
) -> Result<Document, DocumentError> {
    let today = today(host);
    workspace.write(&stamp(host), "document.withdraw", |tx| documents::withdraw(tx, withdraw, today))
}

fn said(host: &dyn Host, pages: usize) -> ControlFlow<()> {
    let done = u64::try_from(pages).unwrap_or(u64::MAX);
    host.progress(Progress { done, total: None, what: "pages".into() })
}
