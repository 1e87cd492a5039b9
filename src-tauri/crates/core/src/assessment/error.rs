//! What can be wrong with what somebody says of a control.

use super::control_id::ControlId;
use crate::explain::Explain;
use crate::text::shown;
use crate::workspace::{StoreError, WriteError};

/// Why a change to a control was not made. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AssessmentError {
    /// There is no such control.
    #[error("There is no control {0}")]
    UnknownControl(ControlId),
    /// No control was named.
    #[error("No control is named")]
    NoControl,
    /// A control was said to apply without a reason.
    #[error("A control that applies needs at least one reason")]
    NeedsReason,
    /// A control was said to apply without a justification.
    #[error("A control that applies needs a justification")]
    NeedsJustification,
    /// A control was excluded without a ground.
    #[error("An excluded control needs a ground")]
    ExclusionNeedsGround,
    /// A control was excluded without a justification.
    #[error("An excluded control needs a justification")]
    ExclusionNeedsJustification,
    /// A text names no ground.
    #[error(
        "“{}” is no ground for an exclusion; expected no-relevant-risk, activity-not-performed, not-required, \
         or met-by: and the number of a control",
        shown(.0)
    )]
    UnknownGround(String),
    /// A control was said to be met by itself.
    #[error("{0} can't be met by itself")]
    MetByItself(ControlId),
    /// What goes with one decision was given with another.
    #[error("{given} goes with a control that {goes_with}, not with this decision")]
    OutOfPlace {
        /// What was given.
        given: &'static str,
        /// With which decision it goes.
        goes_with: &'static str,
    },
    /// The number of a new control has the form of Annex A's.
    #[error("{0} has the form of a number of Annex A; your own controls need another")]
    ReservedNumber(ControlId),
    /// The number of a new control stands already.
    #[error("There is a control {0} already")]
    NumberTaken(ControlId),
    /// A new control has no title.
    #[error("The control has no title")]
    NeedsTitle,
    /// A new control has no source.
    #[error("The control has no source")]
    NeedsSource,
    /// Annex A's controls stay as they are.
    #[error("{0} is a control of Annex A, which stays as it is")]
    NotOwn(ControlId),
    /// Another control is said to be met by this one.
    #[error("{0} can't be removed: {1} is excluded as met by it")]
    StillNeeded(ControlId, ControlId),
    /// The workspace could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl From<StoreError> for AssessmentError {
    fn from(error: StoreError) -> Self {
        Self::Write(error.into())
    }
}

impl Explain for AssessmentError {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownControl(_) | Self::NoControl => "unknown-control",
            Self::NeedsReason => "decision-needs-reason",
            Self::NeedsJustification | Self::ExclusionNeedsJustification => "decision-needs-justification",
            Self::ExclusionNeedsGround | Self::UnknownGround(_) | Self::MetByItself(_) => {
                "exclusion-needs-ground"
            }
            Self::OutOfPlace { .. } => "decision-out-of-place",
            Self::ReservedNumber(_) | Self::NumberTaken(_) => "control-number-taken",
            Self::NeedsTitle => "control-needs-title",
            Self::NeedsSource => "control-needs-source",
            Self::NotOwn(_) => "control-not-own",
            Self::StillNeeded(..) => "control-still-needed",
            Self::Write(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        Some(
            match self {
                Self::UnknownControl(_) | Self::NoControl => {
                    "Expected a number of Annex A, from A.2.2 to A.10.4, or one of your own controls."
                }
                Self::NeedsReason => {
                    "Choose what asks for it: risk assessment, impact assessment, law, contract, good practice \
                     or a clause of the standard."
                }
                Self::NeedsJustification => "Say in a sentence or two why the company needs it.",
                Self::ExclusionNeedsJustification => {
                    "Name a fact an auditor can check: what is true within the scope, what covers the rest, \
                     and when to look again."
                }
                Self::UnknownGround(_) => return None,
                Self::ExclusionNeedsGround => {
                    "Expected no-relevant-risk, activity-not-performed, not-required, or met-by: and the \
                     number of a control."
                }
                Self::MetByItself(_) => "Name the other control that does what this one is for.",
                Self::OutOfPlace { .. } => "Leave it out, or change the decision.",
                Self::ReservedNumber(_) => "Choose one such as ORG.1, or one that names its source, such as 27001-A.5.9.",
                Self::NumberTaken(_) => "Choose a number that is free.",
                Self::NeedsTitle => "Say in a few words what the control asks.",
                Self::NeedsSource => "Name where it comes from: a standard, a contract, a decision of your own.",
                Self::NotOwn(_) => "Exclude it instead, with a justification.",
                Self::StillNeeded(..) => "Decide that control anew first.",
                Self::Write(error) => return error.hint(),
            }
            .into(),
        )
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::UnknownControl(_) | Self::NoControl => Some("controls"),
            Self::NeedsReason => Some("reasons"),
            Self::NeedsJustification | Self::ExclusionNeedsJustification => Some("justification"),
            Self::ExclusionNeedsGround | Self::UnknownGround(_) | Self::MetByItself(_) => Some("ground"),
            Self::OutOfPlace { .. } => Some("decision"),
            Self::ReservedNumber(_) | Self::NumberTaken(_) | Self::NotOwn(_) | Self::StillNeeded(..) => {
                Some("id")
            }
            Self::NeedsTitle => Some("title"),
            Self::NeedsSource => Some("source"),
            Self::Write(_) => None,
        }
    }
}
