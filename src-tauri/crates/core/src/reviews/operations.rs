//! Planning a management review, changing what is said of it, holding it, and calling it off (clause 9.3.1).

use serde::Deserialize;
use ts_rs::TS;

use super::ReviewId;
use super::agenda;
use super::error::ReviewError;
use super::queries::{self, ReviewDetails};
use super::review::{Attendee, Cancellation, Review, ReviewStage};
use crate::given::{given, renew};
use crate::record::RecordKind;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a management review.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewReference {
    /// Its number.
    pub id: ReviewId,
}

/// A review to plan.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddReview {
    /// What it is called.
    pub title: Line,
    /// The day for which it is planned.
    pub planned_on: Day,
    /// The first day that it looks back on; left out, it is that of the review before.
    pub since: Option<Day>,
    /// Who chairs it; top management where it is left out.
    pub chair: Option<Line>,
    /// Who is invited.
    pub present: Option<Vec<Attendee>>,
}

/// What to change about a review; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetReview {
    /// Its number.
    pub id: ReviewId,
    /// What it is called.
    pub title: Option<Line>,
    /// The day for which it is planned.
    pub planned_on: Option<Day>,
    /// The first day that it looks back on; null takes that of the review before.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub since: Option<Option<Day>>,
    /// Who chairs it.
    pub chair: Option<Line>,
    /// Who was there, in place of those who were named.
    pub present: Option<Vec<Attendee>>,
    /// Why nothing has to be decided.
    pub no_decision: Option<Prose>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// That a review was held.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HoldReview {
    /// Its number.
    pub id: ReviewId,
    /// When; today where it is left out.
    pub on: Option<Day>,
    /// Who chaired it.
    pub chair: Option<Line>,
    /// Who was there, in place of those who were named.
    pub present: Option<Vec<Attendee>>,
}

/// Why a review does not take place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelReview {
    /// Its number.
    pub id: ReviewId,
    /// Why.
    pub why: Prose,
}

/// Plans a management review with the inputs on its agenda (clause 9.3.2), and returns it.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn add(tx: &mut Tx<'_>, today: Day, add: AddReview) -> Result<ReviewDetails, ReviewError> {
    let chair = match add.chair {
        Some(chair) => chair,
        None => crate::organisation::load(tx.reading())?.top_management,
    };
    let review = Review {
        id: ReviewId::next(tx, RecordKind::Review)?,
        title: add.title,
        planned_on: add.planned_on,
        since: add.since,
        chair,
        present: add.present.unwrap_or_default(),
        agenda: agenda::of_inputs(),
        held_on: None,
        decisions: Vec::new(),
        no_decision: Prose::default(),
        approval: None,
        cancellation: None,
        notes: Prose::default(),
    };
    save(tx, today, review)
}

/// Changes what is said of a review and returns it.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, today: Day, set: SetReview) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, set.id)?;
    renew(&mut review.title, set.title);
    renew(&mut review.planned_on, set.planned_on);
    renew(&mut review.since, set.since);
    renew(&mut review.chair, set.chair);
    renew(&mut review.present, set.present);
    renew(&mut review.no_decision, set.no_decision);
    renew(&mut review.notes, set.notes);
    save(tx, today, review)
}

/// Records that a review was held, and returns it. Held once more, it has another day.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn hold(tx: &mut Tx<'_>, today: Day, hold: HoldReview) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, hold.id)?;
    review.held_on = Some(come(hold.on.unwrap_or(today), today, "on")?);
    renew(&mut review.chair, hold.chair);
    renew(&mut review.present, hold.present);
    save(tx, today, review)
}

/// Calls off a review that was planned, and returns it.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn cancel(tx: &mut Tx<'_>, today: Day, cancel: CancelReview) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, cancel.id)?;
    if review.held_on.is_some() {
        return Err(ReviewError::Held(review.id));
    }
    if cancel.why.is_empty() {
        let hint = "Say why it does not take place, and what does instead.";
        return Err(ReviewError::Missing("The reason", hint, "why"));
    }
    review.cancellation = Some(Cancellation { why: cancel.why, by: whoever(tx), on: today });
    save(tx, today, review)
}

/// Returns a review that is neither approved nor cancelled.
pub(super) fn going_on(tx: &Tx<'_>, id: ReviewId) -> Result<Review, ReviewError> {
    let review: Review = tx.get(&id.to_string())?.ok_or(ReviewError::UnknownReview(id))?;
    match review.stage() {
        ReviewStage::Planned | ReviewStage::Held => Ok(review),
        ReviewStage::Approved => Err(ReviewError::Approved(id)),
        ReviewStage::Cancelled => Err(ReviewError::Cancelled(id)),
    }
}

/// Returns a day that has come.
pub(super) fn come(day: Day, today: Day, field: &'static str) -> Result<Day, ReviewError> {
    if day > today { Err(ReviewError::Future(day, field)) } else { Ok(day) }
}

fn whoever(tx: &Tx<'_>) -> Line {
    tx.stamp.actor.parse().unwrap_or_default()
}

pub(super) fn save(tx: &mut Tx<'_>, today: Day, review: Review) -> Result<ReviewDetails, ReviewError> {
    if review.title.is_empty() {
        let hint = "Give it a name, such as: Management review 2026.";
        return Err(ReviewError::Missing("The title", hint, "title"));
    }
    if let Some(since) = review.since {
        come(since, today, "since")?;
    }
    if review.present.iter().any(|one| one.name.is_empty()) {
        let hint = "Write the name or the job title of each, or take the line away.";
        return Err(ReviewError::Missing("The name of somebody who was there", hint, "present"));
    }
    tx.put(&review)?;
    queries::details(tx.reading(), review.id, today)
}
