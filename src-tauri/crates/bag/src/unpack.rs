//! Taking files out of a verified bag.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::bag::Bag;
use crate::error::{BagError, Damage, FileError};
use crate::place::{has_room, sync_folder};
use crate::progress::{Meter, Progress};
use crate::verify::Verified;

impl Bag<Verified> {
    /// Writes the payload into a folder that is empty or does not exist yet, without `data/` before the names, and
    /// syncs it.
    ///
    /// Every byte is compared again as it is written: the file may have changed since it was verified.
    ///
    /// # Errors
    /// What can't be written; damage; `Stopped`. The folder is empty again then, or gone if it was made for this.
    pub fn unpack(
        &mut self,
        into: &Path,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<(), BagError> {
        let mut folder = Unpacking::into(into)?;
        let Self { input, directory, state, .. } = self;
        if !has_room(into, directory.payload_size()) {
            return Err(FileError::DiskFull(into.into()).into());
        }
        let mut meter = Meter::new(progress, directory.payload_size());
        meter.more(0)?;
        if let Some(first) = directory.payload().first() {
            let mut stream = input.from(first.offset)?;
            for (slot, digest) in directory.payload().iter().zip(&state.digests) {
                let (path, mut file) = folder.create(slot.payload_name())?;
                let passed = stream.entry(&directory.record(slot), &mut |bytes| {
                    file.write_all(bytes).map_err(|error| FileError::writing(&path, &error))?;
                    meter.more(bytes.len() as u64)
                })?;
                if passed.digest != *digest {
                    return Err(Damage::Bytes(slot.name().to_owned()).into());
                }
            }
        }
        folder.finish()
    }

    /// Writes the bytes of one file of the payload to a writer, and says how many; nothing where there is no such.
    ///
    /// # Errors
    /// Damage since the bag was verified; what was written is not to be used then. What the writer says, as a
    /// failure to write the file named.
    pub fn copy(&mut self, name: &str, to: &mut dyn Write) -> Result<Option<u64>, BagError> {
        let Some(at) = self.find(name) else { return Ok(None) };
        let Self { input, directory, state, .. } = self;
        let slot = &directory.payload()[at];
        let record = directory.record(slot);
        let passed = input.from(slot.offset)?.entry(&record, &mut |bytes| {
            to.write_all(bytes).map_err(|error| FileError::writing(Path::new(name), &error).into())
        })?;
        if state.digests.get(at) != Some(&passed.digest) {
            return Err(Damage::Bytes(slot.name().to_owned()).into());
        }
        Ok(Some(passed.size))
    }

    /// Returns the bytes of one file of the payload; nothing where there is no such, or it has more than a limit.
    ///
    /// # Errors
    /// Damage since the bag was verified.
    pub fn bytes_of(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, BagError> {
        if self.find(name).is_none_or(|at| self.directory.payload()[at].size > limit) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        Ok(self.copy(name, &mut bytes)?.map(|_| bytes))
    }

    /// Returns where a file stands among those of the payload.
    fn find(&self, name: &str) -> Option<usize> {
        self.directory.payload().binary_search_by(|slot| slot.payload_name().cmp(name)).ok()
    }
}

/// A folder that is being filled. What was put into it goes again unless it is finished.
struct Unpacking<'a> {
    into: &'a Path,
    /// The folder that it was made in, where it was not there.
    above: Option<PathBuf>,
    files: Vec<PathBuf>,
    /// In the order they were made, each after the one it stands in.
    folders: Vec<PathBuf>,
    /// The names of those folders.
    made: HashSet<String>,
    finished: bool,
}

impl<'a> Unpacking<'a> {
    fn into(into: &'a Path) -> Result<Self, BagError> {
        let mut unpacking = Self {
            into,
            above: None,
            files: Vec::new(),
            folders: Vec::new(),
            made: HashSet::new(),
            finished: false,
        };
        match fs::symlink_metadata(into) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::create_dir(into).map_err(|error| match error.kind() {
                    ErrorKind::NotFound => FileError::NoFolder(into.parent().unwrap_or(into).into()),
                    _ => FileError::writing(into, &error),
                })?;
                unpacking.folders.push(into.to_owned());
                let whole = std::path::absolute(into).map_err(|error| FileError::writing(into, &error))?;
                unpacking.above = whole.parent().map(Path::to_owned);
            }
            _ if !into.is_dir() => return Err(FileError::NoFolder(into.into()).into()),
            _ => {
                let mut entries = fs::read_dir(into).map_err(|error| FileError::reading(into, &error))?;
                if entries.next().is_some() {
                    return Err(FileError::NotEmpty(into.into()).into());
                }
            }
        }
        Ok(unpacking)
    }

    /// Makes a file that was not there, by a checked name, and the folders it stands in.
    fn create(&mut self, name: &str) -> Result<(PathBuf, File), BagError> {
        for (at, _) in name.match_indices('/') {
            if !self.made.contains(&name[..at]) {
                let folder = self.into.join(&name[..at]);
                fs::create_dir(&folder).map_err(|error| FileError::writing(&folder, &error))?;
                self.folders.push(folder);
                self.made.insert(name[..at].to_owned());
            }
        }
        let path = self.into.join(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let file = file.map_err(|error| FileError::writing(&path, &error))?;
        self.files.push(path.clone());
        Ok((path, file))
    }

    /// Puts all of it on the disk.
    fn finish(mut self) -> Result<(), BagError> {
        // One for all is far faster than one for each, which then has nothing left to do but tell of a failure.
        #[cfg(target_os = "linux")]
        if let Ok(folder) = File::open(self.into) {
            let _ = rustix::fs::syncfs(&folder);
        }
        for path in &self.files {
            let synced = OpenOptions::new().write(true).open(path).and_then(|file| file.sync_all());
            synced.map_err(|error| FileError::writing(path, &error))?;
        }
        let folders = self.folders.iter().rev().map(PathBuf::as_path);
        for folder in folders.chain([self.into]).chain(self.above.as_deref()) {
            sync_folder(folder).map_err(|error| FileError::writing(folder, &error))?;
        }
        self.finished = true;
        Ok(())
    }
}

impl Drop for Unpacking<'_> {
    fn drop(&mut self) {
        if !self.finished {
            for path in &self.files {
                let _ = fs::remove_file(path);
            }
            for folder in self.folders.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        }
    }
}
