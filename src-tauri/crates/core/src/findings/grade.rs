//! How grave a finding is, where it comes from, and how a check of the effect ended.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text that names none of the words of findings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no {what}; expected {expected}", crate::text::shown(text))]
pub struct WordError {
    pub(super) text: String,
    pub(super) what: &'static str,
    pub(super) expected: String,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident as $ts:literal ($what:literal) { $($(#[$each:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "kebab-case")]
        #[ts(rename = $ts)]
        pub enum $name { $($(#[$each])* $variant,)+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the name as the command line and the files write it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }

        impl FromStr for $name {
            type Err = WordError;

            fn from_str(text: &str) -> Result<Self, WordError> {
                Self::ALL.iter().copied().find(|one| one.name() == text).ok_or_else(|| WordError {
                    text: text.into(),
                    what: $what,
                    expected: [$($text),+].join(", "),
                })
            }
        }
    };
}
pub(super) use words;

words! {
    /// How grave a finding is (certification practice after ISO/IEC 17021-1).
    Grade as "FindingGrade" ("grade of a finding") {
        /// It puts in doubt that the management system reaches its results.
        Major = "major",
        /// A single lapse that does not endanger the system.
        Minor = "minor",
        /// No requirement is broken, and something could be better (clause 10.1).
        Ofi = "ofi",
    }
}

impl Grade {
    /// Returns whether a requirement is not met.
    #[must_use]
    pub fn is_nonconformity(self) -> bool {
        match self {
            Self::Major | Self::Minor => true,
            Self::Ofi => false,
        }
    }

    /// Returns within how many days a finding is to be closed, unless somebody says otherwise.
    #[must_use]
    pub fn days(self) -> i32 {
        match self {
            Self::Major => 60,
            Self::Minor => 90,
            Self::Ofi => 180,
        }
    }
}

words! {
    /// Where a finding comes from.
    Source as "FindingSource" ("source of a finding") {
        /// An internal audit (clause 9.2).
        InternalAudit = "internal-audit",
        /// An audit by somebody from outside.
        ExternalAudit = "external-audit",
        /// A management review (clause 9.3).
        ManagementReview = "management-review",
        /// An incident (A.8.4).
        Incident = "incident",
        /// A complaint.
        Complaint = "complaint",
        /// A concern that somebody reported (A.3.3, A.8.3).
        Concern = "concern",
        /// Monitoring and measurement (clause 9.1, A.6.2.6).
        Monitoring = "monitoring",
        /// A supplier (A.10.3).
        Supplier = "supplier",
        /// Somebody's own look at how things stand.
        SelfAssessment = "self-assessment",
    }
}

words! {
    /// How a check of the effect ended.
    CheckResult as "CheckResult" ("result of a check") {
        /// The cause is gone.
        Effective = "effective",
        /// It is better, and not good.
        Partly = "partly",
        /// Nothing has changed.
        Not = "not",
    }
}
