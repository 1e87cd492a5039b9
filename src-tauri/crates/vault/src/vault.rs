//! The folder, and what is found in it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::digest::Digest;
use crate::error::VaultError;
use crate::folder::{Folder, Kind};

#[cfg(test)]
mod tests;

/// The folder within the vault in which files are written before they are put under their name.
pub(crate) const INCOMING: &str = "incoming";

/// A store of files, each under the SHA-256 of its bytes.
///
/// It may be used from several threads at a time. One process may write at a time, which the caller sees to.
#[derive(Debug)]
pub struct Vault {
    pub(crate) path: PathBuf,
    pub(crate) root: Folder,
    pub(crate) limits: Limits,
}

/// How much is done at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Bytes read at a time.
    pub(crate) buffer: usize,
    /// Bytes from which a file is read on one thread and written on another.
    pub(crate) large: u64,
    /// Files that become durable together.
    pub(crate) batch_files: usize,
    /// Bytes after which no more files join a batch.
    pub(crate) batch_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { buffer: 1 << 20, large: 16 << 20, batch_files: 1_000, batch_bytes: 64 << 20 }
    }
}

impl Vault {
    /// Makes a vault in a folder, which is made too where it is missing, and opens it.
    ///
    /// A vault that is there already is opened as it is.
    ///
    /// # Errors
    /// `NotAFolder` where a file or a link stands there; `DiskFull`, `NotAllowed`, `Failed`.
    pub fn create(folder: impl Into<PathBuf>) -> Result<Self, VaultError> {
        let path = folder.into();
        let failed = |error| VaultError::from_system(&path, &error);
        match fs::create_dir(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
        let vault = Self::open(&path)?;
        vault.incoming()?;
        vault.root.sync().map_err(failed)?;
        if let Some(above) = path.parent() {
            let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
            Folder::open(above, true).and_then(|above| above.sync()).map_err(failed)?;
        }
        Ok(vault)
    }

    /// Opens a vault. Nothing is written.
    ///
    /// # Errors
    /// `NoVault` where there is nothing; `NotAFolder` where a file or a link stands there; `NotAllowed`, `Failed`.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, VaultError> {
        let path = folder.into();
        let root = Folder::open(&path, false).map_err(|error| match error.kind() {
            ErrorKind::NotFound => VaultError::NoVault(path.clone()),
            _ => VaultError::from_system(&path, &error),
        })?;
        Ok(Self { path, root, limits: Limits::default() })
    }

    /// Returns the folder.
    pub fn folder(&self) -> &Path {
        &self.path
    }

    /// Removes the temporary files that a crash left, and returns how many there were.
    ///
    /// The caller sees to it that nobody adds to the vault meanwhile.
    ///
    /// # Errors
    /// `NotAFolder`, `NotAllowed`, `Failed`.
    pub fn recover(&self) -> Result<usize, VaultError> {
        let failed = |error| VaultError::from_system(&self.path.join(INCOMING), &error);
        let incoming = match self.root.folder(INCOMING) {
            Ok(incoming) => incoming,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(failed(error)),
        };
        let mut removed = 0;
        for (name, kind) in incoming.list().map_err(failed)? {
            if let (Some(name), Kind::File) = (name.to_str().filter(|name| is_incoming(name)), kind) {
                incoming.remove(name).map_err(failed)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Returns the path of a file of the vault, for a message or for another program.
    ///
    /// To read it, [`Vault::open_for_reading`] is safer: it follows no link.
    pub fn path_of(&self, digest: &Digest) -> PathBuf {
        self.path.join(digest.shelf()).join(digest.to_string())
    }

    /// Opens a file of the vault for reading. Its bytes are as the disk gives them: see [`Vault::verify`].
    ///
    /// # Errors
    /// `Missing`; `NotAFile` and `NotAFolder` where something else stands there; `NotAllowed`, `Failed`.
    pub fn open_for_reading(&self, digest: &Digest) -> Result<File, VaultError> {
        let failed = |error: std::io::Error| {
            if crate::folder::is_link(&error) || crate::folder::is_special(&error) {
                VaultError::NotAFile(*digest)
            } else {
                self.failed(digest, &error)
            }
        };
        let shelf = self.shelf(digest)?.ok_or(VaultError::Missing(*digest))?;
        let file = shelf.read(digest.to_string()).map_err(failed)?;
        if file.metadata().map_err(failed)?.is_file() { Ok(file) } else { Err(VaultError::NotAFile(*digest)) }
    }

    /// Returns the size in bytes of a file of the vault.
    ///
    /// # Errors
    /// Those of [`Vault::open_for_reading`].
    pub fn size(&self, digest: &Digest) -> Result<u64, VaultError> {
        let shelf = self.shelf(digest)?.ok_or(VaultError::Missing(*digest))?;
        match shelf.look(digest.to_string()).map_err(|error| self.failed(digest, &error))? {
            (Kind::File, size) => Ok(size),
            (Kind::Folder | Kind::Other, _) => Err(VaultError::NotAFile(*digest)),
        }
    }

    /// Returns whether a file stands in the vault under a digest.
    pub fn contains(&self, digest: &Digest) -> bool {
        self.size(digest).is_ok()
    }

    /// Returns the digests of all files of the vault, in order.
    ///
    /// # Errors
    /// `NotAFolder` where something else stands in the place of a folder; `NotAllowed`, `Failed`.
    pub fn list(&self) -> Result<Vec<Digest>, VaultError> {
        let failed = |error| VaultError::from_system(&self.path, &error);
        let mut digests = Vec::new();
        for (name, _) in self.root.list().map_err(failed)? {
            let Some(shelf_name) = name.to_str().filter(|name| is_shelf(name)) else { continue };
            let failed = |error| VaultError::from_system(&self.path.join(shelf_name), &error);
            let shelf = self.root.folder(shelf_name).map_err(failed)?;
            for (name, kind) in shelf.list().map_err(failed)? {
                if let (Some(digest), Kind::File) = (stored_name(shelf_name, name.to_str()), kind) {
                    digests.push(digest);
                }
            }
        }
        digests.sort_unstable();
        Ok(digests)
    }

    /// Returns the folder that a digest is kept in, where there is one.
    pub(crate) fn shelf(&self, digest: &Digest) -> Result<Option<Folder>, VaultError> {
        match self.root.folder(digest.shelf()) {
            Ok(shelf) => Ok(Some(shelf)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(VaultError::from_system(&self.path.join(digest.shelf()), &error)),
        }
    }

    /// Returns the folder that a digest is kept in, and makes it where it is missing.
    pub(crate) fn make_shelf(&self, name: &str) -> Result<Folder, VaultError> {
        self.make(name).map_err(|error| VaultError::from_system(&self.path.join(name), &error))
    }

    /// Returns the folder for temporary files, and makes it where it is missing.
    pub(crate) fn incoming(&self) -> Result<Folder, VaultError> {
        self.make_shelf(INCOMING)
    }

    fn make(&self, name: &str) -> std::io::Result<Folder> {
        match self.root.folder(name) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            other => return other,
        }
        match self.root.make_folder(name) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
            _ => self.root.folder(name),
        }
    }

    fn failed(&self, digest: &Digest, error: &std::io::Error) -> VaultError {
        match error.kind() {
            ErrorKind::NotFound => VaultError::Missing(*digest),
            ErrorKind::IsADirectory => VaultError::NotAFile(*digest),
            _ => VaultError::from_system(&self.path_of(digest), error),
        }
    }
}

/// Returns whether a folder of this name keeps files: two lowercase hexadecimal digits.
pub(crate) fn is_shelf(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Returns the digest that a name on a shelf stands for, where it belongs there.
pub(crate) fn stored_name(shelf: &str, name: Option<&str>) -> Option<Digest> {
    name.filter(|name| name.starts_with(shelf))?.parse().ok()
}

/// Returns the name of a temporary file of this process.
pub(crate) fn incoming_name(number: u64) -> String {
    format!("{:x}-{number:x}.part", std::process::id())
}

/// Returns whether a name is one that [`incoming_name`] gives.
pub(crate) fn is_incoming(name: &str) -> bool {
    let hexadecimal = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.strip_suffix(".part")
        .and_then(|name| name.split_once('-'))
        .is_some_and(|(process, number)| hexadecimal(process) && hexadecimal(number))
}
