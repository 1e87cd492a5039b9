//! The agenda of a management review: the inputs in their order (clause 9.3.2), points of the company's own, and what
//! was said about each.

use serde::Deserialize;
use ts_rs::TS;

use super::ReviewId;
use super::error::ReviewError;
use super::inputs::InputKind;
use super::operations::{going_on, save};
use super::queries::ReviewDetails;
use super::review::{AgendaPoint, Review};
use crate::given::renew;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a point of an agenda.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReviewPointReference")]
pub struct PointReference {
    /// The review.
    pub id: ReviewId,
    /// The point's number.
    pub point: u32,
}

/// What is said about a point; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[ts(rename = "RemarkOnReviewPoint")]
pub struct RemarkOnPoint {
    /// The review.
    pub id: ReviewId,
    /// The point's number.
    pub point: u32,
    /// What was said about it.
    pub said: Option<Prose>,
    /// Whether it was looked at, and there was nothing to say.
    pub noted: Option<bool>,
    /// What it is called, where it is one of the company's own.
    pub title: Option<Line>,
}

/// A point of the company's own.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "AddReviewPoint")]
pub struct AddPoint {
    /// The review.
    pub id: ReviewId,
    /// What it is called.
    pub title: Line,
}

/// Another place for a point.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "MoveReviewPoint")]
pub struct MovePoint {
    /// The review.
    pub id: ReviewId,
    /// The point's number.
    pub point: u32,
    /// The place, from 1.
    pub to: u32,
}

/// Returns the agenda with which a review begins: every input in its order.
pub(super) fn of_inputs() -> Vec<AgendaPoint> {
    let point = |(number, input): (u32, &InputKind)| AgendaPoint {
        number,
        input: Some(*input),
        title: Line::default(),
        said: Prose::default(),
        noted: false,
    };
    (1..).zip(InputKind::ALL).map(point).collect()
}

/// Writes down what was said about a point, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn remark(tx: &mut Tx<'_>, today: Day, remark: RemarkOnPoint) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, remark.id)?;
    let at = place(&review, remark.point)?;
    let Some(point) = review.agenda.get_mut(at) else {
        return Err(ReviewError::UnknownPoint(remark.id, remark.point));
    };
    renew(&mut point.said, remark.said);
    renew(&mut point.noted, remark.noted);
    if point.input.is_none() {
        renew(&mut point.title, remark.title);
        named(&point.title)?;
    }
    save(tx, today, review)
}

/// Puts a point of the company's own at the end of an agenda, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn add_point(tx: &mut Tx<'_>, today: Day, add: AddPoint) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, add.id)?;
    named(&add.title)?;
    let number = review.agenda.iter().map(|point| point.number).max().unwrap_or(0).saturating_add(1);
    let said = Prose::default();
    review.agenda.push(AgendaPoint { number, input: None, title: add.title, said, noted: false });
    save(tx, today, review)
}

/// Moves a point to another place of the agenda, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn move_point(tx: &mut Tx<'_>, today: Day, to: MovePoint) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, to.id)?;
    let from = place(&review, to.point)?;
    let places = review.agenda.len();
    let target = usize::try_from(to.to).ok().filter(|place| (1..=places).contains(place));
    let Some(target) = target else { return Err(ReviewError::NoPlace(to.to, places)) };
    let point = review.agenda.remove(from);
    review.agenda.insert(target - 1, point);
    save(tx, today, review)
}

/// Takes a point of the company's own off an agenda, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn remove_point(tx: &mut Tx<'_>, today: Day, of: &PointReference) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, of.id)?;
    let at = place(&review, of.point)?;
    if review.agenda.get(at).is_some_and(|point| point.input.is_some()) {
        return Err(ReviewError::InputStays(of.id, of.point));
    }
    review.agenda.remove(at);
    save(tx, today, review)
}

fn place(review: &Review, number: u32) -> Result<usize, ReviewError> {
    let at = review.agenda.iter().position(|point| point.number == number);
    at.ok_or(ReviewError::UnknownPoint(review.id, number))
}

fn named(title: &Line) -> Result<(), ReviewError> {
    if title.is_empty() {
        let hint = "Say in a line what is to be spoken about.";
        return Err(ReviewError::Missing("The title of the point", hint, "title"));
    }
    Ok(())
}
