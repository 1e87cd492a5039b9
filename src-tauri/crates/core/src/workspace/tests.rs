//! Workspaces against a real SQLite file in a temporary folder.

mod faults;
mod flips;
mod opening;
mod plans;
mod tampering;
mod undoing;

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::*;
use crate::assessment::{self, DecideControls, SetControls};
use crate::organisation::Organisation;

/// A workspace in a folder of its own, with a clock that stands still.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
    pub(crate) stamp: Stamp,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let at = "2026-10-12T09:41:00Z".parse().unwrap();
        Self { folder: tempfile::tempdir().unwrap(), stamp: Stamp { at, actor: "Quality manager".into() } }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    pub(crate) fn foundation() -> Foundation {
        let organisation =
            Organisation::new("Penmarrow Instruments".parse().unwrap(), vec![], "".parse().unwrap());
        Foundation { id: Uuid::nil(), organisation: organisation.unwrap(), sample: false }
    }

    pub(crate) fn create(&self) -> Workspace {
        Workspace::create(&self.path(), &Self::foundation(), &self.stamp).unwrap()
    }

    pub(crate) fn open(&self, access: Access) -> Result<Workspace, OpenError> {
        Workspace::open(&self.path(), access, self.stamp.at)
    }

    /// Verifies a workspace whole.
    pub(crate) fn verify(workspace: &Workspace) -> Verification {
        workspace.verify(Extent::Everything, &mut |_| std::ops::ControlFlow::Continue(())).unwrap()
    }

    pub(crate) fn decide(&self, workspace: &Workspace, json: &serde_json::Value) {
        let decide: DecideControls = serde_json::from_value(json.clone()).unwrap();
        workspace.write(&self.stamp, "control.decide", |tx| assessment::decide(tx, decide)).unwrap();
    }

    pub(crate) fn set(&self, workspace: &Workspace, json: &serde_json::Value) {
        let set: SetControls = serde_json::from_value(json.clone()).unwrap();
        workspace.write(&self.stamp, "control.set", |tx| assessment::set(tx, set)).unwrap();
    }

    /// Runs SQL on the database as somebody would who does not go through Annexe.
    pub(crate) fn behind_its_back(&self, sql: &str) {
        let conn = Connection::open(self.path().join(folder::DATABASE)).unwrap();
        conn.execute_batch(&format!(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {sql}"
        ))
        .unwrap();
    }
}

/// Returns the files of a folder with their bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn said(error: &dyn crate::Explain) -> String {
    format!("{}: {error}. {}", error.code(), error.hint().unwrap_or_default())
}
