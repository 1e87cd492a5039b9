//! The decision whether a control applies, and why (clause 6.1.3).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::control_id::ControlId;
use super::error::AssessmentError;
use crate::Prose;

/// Why a control is needed. A control may have several reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The risk assessment asks for it (clause 6.1.2).
    RiskAssessment,
    /// The impact assessment asks for it (clause 6.1.4).
    ImpactAssessment,
    /// A law asks for it.
    Law,
    /// A contract asks for it.
    Contract,
    /// The business needs it, or it is good practice.
    GoodPractice,
    /// A clause of the standard asks for it.
    Clause,
}

impl Reason {
    /// Every reason, in the order in which a page shows them.
    pub const ALL: [Self; 6] = [
        Self::RiskAssessment,
        Self::ImpactAssessment,
        Self::Law,
        Self::Contract,
        Self::GoodPractice,
        Self::Clause,
    ];

    /// Returns the reason's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RiskAssessment => "risk-assessment",
            Self::ImpactAssessment => "impact-assessment",
            Self::Law => "law",
            Self::Contract => "contract",
            Self::GoodPractice => "good-practice",
            Self::Clause => "clause",
        }
    }
}

/// Why a control is not needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub enum Ground {
    /// The risk assessment shows no risk that it would treat.
    NoRelevantRisk,
    /// The company does not do what it is about.
    ActivityNotPerformed,
    /// Nothing outside demands it, or something exempts the company.
    NotRequired,
    /// Another control does what it is for.
    MetBy(ControlId),
}

impl Ground {
    /// Returns the ground's name, without the control that it names.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoRelevantRisk => "no-relevant-risk",
            Self::ActivityNotPerformed => "activity-not-performed",
            Self::NotRequired => "not-required",
            Self::MetBy(_) => "met-by",
        }
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MetBy(control) => write!(f, "met-by:{control}"),
            Self::NoRelevantRisk | Self::ActivityNotPerformed | Self::NotRequired => f.write_str(self.name()),
        }
    }
}

impl FromStr for Ground {
    type Err = AssessmentError;

    fn from_str(text: &str) -> Result<Self, AssessmentError> {
        match text {
            "no-relevant-risk" => Ok(Self::NoRelevantRisk),
            "activity-not-performed" => Ok(Self::ActivityNotPerformed),
            "not-required" => Ok(Self::NotRequired),
            other => match other.strip_prefix("met-by:").map(str::parse) {
                Some(Ok(control)) => Ok(Self::MetBy(control)),
                Some(Err(_)) | None => Err(AssessmentError::UnknownGround(text.into())),
            },
        }
    }
}

impl TryFrom<String> for Ground {
    type Error = AssessmentError;

    fn try_from(text: String) -> Result<Self, AssessmentError> {
        text.parse()
    }
}

impl From<Ground> for String {
    fn from(ground: Ground) -> Self {
        ground.to_string()
    }
}

/// Whether a control applies, with what the standard asks beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "decision", rename_all = "kebab-case")]
pub enum Decision {
    /// Nobody has decided yet.
    #[default]
    Undecided,
    /// It is needed.
    Applicable {
        /// Why: one or more, in their order and each once.
        reasons: Vec<Reason>,
        /// The reasons in the company's own words.
        justification: Prose,
    },
    /// It is not needed.
    Excluded {
        /// Why not.
        ground: Ground,
        /// The ground in the company's own words.
        justification: Prose,
    },
}

impl Decision {
    /// Returns the decision that a control applies.
    ///
    /// # Errors
    /// [`AssessmentError::NeedsReason`] without a reason, [`AssessmentError::NeedsJustification`] without a
    /// justification.
    pub fn applicable(mut reasons: Vec<Reason>, justification: Prose) -> Result<Self, AssessmentError> {
        if reasons.is_empty() {
            return Err(AssessmentError::NeedsReason);
        }
        if justification.is_empty() {
            return Err(AssessmentError::NeedsJustification);
        }
        reasons.sort_unstable();
        reasons.dedup();
        Ok(Self::Applicable { reasons, justification })
    }

    /// Returns the decision that a control is excluded.
    ///
    /// # Errors
    /// [`AssessmentError::ExclusionNeedsJustification`] without a justification.
    pub fn excluded(ground: Ground, justification: Prose) -> Result<Self, AssessmentError> {
        if justification.is_empty() {
            return Err(AssessmentError::ExclusionNeedsJustification);
        }
        Ok(Self::Excluded { ground, justification })
    }
}
