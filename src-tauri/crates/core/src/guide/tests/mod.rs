//! The road against real workspaces, and its content against the catalogue.

mod content;
mod planning;
mod proving;
mod saying;
mod words;

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::*;
use crate::evidence::{AddEvidence, By as Adder, add as add_evidence};
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, organisation};

/// A workspace at which somebody works on the road.
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

    fn set_organisation(&self, set: Value) {
        self.workspace
            .write(&self.bench.stamp, "organisation.set", |tx| {
                organisation::set(tx, serde_json::from_value(set).unwrap())
            })
            .unwrap();
    }

    fn road(&self) -> GuideRoad {
        show(&self.workspace, today()).unwrap()
    }

    fn steps(&self) -> Vec<StepSummary> {
        self.road().themes.into_iter().flat_map(|theme| theme.steps).collect()
    }

    fn step(&self, id: &str) -> StepDetails {
        step(&self.workspace, &id.parse().unwrap(), today()).unwrap()
    }

    fn state(&self, id: &str) -> StepState {
        self.step(id).summary.state
    }

    fn entry(&self, id: &str, entry: &str) -> DoneEntry {
        self.step(id).done.into_iter().find(|one| one.id.as_str() == entry).unwrap()
    }

    fn set(&self, change: Value) -> Result<StepDetails, GuideError> {
        let change = serde_json::from_value(change).unwrap();
        self.workspace.write(&self.bench.stamp, "guide.set", |tx| set(tx, today(), change))
    }

    fn add(&self, step: Value) -> Result<StepDetails, GuideError> {
        let step = serde_json::from_value(step).unwrap();
        self.workspace.write(&self.bench.stamp, "guide.add", |tx| add(tx, today(), step))
    }

    fn split(&self, parts: Value) -> Result<StepDetails, GuideError> {
        let parts = serde_json::from_value(parts).unwrap();
        self.workspace.write(&self.bench.stamp, "guide.split", |tx| split(tx, today(), parts))
    }

    fn remove(&self, id: &str) -> Result<(), GuideError> {
        self.workspace.write(&self.bench.stamp, "guide.remove", |tx| remove(tx, &id.parse().unwrap()))
    }

    fn plan(&self, asked: Value) -> Result<GuidePlan, GuideError> {
        let asked: PlanGuide = serde_json::from_value(asked).unwrap();
        self.workspace.write(&self.bench.stamp, "guide.plan", |tx| plan(tx, today(), &asked))
    }

    fn next(&self, limit: u32) -> Vec<NextGuideStep> {
        next(&self.workspace, today(), &NextSteps { limit: Some(limit) }).unwrap()
    }

    fn prove(&self, link: &str, expires: Option<&str>) {
        let file = self.files.path().join(format!("{link} {}.txt", expires.unwrap_or("ever")));
        std::fs::write(&file, link).unwrap();
        let about = match expires {
            Some(day) => json!({ "links": [link], "expires": day }),
            None => json!({ "links": [link] }),
        };
        let arguments: AddEvidence =
            serde_json::from_value(json!({ "files": [file], "about": about })).unwrap();
        let by = Adder { stamp: &self.bench.stamp, today: today() };
        add_evidence(&self.workspace, by, &arguments, &mut |_| ControlFlow::Continue(())).unwrap();
    }

    /// Excludes controls, each with a reason.
    fn exclude(&self, controls: &[&str]) {
        self.bench.decide(
            &self.workspace,
            &json!({
                "controls": controls, "decision": "excluded", "ground": "activity-not-performed",
                "justification": "Nothing is developed here: all systems are bought and used as they come."
            }),
        );
    }
}

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn said(error: &GuideError) -> String {
    use crate::Explain as _;
    let place = error.field().map(|field| format!(" ({field})")).unwrap_or_default();
    format!("{}{place}: {error}. {}", error.code(), error.hint().unwrap_or_default())
}
