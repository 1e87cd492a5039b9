//! A workspace beside a folder of backups, and what must hold of both whatever happened.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use annexe_core::evidence::{self, ListEvidence};
use annexe_core::workspace::{Access, Extent, Workspace};
use serde_json::Value;

use crate::support::Bench;

/// The workspace `w` and the folder of backups `out`.
pub(crate) struct Desk {
    pub(crate) bench: Bench,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let bench = Bench::new();
        bench.init();
        for folder in ["out", "files"] {
            fs::create_dir(bench.path(folder)).unwrap();
        }
        Self { bench }
    }

    /// Writes a file to add, and returns its path from the bench.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = Path::new("files").join(name);
        fs::write(self.bench.path("").join(&path), bytes).unwrap();
        path
    }

    /// Opens the workspace for reading, asserts that it verifies whole, every file with it, and returns the list of the
    /// evidence.
    #[track_caller]
    pub(crate) fn list(&self) -> Vec<Value> {
        let at = "2026-10-12T09:41:00Z".parse().unwrap();
        let workspace = Workspace::open(&self.bench.path("w"), Access::Read, at).unwrap();
        let verified = workspace.verify(Extent::Everything, &mut |_| ControlFlow::Continue(())).unwrap();
        assert!(verified.ok, "{verified:#?}");
        let all = ListEvidence { limit: Some(1_000), ..ListEvidence::default() };
        let page = evidence::list(&workspace, &all, "2026-10-12".parse().unwrap()).unwrap();
        page.rows.iter().map(|row| serde_json::to_value(row).unwrap()).collect()
    }

    /// Asserts that nothing half done is left in the workspace, once somebody has opened it for writing.
    #[track_caller]
    pub(crate) fn is_tidy(&self) {
        let left = names(&self.bench.path("w/vault/incoming"));
        assert!(left.is_empty(), "in the vault: {left:?}");
        let known = ["annexe.db", "annexe.db.sha256", "annexe.lock", "search.db", "vault"];
        let left: Vec<_> = names(&self.bench.path("w"))
            .into_iter()
            .filter(|name| {
                !known.contains(&name.as_str()) && !name.ends_with("-wal") && !name.ends_with("-shm")
            })
            .collect();
        assert!(left.is_empty(), "in the workspace: {left:?}");
    }

    /// Asserts that each file in the folder of backups is a good backup, or is not finished and says so by its name;
    /// returns the names of the former.
    #[track_caller]
    pub(crate) fn good_backups(&self) -> Vec<String> {
        let (unfinished, backups): (Vec<_>, Vec<_>) = names(&self.bench.path("out"))
            .into_iter()
            .partition(|name| name.starts_with(".annexe-bag-") && name.ends_with(".part"));
        drop(unfinished);
        for name in &backups {
            let file = self.bench.path("out").join(name);
            let checked = annexe_core::backup::check(&file, None, &mut |_| ControlFlow::Continue(()));
            assert!(checked.is_ok(), "{name}: {checked:?}");
        }
        backups
    }
}

/// Returns the names in a folder, in order.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
