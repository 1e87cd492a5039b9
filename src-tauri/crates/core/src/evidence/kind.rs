//! What a piece of evidence is, and who may see it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EvidenceKind")]
pub enum Kind {
    /// What top management has decided and signed.
    Policy,
    /// How something is done here.
    Procedure,
    /// What shows that something was done.
    Record,
    /// What a meeting decided.
    Minutes,
    /// What somebody found and wrote up.
    Report,
    /// What was agreed with somebody outside.
    Contract,
    /// Who learnt what, and when.
    Training,
    /// What a test showed.
    TestResult,
    /// What a system wrote by itself.
    Log,
    /// What a screen showed.
    Screenshot,
    /// Anything else.
    #[default]
    Other,
}

impl Kind {
    /// Every kind, in the order in which a list offers them.
    pub const ALL: [Self; 11] = [
        Self::Policy,
        Self::Procedure,
        Self::Record,
        Self::Minutes,
        Self::Report,
        Self::Contract,
        Self::Training,
        Self::TestResult,
        Self::Log,
        Self::Screenshot,
        Self::Other,
    ];

    /// Returns the kind's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Procedure => "procedure",
            Self::Record => "record",
            Self::Minutes => "minutes",
            Self::Report => "report",
            Self::Contract => "contract",
            Self::Training => "training",
            Self::TestResult => "test-result",
            Self::Log => "log",
            Self::Screenshot => "screenshot",
            Self::Other => "other",
        }
    }
}

/// Who may see a piece of evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// Everybody.
    Public,
    /// Whoever works here, and the auditor.
    #[default]
    Internal,
    /// Those who need it.
    Confidential,
    /// Those who are named.
    Restricted,
}

impl Confidentiality {
    /// Every level, from open to closed.
    pub const ALL: [Self; 4] = [Self::Public, Self::Internal, Self::Confidential, Self::Restricted];

    /// Returns the level's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Confidential => "confidential",
            Self::Restricted => "restricted",
        }
    }
}
