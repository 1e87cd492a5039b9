//! The scope of the AI management system (clause 4.3): what it is made of, the text, and the versions that were adopted.
//!
//! The text that holds is the organisation's; nothing here writes it but the person. The AI systems and the roles come from
//! where they are kept: the inventory and the organisation.

mod compose;
mod error;
mod operations;
mod store;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use error::ScopeError;
pub(crate) use operations::standing_now;
pub use operations::{AdoptScope, ComposedScope, SetScopeParts, adopt, compose, set_parts, show, versions};
pub(crate) use store::TABLES;

use crate::{Day, Line, Prose};

/// What the scope is made of, beside the AI systems and the roles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScopeParts {
    /// What is done with AI, such as handling claims.
    #[serde(default)]
    pub activities: Vec<Line>,
    /// The parts of the company that take part.
    #[serde(default)]
    pub units: Vec<Line>,
    /// Where.
    #[serde(default)]
    pub places: Vec<Line>,
    /// What is outside, and why.
    #[serde(default)]
    pub outside: Vec<Outside>,
    /// Where it meets what others do: suppliers, customers, other management systems.
    #[serde(default)]
    pub interfaces: Vec<Line>,
}

/// Something that the scope leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// What.
    pub what: Line,
    /// Why.
    #[serde(default)]
    pub why: Line,
}

/// A scope that was adopted. It never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScopeVersion {
    /// Its number, from 1.
    pub version: u32,
    /// The text.
    pub text: Prose,
    /// When it was approved.
    pub day: Day,
    /// Who approved it.
    pub approved_by: Line,
    /// What changed; for the first, why it was written.
    pub change: Line,
}

/// How the text that holds stands to what was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeStanding {
    /// There is no text.
    Empty,
    /// No version was adopted.
    NeverAdopted,
    /// It is the version that was adopted last.
    Adopted,
    /// It differs from the version that was adopted last.
    Changed,
}

/// The scope with everything about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Scope {
    /// The text that holds, which documents show.
    pub text: Prose,
    /// How it stands to what was adopted.
    pub standing: ScopeStanding,
    /// What it is made of.
    pub parts: ScopeParts,
    /// The text that its parts make; nothing writes it into the scope by itself.
    pub proposal: Prose,
    /// The versions that were adopted, the newest first.
    pub versions: Vec<ScopeVersion>,
}
