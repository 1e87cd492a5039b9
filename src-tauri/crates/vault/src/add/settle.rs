//! From temporary files to files of the vault, in the order that no crash can turn into a lie.

use std::collections::BTreeMap;

use super::Added;
use super::batch::{Before, Durability, Taken};
use super::incoming::Incoming;
use crate::digest::Digest;
use crate::error::{AddError, VaultError};
use crate::folder::Folder;
use crate::vault::Vault;

/// What of a batch has one digest: several sources may hold the same bytes.
struct Same<'a> {
    written: Option<Incoming<'a>>,
    before: Before,
    outcome: Result<(), AddError>,
}

impl Vault {
    /// Puts the files of a batch under their names: bytes on the disk first, names second, folders third.
    pub(super) fn settle(
        &self,
        taken: Vec<Result<Taken<'_>, AddError>>,
        durability: &Durability,
    ) -> Vec<Result<Added, AddError>> {
        let mut all: BTreeMap<Digest, Same<'_>> = BTreeMap::new();
        let mut results = Vec::with_capacity(taken.len());
        for one in taken {
            results.push(one.map(|taken| {
                let same = all.entry(taken.digest).or_insert(Same {
                    written: None,
                    before: taken.before,
                    outcome: Ok(()),
                });
                // Of two that hold the same bytes one is kept, and the other removed.
                let first = same.written.is_none() && taken.written.is_some();
                if first {
                    same.written = taken.written;
                    same.before = taken.before;
                }
                Added {
                    digest: taken.digest,
                    size: taken.size,
                    fresh: first && same.before == Before::Nothing,
                    healed: first && same.before == Before::Damaged,
                }
            }));
        }
        if let Err(error) = self.put(&mut all, durability) {
            all.values_mut().for_each(|same| same.outcome = Err(error.clone()));
        }
        results
            .into_iter()
            .map(|result| {
                let added = result?;
                all.get(&added.digest).map_or(Ok(()), |same| same.outcome.clone()).map(|()| added)
            })
            .collect()
    }

    fn put(&self, all: &mut BTreeMap<Digest, Same<'_>>, durability: &Durability) -> Result<(), AddError> {
        let failed = |error| AddError::from(VaultError::from_system(&self.path, &error));
        if let Durability::Disk(disk) = durability {
            disk.sync_disk().map_err(failed)?;
        }
        // In the order of their digests, so that one folder at a time is open.
        let mut open: Option<(String, Folder)> = None;
        for (digest, same) in &mut *all {
            let name = digest.shelf();
            let shelf = match open.take() {
                Some((open, shelf)) if open == name => shelf,
                before => {
                    self.close(before, durability)?;
                    match self.make_shelf(&name) {
                        Ok(shelf) => shelf,
                        Err(error) => {
                            same.outcome = Err(error.into());
                            continue;
                        }
                    }
                }
            };
            same.outcome = self.put_one(digest, same.written.take(), &shelf, durability);
            open = Some((name, shelf));
        }
        self.close(open, durability)?;
        match durability {
            Durability::Disk(disk) => disk.sync_disk(),
            Durability::Each => self.root.sync(),
        }
        .map_err(failed)
    }

    fn put_one(
        &self,
        digest: &Digest,
        written: Option<Incoming<'_>>,
        shelf: &Folder,
        durability: &Durability,
    ) -> Result<(), AddError> {
        let name = digest.to_string();
        let done = match (written, durability) {
            (Some(written), _) => written.keep(shelf, &name),
            // It was there. Whoever put it there may not have waited for the disk.
            (None, Durability::Each) if cfg!(unix) => shelf.read(&name).and_then(|stored| stored.sync_all()),
            (None, Durability::Each | Durability::Disk(_)) => Ok(()),
        };
        done.map_err(|error| VaultError::from_system(&self.path_of(digest), &error).into())
    }

    fn close(&self, open: Option<(String, Folder)>, durability: &Durability) -> Result<(), AddError> {
        match (open, durability) {
            (Some((name, shelf)), Durability::Each) => {
                shelf.sync().map_err(|error| VaultError::from_system(&self.path.join(name), &error).into())
            }
            (Some(_), Durability::Disk(_)) | (None, _) => Ok(()),
        }
    }
}
