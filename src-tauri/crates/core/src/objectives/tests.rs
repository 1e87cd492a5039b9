//! Objectives and measures against real workspaces.

mod files;
mod laws;
mod stages;

use serde_json::{Value, json};

use super::*;
use crate::Day;
use crate::evidence::{AddEvidence, By};
use crate::findings::{self, FindingError};
use crate::workspace::tests::Bench;
use crate::workspace::{Workspace, WriteError};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

#[derive(Debug)]
enum Refused {
    Objective(ObjectiveError),
    Finding(FindingError),
}

impl From<WriteError> for Refused {
    fn from(error: WriteError) -> Self {
        Self::Objective(error.into())
    }
}

impl From<ObjectiveError> for Refused {
    fn from(error: ObjectiveError) -> Self {
        Self::Objective(error)
    }
}

impl From<FindingError> for Refused {
    fn from(error: FindingError) -> Self {
        Self::Finding(error)
    }
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

    /// A desk with an objective, and a measure of it that is wanted at 95 % or more once a month.
    fn with_measure() -> Self {
        let desk = Self::new();
        desk.on("objective.add", json!({ "title": "Nobody writes unseen", "owner": "IT lead" }));
        let goal = json!({ "direction": "at-least", "value": "95" });
        desk.on(
            "measure.add",
            json!({ "objective": "O-1", "what": "Letters seen by two", "unit": "%", "goal": goal }),
        );
        desk
    }

    /// Runs an operation as the boundary does: by its name, with arguments as JSON.
    fn try_on(&self, operation: &str, arguments: Value) -> Result<Value, Refused> {
        fn read<T: serde::de::DeserializeOwned>(arguments: Value) -> T {
            serde_json::from_value(arguments).unwrap()
        }
        fn shown<T: serde::Serialize>(value: T) -> Value {
            serde_json::to_value(value).unwrap()
        }
        let today = today();
        self.workspace.write(&self.bench.stamp, operation, |tx| {
            Ok(match operation {
                "objective.add" => shown(add(tx, today, read(arguments))?),
                "objective.set" => shown(set(tx, today, read(arguments))?),
                "objective.evaluate" => shown(evaluate(tx, today, read(arguments))?),
                "objective.resume" => shown(resume(tx, today, read::<ObjectiveReference>(arguments).id)?),
                "objective.remove" => shown(remove(tx, read::<ObjectiveReference>(arguments).id)?),
                "measure.add" => shown(add_measure(tx, today, read(arguments))?),
                "measure.set" => shown(set_measure(tx, today, read(arguments))?),
                "measure.remove" => shown(remove_measure(tx, read::<MeasureReference>(arguments).id)?),
                "measure.read" => shown(super::read(tx, today, read(arguments))?),
                "measure.remove-reading" => shown(remove_reading(tx, today, &read(arguments))?),
                "finding.add" => shown(findings::add(tx, today, read(arguments))?),
                "action.add" => shown(findings::add_action(tx, read(arguments))?),
                other => panic!("{other} is no operation"),
            })
        })
    }

    fn on(&self, operation: &str, arguments: Value) -> Value {
        self.try_on(operation, arguments).unwrap()
    }

    fn refuses(&self, operation: &str, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.try_on(operation, arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        match error {
            Refused::Objective(error) => said(&error),
            Refused::Finding(error) => said(&error),
        }
    }

    fn measure(&self) -> MeasureDetails {
        show_measure(&self.workspace, "M-1".parse().unwrap(), today()).unwrap()
    }

    fn objective(&self) -> ObjectiveDetails {
        show(&self.workspace, "O-1".parse().unwrap(), today()).unwrap()
    }

    fn evidence(&self) -> String {
        let file = self.files.path().join("list.txt");
        std::fs::write(&file, "The list of letters.").unwrap();
        let add: AddEvidence = serde_json::from_value(json!({ "files": [file], "about": {} })).unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        let added =
            crate::evidence::add(&self.workspace, by, &add, &mut |_| std::ops::ControlFlow::Continue(()))
                .unwrap();
        added.added.first().unwrap().to_string()
    }
}

fn said(error: &dyn crate::Explain) -> String {
    format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
}
