//! What a management review decides (clause 9.3.3), and the actions that its decisions become.

use serde::Deserialize;
use ts_rs::TS;

use super::ReviewId;
use super::error::ReviewError;
use super::operations::{going_on, save};
use super::queries::ReviewDetails;
use super::review::{Decision, DecisionAbout, Review};
use crate::findings::{self, ActionId, ActionOrigin, Planned};
use crate::given::renew;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names a decision.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReviewDecisionReference")]
pub struct DecisionReference {
    /// The review.
    pub id: ReviewId,
    /// The decision's number.
    pub decision: u32,
}

/// A decision to record.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecideInReview {
    /// The review.
    pub id: ReviewId,
    /// What it is about.
    pub about: DecisionAbout,
    /// What was decided.
    pub text: Prose,
}

/// What to change about a decision; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[ts(rename = "SetReviewDecision")]
pub struct SetDecision {
    /// The review.
    pub id: ReviewId,
    /// The decision's number.
    pub decision: u32,
    /// What it is about.
    pub about: Option<DecisionAbout>,
    /// What was decided.
    pub text: Option<Prose>,
}

/// What somebody does about a decision.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
#[ts(rename = "ActOnReviewDecision")]
pub struct ActOnDecision {
    /// The review.
    pub id: ReviewId,
    /// The decision's number.
    pub decision: u32,
    /// What is to be done; what was decided where it is left out.
    pub text: Option<Prose>,
    /// Who does it.
    pub owner: Line,
    /// By when.
    pub due: Day,
}

/// Records a decision of a review that was held, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn decide(tx: &mut Tx<'_>, today: Day, decide: DecideInReview) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, decide.id)?;
    if review.held_on.is_none() {
        return Err(ReviewError::NotHeld(review.id));
    }
    let number = review.decisions.iter().map(|one| one.number).max().unwrap_or(0).saturating_add(1);
    review.decisions.push(Decision { number, about: decide.about, text: said(decide.text)? });
    save(tx, today, review)
}

/// Changes what a decision says, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn set_decision(tx: &mut Tx<'_>, today: Day, set: SetDecision) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, set.id)?;
    let unknown = ReviewError::UnknownDecision(set.id, set.decision);
    let decision = review.decisions.iter_mut().find(|one| one.number == set.decision).ok_or(unknown)?;
    renew(&mut decision.about, set.about);
    if let Some(text) = set.text {
        decision.text = said(text)?;
    }
    save(tx, today, review)
}

/// Takes a decision away that became no action, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn remove_decision(
    tx: &mut Tx<'_>,
    today: Day,
    of: &DecisionReference,
) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, of.id)?;
    decision(&review, of.decision)?;
    if let Some(action) = action_of(tx, today, of.id, of.decision)? {
        return Err(ReviewError::HasAction(of.decision, action));
    }
    review.decisions.retain(|one| one.number != of.decision);
    save(tx, today, review)
}

/// Plans the action that a decision becomes, and returns the review.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn act(tx: &mut Tx<'_>, today: Day, act: ActOnDecision) -> Result<ReviewDetails, ReviewError> {
    let review = going_on(tx, act.id)?;
    let decided = decision(&review, act.decision)?;
    if let Some(action) = action_of(tx, today, act.id, act.decision)? {
        return Err(ReviewError::IsAction(act.decision, action));
    }
    let text = act.text.filter(|text| !text.is_empty()).unwrap_or_else(|| decided.text.clone());
    let origin = ActionOrigin::Review { id: review.id, decision: decided.number };
    findings::plan(tx, origin, Planned { text, owner: act.owner, due: act.due })?;
    super::queries::details(tx.reading(), review.id, today)
}

fn decision(review: &Review, number: u32) -> Result<&Decision, ReviewError> {
    let found = review.decisions.iter().find(|one| one.number == number);
    found.ok_or(ReviewError::UnknownDecision(review.id, number))
}

fn action_of(tx: &Tx<'_>, today: Day, id: ReviewId, decision: u32) -> Result<Option<ActionId>, ReviewError> {
    let actions = findings::actions_of_review(tx.reading(), id, today)?;
    let of = ActionOrigin::Review { id, decision };
    Ok(actions.into_iter().find(|row| row.action.origin == of).map(|row| row.action.id))
}

fn said(text: Prose) -> Result<Prose, ReviewError> {
    if text.is_empty() {
        let hint = "Say what will be different, or what will be paid for.";
        return Err(ReviewError::Missing("What was decided", hint, "text"));
    }
    Ok(text)
}
