//! The road of a finding as people see it: its stages, what each needs, and when each was reached or is to be.

use serde::Serialize;
use ts_rs::TS;

use super::action::Action;
use super::finding::Finding;
use super::grade::CheckResult;
use super::queries::{counts, milestones};
use super::stage::{Milestones, Need, Stage};
use crate::Day;

/// Within how many days of its discovery a nonconformity is contained, unless somebody is quicker.
const CONTAIN: i32 = 2;
/// Within how many days its cause is found.
const EXPLAIN: i32 = 10;
/// Within how many days its actions are planned.
const PLAN: i32 = 15;
/// How many days after the last action somebody looks whether it worked.
const LOOK: i32 = 60;

/// Whether a stage is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "FindingStepState")]
pub enum StepState {
    /// It is reached.
    Done,
    /// It is the next one.
    Now,
    /// Something before it is open.
    Shut,
}

/// A stage on the road of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FindingStep")]
pub struct Step {
    /// Which.
    pub stage: Stage,
    /// Whether it is reached.
    pub state: StepState,
    /// What it needs and is there, in order.
    pub met: Vec<Need>,
    /// What it needs and is not there yet, in order.
    pub open: Vec<Need>,
    /// When it was reached, where that is known.
    pub on: Option<Day>,
    /// By when it is to be reached, where it is not.
    pub due: Option<Day>,
}

/// Returns the stages that a finding goes through, in order, and what each needs.
fn stages(nonconformity: bool) -> &'static [(Stage, &'static [Need])] {
    const NONCONFORMITY: &[(Stage, &[Need])] = &[
        (Stage::Reported, &[]),
        (Stage::Contained, &[Need::Containment]),
        (Stage::CauseFound, &[Need::SimilarCases, Need::Cause]),
        (Stage::ActionPlanned, &[Need::Action, Need::Criterion]),
        (Stage::ActionDone, &[Need::ActionsDone]),
        (Stage::EffectChecked, &[Need::EffectiveCheck]),
        (Stage::Closed, &[Need::Closing]),
    ];
    const IMPROVEMENT: &[(Stage, &[Need])] = &[
        (Stage::Reported, &[]),
        (Stage::ActionPlanned, &[Need::Action]),
        (Stage::ActionDone, &[Need::ActionsDone]),
        (Stage::Closed, &[Need::Closing]),
    ];
    if nonconformity { NONCONFORMITY } else { IMPROVEMENT }
}

/// Returns the road of a finding.
pub(super) fn road(finding: &Finding, actions: &[Action]) -> Vec<Step> {
    let milestones = milestones(finding, actions);
    let counted: Vec<&Action> = actions.iter().filter(|action| counts(action, finding.round)).collect();
    let mut before = true;
    stages(finding.grade.is_nonconformity())
        .iter()
        .map(|(stage, needs)| {
            let (open, met): (Vec<Need>, Vec<Need>) =
                needs.iter().partition(|need| is_open(milestones, **need));
            let done = before && open.is_empty();
            let state = match (done, before && finding.refusal.is_none()) {
                (true, _) => StepState::Done,
                (false, true) => StepState::Now,
                (false, false) => StepState::Shut,
            };
            before = done;
            let on = if done { reached(*stage, finding, &counted) } else { None };
            let due = if done { None } else { due(*stage, finding, &counted) };
            Step { stage: *stage, state, met, open, on, due }
        })
        .collect()
}

/// Where nothing is planned, nothing is done.
fn is_open(milestones: Milestones, need: Need) -> bool {
    milestones.lacks(need) || (need == Need::ActionsDone && milestones.actions == 0)
}

fn reached(stage: Stage, finding: &Finding, actions: &[&Action]) -> Option<Day> {
    match stage {
        Stage::Reported => Some(finding.found_on),
        Stage::Contained => finding.containment.as_ref().map(|containment| containment.on),
        Stage::ActionDone => actions.iter().filter_map(|action| Some(action.done.as_ref()?.on)).max(),
        Stage::EffectChecked => {
            let effective = |check: &&super::Check| match check.result {
                CheckResult::Effective => true,
                CheckResult::Partly | CheckResult::Not => false,
            };
            finding.checks.iter().rev().find(effective).map(|check| check.on)
        }
        Stage::Closed => finding.closing.as_ref().map(|closing| closing.on),
        Stage::CauseFound | Stage::ActionPlanned | Stage::Refused => None,
    }
}

fn due(stage: Stage, finding: &Finding, actions: &[&Action]) -> Option<Day> {
    let last = || actions.iter().map(|action| action.due).max();
    match stage {
        Stage::Contained => Some(finding.found_on.days_later(CONTAIN)),
        Stage::CauseFound => Some(finding.found_on.days_later(EXPLAIN)),
        // Another round begins at another day, for which nothing is agreed.
        Stage::ActionPlanned if finding.round > 1 => None,
        Stage::ActionPlanned => Some(finding.found_on.days_later(PLAN)),
        Stage::ActionDone => last(),
        Stage::EffectChecked => match &finding.criterion {
            Some(criterion) => Some(criterion.check_on),
            None => last().map(|day| day.days_later(LOOK)),
        },
        Stage::Closed => Some(finding.due),
        Stage::Reported | Stage::Refused => None,
    }
}
