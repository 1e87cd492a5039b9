//! Taking files in: their bytes into the vault first, then what is said of them into the database.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

use annexe_vault::{Added, Digest, Progress, Source, Vault};
use annexe_watch::{Rules, ScanError};

use super::adding::{AddEvidence, AddVersion, AddedEvidence, KnownFile, Particulars, RefusedFile};
use super::error::EvidenceError;
use super::file_name::FileName;
use super::id::EvidenceId;
use super::operations::{check, one, resolved};
use super::record::{Evidence, Origin, Version};
use super::store;
use crate::explain::Explain;
use crate::ledger::RecordKind;
use crate::workspace::{Stamp, Tx, Workspace};
use crate::{Day, Line};

/// Files that are recorded together: one step of undo, and the most that a crash takes.
const TOGETHER: usize = 1_000;

/// The first bytes of a file, by which it is told what it is.
const HEAD: u64 = 4_096;

/// A file to take in: its bytes, the name it has, and where it was watched.
pub(crate) struct Incoming {
    pub(crate) shown: String,
    pub(crate) name: FileName,
    pub(crate) source: Source,
    pub(crate) origin: Option<Origin>,
}

/// Who adds, and which day it is for them.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// When it is done, and by whom.
    pub stamp: &'a Stamp,
    /// The day.
    pub today: Day,
}

/// Adds files as evidence, each as a piece of its own.
///
/// When it returns, the bytes, their names in the vault and what is said of them are on the disk. Up to 1,000
/// files are recorded together; after a crash or a stop, what was recorded is there, and nothing else.
///
/// # Errors
/// [`EvidenceError`] where nothing could be added at all. Files that could not be taken in while others were
/// are in the result.
pub fn add(
    workspace: &Workspace,
    by: By<'_>,
    add: &AddEvidence,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<AddedEvidence, EvidenceError> {
    if add.files.is_empty() {
        return Err(EvidenceError::NoFile);
    }
    let mut result = AddedEvidence::default();
    let mut incoming = Vec::new();
    for path in &add.files {
        match found(workspace.folder(), path, &mut incoming, &mut result.refused, progress) {
            Ok(()) => {}
            Err(error) if add.files.len() == 1 => return Err(error),
            Err(error) => result.refused.push(refused(path.display().to_string(), &error)),
        }
    }
    if incoming.is_empty() && result.refused.is_empty() {
        return Err(EvidenceError::NoFile);
    }
    take_in(workspace, by, &add.about, incoming, progress, &mut result)?;
    Ok(result)
}

/// Adds a file that is given as its bytes.
///
/// # Errors
/// [`EvidenceError`]; nothing was changed then.
pub fn paste(
    workspace: &Workspace,
    by: By<'_>,
    name: FileName,
    bytes: Vec<u8>,
    about: &Particulars,
) -> Result<AddedEvidence, EvidenceError> {
    let mut result = AddedEvidence::default();
    let one = Incoming { shown: name.shown(), name, source: Source::Bytes(bytes), origin: None };
    take_in(workspace, by, about, vec![one], &mut |_| ControlFlow::Continue(()), &mut result)?;
    Ok(result)
}

/// Adds a file as the newest version of a piece; the older ones stay.
///
/// # Errors
/// [`EvidenceError`]; nothing was changed then.
pub fn add_version(
    workspace: &Workspace,
    by: By<'_>,
    add: AddVersion,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Evidence, EvidenceError> {
    let incoming = Incoming {
        shown: add.file.display().to_string(),
        name: FileName::of(&add.file)?,
        source: Source::picked(&add.file),
        origin: None,
    };
    take_in_version(workspace, by, add.id, incoming, add.comment.unwrap_or_default(), progress)
}

/// Adds a file as the newest version of a piece.
pub(crate) fn take_in_version(
    workspace: &Workspace,
    by: By<'_>,
    id: EvidenceId,
    incoming: Incoming,
    comment: Line,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Evidence, EvidenceError> {
    workspace.read(|conn| super::queries::piece(conn, id))?;
    workspace.adding(|vault| {
        let added = vault.add(&incoming.source, progress)?;
        let format = format(vault, &added.digest, &incoming.name)?;
        workspace.write(by.stamp, "evidence.add-version", |tx| {
            let mut piece = one(tx, id)?;
            let latest = piece.latest();
            if let Some(same) =
                latest.filter(|latest| latest.sha256 == added.digest && latest.name == incoming.name)
            {
                return Err(EvidenceError::SameFile(id, same.version));
            }
            let number = latest.map_or(1, |latest| latest.version.saturating_add(1));
            let mut version = version(by, &incoming, added, format);
            version.version = number;
            version.comment = comment;
            piece.versions.push(version);
            tx.put(&piece)?;
            Ok(piece)
        })
    })
}

/// Takes files in, and notes in the result what became of each.
pub(crate) fn take_in(
    workspace: &Workspace,
    by: By<'_>,
    about: &Particulars,
    incoming: Vec<Incoming>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    result: &mut AddedEvidence,
) -> Result<(), EvidenceError> {
    if about.title.is_some() && incoming.len() > 1 {
        return Err(EvidenceError::OneTitle(incoming.len()));
    }
    // What is said of them is checked before gigabytes are read.
    workspace.read(|conn| {
        for target in about.links.iter().flatten() {
            super::link::resolve(conn, target)??;
        }
        Ok::<_, EvidenceError>(())
    })?;
    check(&blank(about, by.today))?;
    let (total, alone) = (incoming.len(), incoming.len() == 1);
    let mut before = Progress { files_total: total as u64, ..Progress::default() };
    let mut rest = incoming.into_iter();
    loop {
        let batch: Vec<Incoming> = rest.by_ref().take(TOGETHER).collect();
        if batch.is_empty() {
            return Ok(());
        }
        let mut last = Progress::default();
        let mut ear = |now: Progress| {
            last = now;
            progress(Progress {
                files: before.files + now.files,
                bytes: before.bytes + now.bytes,
                files_total: before.files_total,
                bytes_total: before.bytes + now.bytes_total,
            })
        };
        let shown: Vec<String> = batch.iter().map(|incoming| incoming.shown.clone()).collect();
        let taken =
            workspace.adding(|vault| batch_in(workspace, vault, by, about, batch, alone, &mut ear, result));
        if let Err(error) = taken {
            // What was recorded before stands, and is told.
            if result.added.is_empty() && result.known.is_empty() {
                return Err(error);
            }
            let left = shown.into_iter().chain(rest.map(|incoming| incoming.shown));
            result.refused.extend(left.map(|file| refused(file, &error)));
            return Ok(());
        }
        before.files += last.files;
        before.bytes += last.bytes;
        if result.stopped {
            return Ok(());
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "what a batch needs of the whole")]
fn batch_in(
    workspace: &Workspace,
    vault: &Vault,
    by: By<'_>,
    about: &Particulars,
    batch: Vec<Incoming>,
    alone: bool,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    result: &mut AddedEvidence,
) -> Result<(), EvidenceError> {
    let sources: Vec<Source> = batch.iter().map(|incoming| incoming.source.clone()).collect();
    let outcomes = vault.add_many(&sources, progress);
    drop(sources);
    let mut taken = Vec::new();
    for (incoming, outcome) in batch.into_iter().zip(outcomes) {
        let read = outcome.map_err(EvidenceError::from).and_then(|added| {
            let format = format(vault, &added.digest, &incoming.name)?;
            Ok((added, format))
        });
        match read {
            Ok((added, format)) => taken.push((incoming, added, format)),
            Err(error) if alone => return Err(error),
            Err(EvidenceError::Add(annexe_vault::AddError::Stopped)) => result.stopped = true,
            Err(error) => result.refused.push(refused(incoming.shown, &error)),
        }
    }
    let recorded = workspace.write(by.stamp, "evidence.add", |tx| record(tx, by, about, &taken))?;
    for (incoming, (id, fresh)) in taken.into_iter().map(|(incoming, ..)| incoming).zip(recorded) {
        if fresh {
            result.added.push(id);
        } else {
            result.known.push(KnownFile { file: incoming.shown, id });
        }
    }
    Ok(())
}

/// Records files of the vault as pieces of evidence; returns the number of each, and whether it is a new one.
fn record(
    tx: &mut Tx<'_>,
    by: By<'_>,
    about: &Particulars,
    taken: &[(Incoming, Added, String)],
) -> Result<Vec<(EvidenceId, bool)>, EvidenceError> {
    let links = resolved(tx, about.links.as_deref().unwrap_or_default())?;
    let mut next = EvidenceId::next(tx, RecordKind::Evidence)?;
    let mut fresh: BTreeMap<(Digest, FileName), EvidenceId> = BTreeMap::new();
    let mut numbers = Vec::with_capacity(taken.len());
    for (incoming, added, format) in taken {
        let known = match fresh.get(&(added.digest, incoming.name.clone())) {
            Some(id) => Some(*id),
            None => known(tx, &added.digest, &incoming.name)?,
        };
        if let Some(id) = known {
            let mut piece = one(tx, id)?;
            piece.links.extend(links.iter().cloned());
            piece.tags.extend(about.tags.iter().flatten().cloned());
            piece.tidy();
            check(&piece)?;
            tx.put(&piece)?;
            numbers.push((id, false));
            continue;
        }
        let id = next;
        next = next.following();
        let mut piece = blank(about, by.today);
        piece.id = id;
        if about.title.is_none() {
            piece.title = incoming.name.title();
        }
        piece.links.clone_from(&links);
        piece.versions.push(version(by, incoming, *added, format.clone()));
        piece.tidy();
        check(&piece)?;
        tx.put(&piece)?;
        fresh.insert((added.digest, incoming.name.clone()), id);
        numbers.push((id, true));
    }
    Ok(numbers)
}

/// Returns a piece whose newest version is this file under this name.
fn known(tx: &Tx<'_>, digest: &Digest, name: &FileName) -> Result<Option<EvidenceId>, EvidenceError> {
    let newest = store::numbers(
        tx.reading(),
        "SELECT evidence FROM evidence_version AS this WHERE sha256 = ?1 AND name = ?2 AND version =
             (SELECT max(version) FROM evidence_version AS other WHERE other.evidence = this.evidence)
         ORDER BY evidence",
        [digest.to_string().as_str(), name.as_str()],
    )?;
    Ok(newest.first().copied())
}

/// Returns a piece without a number, files and links, of which this is said.
pub(super) fn blank(about: &Particulars, today: Day) -> Evidence {
    let about = about.clone();
    Evidence {
        id: EvidenceId::FIRST,
        title: about.title.unwrap_or_else(FileName::untitled),
        kind: about.kind.unwrap_or_default(),
        proves: about.proves.unwrap_or_default(),
        effective: about.effective,
        collected: about.collected.or(Some(today)),
        expires: about.expires,
        confidentiality: about.confidentiality.unwrap_or_default(),
        source: about.source.unwrap_or_default(),
        notes: about.notes.unwrap_or_default(),
        tags: about.tags.unwrap_or_default(),
        links: Vec::new(),
        versions: Vec::new(),
    }
}

pub(super) fn version(by: By<'_>, incoming: &Incoming, added: Added, format: String) -> Version {
    Version {
        version: 1,
        sha256: added.digest,
        bytes: added.size,
        name: incoming.name.clone(),
        format,
        added: format!("{:.3}", by.stamp.at),
        by: by.stamp.actor.clone(),
        comment: Line::default(),
        origin: incoming.origin.clone(),
    }
}

/// Returns what a file of the vault is, by its name and its first bytes.
pub(super) fn format(vault: &Vault, digest: &Digest, name: &FileName) -> Result<String, EvidenceError> {
    Ok(kind_of(vault, digest, name)?.name().into())
}

/// Returns what a file of the vault is, by its name and its first bytes.
pub(super) fn kind_of(
    vault: &Vault,
    digest: &Digest,
    name: &FileName,
) -> Result<annexe_text::Kind, EvidenceError> {
    let mut head = Vec::new();
    vault.open_for_reading(digest)?.take(HEAD).read_to_end(&mut head).map_err(|error| {
        annexe_vault::VaultError::Failed { path: vault.path_of(digest), why: error.to_string() }
    })?;
    Ok(annexe_text::kind_of(name.as_str(), &head))
}

/// Says whether a path names the workspace itself, or what it is made of. Opening its database as a file would take
/// SQLite's locks from it.
fn is_own(own: &Path, path: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.into());
    let (own, path) = (real(own), real(path));
    let Ok(inside) = path.strip_prefix(&own) else { return false };
    let first = inside.iter().next().map(|part| part.to_string_lossy().to_lowercase());
    first.is_none_or(|part| part == "vault" || part.starts_with("annexe.") || part.starts_with("search.db"))
}

/// Finds the files that somebody named by a path: itself, or those in the folder.
fn found(
    own: &Path,
    path: &Path,
    files: &mut Vec<Incoming>,
    not: &mut Vec<RefusedFile>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), EvidenceError> {
    if is_own(own, path) {
        return Err(EvidenceError::OfTheWorkspace(path.into()));
    }
    if !fs::metadata(path).is_ok_and(|about| about.is_dir()) {
        let name = FileName::of(path)?;
        let shown = path.display().to_string();
        files.push(Incoming { shown, name, source: Source::picked(path), origin: None });
        return Ok(());
    }
    let mut ear = |seen: annexe_watch::Progress| {
        progress(Progress { files_total: files.len() as u64 + seen.files, ..Progress::default() })
    };
    let scan = annexe_watch::scan(path, &Rules::new().leaving_out(own), None, &mut ear);
    let scan = scan.map_err(|error| match error {
        ScanError::Stopped => EvidenceError::Add(annexe_vault::AddError::Stopped),
        other => EvidenceError::Folder { why: other.to_string(), hint: other.hint() },
    })?;
    for seen in scan.files {
        let inner = seen.path.to_path().unwrap_or_default();
        let shown = path.join(&inner).display().to_string();
        match FileName::of(&inner) {
            Ok(name) => {
                files.push(Incoming { shown, name, source: Source::beneath(path, &inner), origin: None });
            }
            Err(error) => not.push(refused(shown, &error.into())),
        }
    }
    for problem in scan.unreadable {
        let error = EvidenceError::Folder { why: problem.why.to_string(), hint: None };
        not.push(refused(
            path.join(problem.path.to_path().unwrap_or_default()).display().to_string(),
            &error,
        ));
    }
    Ok(())
}

fn refused(file: String, error: &EvidenceError) -> RefusedFile {
    RefusedFile { file, code: error.code().into(), message: error.to_string(), hint: error.hint() }
}
