//! By `openat` and its kin.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::unix::ffi::OsStringExt as _;
use std::path::Path;

use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags};
use rustix::io::Errno;

use super::Kind;

/// Opening never waits, as it would for a pipe without a writer, and is never inherited by a child.
const READ: OFlags = OFlags::RDONLY.union(OFlags::NONBLOCK).union(OFlags::CLOEXEC).union(OFlags::NOCTTY);
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

/// Returns whether something was not opened because it is a link.
pub(crate) fn is_link(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::LOOP.raw_os_error())
}

/// Returns whether something was not opened because it is a device or a socket.
pub(crate) fn is_special(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::NXIO.raw_os_error())
}

/// Opens a file for reading, whatever it is.
pub(crate) fn open_file(path: &Path, follow: bool) -> io::Result<File> {
    let flags = if follow { READ } else { READ | OFlags::NOFOLLOW };
    Ok(rustix::fs::openat(CWD, path, flags, Mode::empty())?.into())
}

/// Asks the system to begin putting bytes of a file onto the disk, and does not wait.
///
/// Where it fails, the syncing that follows tells.
#[cfg(target_os = "linux")]
pub(crate) fn begin_writing(file: &File, offset: u64, bytes: u64) {
    // Linux begins to write what is to leave the page cache. What it is still writing stays there.
    let _ = rustix::fs::fadvise(file, offset, std::num::NonZeroU64::new(bytes), rustix::fs::Advice::DontNeed);
}

/// Does nothing: the system begins when it likes.
#[cfg(not(target_os = "linux"))]
pub(crate) fn begin_writing(_: &File, _: u64, _: u64) {}

/// An open folder.
#[derive(Debug)]
pub(crate) struct Folder(File);

impl Folder {
    /// Opens a folder by its path; its last part may be a link only where `follow` says so.
    pub(crate) fn open(path: &Path, follow: bool) -> io::Result<Self> {
        let flags = if follow { FOLDER } else { FOLDER | OFlags::NOFOLLOW };
        Ok(Self(rustix::fs::openat(CWD, path, flags, Mode::empty())?.into()))
    }

    /// Opens a folder that stands in this one.
    pub(crate) fn folder(&self, name: impl AsRef<OsStr>) -> io::Result<Self> {
        let flags = FOLDER | OFlags::NOFOLLOW;
        Ok(Self(rustix::fs::openat(&self.0, Path::new(name.as_ref()), flags, Mode::empty())?.into()))
    }

    /// Makes a folder in this one.
    pub(crate) fn make_folder(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o777))?)
    }

    /// Opens what stands in this folder for reading.
    pub(crate) fn read(&self, name: impl AsRef<OsStr>) -> io::Result<File> {
        let flags = READ | OFlags::NOFOLLOW;
        Ok(rustix::fs::openat(&self.0, Path::new(name.as_ref()), flags, Mode::empty())?.into())
    }

    /// Makes a file in this folder and opens it for writing; nobody else can, then or later.
    pub(crate) fn create(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(&self.0, name, flags, Mode::from_raw_mode(0o444))?.into())
    }

    /// Puts a file under a name in another folder, in the place of any file there.
    pub(crate) fn rename(&self, name: &str, to: &Self, new: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, name, &to.0, new)?)
    }

    /// Removes a file.
    pub(crate) fn remove(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    /// Returns what stands in this folder.
    pub(crate) fn list(&self) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = entry.file_name();
            if matches!(name.to_bytes(), b"." | b"..") {
                continue;
            }
            let kind = match entry.file_type() {
                // Some file systems leave it to be asked for.
                FileType::Unknown => {
                    let stat = rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
                    FileType::from_raw_mode(stat.st_mode)
                }
                known => known,
            };
            let kind = match kind {
                FileType::RegularFile => Kind::File,
                FileType::Directory => Kind::Folder,
                _ => Kind::Other,
            };
            entries.push((OsString::from_vec(name.to_bytes().to_vec()), kind));
        }
        Ok(entries)
    }

    /// Returns what stands under a name, and its size in bytes.
    pub(crate) fn look(&self, name: impl AsRef<OsStr>) -> io::Result<(Kind, u64)> {
        let name = Path::new(name.as_ref());
        let stat = rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)?;
        let kind = match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Folder,
            _ => Kind::Other,
        };
        Ok((kind, u64::try_from(stat.st_size).unwrap_or(0)))
    }

    /// Waits until the names in this folder are on the disk.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.0.sync_all()
    }

    /// Returns whether [`Folder::sync_disk`] can be relied on.
    ///
    /// From Linux 5.8 `syncfs` tells of bytes that could not be written; earlier, and on file systems that
    /// are on other machines or in other programs, it may succeed while bytes are lost.
    #[cfg(target_os = "linux")]
    pub(crate) fn can_sync_disk(&self) -> bool {
        const EXT: u64 = 0xef53;
        const XFS: u64 = 0x5846_5342;
        const BTRFS: u64 = 0x9123_683e;
        const F2FS: u64 = 0xf2f5_2010;
        const TMPFS: u64 = 0x0102_1994;
        let release = rustix::system::uname().release().to_string_lossy().into_owned();
        let mut numbers = release.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse::<u32>());
        let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else { return false };
        let kind = rustix::fs::fstatfs(&self.0).ok().and_then(|about| u64::try_from(about.f_type).ok());
        (major, minor) >= (5, 8) && kind.is_some_and(|kind| [EXT, XFS, BTRFS, F2FS, TMPFS].contains(&kind))
    }

    /// Returns whether [`Folder::sync_disk`] can be relied on.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn can_sync_disk(&self) -> bool {
        false
    }

    /// Waits until all that was written to this folder's file system is on the disk.
    ///
    /// Tells of what failed since this folder was opened.
    #[cfg(target_os = "linux")]
    pub(crate) fn sync_disk(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.0)?)
    }

    /// Waits until the names in this folder are on the disk.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn sync_disk(&self) -> io::Result<()> {
        self.sync()
    }
}
