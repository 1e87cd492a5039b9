//! Random renames, saves and removals, against a model that knows what became of every text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use annexe_watch::{Difference, RelativePath};
use proptest::prelude::*;

use crate::place::{Place, counts};

const NAMES: [&str; 10] = ["a", "b", "c", "d", "x/a", "x/b", "x/c", "y/a", "y/z/b", "y/z/c"];

#[derive(Debug, Clone)]
enum Act {
    Rename(usize, usize),
    Save(usize),
    Remove(usize),
    RenameFolder(bool),
}

fn act() -> impl Strategy<Value = Act> {
    let name = || 0..NAMES.len();
    prop_oneof![
        6 => (name(), name()).prop_map(|(from, to)| Act::Rename(from, to)),
        1 => name().prop_map(Act::Save),
        1 => name().prop_map(Act::Remove),
        1 => any::<bool>().prop_map(Act::RenameFolder),
    ]
}

/// A real folder, and what must be in it: the text of every file by its path.
struct Model {
    place: Place,
    texts: BTreeMap<String, String>,
    saves: usize,
}

impl Model {
    /// The texts at first are all of one length, so that size tells nothing.
    fn new(there: &BTreeSet<usize>) -> Self {
        let mut model = Self { place: Place::new(), texts: BTreeMap::new(), saves: 0 };
        for folder in ["x", "y/z"] {
            fs::create_dir_all(model.place.at(folder)).unwrap();
        }
        for (nth, name) in there.iter().map(|name| NAMES[*name]).enumerate() {
            let text = format!("text {nth:03}");
            model.place.write(name, &text);
            model.texts.insert(name.into(), text);
        }
        model.place.know();
        model
    }

    fn act(&mut self, act: &Act) {
        match *act {
            Act::Rename(from, to) if from != to => {
                if let Some(text) = self.texts.remove(NAMES[from]) {
                    self.place.write(NAMES[to], "what is renamed over");
                    self.place.rename(NAMES[from], NAMES[to]);
                    self.texts.insert(NAMES[to].into(), text);
                }
            }
            Act::Rename(..) => {}
            // Each save is of another length: two of one length within one tick of the clock look the same.
            Act::Save(name) => {
                self.saves += 1;
                let text = format!("a saved text of {}", "more".repeat(self.saves));
                self.place.write(NAMES[name], &text);
                self.texts.insert(NAMES[name].into(), text);
            }
            Act::Remove(name) => {
                if self.texts.remove(NAMES[name]).is_some() {
                    fs::remove_file(self.place.at(NAMES[name])).unwrap();
                }
            }
            Act::RenameFolder(away) => {
                let (from, to) = if away { ("x", "w") } else { ("w", "x") };
                if !self.place.at(to).exists() && self.place.at(from).exists() {
                    self.place.rename(from, to);
                    let moved = std::mem::take(&mut self.texts).into_iter().map(|(path, text)| {
                        match path.strip_prefix(from).filter(|rest| rest.starts_with('/')) {
                            Some(rest) => (format!("{to}{rest}"), text),
                            None => (path, text),
                        }
                    });
                    self.texts = moved.collect();
                }
            }
        }
    }
}

fn check(before: &BTreeMap<String, String>, now: &BTreeMap<String, String>, difference: &Difference) {
    let Difference { fresh, changed, vanished, moved, same, out_of_sight } = difference;
    assert!(out_of_sight.is_empty());
    for path in same {
        assert_eq!(before[path.as_str()], now[path.as_str()], "{path} is the same");
    }
    for one in moved {
        assert_eq!(before[one.from.as_str()], now[one.now.path.as_str()], "{} was moved", one.from);
    }
    let from = moved.iter().map(|one| &one.from);
    let to = moved.iter().map(|one| &one.now.path);
    let stayed = || same.iter().chain(changed.iter().map(|file| &file.path));
    let known: Vec<&RelativePath> = stayed().chain(vanished).chain(from).collect();
    let there: Vec<&RelativePath> = stayed().chain(fresh.iter().map(|file| &file.path)).chain(to).collect();
    assert_eq!(sorted(&known), before.keys().map(String::as_str).collect::<Vec<_>>(), "known, once each");
    assert_eq!(sorted(&there), now.keys().map(String::as_str).collect::<Vec<_>>(), "there, once each");
    // The texts of the beginning are all different: one that is now where nothing was, and no longer where it was
    // and nothing is now, was moved.
    for (path, text) in before.iter().filter(|(path, _)| !now.contains_key(*path)) {
        let at = now.iter().find(|(_, now)| *now == text).map(|(at, _)| at);
        if let Some(at) = at.filter(|at| !before.contains_key(*at)) {
            let found = moved.iter().any(|one| one.from.as_str() == path && one.now.path.as_str() == at);
            assert!(found, "{path} was moved to {at}");
        }
    }
}

fn sorted<'a>(paths: &[&'a RelativePath]) -> Vec<&'a str> {
    let mut paths: Vec<&str> = paths.iter().map(|path| path.as_str()).collect();
    paths.sort_unstable();
    paths
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn no_storm_of_renames_doubles_or_confuses_a_file(
        there in prop::collection::btree_set(0..NAMES.len(), 1..8),
        acts in prop::collection::vec(act(), 1..24),
    ) {
        let mut model = Model::new(&there);
        let before = model.texts.clone();
        for act in &acts {
            model.act(act);
        }
        check(&before, &model.texts, &model.place.difference());
        model.place.know();
        prop_assert_eq!(counts(&model.place.difference()), [0, 0, 0, 0, model.texts.len(), 0]);
    }
}
