//! What to do next on the road, and why now.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ids::StepId;
use super::road::{Road, Stand, StepState};
use super::views::StepSummary;
use super::work::Known;
use crate::Day;
use crate::catalogue::{ClauseId, ControlNumber};
use crate::workspace::{StoreError, Workspace};

/// How many steps are named where nothing is said.
const USUAL: usize = 3;

/// How many days ahead a day is a reason to begin.
const SOON: i32 = 14;

/// How many steps to name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields, rename = "NextGuideSteps")]
pub struct NextSteps {
    /// How many at most; three where nothing is said.
    pub limit: Option<u32>,
}

/// A step to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NextGuideStep {
    /// The step.
    #[serde(flatten)]
    pub step: StepSummary,
    /// Why it matters, in a sentence; nothing for a step of the company's own.
    pub why: String,
    /// Why now.
    pub now: WhyNow,
    /// The clauses that it serves.
    pub clauses: Vec<ClauseId>,
    /// The controls that it serves.
    pub controls: Vec<ControlNumber>,
}

/// Why a step is one of the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub enum WhyNow {
    /// Its day has passed.
    Late {
        /// How many days ago.
        days: i32,
    },
    /// Its day is near.
    Due {
        /// In how many days.
        days: i32,
    },
    /// It is under way.
    Begun,
    /// Others wait for it.
    Opens {
        /// How many.
        #[ts(type = "number")]
        steps: usize,
    },
    /// It is the next on the road.
    Next,
    /// It comes right after others that are to be done next.
    After {
        /// The titles of those that it waits for.
        titles: Vec<String>,
    },
}

/// Returns the next few steps: those that wait for nothing and are not over, by their days, then in the order of
/// the road, within a theme first what matters most to the organisation's roles; then those that follow them.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn next(workspace: &Workspace, today: Day, asked: &NextSteps) -> Result<Vec<NextGuideStep>, StoreError> {
    let limit = asked.limit.map_or(USUAL, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    workspace.read(|conn| Ok(Road::read(conn, today)?.next(limit)))
}

/// Returns the usual number of next steps, for a page that has read what they follow from.
pub(crate) fn next_knowing(
    conn: &Connection,
    today: Day,
    known: Known,
) -> Result<Vec<NextGuideStep>, StoreError> {
    Ok(Road::knowing(conn, today, known)?.next(USUAL))
}

impl Road {
    fn next(&self, limit: usize) -> Vec<NextGuideStep> {
        let mut left: Vec<&Stand> = self.steps.iter().filter(|step| !step.state.is_over()).collect();
        // The order of the road stays among those that are alike.
        left.sort_by_key(|step| {
            (step.said.due.is_none(), step.said.due, step.theme, !self.matters_most(step))
        });
        let mut named: Vec<&Stand> = Vec::new();
        while named.len() < limit {
            // What waits comes only once nothing else is left, and after what it waits for.
            let follows =
                |step: &&Stand| step.waits_for.iter().all(|id| named.iter().any(|before| before.id == *id));
            let free = left.iter().position(|step| step.waits_for.is_empty());
            let Some(at) = free.or_else(|| left.iter().position(follows)) else { break };
            named.push(left.remove(at));
        }
        named.into_iter().map(|step| self.next_step(step)).collect()
    }

    /// Returns whether a step matters most to a role that the organisation has.
    fn matters_most(&self, step: &Stand) -> bool {
        let roles = &self.work.organisation.roles;
        step.content().is_some_and(|content| content.roles.iter().any(|role| roles.contains(role)))
    }

    fn next_step(&self, step: &Stand) -> NextGuideStep {
        let content = step.content();
        NextGuideStep {
            step: self.summary(step),
            why: content.map(|content| first_sentence(&content.why).to_owned()).unwrap_or_default(),
            now: self.why_now(step),
            clauses: content.map(|content| content.clauses.clone()).unwrap_or_default(),
            controls: content.map(|content| content.controls.clone()).unwrap_or_default(),
        }
    }

    fn titles(&self, ids: &[StepId]) -> Vec<String> {
        ids.iter().filter_map(|id| self.find(id)).map(|step| step.title().to_owned()).collect()
    }

    fn why_now(&self, step: &Stand) -> WhyNow {
        let days = step.said.due.map(|due| (due.date() - self.work.today.date()).get_days());
        let waiting = self.steps.iter().filter(|other| other.waits_for.contains(&step.id)).count();
        match (days, step.state) {
            (Some(days), _) if days < 0 => WhyNow::Late { days: -days },
            (Some(days), _) if days <= SOON => WhyNow::Due { days },
            _ if !step.waits_for.is_empty() => WhyNow::After { titles: self.titles(&step.waits_for) },
            (_, StepState::InProgress) => WhyNow::Begun,
            (_, StepState::NotStarted | StepState::Done | StepState::NotNeeded) if waiting > 0 => {
                WhyNow::Opens { steps: waiting }
            }
            (_, StepState::NotStarted | StepState::Done | StepState::NotNeeded) => WhyNow::Next,
        }
    }
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").or_else(|| text.find("? ")).and_then(|at| text.get(..=at)).unwrap_or(text)
}
