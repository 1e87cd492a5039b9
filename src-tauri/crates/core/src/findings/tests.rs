//! Findings against real workspaces: the road, its gates, and the law that nothing is closed without proof.

mod gates;
mod laws;

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::*;
use crate::evidence::{AddEvidence, By, EvidenceId};
use crate::workspace::Workspace;
use crate::workspace::tests::Bench;
use crate::{Day, Explain as _};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

struct Desk {
    bench: Bench,
    workspace: Workspace,
    files: tempfile::TempDir,
    /// The entry of the ledger that reported the finding.
    reported: i64,
}

impl Desk {
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        Self { bench, workspace, files: tempfile::tempdir().unwrap(), reported: 0 }
    }

    /// Runs an operation as the boundary does: by its name, with arguments as JSON.
    fn try_on(&self, today: Day, operation: &str, arguments: Value) -> Result<Value, FindingError> {
        fn read<T: serde::de::DeserializeOwned>(arguments: Value) -> T {
            serde_json::from_value(arguments).unwrap()
        }
        fn shown<T: serde::Serialize>(value: T) -> Value {
            serde_json::to_value(value).unwrap()
        }
        self.workspace.write(&self.bench.stamp, operation, |tx| {
            Ok(match operation {
                "finding.add" => shown(add(tx, today, read(arguments))?),
                "finding.set" => shown(set(tx, today, read(arguments))?),
                "finding.contain" => shown(contain(tx, today, read(arguments))?),
                "finding.similar" => shown(similar(tx, today, read(arguments))?),
                "finding.cause" => shown(explain(tx, today, read(arguments))?),
                "finding.approve-plan" => shown(approve_plan(tx, today, read(arguments))?),
                "finding.criterion" => shown(criterion(tx, today, read(arguments))?),
                "finding.check" => shown(check(tx, today, read(arguments))?),
                "finding.close" => shown(close(tx, today, read(arguments))?),
                "finding.refuse" => shown(refuse(tx, today, read(arguments))?),
                "finding.reopen" => shown(reopen(tx, today, read(arguments))?),
                "finding.follow-up" => shown(follow_up(tx, today, read(arguments))?),
                "action.add" => shown(add_action(tx, read(arguments))?),
                "action.set" => shown(set_actions(tx, read(arguments))?),
                "action.move" => shown(move_actions(tx, read(arguments))?),
                "action.finish" => shown(finish_action(tx, today, read(arguments))?),
                "action.reopen" => shown(reopen_action(tx, read::<ActionReference>(arguments).id)?),
                "action.remove" => shown(remove_action(tx, read::<ActionReference>(arguments).id)?),
                other => panic!("{other} is no operation"),
            })
        })
    }

    fn on(&self, operation: &str, arguments: Value) -> Value {
        self.try_on(today(), operation, arguments).unwrap()
    }

    fn refuses(&self, operation: &str, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.try_on(today(), operation, arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
    }

    fn proof(&self) -> EvidenceId {
        let file = self.files.path().join(format!("{}.txt", self.seq()));
        std::fs::write(&file, file.to_string_lossy().as_bytes()).unwrap();
        let arguments: AddEvidence = serde_json::from_value(json!({ "files": [file] })).unwrap();
        let by = By { stamp: &self.bench.stamp, today: today() };
        crate::evidence::add(&self.workspace, by, &arguments, &mut |_| ControlFlow::Continue(()))
            .unwrap()
            .added[0]
    }

    fn report(&self, grade: &str) {
        self.on(
            "finding.add",
            json!({ "title": "The estimate was sent unseen", "requirements": ["9.2.2"], "grade": grade }),
        );
    }

    /// Brings F-1 as far as it goes without a check, with one action of the Claims lead.
    fn ready_for_the_check(&self) {
        self.report("minor");
        self.on("finding.contain", json!({ "id": "F-1", "text": "Stopped the mailer." }));
        self.on("finding.similar", json!({ "id": "F-1", "text": "Three more in May." }));
        self.on(
            "finding.cause",
            json!({ "id": "F-1", "whys": ["Nobody looked.", "No rule says who looks."] }),
        );
        self.on("action.add", json!({ "finding": "F-1", "text": "Write the rule.", "owner": "Claims lead", "due": "2026-11-01" }));
        self.on(
            "finding.criterion",
            json!({ "id": "F-1", "text": "Ten letters, all seen.", "check_on": "2026-12-01" }),
        );
        let proof = self.proof();
        self.on("action.finish", json!({ "id": "A-1", "proof": [proof] }));
    }

    /// Returns the place of the last entry of the ledger.
    fn seq(&self) -> i64 {
        self.workspace.head().unwrap().unwrap().seq
    }

    fn stage(&self) -> Stage {
        show(&self.workspace, "F-1".parse().unwrap(), today()).unwrap().stage
    }
}
