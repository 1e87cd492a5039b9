//! Evidence against a real database and a real vault in a temporary folder.

mod adding;
mod changing;
mod finding;
mod verifying;

use std::fs;
use std::ops::ControlFlow;
use std::path::PathBuf;

use annexe_vault::Progress;
use serde_json::{Value, json};

use super::*;
use crate::Explain as _;
use crate::workspace::tests::Bench;
use crate::workspace::{Access, Stamp, Workspace, WriteError};

/// A workspace, and a folder with files to add.
struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn today() -> crate::Day {
    "2026-10-12".parse().unwrap()
}

fn id(number: u32) -> EvidenceId {
    EvidenceId::new(number).unwrap()
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace, files: tempfile::tempdir().unwrap() }
    }

    fn stamp(&self) -> &Stamp {
        &self.bench.stamp
    }

    fn by(&self) -> By<'_> {
        By { stamp: &self.bench.stamp, today: today() }
    }

    /// Writes a file to add.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.files.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn try_add(&self, files: &[PathBuf], about: &Value) -> Result<AddedEvidence, EvidenceError> {
        let about = serde_json::from_value(about.clone()).unwrap();
        add(&self.workspace, self.by(), &AddEvidence { files: files.into(), about }, &mut go_on)
    }

    fn add(&self, name: &str, text: &str) -> EvidenceId {
        let added = self.try_add(&[self.file(name, text.as_bytes())], &json!({})).unwrap();
        added.added[0]
    }

    /// Runs an operation in a transaction, with its arguments as they cross the boundary.
    fn write<A: serde::de::DeserializeOwned, T>(
        &self,
        operation: &str,
        arguments: &Value,
        run: impl FnOnce(&mut crate::workspace::Tx<'_>, A) -> Result<T, EvidenceError>,
    ) -> Result<T, EvidenceError> {
        let arguments = serde_json::from_value(arguments.clone()).unwrap();
        self.workspace.write(self.stamp(), operation, |tx| run(tx, arguments))
    }

    fn set(&self, arguments: &Value) -> Result<Vec<Evidence>, EvidenceError> {
        self.write("evidence.set", arguments, set)
    }

    fn link(&self, arguments: &Value) -> Result<Vec<Evidence>, EvidenceError> {
        self.write("evidence.link", arguments, |tx, arguments: LinkEvidence| link(tx, &arguments))
    }

    fn unlink(&self, arguments: &Value) -> Result<Vec<Evidence>, EvidenceError> {
        self.write("evidence.unlink", arguments, |tx, arguments: LinkEvidence| unlink(tx, &arguments))
    }

    fn remove(&self, arguments: &Value) -> Result<Vec<RemovedEvidence>, EvidenceError> {
        self.write("evidence.remove", arguments, |tx, arguments: RemoveEvidence| remove(tx, &arguments))
    }

    fn show(&self, number: u32) -> EvidenceDetails {
        show(&self.workspace, id(number), today()).unwrap()
    }

    /// Returns the numbers of a list, in its order.
    fn list(&self, arguments: &Value) -> Vec<u32> {
        let page =
            list(&self.workspace, &serde_json::from_value(arguments.clone()).unwrap(), today()).unwrap();
        page.rows.iter().map(|row| row.id.number()).collect()
    }

    fn bytes(&self, number: u32, version: Option<u32>) -> Vec<u8> {
        let out = self.files.path().join("out");
        let to = ExportEvidence { id: id(number), version, file: out.clone(), replace: Some(true) };
        export(&self.workspace, &to, &mut |_, _| ControlFlow::Continue(())).unwrap();
        fs::read(out).unwrap()
    }

    /// Returns the place in the vault of the newest file of a piece.
    fn place(&self, number: u32) -> PathBuf {
        let digest = self.show(number).evidence.latest().unwrap().sha256;
        self.workspace.vault().unwrap().path_of(&digest)
    }

    /// Returns how many files the vault holds.
    fn held(&self) -> usize {
        self.workspace.vault().unwrap().list().unwrap().len()
    }
}

fn said(error: &EvidenceError) -> String {
    format!("{}: {error}. {}", error.code(), error.hint().unwrap_or_default())
}

/// Overwrites a file that is read-only.
fn overwrite(place: &std::path::Path, bytes: &[u8]) {
    fs::remove_file(place).unwrap();
    fs::write(place, bytes).unwrap();
}
