//! Management reviews against real workspaces.

mod inputs;
mod laws;
mod stages;

use serde_json::{Value, json};

use super::*;
use crate::Day;
use crate::workspace::tests::Bench;
use crate::workspace::{Stamp, Workspace};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

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

    /// A desk with a review that lacks nothing but its approval.
    fn with_review() -> Self {
        let desk = Self::new();
        desk.on(
            "review.add",
            json!({ "title": "Management review", "planned_on": "2026-10-09", "chair": "Director" }),
        );
        desk.on(
            "review.hold",
            json!({ "id": "MR-1", "on": "2026-10-09", "present": [{ "name": "Director" }] }),
        );
        for point in 1..=InputKind::ALL.len() {
            desk.on("review.remark", json!({ "id": "MR-1", "point": point, "noted": true }));
        }
        desk.on(
            "review.decide",
            json!({ "id": "MR-1", "about": "resources", "text": "Pay for a second reader." }),
        );
        desk
    }

    /// Runs an operation as the boundary does: by its name, with arguments as JSON.
    fn try_on(&self, operation: &str, arguments: Value) -> Result<ReviewDetails, ReviewError> {
        self.try_at(&self.bench.stamp, today(), operation, arguments)
    }

    fn try_at(
        &self,
        stamp: &Stamp,
        today: Day,
        operation: &str,
        arguments: Value,
    ) -> Result<ReviewDetails, ReviewError> {
        fn read<T: serde::de::DeserializeOwned>(arguments: Value) -> T {
            serde_json::from_value(arguments).unwrap()
        }
        self.workspace.write(stamp, operation, |tx| match operation {
            "review.add" => add(tx, today, read(arguments)),
            "review.set" => set(tx, today, read(arguments)),
            "review.cancel" => cancel(tx, today, read(arguments)),
            "review.hold" => hold(tx, today, read(arguments)),
            "review.remark" => remark(tx, today, read(arguments)),
            "review.add-point" => add_point(tx, today, read(arguments)),
            "review.move-point" => move_point(tx, today, read(arguments)),
            "review.remove-point" => remove_point(tx, today, &read(arguments)),
            "review.decide" => decide(tx, today, read(arguments)),
            "review.set-decision" => set_decision(tx, today, read(arguments)),
            "review.remove-decision" => remove_decision(tx, today, &read(arguments)),
            "review.act" => act(tx, today, read(arguments)),
            "review.approve" => approve(tx, today, read(arguments)),
            other => panic!("{other} is no operation"),
        })
    }

    fn on(&self, operation: &str, arguments: Value) -> ReviewDetails {
        self.try_on(operation, arguments).unwrap()
    }

    fn refuses(&self, operation: &str, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.try_on(operation, arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        said(&error)
    }

    fn review(&self, id: &str) -> ReviewDetails {
        show(&self.workspace, id.parse().unwrap(), today()).unwrap()
    }
}

fn said(error: &dyn crate::Explain) -> String {
    format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
}
