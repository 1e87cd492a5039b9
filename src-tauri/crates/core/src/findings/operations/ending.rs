//! Closing a finding, refusing it, opening it again, and what else it asks to bring up to date.

use serde::Deserialize;
use ts_rs::TS;

use super::{NAME, WHY, going_on, next_round, save};
use crate::evidence::{Evidence, EvidenceId};
use crate::findings::action_store;
use crate::findings::error::FindingError;
use crate::findings::finding::{Closing, FollowUp, Refusal, Reopening};
use crate::findings::id::FindingId;
use crate::findings::queries::{self, FindingDetails, counts, milestones, needed, needed_line};
use crate::findings::stage::Need;
use crate::record::Record as _;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Who closes a finding.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseFinding {
    /// The finding.
    pub id: FindingId,
    /// Who closes it.
    pub by: Line,
}

/// Why a finding is refused or reopened.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveReason {
    /// The finding.
    pub id: FindingId,
    /// Why.
    pub why: Prose,
}

/// What else is to be brought up to date.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpFinding {
    /// The finding.
    pub id: FindingId,
    /// All of it, in place of what was there.
    pub follow_ups: Vec<FollowUp>,
}

/// Closes a finding and returns it.
///
/// # Errors
/// [`FindingError::NotYet`] where anything is open; nothing was changed then.
pub fn close(tx: &mut Tx<'_>, today: Day, close: CloseFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, close.id)?;
    needed_line(&close.by, "The name", NAME)?;
    let actions = action_store::of_finding(tx.reading(), finding.id)?;
    let mut needs = milestones(&finding, &actions).needs();
    needs.retain(|need| *need != Need::Closing);
    if !needs.is_empty() {
        return Err(FindingError::NotYet(finding.id, "closed", needs));
    }
    let counted = actions.iter().filter(|action| counts(action, finding.round));
    for action in counted {
        let proof = action.done.iter().flat_map(|done| &done.proof);
        if !any_is_there(tx, proof)? {
            return Err(FindingError::ProofRemoved(action.id));
        }
    }
    finding.closing = Some(Closing { by: close.by, on: today });
    save(tx, today, finding)
}

/// Refuses a finding: it is none, or an improvement that will not be made. The reason is kept.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn refuse(tx: &mut Tx<'_>, today: Day, refuse: GiveReason) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, refuse.id)?;
    needed(&refuse.why, "The reason", WHY)?;
    let by = tx.stamp.actor.parse().unwrap_or_default();
    finding.refusal = Some(Refusal { why: refuse.why, by, on: today });
    save(tx, today, finding)
}

/// Opens a finding again that was closed or refused; what was done before is kept, and another round begins.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn reopen(tx: &mut Tx<'_>, today: Day, reopen: GiveReason) -> Result<FindingDetails, FindingError> {
    let mut finding = queries::finding(tx.reading(), reopen.id)?;
    needed(&reopen.why, "The reason", WHY)?;
    let (closing, refusal) = (finding.closing.take(), finding.refusal.take());
    if closing.is_none() && refusal.is_none() {
        return Err(FindingError::NotOver(finding.id));
    }
    // What was refused had not run its round.
    if closing.is_some() {
        next_round(&mut finding);
    }
    let by = tx.stamp.actor.parse().unwrap_or_default();
    finding.reopened.push(Reopening { why: reopen.why, by, on: today, closing, refusal });
    save(tx, today, finding)
}

/// Records what else is to be brought up to date; also where the finding is closed.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn follow_up(
    tx: &mut Tx<'_>,
    today: Day,
    follow: FollowUpFinding,
) -> Result<FindingDetails, FindingError> {
    let mut finding = queries::finding(tx.reading(), follow.id)?;
    finding.follow_ups = follow.follow_ups;
    save(tx, today, finding)
}

fn any_is_there<'a>(
    tx: &Tx<'_>,
    mut proof: impl Iterator<Item = &'a EvidenceId>,
) -> Result<bool, FindingError> {
    proof.try_fold(false, |there, id| Ok(there || Evidence::load(tx.reading(), &id.to_string())?.is_some()))
}
