//! The first page against real workspaces.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::*;
use crate::evidence::{AddEvidence, By, add};
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, organisation, sample};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
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
        let desk = Self { bench, workspace, files: tempfile::tempdir().unwrap() };
        desk.set_organisation(json!({ "roles": ["user"] }));
        desk
    }

    fn set_organisation(&self, set: Value) {
        self.workspace
            .write(&self.bench.stamp, "organisation.set", |tx| {
                organisation::set(tx, serde_json::from_value(set).unwrap())
            })
            .unwrap();
    }

    fn look(&self, backups: &Backups) -> Value {
        let overview = look(&self.workspace, today(), self.bench.stamp.at, backups).unwrap();
        serde_json::to_value(overview).unwrap()
    }

    fn attention(&self, backups: &Backups) -> Vec<String> {
        named(&self.look(backups)["attention"], "about")
    }

    fn decide_all(&self) {
        let all: Vec<ControlId> =
            crate::assessment::list(&self.workspace).unwrap().into_iter().map(|control| control.id).collect();
        self.bench.decide(
            &self.workspace,
            &json!({ "controls": all, "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." }),
        );
        self.bench.set(&self.workspace, &json!({ "controls": all, "owner": "IT lead" }));
    }

    fn prove(&self, control: &str, expires: Option<&str>) {
        let file = self.files.path().join(format!("{control} {}.txt", expires.unwrap_or("ever")));
        std::fs::write(&file, control).unwrap();
        let arguments: AddEvidence = serde_json::from_value(match expires {
            Some(day) => json!({ "files": [file], "about": { "links": [control], "expires": day } }),
            None => json!({ "files": [file], "about": { "links": [control] } }),
        })
        .unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        add(&self.workspace, by, &arguments, &mut |_| ControlFlow::Continue(())).unwrap();
    }
}

fn named(list: &Value, tag: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one[tag].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_empty_workspace_begins_at_the_beginning_of_the_road_and_has_nothing_to_worry_about() {
    let desk = Desk::new();
    let overview = desk.look(&Backups::default());
    assert_eq!(named(&overview["next"], "id")[0], "what-the-standard-is");
    assert_eq!(overview["next"].as_array().unwrap().len(), 3);
    assert_eq!(overview["countdown"], Value::Null);
    assert_eq!(desk.attention(&Backups::default()), [] as [&str; 0]);
    let standings = overview["controls"].as_array().unwrap();
    assert!(standings.len() == 38 && standings.iter().all(|one| one["standing"] == "undecided"));
}

#[test]
fn the_first_page_names_the_steps_that_the_guide_names() {
    let desk = Desk::new();
    desk.decide_all();
    desk.prove("A.2.2", None);
    let next = crate::guide::next(&desk.workspace, today(), &crate::guide::NextSteps::default()).unwrap();
    assert_eq!(desk.look(&Backups::default())["next"], serde_json::to_value(next).unwrap());
}

#[test]
fn the_days_to_the_target_are_counted_down_and_past_it() {
    let desk = Desk::new();
    for (target, days) in [("2027-03-08", 147), ("2026-10-12", 0), ("2026-10-01", -11)] {
        desk.set_organisation(json!({ "target": target }));
        let overview = desk.look(&Backups::default());
        assert_eq!(overview["countdown"], json!({ "target": target, "days": days }));
    }
}

#[test]
fn what_is_late_unproven_or_about_to_expire_is_told_with_its_place() {
    let desk = Desk::new();
    desk.decide_all();
    desk.bench.set(
        &desk.workspace,
        &json!({ "controls": ["A.2.2", "A.2.3"], "status": "implemented", "how": "By the policy." }),
    );
    desk.bench.set(
        &desk.workspace,
        &json!({ "controls": ["A.6.2.6"], "status": "planned", "target": "2026-10-01" }),
    );
    desk.prove("A.2.2", Some("2026-10-21"));
    desk.prove("A.2.3", Some("2026-10-11"));
    let recent = Backups {
        last: Some(GoodBackup { at: "2026-10-10T00:00:00Z".into(), file: "/b.zip".into() }),
        ..Backups::default()
    };
    let overview = desk.look(&recent);
    assert_eq!(
        overview["attention"],
        json!([
            { "about": "overdue", "controls": [{ "id": "A.6.2.6", "target": "2026-10-01" }] },
            { "about": "expired", "total": 1, "pieces": [
                { "id": "E-2", "title": "A.2.3 2026-10-11", "expires": "2026-10-11", "days": -1 }] },
            { "about": "unproven", "controls": ["A.2.3"] },
            { "about": "expiring", "total": 1, "pieces": [
                { "id": "E-1", "title": "A.2.2 2026-10-21", "expires": "2026-10-21", "days": 9 }] },
        ])
    );
    let standing = |id: &str| {
        let all = overview["controls"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap()["standing"].clone()
    };
    assert_eq!(
        ["A.2.2", "A.2.3", "A.2.4", "A.6.2.6"].map(standing),
        [json!("implemented"), json!("no-evidence"), json!("not-started"), json!("overdue")]
    );
}

#[test]
fn a_backup_that_is_missing_old_or_failed_is_told() {
    let desk = Desk::new();
    desk.decide_all();
    assert_eq!(desk.attention(&Backups::default()), ["backup-never"]);
    let made = |at: &str, every| Backups {
        every,
        last: Some(GoodBackup { at: at.into(), file: "/b.zip".into() }),
        failed: None,
    };
    assert_eq!(desk.attention(&made("2026-10-05T10:00:00Z", None)), [] as [&str; 0]);
    assert_eq!(desk.attention(&made("2026-10-05T09:00:00Z", None)), ["backup-old"]);
    // Who chose to wait longer is not reminded before.
    assert_eq!(desk.attention(&made("2026-09-15T09:00:00Z", Some(30))), [] as [&str; 0]);
    let failed =
        Some(BackupFailure { at: "2026-10-12T09:00:00Z".into(), message: "It broke".into(), hint: None });
    assert_eq!(desk.attention(&Backups { failed, ..made("2026-10-11T09:00:00Z", None) }), ["backup-failed"]);
}

#[test]
fn the_sample_needs_no_backup() {
    let bench = Bench::new();
    let folder = tempfile::tempdir().unwrap();
    let workspace = sample::create(&folder.path().join("sample"), &bench.stamp, today()).unwrap();
    let overview = look(&workspace, today(), bench.stamp.at, &Backups::default()).unwrap();
    let about = named(&serde_json::to_value(&overview).unwrap()["attention"], "about");
    assert!(!about.iter().any(|about| about.starts_with("backup")), "{about:?}");
    assert_eq!(overview.next.len(), 3);
}

#[test]
fn an_exported_statement_is_told_once_what_it_says_has_changed() {
    let desk = Desk::new();
    desk.decide_all();
    let to = json!({ "format": "pdf", "file": desk.files.path().join("soa.pdf") });
    let export = || {
        let to = serde_json::from_value(to.clone()).unwrap();
        crate::soa::export(&desk.workspace, &to, &desk.bench.stamp, today(), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap()
    };
    export();
    assert_eq!(desk.attention(&Backups::default()), ["backup-never"]);
    desk.prove("A.2.2", None);
    assert_eq!(desk.attention(&Backups::default()), ["backup-never"], "evidence is no part of what it says");
    desk.bench.set(&desk.workspace, &json!({ "controls": ["A.2.2"], "owner": "Somebody else" }));
    assert_eq!(desk.attention(&Backups::default()), ["statement-outdated", "backup-never"]);
}
