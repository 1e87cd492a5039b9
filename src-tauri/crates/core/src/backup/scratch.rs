//! A folder for what is needed for a moment. One that a crash left is cleared away before the next is made beside it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use tempfile::{Builder, TempDir};

/// How the names of such folders begin.
const BEGUN: &str = ".annexe-unfinished-";
/// The file in it that is locked while somebody works in it.
const IN_USE: &str = "in-use";

/// A folder that this user alone can look into, and that goes when it is dropped.
pub(super) struct Scratch {
    // Closed before the folder goes: Windows removes no file that is open.
    _in_use: File,
    folder: TempDir,
}

impl Scratch {
    /// Makes one within a folder.
    pub(super) fn within(above: &Path) -> io::Result<Self> {
        clear_leftovers(above);
        loop {
            let folder = Builder::new().prefix(BEGUN).tempdir_in(above)?;
            let place = folder.path().join(IN_USE);
            match File::create_new(&place) {
                // Somebody who clears away what a crash left may take it for that until it is locked.
                Ok(in_use) if is_locked(&in_use) && place.exists() => {
                    return Ok(Self { _in_use: in_use, folder });
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::NotFound && above.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Locks a file, and returns whether nobody else has.
fn is_locked(file: &File) -> bool {
    // Where a disk keeps no locks, nothing is ever taken for left behind.
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Clears away what crashes left within a folder; what somebody works in stays.
pub(crate) fn clear_leftovers(above: &Path) {
    let Ok(entries) = fs::read_dir(above) else { return };
    for entry in entries.flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(BEGUN));
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            // It is in nobody's way; the next start tries again.
            let _ = clear(&entry.path());
        }
    }
}

fn clear(folder: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).open(folder.join(IN_USE)) {
        Ok(in_use) => {
            // It stays locked until it is gone, so that whoever has just made it sees that.
            if in_use.try_lock().is_ok() { fs::remove_dir_all(folder) } else { Ok(()) }
        }
        // Only an empty one goes: a crash came before anybody could say that it is in use.
        Err(error) if error.kind() == ErrorKind::NotFound => fs::remove_dir(folder),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_clears_away_what_another_has_just_made() {
        let above = tempfile::tempdir().unwrap();
        let work = || {
            for _ in 0..500 {
                let scratch = Scratch::within(above.path()).unwrap();
                fs::write(scratch.path().join("annexe.db"), "copy").unwrap();
                assert_eq!(fs::read(scratch.path().join("annexe.db")).unwrap(), b"copy");
            }
        };
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
            threads.into_iter().for_each(|thread| thread.join().unwrap());
        });
        assert_eq!(fs::read_dir(above.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_a_crash_left_is_cleared_away_and_what_is_in_use_stays() {
        let above = tempfile::tempdir().unwrap();
        let in_use = Scratch::within(above.path()).unwrap();
        fs::write(in_use.path().join("annexe.db"), "copy").unwrap();
        for left in ["full", "empty"] {
            fs::create_dir(above.path().join(format!("{BEGUN}{left}"))).unwrap();
        }
        for name in [IN_USE, "annexe.db"] {
            fs::write(above.path().join(format!("{BEGUN}full")).join(name), "left").unwrap();
        }
        // What is not ours to clear away: a file, a folder of another name, a folder that holds something of somebody.
        fs::write(above.path().join(format!("{BEGUN}file")), "mine").unwrap();
        fs::create_dir(above.path().join(".annexe-other")).unwrap();
        fs::create_dir_all(above.path().join(format!("{BEGUN}mine/minutes"))).unwrap();
        drop(Scratch::within(above.path()).unwrap());
        let mut left: Vec<_> = fs::read_dir(above.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let used = in_use.path().file_name().unwrap().to_str().unwrap().to_owned();
        let mut expected = [used, ".annexe-other".into(), format!("{BEGUN}file"), format!("{BEGUN}mine")];
        expected.sort();
        assert_eq!(left, expected);
        assert_eq!(fs::read(in_use.path().join("annexe.db")).unwrap(), b"copy");
        let path = in_use.path().to_owned();
        drop(in_use);
        assert!(!path.exists());
    }
}
