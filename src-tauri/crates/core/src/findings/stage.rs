//! How far a finding has come, and what it needs next.

use serde::Serialize;
use ts_rs::TS;

use super::grade::{CheckResult, Grade};

/// How far a finding has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "FindingStage")]
pub enum Stage {
    /// It is recorded.
    Reported,
    /// The harm is stopped, and the case put right.
    Contained,
    /// Similar cases were looked for, and the cause is known.
    CauseFound,
    /// What will be done, by whom and when, and by what it will be seen to work.
    ActionPlanned,
    /// All of it is done, and shown.
    ActionDone,
    /// Somebody else has seen that it works.
    EffectChecked,
    /// It is closed.
    Closed,
    /// It is no finding; the reason is kept.
    Refused,
}

impl Stage {
    /// Every stage, in order; a refused one stands apart.
    pub const ALL: [Self; 8] = [
        Self::Reported,
        Self::Contained,
        Self::CauseFound,
        Self::ActionPlanned,
        Self::ActionDone,
        Self::EffectChecked,
        Self::Closed,
        Self::Refused,
    ];

    /// Returns the stage's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Contained => "contained",
            Self::CauseFound => "cause-found",
            Self::ActionPlanned => "action-planned",
            Self::ActionDone => "action-done",
            Self::EffectChecked => "effect-checked",
            Self::Closed => "closed",
            Self::Refused => "refused",
        }
    }

    /// Returns whether nothing more is to be done.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Closed | Self::Refused => true,
            Self::Reported
            | Self::Contained
            | Self::CauseFound
            | Self::ActionPlanned
            | Self::ActionDone
            | Self::EffectChecked => false,
        }
    }
}

/// What a finding needs before it can go on; all that is open is named, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "FindingNeed")]
pub enum Need {
    /// What was done at once.
    Containment,
    /// What a look for similar cases showed.
    SimilarCases,
    /// The cause.
    Cause,
    /// An action of this round.
    Action,
    /// By what it will be seen that the actions work.
    Criterion,
    /// That every action is done, and shown by evidence.
    ActionsDone,
    /// A check that passed, by somebody who carried out none of the actions.
    EffectiveCheck,
    /// That somebody closes it.
    Closing,
}

impl Need {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Containment,
        Self::SimilarCases,
        Self::Cause,
        Self::Action,
        Self::Criterion,
        Self::ActionsDone,
        Self::EffectiveCheck,
        Self::Closing,
    ];

    /// Returns what is missing, to follow “needs”.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Containment => "what was done at once to stop the harm and put the case right",
            Self::SimilarCases => "what a look for similar cases showed",
            Self::Cause => "its cause",
            Self::Action => "an action planned in this round",
            Self::Criterion => "a criterion by which the effect will be seen, and a day to look",
            Self::ActionsDone => "all its actions done, each with evidence that shows it",
            Self::EffectiveCheck => {
                "a check that found the actions effective, by somebody who owns none of them"
            }
            Self::Closing => "somebody who closes it",
        }
    }
}

/// What of a finding its stage follows from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Milestones {
    pub(super) grade: Grade,
    pub(super) refused: bool,
    pub(super) closed: bool,
    pub(super) contained: bool,
    pub(super) similar: bool,
    pub(super) cause: bool,
    pub(super) criterion: bool,
    /// The actions of the round, and those of before that are still open.
    pub(super) actions: u32,
    /// Those of them that are not done.
    pub(super) open_actions: u32,
    /// How the last check of the round ended, where somebody looked who may.
    pub(super) check: Option<CheckResult>,
}

impl Milestones {
    /// Returns whether something is still open.
    pub(super) fn lacks(self, need: Need) -> bool {
        let nonconformity = self.grade.is_nonconformity();
        let effective = match self.check {
            Some(CheckResult::Effective) => true,
            Some(CheckResult::Partly | CheckResult::Not) | None => false,
        };
        match need {
            Need::Containment => nonconformity && !self.contained,
            Need::SimilarCases => nonconformity && !self.similar,
            Need::Cause => nonconformity && !self.cause,
            Need::Action => self.actions == 0,
            Need::Criterion => nonconformity && !self.criterion,
            Need::ActionsDone => self.open_actions > 0,
            Need::EffectiveCheck => nonconformity && !effective,
            Need::Closing => !self.closed,
        }
    }

    /// Returns what is open, in order.
    pub(super) fn needs(self) -> Vec<Need> {
        if self.refused || self.closed {
            return Vec::new();
        }
        Need::ALL.into_iter().filter(|need| self.lacks(*need)).collect()
    }

    /// Returns how far it has come: as far as everything before is there.
    pub(super) fn stage(self) -> Stage {
        if self.refused {
            return Stage::Refused;
        }
        match self.needs().first() {
            None => Stage::Closed,
            Some(Need::Containment) => Stage::Reported,
            Some(Need::SimilarCases | Need::Cause) => Stage::Contained,
            Some(Need::Action) if !self.grade.is_nonconformity() => Stage::Reported,
            Some(Need::Action | Need::Criterion) => Stage::CauseFound,
            Some(Need::ActionsDone) => Stage::ActionPlanned,
            Some(Need::EffectiveCheck) => Stage::ActionDone,
            Some(Need::Closing) if !self.grade.is_nonconformity() => Stage::ActionDone,
            Some(Need::Closing) => Stage::EffectChecked,
        }
    }
}
