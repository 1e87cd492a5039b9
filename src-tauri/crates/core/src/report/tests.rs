//! The gap report says what the records say, and leaves nothing out that is missing.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::content::Content;
use super::lack::Lack;
use super::words::Words;
use super::*;
use crate::Day;
use crate::Explain as _;
use crate::evidence::{AddEvidence, By};
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{clauses, guide};

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

    fn content(&self, on: Day) -> Content {
        self.workspace.read(|conn| Content::load(conn, on)).unwrap()
    }

    /// Returns everything that the report says, as its document holds it.
    fn said(&self, on: Day) -> String {
        format!("{:?}", pages::document(&self.content(on), Words::english(), self.bench.stamp.at))
    }

    fn gaps(&self, on: Day) -> Vec<String> {
        self.content(on).gaps().map(|item| item.number().to_owned()).collect()
    }

    fn set_clause(&self, set: Value) {
        let set = serde_json::from_value(set).unwrap();
        self.workspace.write(&self.bench.stamp, "clause.set", |tx| clauses::set(tx, set)).unwrap();
    }

    fn prove(&self, title: &str, about: Value) {
        let file = self.files.path().join(format!("{title}.txt"));
        std::fs::write(&file, title).unwrap();
        let arguments: AddEvidence =
            serde_json::from_value(json!({ "files": [file], "about": about })).unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        crate::evidence::add(&self.workspace, by, &arguments, &mut |_| ControlFlow::Continue(())).unwrap();
    }

    fn export(&self, go_on: ControlFlow<()>) -> Result<crate::soa::Exported, ReportError> {
        let to = ExportGapReport { file: self.files.path().join("gap.pdf"), replace: None };
        export(&self.workspace, &to, self.bench.stamp.at, today(), &mut |_| go_on)
    }
}

#[test]
fn what_is_met_is_no_gap_until_its_evidence_ends_and_then_the_piece_is_named() {
    let desk = Desk::new();
    desk.set_clause(json!({ "clauses": ["7.2"], "status": "implemented" }));
    assert!(desk.gaps(today()).contains(&"7.2".into()), "nothing shows it");
    desk.prove("Training list", json!({ "links": ["7.2"], "expires": "2026-12-31" }));
    assert!(!desk.gaps(today()).contains(&"7.2".into()));
    let after = day("2027-01-01");
    let content = desk.content(after);
    let item = content.gaps().find(|item| item.number() == "7.2").unwrap();
    let [Lack::Ended(piece)] = Lack::of(item, &content)[..] else { panic!("the piece that ended is named") };
    assert_eq!((piece.title.as_str(), piece.counts_until()), ("Training list", Some(day("2026-12-31"))));
    let said = desk.said(after);
    assert!(said.contains("E-1 Training list: held until 31 December 2026. Bring it up to date."));
}

#[test]
fn a_piece_that_is_not_in_force_yet_is_said_to_come() {
    let desk = Desk::new();
    desk.set_clause(json!({ "clauses": ["5.2"], "status": "implemented" }));
    desk.prove("Policy", json!({ "links": ["5.2"], "effective": "2026-11-01" }));
    let said = desk.said(today());
    assert!(said.contains("Policy: holds only from 1 November 2026."));
}

#[test]
fn a_soundly_excluded_control_is_left_out_and_named_as_such() {
    let desk = Desk::new();
    let exclude = json!({
        "controls": ["A.7.2"], "decision": "excluded", "ground": "activity-not-performed",
        "justification": "Within the scope nothing is trained, tuned or grounded: inventory 1.3, all use only.",
    });
    desk.bench.decide(&desk.workspace, &exclude);
    assert!(!desk.gaps(today()).contains(&"A.7.2".into()));
    assert!(desk.said(today()).contains("Left out, because excluded with a sound reason: A.7.2."));
}

#[test]
fn a_day_that_has_passed_is_said_to_have_passed() {
    let desk = Desk::new();
    desk.set_clause(json!({ "clauses": ["4.1"], "status": "planned", "target": "2026-10-11" }));
    assert!(desk.said(today()).contains("\\npassed"));
    assert!(!desk.said(day("2026-10-11")).contains("\\npassed"));
}

#[test]
fn a_step_that_is_split_is_told_by_its_parts() {
    let desk = Desk::new();
    let step = json!({ "title": "Ask the works council", "theme": "support", "owner": "HR lead" });
    let step = serde_json::from_value(step).unwrap();
    let added =
        desk.workspace.write(&desk.bench.stamp, "guide.add", |tx| guide::add(tx, today(), step)).unwrap();
    let parts = json!({ "step": added.summary.id, "parts": [
        { "title": "Write to them", "due": "2026-11-02" }, { "title": "Meet them", "due": "2026-10-05" },
    ] });
    let parts = serde_json::from_value(parts).unwrap();
    desk.workspace.write(&desk.bench.stamp, "guide.split", |tx| guide::split(tx, today(), parts)).unwrap();
    let work = desk.content(today()).work;
    let dated: Vec<_> = work.steps.iter().filter(|step| step.due.is_some()).collect();
    let told: Vec<_> = dated.iter().map(|step| (step.title.as_str(), step.late)).collect();
    assert_eq!(told, [("Meet them", true), ("Write to them", false)]);
    assert!(dated.iter().all(|step| step.under.as_deref() == Some("Ask the works council")));
    assert!(work.steps.iter().all(|step| step.title != "Ask the works council"));
}

#[test]
fn the_figure_that_is_kept_back_says_what_it_would_be() {
    let desk = Desk::new();
    let all: Vec<String> = desk.gaps(today()).into_iter().filter(|number| !number.starts_with('A')).collect();
    desk.set_clause(json!({ "clauses": all, "status": "implemented" }));
    let controls: Vec<String> =
        desk.gaps(today()).into_iter().filter(|number| number.starts_with('A')).collect();
    desk.bench.decide(
        &desk.workspace,
        &json!({ "controls": controls, "decision": "applicable", "reasons": ["law"], "justification": "The law." }),
    );
    desk.bench.set(&desk.workspace, &json!({ "controls": controls, "status": "implemented" }));
    let links: Vec<String> = all.iter().map(|clause| format!("clause:{clause}")).chain(controls).collect();
    desk.prove("All", json!({ "links": links }));
    let said = desk.said(today());
    assert!(said.contains("79.0 % ready for the audit"));
    assert!(said.contains("If nothing kept it back it would be 90.0 %."));
    assert!(said.contains("Nothing is missing here."));
}

#[test]
fn the_same_state_and_moment_give_the_same_bytes_and_stopping_leaves_no_file() {
    let desk = Desk::new();
    let error = desk.export(ControlFlow::Break(())).unwrap_err();
    assert_eq!(error.code(), "stopped");
    assert!(!desk.files.path().join("gap.pdf").exists());
    let exported = desk.export(ControlFlow::Continue(())).unwrap();
    assert_eq!(exported, desk.export(ControlFlow::Continue(())).unwrap());
    assert_eq!(std::fs::read(desk.files.path().join("gap.pdf")).unwrap().len(), exported.bytes);
}
