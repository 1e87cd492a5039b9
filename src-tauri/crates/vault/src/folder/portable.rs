//! By paths, where the system has no handles to go by: each part is looked at before it is used.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Kind;

/// What is said of a link where none may be.
#[derive(Debug, thiserror::Error)]
#[error("a link stands there")]
struct ALink;

/// What is said of a device or a pipe.
#[derive(Debug, thiserror::Error)]
#[error("it is not an ordinary file")]
struct Special;

/// Returns whether something was not opened because it is a device or a pipe.
pub(crate) fn is_special(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<Special>())
}

/// Returns whether something was not opened because it is a link.
pub(crate) fn is_link(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<ALink>())
}

/// Opens a file for reading, whatever it is.
pub(crate) fn open_file(path: &Path, follow: bool) -> io::Result<File> {
    let about = if follow { fs::metadata(path)? } else { fs::symlink_metadata(path)? };
    match kind(&about) {
        Kind::Folder => return Err(ErrorKind::IsADirectory.into()),
        Kind::Other if about.file_type().is_symlink() => return Err(io::Error::other(ALink)),
        Kind::Other => return Err(io::Error::other(Special)),
        Kind::File => {}
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(windows)]
    if !follow {
        use std::os::windows::fs::OpenOptionsExt as _;
        const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
        options.custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
    }
    let file = options.open(path)?;
    // What was opened may be another thing than what was looked at.
    if file.metadata()?.file_type().is_symlink() { Err(io::Error::other(ALink)) } else { Ok(file) }
}

/// Does nothing: the system begins to write when it likes.
#[cfg(not(test))]
pub(crate) fn begin_writing(_: &File, _: u64, _: u64) {}

fn kind(about: &fs::Metadata) -> Kind {
    if about.is_file() {
        Kind::File
    } else if about.is_dir() {
        Kind::Folder
    } else {
        Kind::Other
    }
}

/// An open folder.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Opens a folder by its path; its last part may be a link only where `follow` says so.
    pub(crate) fn open(path: &Path, follow: bool) -> io::Result<Self> {
        let about = if follow { fs::metadata(path)? } else { fs::symlink_metadata(path)? };
        match kind(&about) {
            Kind::Folder => Ok(Self(path.into())),
            Kind::File | Kind::Other => Err(ErrorKind::NotADirectory.into()),
        }
    }

    /// Opens a folder that stands in this one.
    pub(crate) fn folder(&self, name: impl AsRef<OsStr>) -> io::Result<Self> {
        self.check()?;
        Self::open(&self.0.join(name.as_ref()), false)
    }

    /// Makes a folder in this one.
    pub(crate) fn make_folder(&self, name: &str) -> io::Result<()> {
        self.check()?;
        fs::create_dir(self.0.join(name))
    }

    /// Opens what stands in this folder for reading.
    pub(crate) fn read(&self, name: impl AsRef<OsStr>) -> io::Result<File> {
        self.check()?;
        open_file(&self.0.join(name.as_ref()), false)
    }

    /// Makes a file in this folder and opens it for writing; nobody else can, then or later.
    pub(crate) fn create(&self, name: &str) -> io::Result<File> {
        self.check()?;
        let file = OpenOptions::new().write(true).create_new(true).open(self.0.join(name))?;
        let mut permissions = file.metadata()?.permissions();
        permissions.set_readonly(true);
        file.set_permissions(permissions)?;
        Ok(file)
    }

    /// Puts a file under a name in another folder, in the place of any file there.
    pub(crate) fn rename(&self, name: &str, to: &Self, new: &str) -> io::Result<()> {
        self.check()?;
        to.check()?;
        let target = to.0.join(new);
        allow_removing(&target)?;
        fs::rename(self.0.join(name), target)
    }

    /// Removes a file.
    pub(crate) fn remove(&self, name: &str) -> io::Result<()> {
        self.check()?;
        let path = self.0.join(name);
        allow_removing(&path)?;
        fs::remove_file(path)
    }

    /// Returns what stands in this folder.
    pub(crate) fn list(&self) -> io::Result<Vec<(OsString, Kind)>> {
        self.check()?;
        fs::read_dir(&self.0)?
            .map(|entry| {
                let entry = entry?;
                Ok((entry.file_name(), kind(&entry.metadata()?)))
            })
            .collect()
    }

    /// Returns what stands under a name, and its size in bytes.
    pub(crate) fn look(&self, name: impl AsRef<OsStr>) -> io::Result<(Kind, u64)> {
        self.check()?;
        let about = fs::symlink_metadata(self.0.join(name.as_ref()))?;
        Ok((kind(&about), about.len()))
    }

    /// Does nothing: here the file system writes names in order, and a folder can't be waited for.
    #[allow(clippy::unused_self, clippy::unnecessary_wraps)]
    pub(crate) fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    /// Returns false: each file is waited for.
    pub(crate) fn can_sync_disk(&self) -> bool {
        false
    }

    /// Does what [`Folder::sync`] does.
    pub(crate) fn sync_disk(&self) -> io::Result<()> {
        self.sync()
    }

    /// Refuses where this is no longer the folder that was opened, but a link.
    fn check(&self) -> io::Result<()> {
        if fs::symlink_metadata(&self.0)?.file_type().is_symlink() {
            Err(ErrorKind::NotADirectory.into())
        } else {
            Ok(())
        }
    }
}

/// Windows replaces and removes no file that is read-only.
#[cfg(windows)]
fn allow_removing(path: &Path) -> io::Result<()> {
    let mut permissions = match fs::symlink_metadata(path) {
        Ok(about) if about.is_file() => about.permissions(),
        _ => return Ok(()),
    };
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(path, permissions)
}

#[cfg(not(windows))]
#[allow(clippy::unnecessary_wraps)]
fn allow_removing(_: &Path) -> io::Result<()> {
    Ok(())
}
