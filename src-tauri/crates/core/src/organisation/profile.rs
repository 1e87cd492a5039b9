//! What is said of the organisation beside its name and its roles: sectors, standards, and the climate question.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Line, Prose};

/// A sector in which the organisation works (Annex D).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Its name.
    pub name: Line,
    /// Which rules of the sector apply to its AI.
    #[serde(default)]
    pub rules: Prose,
}

/// A standard whose management system the organisation already runs (Annex D).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HeldStandard {
    /// The standard, such as `ISO/IEC 27001`.
    pub reference: Line,
    /// How it is held: a certificate until when, or work under way.
    #[serde(default)]
    pub state: Line,
}

/// Whether climate change matters to the AI management system (clause 4.1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Climate {
    /// Nobody has said.
    #[default]
    NotAnswered,
    /// It does.
    Relevant {
        /// Why.
        #[serde(default)]
        reason: Prose,
    },
    /// It does not.
    NotRelevant {
        /// Why not.
        #[serde(default)]
        reason: Prose,
    },
}
