//! Reading findings and actions: the lists, one finding whole, its history.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::action::{Action, ActionState};
use super::action_store::{Listed, Which};
use super::error::FindingError;
use super::finding::Finding;
use super::grade::{Grade, Source};
use super::id::{ActionId, FindingId};
use super::listing::rows;
use super::origin::FindingOrigin;
use super::road::{Step, road};
use super::stage::{Milestones, Need, Stage};
use super::{action_store, store};
use crate::audits::Audit;
use crate::cases::Case;
use crate::evidence::{Link, Target, resolve_target};
use crate::ledger::{Entry, RecordKind};
use crate::objectives::{Measure, ObjectiveId};
use crate::record::Record as _;
use crate::reviews::ReviewId;
use crate::workspace::{StoreError, Workspace};
use crate::{Day, Line, Prose};

/// Which findings to list; what is left out asks for all.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListFindings {
    /// Only those that are at a stage.
    pub stage: Option<Stage>,
    /// Only those of a grade.
    pub grade: Option<Grade>,
    /// Only those that are neither closed nor refused.
    pub open: Option<bool>,
    /// Only those whose day to be closed has passed.
    pub overdue: Option<bool>,
    /// Only those about a clause or a control, by its number.
    pub requirement: Option<Target>,
}

/// A finding as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingRow {
    /// Its number.
    pub id: FindingId,
    /// What it is, in a line.
    pub title: Line,
    /// How grave it is.
    pub grade: Grade,
    /// Where it comes from.
    pub source: Source,
    /// When it was found.
    pub found_on: Day,
    /// Which requirements it is about.
    pub requirements: Vec<Link>,
    /// Who sees to it.
    pub owner: Line,
    /// By when it is to be closed.
    pub due: Day,
    /// Whether that day has passed, and it is open.
    pub overdue: bool,
    /// How far it has come.
    pub stage: Stage,
    /// How many actions count now, and how many of them are open.
    pub actions: u32,
    /// How many of them are not done.
    pub open_actions: u32,
    /// How many of them are overdue.
    pub overdue_actions: u32,
    /// How often it was reopened.
    #[ts(type = "number")]
    pub reopened: usize,
}

/// A finding, with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingDetails {
    /// What is kept.
    #[serde(flatten)]
    pub finding: Finding,
    /// How far it has come.
    pub stage: Stage,
    /// What it needs to be closed, in order.
    pub needs: Vec<Need>,
    /// What the record is called that it comes from.
    pub came_from: Option<Line>,
    /// Its road, stage by stage.
    pub road: Vec<Step>,
    /// Its actions of every round.
    pub actions: Vec<ActionRow>,
    /// Whether its date has passed, and it is open.
    pub overdue: bool,
    /// An earlier nonconformity against the same requirement, found up to a year before.
    pub repeats: Option<FindingId>,
}

/// Which actions to list; what is left out asks for all.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListActions {
    /// Only those of an owner, whatever the case of the letters.
    pub owner: Option<Line>,
    /// Only those that somebody is to do.
    pub open: Option<bool>,
    /// Only those that should have been done by now.
    pub overdue: Option<bool>,
}

/// An action as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionRow {
    /// The action.
    #[serde(flatten)]
    pub action: Action,
    /// The title of what it comes from, where that has one and the list does not say it anyhow.
    pub of: Option<Line>,
    /// How it stands.
    pub state: ActionState,
}

/// The actions that were asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionList {
    /// Those that somebody is to do come first, by the day on which they are due; then those that are over, what ended
    /// last before the rest.
    pub actions: Vec<ActionRow>,
    /// How many actions there are, whatever was asked for.
    pub total: u32,
}

/// Returns the findings that are asked for, the newest first.
///
/// # Errors
/// [`FindingError`] where the requirement is not known.
pub fn list(
    workspace: &Workspace,
    asked: &ListFindings,
    today: Day,
) -> Result<Vec<FindingRow>, FindingError> {
    let (rows, about) = workspace.read(|conn| {
        let about = asked.requirement.as_ref().map(|target| resolve_target(conn, target));
        Ok::<_, FindingError>((rows(conn, today)?, about.transpose()?.transpose()?))
    })?;
    let wanted = |row: &FindingRow| {
        asked.stage.is_none_or(|stage| row.stage == stage)
            && asked.grade.is_none_or(|grade| row.grade == grade)
            && asked.open.is_none_or(|open| row.stage.is_over() != open)
            && asked.overdue.is_none_or(|overdue| row.overdue == overdue)
            && about.as_ref().is_none_or(|link| row.requirements.contains(link))
    };
    Ok(rows.into_iter().rev().filter(wanted).collect())
}

/// Returns a finding with its actions.
///
/// # Errors
/// [`FindingError::UnknownFinding`] where there is none of that number.
pub fn show(workspace: &Workspace, id: FindingId, today: Day) -> Result<FindingDetails, FindingError> {
    workspace.read(|conn| details(conn, id, today))
}

/// Returns what the ledger says of a finding and its actions, the newest first.
///
/// # Errors
/// [`FindingError::UnknownFinding`] where there never was one of that number.
pub fn history(workspace: &Workspace, id: FindingId) -> Result<Vec<Entry>, FindingError> {
    let mut entries = workspace.history_of(&[RecordKind::Finding], &id.to_string())?;
    if entries.is_empty() {
        return Err(FindingError::UnknownFinding(id));
    }
    let actions = workspace.read(|conn| action_store::of_finding(conn, id))?;
    for action in actions {
        entries.extend(workspace.history_of(&[RecordKind::Action], &action.id.to_string())?);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
    entries.dedup_by_key(|entry| entry.seq);
    Ok(entries)
}

/// Returns the actions that are asked for.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn actions(workspace: &Workspace, asked: &ListActions, today: Day) -> Result<ActionList, StoreError> {
    // With the years most of them are done: what is not asked for is not read.
    let which = match (asked.open, asked.overdue) {
        (_, Some(true)) | (Some(true), _) => Which::NotDone,
        (Some(false), _) => Which::Over,
        _ => Which::All,
    };
    let owner = asked.owner.as_ref().map(folded);
    let (listed, total) = workspace
        .read(|conn| Ok::<_, StoreError>((action_store::all(conn, which)?, action_store::count(conn)?)))?;
    let wanted = |row: &ActionRow| {
        owner.as_ref().is_none_or(|owner| folded(&row.action.owner) == *owner)
            && asked.open.is_none_or(|open| row.state.is_open() == open)
            && asked.overdue.is_none_or(|overdue| (row.state == ActionState::Overdue) == overdue)
    };
    let mut actions: Vec<ActionRow> =
        listed.into_iter().map(|listed| row(listed, today)).filter(wanted).collect();
    actions.sort_by_cached_key(Place::of);
    Ok(ActionList { actions, total })
}

/// Where an action stands in an [`ActionList`].
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    ToDo(Day, ActionId),
    Over(Reverse<(Day, ActionId)>),
}

impl Place {
    fn of(row: &ActionRow) -> Self {
        let Action { id, due, done, .. } = &row.action;
        if row.state.is_open() {
            Self::ToDo(*due, *id)
        } else {
            Self::Over(Reverse((done.as_ref().map_or(*due, |done| done.on), *id)))
        }
    }
}

/// Returns every action, those that are due first and those that are done last.
pub(super) fn all_actions(conn: &Connection, today: Day) -> Result<Vec<ActionRow>, StoreError> {
    let mut rows: Vec<ActionRow> =
        action_store::all(conn, Which::All)?.into_iter().map(|listed| row(listed, today)).collect();
    rows.sort_by_cached_key(|row| (row.action.done.is_some(), row.action.due, row.action.id));
    Ok(rows)
}

/// Returns every finding with its actions, in the order of the numbers.
pub(super) fn all_details(conn: &Connection, today: Day) -> Result<Vec<FindingDetails>, StoreError> {
    store::all(conn)?.into_iter().map(|finding| of(conn, finding, today)).collect()
}

fn row(Listed { action, of, over }: Listed, today: Day) -> ActionRow {
    ActionRow { of, state: ActionState::of(&action, over, today), action }
}

/// Returns a name as it is compared with others.
pub(crate) fn folded(name: &Line) -> String {
    name.as_str().trim().to_lowercase()
}

/// Returns a finding as it is kept.
pub(super) fn finding(conn: &Connection, id: FindingId) -> Result<Finding, FindingError> {
    Finding::load(conn, &id.to_string())?.ok_or(FindingError::UnknownFinding(id))
}

pub(super) fn details(conn: &Connection, id: FindingId, today: Day) -> Result<FindingDetails, FindingError> {
    Ok(of(conn, finding(conn, id)?, today)?)
}

/// Returns a finding with what follows from it.
fn of(conn: &Connection, finding: Finding, today: Day) -> Result<FindingDetails, StoreError> {
    let actions = action_store::of_finding(conn, finding.id)?;
    let milestones = milestones(&finding, &actions);
    let stage = milestones.stage();
    Ok(FindingDetails {
        stage,
        needs: milestones.needs(),
        overdue: !stage.is_over() && finding.due < today,
        repeats: store::repeated(conn, &finding)?,
        came_from: came_from(conn, &finding)?,
        road: road(&finding, &actions),
        actions: actions
            .into_iter()
            .map(|action| row(Listed { action, of: None, over: stage.is_over() }, today))
            .collect(),
        finding,
    })
}

/// Returns whether an action counts in a round: it was planned in it, or is left open from before.
pub(super) fn counts(action: &Action, round: u32) -> bool {
    action.origin.round() == Some(round) || action.done.is_none()
}

/// Returns what the stage of a finding follows from.
pub(super) fn milestones(finding: &Finding, actions: &[Action]) -> Milestones {
    let counted: Vec<&Action> = actions.iter().filter(|action| counts(action, finding.round)).collect();
    let owners: BTreeSet<String> = counted.iter().map(|action| folded(&action.owner)).collect();
    let check = finding.checks.iter().rev().find(|check| check.round == finding.round);
    let length = |actions: usize| u32::try_from(actions).unwrap_or(u32::MAX);
    Milestones {
        grade: finding.grade,
        refused: finding.refusal.is_some(),
        closed: finding.closing.is_some(),
        contained: finding.containment.is_some(),
        similar: !finding.similar.is_empty(),
        cause: finding.cause.is_some(),
        criterion: finding.criterion.is_some(),
        actions: length(counted.len()),
        open_actions: length(counted.iter().filter(|action| action.done.is_none()).count()),
        check: check.filter(|check| !owners.contains(&folded(&check.by))).map(|check| check.result),
    }
}

/// Returns what the record is called that a finding comes from; nothing where it was removed.
fn came_from(conn: &Connection, finding: &Finding) -> Result<Option<Line>, StoreError> {
    match finding.origin {
        Some(FindingOrigin::Measure { id }) => {
            Ok(Measure::load(conn, &id.to_string())?.map(|measure| measure.what))
        }
        Some(FindingOrigin::Case { id }) => Ok(Case::load(conn, &id.to_string())?.map(|case| case.title)),
        Some(FindingOrigin::Audit { id }) => Ok(Audit::load(conn, &id.to_string())?.map(|audit| audit.title)),
        None => Ok(None),
    }
}

/// Returns how many findings come from a record.
pub(crate) fn count_from(conn: &Connection, origin: FindingOrigin) -> Result<u32, StoreError> {
    Ok(u32::try_from(store::of_origin(conn, origin)?.len()).unwrap_or(u32::MAX))
}

/// Returns the findings that come from a record, the newest first.
pub(crate) fn that_came_from(
    conn: &Connection,
    origin: FindingOrigin,
    today: Day,
) -> Result<Vec<FindingRow>, StoreError> {
    let of = store::of_origin(conn, origin)?;
    if of.is_empty() {
        return Ok(Vec::new());
    }
    Ok(rows(conn, today)?.into_iter().rev().filter(|row| of.contains(&row.id)).collect())
}

/// Returns the actions in the plan of an objective, those that are due first.
pub(crate) fn actions_of(
    conn: &Connection,
    objective: ObjectiveId,
    today: Day,
) -> Result<Vec<ActionRow>, StoreError> {
    let listed = action_store::of_objective(conn, objective)?;
    Ok(listed.into_iter().map(|action| row(Listed { of: None, ..action }, today)).collect())
}

/// Returns the actions that the decisions of a management review became, in the order of the decisions.
pub(crate) fn actions_of_review(
    conn: &Connection,
    review: ReviewId,
    today: Day,
) -> Result<Vec<ActionRow>, StoreError> {
    let listed = action_store::of_review(conn, review)?;
    Ok(listed.into_iter().map(|action| row(Listed { of: None, ..action }, today)).collect())
}

/// Returns the actions that the decisions of all management reviews became, those that are done last.
pub(crate) fn actions_of_reviews(conn: &Connection, today: Day) -> Result<Vec<ActionRow>, StoreError> {
    Ok(action_store::of_reviews(conn)?.into_iter().map(|listed| row(listed, today)).collect())
}

/// Returns whether an objective has actions in its plan.
pub(crate) fn has_actions(conn: &Connection, objective: ObjectiveId) -> Result<bool, StoreError> {
    Ok(!action_store::of_objective(conn, objective)?.is_empty())
}

/// Returns how many actions should have been done by now, and the first of them, the longest overdue first.
pub(crate) fn late_actions(
    conn: &Connection,
    today: Day,
    most: usize,
) -> Result<(usize, Vec<Action>), StoreError> {
    Ok((action_store::count_late(conn, today)?, action_store::first_late(conn, today, most)?))
}

/// Returns the actions that somebody is to do, those that are due first.
pub(crate) fn open_actions(conn: &Connection, today: Day) -> Result<Vec<ActionRow>, StoreError> {
    let open = action_store::all(conn, Which::NotDone)?.into_iter().map(|listed| row(listed, today));
    let mut rows: Vec<ActionRow> = open.filter(|row| row.state.is_open()).collect();
    rows.sort_by_cached_key(|row| (row.action.due, row.action.id));
    Ok(rows)
}

/// Returns an action as it is kept.
pub(super) fn action(conn: &Connection, id: ActionId) -> Result<Action, FindingError> {
    Action::load(conn, &id.to_string())?.ok_or(FindingError::UnknownAction(id))
}

/// What somebody must not leave out, in running text.
pub(super) fn needed(text: &Prose, what: &'static str, hint: &'static str) -> Result<(), FindingError> {
    if text.is_empty() { Err(FindingError::Missing(what, hint)) } else { Ok(()) }
}

/// What somebody must not leave out, in a line.
pub(super) fn needed_line(text: &Line, what: &'static str, hint: &'static str) -> Result<(), FindingError> {
    if text.is_empty() { Err(FindingError::Missing(what, hint)) } else { Ok(()) }
}
