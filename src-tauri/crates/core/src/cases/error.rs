//! What can be wrong with what somebody says of a case.

use super::CaseId;
use super::duty::DutyKey;
use crate::Day;
use crate::evidence::EvidenceId;
use crate::explain::Explain;
use crate::systems::SystemId;
use crate::workspace::{StoreError, WriteError};

/// Why a change to a case was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// There is no such case.
    #[error("There is no case {0}")]
    UnknownCase(CaseId),
    /// There is no such AI system.
    #[error("There is no AI system {0}")]
    UnknownSystem(SystemId),
    /// There is no such piece of evidence.
    #[error("There is no piece of evidence {0}")]
    UnknownEvidence(EvidenceId),
    /// A text that is needed is empty: what it is, how to write it, the field in which it stands.
    #[error("{0} is missing")]
    Missing(&'static str, &'static str, &'static str),
    /// A day that has not come, and the field in which it stands.
    #[error("{0} has not come yet")]
    Future(Day, &'static str),
    /// Nobody can know of something before it happens.
    #[error("It happened on {occurred_on} and was known on {known_since}, before it happened")]
    KnownBefore {
        /// When it happened.
        occurred_on: Day,
        /// Since when it was known.
        known_since: Day,
    },
    /// It is closed, and stays as it is.
    #[error("{0} is closed; what was said of it stays as it is")]
    Closed(CaseId),
    /// It is not closed.
    #[error("{0} is open")]
    Open(CaseId),
    /// Nobody was told of it, and it was not said that a duty does not apply.
    #[error("{0} can't be closed yet: nobody was told who may have to be ({list})", list = listed(.1))]
    DutiesOpen(CaseId, Vec<DutyKey>),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

fn listed(duties: &[DutyKey]) -> String {
    duties.iter().map(DutyKey::as_str).collect::<Vec<_>>().join(", ")
}

impl From<StoreError> for CaseError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for CaseError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownCase(_) => "unknown-case",
            Self::UnknownSystem(_) => "unknown-system",
            Self::UnknownEvidence(_) => "unknown-evidence",
            Self::Missing(..) => "case-incomplete",
            Self::Future(..) => "day-in-future",
            Self::KnownBefore { .. } => "known-before-it-happened",
            Self::Closed(_) => "case-closed",
            Self::Open(_) => "case-open",
            Self::DutiesOpen(..) => "duties-open",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::UnknownCase(_) => "`annexe case list` shows those that there are.",
                Self::UnknownSystem(_) => "Name an AI system of the inventory, such as S-1.",
                Self::UnknownEvidence(_) => "Add the file as evidence first, and name it by its number.",
                Self::Missing(_, hint, _) => hint,
                Self::Future(..) => "Take today or a day before.",
                Self::KnownBefore { .. } => "Correct one of the two days.",
                Self::Closed(_) => "Open it again first, and say why.",
                Self::Open(_) => "It can be changed as it is.",
                Self::DutiesOpen(..) => {
                    "Record who was told and when, or say why the duty does not apply here."
                }
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownCase(_) | Self::Closed(_) | Self::Open(_) => Some("id"),
            Self::UnknownSystem(_) => Some("systems"),
            Self::UnknownEvidence(_) => Some("evidence"),
            Self::Missing(_, _, field) | Self::Future(_, field) => Some(field),
            Self::KnownBefore { .. } => Some("known_since"),
            Self::DutiesOpen(..) => Some("duty"),
            Self::Write(_) => None,
        }
    }
}
