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
    /// Buys AI that others offer, and may leave the use of it to somebody else.
    Customer,
    /// Helps others with their AI: integrates it, supplies data, evaluates or audits it.
    Partner,
}

impl Role {
    /// Every role, in the order of the standard's vocabulary.
    pub const ALL: [Self; 5] = [Self::Provider, Self::Producer, Self::User, Self::Customer, Self::Partner];

    /// The roles for which the catalogue has hints.
    pub const HINTED: [Self; 3] = [Self::Provider, Self::Producer, Self::User];

    /// Returns the role's name as the command line and the files write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::Producer => "producer",
            Self::User => "user",
            Self::Customer => "customer",
            Self::Partner => "partner",
        }
    }

    /// Returns the role whose hints of the catalogue serve this one.
    ///
    /// ISO/IEC 22989 counts the user among the customers, and what a customer has to see to is what a user has: what
    /// is bought, for what, and what comes of it. A partner has no hint of its own: it may label data or audit a
    /// model, and no list of controls fits both. What it does for others with AI makes it a producer or a provider
    /// beside that, and those roles have hints.
    #[must_use]
    pub fn hinted(self) -> Option<Self> {
        match self {
            Self::Provider | Self::Producer | Self::User => Some(self),
            Self::Customer => Some(Self::User),
            Self::Partner => None,
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
#[error("“{}” is no role; expected provider, producer, user, customer or partner", crate::text::shown(.0))]
pub struct RoleError(String);

impl FromStr for Role {
    type Err = RoleError;

    fn from_str(text: &str) -> Result<Self, RoleError> {
        Self::ALL.into_iter().find(|role| role.name() == text).ok_or_else(|| RoleError(text.into()))
    }
}
