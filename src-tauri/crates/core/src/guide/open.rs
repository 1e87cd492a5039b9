//! The steps that are not over, for a report: who does what by when.

use rusqlite::Connection;

use super::content::Content;
use super::road::{Road, Stand, StepState};
use super::views::counts;
use crate::workspace::StoreError;
use crate::{Day, Line};

/// How far the road is, and what is left of it.
#[derive(Debug)]
pub(crate) struct OpenSteps {
    /// How many steps are done.
    pub(crate) done: usize,
    /// How many there are, without those that are not needed.
    pub(crate) of: usize,
    /// What is left: the steps with a day first, the earliest before the others.
    pub(crate) steps: Vec<OpenStep>,
}

/// A step, or a part of one, that is not over.
#[derive(Debug)]
pub(crate) struct OpenStep {
    pub(crate) title: String,
    /// The title of the step of which it is a part.
    pub(crate) under: Option<String>,
    /// The title of its theme.
    pub(crate) theme: &'static str,
    pub(crate) owner: Line,
    pub(crate) due: Option<Day>,
    pub(crate) late: bool,
    pub(crate) begun: bool,
}

/// Returns the steps that are not over. Where only its parts are left of a step, they stand in its place.
pub(crate) fn open_steps(conn: &Connection, today: Day) -> Result<OpenSteps, StoreError> {
    let road = Road::read(conn, today)?;
    let (done, of) = counts(road.steps.iter());
    let mut steps = Vec::new();
    for step in road.steps.iter().filter(|step| !step.state.is_over()) {
        let parts: Vec<&Stand> = step.parts.iter().filter(|part| !part.state.is_over()).collect();
        let in_parts_alone = !parts.is_empty() && step.met() + 1 == step.done.len();
        if !in_parts_alone {
            steps.push(open(step, None, today));
        }
        steps.extend(parts.into_iter().map(|part| open(part, Some(step), today)));
    }
    // It keeps the order of the road among those of one day.
    steps.sort_by_key(|step| (step.due.is_none(), step.due));
    Ok(OpenSteps { done, of, steps })
}

fn open(step: &Stand, under: Option<&Stand>, today: Day) -> OpenStep {
    let theme = Content::english().themes.iter().find(|theme| theme.theme == step.theme);
    OpenStep {
        title: step.title().into(),
        under: under.map(|whole| whole.title().into()),
        theme: theme.map_or("", |theme| theme.title.as_str()),
        owner: step.said.owner.clone(),
        due: step.said.due,
        late: step.said.due.is_some_and(|due| due < today),
        begun: step.state == StepState::InProgress,
    }
}
