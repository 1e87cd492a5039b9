//! What can be done with a finding, from its report to its closing (clause 10.2).

mod cause;
mod effect;
mod ending;
mod recording;

use serde::Deserialize;
use ts_rs::TS;

pub use cause::{ContainFinding, ExplainFinding, SimilarCases, contain, explain, similar};
pub use effect::{ApprovePlan, CheckFinding, SetCriterion, approve_plan, check, criterion};
pub use ending::{CloseFinding, FollowUpFinding, GiveReason, close, follow_up, refuse, reopen};
pub use recording::{AddFinding, SetFinding, add, set};

use super::action::DueChange;
use super::error::FindingError;
use super::finding::Finding;
use super::id::FindingId;
use super::queries::{self, FindingDetails, needed, needed_line};
use crate::evidence::{Evidence, EvidenceId};
use crate::record::Record as _;
use crate::workspace::Tx;
use crate::{Day, Prose};

/// How to write what a finding lacks.
const NAME: &str = "Write the name or the role of the person.";
const WHY: &str = "Say why in a sentence that still makes sense in a year.";

/// Names a finding.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindingReference {
    /// Its number.
    pub id: FindingId,
}

fn next_round(finding: &mut Finding) {
    finding.round = finding.round.saturating_add(1);
    finding.criterion = None;
    finding.plan_approval = None;
}

/// Returns a finding that is neither closed nor refused.
pub(super) fn going_on(tx: &Tx<'_>, id: FindingId) -> Result<Finding, FindingError> {
    let finding = queries::finding(tx.reading(), id)?;
    if finding.closing.is_some() {
        return Err(FindingError::Over(id, "closed"));
    }
    if finding.refusal.is_some() {
        return Err(FindingError::Over(id, "refused"));
    }
    Ok(finding)
}

/// Returns how a date was moved.
pub(super) fn moved(tx: &Tx<'_>, from: Day, to: Day, why: Prose) -> Result<DueChange, FindingError> {
    needed(&why, "The reason", WHY)?;
    let by = tx.stamp.actor.parse().unwrap_or_default();
    Ok(DueChange { from, to, why, by, at: format!("{:.3}", tx.stamp.at) })
}

/// Returns a day that has come.
pub(super) fn past(day: Day, today: Day, field: &'static str) -> Result<Day, FindingError> {
    if day > today { Err(FindingError::Future(day, field)) } else { Ok(day) }
}

/// Returns pieces of evidence that are there, in order and each once.
pub(super) fn evidence(
    tx: &Tx<'_>,
    mut ids: Vec<EvidenceId>,
    field: &'static str,
) -> Result<Vec<EvidenceId>, FindingError> {
    ids.sort_unstable();
    ids.dedup();
    for id in &ids {
        if Evidence::load(tx.reading(), &id.to_string())?.is_none() {
            return Err(FindingError::UnknownEvidence(*id, field));
        }
    }
    Ok(ids)
}

fn save(tx: &mut Tx<'_>, today: Day, finding: Finding) -> Result<FindingDetails, FindingError> {
    needed_line(&finding.title, "The title", "Say in a line what is not as it should be.")?;
    if finding.requirements.is_empty() {
        return Err(FindingError::NeedsRequirement);
    }
    past(finding.found_on, today, "found_on")?;
    tx.put(&finding)?;
    queries::details(tx.reading(), finding.id, today)
}
