//! What a piece of evidence proves something about.

use std::borrow::Cow;
use std::fmt;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assessment::{ControlId, ControlIdError, OwnControl};
use crate::catalogue::{Catalogue, ClauseId, NumberError};
use crate::record::Record as _;
use crate::systems::{AiSystem, SystemId, SystemIdError};
use crate::workspace::StoreError;

/// What a piece of evidence is linked to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "to", content = "id", rename_all = "kebab-case")]
#[ts(rename = "EvidenceLink")]
pub enum Link {
    /// A clause of ISO/IEC 42001:2023 by its number, such as `6.1.2`.
    Clause(ClauseId),
    /// A control by its number.
    Control(ControlId),
    /// An AI system by its number.
    System(SystemId),
}

/// A text that names nothing that evidence can be linked to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("There is no clause, control or AI system “{}”", crate::text::shown(.0))]
pub struct LinkError(pub String);

impl Link {
    /// Returns what it is linked to as a table keeps it: the kind and the number.
    pub(crate) fn parts(&self) -> (&'static str, Cow<'_, str>) {
        match self {
            Self::Clause(number) => ("clause", number.as_str().into()),
            Self::Control(id) => ("control", id.as_str().into()),
            Self::System(id) => ("system", id.to_string().into()),
        }
    }

    /// Returns the link that a table keeps.
    pub(crate) fn of_parts(to: &str, id: String) -> Result<Self, String> {
        match to {
            "clause" => id.try_into().map(Self::Clause).map_err(|error: NumberError| error.to_string()),
            "control" => id.try_into().map(Self::Control).map_err(|error: ControlIdError| error.to_string()),
            "system" => id.try_into().map(Self::System).map_err(|error: SystemIdError| error.to_string()),
            other => Err(format!("“{}” is nothing to link to", crate::text::shown(other))),
        }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clause(number) => write!(f, "clause {number}"),
            Self::Control(id) => write!(f, "{id}"),
            Self::System(id) => write!(f, "{id}"),
        }
    }
}

/// What somebody named to link to, by its number alone or with its kind before it: `6.1.2`, `A.6.2.4`, `S-1`,
/// `clause:6.1.2`, `control:ORG.1`, `system:S-1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, TS)]
#[serde(transparent)]
#[ts(as = "String", rename = "EvidenceTarget")]
pub struct Target(pub String);

/// Returns what a text names; a number alone means the clause where there is one, else the control, else the system.
pub(crate) fn resolve(conn: &Connection, target: &Target) -> Result<Result<Link, LinkError>, StoreError> {
    let text = target.0.trim();
    let found = match text.split_once(':') {
        Some(("clause", id)) => clause(id),
        Some(("control", id)) => control(conn, id)?,
        Some(("system", id)) => system(conn, id)?,
        _ => match clause(text) {
            Some(link) => Some(link),
            None => match control(conn, text)? {
                Some(link) => Some(link),
                None => system(conn, text)?,
            },
        },
    };
    Ok(found.ok_or_else(|| LinkError(text.into())))
}

fn clause(id: &str) -> Option<Link> {
    let clause = Catalogue::english().clause(id).filter(|clause| clause.assessable)?;
    Some(Link::Clause(clause.id.clone()))
}

fn control(conn: &Connection, id: &str) -> Result<Option<Link>, StoreError> {
    let Ok(id) = id.parse::<ControlId>() else { return Ok(None) };
    if Catalogue::english().control(id.as_str()).is_some() {
        return Ok(Some(Link::Control(id)));
    }
    Ok(OwnControl::load(conn, id.as_str())?.map(|own| Link::Control(own.id)))
}

fn system(conn: &Connection, id: &str) -> Result<Option<Link>, StoreError> {
    let Ok(id) = id.parse::<SystemId>() else { return Ok(None) };
    Ok(AiSystem::load(conn, &id.to_string())?.map(|system| Link::System(system.id)))
}
