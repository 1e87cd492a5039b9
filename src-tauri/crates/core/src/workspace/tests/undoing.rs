//! Undo and redo against the plainest model of them: two stacks.

use super::*;
use crate::ledger::Entry;
use proptest::prelude::*;
use serde_json::json;

fn owners(workspace: &Workspace) -> Vec<String> {
    let list = assessment::list(workspace).unwrap();
    list.iter().take(3).map(|control| control.owner.to_string()).collect()
}

#[derive(Debug, Clone)]
enum Deed {
    Set(usize, u8),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        3 => (0..3_usize, 1..5_u8).prop_map(|(control, owner)| Deed::Set(control, owner)),
        2 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
    ];
    prop::collection::vec(deed, 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undo_and_redo_do_as_two_stacks_do(deeds in deeds()) {
        let bench = Bench::new();
        let workspace = bench.create();
        let (mut now, mut undone, mut redone) = (vec![String::new(); 3], Vec::new(), Vec::new());
        for deed in deeds {
            match deed {
                Deed::Set(control, owner) => {
                    let owner = format!("Role {owner}");
                    let id = ["A.2.2", "A.2.3", "A.2.4"][control];
                    bench.set(&workspace, &json!({ "controls": [id], "owner": owner }));
                    if now[control] != owner {
                        undone.push(now.clone());
                        redone.clear();
                        now[control] = owner;
                    }
                }
                Deed::Undo => {
                    let did = workspace.undo(&bench.stamp).unwrap().is_some();
                    prop_assert_eq!(did, !undone.is_empty());
                    if let Some(before) = undone.pop() {
                        redone.push(std::mem::replace(&mut now, before));
                    }
                }
                Deed::Redo => {
                    let did = workspace.redo(&bench.stamp).unwrap().is_some();
                    prop_assert_eq!(did, !redone.is_empty());
                    if let Some(after) = redone.pop() {
                        undone.push(std::mem::replace(&mut now, after));
                    }
                }
            }
            prop_assert_eq!(owners(&workspace), now.clone());
            let state = workspace.undo_state().unwrap();
            prop_assert_eq!((state.undo.is_some(), state.redo.is_some()), (!undone.is_empty(), !redone.is_empty()));
        }
        let verification = Bench::verify(&workspace);
        prop_assert!(verification.ok, "{:?}", verification);
    }
}

#[test]
fn the_founding_can_t_be_undone() {
    let bench = Bench::new();
    let workspace = bench.create();
    assert_eq!(workspace.undo(&bench.stamp).unwrap(), None);
    assert_eq!(workspace.redo(&bench.stamp).unwrap(), None);
}

#[test]
fn a_removed_control_comes_back_with_everything_said_of_it() {
    let bench = Bench::new();
    let workspace = bench.create();
    let add = serde_json::from_value(json!({ "id": "ORG.1", "title": "Title", "source": "Source" })).unwrap();
    workspace.write(&bench.stamp, "control.add", |tx| assessment::add(tx, add)).unwrap();
    bench.decide(&workspace, &json!({
        "controls": ["ORG.1"], "decision": "applicable", "reasons": ["law", "contract"], "justification": "Both ask for it."
    }));
    let id = "ORG.1".parse().unwrap();
    let before = assessment::show(&workspace, &id).unwrap();
    workspace.write(&bench.stamp, "control.remove", |tx| assessment::remove(tx, &id)).unwrap();
    assert!(assessment::show(&workspace, &id).is_err());
    drop(workspace);
    // Undo outlives the process that did it.
    let workspace = bench.open(Access::Write).unwrap();
    let entry: Entry = workspace.undo(&bench.stamp).unwrap().unwrap();
    assert_eq!(entry.undoes, Some(4));
    assert_eq!(assessment::show(&workspace, &id).unwrap(), before);
    assert!(Bench::verify(&workspace).ok);
}
