//! Writing a backup.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use annexe_bag::{Progress, Sealing};
use annexe_vault::Digest;
use serde::Serialize;
use ts_rs::TS;

use super::contents::{About, contents};
use super::error::BackupError;
use super::snapshot::Snapshot;
use crate::evidence;
use crate::ledger::store;
use crate::organisation;
use crate::workspace::{Founding, Stamp, Workspace};

/// A backup that was written, read back and found whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenBackup {
    /// Where it is.
    pub file: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many files of the evidence are in it.
    #[ts(type = "number")]
    pub files: usize,
    /// Files of the evidence that are not, because they were damaged or missing already, by their SHA-256.
    #[ts(as = "Vec<String>")]
    pub left_out: Vec<Digest>,
    /// The last entry of the ledger that is in it.
    #[ts(type = "number")]
    pub entry: i64,
}

/// Writes a backup of a workspace, reads it back whole, and gives it its name; sealed with a passphrase where one
/// is given. Work may go on meanwhile: the backup holds the state at its beginning.
///
/// Files that are damaged or missing in the vault are left out and named: one of them must not keep all others
/// from being saved.
///
/// # Errors
/// [`BackupError`]; what stood under the file's name still does then.
pub fn write(
    workspace: &Workspace,
    file: &Path,
    sealing: Option<&Sealing>,
    replace: bool,
    stamp: &Stamp,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<WrittenBackup, BackupError> {
    let to = std::path::absolute(file).map_err(|error| BackupError::files(file, &error))?;
    workspace.keeping(|vault| {
        let waiting = Progress { done: 0, total: 0 };
        let snapshot = Snapshot::of(workspace, &mut || progress(waiting).is_continue())?;
        let about = about(&snapshot, stamp)?;
        let files = evidence::referenced(&snapshot.conn)?;
        let left_out = faulty(vault, &files, progress)?;
        let (_folder, database) = snapshot.file()?;
        let contents = contents(&about, &database, vault, &files, &left_out)?;
        let written = annexe_bag::write(&to, &contents, sealing, replace, progress)?;
        Ok(WrittenBackup {
            file: shown(written.file),
            bytes: written.size,
            files: files.len() - left_out.len(),
            left_out: left_out.into_iter().collect(),
            entry: about.head.map_or(0, |head| head.seq),
        })
    })
}

fn shown(file: PathBuf) -> String {
    file.display().to_string()
}

fn about(snapshot: &Snapshot, stamp: &Stamp) -> Result<About, BackupError> {
    Ok(About {
        organisation: organisation::load(&snapshot.conn)?.name.to_string(),
        workspace: Founding::id_of(&snapshot.conn)?.to_string(),
        at: stamp.at,
        head: store::head(&snapshot.conn)?,
    })
}

/// Returns the files that are not as they were added.
fn faulty(
    vault: Option<&annexe_vault::Vault>,
    files: &BTreeSet<Digest>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<BTreeSet<Digest>, BackupError> {
    let Some(vault) = vault else { return Ok(files.clone()) };
    let files: Vec<Digest> = files.iter().copied().collect();
    let report = vault.verify_these(&files, &mut |_| progress(Progress { done: 0, total: 0 }))?;
    Ok(report.faults.into_iter().map(|fault| fault.digest).collect())
}
