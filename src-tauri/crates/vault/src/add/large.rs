//! A file that one thread reads and writes while another hashes it.

use std::fs::File;
use std::io::Write as _;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::batch::{Before, Durability, Taken};
use super::incoming::Incoming;
use crate::digest::{Digest, Hasher};
use crate::error::AddError;
use crate::folder::Folder;
use crate::progress::Watch;
use crate::source::Opened;
use crate::vault::Vault;

/// Buffers that are read into, or wait to be hashed.
const BUFFERS: usize = 8;

/// Bytes after which the system is asked to begin putting them onto the disk, so that little is left to wait for.
const BEGIN: u64 = 8 << 20;

impl Vault {
    /// Reads an opened source to its end and writes it to a temporary file, which is hashed meanwhile.
    pub(super) fn take_large<'a>(
        &self,
        mut opened: Opened<'_>,
        incoming: &'a Folder,
        durability: &Durability,
        watch: &mut Watch<'_>,
    ) -> Result<Taken<'a>, AddError> {
        let failed = |error| self.not_written(&error);
        let (temporary, mut file) = Incoming::create(incoming).map_err(failed)?;
        let (digest, size) = thread::scope(|scope| {
            let (full, to_hash) = channel();
            let (hashed, empty) = channel();
            let hasher = scope.spawn(move || hash(&to_hash, &hashed));
            self.copy(&mut opened, &mut file, &full, &empty, watch)?;
            drop(full);
            // While the rest is hashed.
            if matches!(durability, Durability::Each) {
                file.sync_all().map_err(failed)?;
            }
            match hasher.join() {
                Ok(hashed) => Ok::<_, AddError>(hashed),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })?;
        drop(file);
        let before = self.before(&digest, size, &mut || watch.more(0, 0).is_continue())?;
        let written = (before != Before::Whole).then_some(temporary);
        Ok(Taken { digest, size, before, written })
    }

    /// Reads to the end, and writes and passes on what was read.
    fn copy(
        &self,
        opened: &mut Opened<'_>,
        file: &mut File,
        full: &Sender<Arc<Vec<u8>>>,
        empty: &Receiver<Arc<Vec<u8>>>,
        watch: &mut Watch<'_>,
    ) -> Result<(), AddError> {
        let mut read = 0;
        let mut begun = 0;
        let mut made = 0;
        loop {
            let free = if made < BUFFERS { empty.try_recv().ok() } else { empty.recv().ok() };
            // The hasher gives each back, so one is free; a new one would do as well.
            let mut buffer = free.and_then(Arc::into_inner).unwrap_or_else(|| {
                made += 1;
                vec![0; self.limits.buffer]
            });
            buffer.resize(self.limits.buffer, 0);
            let filled = opened.fill(&mut buffer)?;
            buffer.truncate(filled);
            read += filled as u64;
            if read > opened.size {
                return Err(opened.changed());
            }
            if watch.more(0, filled as u64).is_break() {
                return Err(AddError::Stopped);
            }
            let buffer = Arc::new(buffer);
            // It takes all there is until this sender is gone.
            let _ = full.send(Arc::clone(&buffer));
            file.write_all(&buffer).map_err(|error| self.not_written(&error))?;
            if read - begun >= BEGIN {
                crate::folder::begin_writing(file, begun, read - begun);
                begun = read;
            }
            if filled < self.limits.buffer {
                return opened.is_unchanged(read);
            }
        }
    }
}

/// Hashes what comes, and gives it back.
fn hash(to_hash: &Receiver<Arc<Vec<u8>>>, hashed: &Sender<Arc<Vec<u8>>>) -> (Digest, u64) {
    let mut hasher = Hasher::new();
    while let Ok(buffer) = to_hash.recv() {
        hasher.update(&buffer);
        // Nobody waits for it once the end is read.
        let _ = hashed.send(buffer);
    }
    hasher.finish()
}
