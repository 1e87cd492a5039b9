//! Approving a management review: what stands in the way, and what is kept with it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReviewId;
use super::error::ReviewError;
use super::gathering::{self, reviewed};
use super::operations::{come, going_on, save};
use super::queries::{self, ReviewDetails};
use super::review::{Approval, Frozen, Review};
use crate::workspace::Tx;
use crate::{Day, Line, findings, organisation};

/// Something that stands in the way of approving a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "lacks", rename_all = "kebab-case")]
#[ts(rename = "ReviewObstacle")]
pub enum Obstacle {
    /// It is not said when it was held.
    Held,
    /// It is not said who chaired it.
    Chair,
    /// It is not said who was there.
    Present,
    /// Nothing was said about points of the agenda, nor that there was nothing to say.
    Points {
        /// Their numbers.
        points: Vec<u32>,
    },
    /// Nothing was decided, and it is not said why not.
    Decision,
}

impl Obstacle {
    /// Returns what is missing, as the command line says it.
    #[must_use]
    pub fn said(&self) -> String {
        match self {
            Self::Held => "it is not said when it was held".into(),
            Self::Chair => "nobody is named who chaired it".into(),
            Self::Present => "nobody is named who was there".into(),
            Self::Points { points } => {
                let numbers: Vec<String> = points.iter().map(u32::to_string).collect();
                format!("nothing is said of points {}, and they are not marked as noted", numbers.join(", "))
            }
            Self::Decision => "nothing was decided, and it is not said why nothing had to be".into(),
        }
    }
}

/// Returns what stands in the way of approving a review.
pub(super) fn obstacles(review: &Review) -> Vec<Obstacle> {
    let open = review.agenda.iter().filter(|point| !point.is_dealt_with());
    let points: Vec<u32> = open.map(|point| point.number).collect();
    let decided = !review.decisions.is_empty() || !review.no_decision.is_empty();
    [
        review.held_on.is_none().then_some(Obstacle::Held),
        review.chair.is_empty().then_some(Obstacle::Chair),
        review.present.is_empty().then_some(Obstacle::Present),
        (!points.is_empty()).then_some(Obstacle::Points { points }),
        (!decided).then_some(Obstacle::Decision),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Who approves a review.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApproveReview {
    /// Its number.
    pub id: ReviewId,
    /// By whom.
    pub by: Line,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Approves a review (clause 9.3.3) and returns it. Its inputs are kept as they stand now; nothing changes after that.
///
/// # Errors
/// [`ReviewError`]; nothing was changed then.
pub fn approve(tx: &mut Tx<'_>, today: Day, approve: ApproveReview) -> Result<ReviewDetails, ReviewError> {
    let mut review = going_on(tx, approve.id)?;
    let obstacles = obstacles(&review);
    let (Some(held), []) = (review.held_on, obstacles.as_slice()) else {
        return Err(ReviewError::NotYet(review.id, obstacles));
    };
    if approve.by.is_empty() {
        let hint = "Name who approves it: a name or a job title of top management.";
        return Err(ReviewError::Missing("Who approves it", hint, "by"));
    }
    let on = come(approve.on.unwrap_or(today), today, "on")?;
    if on < held {
        return Err(ReviewError::ApprovedBefore { held, approved: on });
    }
    let conn = tx.reading();
    let asked = queries::asked(conn, &review, today)?;
    let actions = findings::actions_of_review(conn, review.id, today)?;
    let frozen = Frozen {
        inputs: gathering::gather(conn, asked)?,
        actions: actions.into_iter().filter_map(reviewed).collect(),
        organisation: organisation::load(conn)?.name,
    };
    review.approval = Some(Approval { by: approve.by, on, frozen });
    save(tx, today, review)
}
