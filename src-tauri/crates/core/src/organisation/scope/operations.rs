//! Reading, composing and adopting the scope.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::error::ScopeError;
use super::store::{self, ONLY};
use super::{Outside, Scope, ScopeParts, ScopeStanding, ScopeVersion, compose::composed};
use crate::given::renew;
use crate::organisation;
use crate::record::Record as _;
use crate::systems;
use crate::workspace::{StoreError, Tx, Workspace};
use crate::{Day, Line, Prose};

/// What to change about the parts of the scope; what is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetScopeParts {
    /// What is done with AI.
    pub activities: Option<Vec<Line>>,
    /// The parts of the company that take part.
    pub units: Option<Vec<Line>>,
    /// Where.
    pub places: Option<Vec<Line>>,
    /// What is outside, and why.
    pub outside: Option<Vec<Outside>>,
    /// Where it meets what others do.
    pub interfaces: Option<Vec<Line>>,
}

impl SetScopeParts {
    fn applied(self, mut parts: ScopeParts) -> Result<ScopeParts, ScopeError> {
        renew(&mut parts.activities, self.activities);
        renew(&mut parts.units, self.units);
        renew(&mut parts.places, self.places);
        renew(&mut parts.outside, self.outside);
        renew(&mut parts.interfaces, self.interfaces);
        let lines = [&parts.activities, &parts.units, &parts.places, &parts.interfaces];
        let empty = lines.into_iter().flatten().any(Line::is_empty);
        if empty || parts.outside.iter().any(|one| one.what.is_empty()) {
            return Err(ScopeError::EmptyPart);
        }
        Ok(parts)
    }
}

/// A text that the parts of a scope make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComposedScope {
    /// The text.
    pub text: Prose,
}

/// Who adopts the scope as it stands, and what changed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AdoptScope {
    /// Who approved it.
    pub approved_by: Line,
    /// What changed; for the first version, why it was written.
    pub change: Option<Line>,
    /// When it was approved; today where nothing is said.
    pub day: Option<Day>,
}

/// Returns the scope with everything about it.
///
/// # Errors
/// [`ScopeError`] where the database can't be read, or its parts make a text that is too long.
pub fn show(workspace: &Workspace) -> Result<Scope, ScopeError> {
    workspace.read(load)
}

/// Returns the versions that were adopted, the newest first.
///
/// # Errors
/// [`StoreError`] where the database can't be read.
pub fn versions(workspace: &Workspace) -> Result<Vec<ScopeVersion>, StoreError> {
    workspace.read(store::versions)
}

/// Returns the text that the parts make with these changes; nothing is kept.
///
/// # Errors
/// [`ScopeError`] where a part says nothing, or the text is too long.
pub fn compose(workspace: &Workspace, change: SetScopeParts) -> Result<ComposedScope, ScopeError> {
    workspace.read(|conn| {
        let parts = change.applied(parts(conn)?)?;
        Ok(ComposedScope { text: composed(&organisation::load(conn)?, &systems::list(conn)?, &parts)? })
    })
}

/// Changes the parts of the scope and returns the scope. Its text stays.
///
/// # Errors
/// [`ScopeError`] where a part says nothing; nothing was changed then.
pub fn set_parts(tx: &mut Tx<'_>, change: SetScopeParts) -> Result<Scope, ScopeError> {
    let parts = change.applied(parts(tx.reading())?)?;
    if parts == ScopeParts::default() {
        tx.remove::<ScopeParts>(ONLY)?;
    } else {
        tx.put(&parts)?;
    }
    load(tx.reading())
}

/// Keeps the text of the scope as a version that top management has approved (clause 4.3), and returns the scope.
///
/// # Errors
/// [`ScopeError`] where there is nothing new to adopt, or it does not say who approved it and what changed.
pub fn adopt(tx: &mut Tx<'_>, adopt: AdoptScope, today: Day) -> Result<Scope, ScopeError> {
    let text = organisation::load(tx.reading())?.scope;
    if text.is_empty() {
        return Err(ScopeError::Empty);
    }
    let AdoptScope { approved_by, change, day } = adopt;
    let change = change.unwrap_or_default();
    let last = store::versions(tx.reading())?.into_iter().next();
    let version = match &last {
        Some(last) if last.text == text => return Err(ScopeError::Unchanged(last.version)),
        Some(last) if change.is_empty() => return Err(ScopeError::NeedsChange(last.version)),
        Some(last) => last.version.saturating_add(1),
        None => 1,
    };
    if approved_by.is_empty() {
        return Err(ScopeError::NeedsApprover);
    }
    tx.put(&ScopeVersion { version, text, day: day.unwrap_or(today), approved_by, change })?;
    load(tx.reading())
}

fn parts(conn: &Connection) -> Result<ScopeParts, StoreError> {
    Ok(ScopeParts::load(conn, ONLY)?.unwrap_or_default())
}

fn load(conn: &Connection) -> Result<Scope, ScopeError> {
    let organisation = organisation::load(conn)?;
    let parts = parts(conn)?;
    let proposal = composed(&organisation, &systems::list(conn)?, &parts)?;
    let versions = store::versions(conn)?;
    let text = organisation.scope;
    let standing = standing(&text, &versions);
    Ok(Scope { text, standing, parts, proposal, versions })
}

/// Returns how the text that holds stands to what was adopted.
pub(crate) fn standing_now(conn: &Connection) -> Result<ScopeStanding, StoreError> {
    let text = organisation::load(conn)?.scope;
    Ok(standing(&text, &store::versions(conn)?))
}

fn standing(text: &Prose, versions: &[ScopeVersion]) -> ScopeStanding {
    match versions.first() {
        _ if text.is_empty() => ScopeStanding::Empty,
        None => ScopeStanding::NeverAdopted,
        Some(last) if last.text == *text => ScopeStanding::Adopted,
        Some(_) => ScopeStanding::Changed,
    }
}
