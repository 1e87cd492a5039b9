//! Operations on the Statement of Applicability that need the clock and say how far they are.

use std::ops::ControlFlow;

use annexe_core::Workspace;
use annexe_core::soa::{self, Content, ExportSoa, Exported, SoaCheck, SoaError, Warning};
use annexe_core::workspace::StoreError;
use base64::Engine as _;
use serde::Serialize;
use ts_rs::TS;

use crate::application::Nothing;
use crate::host::{Host, Progress, stamp, today};

/// The statement as it would be exported now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaPreview")]
pub(crate) struct Preview {
    /// The PDF in Base64.
    pub pdf: String,
    /// How many pages it has.
    #[ts(type = "number")]
    pub pages: usize,
    /// What its reader should know.
    pub warnings: Vec<Warning>,
}

pub(crate) fn check(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<SoaCheck, StoreError> {
    soa::check(workspace, today(host))
}

pub(crate) fn preview(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Preview, SoaError> {
    let content = Content::of(workspace)?;
    let rendered = soa::render(&content, host.now(), today(host), &mut |pages| said(host, pages))?;
    let pdf = base64::engine::general_purpose::STANDARD.encode(&rendered.bytes);
    Ok(Preview { pdf, pages: rendered.pages, warnings: rendered.warnings })
}

pub(crate) fn export(workspace: &Workspace, host: &dyn Host, to: ExportSoa) -> Result<Exported, SoaError> {
    soa::export(workspace, &to, &stamp(host), today(host), &mut |pages| said(host, pages))
}

fn said(host: &dyn Host, pages: usize) -> ControlFlow<()> {
    let done = u64::try_from(pages).unwrap_or(u64::MAX);
    host.progress(Progress { done, total: None, what: "pages".into() })
}
