//! Bringing back files of the evidence that are damaged or missing, from a backup or from the original.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_bag::{BagError, Passphrase, Progress};
use annexe_vault::{Digest, Source, Vault};
use serde::Serialize;
use ts_rs::TS;

use super::error::BackupError;
use super::form;
use super::opened::Backup;
use super::scratch::Scratch;
use crate::evidence;
use crate::workspace::Workspace;

/// What was brought back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Healed {
    /// The files that are whole again, by their SHA-256.
    #[ts(as = "Vec<String>")]
    pub healed: Vec<Digest>,
    /// The files that are still damaged or missing.
    #[ts(as = "Vec<String>")]
    pub left: Vec<Digest>,
}

/// Brings back every damaged or missing file of the evidence that a backup holds, or the one that a file is the
/// original of.
///
/// # Errors
/// [`BackupError::NothingToHeal`] where the file is neither a backup that holds one nor an original; no file of the
/// vault is lost.
pub fn heal(
    workspace: &Workspace,
    file: &Path,
    passphrase: Option<&Passphrase>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Healed, BackupError> {
    workspace.adding(|vault| {
        let referenced: Vec<Digest> = workspace.read(evidence::referenced)?.into_iter().collect();
        let mut quiet = |_: annexe_vault::Progress| progress(Progress { done: 0, total: 0 });
        let report = vault.verify_these(&referenced, &mut quiet)?;
        let faulty: BTreeSet<Digest> = report.faults.iter().map(|fault| fault.digest).collect();
        let healed = match original(vault, &faulty, file)? {
            Some(digest) => vec![digest],
            None => from_backup(workspace.folder(), vault, &faulty, file, passphrase, progress)?,
        };
        if healed.is_empty() {
            return Err(BackupError::NothingToHeal);
        }
        let left = faulty.into_iter().filter(|digest| !healed.contains(digest)).collect();
        Ok(Healed { healed, left })
    })
}

/// Adds a file again where it is the original of one that is damaged or missing.
fn original(vault: &Vault, faulty: &BTreeSet<Digest>, file: &Path) -> Result<Option<Digest>, BackupError> {
    let failed = |error: io::Error| BackupError::files(file, &error);
    let (digest, _) = Digest::of_reader(File::open(file).map_err(failed)?).map_err(failed)?;
    if !faulty.contains(&digest) {
        return Ok(None);
    }
    vault.add(&Source::picked(file), &mut |_| ControlFlow::Continue(()))?;
    Ok(Some(digest))
}

/// Adds the files again that a backup holds. They pass through the workspace's own folder: there is room for them
/// where there is room for the vault, and what a crash leaves is cleared away when the workspace is opened.
fn from_backup(
    above: &Path,
    vault: &Vault,
    faulty: &BTreeSet<Digest>,
    file: &Path,
    passphrase: Option<&Passphrase>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Vec<Digest>, BackupError> {
    let mut backup = match Backup::open(file, passphrase, progress) {
        // It is an ordinary file, and none that is missed.
        Err(BackupError::Bag(BagError::Refused(_))) => return Ok(Vec::new()),
        other => other?,
    };
    let folder = Scratch::within(above).map_err(|error| BackupError::files(above, &error))?;
    let mut healed = Vec::new();
    let found: Vec<Digest> = backup.files().intersection(faulty).copied().collect();
    for digest in found {
        let place = folder.path().join(digest.to_string());
        let failed = |error: io::Error| BackupError::files(&place, &error);
        backup.bag.copy(&form::file_name(&digest), &mut File::create(&place).map_err(failed)?)?;
        vault.add(&Source::picked(&place), &mut |_| ControlFlow::Continue(()))?;
        fs::remove_file(&place).map_err(failed)?;
        healed.push(digest);
    }
    Ok(healed)
}
