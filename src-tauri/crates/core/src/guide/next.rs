//! What to do next on the road, and why now.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::road::{Road, Stand, StepState};
use super::views::StepSummary;
use crate::Day;
use crate::catalogue::{ClauseId, ControlNumber};
use crate::workspace::{StoreError, Workspace};

/// How many steps are named where nothing is said.
const USUAL: u32 = 3;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
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
}

/// Returns the next few steps: those that wait for nothing and are not over, by their days, then in the order
/// of the road.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn next(workspace: &Workspace, today: Day, asked: &NextSteps) -> Result<Vec<NextGuideStep>, StoreError> {
    let limit = usize::try_from(asked.limit.unwrap_or(USUAL)).unwrap_or(usize::MAX);
    workspace.read(|conn| next_steps(conn, today, limit))
}

/// Returns the next few steps, for a page that reads them with other things at once.
pub(crate) fn next_steps(
    conn: &Connection,
    today: Day,
    limit: usize,
) -> Result<Vec<NextGuideStep>, StoreError> {
    let road = Road::read(conn, today)?;
    let mut open: Vec<&Stand> =
        road.steps.iter().filter(|step| !step.state.is_over() && step.waits_for.is_empty()).collect();
    // The order of the road stays among those of one day.
    open.sort_by_key(|step| (step.said.due.is_none(), step.said.due));
    Ok(open.into_iter().take(limit).map(|step| road.next_step(step)).collect())
}

impl Road {
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

    fn why_now(&self, step: &Stand) -> WhyNow {
        let days = step.said.due.map(|due| (due.date() - self.work.today.date()).get_days());
        let waiting = self.steps.iter().filter(|other| other.waits_for.contains(&step.id)).count();
        match (days, step.state) {
            (Some(days), _) if days < 0 => WhyNow::Late { days: -days },
            (Some(days), _) if days <= SOON => WhyNow::Due { days },
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
