//! The files of the vault against their names, and what the records refer to against the files.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use annexe_vault::{Condition, Digest, Fault, Progress, Report, VaultError};
use rusqlite::Connection;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use super::Extent;
use crate::evidence::{self, EvidenceId, Link};
use crate::workspace::{StoreError, Workspace};

/// A file that a record refers to, and that is not as it was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DamagedFile {
    /// The SHA-256 that it should have.
    #[ts(as = "String")]
    pub sha256: Digest,
    /// What is the matter with it.
    pub condition: FileCondition,
    /// The evidence that it belongs to.
    pub pieces: Vec<DamagedPiece>,
}

/// What is the matter with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FileCondition {
    /// It is not there.
    Missing,
    /// Its bytes are others.
    Damaged,
    /// It can't be read.
    Unreadable,
}

/// A piece of evidence whose file is not as it was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DamagedPiece {
    /// Its number.
    pub id: EvidenceId,
    /// Its title.
    pub title: String,
    /// Which of its versions.
    pub version: u32,
    /// The name that the file had.
    pub name: String,
    /// What it proves something about.
    pub links: Vec<Link>,
}

/// What looking at the files found.
pub(super) struct Looked {
    pub(super) vault: Vec<String>,
    pub(super) evidence: Vec<String>,
    pub(super) damaged: Vec<DamagedFile>,
    pub(super) files: u64,
    pub(super) bytes: u64,
}

/// Looks at the files that an extent names. Meanwhile nothing is cleared out, which would seem to be missing.
pub(super) fn look(
    workspace: &Workspace,
    extent: Extent,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Looked, VaultError> {
    workspace.keeping(|_| look_at_kept(workspace, extent, progress))
}

fn look_at_kept(
    workspace: &Workspace,
    extent: Extent,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Looked, VaultError> {
    let referred = workspace.read(references);
    let (mut vault, mut evidence) = (Vec::new(), Vec::new());
    let mut pieces = match referred {
        Ok(pieces) => pieces,
        Err(error) => {
            evidence.push(error.to_string());
            BTreeMap::new()
        }
    };
    let names: BTreeSet<Digest> = pieces.keys().copied().collect();
    let report = match (workspace.vault(), extent) {
        (Ok(files), Extent::Everything) => match files.verify_all(progress) {
            Ok(report) => missing_too(report, &names),
            Err(VaultError::Stopped) => return Err(VaultError::Stopped),
            Err(error) => {
                vault.push(error.to_string());
                Report::default()
            }
        },
        (Ok(files), Extent::Sample { files: count, seed }) => {
            files.verify_these(&sample(&names, count, seed), progress)?
        }
        (Err(error), _) => {
            if !names.is_empty() {
                vault.push(error.to_string());
            }
            missing_too(Report::default(), &names)
        }
    };
    for stray in &report.strays {
        if let Some(why) = &stray.why {
            vault.push(format!("vault/{}: {why}", annexe_vault::shown_path(&stray.path)));
        }
    }
    let mut damaged = Vec::new();
    for Fault { digest, condition } in &report.faults {
        let (condition, said) = match condition {
            Condition::Whole => continue,
            Condition::Missing => (FileCondition::Missing, "it is missing".to_owned()),
            Condition::Damaged { found } => {
                (FileCondition::Damaged, format!("its bytes are those of {found}"))
            }
            Condition::Unreadable { why } => (FileCondition::Unreadable, format!("it can't be read ({why})")),
        };
        let of = pieces.remove(digest).unwrap_or_default();
        let whose = if of.is_empty() { "; nothing refers to it" } else { "" };
        vault.push(format!("file {digest}: {said}{whose}"));
        evidence.extend(of.iter().map(|piece| piece.said(condition)));
        if !of.is_empty() {
            damaged.push(DamagedFile { sha256: *digest, condition, pieces: of });
        }
    }
    Ok(Looked { vault, evidence, damaged, files: report.files, bytes: report.bytes })
}

impl DamagedPiece {
    fn said(&self, condition: FileCondition) -> String {
        let what = match condition {
            FileCondition::Missing => "is missing",
            FileCondition::Damaged => "is damaged",
            FileCondition::Unreadable => "can't be read",
        };
        let proves: Vec<String> = self.links.iter().map(ToString::to_string).collect();
        let proves = if proves.is_empty() { "nothing yet".into() } else { proves.join(", ") };
        format!(
            "{} “{}”, version {} ({}): its file {what}; it proves {proves}",
            self.id,
            crate::text::shown(&self.title),
            self.version,
            crate::text::shown(&self.name)
        )
    }
}

/// Adds the files that are referred to and are not there.
fn missing_too(mut report: Report, names: &BTreeSet<Digest>) -> Report {
    let there: BTreeSet<Digest> = report.there.iter().copied().collect();
    for digest in names.difference(&there) {
        report.faults.push(Fault { digest: *digest, condition: Condition::Missing });
    }
    report.faults.sort_by_key(|fault| fault.digest);
    report
}

/// Returns some files by chance, which the seed decides.
fn sample(names: &BTreeSet<Digest>, count: u32, seed: u128) -> Vec<Digest> {
    let mut drawn: Vec<([u8; 32], Digest)> = names
        .iter()
        .map(|digest| {
            let lot =
                Sha256::new().chain_update(seed.to_be_bytes()).chain_update(digest.as_bytes()).finalize();
            (lot.into(), *digest)
        })
        .collect();
    drawn.sort_unstable();
    drawn.into_iter().take(usize::try_from(count).unwrap_or(usize::MAX)).map(|(_, digest)| digest).collect()
}

/// Returns every file that the records refer to, with the evidence it belongs to.
fn references(conn: &Connection) -> Result<BTreeMap<Digest, Vec<DamagedPiece>>, StoreError> {
    let mut pieces: BTreeMap<Digest, Vec<DamagedPiece>> = BTreeMap::new();
    for digest in evidence::referenced(conn)? {
        pieces.entry(digest).or_default();
    }
    for piece in evidence::all(conn)? {
        for version in &piece.versions {
            pieces.entry(version.sha256).or_default().push(DamagedPiece {
                id: piece.id,
                title: piece.title.to_string(),
                version: version.version,
                name: version.name.as_str().into(),
                links: piece.links.clone(),
            });
        }
    }
    Ok(pieces)
}
