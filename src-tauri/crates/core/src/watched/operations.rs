//! What can be done with watched folders and with what stands in the inbox.

use std::collections::HashMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use annexe_vault::{Progress, Source};
use annexe_watch::{RelativePath, Rules, Seen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::WatchError;
use super::inbox::{InboxItem, InboxWhat, PassedFile};
use super::scanning::inbox;
use super::store::{self, KnownFile, PassedOver, WatchedFolder};
use crate::evidence::{
    AddedEvidence, By, EvidenceError, EvidenceId, FileName, Incoming, Origin, Particulars, RefusedFile,
    take_in, take_in_version,
};
use crate::explain::Explain;
use crate::ledger::Lasting;
use crate::workspace::{Stamp, StoreError, Tx, Workspace};

/// Names a folder.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "WatchedFolderReference")]
pub struct FolderReference {
    /// Its path.
    #[ts(as = "String")]
    pub folder: PathBuf,
}

/// Names a file of the inbox.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InboxFile {
    /// The watched folder.
    pub folder: String,
    /// The path in it, as the inbox gives it.
    pub path: String,
}

/// Files of the inbox to take in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TakeFiles {
    /// The files. One that changed becomes a new version of the piece that it is.
    pub files: Vec<InboxFile>,
    /// What is said of those that are new.
    #[serde(default)]
    #[ts(as = "Option<Particulars>")]
    pub about: Particulars,
}

/// Files of the inbox to pass over, or to ask about again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassFiles {
    /// The files.
    pub files: Vec<InboxFile>,
}

/// What became of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct TakenFiles {
    /// What became of those that were new.
    #[serde(flatten)]
    pub added: AddedEvidence,
    /// The pieces that got a new version.
    pub versions: Vec<EvidenceId>,
}

/// Returns the watched folders, by their paths.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace) -> Result<Vec<WatchedFolder>, StoreError> {
    workspace.read(store::folders)
}

/// Watches a folder from now on.
///
/// # Errors
/// [`WatchError`] where it can't be looked through, is the workspace's own, or overlaps with one that is watched.
pub fn watch(workspace: &Workspace, stamp: &Stamp, folder: &Path) -> Result<WatchedFolder, WatchError> {
    let folder = whole(folder);
    let text = folder.to_str().ok_or_else(|| WatchError::NotText(folder.clone()))?.to_owned();
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.into());
    let (this, own) = (real(&folder), real(workspace.folder()));
    if this.starts_with(&own) {
        return Err(WatchError::OfTheWorkspace);
    }
    // Only whether it can be looked through, and which folder it is.
    let mut first = |_: annexe_watch::Progress| ControlFlow::Continue(());
    let scan = annexe_watch::scan(&folder, &Rules::new().leaving_out(workspace.folder()), None, &mut first)?;
    let watched = WatchedFolder {
        folder: text,
        identity: scan.root_identity.to_string(),
        since: format!("{:.3}", stamp.at),
        by: stamp.actor.clone(),
    };
    workspace.write(stamp, "watch.add", |tx| {
        for other in store::folders(tx.reading())? {
            let that = real(Path::new(&other.folder));
            if other.folder != watched.folder && (this.starts_with(&that) || that.starts_with(&this)) {
                return Err(WatchError::Overlaps(watched.folder.clone()));
            }
        }
        tx.put(&watched)?;
        Ok(watched.clone())
    })
}

/// Watches a folder no longer. What was taken in stays.
///
/// # Errors
/// [`WatchError::NotWatched`] where it is not watched.
pub fn unwatch(workspace: &Workspace, stamp: &Stamp, folder: &Path) -> Result<(), WatchError> {
    let text = whole(folder).display().to_string();
    workspace.write(stamp, "watch.remove", |tx| {
        if tx.get::<WatchedFolder>(&text)?.is_none() {
            return Err(WatchError::NotWatched(text.clone()));
        }
        Ok(tx.remove::<WatchedFolder>(&text)?)
    })?;
    workspace.sights().forget(&text);
    Ok(())
}

/// Returns the whole path of a folder, without steps back up.
fn whole(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.into());
    if absolute.components().any(|part| part == Component::ParentDir) {
        absolute.canonicalize().unwrap_or(absolute)
    } else {
        absolute
    }
}

/// Takes files of the inbox in: new ones as pieces, changed ones as new versions.
///
/// # Errors
/// [`WatchError`] where one is not in the inbox, or nothing could be taken in at all.
pub fn take(
    workspace: &Workspace,
    by: By<'_>,
    take: &TakeFiles,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<TakenFiles, WatchError> {
    let items = found(workspace, &take.files)?;
    make_way(workspace, by.stamp, &items)?;
    let mut taken = TakenFiles::default();
    let mut fresh = Vec::new();
    for item in &items {
        let incoming = match incoming(workspace, item) {
            Ok(incoming) => incoming,
            Err(error) => {
                taken.added.refused.push(refused(item, &error));
                continue;
            }
        };
        match (item.what, item.id) {
            (InboxWhat::New, _) => fresh.push(incoming),
            (InboxWhat::Changed, Some(id)) => {
                match take_in_version(workspace, by, id, incoming, crate::Line::default(), progress) {
                    Ok(_) => taken.versions.push(id),
                    Err(EvidenceError::Add(annexe_vault::AddError::Stopped)) => {
                        taken.added.stopped = true;
                        return Ok(taken);
                    }
                    Err(error) => taken.added.refused.push(refused(item, &error)),
                }
            }
            // There is nothing to take.
            (InboxWhat::Changed | InboxWhat::Vanished, _) => {}
        }
    }
    if !fresh.is_empty() {
        take_in(workspace, by, &take.about, fresh, progress, &mut taken.added)?;
    }
    Ok(taken)
}

/// Notes where files are now that were passed over and moved since, before others are known by the places they had.
fn make_way(workspace: &Workspace, stamp: &Stamp, items: &[InboxItem]) -> Result<(), WatchError> {
    let moved: Vec<(&InboxItem, Seen)> = {
        let sights = workspace.sights();
        let fresh = items.iter().filter(|item| item.what == InboxWhat::New);
        fresh.filter_map(|item| Some((item, sights.moved_to(&item.folder, &item.path)?))).collect()
    };
    if moved.is_empty() {
        return Ok(());
    }
    workspace.write(stamp, "watch.pass", |tx| {
        // Nobody decided anything: undo goes past it.
        tx.lasts(Lasting::Noted);
        for (item, seen) in &moved {
            let key = PassedOver::key_of(&item.folder, &item.path);
            if let Some(passed) = tx.get::<PassedOver>(&key)? {
                tx.remove::<PassedOver>(&key)?;
                tx.put(&PassedOver { origin: origin(&item.folder, seen), bytes: seen.size, ..passed })?;
            }
        }
        Ok::<_, WatchError>(())
    })?;
    let mut sights = workspace.sights();
    for (item, _) in &moved {
        sights.has_moved(&item.folder, &item.path);
    }
    Ok(())
}

/// Passes files of the inbox over: they are not asked about again. A piece's file that changed is, once it changes
/// again; one that is gone is, once it is back and has changed.
///
/// # Errors
/// [`WatchError`] where one is not in the inbox; nothing was changed then.
pub fn pass(workspace: &Workspace, stamp: &Stamp, pass: &PassFiles) -> Result<usize, WatchError> {
    let items = found(workspace, &pass.files)?;
    make_way(workspace, stamp, &items)?;
    let mut pieces: HashMap<&str, HashMap<_, KnownFile>> = HashMap::new();
    for item in items.iter().filter(|item| item.what != InboxWhat::New) {
        if !pieces.contains_key(item.folder.as_str()) {
            let known = workspace.read(|conn| store::known(conn, &item.folder))?;
            pieces.insert(&item.folder, workspace.sights().by_place(&item.folder, known));
        }
    }
    let (mut passed, mut settled) = (Vec::new(), Vec::new());
    for item in &items {
        let gone = || WatchError::NotInInbox(item.path.clone());
        let of_piece = pieces
            .get_mut(item.folder.as_str())
            .and_then(|pieces| pieces.remove(&(item.path.clone(), item.id)));
        let now = match item.what {
            InboxWhat::New => seen(workspace, item)?,
            // It stays known by the place it was taken from.
            InboxWhat::Changed => {
                let file = of_piece.ok_or_else(gone)?;
                let now = Seen { path: file.taken.path.clone(), ..seen(workspace, item)? };
                settled.push((item.folder.clone(), file));
                now
            }
            InboxWhat::Vanished => of_piece.ok_or_else(gone)?.taken,
        };
        passed.push(PassedOver {
            origin: origin(&item.folder, &now),
            bytes: now.size,
            at: format!("{:.3}", stamp.at),
            by: stamp.actor.clone(),
        });
    }
    let count = workspace.write(stamp, "watch.pass", |tx| {
        for one in &passed {
            tx.put(one)?;
        }
        Ok::<_, WatchError>(passed.len())
    })?;
    let mut sights = workspace.sights();
    for (folder, file) in &settled {
        sights.unfollow(folder, file);
    }
    Ok(count)
}

/// Returns what was passed over, by folder and path.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn passed(workspace: &Workspace) -> Result<Vec<PassedFile>, StoreError> {
    let all = workspace.read(|conn| store::passed_over(conn, None))?;
    let shown = |path: &str| path.parse::<RelativePath>().map_or_else(|_| path.into(), |path| path.shown());
    let told = |PassedOver { origin, bytes, at, by }: PassedOver| PassedFile {
        shown: shown(&origin.path),
        folder: origin.folder,
        path: origin.path,
        bytes,
        at,
        by,
    };
    Ok(all.into_iter().map(told).collect())
}

/// Asks about files again that were passed over.
///
/// # Errors
/// [`WatchError::NotInInbox`] where one was not passed over; nothing was changed then.
pub fn recall(tx: &mut Tx<'_>, files: &PassFiles) -> Result<(), WatchError> {
    if files.files.is_empty() {
        return Err(WatchError::NoFile);
    }
    for InboxFile { folder, path } in &files.files {
        let key = PassedOver::key_of(folder, path);
        if tx.get::<PassedOver>(&key)?.is_none() {
            return Err(WatchError::NotInInbox(path.clone()));
        }
        tx.remove::<PassedOver>(&key)?;
    }
    Ok(())
}

/// Returns the items of the inbox that are named.
fn found(workspace: &Workspace, files: &[InboxFile]) -> Result<Vec<InboxItem>, WatchError> {
    if files.is_empty() {
        return Err(WatchError::NoFile);
    }
    let items = inbox(workspace)?.items;
    let mut by_place: HashMap<InboxFile, InboxItem> = items
        .into_iter()
        .map(|item| (InboxFile { folder: item.folder.clone(), path: item.path.clone() }, item))
        .collect();
    files
        .iter()
        .map(|file| by_place.remove(file).ok_or_else(|| WatchError::NotInInbox(file.path.clone())))
        .collect()
}

fn seen(workspace: &Workspace, item: &InboxItem) -> Result<Seen, WatchError> {
    workspace.sights().seen(&item.folder, &item.path).ok_or_else(|| WatchError::NotInInbox(item.path.clone()))
}

fn origin(folder: &str, seen: &Seen) -> Origin {
    Origin {
        folder: folder.into(),
        path: seen.path.as_str().into(),
        modified: seen.modified.nanoseconds().to_string(),
        file_id: seen.identity.map(|identity| identity.to_string()),
    }
}

fn incoming(workspace: &Workspace, item: &InboxItem) -> Result<Incoming, EvidenceError> {
    let gone = || EvidenceError::Add(annexe_vault::AddError::NotFound(PathBuf::from(&item.shown)));
    let root = Path::new(&item.folder);
    let path = item.path.parse::<RelativePath>().ok().and_then(|path| path.to_path()).ok_or_else(gone)?;
    let mut seen = workspace.sights().seen(&item.folder, &item.path).ok_or_else(gone)?;
    // It may have been written since it was seen; what is taken in is what stands there now.
    if let Ok(about) = fs::symlink_metadata(root.join(&path)) {
        seen.size = about.len();
        seen.modified = about.modified().unwrap_or(UNIX_EPOCH).into();
    }
    Ok(Incoming {
        shown: root.join(&path).display().to_string(),
        name: FileName::of(&path)?,
        source: Source::beneath(root, path),
        origin: Some(origin(&item.folder, &seen)),
    })
}

fn refused(item: &InboxItem, error: &EvidenceError) -> RefusedFile {
    RefusedFile {
        file: item.shown.clone(),
        code: error.code().into(),
        message: error.to_string(),
        hint: error.hint(),
    }
}
