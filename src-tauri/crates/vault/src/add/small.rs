//! A file that one thread reads, hashes and writes.

use std::io::Write as _;

use super::batch::{Before, Durability, Taken};
use super::incoming::Incoming;
use crate::crew::Voice;
use crate::digest::Hasher;
use crate::error::AddError;
use crate::folder::Folder;
use crate::source::Opened;
use crate::vault::Vault;

impl Vault {
    /// Reads an opened source to its end, and writes a temporary file unless the vault has those bytes.
    pub(super) fn take<'a>(
        &self,
        mut opened: Opened<'_>,
        incoming: &'a Folder,
        durability: &Durability,
        voice: &Voice<'_>,
    ) -> Result<Taken<'a>, AddError> {
        let mut go_on = || voice.read(0).is_continue();
        let failed = |error| self.not_written(&error);
        // One byte more than it should have, to see the end, or that it grew, by the first reading.
        let room = usize::try_from(opened.size).map_or(self.limits.buffer, |size| size.saturating_add(1));
        let mut buffer = vec![0; room.min(self.limits.buffer)];
        let mut hasher = Hasher::new();
        let mut writing = None;
        let mut read = 0;
        loop {
            let filled = opened.fill(&mut buffer)?;
            let chunk = buffer.get(..filled).unwrap_or_default();
            read += filled as u64;
            if read > opened.size {
                return Err(opened.changed());
            }
            if voice.read(filled as u64).is_break() {
                return Err(AddError::Stopped);
            }
            hasher.update(chunk);
            if filled < buffer.len() {
                opened.is_unchanged(read)?;
                let (digest, size) = hasher.finish();
                let before = self.before(&digest, size, &mut go_on)?;
                if before == Before::Whole {
                    return Ok(Taken { digest, size, before, written: None });
                }
                let (temporary, mut file) = match writing {
                    Some(writing) => writing,
                    None => Incoming::create(incoming).map_err(failed)?,
                };
                file.write_all(chunk).map_err(failed)?;
                if matches!(durability, Durability::Each) {
                    file.sync_all().map_err(failed)?;
                }
                return Ok(Taken { digest, size, before, written: Some(temporary) });
            }
            let (temporary, mut file) = match writing {
                Some(writing) => writing,
                None => Incoming::create(incoming).map_err(failed)?,
            };
            file.write_all(chunk).map_err(failed)?;
            writing = Some((temporary, file));
        }
    }
}
