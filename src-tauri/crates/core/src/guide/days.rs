//! The days of the steps, for the list of all dates.

use rusqlite::Connection;

use super::ids::StepId;
use super::road::{Road, StepState};
use crate::workspace::StoreError;
use crate::{Day, Line};

/// A step, or a part of one, that has a day.
pub(crate) struct StepDay {
    pub(crate) id: StepId,
    pub(crate) title: String,
    pub(crate) owner: Line,
    pub(crate) due: Day,
    pub(crate) done: bool,
}

/// Returns the steps that have a day, in the order of the road, without those that are not needed.
pub(crate) fn days(conn: &Connection, today: Day) -> Result<Vec<StepDay>, StoreError> {
    let road = Road::read(conn, today)?;
    let each = road.steps.iter().flat_map(|step| step.parts.iter().chain(std::iter::once(step)));
    let needed = each.filter(|step| step.state != StepState::NotNeeded);
    let dated = needed.filter_map(|step| {
        Some(StepDay {
            id: step.id.clone(),
            title: step.title().to_owned(),
            owner: step.said.owner.clone(),
            due: step.said.due?,
            done: step.state.is_over(),
        })
    });
    Ok(dated.collect())
}
