//! Operations on evidence that read files, need the clock, and say how far they are.

use std::ops::ControlFlow;
use std::path::PathBuf;

use annexe_core::Workspace;
use annexe_core::evidence::{
    self as core_evidence, AddEvidence, AddVersion, AddedEvidence, By, Evidence, EvidenceDetails,
    EvidenceError, EvidencePage, EvidenceReference, ExportEvidence, ExportedEvidence, ListEvidence,
    NoPreview, PasteEvidence, Reading, Swept, VersionReference,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use ts_rs::TS;

use crate::application::Nothing;
use crate::failure::Failure;
use crate::host::{Host, Progress, stamp, today};

/// What a window can show of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "as", rename_all = "kebab-case")]
#[ts(rename = "EvidencePreview")]
pub(crate) enum Preview {
    /// A picture.
    Picture {
        /// Its media type, such as `image/png`.
        media_type: &'static str,
        /// Its bytes in Base64.
        bytes: String,
    },
    /// A PDF.
    Pdf {
        /// Its bytes in Base64.
        bytes: String,
    },
    /// Text, which is shown as it is.
    Text {
        /// The text.
        text: String,
        /// Whether that is all of it.
        complete: bool,
    },
    /// Nothing.
    Nothing {
        /// Why not.
        because: NoPreview,
    },
}

/// A read-only copy that another program may open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub(crate) struct EvidenceCopy {
    /// Its path.
    pub file: String,
}

pub(crate) fn add(
    workspace: &Workspace,
    host: &dyn Host,
    add: AddEvidence,
) -> Result<AddedEvidence, EvidenceError> {
    let stamp = stamp(host);
    let by = By { stamp: &stamp, today: today(host) };
    core_evidence::add(workspace, by, &add, &mut |progress| files(host, progress))
}

pub(crate) fn paste(
    workspace: &Workspace,
    host: &dyn Host,
    paste: PasteEvidence,
) -> Result<AddedEvidence, EvidenceError> {
    let bytes = STANDARD.decode(&paste.bytes).map_err(|error| EvidenceError::Pasted(error.to_string()))?;
    let stamp = stamp(host);
    let by = By { stamp: &stamp, today: today(host) };
    core_evidence::paste(workspace, by, paste.name, bytes, &paste.about)
}

pub(crate) fn add_version(
    workspace: &Workspace,
    host: &dyn Host,
    add: AddVersion,
) -> Result<Evidence, EvidenceError> {
    let stamp = stamp(host);
    let by = By { stamp: &stamp, today: today(host) };
    core_evidence::add_version(workspace, by, add, &mut |progress| files(host, progress))
}

pub(crate) fn list(
    workspace: &Workspace,
    host: &dyn Host,
    list: ListEvidence,
) -> Result<EvidencePage, EvidenceError> {
    core_evidence::list(workspace, &list, today(host))
}

pub(crate) fn show(
    workspace: &Workspace,
    host: &dyn Host,
    of: EvidenceReference,
) -> Result<EvidenceDetails, EvidenceError> {
    core_evidence::show(workspace, of.id, today(host))
}

pub(crate) fn export(
    workspace: &Workspace,
    host: &dyn Host,
    export: ExportEvidence,
) -> Result<ExportedEvidence, EvidenceError> {
    core_evidence::export(workspace, &export, &mut |done, total| counted(host, done, total, "bytes"))
}

pub(crate) fn preview(
    workspace: &Workspace,
    _: &dyn Host,
    of: VersionReference,
) -> Result<Preview, EvidenceError> {
    Ok(match core_evidence::preview(workspace, &of)? {
        core_evidence::Preview::Picture { media_type, bytes } => {
            Preview::Picture { media_type, bytes: STANDARD.encode(bytes) }
        }
        core_evidence::Preview::Pdf { bytes } => Preview::Pdf { bytes: STANDARD.encode(bytes) },
        core_evidence::Preview::Text { text, complete } => Preview::Text { text, complete },
        core_evidence::Preview::None { because } => Preview::Nothing { because },
    })
}

pub(crate) fn copy(
    workspace: &Workspace,
    host: &dyn Host,
    of: VersionReference,
) -> Result<EvidenceCopy, Failure> {
    let folder = copies(workspace, host)?.ok_or_else(Failure::needs_folder)?;
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::internal(&format!("no place for a copy: {error}")))?;
    let file = core_evidence::copy_to_open(workspace, &of, &folder)?;
    Ok(EvidenceCopy { file: file.display().to_string() })
}

/// Returns the folder for copies of this workspace's files; each workspace numbers its evidence from 1.
fn copies(workspace: &Workspace, host: &dyn Host) -> Result<Option<PathBuf>, Failure> {
    let Some(folder) = host.application_folder() else { return Ok(None) };
    Ok(Some(folder.join("opened").join(workspace.id()?.to_string())))
}

/// Removes the copies that were opened when this workspace was open before, as far as that can be done.
pub(crate) fn clear_copies(workspace: &Workspace, host: &dyn Host) {
    // Where another program holds the workspace, they may be its own.
    if workspace.can_write()
        && let Ok(Some(folder)) = copies(workspace, host)
    {
        // One that is still open in a program of Windows goes the next time.
        let _ = std::fs::remove_dir_all(folder);
    }
}

pub(crate) fn read(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Reading, EvidenceError> {
    core_evidence::read_files(workspace, &mut |done, total| counted(host, done, total, "files"))
}

pub(crate) fn sweep(
    workspace: &Workspace,
    host: &dyn Host,
    Nothing {}: Nothing,
) -> Result<Swept, EvidenceError> {
    core_evidence::sweep(workspace, &stamp(host), &mut |progress| files(host, progress))
}

/// Tells how many files of how many are done; of one file, how many bytes.
pub(crate) fn files(host: &dyn Host, progress: annexe_core::evidence::FileProgress) -> ControlFlow<()> {
    if progress.files_total == 1 {
        counted(host, progress.bytes, progress.bytes_total, "bytes")
    } else {
        counted(host, progress.files, progress.files_total, "files")
    }
}

pub(crate) fn counted(host: &dyn Host, done: u64, total: u64, what: &str) -> ControlFlow<()> {
    host.progress(Progress { done, total: Some(total), what: what.into() })
}
