//! Verifying: does each file of the vault hold the bytes that its name says?

use std::cmp::Reverse;
use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::crew;
use crate::digest::{Digest, Hasher};
use crate::error::VaultError;
use crate::folder::Kind;
use crate::progress::{Progress, Watch};
use crate::vault::{INCOMING, Vault, is_incoming, is_shelf, stored_name};

#[cfg(test)]
mod tests;

/// Bytes read at a time: a part of the processor's cache.
const BUFFER: usize = 256 << 10;

/// In what condition a file of the vault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Its bytes are those that its name says.
    Whole,
    /// There is no such file.
    Missing,
    /// Its bytes are others.
    Damaged {
        /// The digest of the bytes that are there.
        found: Digest,
    },
    /// It can't be read, or something that is no file stands there.
    Unreadable {
        /// What the system says.
        why: String,
    },
}

/// A file of the vault that is not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its name.
    pub digest: Digest,
    /// What is the matter; never `Whole`.
    pub condition: Condition,
}

/// Something in the vault's folder that the vault did not put there, or that can't be looked into.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stray {
    /// Its path from the vault's folder.
    pub path: PathBuf,
    /// What the system says where it is a folder of the vault that can't be read.
    pub why: Option<String>,
}

/// What verifying found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were looked at.
    pub files: u64,
    /// Bytes that were read.
    pub bytes: u64,
    /// The names of the files that were looked at and are there, in their order.
    pub there: Vec<Digest>,
    /// Files that are not whole, in the order of their digests.
    pub faults: Vec<Fault>,
    /// What does not belong there, in the order of the paths.
    pub strays: Vec<Stray>,
}

impl Report {
    /// Returns whether every file is whole. Strays do no harm.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty() && self.strays.iter().all(|stray| stray.why.is_none())
    }
}

impl Vault {
    /// Reads a file of the vault and returns its condition.
    pub fn verify(&self, digest: &Digest) -> Condition {
        self.condition(digest, &mut |_| true).map_or(Condition::Missing, |(condition, _)| condition)
    }

    /// Reads all files of the vault, on all cores.
    ///
    /// # Errors
    /// `Stopped`; `NotAllowed` or `Failed` where the vault's folder itself can't be listed.
    pub fn verify_all(
        &self,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Report, VaultError> {
        let (digests, strays) = self.look_through()?;
        let report = self.verify_these(&digests, progress)?;
        Ok(Report { strays, ..report })
    }

    /// Reads the files that are named, on all cores. A digest that is named twice is read once.
    ///
    /// # Errors
    /// `Stopped`.
    pub fn verify_these(
        &self,
        digests: &[Digest],
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Report, VaultError> {
        let mut digests = digests.to_vec();
        digests.sort_unstable();
        digests.dedup();
        let mut sized: Vec<(u64, Digest)> =
            digests.into_iter().map(|digest| (self.size(&digest).unwrap_or(0), digest)).collect();
        // The largest first, so that no core is left with a large one at the end.
        sized.sort_by_key(|(size, _)| Reverse(*size));
        let total = sized.iter().map(|(size, _)| *size).fold(0, u64::saturating_add);
        let mut watch = Watch::new(progress, sized.len() as u64, total);
        let next = AtomicUsize::new(0);
        let claim = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|index| *index < sized.len());
        let read = |index: usize, voice: &crew::Voice<'_>| {
            let (_, digest) = sized.get(index)?;
            let (condition, bytes) = self.condition(digest, &mut |bytes| voice.read(bytes).is_continue())?;
            Some((*digest, condition, bytes))
        };
        let done = crew::work(&mut watch, claim, read);
        if watch.is_stopped() {
            return Err(VaultError::Stopped);
        }
        let mut report = Report::default();
        for (digest, condition, bytes) in done.into_iter().filter_map(|(_, read)| read) {
            report.files += 1;
            report.bytes += bytes;
            if condition != Condition::Missing {
                report.there.push(digest);
            }
            if condition != Condition::Whole {
                report.faults.push(Fault { digest, condition });
            }
        }
        report.there.sort_unstable();
        report.faults.sort_by_key(|fault| fault.digest);
        Ok(report)
    }

    /// Returns the condition of a file and how many bytes were read, or nothing where `go_on` said no.
    fn condition(&self, digest: &Digest, go_on: &mut dyn FnMut(u64) -> bool) -> Option<(Condition, u64)> {
        let mut file = match self.open_for_reading(digest) {
            Ok(file) => file,
            Err(VaultError::Missing(_)) => return Some((Condition::Missing, 0)),
            Err(error) => return Some((Condition::Unreadable { why: error.to_string() }, 0)),
        };
        Some(match digest_of(&mut file, go_on)? {
            Ok((found, bytes)) if found == *digest => (Condition::Whole, bytes),
            Ok((found, bytes)) => (Condition::Damaged { found }, bytes),
            Err(error) => (Condition::Unreadable { why: error.to_string() }, 0),
        })
    }

    /// Returns every digest that something stands under, and what does not belong into the vault.
    fn look_through(&self) -> Result<(Vec<Digest>, Vec<Stray>), VaultError> {
        let mut digests = Vec::new();
        let mut strays = Vec::new();
        let entries = self.root.list().map_err(|error| VaultError::from_system(&self.path, &error))?;
        for (name, kind) in entries {
            let path = PathBuf::from(&name);
            let known = name.to_str().filter(|name| is_shelf(name) || *name == INCOMING);
            let Some(folder) = known else {
                strays.push(Stray { path, why: None });
                continue;
            };
            let held = self.root.folder(folder).and_then(|folder| folder.list());
            let held = match held {
                Ok(held) => held,
                Err(error) if kind == Kind::Folder => {
                    strays.push(Stray { path, why: Some(error.to_string()) });
                    continue;
                }
                Err(_) => {
                    let why = "It is not a folder of its own, so it is not used";
                    strays.push(Stray { path, why: Some(why.into()) });
                    continue;
                }
            };
            for (name, kind) in held {
                let text = name.to_str();
                if let Some(digest) = stored_name(folder, text).filter(|_| folder != INCOMING) {
                    digests.push(digest);
                } else if folder != INCOMING || kind != Kind::File || !text.is_some_and(is_incoming) {
                    strays.push(Stray { path: path.join(&name), why: None });
                }
            }
        }
        strays.sort();
        Ok((digests, strays))
    }
}

/// Reads a file to its end; returns its digest and length, or nothing where `go_on` said no.
pub(crate) fn digest_of(
    file: &mut File,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Option<io::Result<(Digest, u64)>> {
    let size = file.metadata().map_or(0, |about| about.len());
    let room = usize::try_from(size).map_or(BUFFER, |size| size.saturating_add(1).min(BUFFER));
    let mut buffer = vec![0; room];
    let mut hasher = Hasher::new();
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Some(Ok(hasher.finish())),
            Ok(bytes) => {
                hasher.update(buffer.get(..bytes).unwrap_or_default());
                if !go_on(bytes as u64) {
                    return None;
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Some(Err(error)),
        }
    }
}
