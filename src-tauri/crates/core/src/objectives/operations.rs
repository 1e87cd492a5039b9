//! What can be done with an objective, from its plan to the judgement whether it was reached (clause 6.2).

use serde::Deserialize;
use ts_rs::TS;

use super::error::ObjectiveError;
use super::goal::Goal;
use super::id::ObjectiveId;
use super::measure::{Measure, Reading};
use super::measuring::{AddMeasure, add_measure};
use super::objective::{Evaluation, Objective};
use super::queries::{self, ObjectiveDetails};
use super::store;
use crate::evidence::{Link, Target, resolve_target};
use crate::findings::{self, FindingOrigin};
use crate::given::{given, renew};
use crate::record::{Record as _, RecordKind};
use crate::workspace::Tx;
use crate::{Day, Line, Prose};

/// Names an objective.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveReference {
    /// Its number.
    pub id: ObjectiveId,
}

/// An objective to set.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddObjective {
    /// What is to be reached, in a line.
    pub title: Line,
    /// What that is good for.
    pub purpose: Option<Prose>,
    /// The clauses, controls and AI systems that it serves, by their numbers.
    pub about: Option<Vec<Target>>,
    /// Who answers for it.
    pub owner: Option<Line>,
    /// What will be done.
    pub plan: Option<Prose>,
    /// What that takes.
    pub resources: Option<Prose>,
    /// By when it is to be reached.
    pub target: Option<Day>,
    /// How it will be judged whether it was reached.
    pub judged_by: Option<Prose>,
    /// What measures it first; its owner reads it once a month.
    pub measure: Option<FirstMeasure>,
}

/// What measures an objective first.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FirstMeasure {
    /// What is measured.
    pub what: Line,
    /// In what it is counted.
    pub unit: Option<Line>,
    /// What is wanted.
    pub goal: Goal,
}

/// What to change about an objective; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetObjective {
    /// Its number.
    pub id: ObjectiveId,
    /// What is to be reached, in a line.
    pub title: Option<Line>,
    /// What that is good for.
    pub purpose: Option<Prose>,
    /// The clauses, controls and AI systems that it serves, in place of those it has.
    pub about: Option<Vec<Target>>,
    /// Who answers for it.
    pub owner: Option<Line>,
    /// What will be done.
    pub plan: Option<Prose>,
    /// What that takes.
    pub resources: Option<Prose>,
    /// By when it is to be reached; null takes the day away.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub target: Option<Option<Day>>,
    /// How it will be judged whether it was reached.
    pub judged_by: Option<Prose>,
    /// Notes, which no document shows.
    pub notes: Option<Prose>,
}

/// How an objective ended.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct EvaluateObjective {
    /// Its number.
    pub id: ObjectiveId,
    /// Whether it was reached.
    pub reached: bool,
    /// What came of it, and what follows.
    pub text: Prose,
    /// Who judges; whoever records it where it is left out.
    pub by: Option<Line>,
    /// When; today where it is left out.
    pub on: Option<Day>,
}

/// Sets an objective (clause 6.2), with what measures it first where that is given, and returns it.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn add(tx: &mut Tx<'_>, today: Day, add: AddObjective) -> Result<ObjectiveDetails, ObjectiveError> {
    let objective = Objective {
        id: ObjectiveId::next(tx, RecordKind::Objective)?,
        title: add.title,
        purpose: add.purpose.unwrap_or_default(),
        about: links(tx, &add.about.unwrap_or_default())?,
        owner: add.owner.unwrap_or_default(),
        plan: add.plan.unwrap_or_default(),
        resources: add.resources.unwrap_or_default(),
        target: add.target,
        judged_by: add.judged_by.unwrap_or_default(),
        evaluation: None,
        notes: Prose::default(),
    };
    let Some(FirstMeasure { what, unit, goal }) = add.measure else { return save(tx, today, objective) };
    let (id, owner) = (objective.id, objective.owner.clone());
    save(tx, today, objective)?;
    let measure = AddMeasure {
        objective: Some(id),
        about: None,
        what,
        unit,
        method: None,
        by: Some(owner),
        rhythm: None,
        goal,
        start: None,
        since: None,
    };
    add_measure(tx, today, measure)?;
    queries::details(tx.reading(), id, today)
}

/// Changes what is said of an objective and returns it.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn set(tx: &mut Tx<'_>, today: Day, set: SetObjective) -> Result<ObjectiveDetails, ObjectiveError> {
    let mut objective = going_on(tx, set.id)?;
    if let Some(about) = &set.about {
        objective.about = links(tx, about)?;
    }
    renew(&mut objective.title, set.title);
    renew(&mut objective.purpose, set.purpose);
    renew(&mut objective.owner, set.owner);
    renew(&mut objective.plan, set.plan);
    renew(&mut objective.resources, set.resources);
    renew(&mut objective.target, set.target);
    renew(&mut objective.judged_by, set.judged_by);
    renew(&mut objective.notes, set.notes);
    save(tx, today, objective)
}

/// Records whether an objective was reached, and returns it. Its measures are read no more then.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn evaluate(
    tx: &mut Tx<'_>,
    today: Day,
    evaluate: EvaluateObjective,
) -> Result<ObjectiveDetails, ObjectiveError> {
    let mut objective = going_on(tx, evaluate.id)?;
    let EvaluateObjective { reached, text, by, on, id: _ } = evaluate;
    if text.is_empty() {
        let hint = "Say what came of it, by the figures, and what follows for the next objectives.";
        return Err(ObjectiveError::Missing("The judgement", hint, "text"));
    }
    let by = by.filter(|by| !by.is_empty()).unwrap_or_else(|| tx.stamp.actor.parse().unwrap_or_default());
    let on = come(on.unwrap_or(today), today, "on")?;
    objective.evaluation = Some(Evaluation { reached, text, by, on });
    save(tx, today, objective)
}

/// Takes up an objective again that was judged, and returns it.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn resume(tx: &mut Tx<'_>, today: Day, id: ObjectiveId) -> Result<ObjectiveDetails, ObjectiveError> {
    let mut objective = one(tx, id)?;
    if objective.evaluation.take().is_none() {
        return Err(ObjectiveError::NotOver(id));
    }
    save(tx, today, objective)
}

/// Removes an objective with its measures and their readings, as one entry of the ledger.
///
/// # Errors
/// [`ObjectiveError`]; nothing was changed then.
pub fn remove(tx: &mut Tx<'_>, id: ObjectiveId) -> Result<(), ObjectiveError> {
    let objective = one(tx, id)?;
    if findings::has_actions(tx.reading(), id)? {
        return Err(ObjectiveError::HasActions(id));
    }
    for measure in store::measures_of(tx.reading(), id)? {
        remove_with_readings(tx, &measure)?;
    }
    Ok(tx.remove::<Objective>(&objective.key())?)
}

/// Removes a measure with its readings.
pub(super) fn remove_with_readings(tx: &mut Tx<'_>, measure: &Measure) -> Result<(), ObjectiveError> {
    if findings::count_from(tx.reading(), FindingOrigin::Measure { id: measure.id })? > 0 {
        return Err(ObjectiveError::HasFindings(measure.id));
    }
    for reading in store::readings(tx.reading(), measure.id)? {
        tx.remove::<Reading>(&reading.key())?;
    }
    Ok(tx.remove::<Measure>(&measure.key())?)
}

fn one(tx: &Tx<'_>, id: ObjectiveId) -> Result<Objective, ObjectiveError> {
    tx.get(&id.to_string())?.ok_or(ObjectiveError::UnknownObjective(id))
}

/// Returns an objective that nobody has judged.
pub(super) fn going_on(tx: &Tx<'_>, id: ObjectiveId) -> Result<Objective, ObjectiveError> {
    let objective = one(tx, id)?;
    if objective.evaluation.is_some() { Err(ObjectiveError::Over(id)) } else { Ok(objective) }
}

/// Returns a day that has come.
pub(super) fn come(day: Day, today: Day, field: &'static str) -> Result<Day, ObjectiveError> {
    if day > today { Err(ObjectiveError::Future(day, field)) } else { Ok(day) }
}

/// Returns what texts name, in order and each once.
pub(super) fn links(tx: &Tx<'_>, targets: &[Target]) -> Result<Vec<Link>, ObjectiveError> {
    let mut links = Vec::new();
    for target in targets {
        links.push(resolve_target(tx.reading(), target)??);
    }
    links.sort_unstable();
    links.dedup();
    Ok(links)
}

fn save(tx: &mut Tx<'_>, today: Day, objective: Objective) -> Result<ObjectiveDetails, ObjectiveError> {
    if objective.title.is_empty() {
        let hint = "Say in a line what will be different when it is reached.";
        return Err(ObjectiveError::Missing("The title", hint, "title"));
    }
    tx.put(&objective)?;
    queries::details(tx.reading(), objective.id, today)
}
