//! Beginnings against real folders.

use serde_json::{Value, json};

use super::*;
use crate::Explain as _;
use crate::guide::{self, GuideRoad};
use crate::workspace::Access;
use crate::workspace::tests::Bench;

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

fn beginning(change: Value) -> Beginning {
    let mut whole = json!({
        "organisation": { "name": "Penmarrow Instruments", "roles": ["user"], "target": "2027-04-12" },
        "scope": { "units": ["the laboratory"] },
        "systems": [{ "name": "Letter assistant" }, { "name": "Fault finder", "roles": ["producer"] }],
        "plan": true,
    });
    for (name, value) in change.as_object().unwrap() {
        whole[name] = value.clone();
    }
    serde_json::from_value(whole).unwrap()
}

fn made(bench: &Bench, change: Value) -> Result<Workspace, StartError> {
    create(&bench.path(), Uuid::nil(), beginning(change), &bench.stamp, today())
}

fn road(workspace: &Workspace) -> GuideRoad {
    guide::show(workspace, today()).unwrap()
}

#[test]
fn a_beginning_is_written_whole_and_verifies() {
    let bench = Bench::new();
    drop(made(&bench, json!({})).unwrap());
    let workspace = bench.open(Access::Read).unwrap();
    let systems = workspace.read(systems::list).unwrap();
    assert_eq!(
        systems.iter().map(|system| system.name.as_str()).collect::<Vec<_>>(),
        ["Letter assistant", "Fault finder"]
    );
    let organisation = organisation::show(&workspace).unwrap();
    insta::assert_snapshot!(organisation.scope, @r"
    The AI management system of Penmarrow Instruments covers using AI systems, carried out by the laboratory.

    2 AI systems are in scope: Letter assistant and Fault finder.
    ");
    let days: Vec<Day> =
        road(&workspace).themes.iter().flat_map(|theme| &theme.steps).filter_map(|step| step.due).collect();
    assert!(days.len() > 20 && days.iter().all(|day| (today()..=organisation.target.unwrap()).contains(day)));
    assert_eq!(workspace.history(None, 10).unwrap().len(), 1, "one entry, whole or not at all");
    assert!(Bench::verify(&workspace).ok);
}

#[test]
fn what_would_come_of_a_beginning_is_what_comes_of_it() {
    let bench = Bench::new();
    let outlook = outlook(beginning(json!({})), &bench.stamp, today()).unwrap();
    assert!(!bench.path().exists());
    let workspace = made(&bench, json!({})).unwrap();
    assert_eq!(organisation::show(&workspace).unwrap().scope, outlook.scope);
    let plan = outlook.plan.unwrap();
    let road = road(&workspace);
    for planned in &plan.steps {
        let step =
            road.themes.iter().flat_map(|theme| &theme.steps).find(|step| step.id == planned.id).unwrap();
        assert_eq!(step.due, Some(planned.due));
    }
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    for (change, code, field) in [
        (json!({ "organisation": { "roles": ["user"] } }), "organisation-needs-name", "name"),
        (json!({ "systems": [{ "name": "A" }, { "name": "a" }] }), "system-name-taken", "systems"),
        (json!({ "systems": [{ "name": "" }] }), "system-needs-name", "systems"),
        (json!({ "organisation": { "name": "P", "target": "2026-10-12" } }), "target-passed", "target"),
        (json!({ "organisation": { "name": "P" } }), "plan-needs-target", "target"),
    ] {
        let bench = Bench::new();
        let error = made(&bench, change.clone()).unwrap_err();
        assert_eq!((error.code(), error.field()), (code, Some(field)), "{change}");
        assert!(!bench.path().exists(), "{change}");
        let told = outlook(beginning(change), &bench.stamp, today()).unwrap_err();
        assert_eq!(told.to_string(), error.to_string());
    }
}

#[test]
fn a_scope_that_is_given_stays_and_nobody_need_plan() {
    let bench = Bench::new();
    let organisation = json!({ "name": "Penmarrow", "scope": "Motor claims." });
    let workspace = made(&bench, json!({ "organisation": organisation, "plan": false })).unwrap();
    assert_eq!(organisation::show(&workspace).unwrap().scope.as_str(), "Motor claims.");
    assert!(road(&workspace).themes.iter().flat_map(|theme| &theme.steps).all(|step| step.due.is_none()));
}

#[test]
fn nothing_takes_a_beginning_back() {
    let bench = Bench::new();
    let workspace = made(&bench, json!({})).unwrap();
    assert!(workspace.undo(&bench.stamp).unwrap().is_none());
}
