//! What the sample company audited: an audit of the year before, one that led to a finding, and one under way.

use std::sync::LazyLock;

use serde::Deserialize;

use super::SampleError;
use crate::audits::{self, AddAudit, AnswerAudit, AuditId, ConcludeAudit, Criteria, StartAudit, Verdict};
use crate::evidence::{EvidenceId, Target};
use crate::workspace::{Stamp, Workspace};
use crate::{Day, Line, Prose};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Audited {
    audit: Vec<Told>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    title: Line,
    scope: Prose,
    auditor: Line,
    methods: Prose,
    planned: i32,
    until: Option<i32>,
    begun: i32,
    criteria: Vec<Criteria>,
    conclusion: Option<Ended>,
    answer: Vec<Answered>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ended {
    day: i32,
    text: Prose,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    requirements: Vec<Target>,
    verdict: Verdict,
    day: i32,
    seen: Prose,
    #[serde(default)]
    evidence: Vec<EvidenceId>,
}

static ENGLISH: LazyLock<Audited> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test makes the sample of it"
    )]
    toml::from_str(include_str!("audits.en-GB.toml")).expect("the audits of the sample have their shape")
});

/// Holds the audits, each as far as it has come but for its conclusion.
pub(super) fn hold(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let on = |days: i32| today.days_later(days);
    for told in &ENGLISH.audit {
        let add = AddAudit {
            title: told.title.clone(),
            planned_for: on(told.planned),
            until: told.until.map(on),
            scope: Some(told.scope.clone()),
            auditor: Some(told.auditor.clone()),
            criteria: Some(told.criteria.clone()),
            systems: None,
            methods: Some(told.methods.clone()),
        };
        let id = workspace.write(stamp, "audit.add", |tx| audits::add(tx, today, add))?.audit.id;
        let start = StartAudit { id, on: Some(on(told.begun)) };
        workspace.write(stamp, "audit.start", |tx| audits::start(tx, today, start))?;
        for answered in &told.answer {
            for requirement in &answered.requirements {
                let answer = AnswerAudit {
                    id,
                    requirement: requirement.clone(),
                    verdict: Some(Some(answered.verdict)),
                    seen: Some(answered.seen.clone()),
                    evidence: Some(answered.evidence.clone()),
                    on: Some(on(answered.day)),
                };
                workspace.write(stamp, "audit.answer", |tx| audits::answer(tx, today, answer))?;
            }
        }
    }
    Ok(())
}

/// Concludes those that are over, once their findings are recorded.
pub(super) fn conclude(workspace: &Workspace, stamp: &Stamp, today: Day) -> Result<(), SampleError> {
    let mut id = AuditId::FIRST;
    for told in &ENGLISH.audit {
        if let Some(Ended { day, text }) = &told.conclusion {
            let on = Some(today.days_later(*day));
            let conclude = ConcludeAudit { id, text: text.clone(), by: None, on };
            workspace.write(stamp, "audit.conclude", |tx| audits::conclude(tx, today, conclude))?;
        }
        id = id.following();
    }
    Ok(())
}
