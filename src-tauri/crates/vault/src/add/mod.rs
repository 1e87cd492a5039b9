//! Adding: read once, hashed while it is written, durable before it is told.

mod batch;
mod incoming;
mod large;
mod settle;
mod small;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;

use crate::digest::Digest;
use crate::error::AddError;
use crate::progress::{Progress, Watch};
use crate::source::Source;
use crate::vault::Vault;

/// A file that is in the vault, on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Added {
    /// Its SHA-256, which is its name.
    pub digest: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// Nothing stood in the vault under this digest before.
    pub fresh: bool,
    /// What stood in the vault under this digest before was damaged, and was replaced.
    pub healed: bool,
}

impl Vault {
    /// Adds a file. When this returns `Ok`, its bytes and its name are on the disk.
    ///
    /// # Errors
    /// Whatever is the matter with the source or the vault, which then is as it was.
    pub fn add(
        &self,
        source: &Source,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Added, AddError> {
        let mut results = self.add_many(std::slice::from_ref(source), progress);
        results.pop().unwrap_or(Err(AddError::Stopped))
    }

    /// Adds many files, in batches, on all cores; returns what became of each, in their order.
    ///
    /// An `Ok` means that the bytes and the name of that file are on the disk. After a stop, the batches that
    /// were done stay, and the rest is `Stopped`. `progress` is called on the calling thread.
    pub fn add_many(
        &self,
        sources: &[Source],
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Vec<Result<Added, AddError>> {
        let bytes = sources.iter().map(Source::estimate).fold(0, u64::saturating_add);
        let mut watch = Watch::new(progress, sources.len() as u64, bytes);
        let mut results = Vec::with_capacity(sources.len());
        while let Some(rest) = sources.get(results.len()..).filter(|rest| !rest.is_empty()) {
            let done = if watch.is_stopped() { Vec::new() } else { self.add_batch(rest, &mut watch) };
            if done.is_empty() {
                results.resize(sources.len(), Err(AddError::Stopped));
            }
            results.extend(done);
        }
        results
    }
}
