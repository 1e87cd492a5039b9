//! Saying where the company stands with each clause.

use serde_json::{Value, json};

use super::operations::set as set_;
use super::*;
use crate::Explain as _;
use crate::assessment::Status;
use crate::catalogue::{ClauseId, Theme};
use crate::workspace::tests::Bench;
use crate::workspace::{Access, Workspace};

struct Desk {
    bench: Bench,
    workspace: Workspace,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace }
    }

    fn set(&self, arguments: Value) -> Result<Vec<AssessedClause>, ClauseError> {
        let set: SetClauses = serde_json::from_value(arguments).unwrap();
        self.workspace.write(&self.bench.stamp, "clause.set", |tx| set_(tx, set))
    }

    fn refuses(&self, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.set(arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
    }
}

fn id(number: &str) -> ClauseId {
    number.parse().unwrap()
}

#[test]
fn a_new_workspace_has_started_with_none_of_the_32_clauses() {
    let list = list(&Desk::new().workspace).unwrap();
    assert_eq!(list.len(), 32);
    assert!(list.iter().all(|clause| clause.status == Status::NotStarted && clause.evidence == 0));
    assert!(list.is_sorted_by(|a, b| a.id < b.id));
    assert_eq!((list[0].id.as_str(), list[0].theme), ("4.1", Theme::Leadership));
}

#[test]
fn a_heading_and_an_unknown_number_are_refused_with_what_was_expected() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.refuses(json!({ "clauses": ["4.1", "6.1"], "status": "planned" })), @"[clauses] 6.1 is a heading over clauses, which is not assessed itself. Name the clauses under it, such as 6.1.1.");
    insta::assert_snapshot!(desk.refuses(json!({ "clauses": ["4.1", "4.9"], "status": "planned" })), @"[clauses] There is no clause 4.9. Expected a clause of ISO/IEC 42001, from 4.1 to 10.2.");
    insta::assert_snapshot!(desk.refuses(json!({ "clauses": [] })), @"[clauses] No clause is named. Expected a clause of ISO/IEC 42001, from 4.1 to 10.2.");
    assert!(matches!(show(&desk.workspace, &id("4")), Err(ClauseError::Heading(_))));
    assert!(matches!(history(&desk.workspace, &id("4.9")), Err(ClauseError::Unknown(_))));
}

#[test]
fn what_is_left_out_of_a_change_stays() {
    let desk = Desk::new();
    desk.set(json!({ "clauses": ["5.2"], "status": "planned", "target": "2027-01-31", "owner": "Managing director", "how": "So.", "notes": "N" })).unwrap();
    desk.set(json!({ "clauses": ["5.2"], "status": "in-progress" })).unwrap();
    let clause = show(&desk.workspace, &id("5.2")).unwrap();
    assert_eq!(
        (clause.status, clause.owner.as_str(), clause.how.as_str(), clause.notes.as_str()),
        (Status::InProgress, "Managing director", "So.", "N")
    );
    assert_eq!(clause.target.map(|day| day.to_string()).as_deref(), Some("2027-01-31"));
    desk.set(json!({ "clauses": ["5.2"], "target": null })).unwrap();
    assert_eq!(show(&desk.workspace, &id("5.2")).unwrap().target, None);
}

#[test]
fn one_change_of_many_clauses_is_one_step_that_can_be_undone() {
    let desk = Desk::new();
    let all: Vec<String> =
        list(&desk.workspace).unwrap().into_iter().map(|clause| clause.id.into()).collect();
    desk.set(json!({ "clauses": all, "status": "implemented" })).unwrap();
    assert_eq!(desk.workspace.head().unwrap().unwrap().seq, 2);
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert!(list(&desk.workspace).unwrap().iter().all(|clause| clause.status == Status::NotStarted));
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn a_clause_brought_back_to_nothing_has_no_row() {
    let desk = Desk::new();
    desk.set(json!({ "clauses": ["4.1"], "status": "planned" })).unwrap();
    desk.set(json!({ "clauses": ["4.1"], "status": "not-started" })).unwrap();
    assert_eq!(desk.workspace.read(store::all).unwrap(), []);
    let [last, first] = &history(&desk.workspace, &id("4.1")).unwrap()[..] else { panic!("two changes") };
    let told = |entry: &crate::ledger::Entry| {
        let change = &entry.changes[0];
        format!("{} {} {} → {}", change.id, change.field, change.before, change.after)
    };
    assert_eq!(told(first), r#"4.1 status "not-started" → "planned""#);
    assert_eq!(told(last), r#"4.1 status "planned" → "not-started""#);
}

#[test]
fn evidence_linked_to_a_clause_is_counted_with_it() {
    let desk = Desk::new();
    let by = crate::evidence::By { stamp: &desk.bench.stamp, today: "2026-10-12".parse().unwrap() };
    let about = serde_json::from_value(json!({ "links": ["5.2", "A.2.2"] })).unwrap();
    let name = crate::evidence::FileName::try_from("policy.txt".to_owned()).unwrap();
    crate::evidence::paste(&desk.workspace, by, name, b"AI policy".to_vec(), &about).unwrap();
    assert_eq!(show(&desk.workspace, &id("5.2")).unwrap().evidence, 1);
    let linked: Vec<String> = list(&desk.workspace)
        .unwrap()
        .into_iter()
        .filter(|clause| clause.evidence > 0)
        .map(|clause| clause.id.into())
        .collect();
    assert_eq!(linked, ["5.2"]);
}

#[test]
fn what_was_said_is_there_after_a_restart() {
    let desk = Desk::new();
    desk.set(json!({ "clauses": ["9.2.2"], "status": "planned", "owner": "Quality manager" })).unwrap();
    let before = list(&desk.workspace).unwrap();
    let Desk { bench, workspace } = desk;
    drop(workspace);
    assert_eq!(list(&bench.open(Access::Read).unwrap()).unwrap(), before);
}
