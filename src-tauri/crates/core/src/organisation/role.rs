//! The roles that a company can hold towards AI, in the words of ISO/IEC 22989.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A role towards AI. A company may hold several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Offers products or services that use AI.
    Provider,
    /// Designs, builds, trains or tests AI.
    Producer,
    /// Uses AI that others offer.
    User,
}

impl Role {
    /// Every role, in the order of the standard's vocabulary.
    pub const ALL: [Self; 3] = [Self::Provider, Self::Producer, Self::User];

    /// Returns the role's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Producer => "producer",
            Self::User => "user",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{}” is no role; expected provider, producer or user", crate::text::shown(.0))]
pub struct RoleError(String);

impl FromStr for Role {
    type Err = RoleError;

    fn from_str(text: &str) -> Result<Self, RoleError> {
        Self::ALL.into_iter().find(|role| role.name() == text).ok_or_else(|| RoleError(text.into()))
    }
}
