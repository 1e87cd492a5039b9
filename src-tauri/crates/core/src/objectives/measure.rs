//! A measure and its readings as they are kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::figure::Figure;
use super::goal::{Goal, Rhythm};
use super::id::{MeasureId, ObjectiveId};
use crate::evidence::{EvidenceId, Link};
use crate::{Day, Line, Prose};

/// A measure (clause 9.1): what is measured, how, by whom and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Measure {
    /// Its number.
    pub id: MeasureId,
    /// The objective that it measures; none where it stands alone.
    pub objective: Option<ObjectiveId>,
    /// The clauses, controls and AI systems that it watches, each once.
    pub about: Vec<Link>,
    /// What is measured.
    pub what: Line,
    /// In what it is counted.
    pub unit: Line,
    /// How it is measured.
    pub method: Prose,
    /// Who measures it.
    pub by: Line,
    /// How often.
    pub rhythm: Rhythm,
    /// What is wanted.
    pub goal: Goal,
    /// What the figure was before anything was done.
    pub start: Option<Figure>,
    /// From when it is measured.
    pub since: Day,
    /// Since when it is measured no more.
    pub ended: Option<Day>,
}

/// What was measured on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "MeasureReading")]
pub struct Reading {
    /// The measure.
    pub measure: MeasureId,
    /// The day, of which a measure has one reading.
    pub day: Day,
    /// The figure.
    pub value: Figure,
    /// What is to be said of it.
    pub note: Prose,
    /// Who measured it.
    pub by: Line,
    /// What shows it.
    pub evidence: Vec<EvidenceId>,
}
