//! An objective as it is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::id::ObjectiveId;
use crate::evidence::Link;
use crate::{Day, Line, Prose};

/// An objective and how it is planned to be reached (clause 6.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Objective {
    /// Its number.
    pub id: ObjectiveId,
    /// What is to be reached, in a line.
    pub title: Line,
    /// What that is good for.
    pub purpose: Prose,
    /// The clauses, controls and AI systems that it serves, each once.
    pub about: Vec<Link>,
    /// Who answers for it.
    pub owner: Line,
    /// What will be done.
    pub plan: Prose,
    /// What that takes: people, money, tools.
    pub resources: Prose,
    /// By when it is to be reached.
    pub target: Option<Day>,
    /// How it will be judged whether it was reached.
    pub judged_by: Prose,
    /// How it ended, where it has.
    pub evaluation: Option<Evaluation>,
    /// Notes, which no document shows.
    pub notes: Prose,
}

/// How an objective ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ObjectiveEvaluation")]
pub struct Evaluation {
    /// Whether it was reached.
    pub reached: bool,
    /// What came of it, and what follows.
    pub text: Prose,
    /// Who judged it.
    pub by: Line,
    /// When.
    pub on: Day,
}
