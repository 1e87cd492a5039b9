//! What can be done with an action: plan it, move it, show that it is done (clause 10.2).

use serde::Deserialize;
use ts_rs::TS;

use super::action::{Action, Done};
use super::error::FindingError;
use super::id::{ActionId, FindingId};
use super::operations::{evidence, going_on, moved, past};
use super::origin::ActionOrigin;
use super::queries::{self, needed, needed_line};

use crate::evidence::EvidenceId;
use crate::objectives::{Objective, ObjectiveId};
use crate::record::RecordKind;
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

const OWNER: &str = "Write the name or the role of the person who will do it.";
const TEXT: &str = "Say what will be different when it is done.";

/// Names an action.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActionReference {
    /// Its number.
    pub id: ActionId,
}

/// An action to plan.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddAction {
    /// The finding that it answers; left out where it answers none.
    pub finding: Option<FindingId>,
    /// The objective in whose plan it stands; left out where it stands in none.
    pub objective: Option<ObjectiveId>,
    /// What will be done.
    pub text: Prose,
    /// Who does it.
    pub owner: Line,
    /// By when.
    pub due: Day,
}

/// What to change about one or many actions; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetActions {
    /// The actions by their numbers.
    pub ids: Vec<ActionId>,
    /// What will be done; with one action.
    pub text: Option<Prose>,
    /// Who does it.
    pub owner: Option<Line>,
}

/// Another date for one or many actions.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveActions {
    /// The actions by their numbers.
    pub ids: Vec<ActionId>,
    /// The new date.
    pub due: Day,
    /// Why they move.
    pub why: Prose,
}

/// That an action is done.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FinishAction {
    /// Its number.
    pub id: ActionId,
    /// What shows it; at least one piece of evidence.
    pub proof: Vec<EvidenceId>,
    /// When; today where it is left out.
    pub on: Option<Day>,
    /// What was done, where it differs from what was planned.
    pub note: Option<Prose>,
}

/// Plans an action and returns it.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn add_action(tx: &mut Tx<'_>, add: AddAction) -> Result<Action, FindingError> {
    let AddAction { finding, objective, text, owner, due } = add;
    let origin = match (finding, objective) {
        (Some(id), None) => ActionOrigin::Finding { id, round: going_on(tx, id)?.round },
        (None, Some(id)) => ActionOrigin::Objective { id: pursued(tx, id)? },
        (None, None) => ActionOrigin::Own,
        (Some(_), Some(_)) => return Err(FindingError::TwoOrigins),
    };
    plan(tx, origin, Planned { text, owner, due })
}

/// What somebody is to do, whatever it comes from.
pub(crate) struct Planned {
    pub(crate) text: Prose,
    pub(crate) owner: Line,
    pub(crate) due: Day,
}

/// Plans an action of any origin, which the caller has checked, and returns it.
pub(crate) fn plan(tx: &mut Tx<'_>, origin: ActionOrigin, planned: Planned) -> Result<Action, FindingError> {
    let id = ActionId::next(tx, RecordKind::Action)?;
    let Planned { text, owner, due } = planned;
    save(tx, Action { id, origin, text, owner, due, due_changes: Vec::new(), done: None })
}

/// Changes what actions say, or whose they are, and returns them.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn set_actions(tx: &mut Tx<'_>, set: SetActions) -> Result<Vec<Action>, FindingError> {
    let ids = named(set.ids)?;
    if set.text.is_some() && ids.len() > 1 {
        return Err(FindingError::OneText(ids.len()));
    }
    let mut changed = Vec::new();
    for id in ids {
        let mut action = open(tx, id)?;
        action.text = set.text.clone().unwrap_or(action.text);
        action.owner = set.owner.clone().unwrap_or(action.owner);
        changed.push(save(tx, action)?);
    }
    Ok(changed)
}

/// Gives actions another date, with the reason, and returns those whose date it was not yet.
///
/// # Errors
/// [`FindingError`], also where it is the date of all of them; nothing was changed then.
pub fn move_actions(tx: &mut Tx<'_>, to: MoveActions) -> Result<Vec<Action>, FindingError> {
    let mut changed = Vec::new();
    for id in named(to.ids)? {
        let mut action = open(tx, id)?;
        if action.due != to.due {
            action.due_changes.push(moved(tx, action.due, to.due, to.why.clone())?);
            action.due = to.due;
            changed.push(save(tx, action)?);
        }
    }
    if changed.is_empty() { Err(FindingError::SameDate(to.due)) } else { Ok(changed) }
}

/// Returns actions that were named, each once.
fn named(mut ids: Vec<ActionId>) -> Result<Vec<ActionId>, FindingError> {
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Err(FindingError::Missing("The action", "Name at least one action by its number."));
    }
    Ok(ids)
}

/// Records that an action is done, with the evidence that shows it, and returns it.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn finish_action(tx: &mut Tx<'_>, today: Day, finish: FinishAction) -> Result<Action, FindingError> {
    let mut action = open(tx, finish.id)?;
    let proof = evidence(tx, finish.proof, "proof")?;
    if proof.is_empty() {
        return Err(FindingError::Missing(
            "The proof",
            "Add what shows that it is done as evidence, and name it by its number.",
        ));
    }
    let on = past(finish.on.unwrap_or(today), today, "on")?;
    // What is left open from a round before is done in this one.
    action.origin = match action.origin {
        ActionOrigin::Finding { id, .. } => ActionOrigin::Finding { id, round: going_on(tx, id)?.round },
        ActionOrigin::Objective { .. } | ActionOrigin::Review { .. } | ActionOrigin::Own => action.origin,
    };
    action.done = Some(Done { on, proof, note: finish.note.unwrap_or_default() });
    save(tx, action)
}

/// Opens an action again that was said to be done, and returns it.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn reopen_action(tx: &mut Tx<'_>, id: ActionId) -> Result<Action, FindingError> {
    let mut action = of_what_goes_on(tx, id)?;
    if action.done.take().is_none() {
        return Err(FindingError::ActionOpen(id));
    }
    save(tx, action)
}

/// Removes an action that is not done; what it was stays in the ledger.
///
/// # Errors
/// [`FindingError`]; nothing was changed then.
pub fn remove_action(tx: &mut Tx<'_>, id: ActionId) -> Result<(), FindingError> {
    let action = open(tx, id)?;
    Ok(tx.remove::<Action>(&action.id.to_string())?)
}

/// Returns an action where what it comes from is not over.
fn of_what_goes_on(tx: &Tx<'_>, id: ActionId) -> Result<Action, FindingError> {
    let action = queries::action(tx.reading(), id)?;
    match action.origin {
        ActionOrigin::Finding { id, .. } => drop(going_on(tx, id)?),
        ActionOrigin::Objective { id } => drop(pursued(tx, id)?),
        // Nothing ends a decision but its action.
        ActionOrigin::Review { .. } | ActionOrigin::Own => {}
    }
    Ok(action)
}

/// Returns the number of an objective that nobody has judged.
fn pursued(tx: &Tx<'_>, id: ObjectiveId) -> Result<ObjectiveId, FindingError> {
    match tx.get::<Objective>(&id.to_string())? {
        None => Err(FindingError::UnknownObjective(id)),
        Some(objective) if objective.evaluation.is_some() => Err(FindingError::ObjectiveOver(id)),
        Some(_) => Ok(id),
    }
}

fn open(tx: &Tx<'_>, id: ActionId) -> Result<Action, FindingError> {
    let action = of_what_goes_on(tx, id)?;
    if action.done.is_some() { Err(FindingError::ActionDone(id)) } else { Ok(action) }
}

fn save(tx: &mut Tx<'_>, action: Action) -> Result<Action, FindingError> {
    needed(&action.text, "What will be done", TEXT)?;
    needed_line(&action.owner, "The owner", OWNER)?;
    tx.put(&action)?;
    Ok(action)
}
