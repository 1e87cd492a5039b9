//! What can be wrong with what somebody says of a finding or an action.

use super::id::{ActionId, FindingId};
use super::stage::Need;
use crate::audits::AuditId;
use crate::cases::CaseId;
use crate::evidence::{EvidenceId, LinkError};
use crate::explain::Explain;
use crate::objectives::{MeasureId, ObjectiveId};
use crate::workspace::{StoreError, WriteError};
use crate::{Day, Line};

/// Why a change to a finding or an action was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum FindingError {
    /// There is no such finding.
    #[error("There is no finding {0}")]
    UnknownFinding(FindingId),
    /// There is no such action.
    #[error("There is no action {0}")]
    UnknownAction(ActionId),
    /// There is no such measure to come from.
    #[error("There is no measure {0}")]
    UnknownMeasure(MeasureId),
    /// There is no such case to come from.
    #[error("There is no case {0}")]
    UnknownCase(CaseId),
    /// There is no such audit to come from.
    #[error("There is no audit {0}")]
    UnknownAudit(AuditId),
    /// There is no such objective to plan for.
    #[error("There is no objective {0}")]
    UnknownObjective(ObjectiveId),
    /// An objective that was judged needs no more actions.
    #[error("{0} was judged; its plan stays as it is")]
    ObjectiveOver(ObjectiveId),
    /// An action comes from one thing.
    #[error("An action can't come from a finding and an objective at once")]
    TwoOrigins,
    /// There is no such piece of evidence; the field says where it was named.
    #[error("There is no piece of evidence {0}")]
    UnknownEvidence(EvidenceId, &'static str),
    /// What it is about is not known.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// A text that is needed is empty.
    #[error("{0} is missing")]
    Missing(&'static str, &'static str),
    /// It is about nothing.
    #[error("The finding names no requirement")]
    NeedsRequirement,
    /// It is closed or refused, and stays as it is.
    #[error("{0} is {1}; what was said of it stays as it is")]
    Over(FindingId, &'static str),
    /// It is open, and so can't be reopened.
    #[error("{0} is open already")]
    NotOver(FindingId),
    /// It can't go on yet.
    #[error("{0} can't be {1} yet: it needs {words}", words = words(.2))]
    NotYet(FindingId, &'static str, Vec<Need>),
    /// Nobody checks their own work.
    #[error("{0} can't be checked by {1}, who owns one of its actions")]
    ChecksOwnWork(FindingId, Line),
    /// The check would come before the actions.
    #[error("The day to look, {check}, comes before the last action is done, {done}")]
    ChecksTooEarly {
        /// The day to look.
        check: Day,
        /// When the last action was done.
        done: Day,
    },
    /// A day that has not come, and the field in which it stands.
    #[error("{0} has not come yet")]
    Future(Day, &'static str),
    /// The date is the one it has.
    #[error("{0} is the date that it has")]
    SameDate(Day),
    /// An action that is done stays as it is.
    #[error("{0} is done; open it again to change it")]
    ActionDone(ActionId),
    /// An action that is not done can't be opened again.
    #[error("{0} is not done")]
    ActionOpen(ActionId),
    /// What showed that an action is done was removed.
    #[error("The evidence that showed {0} to be done was removed")]
    ProofRemoved(ActionId),
    /// Many actions can't all say the same.
    #[error("{0} actions can't be given the same text")]
    OneText(usize),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

fn words(needs: &[Need]) -> String {
    needs.iter().map(|need| need.words()).collect::<Vec<_>>().join("; ")
}

impl From<StoreError> for FindingError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for FindingError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownFinding(_) => "unknown-finding",
            Self::UnknownAction(_) => "unknown-action",
            Self::UnknownMeasure(_) => "unknown-measure",
            Self::UnknownCase(_) => "unknown-case",
            Self::UnknownAudit(_) => "unknown-audit",
            Self::UnknownObjective(_) => "unknown-objective",
            Self::ObjectiveOver(_) => "objective-over",
            Self::TwoOrigins => "two-origins",
            Self::UnknownEvidence(..) => "unknown-evidence",
            Self::Link(_) => "unknown-link",
            Self::Missing(..) | Self::NeedsRequirement => "finding-lacks-something",
            Self::Over(..) => "finding-is-over",
            Self::NotOver(_) => "finding-is-open",
            Self::NotYet(..) => "finding-not-yet",
            Self::ChecksOwnWork(..) => "checks-own-work",
            Self::ChecksTooEarly { .. } | Self::Future(..) | Self::SameDate(_) => "date-does-not-fit",
            Self::ActionDone(_) | Self::ActionOpen(_) => "action-state",
            Self::ProofRemoved(_) => "proof-removed",
            Self::OneText(_) => "one-text",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(match self {
            Self::UnknownFinding(_) => "`annexe finding list` shows those that there are.".into(),
            Self::UnknownAction(_) => "`annexe action list` shows those that there are.".into(),
            Self::UnknownCase(_) => "`annexe case list` shows those that there are.".into(),
            Self::UnknownAudit(_) => "`annexe audit list` shows those that there are.".into(),
            Self::UnknownMeasure(_) | Self::UnknownObjective(_) => {
                "It may have been removed. Look at the list of objectives again.".into()
            }
            Self::ObjectiveOver(_) => "Take the objective up again first.".into(),
            Self::TwoOrigins => "Name the one that it answers.".into(),
            Self::UnknownEvidence(..) => "Add the file as evidence first, and name it by its number.".into(),
            Self::Link(_) | Self::NeedsRequirement => {
                "Name what it is about: a clause such as 9.2.2, or a control such as A.6.2.4.".into()
            }
            Self::Missing(_, hint) => (*hint).into(),
            Self::Over(..) => "Reopen it, with a reason, to go on with it.".into(),
            Self::NotOver(_) => "Only a finding that was closed or refused can be reopened.".into(),
            Self::NotYet(..) => "Record what is missing, and try again.".into(),
            Self::ChecksOwnWork(..) => "Let somebody look who carried out none of the actions.".into(),
            Self::ChecksTooEarly { .. } => "Look again after the actions had time to work.".into(),
            Self::Future(..) => "Give a day up to today.".into(),
            Self::SameDate(_) => "Give another day, and why it moves.".into(),
            Self::ActionDone(_) => "Opening it again takes its proof away from the finding.".into(),
            Self::ActionOpen(_) => "Only an action that is done can be opened again.".into(),
            Self::ProofRemoved(_) => {
                "Open the action again, and record it as done with evidence that is there.".into()
            }
            Self::OneText(_) => "Change what they say one by one.".into(),
            Self::Write(error) => return error.hint(),
        })
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Missing(what, _) => Some(match *what {
                "The title" => "title",
                "The owner" => "owner",
                "The reason" => "why",
                "The name" => "by",
                "The proof" => "proof",
                "The action" => "ids",
                _ => "text",
            }),
            Self::Link(_) | Self::NeedsRequirement => Some("requirements"),
            Self::ChecksOwnWork(..) => Some("by"),
            Self::ChecksTooEarly { .. } => Some("on"),
            Self::UnknownEvidence(_, field) | Self::Future(_, field) => Some(field),
            Self::SameDate(_) => Some("due"),
            Self::OneText(_) => Some("text"),
            Self::UnknownMeasure(_) | Self::UnknownCase(_) | Self::UnknownAudit(_) => Some("origin"),
            Self::UnknownObjective(_) | Self::TwoOrigins => Some("objective"),
            Self::UnknownFinding(_)
            | Self::UnknownAction(_)
            | Self::Over(..)
            | Self::NotOver(_)
            | Self::NotYet(..)
            | Self::ActionDone(_)
            | Self::ActionOpen(_)
            | Self::ProofRemoved(_)
            | Self::ObjectiveOver(_)
            | Self::Write(_) => None,
        }
    }
}
