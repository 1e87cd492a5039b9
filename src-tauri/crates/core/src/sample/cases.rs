//! What people told the sample company, and what went wrong.

use std::sync::LazyLock;

use serde::Deserialize;

use super::SampleError;
use crate::cases::{self, AddCase, CaseKind, CloseCase, Harm, TellOfCase};
use crate::systems::SystemId;
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reported {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    kind: CaseKind,
    title: Line,
    what: Prose,
    known: i32,
    occurred: Option<i32>,
    confidential: bool,
    systems: Vec<SystemId>,
    harms: Vec<Harm>,
    owner: Line,
    #[serde(default)]
    told: Vec<Told>,
    outcome: Option<Prose>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    whom: Line,
    on: i32,
    what: Prose,
}

static ENGLISH: LazyLock<Reported> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    toml::from_str(include_str!("cases.en-GB.toml")).expect("the cases of the sample have their shape")
});

/// Records what was reported, who was told of it, and what came of it.
pub(super) fn tell(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    for case in &ENGLISH.case {
        let add = AddCase {
            kind: case.kind,
            title: case.title.clone(),
            what: Some(case.what.clone()),
            occurred_on: case.occurred.map(|days| today.days_later(days)),
            known_since: Some(today.days_later(case.known)),
            reported_by: None,
            confidential: Some(case.confidential),
            systems: Some(case.systems.clone()),
            harms: Some(case.harms.clone()),
            evidence: None,
            owner: Some(case.owner.clone()),
        };
        let id = workspace.write(stamp, "case.add", |tx| cases::add(tx, today, add))?.case.id;
        for Told { whom, on, what } in &case.told {
            let told = TellOfCase {
                id,
                whom: whom.clone(),
                on: Some(today.days_later(*on)),
                what: Some(what.clone()),
                duty: None,
                by: None,
            };
            workspace.write(stamp, "case.tell", |tx| cases::tell(tx, today, told))?;
        }
        if let Some(outcome) = &case.outcome {
            let close = CloseCase { id, outcome: outcome.clone(), by: Some(case.owner.clone()), on: None };
            workspace.write(stamp, "case.close", |tx| cases::close(tx, today, close))?;
        }
    }
    Ok(())
}
