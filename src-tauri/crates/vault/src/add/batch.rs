//! One batch: the files that become durable together.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use super::Added;
use super::incoming::Incoming;
use crate::crew;
use crate::digest::Digest;
use crate::error::{AddError, VaultError};
use crate::folder::Folder;
use crate::progress::Watch;
use crate::source::{Opened, Source};
use crate::vault::Vault;

/// Up to this many files are waited for one by one; for more, the whole file system is, where it can be.
const FEW: usize = 8;

/// How the bytes of a batch get onto the disk.
pub(super) enum Durability {
    /// Each file is waited for when it has been written.
    Each,
    /// All that was written to the file system is waited for, by this handle.
    Disk(Folder),
}

/// What stands in the vault under the digest of a file being added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Whole,
    Damaged,
}

/// A source that was read whole.
pub(super) struct Taken<'a> {
    pub(super) digest: Digest,
    pub(super) size: u64,
    pub(super) before: Before,
    /// Its bytes, unless the vault has them.
    pub(super) written: Option<Incoming<'a>>,
}

/// What a thread made of a source.
pub(super) enum Read<'s, 'f> {
    Taken(Taken<'f>),
    /// It was only opened: two threads will deal with it.
    Large(Opened<'s>),
}

impl Vault {
    /// Adds as many of the sources, from the first, as fit into a batch. Returns nothing where it was stopped.
    pub(super) fn add_batch(
        &self,
        sources: &[Source],
        watch: &mut Watch<'_>,
    ) -> Vec<Result<Added, AddError>> {
        let (incoming, durability) = match self.prepare(sources.len()) {
            Ok(prepared) => prepared,
            // Each of them would meet it.
            Err(error) => return vec![Err(error.into()); sources.len()],
        };
        let most = sources.len().min(self.limits.batch_files);
        let next = AtomicUsize::new(0);
        let bytes = AtomicU64::new(0);
        let claim = || {
            if bytes.load(Ordering::Relaxed) >= self.limits.batch_bytes {
                return None;
            }
            Some(next.fetch_add(1, Ordering::Relaxed)).filter(|index| *index < most)
        };
        let read = |index: usize, voice: &crew::Voice<'_>| {
            let opened = sources.get(index).ok_or(AddError::Stopped)?.open()?;
            bytes.fetch_add(opened.size, Ordering::Relaxed);
            if opened.size >= self.limits.large {
                // It is a batch by itself, nearly; and open files are few.
                bytes.fetch_add(self.limits.batch_bytes, Ordering::Relaxed);
                return Ok(Read::Large(opened));
            }
            self.take(opened, &incoming, &durability, voice).map(Read::Taken)
        };
        let mut done = crew::work(watch, claim, read);
        done.sort_unstable_by_key(|(index, _)| *index);

        let mut taken = Vec::with_capacity(done.len());
        for (_, read) in done {
            if watch.is_stopped() {
                return Vec::new();
            }
            taken.push(match read {
                Ok(Read::Taken(taken)) => Ok(taken),
                Ok(Read::Large(opened)) => self.take_large(opened, &incoming, &durability, watch),
                Err(error) => Err(error),
            });
        }
        if watch.is_stopped() { Vec::new() } else { self.settle(taken, &durability) }
    }

    fn prepare(&self, sources: usize) -> Result<(Folder, Durability), VaultError> {
        let incoming = self.incoming()?;
        let durability = if sources > FEW && self.root.can_sync_disk() {
            // A handle of its own, since it tells of what fails from now on.
            let disk = self.root.folder(".");
            Durability::Disk(disk.map_err(|error| VaultError::from_system(&self.path, &error))?)
        } else {
            Durability::Each
        };
        Ok((incoming, durability))
    }

    /// Returns what stands in the vault under a digest, reading it whole; `go_on` is asked now and then.
    pub(super) fn before(
        &self,
        digest: &Digest,
        size: u64,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Result<Before, AddError> {
        let mut stored = match self.open_for_reading(digest) {
            Ok(stored) => stored,
            Err(VaultError::Missing(_)) => return Ok(Before::Nothing),
            // What can't be read is replaced.
            Err(_) => return Ok(Before::Damaged),
        };
        if stored.metadata().map(|about| about.len()).ok() != Some(size) {
            return Ok(Before::Damaged);
        }
        match crate::verify::digest_of(&mut stored, &mut |_| go_on()) {
            Some(Ok((found, _))) if found == *digest => Ok(Before::Whole),
            Some(_) => Ok(Before::Damaged),
            None => Err(AddError::Stopped),
        }
    }

    /// Returns why a temporary file could not be written.
    pub(super) fn not_written(&self, error: &std::io::Error) -> AddError {
        VaultError::from_system(&self.path, error).into()
    }
}
