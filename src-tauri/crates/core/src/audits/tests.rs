//! Internal audits against real workspaces.

mod laws;
mod planning;
mod programme;

use serde_json::{Value, json};

use super::*;
use crate::evidence;
use crate::findings::{self, FindingError};
use crate::workspace::tests::Bench;
use crate::workspace::{Workspace, WriteError};
use crate::{Day, clauses, systems};

fn today() -> Day {
    "2026-10-12".parse().unwrap()
}

#[derive(Debug)]
enum Refused {
    Audit(AuditError),
    Finding(FindingError),
    Other(String),
}

impl From<WriteError> for Refused {
    fn from(error: WriteError) -> Self {
        Self::Audit(error.into())
    }
}

impl From<AuditError> for Refused {
    fn from(error: AuditError) -> Self {
        Self::Audit(error)
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
}

impl Desk {
    /// A company in which somebody answers for clause 5.2 and for A.2.2, which applies.
    fn new() -> Self {
        let bench = Bench::new();
        let workspace = bench.create();
        let desk = Self { bench, workspace };
        desk.on("clause.set", json!({ "clauses": ["5.2"], "owner": "Quality manager" }));
        desk.bench.decide(
            &desk.workspace,
            &json!({ "controls": ["A.2.2"], "decision": "applicable", "reasons": ["law"], "justification": "The law asks for it." }),
        );
        desk.bench.set(&desk.workspace, &json!({ "controls": ["A.2.2"], "owner": "IT lead" }));
        desk
    }

    /// One whose audit of 5.1 to 5.3 and A.2.2 is under way.
    fn under_way() -> Self {
        let desk = Self::new();
        desk.on("audit.add", plan(json!({ "auditor": "Office manager" })));
        desk.on("audit.start", json!({ "id": "AU-1" }));
        desk
    }

    /// Runs an operation as the boundary does: by its name, with arguments as JSON.
    fn try_on(&self, operation: &str, arguments: Value) -> Result<Value, Refused> {
        self.try_at(today(), operation, arguments)
    }

    fn try_at(&self, today: Day, operation: &str, arguments: Value) -> Result<Value, Refused> {
        fn read<T: serde::de::DeserializeOwned>(arguments: Value) -> T {
            serde_json::from_value(arguments).unwrap()
        }
        fn shown<T: serde::Serialize>(value: T) -> Value {
            serde_json::to_value(value).unwrap()
        }
        fn other<T>(result: Result<T, impl std::fmt::Display>) -> Result<T, Refused> {
            result.map_err(|error| Refused::Other(error.to_string()))
        }
        self.workspace.write(&self.bench.stamp, operation, |tx| {
            Ok(match operation {
                "audit.add" => shown(add(tx, today, read(arguments))?),
                "audit.set" => shown(set(tx, today, read(arguments))?),
                "audit.assign" => shown(assign(tx, today, read(arguments))?),
                "audit.start" => shown(start(tx, today, read(arguments))?),
                "audit.extend" => shown(extend(tx, today, read(arguments))?),
                "audit.answer" => shown(answer(tx, today, read(arguments))?),
                "audit.raise" => shown(raise(tx, today, read(arguments))?),
                "audit.conclude" => shown(conclude(tx, today, read(arguments))?),
                "audit.cancel" => shown(cancel(tx, today, read(arguments))?),
                "finding.add" => shown(findings::add(tx, today, read(arguments))?),
                "finding.refuse" => shown(findings::refuse(tx, today, read(arguments))?),
                "clause.set" => shown(other(clauses::set(tx, read(arguments)))?),
                "system.add" => shown(other(systems::add(tx, read(arguments)))?),
                other => panic!("{other} is no operation"),
            })
        })
    }

    fn on(&self, operation: &str, arguments: Value) -> Value {
        self.try_on(operation, arguments).unwrap()
    }

    fn answer(&self, requirement: &str, verdict: &str, seen: &str) -> Value {
        self.on(
            "audit.answer",
            json!({ "id": "AU-1", "requirement": requirement, "verdict": verdict, "seen": seen }),
        )
    }

    fn refuses(&self, operation: &str, arguments: Value) -> String {
        let head = self.workspace.head().unwrap();
        let error = self.try_on(operation, arguments).unwrap_err();
        assert_eq!(self.workspace.head().unwrap(), head, "a refusal changed something");
        match error {
            Refused::Audit(error) => said(&error),
            Refused::Finding(error) => said(&error),
            Refused::Other(error) => error,
        }
    }

    /// Adds a piece of evidence that is linked to nothing.
    fn photograph(&self, name: &str) {
        let by = evidence::By { stamp: &self.bench.stamp, today: today() };
        let file = evidence::FileName::try_from(format!("{name}.png")).unwrap();
        let about = serde_json::from_value(json!({})).unwrap();
        evidence::paste(&self.workspace, by, file, name.as_bytes().to_vec(), &about).unwrap();
    }

    fn audit(&self) -> AuditDetails {
        show(&self.workspace, "AU-1".parse().unwrap(), today()).unwrap()
    }

    fn line(&self, number: &str) -> ShownLine {
        let of = |line: &ShownLine| line.requirement.parts().1 == number;
        self.audit().lines.into_iter().find(of).unwrap()
    }
}

/// Returns a plan of 5.1 to 5.3 and A.2.2, with more said of it.
fn plan(more: Value) -> Value {
    let mut plan = json!({
        "title": "Leadership", "planned_for": "2026-10-12",
        "criteria": [{ "choose": "under", "id": "5" }, { "choose": "requirement", "id": "A.2.2" }],
    });
    plan.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    plan
}

fn numbers(audit: &AuditDetails) -> Vec<String> {
    audit.lines.iter().map(|line| line.requirement.parts().1.into_owned()).collect()
}

fn said(error: &dyn crate::Explain) -> String {
    format!("[{}] {error}. {}", error.field().unwrap_or_default(), error.hint().unwrap_or_default())
}
