//! A management review as it is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReviewId;
use super::inputs::{InputKind, ReviewInputs, ReviewedAction};
use crate::choice::choice;
use crate::{Day, Line, Prose};

/// A management review (clause 9.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ManagementReview")]
pub struct Review {
    /// Its number.
    pub id: ReviewId,
    /// What it is called.
    pub title: Line,
    /// The day for which it is planned.
    pub planned_on: Day,
    /// The first day that it looks back on; left out, it is that of the review before.
    pub since: Option<Day>,
    /// Who chairs it.
    pub chair: Line,
    /// Who was there.
    pub present: Vec<Attendee>,
    /// What is spoken about, in order.
    pub agenda: Vec<AgendaPoint>,
    /// When it was held.
    pub held_on: Option<Day>,
    /// What was decided, in order.
    pub decisions: Vec<Decision>,
    /// Why nothing had to be decided, where nothing was.
    pub no_decision: Prose,
    /// Who approved it, and the inputs as they stood then.
    pub approval: Option<Approval>,
    /// Why it does not take place.
    pub cancellation: Option<Cancellation>,
    /// Notes, which no document shows.
    pub notes: Prose,
}

/// Somebody who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReviewAttendee")]
pub struct Attendee {
    /// The name or the job title.
    pub name: Line,
    /// What for.
    #[serde(default)]
    pub role: Line,
}

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaPoint {
    /// Its number within the review, which stays when points move.
    pub number: u32,
    /// The input that it is about; nothing for a point of the company's own.
    pub input: Option<InputKind>,
    /// What it is called; empty for an input, which has its name.
    pub title: Line,
    /// What was said about it.
    pub said: Prose,
    /// Whether it was looked at, and there was nothing to say.
    pub noted: bool,
}

impl AgendaPoint {
    /// Returns whether something was said of it, or that there was nothing to say.
    #[must_use]
    pub fn is_dealt_with(&self) -> bool {
        self.noted || !self.said.is_empty()
    }
}

choice!(
    /// What a decision is about (clause 9.3.3).
    #[ts(rename = "ReviewDecisionAbout")]
    pub enum DecisionAbout {
        /// Something is to become better.
        Improvement = "improvement",
        /// The management system itself is to change.
        Change = "change",
        /// People, money or tools.
        Resources = "resources",
    }
);

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewDecision")]
pub struct Decision {
    /// Its number within the review.
    pub number: u32,
    /// What it is about.
    pub about: DecisionAbout,
    /// What was decided.
    pub text: Prose,
}

/// That a review was approved; it never changes after that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewApproval")]
pub struct Approval {
    /// By whom.
    pub by: Line,
    /// When.
    pub on: Day,
    /// What it showed then.
    pub frozen: Frozen,
}

/// What a review showed when it was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FrozenReview")]
pub struct Frozen {
    /// The inputs.
    pub inputs: ReviewInputs,
    /// The actions that its decisions had become.
    pub actions: Vec<ReviewedAction>,
    /// What the organisation was called.
    pub organisation: Line,
}

/// Why a review does not take place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ReviewCancellation")]
pub struct Cancellation {
    /// Why.
    pub why: Prose,
    /// Who said so.
    pub by: Line,
    /// When.
    pub on: Day,
}

choice!(
    /// How far a review has come.
    pub enum ReviewStage {
        /// It is to be held.
        Planned = "planned",
        /// It was held, and nobody has approved it yet.
        Held = "held",
        /// It is approved, and stays as it is.
        Approved = "approved",
        /// It does not take place.
        Cancelled = "cancelled",
    }
);

impl ReviewStage {
    /// Returns how far a review has come, by what was recorded of it.
    #[must_use]
    pub fn of(held: bool, approved: bool, cancelled: bool) -> Self {
        match (cancelled, approved, held) {
            (true, _, _) => Self::Cancelled,
            (false, true, _) => Self::Approved,
            (false, false, true) => Self::Held,
            (false, false, false) => Self::Planned,
        }
    }
}

impl Review {
    /// Returns how far it has come.
    #[must_use]
    pub fn stage(&self) -> ReviewStage {
        ReviewStage::of(self.held_on.is_some(), self.approval.is_some(), self.cancellation.is_some())
    }
}
