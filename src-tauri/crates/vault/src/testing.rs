//! What the tests of all parts share: a vault in a folder of its own, and files beside it.

use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::vault::{INCOMING, Limits};
use crate::{AddError, Added, Digest, Progress, Source, Vault};

/// Limits that make a few bytes a long file and a few files a long batch.
pub(crate) const TINY: Limits = Limits { buffer: 4, large: 64, batch_files: 10, batch_bytes: 500 };

/// The same, but no file is large.
pub(crate) const TINY_SMALL: Limits = Limits { large: u64::MAX, ..TINY };

pub(crate) fn quiet(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A vault and the folder that it stands in.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
    pub(crate) vault: Vault,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::create(folder.path().join("vault")).unwrap();
        Self { folder, vault }
    }

    pub(crate) fn tiny() -> Self {
        Self::limited(TINY)
    }

    pub(crate) fn limited(limits: Limits) -> Self {
        let mut bench = Self::new();
        bench.vault.limits = limits;
        bench
    }

    /// Returns a path beside the vault.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes a file beside the vault, which was changed an hour ago.
    pub(crate) fn file(&self, name: impl AsRef<Path>, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        let file = File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
        path
    }

    pub(crate) fn add(&self, source: &Source) -> Result<Added, AddError> {
        self.vault.add(source, &mut quiet)
    }

    /// Adds bytes.
    pub(crate) fn put(&self, bytes: &[u8]) -> Digest {
        self.add(&Source::Bytes(bytes.to_vec())).unwrap().digest
    }

    /// Returns the names of what stands among the temporary files.
    pub(crate) fn incoming(&self) -> Vec<String> {
        let entries = fs::read_dir(self.vault.folder().join(INCOMING)).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Asserts that the vault holds these bytes, whole, and nothing else.
    #[track_caller]
    pub(crate) fn holds(&self, files: &[&[u8]]) {
        let mut digests: Vec<_> = files.iter().map(|bytes| Digest::of(bytes)).collect();
        digests.sort_unstable();
        assert_eq!(self.vault.list().unwrap(), digests);
        let report = self.vault.verify_all(&mut quiet).unwrap();
        assert!(report.is_whole(), "{report:?}");
        assert_eq!(report.strays, []);
        assert_eq!(self.incoming(), [""; 0]);
    }

    /// Puts other bytes in the place of a stored file's.
    pub(crate) fn damage(&self, digest: &Digest, bytes: &[u8]) {
        let path = self.vault.path_of(digest);
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        #[allow(clippy::permissions_set_readonly_false)]
        permissions.set_readonly(false);
        fs::set_permissions(&path, permissions).unwrap();
        fs::write(&path, bytes).unwrap();
    }
}

/// Returns bytes that differ for each number.
pub(crate) fn sample(number: usize, length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..length).map(|index| (index * 7 + number * 13) as u8).collect();
    bytes.extend_from_slice(&number.to_le_bytes());
    bytes
}

/// Makes a pipe that nobody writes into, or returns false where there is no `mkfifo`.
#[cfg(unix)]
pub(crate) fn make_pipe(path: &Path) -> bool {
    let made = std::process::Command::new("mkfifo").arg(path).status().is_ok_and(|status| status.success());
    if !made {
        eprintln!("no pipe was tried: there is no mkfifo");
    }
    made
}

/// Takes the right to read something from everybody; returns false where that does not hold for this user.
#[cfg(unix)]
pub(crate) fn make_unreadable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    let readable = File::open(path).is_ok();
    if readable {
        eprintln!("nothing unreadable was tried: this user may read everything");
    }
    !readable
}
