//! Looking through the watched folders, and what the inbox makes of it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::MutexGuard;
use std::time::Duration;

use annexe_vault::{AddError, Digest, Source};
use annexe_watch::{
    Difference, Progress, RelativePath, Rules, Scan, ScanError, Seen, Settling, compare, scan as look,
};
use jiff::Timestamp;

use super::error::WatchError;
use super::inbox::{FolderState, Inbox, InboxItem, InboxWhat, Unreadable};
use super::listening::Heard;
use super::store::{self, KnownFile, WatchedFolder};
use crate::evidence::EvidenceId;
use crate::workspace::{StoreError, Workspace};

/// What the scans since the workspace was opened saw, by folder.
#[derive(Debug, Default)]
pub struct Sights(BTreeMap<String, Sight>);

/// What the scans of one folder saw.
#[derive(Debug, Default)]
struct Sight {
    settling: Settling,
    scan: Option<Scan>,
    moving: HashSet<RelativePath>,
    problem: Option<ScanError>,
    /// Files that are known to be the same, though moved or touched: by the place they are known at.
    followed: HashMap<Known, Seen>,
    /// The bytes of files that differ from what is known, so that they are read once.
    read: HashMap<Known, (Seen, Digest)>,
    look_again_in: Option<Duration>,
}

/// A known file that looks changed, and its bytes where they were read before.
struct Changed {
    known: Known,
    seen: Seen,
    digest: Option<Digest>,
}

/// By what a known file is known: its place then, and the piece that it is. Two pieces may have had one place.
type Known = (RelativePath, Option<EvidenceId>);

impl KnownFile {
    fn known(&self) -> Known {
        (self.seen.path.clone(), self.piece)
    }
}

impl Workspace {
    pub(super) fn sights(&self) -> MutexGuard<'_, Sights> {
        self.sights_of_folders()
    }
}

/// Looks through every watched folder and returns the inbox.
///
/// `clock` tells the time since any fixed moment and never goes back. A file counts once a second scan, two seconds
/// later or more, saw it the same; the inbox says when.
///
/// # Errors
/// [`WatchError`] where the database can't be read, or where it was stopped. That a folder is away or can't be read
/// is in the inbox.
pub fn scan(
    workspace: &Workspace,
    clock: &dyn Fn() -> Duration,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Inbox, WatchError> {
    let folders = workspace.read(store::folders)?;
    let mut before = Progress::default();
    for folder in &folders {
        let mut last = Progress::default();
        let mut ear = |now: Progress| {
            last = now;
            progress(Progress { files: before.files + now.files, folders: before.folders + now.folders })
        };
        scan_one(workspace, folder, clock, &mut ear)?;
        before = Progress { files: before.files + last.files, folders: before.folders + last.folders };
    }
    inbox(workspace)
}

fn scan_one(
    workspace: &Workspace,
    folder: &WatchedFolder,
    clock: &dyn Fn() -> Duration,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(), WatchError> {
    let rules = Rules::new().leaving_out(workspace.folder());
    let identity = folder.identity.parse().ok();
    let root = Path::new(&folder.folder);
    let began = clock();
    let mut last = Progress::default();
    let mut ear = |now: Progress| {
        last = now;
        progress(now)
    };
    let scanned = look(root, &rules, identity.as_ref(), &mut ear);
    let ended = clock();
    let known = workspace.read(|conn| store::known(conn, &folder.folder))?;
    let mut sights = workspace.sights();
    let sight = sights.0.entry(folder.folder.clone()).or_default();
    match scanned {
        Err(ScanError::Stopped) => return Err(ScanError::Stopped.into()),
        // What was seen before is no longer the truth, and what is known stays as it is.
        Err(error) => {
            sight.problem = Some(error);
            sight.scan = None;
        }
        Ok(scan) => {
            sight.problem = None;
            let difference = compare(&sight.known(&known), &scan);
            let settled = sight.settling.settle(difference, began, ended);
            sight.moving = settled.moving.into_iter().collect();
            sight.look_again_in = settled.look_again_in;
            sight.follow(&known, &settled.difference);
            sight.scan = Some(scan);
        }
    }
    drop(sights);
    touched(workspace, folder, &known, &mut || progress(last))
}

impl Sight {
    /// Returns the files as they are known, with what was found out about them since.
    fn known(&self, known: &[KnownFile]) -> Vec<Seen> {
        known.iter().map(|file| self.followed.get(&file.known()).unwrap_or(&file.seen).clone()).collect()
    }

    /// Remembers where files that were moved are now.
    fn follow(&mut self, known: &[KnownFile], difference: &Difference) {
        let by_place: HashMap<RelativePath, Known> = known
            .iter()
            .map(|file| {
                let now = self.followed.get(&file.known()).unwrap_or(&file.seen);
                (now.path.clone(), file.known())
            })
            .collect();
        for moved in &difference.moved {
            if let Some(known_at) = by_place.get(&moved.from) {
                self.followed.insert(known_at.clone(), moved.now.clone());
            }
        }
        // What is known by another path now has no need of it.
        let all: HashSet<Known> = known.iter().map(KnownFile::known).collect();
        self.followed.retain(|one, _| all.contains(one));
        self.read.retain(|one, _| all.contains(one));
    }

    /// Returns the known files that look changed, save those of another size: their bytes are others for certain.
    fn changed(&self, known: &[KnownFile]) -> Vec<Changed> {
        let Some(difference) = self.difference(known) else { return Vec::new() };
        let by_place: HashMap<&RelativePath, &KnownFile> = known
            .iter()
            .map(|one| (&self.followed.get(&one.known()).unwrap_or(&one.seen).path, one))
            .collect();
        let changed = |seen: Seen| {
            let one = by_place.get(&seen.path)?;
            if one.piece.is_some() && one.seen.size != seen.size {
                return None;
            }
            let known = one.known();
            let read = self.read.get(&known).filter(|(before, _)| *before == seen);
            let digest = read.map(|(_, digest)| *digest);
            Some(Changed { known, seen, digest })
        };
        difference.changed.into_iter().filter_map(changed).collect()
    }

    /// Returns whether the last scan saw a file just so.
    fn sees(&self, file: &Seen) -> bool {
        let Some(scan) = &self.scan else { return false };
        // They are in the order of their paths.
        let at = scan.files.binary_search_by(|seen| seen.path.cmp(&file.path));
        at.is_ok_and(|at| scan.files.get(at) == Some(file))
    }

    /// Returns the difference between what is known and what the last scan saw, without what still moves.
    fn difference(&self, known: &[KnownFile]) -> Option<Difference> {
        let mut difference = compare(&self.known(known), self.scan.as_ref()?);
        difference.fresh.retain(|file| !self.moving.contains(&file.path));
        difference.changed.retain(|file| !self.moving.contains(&file.path));
        difference.vanished.retain(|path| !self.moving.contains(path));
        Some(difference)
    }
}

/// Finds the files whose time changed and whose bytes did not, and remembers them as the same. Nobody waits for it:
/// the files are read while what was seen is free.
fn touched(
    workspace: &Workspace,
    folder: &WatchedFolder,
    known: &[KnownFile],
    go_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<(), WatchError> {
    let changed = workspace.sights().0.get(&folder.folder).map(|sight| sight.changed(known));
    let (mut same, mut read) = (Vec::new(), Vec::new());
    let mut stopped = false;
    for Changed { known, seen, digest } in changed.unwrap_or_default() {
        // What was passed over stays so, whatever becomes of it.
        let Some(id) = known.1 else {
            same.push((known, seen));
            continue;
        };
        let found = match (digest, seen.path.to_path()) {
            (Some(digest), _) => Ok(digest),
            (None, None) => continue,
            (None, Some(_)) if go_on().is_break() => Err(AddError::Stopped),
            (None, Some(path)) => Source::beneath(&folder.folder, path).digest(go_on),
        };
        match found {
            Ok(found) => {
                let newest = workspace.read(|conn| store::digest_from(conn, id, &folder.folder))?;
                if newest == Some(found) {
                    same.push((known, seen));
                } else if digest.is_none() {
                    read.push((known, (seen, found)));
                }
            }
            Err(AddError::Stopped) => {
                stopped = true;
                break;
            }
            // It can't be read, so nobody knows that it is the same.
            Err(_) => {}
        }
    }
    if let Some(sight) = workspace.sights().0.get_mut(&folder.folder) {
        // Another scan may have seen more since.
        same.retain(|(_, seen)| sight.sees(seen));
        sight.followed.extend(same);
        sight.read.extend(read);
    }
    if stopped { Err(ScanError::Stopped.into()) } else { Ok(()) }
}

/// Returns the inbox as the last scans saw it; what was dealt with since is no longer in it.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn inbox(workspace: &Workspace) -> Result<Inbox, WatchError> {
    let folders = workspace.read(|conn| {
        let folders = store::folders(conn)?;
        let with_files = folders.into_iter().map(|folder| {
            let known = store::known(conn, &folder.folder)?;
            Ok((folder, known))
        });
        with_files.collect::<Result<Vec<_>, StoreError>>()
    })?;
    let sights = workspace.sights();
    let mut inbox = Inbox::default();
    let nothing = Sight::default();
    for (folder, known) in folders {
        let sight = sights.0.get(&folder.folder).unwrap_or(&nothing);
        inbox.folders.push(sight.state(&folder.folder, workspace.listening().heard(&folder.folder)));
        if let Some(again) = sight.look_again_in.filter(|_| sight.scan.is_some()) {
            // A few more, so that the time has passed for certain.
            let again = u64::try_from(again.as_millis()).unwrap_or(u64::MAX).saturating_add(10);
            inbox.look_again_in = Some(inbox.look_again_in.map_or(again, |other| other.max(again)));
        }
        inbox.items.extend(sight.items(&folder.folder, &known));
    }
    Ok(inbox)
}

impl Sight {
    fn state(&self, folder: &str, heard: Heard) -> FolderState {
        let unreadable = self.scan.iter().flat_map(|scan| &scan.unreadable);
        FolderState {
            folder: folder.into(),
            scanned: self.scan.is_some(),
            files: self.scan.as_ref().map_or(0, |scan| scan.files.len()),
            moving: self.moving.len(),
            problem: self.problem.as_ref().map(ToString::to_string),
            hint: self.problem.as_ref().and_then(ScanError::hint).map(Into::into),
            hearing: heard.hearing,
            trouble: heard.trouble.as_ref().map(ToString::to_string),
            trouble_hint: heard.trouble.map(|trouble| trouble.hint().into()),
            unreadable: unreadable
                .map(|problem| Unreadable { path: problem.path.shown(), why: problem.why.to_string() })
                .collect(),
        }
    }

    fn items(&self, folder: &str, known: &[KnownFile]) -> Vec<InboxItem> {
        let Some(difference) = self.difference(known) else { return Vec::new() };
        let pieces: HashMap<&RelativePath, _> = known
            .iter()
            .map(|file| (&self.followed.get(&file.known()).unwrap_or(&file.seen).path, file.piece))
            .collect();
        let let_go: HashSet<&RelativePath> = known
            .iter()
            .filter(|file| file.let_go)
            .map(|file| &self.followed.get(&file.known()).unwrap_or(&file.seen).path)
            .collect();
        let piece = |path: &RelativePath| pieces.get(path).copied().flatten();
        let item = |path: &RelativePath, seen: Option<&Seen>, what| InboxItem {
            folder: folder.into(),
            path: path.as_str().into(),
            shown: path.shown(),
            bytes: seen.map_or(0, |seen| seen.size),
            modified: seen.and_then(|seen| {
                Timestamp::from_nanosecond(seen.modified.nanoseconds().into())
                    .ok()
                    .map(|at| format!("{at:.0}"))
            }),
            what,
            id: piece(path),
        };
        let fresh = difference.fresh.iter().map(|seen| item(&seen.path, Some(seen), InboxWhat::New));
        let changed = difference.changed.iter().map(|seen| item(&seen.path, Some(seen), InboxWhat::Changed));
        let vanished = difference.vanished.iter().filter(|path| !let_go.contains(path));
        let vanished = vanished.map(|path| item(path, None, InboxWhat::Vanished));
        // Of what was passed over nobody wants to hear.
        let told = changed.chain(vanished).filter(|item| item.id.is_some());
        let mut items: Vec<InboxItem> = fresh.chain(told).collect();
        items.sort_by(|one, other| one.path.cmp(&other.path));
        items
    }
}

impl Sights {
    /// Returns a file of a folder as the last scan saw it.
    pub(super) fn seen(&self, folder: &str, path: &str) -> Option<Seen> {
        let scan = self.0.get(folder)?.scan.as_ref()?;
        let path: RelativePath = path.parse().ok()?;
        // They are in the order of their paths.
        let at = scan.files.binary_search_by(|file| file.path.cmp(&path)).ok()?;
        scan.files.get(at).cloned()
    }

    /// Returns what is known of the files of a folder by where they are now, and by the piece that each is.
    pub(super) fn by_place(
        &self,
        folder: &str,
        known: Vec<KnownFile>,
    ) -> HashMap<(String, Option<EvidenceId>), KnownFile> {
        let followed = self.0.get(folder).map(|sight| &sight.followed);
        let place = |file: &KnownFile| {
            let now = followed.and_then(|followed| followed.get(&file.known())).unwrap_or(&file.seen);
            (now.path.as_str().to_owned(), file.piece)
        };
        known.into_iter().map(|file| (place(&file), file)).collect()
    }

    /// Forgets that a known file was moved or touched.
    pub(super) fn unfollow(&mut self, folder: &str, file: &KnownFile) {
        if let Some(sight) = self.0.get_mut(folder) {
            sight.followed.remove(&file.known());
        }
    }

    /// Returns a file that was passed over at a place, where it is at another now.
    pub(super) fn moved_to(&self, folder: &str, path: &str) -> Option<Seen> {
        let path: RelativePath = path.parse().ok()?;
        let now = self.0.get(folder)?.followed.get(&(path.clone(), None))?;
        (now.path != path).then(|| now.clone())
    }

    /// Takes note that a file that was passed over at a place is known by the other now.
    pub(super) fn has_moved(&mut self, folder: &str, path: &str) {
        if let (Some(sight), Ok(path)) = (self.0.get_mut(folder), path.parse::<RelativePath>()) {
            sight.followed.remove(&(path, None));
        }
    }

    /// Forgets what was seen of a folder.
    pub(super) fn forget(&mut self, folder: &str) {
        self.0.remove(folder);
    }
}
