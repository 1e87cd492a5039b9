//! Removing what nothing refers to any more.

use std::ops::ControlFlow;

use crate::digest::Digest;
use crate::error::VaultError;
use crate::progress::{Progress, Watch};
use crate::vault::Vault;

#[cfg(test)]
mod tests;

/// What was removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Removed {
    /// How many files.
    pub files: u64,
    /// How many bytes they had.
    pub bytes: u64,
}

impl Vault {
    /// Removes the files that `is_referenced` says no to, and returns when that is on the disk.
    ///
    /// What was added and is not referred to yet goes too: the caller refers first, or lets nobody add meanwhile.
    /// Only files of the vault are removed, never strays. After a stop, what was removed stays removed.
    ///
    /// # Errors
    /// `Stopped`, and those of [`Vault::list`].
    pub fn remove_unreferenced(
        &self,
        is_referenced: &dyn Fn(&Digest) -> bool,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Removed, VaultError> {
        let mut loose: Vec<(Digest, u64)> = Vec::new();
        for digest in self.list()? {
            if !is_referenced(&digest) {
                loose.push((digest, self.size(&digest)?));
            }
        }
        let total = loose.iter().map(|(_, size)| *size).fold(0, u64::saturating_add);
        let mut watch = Watch::new(progress, loose.len() as u64, total);
        let mut removed = Removed::default();
        let mut stopped = false;
        for same_shelf in loose.chunk_by(|(one, _), (other, _)| one.shelf() == other.shelf()) {
            let Some((first, _)) = same_shelf.first() else { continue };
            let Some(shelf) = self.shelf(first)? else { continue };
            let failed = |digest: &Digest| {
                let path = self.path_of(digest);
                move |error: std::io::Error| VaultError::from_system(&path, &error)
            };
            for (digest, size) in same_shelf {
                shelf.remove(&digest.to_string()).map_err(failed(digest))?;
                removed.files += 1;
                removed.bytes = removed.bytes.saturating_add(*size);
                stopped = watch.more(1, *size).is_break();
                if stopped {
                    break;
                }
            }
            shelf.sync().map_err(failed(first))?;
            if stopped {
                return Err(VaultError::Stopped);
            }
        }
        Ok(removed)
    }
}
