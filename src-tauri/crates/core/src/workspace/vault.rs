//! The vault beside the database: who may add to it, and who may clear it out.

use std::path::Path;
use std::sync::{PoisonError, TryLockError};

use annexe_vault::{Vault, VaultError};

use super::error::{OpenError, StoreError, WriteError};
use super::{Access, Workspace};

/// The folder of the files, beside the database.
pub(super) const FOLDER: &str = "vault";

impl Workspace {
    /// Returns the files of the workspace.
    ///
    /// # Errors
    /// [`VaultError::NoVault`] where it is open for reading, and they are not there.
    pub(crate) fn vault(&self) -> Result<&Vault, VaultError> {
        self.vault.as_ref().ok_or_else(|| VaultError::NoVault(self.folder.join(FOLDER)))
    }

    /// Returns the place of the index of the evidence, for one at a time.
    pub(crate) fn index(&self) -> std::sync::MutexGuard<'_, Option<crate::evidence::Index>> {
        super::locked(&self.index)
    }

    /// Returns what was seen of the watched folders, for one at a time.
    pub(crate) fn listening(&self) -> &crate::watched::Listening {
        &self.listening
    }

    pub(crate) fn sights_of_folders(&self) -> std::sync::MutexGuard<'_, crate::watched::Sights> {
        super::locked(&self.sights)
    }

    /// Runs what adds files and then refers to them. Meanwhile nothing is cleared out.
    pub(crate) fn adding<T, E: From<WriteError> + From<VaultError>>(
        &self,
        run: impl FnOnce(&Vault) -> Result<T, E>,
    ) -> Result<T, E> {
        self.writer.as_ref().ok_or(WriteError::ReadingOnly)?;
        let _gate = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        run(self.vault()?)
    }

    /// Runs what needs the files that the database speaks of. Meanwhile nothing is cleared out.
    pub(crate) fn keeping<T, E>(&self, run: impl FnOnce(Option<&Vault>) -> Result<T, E>) -> Result<T, E> {
        let _gate = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        run(self.vault.as_ref())
    }

    /// Runs what clears files out. Meanwhile nothing is added; while something is, it is refused: to wait for a
    /// long backup would hold up everybody who comes after.
    pub(crate) fn sweeping<T, E: From<WriteError> + From<VaultError>>(
        &self,
        run: impl FnOnce(&Vault) -> Result<T, E>,
    ) -> Result<T, E> {
        self.writer.as_ref().ok_or(WriteError::ReadingOnly)?;
        let _gate = match self.gate.try_write() {
            Ok(gate) => gate,
            Err(TryLockError::Poisoned(gate)) => gate.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(WriteError::AtWork.into()),
        };
        run(self.vault()?)
    }
}

/// Opens the files of a workspace. For writing, the folder is made where it is missing, and what a crash left
/// half added is cleared away.
pub(super) fn open(folder: &Path, access: Access) -> Result<Option<Vault>, OpenError> {
    let path = folder.join(FOLDER);
    if access == Access::Write {
        crate::backup::clear_leftovers(folder);
        crate::backup::clear_leftovers(&std::env::temp_dir());
    }
    let opened = match access {
        Access::Write => Vault::create(path).and_then(|vault| vault.recover().map(|_| Some(vault))),
        Access::Read => match Vault::open(path) {
            Err(VaultError::NoVault(_)) => Ok(None),
            other => other.map(Some),
        },
    };
    opened.map_err(|error| match error {
        VaultError::DiskFull(_) => OpenError::Store(StoreError::DiskFull),
        VaultError::NotAllowed(_) => OpenError::ReadOnly(folder.into()),
        other => OpenError::Files { path: folder.join(FOLDER), why: other.to_string() },
    })
}
