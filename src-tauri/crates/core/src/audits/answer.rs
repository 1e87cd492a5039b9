//! What an auditor answered for one requirement.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AuditId;
use crate::choice::choice;
use crate::evidence::{EvidenceId, Link};
use crate::findings::Grade;
use crate::{Day, Line, Prose};

choice!(
    /// How an auditor found a requirement.
    #[ts(rename = "AuditVerdict")]
    pub enum Verdict {
        /// It is met.
        Conforms = "conforms",
        /// It is not met in a single lapse.
        Minor = "minor",
        /// It is not met in a way that puts the whole in doubt.
        Major = "major",
        /// It is met and could be better.
        Ofi = "ofi",
        /// Nobody looked, for a reason.
        NotLookedAt = "not-looked-at",
    }
);

impl Verdict {
    /// Returns the grade of the finding that it asks for or allows; none where there is nothing to find.
    #[must_use]
    pub fn grade(self) -> Option<Grade> {
        match self {
            Self::Minor => Some(Grade::Minor),
            Self::Major => Some(Grade::Major),
            Self::Ofi => Some(Grade::Ofi),
            Self::Conforms | Self::NotLookedAt => None,
        }
    }

    /// Returns whether the requirement is not met.
    #[must_use]
    pub fn is_nonconformity(self) -> bool {
        match self {
            Self::Minor | Self::Major => true,
            Self::Conforms | Self::Ofi | Self::NotLookedAt => false,
        }
    }

    /// Returns whether the requirement is met, as far as was looked.
    #[must_use]
    pub fn is_met(self) -> bool {
        match self {
            Self::Conforms | Self::Ofi => true,
            Self::Minor | Self::Major | Self::NotLookedAt => false,
        }
    }

    /// Returns whether somebody looked.
    #[must_use]
    pub fn looked(self) -> bool {
        match self {
            Self::Conforms | Self::Minor | Self::Major | Self::Ofi => true,
            Self::NotLookedAt => false,
        }
    }
}

/// The answer to one line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AuditAnswer {
    /// The audit.
    pub audit: AuditId,
    /// The clause or the control.
    pub requirement: Link,
    /// How it was found; nothing while the auditor only noted something.
    pub verdict: Option<Verdict>,
    /// What was seen, or why nobody looked.
    pub seen: Prose,
    /// What shows it.
    pub evidence: Vec<SeenEvidence>,
    /// Who answered.
    pub by: Line,
    /// When it was looked at.
    pub on: Day,
}

/// A piece of evidence as the auditor saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AuditSeenEvidence")]
pub struct SeenEvidence {
    /// Its number.
    pub id: EvidenceId,
    /// Which version was the newest then.
    pub version: u32,
}
