//! Readiness against real workspaces: nothing flatters.

mod over_time;

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::*;
use crate::Day;
use crate::catalogue::Catalogue;
use crate::clauses;
use crate::evidence::{AddEvidence, By};
use crate::findings;
use crate::systems;
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-10-12")
}

struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace, files: tempfile::tempdir().unwrap() }
    }

    fn on(&self, today: Day) -> Readiness {
        show(&self.workspace, today).unwrap()
    }

    fn overall(&self) -> String {
        self.on(today()).overall.figure.percent.to_string()
    }

    fn set_clauses(&self, set: &Value) {
        let set = serde_json::from_value(set.clone()).unwrap();
        self.workspace.write(&self.bench.stamp, "clause.set", |tx| clauses::set(tx, set)).unwrap();
    }

    fn prove(&self, name: &str, about: Value) {
        let file = self.files.path().join(format!("{name}.txt"));
        std::fs::write(&file, name).unwrap();
        let arguments: AddEvidence =
            serde_json::from_value(json!({ "files": [file], "about": about })).unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        crate::evidence::add(&self.workspace, by, &arguments, &mut |_| ControlFlow::Continue(())).unwrap();
    }

    fn implement_everything(&self) {
        let catalogue = Catalogue::english();
        let clauses: Vec<&str> = catalogue
            .clauses
            .iter()
            .filter(|clause| clause.assessable)
            .map(|clause| clause.id.as_str())
            .collect();
        let controls: Vec<&str> = catalogue.controls.iter().map(|control| control.id.as_str()).collect();
        self.set_clauses(&json!({ "clauses": clauses, "status": "implemented" }));
        self.bench.decide(
            &self.workspace,
            &json!({ "controls": controls, "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." }),
        );
        self.bench.set(&self.workspace, &json!({ "controls": controls, "status": "implemented" }));
    }

    fn all_targets() -> Vec<String> {
        let catalogue = Catalogue::english();
        let clauses = catalogue.clauses.iter().filter(|clause| clause.assessable);
        clauses
            .map(|clause| format!("clause:{}", clause.id))
            .chain(catalogue.controls.iter().map(|control| control.id.to_string()))
            .collect()
    }
}

#[test]
fn a_fresh_workspace_is_at_nothing_on_every_figure() {
    let desk = Desk::new();
    let readiness = desk.on(today());
    assert_eq!((readiness.overall.figure.percent.tenths(), readiness.overall.figure.total), (0, 70));
    assert!(readiness.themes.iter().all(|of| of.figure.percent.tenths() == 0));
    assert!(readiness.clauses.iter().all(|of| of.figure.percent.tenths() == 0));
    assert!(readiness.groups.iter().all(|of| of.figure.percent.tenths() == 0));
    assert_eq!(readiness.themes.iter().map(|of| of.figure.total).sum::<usize>(), 70, "each in one theme");
    assert!(readiness.gates.iter().all(|gate| !gate.is_met()));
}

#[test]
fn everything_implemented_without_evidence_stays_below_the_gate_and_says_why() {
    let desk = Desk::new();
    desk.implement_everything();
    let status = status(&desk.workspace, today()).unwrap();
    assert_eq!(status.readiness.overall.to_string(), "70.0");
    assert_eq!((status.readiness.met, status.readiness.total), (0, 70));
    insta::assert_snapshot!(status.gates.join("\n"));
}

#[test]
fn evidence_raises_it_no_higher_than_the_gates_allow() {
    let desk = Desk::new();
    desk.implement_everything();
    desk.prove("everything", json!({ "links": Desk::all_targets() }));
    let overall = desk.on(today()).overall;
    assert_eq!(
        (overall.figure.percent.to_string(), overall.uncapped.to_string()),
        ("79.0".into(), "90.0".into())
    );
    assert_eq!(overall.figure.met, 70);
}

#[test]
fn a_major_nonconformity_keeps_what_it_is_about_from_being_met_and_the_whole_below_ninety() {
    let desk = Desk::new();
    desk.implement_everything();
    desk.prove("everything", json!({ "links": Desk::all_targets() }));
    let find = |grade: &str| {
        let add = json!({ "title": "No log", "requirements": ["10.2", "A.2.2"], "grade": grade });
        let add = serde_json::from_value(add).unwrap();
        desk.workspace.write(&desk.bench.stamp, "finding.add", |tx| findings::add(tx, today(), add)).unwrap();
    };
    find("minor");
    find("ofi");
    let minor = desk.on(today());
    assert_eq!((minor.overall.figure.met, minor.nonconformities.len()), (70, 0));
    find("major");
    let major = desk.on(today());
    assert_eq!(major.overall.figure.met, 68);
    assert_eq!(major.nonconformities[0].id.to_string(), "F-3");
    let item = major.items.iter().find(|item| item.number() == "10.2").unwrap();
    let open: Vec<String> = item.nonconformities.iter().map(ToString::to_string).collect();
    assert_eq!((item.worth, item.next), (Worth::Nonconforming, Some(NextThing::CloseFinding)));
    assert_eq!(open, ["F-1", "F-3"]);
    // With every gate met, it alone keeps the whole back.
    let overall = Overall::of(&minor.items, &[], true);
    assert_eq!((overall.cap, overall.figure.percent.to_string()), (Some(Cap::MajorOpen), "89.0".into()));
    assert_eq!(Overall::of(&minor.items, &[], false).figure.percent.to_string(), "90.0");
    let status = status(&desk.workspace, today()).unwrap();
    assert_eq!(status.nonconformities, ["F-3 No log"]);
    let refuse = serde_json::from_value(json!({ "id": "F-3", "why": "It was a test." })).unwrap();
    desk.workspace
        .write(&desk.bench.stamp, "finding.refuse", |tx| findings::refuse(tx, today(), refuse))
        .unwrap();
    assert_eq!(desk.on(today()).overall.figure.met, 70);
}

#[test]
fn evidence_that_expires_lowers_it() {
    let desk = Desk::new();
    desk.implement_everything();
    desk.prove("dated", json!({ "links": Desk::all_targets(), "expires": "2026-12-31" }));
    assert_eq!(desk.on(day("2026-12-31")).overall.figure.met, 70);
    let after = desk.on(day("2027-01-01"));
    assert_eq!((after.overall.figure.met, after.overall.figure.percent.to_string()), (0, "70.0".into()));
}

#[test]
fn a_piece_that_names_no_end_counts_for_twelve_months() {
    let desk = Desk::new();
    desk.set_clauses(&json!({ "clauses": ["5.2"], "status": "implemented" }));
    desk.prove("policy", json!({ "links": ["5.2"], "effective": "2026-03-01" }));
    assert_eq!(desk.on(day("2027-03-01")).overall.figure.met, 1);
    assert_eq!(desk.on(day("2027-03-02")).overall.figure.met, 0);
}

#[test]
fn one_clause_weighs_as_the_standard_turns_on_it() {
    let desk = Desk::new();
    // 32 clauses, 14 of them double: 46. One of them in progress is half of 2 in 46, and clauses are 60 %.
    desk.set_clauses(&json!({ "clauses": ["5.2"], "status": "in-progress" }));
    assert_eq!(desk.overall(), "1.3");
    desk.set_clauses(&json!({ "clauses": ["5.2"], "status": "not-started" }));
    desk.set_clauses(&json!({ "clauses": ["5.1"], "status": "in-progress" }));
    assert_eq!(desk.overall(), "0.7");
}

#[test]
fn an_exclusion_counts_neither_way_unless_its_reason_says_nothing() {
    let desk = Desk::new();
    let exclude = |why: &str| {
        desk.bench.decide(
            &desk.workspace,
            &json!({ "controls": ["A.7.2"], "decision": "excluded", "ground": "activity-not-performed", "justification": why }),
        );
        desk.on(today()).overall.figure.total
    };
    assert_eq!(exclude("Not applicable."), 70);
    assert_eq!(
        exclude("Within the scope nothing is trained, tuned or grounded: inventory 1.3, all use only."),
        69
    );
}

#[test]
fn the_figures_of_the_sample_are_those_of_a_calculation_by_hand() {
    let bench = Bench::new();
    let folder = tempfile::tempdir().unwrap();
    let workspace = crate::sample::create(&folder.path().join("sample"), &bench.stamp, today()).unwrap();
    let readiness = show(&workspace, today()).unwrap();
    // By hand: each requirement's worth in tenths times its weight, over ten times the weights.
    let heavy = [
        "4.3", "5.2", "6.1.2", "6.1.3", "6.1.4", "8.2", "8.3", "8.4", "9.2.1", "9.2.2", "9.3.1", "9.3.2",
        "9.3.3", "10.2",
    ];
    let worth = |item: &Item| match item.worth {
        Worth::LeftOut => None,
        Worth::ExcludedThinly | Worth::Undecided | Worth::NotStarted => Some(0.0),
        Worth::Planned => Some(0.1),
        Worth::InProgress | Worth::Nonconforming => Some(0.5),
        Worth::Unproven => Some(0.7),
        Worth::Proven => Some(0.9),
        Worth::Verified => Some(1.0),
    };
    let share = |of: &dyn Fn(&Item) -> bool| {
        let (mut sum, mut weights) = (0.0, 0.0);
        for item in readiness.items.iter().filter(|item| of(item)) {
            let Some(worth) = worth(item) else { continue };
            let weight = if heavy.contains(&item.number()) { 2.0 } else { 1.0 };
            sum += worth * weight;
            weights += weight;
        }
        100.0 * sum / weights
    };
    let by_hand = 0.6 * share(&Item::is_clause) + 0.4 * share(&|item| !item.is_clause());
    let said = f64::from(readiness.overall.uncapped.tenths()) / 10.0;
    assert!((said - by_hand).abs() <= 0.1, "{said} {by_hand}");
    let figures: Vec<String> = readiness
        .groups
        .iter()
        .map(|of| format!("{} {} % {} of {}", of.group, of.figure.percent, of.figure.met, of.figure.total))
        .chain([format!("overall {} %", readiness.overall.figure.percent)])
        .collect();
    insta::assert_snapshot!(figures.join("\n"));
}

/// What keeps the readiness back for want of impact assessments.
fn unassessed(desk: &Desk) -> Value {
    let gates = serde_json::to_value(desk.on(today()).gates).unwrap();
    let gates = gates.as_array().unwrap();
    gates.iter().find(|gate| gate["gate"] == "impact-assessments").unwrap()["missing"].clone()
}

#[test]
fn each_system_is_screened_and_one_of_high_impact_is_assessed() {
    let desk = Desk::new();
    assert_eq!(unassessed(&desk), json!([{ "lacks": "no-systems" }]));
    let write = |operation: &'static str, arguments: Value| {
        desk.workspace
            .write(&desk.bench.stamp, operation, |tx| match operation {
                "system.add" => systems::add(tx, serde_json::from_value(arguments).unwrap()),
                _ => systems::set(tx, serde_json::from_value(arguments).unwrap()),
            })
            .unwrap();
    };
    write("system.add", json!({ "name": "Triage" }));
    let named = |lacks: &str| json!({ "lacks": lacks, "system": "S-1", "name": "Triage" });
    assert_eq!(unassessed(&desk), json!([named("screening")]));
    write(
        "system.set",
        json!({ "id": "S-1", "judgement": { "high": false, "reason": "It sorts letters." } }),
    );
    assert_eq!(unassessed(&desk), json!([]));
    write("system.set", json!({ "id": "S-1", "legal": "high", "judgement": null }));
    let mut lack = named("impact-assessment");
    lack["clause"] = json!("8.4");
    assert_eq!(unassessed(&desk), json!([lack]));
    desk.prove("contract", json!({ "links": ["S-1"] }));
    assert_eq!(unassessed(&desk), json!([lack]), "a contract is no assessment");
    desk.prove("ended", json!({ "links": ["S-1", "8.4"], "expires": "2026-10-11" }));
    assert_eq!(unassessed(&desk), json!([lack]), "it holds no more");
    desk.prove("assessment", json!({ "links": ["S-1", "8.4"] }));
    assert_eq!(unassessed(&desk), json!([]));
    write("system.add", json!({ "name": "Old one", "stage": "retired" }));
    assert_eq!(unassessed(&desk), json!([]), "what is in use no more is not counted");
}
