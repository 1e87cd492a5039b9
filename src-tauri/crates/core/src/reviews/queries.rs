//! Reading management reviews: the list, one whole with its inputs, its history.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::ReviewId;
use super::approving::{self, Obstacle};
use super::error::ReviewError;
use super::gathering::{self, Asked, reviewed};
use super::inputs::ReviewInputs;
use super::review::{Review, ReviewStage};
use super::store;
use crate::findings::{self, ActionRow};
use crate::ledger::{Entry, RecordKind};
use crate::record::Record as _;
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line};

/// A management review as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewRow {
    /// Its number.
    pub id: ReviewId,
    /// What it is called.
    pub title: Line,
    /// Who chairs it.
    pub chair: Line,
    /// The day for which it is planned.
    pub planned_on: Day,
    /// When it was held.
    pub held_on: Option<Day>,
    /// How far it has come.
    pub stage: ReviewStage,
    /// Whether its day has passed, and it was neither held nor cancelled.
    pub overdue: bool,
    /// How many decisions it has.
    pub decisions: u32,
    /// How many actions those became.
    pub actions: u32,
    /// How many of them are to be done.
    pub open_actions: u32,
}

/// A management review with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewDetails {
    /// What is kept.
    #[serde(flatten)]
    pub review: Review,
    /// How far it has come.
    pub stage: ReviewStage,
    /// Whether its day has passed, and it was neither held nor cancelled.
    pub overdue: bool,
    /// The inputs: as they stand today, or as they stood when it was approved.
    pub inputs: ReviewInputs,
    /// The actions that its decisions became, in the order of the decisions.
    pub actions: Vec<ActionRow>,
    /// What stands in the way of approving it; nothing where it is approved or cancelled.
    pub obstacles: Vec<Obstacle>,
}

/// Returns the management reviews, the newest first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace, today: Day) -> Result<Vec<ReviewRow>, StoreError> {
    workspace.read(|conn| rows(conn, today))
}

/// Returns a management review with its inputs.
///
/// # Errors
/// [`ReviewError::UnknownReview`] where there is none of that number.
pub fn show(workspace: &Workspace, id: ReviewId, today: Day) -> Result<ReviewDetails, ReviewError> {
    workspace.read(|conn| details(conn, id, today))
}

/// Returns what the ledger says of a management review and its actions, the newest first.
///
/// # Errors
/// [`ReviewError::UnknownReview`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: ReviewId, today: Day) -> Result<Vec<Entry>, ReviewError> {
    let mut entries = workspace.history_of(&[RecordKind::Review], &id.to_string())?;
    if entries.is_empty() {
        return Err(ReviewError::UnknownReview(id));
    }
    for row in workspace.read(|conn| findings::actions_of_review(conn, id, today))? {
        entries.extend(workspace.history_of(&[RecordKind::Action], &row.action.id.to_string())?);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    entries.dedup_by_key(|entry| entry.seq);
    Ok(entries)
}

/// Returns every management review as a list shows it, the newest first.
pub(crate) fn rows(conn: &Connection, today: Day) -> Result<Vec<ReviewRow>, StoreError> {
    let mut counts: BTreeMap<ReviewId, (u32, u32)> = BTreeMap::new();
    for action in findings::actions_of_reviews(conn, today)?.into_iter().filter_map(reviewed) {
        let (all, open) = counts.entry(action.review).or_default();
        *all += 1;
        *open += u32::from(action.state.is_open());
    }
    let mut listed = store::listed(conn)?;
    // What is still to be held stands at the top, by its day.
    listed.sort_by_key(|one| std::cmp::Reverse((one.held_on.unwrap_or(one.planned_on), one.id)));
    let row = |one: store::Listed| {
        let stage = ReviewStage::of(one.held_on.is_some(), one.approved, one.cancelled);
        let (actions, open_actions) = counts.get(&one.id).copied().unwrap_or_default();
        ReviewRow {
            overdue: is_past(stage, one.planned_on, today),
            stage,
            actions,
            open_actions,
            id: one.id,
            title: one.title,
            chair: one.chair,
            planned_on: one.planned_on,
            held_on: one.held_on,
            decisions: one.decisions,
        }
    };
    Ok(listed.into_iter().map(row).collect())
}

/// Returns whether a management review is approved that was held within a year: reviews come round every year.
pub(crate) fn is_approved_within_a_year(conn: &Connection, today: Day) -> Result<bool, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM management_review WHERE approval IS NOT NULL AND held_on >= ?1)",
    )?;
    Ok(statement.query_row([a_year_ago(today)], |row| row.get(0))?)
}

/// Returns the first day on which a review counts that was held within a year.
pub(crate) fn a_year_ago(today: Day) -> Day {
    today.months_later(-12)
}

pub(super) fn details(conn: &Connection, id: ReviewId, today: Day) -> Result<ReviewDetails, ReviewError> {
    let review = Review::load(conn, &id.to_string())?.ok_or(ReviewError::UnknownReview(id))?;
    let stage = review.stage();
    let inputs = match &review.approval {
        Some(approval) => approval.frozen.inputs.clone(),
        None => gathering::gather(conn, asked(conn, &review, today)?)?,
    };
    let obstacles = match stage {
        ReviewStage::Planned | ReviewStage::Held => approving::obstacles(&review),
        ReviewStage::Approved | ReviewStage::Cancelled => Vec::new(),
    };
    Ok(ReviewDetails {
        stage,
        overdue: is_past(stage, review.planned_on, today),
        inputs,
        actions: findings::actions_of_review(conn, id, today)?,
        obstacles,
        review,
    })
}

/// Returns what is to be gathered for a review: it looks back to the last one before it that was approved.
pub(super) fn asked(conn: &Connection, review: &Review, today: Day) -> Result<Asked, StoreError> {
    let since = match review.since {
        Some(since) => Some(since),
        None => store::last_approved(conn, review.id, review.held_on.unwrap_or(today))?,
    };
    Ok(Asked { review: review.id, since, today })
}

fn is_past(stage: ReviewStage, planned_on: Day, today: Day) -> bool {
    match stage {
        ReviewStage::Planned => planned_on < today,
        ReviewStage::Held | ReviewStage::Approved | ReviewStage::Cancelled => false,
    }
}
