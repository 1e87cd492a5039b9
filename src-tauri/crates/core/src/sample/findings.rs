//! What the sample company found: three findings at three places of their road.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::audits::AuditId;
use crate::evidence::{EvidenceId, Target};
use crate::findings::{
    self, AddAction, AddFinding, CheckFinding, CheckResult, CloseFinding, ContainFinding, ExplainFinding,
    FindingError, FindingOrigin, FinishAction, FollowUp, FollowUpFinding, Grade, SetCriterion, SimilarCases,
    Source, Updated,
};
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Found {
    finding: Vec<Told>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    title: Line,
    requirements: Vec<Target>,
    grade: Grade,
    source: Source,
    /// The internal audit that it comes from.
    audit: Option<AuditId>,
    /// When it was found, in days from today.
    day: i32,
    by: Line,
    owner: Option<Line>,
    found: Prose,
    effect: Option<Prose>,
    contained: Option<Contained>,
    similar: Option<Prose>,
    #[serde(default)]
    whys: Vec<Line>,
    cause: Option<Prose>,
    #[serde(default)]
    action: Vec<Act>,
    criterion: Option<Criterion>,
    check: Option<Check>,
    closed: Option<Closed>,
    follow_up: Option<FollowedUp>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contained {
    text: Prose,
    correction: Prose,
    by: Line,
    day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Act {
    text: Prose,
    owner: Line,
    due: i32,
    done: Option<i32>,
    #[serde(default)]
    proof: Vec<EvidenceId>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Criterion {
    text: Prose,
    day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Check {
    by: Line,
    result: CheckResult,
    note: Prose,
    day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closed {
    by: Line,
    day: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FollowedUp {
    what: Updated,
    note: Line,
}

static ENGLISH: LazyLock<Found> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    toml::from_str(include_str!("findings.en-GB.toml")).expect("the findings of the sample have their shape")
});

/// Records the findings, each as far as it has come.
pub(super) fn tell(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), FindingError> {
    ENGLISH.finding.iter().try_for_each(|told| {
        workspace.write(stamp, "finding.add", |tx| {
            let on = |days: i32| today.days_later(days);
            let added = findings::add(
                tx,
                today,
                AddFinding {
                    title: told.title.clone(),
                    requirements: told.requirements.clone(),
                    grade: told.grade,
                    source: Some(told.source),
                    origin: told.audit.map(|id| FindingOrigin::Audit { id }),
                    found: Some(told.found.clone()),
                    found_on: Some(on(told.day)),
                    found_by: Some(told.by.clone()),
                    evidence: None,
                    effect: told.effect.clone(),
                    owner: told.owner.clone(),
                },
            )?;
            let id = added.finding.id;
            if let Some(Contained { text, correction, by, day }) = &told.contained {
                let (text, correction, by) = (text.clone(), Some(correction.clone()), Some(by.clone()));
                findings::contain(
                    tx,
                    today,
                    ContainFinding { id, text, correction, by, on: Some(on(*day)) },
                )?;
            }
            if let Some(text) = told.similar.clone() {
                findings::similar(tx, today, SimilarCases { id, text })?;
            }
            if told.cause.is_some() {
                let (text, whys) = (told.cause.clone(), Some(told.whys.clone()));
                findings::explain(tx, today, ExplainFinding { id, text, kind: None, whys, branches: None })?;
            }
            for Act { text, owner, due, done, proof } in &told.action {
                let (text, owner, due) = (text.clone(), owner.clone(), on(*due));
                let planned = findings::add_action(
                    tx,
                    AddAction { finding: Some(id), objective: None, text, owner, due },
                )?;
                if let Some(days) = done {
                    let finish = FinishAction {
                        id: planned.id,
                        proof: proof.clone(),
                        on: Some(on(*days)),
                        note: None,
                    };
                    findings::finish_action(tx, today, finish)?;
                }
            }
            if let Some(Criterion { text, day }) = &told.criterion {
                findings::criterion(tx, today, SetCriterion { id, text: text.clone(), check_on: on(*day) })?;
            }
            if let Some(Check { by, result, note, day }) = &told.check {
                let (by, note, on) = (by.clone(), Some(note.clone()), Some(on(*day)));
                findings::check(tx, today, CheckFinding { id, by, result: *result, note, on })?;
            }
            if let Some(FollowedUp { what, note }) = &told.follow_up {
                let follow_ups = vec![FollowUp { what: *what, note: note.clone(), done_on: Some(today) }];
                findings::follow_up(tx, today, FollowUpFinding { id, follow_ups })?;
            }
            if let Some(Closed { by, day }) = &told.closed {
                findings::close(tx, on(*day), CloseFinding { id, by: by.clone() })?;
            }
            Ok(())
        })
    })
}
