//! A file that is being written, and is gone again unless it is put under its name.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::folder::Folder;
use crate::vault::incoming_name;

static NEXT: AtomicU64 = AtomicU64::new(0);

/// A temporary file.
pub(super) struct Incoming<'a> {
    folder: &'a Folder,
    name: String,
    kept: bool,
}

impl<'a> Incoming<'a> {
    /// Makes one under a name that no other has, and opens it for writing.
    pub(super) fn create(folder: &'a Folder) -> io::Result<(Self, File)> {
        loop {
            let name = incoming_name(NEXT.fetch_add(1, Ordering::Relaxed));
            match folder.create(&name) {
                Ok(file) => return Ok((Self { folder, name, kept: false }, file)),
                // Left by a process of the same number that crashed.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Puts it under its name.
    pub(super) fn keep(mut self, shelf: &Folder, name: &str) -> io::Result<()> {
        self.folder.rename(&self.name, shelf, name)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Incoming<'_> {
    fn drop(&mut self) {
        if !self.kept {
            // What can't be removed now is removed by `Vault::recover`.
            let _ = self.folder.remove(&self.name);
        }
    }
}
