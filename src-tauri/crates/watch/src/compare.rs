//! What changed between what was known and what is there.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::path::RelativePath;
use crate::scan::Scan;
use crate::seen::{FileIdentity, Seen, Stamp};

/// What changed between what was known and what a scan saw.
///
/// Every known file is in exactly one of `changed`, `vanished`, `moved`, `same` and `out_of_sight`, and every file
/// of the scan in exactly one of `fresh`, `changed`, `moved` and `same`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files at places where none was known.
    pub fresh: Vec<Seen>,
    /// Files whose size or time is not what was known, or that another known file took the place of.
    pub changed: Vec<Seen>,
    /// Known files that are no longer there.
    pub vanished: Vec<RelativePath>,
    /// Known files that are now at a place where none was known.
    pub moved: Vec<Moved>,
    /// Known files that are as they were.
    pub same: Vec<RelativePath>,
    /// Known files in a folder that could not be read: whether they are there is unknown.
    pub out_of_sight: Vec<RelativePath>,
}

/// A file that is at another place than before, with the size and the time it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it was.
    pub from: RelativePath,
    /// The file where it is now.
    pub now: Seen,
}

/// Compares what was known with what a scan saw.
///
/// A file at a known place is that known file, as before or changed: so an editor's save, which puts a new file in
/// the place of the old one, is a change. So is a file that the system says is another of the known ones, put in
/// the place of the first, though size and time be the same. What is then left on both sides is matched as moved
/// where size and time are the same and, in this order, the system says that it is the same file; its name is the
/// same and no other pair could be meant; or it is not empty and no other pair could be meant. What the system says
/// is another of the known files is never matched. Whoever must be certain compares the bytes. Where `known` names a place twice, the last counts.
pub fn compare(known: &[Seen], scan: &Scan) -> Difference {
    let mut lost: BTreeMap<&RelativePath, &Seen> = known.iter().map(|file| (&file.path, file)).collect();
    let identities = Identities(known.iter().filter_map(|file| file.identity).collect());
    let mut difference = Difference::default();
    let mut fresh = BTreeMap::new();
    for file in &scan.files {
        match lost.remove(&file.path) {
            Some(before) if before.looks_like(file) && !identities.are_of_two(before, file) => {
                difference.same.push(file.path.clone());
            }
            Some(_) => difference.changed.push(file.clone()),
            None => {
                fresh.insert(&file.path, file);
            }
        }
    }
    let dark: BTreeSet<&str> = scan.unreadable.iter().map(|problem| problem.path.as_str()).collect();
    if !dark.is_empty() {
        lost.retain(|path, _| {
            let hidden = path.line().any(|place| dark.contains(place));
            if hidden {
                difference.out_of_sight.push((*path).clone());
            }
            !hidden
        });
    }

    let mut moves = Moves { identities, lost, fresh, found: Vec::new() };
    moves.pair(|file| file.identity.map(|identity| (Look::of(file), Mark::Identity(identity))));
    moves.pair(|file| Some((Look::of(file), Mark::Name(file.path.name()))));
    moves.pair(|file| (file.size > 0).then(|| (Look::of(file), Mark::None)));

    difference.moved = moves.found;
    difference.moved.sort_unstable_by(|a, b| a.now.path.cmp(&b.now.path));
    difference.vanished = moves.lost.into_keys().cloned().collect();
    difference.fresh = moves.fresh.into_values().cloned().collect();
    difference
}

/// The identities of all known files.
struct Identities(HashSet<FileIdentity>);

impl Identities {
    /// Returns whether what was known and what is there are two files that were both known.
    ///
    /// An identity that was not known tells nothing: some systems number their files anew.
    fn are_of_two(&self, before: &Seen, now: &Seen) -> bool {
        before.identity.is_some()
            && before.identity != now.identity
            && now.identity.is_some_and(|identity| self.0.contains(&identity))
    }
}

#[derive(PartialEq, Eq, Hash)]
struct Look {
    size: u64,
    modified: Stamp,
}

impl Look {
    fn of(file: &Seen) -> Self {
        Self { size: file.size, modified: file.modified }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Mark<'a> {
    Identity(FileIdentity),
    Name(&'a str),
    None,
}

/// What is left on both sides, and the pairs found so far.
struct Moves<'a> {
    identities: Identities,
    lost: BTreeMap<&'a RelativePath, &'a Seen>,
    fresh: BTreeMap<&'a RelativePath, &'a Seen>,
    found: Vec<Moved>,
}

impl<'a> Moves<'a> {
    /// Pairs the files that alone have the same key on both sides.
    fn pair(&mut self, key: impl Fn(&'a Seen) -> Option<(Look, Mark<'a>)>) {
        if self.lost.is_empty() || self.fresh.is_empty() {
            return;
        }
        let mut candidates: HashMap<_, (Vec<&'a Seen>, Vec<&'a Seen>)> = HashMap::new();
        for file in self.lost.values() {
            if let Some(key) = key(file) {
                candidates.entry(key).or_default().0.push(file);
            }
        }
        for file in self.fresh.values() {
            if let Some(candidates) = key(file).and_then(|key| candidates.get_mut(&key)) {
                candidates.1.push(file);
            }
        }
        for (from, to) in candidates.into_values() {
            if let ([from], [to]) = (from.as_slice(), to.as_slice())
                && !self.identities.are_of_two(from, to)
            {
                self.lost.remove(&from.path);
                self.fresh.remove(&to.path);
                self.found.push(Moved { from: from.path.clone(), now: (*to).clone() });
            }
        }
    }
}
