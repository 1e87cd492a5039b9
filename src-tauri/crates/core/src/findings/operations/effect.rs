//! The planned actions, by what they will be seen to work, and whether they do.

use serde::Deserialize;
use ts_rs::TS;

use super::{NAME, going_on, next_round, past, save};
use crate::findings::action_store;
use crate::findings::error::FindingError;
use crate::findings::finding::{Check, Criterion, PlanApproval};
use crate::findings::grade::CheckResult;
use crate::findings::id::FindingId;
use crate::findings::queries::{FindingDetails, counts, folded, milestones, needed, needed_line};
use crate::findings::stage::Need;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Who approves the planned actions.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApprovePlan {
    /// The finding.
    pub id: FindingId,
    /// Who approves.
    pub by: Line,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// By what it will be seen that the actions work.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetCriterion {
    /// The finding.
    pub id: FindingId,
    /// What must be so.
    pub text: Prose,
    /// When to look.
    pub check_on: Day,
}

/// A check of the effect.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CheckFinding {
    /// The finding.
    pub id: FindingId,
    /// Who looked.
    pub by: Line,
    /// How it ended.
    pub result: CheckResult,
    /// What was seen.
    pub note: Option<Prose>,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Records who approved the planned actions, and returns the finding.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn approve_plan(
    tx: &mut Tx<'_>,
    today: Day,
    approve: ApprovePlan,
) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, approve.id)?;
    needed_line(&approve.by, "The name", NAME)?;
    let actions = action_store::of_finding(tx.reading(), finding.id)?;
    if !actions.iter().any(|action| counts(action, finding.round)) {
        return Err(FindingError::NotYet(finding.id, "approved", vec![Need::Action]));
    }
    finding.plan_approval =
        Some(PlanApproval { by: approve.by, on: past(approve.on.unwrap_or(today), today, "on")? });
    save(tx, today, finding)
}

/// Records by what it will be seen that the actions work, and returns the finding.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn criterion(
    tx: &mut Tx<'_>,
    today: Day,
    criterion: SetCriterion,
) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, criterion.id)?;
    needed(&criterion.text, "The criterion", "Say what must be so, and how somebody can see it.")?;
    finding.criterion = Some(Criterion { text: criterion.text, check_on: criterion.check_on });
    save(tx, today, finding)
}

/// Records a check of the effect by somebody who owns none of the actions, and returns the finding. Where it did
/// not pass, another round begins: new actions, another criterion, another check.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn check(tx: &mut Tx<'_>, today: Day, check: CheckFinding) -> Result<FindingDetails, FindingError> {
    let mut finding = going_on(tx, check.id)?;
    needed_line(&check.by, "The name", NAME)?;
    let actions = action_store::of_finding(tx.reading(), finding.id)?;
    let needs: Vec<Need> = milestones(&finding, &actions)
        .needs()
        .into_iter()
        .filter(|need| !matches!(need, Need::EffectiveCheck | Need::Closing))
        .collect();
    if !needs.is_empty() {
        return Err(FindingError::NotYet(finding.id, "checked", needs));
    }
    let counted: Vec<_> = actions.iter().filter(|action| counts(action, finding.round)).collect();
    if counted.iter().any(|action| folded(&action.owner) == folded(&check.by)) {
        return Err(FindingError::ChecksOwnWork(finding.id, check.by));
    }
    let on = past(check.on.unwrap_or(today), today, "on")?;
    if let Some(done) = counted.iter().filter_map(|action| Some(action.done.as_ref()?.on)).max()
        && on < done
    {
        return Err(FindingError::ChecksTooEarly { check: on, done });
    }
    finding.checks.push(Check {
        round: finding.round,
        criterion: finding.criterion.as_ref().map(|criterion| criterion.text.clone()).unwrap_or_default(),
        by: check.by,
        on,
        result: check.result,
        note: check.note.unwrap_or_default(),
    });
    match check.result {
        CheckResult::Effective => {}
        CheckResult::Partly | CheckResult::Not => next_round(&mut finding),
    }
    save(tx, today, finding)
}
