//! Deciding controls, as the standard asks and as people mistype it.

use serde_json::{Value, json};

use super::*;
use crate::Explain as _;
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

    fn decide(&self, arguments: Value) -> Result<Vec<Control>, AssessmentError> {
        let decide: DecideControls = serde_json::from_value(arguments).unwrap();
        self.workspace.write(&self.bench.stamp, "control.decide", |tx| decide_(tx, decide))
    }

    fn set(&self, arguments: Value) -> Result<Vec<Control>, AssessmentError> {
        let set_: SetControls = serde_json::from_value(arguments).unwrap();
        self.workspace.write(&self.bench.stamp, "control.set", |tx| set(tx, set_))
    }

    fn add(&self, id: &str, title: &str, source: &str) -> Result<Control, AssessmentError> {
        let control = serde_json::from_value(json!({ "id": id, "title": title, "source": source })).unwrap();
        self.workspace.write(&self.bench.stamp, "control.add", |tx| add(tx, control))
    }

    fn refuses(&self, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.decide(arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
    }
}

use super::operations::decide as decide_;

#[test]
fn a_control_that_applies_needs_a_reason_and_a_justification() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.refuses(json!({ "controls": ["A.2.2"], "decision": "applicable", "justification": "x" })), @"[reasons] A control that applies needs at least one reason. Choose what asks for it: risk assessment, impact assessment, law, contract, good practice or a clause of the standard.");
    insta::assert_snapshot!(desk.refuses(json!({ "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "  " })), @"[justification] A control that applies needs a justification. Say in a sentence or two why the company needs it.");
}

#[test]
fn an_excluded_control_needs_a_ground_and_a_justification() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.refuses(json!({ "controls": ["A.2.2"], "decision": "excluded", "justification": "x" })), @"[ground] An excluded control needs a ground. Expected no-relevant-risk, activity-not-performed, not-required, or met-by: and the number of a control.");
    insta::assert_snapshot!(desk.refuses(json!({ "controls": ["A.2.2"], "decision": "excluded", "ground": "not-required" })), @"[justification] An excluded control needs a justification. Name a fact an auditor can check: what is true within the scope, what covers the rest, and when to look again.");
    insta::assert_snapshot!(desk.refuses(json!({ "controls": ["A.2.2"], "decision": "excluded", "ground": "met-by:A.2.2", "justification": "x" })), @"[ground] A.2.2 can't be met by itself. Name the other control that does what this one is for.");
    insta::assert_snapshot!(desk.refuses(json!({ "controls": ["A.2.2"], "decision": "excluded", "ground": "met-by:ORG.7", "justification": "x" })), @"[controls] There is no control ORG.7. Expected a number of Annex A, from A.2.2 to A.10.4, or one of your own controls.");
}

#[test]
fn what_goes_with_another_decision_is_out_of_place() {
    let desk = Desk::new();
    for arguments in [
        json!({ "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "ground": "not-required", "justification": "x" }),
        json!({ "controls": ["A.2.2"], "decision": "excluded", "ground": "not-required", "reasons": ["law"], "justification": "x" }),
        json!({ "controls": ["A.2.2"], "decision": "undecided", "justification": "x" }),
        json!({ "controls": ["A.2.2"], "decision": "undecided", "reasons": ["law"] }),
        json!({ "controls": ["A.2.2"], "decision": "undecided", "ground": "not-required" }),
    ] {
        assert!(desk.refuses(arguments.clone()).starts_with("[decision]"), "{arguments}");
    }
}

#[test]
fn an_unknown_control_is_said_with_what_was_expected() {
    let desk = Desk::new();
    for id in ["A.2.1", "A.11.1", "ORG.1", "A.6.2"] {
        let said = desk.refuses(json!({ "controls": [id], "decision": "undecided" }));
        assert!(
            said.contains(&format!("There is no control {id}")) && said.contains("from A.2.2 to A.10.4"),
            "{said}"
        );
    }
    assert!(desk.refuses(json!({ "controls": [], "decision": "undecided" })).contains("No control is named"));
}

#[test]
fn reasons_stand_once_and_in_their_order_whatever_was_typed() {
    let desk = Desk::new();
    let decided = desk.decide(json!({
        "controls": ["a.2.2"], "decision": "applicable", "reasons": ["clause", "law", "clause"], "justification": "Both."
    }));
    let [control] = &decided.unwrap()[..] else { panic!("one control was named") };
    assert_eq!(control.id.as_str(), "A.2.2");
    let Decision::Applicable { reasons, .. } = &control.decision else { panic!("it applies") };
    assert_eq!(reasons, &[Reason::Law, Reason::Clause]);
}

#[test]
fn one_decision_for_many_controls_is_one_step_that_can_be_undone() {
    let desk = Desk::new();
    let ids: Vec<String> =
        list(&desk.workspace).unwrap().into_iter().map(|control| control.id.to_string()).collect();
    assert_eq!(ids.len(), 38);
    desk.decide(json!({ "controls": ids, "decision": "applicable", "reasons": ["clause"], "justification": "The standard asks." })).unwrap();
    assert_eq!(desk.workspace.head().unwrap().unwrap().seq, 2);
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    assert!(list(&desk.workspace).unwrap().iter().all(|control| control.decision == Decision::Undecided));
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn what_is_left_out_of_a_change_stays() {
    let desk = Desk::new();
    desk.set(json!({ "controls": ["A.5.4"], "status": "planned", "target": "2027-01-31", "owner": "IT lead", "how": "So.", "notes": "N" })).unwrap();
    desk.set(json!({ "controls": ["A.5.4"], "status": "in-progress" })).unwrap();
    let id = "A.5.4".parse().unwrap();
    let control = show(&desk.workspace, &id).unwrap();
    assert_eq!(
        (control.status, control.owner.as_str(), control.how.as_str()),
        (Status::InProgress, "IT lead", "So.")
    );
    assert_eq!(control.target.map(|day| day.to_string()).as_deref(), Some("2027-01-31"));
    desk.set(json!({ "controls": ["A.5.4"], "target": null })).unwrap();
    assert_eq!(show(&desk.workspace, &id).unwrap().target, None);
}

#[test]
fn own_controls_stand_beside_annex_a_and_do_not_take_its_numbers() {
    let desk = Desk::new();
    desk.add("ORG.10", "Ten", "Contract").unwrap();
    desk.add("ORG.2", "Two", "Contract").unwrap();
    let list = list(&desk.workspace).unwrap();
    let own: Vec<&str> =
        list.iter().filter(|control| control.is_own()).map(|control| control.id.as_str()).collect();
    assert_eq!(own, ["ORG.2", "ORG.10"]);
    assert!(matches!(desk.add("A.5.9", "t", "s"), Err(AssessmentError::ReservedNumber(_))));
    assert!(matches!(desk.add("a.2.2", "t", "s"), Err(AssessmentError::ReservedNumber(_))));
    assert!(matches!(desk.add("org.2", "t", "s"), Err(AssessmentError::NumberTaken(_))), "whatever the case");
    assert!(matches!(desk.add("ORG.3", " ", "s"), Err(AssessmentError::NeedsTitle)));
    assert!(matches!(desk.add("ORG.3", "t", ""), Err(AssessmentError::NeedsSource)));
}

#[test]
fn a_control_that_meets_another_can_t_be_removed() {
    let desk = Desk::new();
    desk.add("ORG.1", "Title", "Source").unwrap();
    desk.decide(json!({ "controls": ["A.7.5"], "decision": "excluded", "ground": "met-by:org.1", "justification": "It does the same." })).unwrap();
    let id = "ORG.1".parse().unwrap();
    let remove_ =
        |id: &ControlId| desk.workspace.write(&desk.bench.stamp, "control.remove", |tx| remove(tx, id));
    let error = remove_(&id).unwrap_err();
    insta::assert_snapshot!(error, @"ORG.1 can't be removed: A.7.5 is excluded as met by it");
    desk.decide(json!({ "controls": ["A.7.5"], "decision": "undecided" })).unwrap();
    remove_(&id).unwrap();
    assert!(matches!(remove_(&"A.2.2".parse().unwrap()), Err(AssessmentError::NotOwn(_))));
    assert!(Bench::verify(&desk.workspace).ok);
}

#[test]
fn the_history_of_a_control_says_who_changed_what_from_what() {
    let desk = Desk::new();
    desk.set(json!({ "controls": ["A.2.2", "A.2.3"], "owner": "IT lead" })).unwrap();
    desk.set(json!({ "controls": ["A.2.2"], "owner": "Quality manager" })).unwrap();
    desk.workspace.undo(&desk.bench.stamp).unwrap();
    let history = history(&desk.workspace, &"A.2.2".parse().unwrap()).unwrap();
    let told: Vec<String> = history
        .iter()
        .map(|entry| {
            let changes: Vec<String> = entry
                .changes
                .iter()
                .map(|change| format!("{} {} {} → {}", change.id, change.field, change.before, change.after))
                .collect();
            format!("{} {} {:?} {}", entry.seq, entry.operation, entry.undoes, changes.join(", "))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    4 history.undo Some(3) A.2.2 owner "Quality manager" → "IT lead"
    3 control.set None A.2.2 owner "IT lead" → "Quality manager"
    2 control.set None A.2.2 owner "" → "IT lead"
    "#);
}

#[test]
fn what_was_decided_is_there_after_a_restart() {
    let desk = Desk::new();
    desk.decide(json!({ "controls": ["A.2.2"], "decision": "excluded", "ground": "activity-not-performed", "justification": "Nobody does." })).unwrap();
    let before = list(&desk.workspace).unwrap();
    let Desk { bench, workspace } = desk;
    drop(workspace);
    assert_eq!(list(&bench.open(Access::Read).unwrap()).unwrap(), before);
}
