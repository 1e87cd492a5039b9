//! Looking through a folder.

use std::cell::Cell;
use std::fs::{self, FileType};
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::error::ScanError;
use crate::path::RelativePath;
use crate::root::RootIdentity;
use crate::seen::{FileIdentity, Seen};
use crate::skip::{Rules, is_passed_over};

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// The ordinary files, in the order of their paths.
    pub files: Vec<Seen>,
    /// Folders that could not be read, and files that could not be asked for their size: what is there is unknown.
    pub unreadable: Vec<Problem>,
    /// What is no ordinary file, and is left alone: links, devices, pipes and sockets.
    pub leftovers: Vec<Leftover>,
    /// How many files and folders were passed over by their names, as hidden, or as left out by the caller.
    pub passed_over: u64,
    /// Which folder it was, to be remembered for the next scan.
    pub root_identity: RootIdentity,
}

/// A place that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The folder, or the file.
    pub path: RelativePath,
    /// Why.
    pub why: Why,
}

/// Why a place could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// It can't be read by who runs the program.
    #[error("It cannot be read: permission is missing")]
    NotAllowed,
    /// What the system says.
    #[error("It could not be read ({0})")]
    Failed(String),
}

/// Something that is no ordinary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stands.
    pub path: RelativePath,
    /// What it is.
    pub kind: LeftoverKind,
}

/// What something is that is no ordinary file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftoverKind {
    /// A symbolic link or a junction. It is never followed.
    Link,
    /// A device, a pipe or a socket.
    Special,
}

/// How far a scan has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files seen.
    pub files: u64,
    /// Folders seen, without the watched one itself.
    pub folders: u64,
}

/// Looks through a folder and returns every ordinary file in it and below.
///
/// Links are never followed, save that `root` itself may be one; file systems mounted below are looked into. No
/// file is opened or changed. What comes or goes meanwhile may or may not be seen.
///
/// `remembered` is the identity that the last scan of this root gave. `progress` hears of every file and folder,
/// and may ask to stop.
///
/// # Errors
/// Where the root cannot be read, is not the one that is remembered, or goes away meanwhile; or `Stopped`.
pub fn scan(
    root: &Path,
    rules: &Rules,
    remembered: Option<&RootIdentity>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Scan, ScanError> {
    let base = Base::find(root)?;
    let left_out = rules.left_out();
    if left_out.iter().any(|folder| base.path.starts_with(folder)) {
        return Err(ScanError::LeftOut(root.into()));
    }
    if remembered.is_some_and(|remembered| base.identity.is_on_another_disk_than(remembered)) {
        return Err(ScanError::AnotherDisk(root.into()));
    }

    let mut seen = Sights::default();
    let passed_over = Cell::new(0_u64);
    let entries = WalkDir::new(&base.path).follow_links(false).into_iter().filter_entry(|entry| {
        let wanted = entry.depth() == 0 || is_wanted(entry, &left_out);
        if !wanted {
            passed_over.set(passed_over.get() + 1);
        }
        wanted
    });
    let mut count = Progress::default();
    for entry in entries {
        match entry {
            Ok(entry) if entry.depth() == 0 => continue,
            Ok(entry) => seen.take(&base.path, &entry, &mut count),
            Err(error) => seen.miss(root, &base.path, error)?,
        }
        if progress(count).is_break() {
            return Err(ScanError::Stopped);
        }
    }
    // A drive pulled out meanwhile shows as folders that are suddenly empty.
    if Base::find(root).ok().as_ref() != Some(&base) {
        return Err(ScanError::WentAway(root.into()));
    }

    let passed_over = passed_over.get();
    let is_empty = count == Progress::default()
        && passed_over == 0
        && seen.leftovers.is_empty()
        && seen.unreadable.is_empty();
    if is_empty && remembered.is_some_and(|remembered| base.identity.is_another_folder_than(remembered)) {
        return Err(ScanError::AnotherDisk(root.into()));
    }
    let Sights { mut files, mut unreadable, mut leftovers } = seen;
    files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    unreadable.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    leftovers.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(Scan { files, unreadable, leftovers, passed_over, root_identity: base.identity })
}

/// The root as it is on the disk.
#[derive(PartialEq, Eq)]
struct Base {
    path: PathBuf,
    identity: RootIdentity,
    now: Option<FileIdentity>,
}

impl Base {
    fn find(root: &Path) -> Result<Self, ScanError> {
        let metadata = fs::metadata(root).map_err(|error| ScanError::from_system(root, &error))?;
        if !metadata.is_dir() {
            return Err(ScanError::NotAFolder(root.into()));
        }
        // Some Windows drives cannot tell their full name; then the given one must do.
        let path = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let identity = RootIdentity::of(&path, &metadata);
        let now = FileIdentity::of(&path, &metadata);
        Ok(Self { path, identity, now })
    }
}

#[derive(Default)]
struct Sights {
    files: Vec<Seen>,
    unreadable: Vec<Problem>,
    leftovers: Vec<Leftover>,
}

impl Sights {
    fn take(&mut self, base: &Path, entry: &DirEntry, count: &mut Progress) {
        // Every path of the walk is the base with names behind it.
        let Some(path) = below(base, entry.path()) else { return };
        match sort(entry.file_type()) {
            Sort::Folder => count.folders += 1,
            Sort::Leftover(kind) => self.leftovers.push(Leftover { path, kind }),
            // Asked anew: what a Windows folder lists of a file that is open lags behind.
            Sort::File => match fs::symlink_metadata(entry.path()) {
                Ok(metadata) if metadata.is_file() => {
                    count.files += 1;
                    self.files.push(Seen::new(path, entry.path(), &metadata));
                }
                // It was replaced since its folder was listed; the next scan sees what by.
                Ok(_) => self
                    .unreadable
                    .push(Problem { path, why: Why::Failed("it changed while it was looked at".into()) }),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => self.unreadable.push(Problem { path, why: Why::from_system(&error) }),
            },
        }
    }

    fn miss(&mut self, root: &Path, base: &Path, error: walkdir::Error) -> Result<(), ScanError> {
        let at_root = error.path() == Some(base);
        let path = error.path().and_then(|path| below(base, path));
        let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other("a loop of folders"));
        match path {
            Some(_) if error.kind() == ErrorKind::NotFound => {}
            Some(path) => self.unreadable.push(Problem { path, why: Why::from_system(&error) }),
            None if at_root => return Err(ScanError::from_system(root, &error)),
            // A folder broke off while it was listed, and the walk does not say which.
            None => return Err(ScanError::Failed { root: root.into(), why: error.to_string() }),
        }
        Ok(())
    }
}

impl Why {
    fn from_system(error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied => Self::NotAllowed,
            _ => Self::Failed(error.to_string()),
        }
    }
}

fn below(base: &Path, path: &Path) -> Option<RelativePath> {
    RelativePath::from_path(path.strip_prefix(base).ok()?).ok()
}

fn is_wanted(entry: &DirEntry, left_out: &[PathBuf]) -> bool {
    !is_passed_over(entry.file_name())
        && !left_out.iter().any(|folder| entry.path() == folder)
        && !is_marked_hidden(entry)
}

enum Sort {
    File,
    Folder,
    Leftover(LeftoverKind),
}

fn sort(kind: FileType) -> Sort {
    if kind.is_symlink() {
        Sort::Leftover(LeftoverKind::Link)
    } else if kind.is_dir() {
        Sort::Folder
    } else if kind.is_file() {
        Sort::File
    } else {
        Sort::Leftover(LeftoverKind::Special)
    }
}

#[cfg(any(windows, target_os = "macos"))]
fn is_marked_hidden(entry: &DirEntry) -> bool {
    entry.metadata().is_ok_and(|metadata| has_hidden_mark(&metadata))
}

#[cfg(not(any(windows, target_os = "macos")))]
fn is_marked_hidden(_: &DirEntry) -> bool {
    false
}

/// The attributes hidden (2), system (4) or temporary (256).
#[cfg(windows)]
fn has_hidden_mark(metadata: &fs::Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;
    metadata.file_attributes() & (0x2 | 0x4 | 0x100) != 0
}

/// The flag `UF_HIDDEN`.
#[cfg(target_os = "macos")]
fn has_hidden_mark(metadata: &fs::Metadata) -> bool {
    use std::os::macos::fs::MetadataExt;
    metadata.st_flags() & 0x8000 != 0
}
