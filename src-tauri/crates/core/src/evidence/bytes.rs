//! The files themselves: written out, looked at, and opened elsewhere as copies.

use std::fs::{self, File};
use std::io::{self, Read, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::PathBuf;

use annexe_text::{Limits, Preview as Form};
use annexe_vault::{Digest, Vault};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use super::add::kind_of;
use super::error::EvidenceError;
use super::id::EvidenceId;
use super::queries;
use super::record::Version;
use crate::whole_file;
use crate::workspace::Workspace;

/// The largest file that is handed to a window to look at, in bytes.
const LARGEST_PREVIEW: u64 = 64 << 20;

/// Names a version of a piece of evidence.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct VersionReference {
    /// The piece by its number.
    pub id: EvidenceId,
    /// The version; the newest where nothing is said.
    pub version: Option<u32>,
}

/// Where a file of the vault is to be written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportEvidence {
    /// The piece by its number.
    pub id: EvidenceId,
    /// The version; the newest where nothing is said.
    pub version: Option<u32>,
    /// The file.
    #[ts(as = "String")]
    pub file: PathBuf,
    /// Whether a file of that name is replaced; it is not where nothing is said.
    pub replace: Option<bool>,
}

/// A file that was written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportedEvidence {
    /// Where it is.
    pub file: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Its SHA-256, which is that of the file that was added.
    #[ts(as = "String")]
    pub sha256: Digest,
}

/// What a window can show of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preview {
    /// A picture.
    Picture {
        /// Its media type, such as `image/png`.
        media_type: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A PDF.
    Pdf {
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Text, which is shown as it is.
    Text {
        /// The text.
        text: String,
        /// Whether that is all of it.
        complete: bool,
    },
    /// Nothing.
    None {
        /// Why not.
        because: NoPreview,
    },
}

/// Why nothing can be shown of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum NoPreview {
    /// There is no way to show such a file here.
    Format,
    /// It is too large.
    Size,
    /// It is not what its name says, or it is broken.
    Content,
}

/// Writes a version of a piece of evidence to a file: whole and as it was added, or not at all.
///
/// # Errors
/// [`EvidenceError`], [`EvidenceError::Damaged`] where the bytes in the vault are others; what stood under the
/// file's name still does then.
pub fn export(
    workspace: &Workspace,
    export: &ExportEvidence,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<ExportedEvidence, EvidenceError> {
    let (id, version) = named(workspace, export.id, export.version)?;
    let mut source = Checked::open(workspace.vault()?, &version, progress)?;
    let written = whole_file::write_from(&export.file, &mut source, export.replace.unwrap_or(false));
    let file = match (written, source.fault) {
        (Ok(file), _) => file,
        (Err(_), Some(Fault::Damaged)) => return Err(EvidenceError::Damaged(id)),
        (Err(_), Some(Fault::Stopped)) => return Err(annexe_vault::VaultError::Stopped.into()),
        (Err(error), None) => return Err(error.into()),
    };
    Ok(ExportedEvidence { file: file.display().to_string(), bytes: version.bytes, sha256: version.sha256 })
}

/// Returns what a window can show of a version of a piece of evidence.
///
/// # Errors
/// [`EvidenceError`], [`EvidenceError::Damaged`] where the bytes in the vault are others.
pub fn preview(workspace: &Workspace, of: &VersionReference) -> Result<Preview, EvidenceError> {
    let (id, version) = named(workspace, of.id, of.version)?;
    let vault = workspace.vault()?;
    let kind = kind_of(vault, &version.sha256, &version.name)?;
    let form = kind.preview();
    match form {
        Form::None => return Ok(Preview::None { because: NoPreview::Format }),
        Form::Picture | Form::Pdf | Form::Text if version.bytes > LARGEST_PREVIEW => {
            return Ok(Preview::None { because: NoPreview::Size });
        }
        Form::Picture | Form::Pdf | Form::Text => {}
    }
    let mut bytes = Vec::new();
    let mut go_on = |_, _| ControlFlow::Continue(());
    let mut source = Checked::open(vault, &version, &mut go_on)?;
    if source.read_to_end(&mut bytes).is_err() {
        return Err(EvidenceError::Damaged(id));
    }
    Ok(match form {
        Form::Picture => Preview::Picture { media_type: kind.media_type(), bytes },
        Form::Pdf => Preview::Pdf { bytes },
        Form::Text => match annexe_text::text_preview(&mut io::Cursor::new(bytes), &Limits::default()) {
            Ok(words) => Preview::Text { text: words.text, complete: words.complete },
            Err(_) => Preview::None { because: NoPreview::Content },
        },
        Form::None => Preview::None { because: NoPreview::Format },
    })
}

/// Writes a read-only copy of a version of a piece of evidence into a folder, for another program to open, and
/// returns its path. Its name there is made of the piece's number and an ending that fits what it is.
///
/// # Errors
/// [`EvidenceError::Runnable`] where the system might run it instead of showing it.
pub fn copy_to_open(
    workspace: &Workspace,
    of: &VersionReference,
    folder: &std::path::Path,
) -> Result<PathBuf, EvidenceError> {
    let (id, version) = named(workspace, of.id, of.version)?;
    let vault = workspace.vault()?;
    let kind = kind_of(vault, &version.sha256, &version.name)?;
    if kind.is_runnable() {
        return Err(EvidenceError::Runnable(version.name.as_str().into()));
    }
    let file = folder.join(format!("{id}-{}.{}", version.version, ending(version.name.as_str())));
    let failed =
        |error: io::Error| whole_file::FileError::Failed { path: file.clone(), why: error.to_string() };
    // The copy of the last time is read-only, and nobody else's.
    if let Ok(about) = file.symlink_metadata()
        && about.is_file()
    {
        make_writable(&file, &about).and_then(|()| fs::remove_file(&file)).map_err(failed)?;
    }
    let mut go_on = |_, _| ControlFlow::Continue(());
    let mut source = Checked::open(vault, &version, &mut go_on)?;
    let written = whole_file::write_from(&file, &mut source, true);
    if source.fault.is_some() {
        return Err(EvidenceError::Damaged(id));
    }
    let written = written?;
    let read_only = written.metadata().and_then(|about| {
        let mut permissions = about.permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&written, permissions)
    });
    read_only.map_err(failed)?;
    Ok(written)
}

/// Windows removes no file that is read-only.
#[cfg(windows)]
fn make_writable(file: &std::path::Path, about: &fs::Metadata) -> io::Result<()> {
    let mut permissions = about.permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(file, permissions)
}

#[cfg(not(windows))]
#[allow(clippy::unnecessary_wraps)]
fn make_writable(_: &std::path::Path, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// Returns the ending of a name where it is a plain one, by which a system knows what to open it with.
fn ending(name: &str) -> &str {
    let plain = |ending: &&str| {
        (1..=8).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    name.rsplit_once('.').map(|(_, ending)| ending).filter(plain).unwrap_or("bin")
}

/// Returns the version that is named, or the newest.
pub(super) fn named(
    workspace: &Workspace,
    id: EvidenceId,
    number: Option<u32>,
) -> Result<(EvidenceId, Version), EvidenceError> {
    let piece = workspace.read(|conn| queries::piece(conn, id))?;
    let version = match number {
        None => piece.versions.last(),
        Some(number) => piece.versions.iter().find(|version| version.version == number),
    };
    version.cloned().map(|version| (id, version)).ok_or(EvidenceError::NoVersion(id, number.unwrap_or(1)))
}

/// A file of the vault that fails at its end where its bytes are not those that were added.
struct Checked<'a> {
    file: File,
    expected: Digest,
    size: u64,
    read: u64,
    hash: Sha256,
    fault: Option<Fault>,
    progress: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
}

/// Why reading a checked file failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Damaged,
    Stopped,
}

impl<'a> Checked<'a> {
    fn open(
        vault: &Vault,
        version: &Version,
        progress: &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Self, EvidenceError> {
        let mut file = vault.open_for_reading(&version.sha256)?;
        file.seek(SeekFrom::Start(0)).map_err(|error| annexe_vault::VaultError::Failed {
            path: vault.path_of(&version.sha256),
            why: error.to_string(),
        })?;
        Ok(Self {
            file,
            expected: version.sha256,
            size: version.bytes,
            read: 0,
            hash: Sha256::new(),
            fault: None,
            progress,
        })
    }

    fn fails(&mut self, fault: Fault) -> io::Error {
        self.fault = Some(fault);
        io::Error::other("the file in the vault could not be read to its end")
    }
}

impl Read for Checked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if (self.progress)(self.read, self.size).is_break() {
            return Err(self.fails(Fault::Stopped));
        }
        let read = self.file.read(buffer)?;
        self.hash.update(buffer.get(..read).unwrap_or_default());
        self.read += read as u64;
        if read == 0 && !buffer.is_empty() {
            let found: [u8; 32] = std::mem::take(&mut self.hash).finalize().into();
            if Digest::from(found) != self.expected {
                return Err(self.fails(Fault::Damaged));
            }
        }
        Ok(read)
    }
}
