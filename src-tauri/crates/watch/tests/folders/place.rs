//! A real folder that is scanned again and again.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use annexe_watch::{Difference, Rules, Scan, ScanError, Seen, compare, scan};
use tempfile::TempDir;

/// A folder `root` with an empty folder around it, and the files known of it.
pub(crate) struct Place {
    around: TempDir,
    pub(crate) known: Vec<Seen>,
}

impl Place {
    pub(crate) fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        fs::create_dir(around.path().join("root")).unwrap();
        Self { around, known: Vec::new() }
    }

    /// Returns a place with these files, each of which holds its own name, and all of them known.
    pub(crate) fn with(files: &[&str]) -> Self {
        let mut place = Self::new();
        for file in files {
            place.write(file, file);
        }
        place.know();
        place
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.around.path().join("root")
    }

    /// Returns a path beside the root.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.around.path().join(name)
    }

    pub(crate) fn at(&self, file: impl AsRef<Path>) -> PathBuf {
        self.root().join(file)
    }

    pub(crate) fn write(&self, file: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.at(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.at(from), self.at(to)).unwrap();
    }

    pub(crate) fn scan(&self) -> Scan {
        look(&self.root()).unwrap()
    }

    pub(crate) fn difference(&self) -> Difference {
        compare(&self.known, &self.scan())
    }

    /// Takes in everything as it is now.
    pub(crate) fn know(&mut self) {
        self.known = self.scan().files;
    }
}

pub(crate) fn look(root: &Path) -> Result<Scan, ScanError> {
    scan(root, &Rules::new(), None, &mut |_| ControlFlow::Continue(()))
}

pub(crate) fn names(files: &[Seen]) -> Vec<&str> {
    files.iter().map(|file| file.path.as_str()).collect()
}

/// Returns how many files are fresh, changed, vanished, moved, same and out of sight.
pub(crate) fn counts(difference: &Difference) -> [usize; 6] {
    let Difference { fresh, changed, vanished, moved, same, out_of_sight } = difference;
    [fresh.len(), changed.len(), vanished.len(), moved.len(), same.len(), out_of_sight.len()]
}
