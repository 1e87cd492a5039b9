//! Reading and changing the issues outside and inside.

use serde::Deserialize;
use ts_rs::TS;

use super::super::register::RegisterError;
use super::{ContextIssue, ContextIssueId, Side, store};
use crate::given::{given, renew};
use crate::ledger::RecordKind;
use crate::workspace::{StoreError, Tx, Workspace};
use crate::{Day, Line, Prose};

/// Names an issue.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContextIssueReference {
    /// Its number.
    pub id: ContextIssueId,
}

/// An issue to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddContextIssue {
    /// Where it lies.
    pub side: Side,
    /// What it is about.
    pub topic: Line,
    /// What it means for our AI.
    pub meaning: Option<Prose>,
    /// What we do about it.
    pub response: Option<Prose>,
    /// When somebody last looked at it.
    pub reviewed: Option<Day>,
}

/// What to change about an issue; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetContextIssue {
    /// Its number.
    pub id: ContextIssueId,
    /// Where it lies.
    pub side: Option<Side>,
    /// What it is about.
    pub topic: Option<Line>,
    /// What it means for our AI.
    pub meaning: Option<Prose>,
    /// What we do about it.
    pub response: Option<Prose>,
    /// When somebody last looked at it; null takes it away.
    #[serde(default, deserialize_with = "given")]
    #[ts(as = "Option<Day>", optional = nullable)]
    pub reviewed: Option<Option<Day>>,
}

/// Returns the issues: those outside first, by their numbers.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn list(workspace: &Workspace) -> Result<Vec<ContextIssue>, StoreError> {
    workspace.read(store::all)
}

/// Adds an issue (clause 4.1) and returns it.
///
/// # Errors
/// [`RegisterError::IssueNeedsTopic`] where it has no topic.
pub fn add(tx: &mut Tx<'_>, add: AddContextIssue) -> Result<ContextIssue, RegisterError> {
    let AddContextIssue { side, topic, meaning, response, reviewed } = add;
    let id = ContextIssueId::next(tx, RecordKind::ContextIssue)?;
    let (meaning, response) = (meaning.unwrap_or_default(), response.unwrap_or_default());
    save(tx, ContextIssue { id, side, topic, meaning, response, reviewed })
}

/// Changes an issue and returns it.
///
/// # Errors
/// [`RegisterError`] where there is none of that number, or it would have no topic.
pub fn set(tx: &mut Tx<'_>, set: SetContextIssue) -> Result<ContextIssue, RegisterError> {
    let mut issue = one(tx, set.id)?;
    renew(&mut issue.side, set.side);
    renew(&mut issue.topic, set.topic);
    renew(&mut issue.meaning, set.meaning);
    renew(&mut issue.response, set.response);
    renew(&mut issue.reviewed, set.reviewed);
    save(tx, issue)
}

/// Removes an issue.
///
/// # Errors
/// [`RegisterError::UnknownIssue`] where there is none of that number.
pub fn remove(tx: &mut Tx<'_>, id: ContextIssueId) -> Result<(), RegisterError> {
    let issue = one(tx, id)?;
    tx.remove::<ContextIssue>(&issue.id.to_string())?;
    Ok(())
}

fn one(tx: &Tx<'_>, id: ContextIssueId) -> Result<ContextIssue, RegisterError> {
    tx.get(&id.to_string())?.ok_or(RegisterError::UnknownIssue(id))
}

fn save(tx: &mut Tx<'_>, issue: ContextIssue) -> Result<ContextIssue, RegisterError> {
    if issue.topic.is_empty() {
        return Err(RegisterError::IssueNeedsTopic);
    }
    tx.put(&issue)?;
    Ok(issue)
}
