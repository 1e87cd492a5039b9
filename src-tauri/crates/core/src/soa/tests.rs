//! The statement: what stands in its way, and that its pages say what the records say.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::*;
use crate::Explain as _;
use crate::organisation::{self, Role, SetOrganisation};
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;

fn go_on(_: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn today() -> crate::Day {
    "2026-10-12".parse().unwrap()
}

fn pdf(bench: &Bench, workspace: &Workspace) -> Rendered {
    render(&Content::of(workspace).unwrap(), bench.stamp.at, today(), &mut go_on).unwrap()
}

fn found(workspace: &Workspace, name: CheckName) -> Option<Vec<String>> {
    let findings = check(workspace, today()).unwrap().findings;
    let finding = findings.into_iter().find(|finding| finding.check == name)?;
    Some(finding.controls.iter().map(ToString::to_string).collect())
}

fn excluded(bench: &Bench, workspace: &Workspace, id: &str, ground: &str, justification: &str) {
    let decision =
        json!({ "controls": [id], "decision": "excluded", "ground": ground, "justification": justification });
    bench.decide(workspace, &decision);
}

fn applies(bench: &Bench, workspace: &Workspace, id: &str) {
    let decision = json!({ "controls": [id], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." });
    bench.decide(workspace, &decision);
}

#[test]
fn an_empty_workspace_has_everything_in_its_way() {
    let bench = Bench::new();
    let workspace = bench.create();
    let check = check(&workspace, today()).unwrap();
    let names: Vec<CheckName> = check.findings.iter().map(|finding| finding.check).collect();
    assert_eq!(
        names,
        [
            CheckName::ScopeMissing,
            CheckName::RoleMissing,
            CheckName::DocumentOwnerMissing,
            CheckName::Undecided
        ]
    );
    assert_eq!(found(&workspace, CheckName::Undecided).unwrap().len(), 38);
    assert_eq!(check.findings.len() + check.passed.len(), CheckName::ALL.len());
}

#[test]
fn a_formula_is_no_reason_to_exclude() {
    let bench = Bench::new();
    let workspace = bench.create();
    excluded(&bench, &workspace, "A.7.5", "not-required", "Not applicable.");
    excluded(
        &bench,
        &workspace,
        "A.7.6",
        "no-relevant-risk",
        "Documents go in as they arrive, and R-06 is treated under A.7.4.",
    );
    assert_eq!(found(&workspace, CheckName::ExclusionReasonThin).unwrap(), ["A.7.5"]);
}

#[test]
fn a_control_that_is_itself_excluded_meets_no_other() {
    let bench = Bench::new();
    let workspace = bench.create();
    excluded(
        &bench,
        &workspace,
        "A.7.5",
        "met-by:A.7.3",
        "The intake sheet of A.7.3 records where each document came from.",
    );
    assert_eq!(found(&workspace, CheckName::MetByExcluded).unwrap(), ["A.7.5"]);
    applies(&bench, &workspace, "A.7.3");
    assert_eq!(found(&workspace, CheckName::MetByExcluded), None);
}

#[test]
fn what_applies_needs_an_owner_a_how_and_a_date_that_has_not_passed() {
    let bench = Bench::new();
    let workspace = bench.create();
    applies(&bench, &workspace, "A.2.2");
    bench.set(&workspace, &json!({ "controls": ["A.2.2"], "status": "in-progress" }));
    for name in [CheckName::OwnerMissing, CheckName::HowMissing, CheckName::TargetMissing] {
        assert_eq!(found(&workspace, name).unwrap(), ["A.2.2"], "{name:?}");
    }
    bench.set(
        &workspace,
        &json!({ "controls": ["A.2.2"], "owner": "IT lead", "how": "A page.", "target": "2026-10-11" }),
    );
    for name in [CheckName::OwnerMissing, CheckName::HowMissing, CheckName::TargetMissing] {
        assert_eq!(found(&workspace, name), None, "{name:?}");
    }
    assert_eq!(found(&workspace, CheckName::TargetPassed).unwrap(), ["A.2.2"]);
    bench.set(&workspace, &json!({ "controls": ["A.2.2"], "status": "implemented" }));
    assert_eq!(found(&workspace, CheckName::TargetPassed), None);
}

#[test]
fn a_control_against_which_a_nonconformity_is_open_is_named_and_may_still_be_approved() {
    let bench = Bench::new();
    let workspace = bench.create();
    applies(&bench, &workspace, "A.2.2");
    let find = |about: &str, grade: &str| {
        let add = json!({ "title": "No log", "requirements": [about], "grade": grade });
        let add = serde_json::from_value(add).unwrap();
        workspace.write(&bench.stamp, "finding.add", |tx| crate::findings::add(tx, today(), add)).unwrap();
    };
    find("A.2.2", "ofi");
    find("A.2.3", "minor");
    assert_eq!(
        found(&workspace, CheckName::NonconformityOpen),
        None,
        "the one is none, the other not decided"
    );
    find("A.2.2", "minor");
    assert_eq!(found(&workspace, CheckName::NonconformityOpen), Some(vec!["A.2.2".into()]));
    assert!(!CheckName::NonconformityOpen.is_obstacle());
}

#[test]
fn the_scope_the_role_and_the_owner_of_the_document_are_asked_for() {
    let bench = Bench::new();
    let workspace = bench.create();
    let change = SetOrganisation {
        roles: Some(vec![Role::User]),
        scope: Some("All of it.".parse().unwrap()),
        name: None,
        ..SetOrganisation::default()
    };
    workspace.write(&bench.stamp, "organisation.set", |tx| organisation::set(tx, change)).unwrap();
    let owner = SetSoa { owner: Some("Quality manager".parse().unwrap()), ..SetSoa::default() };
    workspace.write(&bench.stamp, "soa.set", |tx| set(tx, owner)).unwrap();
    for name in [CheckName::ScopeMissing, CheckName::RoleMissing, CheckName::DocumentOwnerMissing] {
        assert_eq!(found(&workspace, name), None, "{name:?}");
    }
}

#[test]
fn an_emptied_number_is_the_usual_one_again() {
    let bench = Bench::new();
    let workspace = bench.create();
    let set_ = |arguments: Value| {
        let arguments: SetSoa = serde_json::from_value(arguments).unwrap();
        workspace.write(&bench.stamp, "soa.set", |tx| set(tx, arguments)).unwrap()
    };
    assert_eq!(set_(json!({ "number": "QM-7", "version": "2.0" })).number.as_str(), "QM-7");
    assert_eq!(set_(json!({ "number": "", "version": " " })), SoaDetails::default());
}

#[test]
fn the_same_state_and_moment_give_the_same_bytes() {
    let bench = Bench::new();
    let workspace = bench.create();
    applies(&bench, &workspace, "A.2.2");
    assert_eq!(pdf(&bench, &workspace), pdf(&bench, &workspace));
}

#[test]
fn a_character_that_no_typeface_has_is_reported_with_its_place() {
    let bench = Bench::new();
    let workspace = bench.create();
    applies(&bench, &workspace, "A.2.2");
    assert_eq!(pdf(&bench, &workspace).warnings, []);
    bench.set(&workspace, &json!({ "controls": ["A.2.2"], "how": "方針 on one page." }));
    let warnings = pdf(&bench, &workspace).warnings;
    let [Warning::MissingCharacter { characters, place }] = &warnings[..] else {
        panic!("one warning is expected, not {warnings:?}")
    };
    assert_eq!(characters, &['方', '針']);
    assert!(place.contains("A.2.2"), "{place}");
}

#[test]
fn an_export_can_be_stopped_and_leaves_no_file() {
    let bench = Bench::new();
    let workspace = bench.create();
    let file = bench.path().join("soa.pdf");
    let to = ExportSoa { format: Format::Pdf, file: file.clone(), replace: true };
    let error = export(&workspace, &to, &bench.stamp, today(), &mut |_| ControlFlow::Break(())).unwrap_err();
    assert_eq!(error.code(), "stopped");
    assert!(!file.exists());
    let exported = export(&workspace, &to, &bench.stamp, today(), &mut go_on).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!((exported.bytes, exported.sha256), (bytes.len(), crate::ledger::Hash::of(&bytes)));
}
