//! What can be wrong with what somebody says of an audit.

use super::AuditId;
use super::audit::AuditStage;
use super::queries::Lack;
use crate::evidence::{EvidenceError, EvidenceId, Link, LinkError};
use crate::explain::Explain;
use crate::findings::{FindingError, FindingId};
use crate::systems::SystemId;
use crate::workspace::{StoreError, WriteError};
use crate::{Day, Line};

/// How many requirements an error names before it counts the rest.
const NAMED: usize = 5;

/// Why a change to an audit was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// There is no such audit.
    #[error("There is no audit {0}")]
    UnknownAudit(AuditId),
    /// There is no such AI system.
    #[error("There is no AI system {0}")]
    UnknownSystem(SystemId),
    /// There is no such piece of evidence.
    #[error("There is no piece of evidence {0}")]
    UnknownEvidence(EvidenceId),
    /// A text that is needed is empty: what it is, how to write it, the field in which it stands.
    #[error("{0} is missing")]
    Missing(&'static str, &'static str, &'static str),
    /// What is named is not known.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// There are no clauses or controls of that number.
    #[error("There is no clause and no group of Annex A “{}”", crate::text::shown(.0))]
    NoSuchGroup(String),
    /// What is named is neither a clause nor a control.
    #[error("{0} is neither a clause nor a control")]
    NoRequirement(Link),
    /// A control that is excluded or not decided asks for nothing.
    #[error("{0} does not apply here, so nobody can be audited against it")]
    NotApplicable(Link),
    /// Nothing is left to audit against.
    #[error("The audit names no requirement")]
    NoCriteria,
    /// The requirement is not on the checklist.
    #[error("{1} is not on the checklist of {0}")]
    NotListed(AuditId, Link),
    /// The requirement is on the checklist already.
    #[error("{1} is on the checklist of {0} already")]
    Listed(AuditId, Link),
    /// The checklist of an audit that has begun is fixed.
    #[error("{0} has begun; what it is audited against stays as it is")]
    Frozen(AuditId),
    /// It has not begun.
    #[error("{0} has not begun yet")]
    NotBegun(AuditId),
    /// It has begun already.
    #[error("{0} has begun already")]
    Begun(AuditId),
    /// It is over, and stays as it is.
    #[error("{0} is {name}; what was said of it stays as it is", name = .1.name())]
    Over(AuditId, AuditStage),
    /// A day that has not come, and the field in which it stands.
    #[error("{0} has not come yet")]
    Future(Day, &'static str),
    /// The last day comes before the first.
    #[error("The last day, {until}, comes before the first, {from}")]
    EndsBeforeItBegins {
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
    /// Nothing is looked at before an audit begins.
    #[error("{on} comes before {id} began, on {begun}")]
    BeforeItBegan {
        /// The audit.
        id: AuditId,
        /// The day that was given.
        on: Day,
        /// When it began.
        begun: Day,
    },
    /// Nobody audits their own work (clause 9.2.2).
    #[error("{requirement} can't be audited by {auditor}, who answers for {what}")]
    OwnWork {
        /// The requirement.
        requirement: Link,
        /// Who was to audit it.
        auditor: Line,
        /// What they answer for.
        what: String,
    },
    /// Something stands in the way of the report.
    #[error("{0} can't be reported yet: {said}", said = said(.1))]
    NotYet(AuditId, Vec<(Lack, Link)>),
    /// There is nothing to raise a finding about.
    #[error("The answer for {0} is no nonconformity and no opportunity for improvement")]
    NothingFound(Link),
    /// A finding was raised already.
    #[error("{1} was raised from the answer for {0} already")]
    Raised(Link, FindingId),
    /// The finding could not be recorded.
    #[error(transparent)]
    Finding(#[from] FindingError),
    /// The evidence could not be linked.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Returns what is lacking, kind by kind, each with its requirements.
fn said(lacks: &[(Lack, Link)]) -> String {
    let of = |lack: Lack| {
        let links: Vec<String> =
            lacks.iter().filter(|(of, _)| *of == lack).map(|(_, link)| link.to_string()).collect();
        (!links.is_empty()).then(|| format!("{} {}", lack.said(), listed(&links)))
    };
    Lack::ALL.iter().copied().filter_map(of).collect::<Vec<_>>().join("; ")
}

fn listed(links: &[String]) -> String {
    let named = links.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match links.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

impl From<StoreError> for AuditError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for AuditError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownAudit(_) => "unknown-audit",
            Self::UnknownSystem(_) => "unknown-system",
            Self::UnknownEvidence(_) => "unknown-evidence",
            Self::Missing(..) => "audit-incomplete",
            Self::Link(_) | Self::NoSuchGroup(_) | Self::NoRequirement(_) => "unknown-requirement",
            Self::NotApplicable(_) => "not-applicable",
            Self::NoCriteria => "no-criteria",
            Self::NotListed(..) => "not-on-checklist",
            Self::Listed(..) => "on-checklist",
            Self::Frozen(_) => "checklist-fixed",
            Self::NotBegun(_) => "audit-not-begun",
            Self::Begun(_) => "audit-begun",
            Self::Over(..) => "audit-over",
            Self::Future(..) => "day-in-future",
            Self::EndsBeforeItBegins { .. } => "ends-before-it-begins",
            Self::BeforeItBegan { .. } => "before-it-began",
            Self::OwnWork { .. } => "audits-own-work",
            Self::NotYet(..) => "audit-not-answered",
            Self::NothingFound(_) => "nothing-found",
            Self::Raised(..) => "finding-raised",
            Self::Finding(error) => error.code(),
            Self::Evidence(error) => error.code(),
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::UnknownAudit(_) => "`annexe audit list` shows those that there are.",
                Self::UnknownSystem(_) => "Name an AI system of the inventory, such as S-1.",
                Self::UnknownEvidence(_) => "Add the file as evidence first, and name it by its number.",
                Self::Missing(_, hint, _) => hint,
                Self::Link(_) | Self::NoRequirement(_) => {
                    "Name a clause such as 6.1.2, or a control such as A.6.2.4 or ORG.1."
                }
                Self::NoSuchGroup(_) => "Name a heading of the clauses such as 6, or a group such as A.6.",
                Self::NotApplicable(_) => "Decide first that the control applies, or leave it out.",
                Self::NoCriteria => "Choose the clauses and the controls that it is to look at.",
                Self::NotListed(..) => "Add the requirement to the checklist first, with the reason.",
                Self::Listed(..) => "It can be answered as it is.",
                Self::Frozen(_) => {
                    "Requirements can be added with a reason; what is not looked at is answered so."
                }
                Self::NotBegun(_) => "Begin the audit first.",
                Self::Begun(_) => "Go on with its checklist.",
                Self::Over(..) => "Plan another audit to look again.",
                Self::Future(..) => "Take today or a day before.",
                Self::EndsBeforeItBegins { .. } | Self::BeforeItBegan { .. } => {
                    "Correct one of the two days."
                }
                Self::OwnWork { .. } => {
                    "Nobody audits their own work: name another auditor for this requirement."
                }
                Self::NotYet(..) => "Answer what is open, and raise a finding for each nonconformity.",
                Self::NothingFound(_) => {
                    "Answer it as a nonconformity or an opportunity for improvement first."
                }
                Self::Raised(..) => "Go on with that finding.",
                Self::Finding(error) => return error.hint(),
                Self::Evidence(error) => return error.hint(),
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownAudit(_) | Self::Frozen(_) | Self::NotBegun(_) | Self::Begun(_) | Self::Over(..) => {
                Some("id")
            }
            Self::UnknownSystem(_) => Some("systems"),
            Self::UnknownEvidence(_) => Some("evidence"),
            Self::Missing(_, _, field) | Self::Future(_, field) => Some(field),
            Self::Link(_)
            | Self::NoSuchGroup(_)
            | Self::NoRequirement(_)
            | Self::NotApplicable(_)
            | Self::NoCriteria => Some("criteria"),
            Self::NotListed(..)
            | Self::Listed(..)
            | Self::NothingFound(_)
            | Self::Raised(..)
            | Self::NotYet(..) => Some("requirement"),
            Self::EndsBeforeItBegins { .. } => Some("until"),
            Self::BeforeItBegan { .. } => Some("on"),
            Self::OwnWork { .. } => Some("auditor"),
            Self::Finding(error) => error.field(),
            Self::Evidence(error) => error.field(),
            Self::Write(_) => None,
        }
    }
}
